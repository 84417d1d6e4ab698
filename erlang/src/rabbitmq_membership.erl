-module(rabbitmq_membership).
-export([start/0, before_stop/2, arrange/2, level/1, wanted/0]).
-define(SETTINGS, "/etc/rabbitmq-cluster/rabbitmq_membership.config").
-define(CREDENTIALS, "/run/secrets/scaling").
%% the name under which all versions of this program lock changes and remember brokers that left
-define(RECORD, rabbitmq_scaling).
-define(METRIC, rabbitmq_scaling_waiting).
-define(USER, <<"rabbitmq-scaling">>).
%% seconds for a connection to another broker, where nothing else is set: so long channels wait for one whose machine is dead (Erlang's own: 7)
-define(CONNECTING, 2).
%% milliseconds between looks
-define(INTERVAL, 3000).
%% looks between two at all queues while the members are the same
-define(CALM, 10).
%% unanswered questions in a row after which the API server is taken for away
-define(UNANSWERED, 4).
%% seconds after which a broker that isn't wanted and is down is taken for gone
-define(GONE, 20).
%% seconds for which the same brokers have to be up before leaders are spread anew
-define(LEVEL, 30).
%% seconds that brokers are waited for which are wanted and haven't joined
-define(JOINING, 60).
%% seconds for which queues and leaders are moved before one looks again at what else has changed
-define(ARRANGING, 20).
%% seconds before the end of its time in which a broker leaves though another is away
-define(RESERVE, 120).

setting(Name, Default) ->
    case file:consult(?SETTINGS) of {ok, Settings} -> proplists:get_value(Name, Settings, Default); _ -> Default end.

members() ->
    sorted(case code:ensure_loaded(rabbit_db_cluster) of {module, _} -> rabbit_db_cluster:members(); _ -> rabbit_mnesia:cluster_nodes(all) end).

running() -> sorted([Node || Node <- members(), Node =:= node() orelse true =:= rpc:call(Node, rabbit, is_running, [], 5000)]).

sorted(Nodes) -> [Node || {_, Node} <- lists:sort([{ordinal(Node), Node} || Node <- Nodes])].

stay(Nodes, #{first := First, replicas := Replicas}) -> [Node || Node <- Nodes, ordinal(Node) < First + Replicas].

ordinal(Node) ->
    {match, [Ordinal]} = re:run(atom_to_list(Node), "-([0-9]+)(?:\\.|$)", [{capture, [1], list}]),
    list_to_integer(Ordinal).

with_ordinal(Ordinal) ->
    [Name, Suffix] = re:split(atom_to_list(node()), "-[0-9]+(?=\\.|$)", [{return, list}, {parts, 2}]),
    list_to_atom(Name ++ "-" ++ integer_to_list(Ordinal) ++ Suffix).

within_seconds(Seconds) -> erlang:monotonic_time(millisecond) + Seconds * 1000.

is_late(Until) -> erlang:monotonic_time(millisecond) > Until.

%% Whether something is so before it is late.
await(Until, Condition) ->
    case Condition() of
        true -> true;
        false -> case is_late(Until) of true -> false; false -> timer:sleep(250), await(Until, Condition) end
    end.

is_majority(Some, All) -> 2 * length(Some) > length(All).

quietly(Function) -> try Function() catch _:_ -> ok end.

%% One change of the cluster at a time.
locked(Nodes, Function) ->
    Lock = {?RECORD, self()},
    case global:set_lock(Lock, Nodes, 0) of
        true -> try Function() after global:del_lock(Lock, Nodes) end;
        false -> busy
    end.

%% The brokers that have left, so that one that comes back with old data is known for what it is.
left() -> case rabbit_runtime_parameters:value_global(?RECORD) of Names when is_list(Names) -> [binary_to_atom(Name, utf8) || Name <- Names]; _ -> [] end.

note_left(Node) ->
    Names = lists:usort([atom_to_binary(Name, utf8) || Name <- [Node | left()], Name =:= Node orelse not lists:member(Name, members())]),
    rabbit_runtime_parameters:set_global(?RECORD, Names, ?USER).

%% All that a node has written: what rabbit_db names is the metadata alone where Khepri has it.
data_folder_of(Node) ->
    case rpc:call(Node, rabbit, data_dir, [], 5000) of
        {badrpc, _} -> rpc:call(Node, rabbit_mnesia, dir, [], 5000);
        Folder -> Folder
    end.

shuffled(List) -> [Element || {_, Element} <- lists:sort([{rand:uniform(), Element} || Element <- List])].

names(Nodes) -> lists:join(", ", [atom_to_list(Node) || Node <- Nodes]).

titles(Queues) -> first_of([title(Queue) || Queue <- Queues], ", ").

first_of(List) -> lists:sublist(List, 5).

first_of(List, Separator) ->
    lists:join(Separator, lists:sublist(List, 5) ++ [io_lib:format("and ~b more", [length(List) - 5]) || length(List) > 5]).

%% What the StatefulSet is to be: its first ordinal, its replicas, whether it is being deleted.
wanted() ->
    case api(get, "/apis/apps/v1" ++ in_namespace("statefulsets/") ++ name(), <<>>) of
        {ok, 200, Body} ->
            #{<<"metadata">> := Metadata, <<"spec">> := Spec} = rabbit_json:decode(Body),
            {ok, #{first => maps:get(<<"start">>, maps:get(<<"ordinals">>, Spec, #{}), 0),
                   replicas => maps:get(<<"replicas">>, Spec, 1),
                   uid => maps:get(<<"uid">>, Metadata),
                   deleted => maps:is_key(<<"deletionTimestamp">>, Metadata)}};
        {ok, 404, _} -> {ok, #{first => 0, replicas => 0, uid => <<>>, deleted => true}};
        {ok, Status, _} -> {error, {status, Status}};
        {error, Reason} -> {error, Reason}
    end.

api(Method, Path, Body) ->
    [{ok, _} = application:ensure_all_started(Application) || Application <- [ssl, inets]],
    Headers = [{"authorization", "Bearer " ++ credential("token")}],
    Url = "https://kubernetes.default.svc" ++ Path,
    Request = case Method of get -> {Url, Headers}; post -> {Url, Headers, "application/json", Body} end,
    Tls = [{verify, verify_peer}, {depth, 10}, {cacertfile, ?CREDENTIALS "/ca.crt"},
           {customize_hostname_check, [{match_fun, public_key:pkix_verify_hostname_match_fun(https)}]}],
    try httpc:request(Method, Request, [{timeout, 5000}, {connect_timeout, 3000}, {ssl, Tls}], [{body_format, binary}]) of
        {ok, {{_, Status, _}, _, Answer}} -> {ok, Status, Answer};
        {error, Reason} -> {error, Reason}
    catch
        _:Reason -> {error, Reason}
    end.

%% What is new in a namespace that is being deleted, and everything once the ServiceAccount or its Role is deleted.
is_refused() ->
    Event = rabbit_json:encode(#{<<"metadata">> => #{<<"generateName">> => list_to_binary(name() ++ ".")}}),
    case api(post, "/api/v1" ++ in_namespace("events") ++ "?dryRun=All", Event) of
        {ok, Status, _} -> Status =:= 401 orelse Status =:= 403;
        _ -> false
    end.

credential(File) ->
    {ok, Content} = file:read_file(?CREDENTIALS "/" ++ File),
    string:trim(binary_to_list(Content)).

namespace() -> os:getenv("POD_NAMESPACE").

in_namespace(Rest) -> "/namespaces/" ++ namespace() ++ "/" ++ Rest.

name() -> re:replace(os:getenv("POD_NAME"), "-[0-9]+$", "", [{return, list}]).

%% An event on the StatefulSet and on the broker's pod, and a line in the log. It may fail: nothing depends on it.
tell(Type, Reason, Text, Values) ->
    Message = lists:flatten(io_lib:format(Text, Values)),
    say(Type, "~ts: ~ts", [Reason, Message]),
    spawn(fun() ->
        Uid = case wanted() of {ok, #{uid := Given}} -> Given; _ -> <<>> end,
        event(Type, Reason, Message, <<"apps/v1">>, <<"StatefulSet">>, name(), Uid),
        event(Type, Reason, Message, <<"v1">>, <<"Pod">>, os:getenv("POD_NAME"), list_to_binary(os:getenv("POD_UID", "")))
    end),
    ok.

event(Type, Reason, Message, ApiVersion, Kind, Name, Uid) ->
    Now = list_to_binary(calendar:system_time_to_rfc3339(erlang:system_time(second), [{offset, "Z"}])),
    Namespace = list_to_binary(namespace()),
    Object = #{<<"apiVersion">> => ApiVersion, <<"kind">> => Kind, <<"name">> => list_to_binary(Name), <<"namespace">> => Namespace, <<"uid">> => Uid},
    api(post, "/api/v1" ++ in_namespace("events"), rabbit_json:encode(#{
        <<"metadata">> => #{<<"generateName">> => list_to_binary(Name ++ "."), <<"namespace">> => Namespace},
        <<"involvedObject">> => Object,
        <<"type">> => case Type of warning -> <<"Warning">>; normal -> <<"Normal">> end,
        <<"reason">> => list_to_binary(Reason),
        <<"message">> => unicode:characters_to_binary(string:slice(Message, 0, 1000)),
        <<"source">> => #{<<"component">> => <<"rabbitmq-scaling">>, <<"host">> => list_to_binary(os:getenv("POD_NAME"))},
        <<"reportingComponent">> => <<"rabbitmq-scaling">>,
        <<"reportingInstance">> => list_to_binary(os:getenv("POD_NAME")),
        <<"action">> => <<"Scale">>,
        <<"firstTimestamp">> => Now, <<"lastTimestamp">> => Now, <<"count">> => 1})).

say(warning, Format, Values) -> logger:warning("Scaling: " ++ Format, Values);
say(_, Format, Values) -> logger:notice("Scaling: " ++ Format, Values).

%% Says what is waited for once, and again after five minutes. What is a step, or one for a node; Key is the metric's reason.
waits(What, Key, Text, Values) ->
    Message = lists:flatten(io_lib:format(Text, Values)),
    Now = erlang:monotonic_time(second),
    case get({waits, What}) of
        {Key, Message, Since} when Now - Since < 300 -> metric(What, Key);
        _ ->
            goes_on(What),
            put({waits, What}, {Key, Message, Now}),
            metric(What, Key),
            case Key of turn -> say(normal, "~ts", [Message]); _ -> tell(warning, "ScalingWaits", "~ts", [Message]) end
    end,
    wait.

%% What was waited for is there, or is for another broker to wait for.
goes_on() -> [goes_on(What) || {{waits, What}, _} <- get()].

goes_on(What) ->
    case erase({waits, What}) of
        undefined -> ok;
        {Key, _, _} -> quietly(fun() -> prometheus_gauge:remove(?METRIC, [step(What), Key]) end)
    end.

step({Step, _Node}) -> Step;
step(Step) -> Step.

metric(What, Key) ->
    quietly(fun() ->
        prometheus_gauge:declare([{name, ?METRIC}, {labels, [step, reason]}, {help, "1 while a step of scaling waits"}]),
        prometheus_registry:register_collector(default, prometheus_gauge),
        prometheus_gauge:set(?METRIC, [step(What), Key], 1)
    end).

%% The quorum queues and streams of all virtual hosts.
replicated() ->
    [Queue || Queue <- rabbit_amqqueue:list(), lists:member(amqqueue:get_type(Queue), [rabbit_quorum_queue, rabbit_stream_queue])].

%% The classic queues that a node has, but those that end with their connection. RabbitMQ lists those of a broker that was stopped
%% in an orderly way apart.
classic_on(Node) ->
    [Queue || VHost <- rabbit_vhost:list_names(), Queue <- rabbit_amqqueue:list(VHost) ++ rabbit_amqqueue:list_down(VHost),
        amqqueue:get_type(Queue) =:= rabbit_classic_queue, is_pid(amqqueue:get_pid(Queue)), node(amqqueue:get_pid(Queue)) =:= Node,
        amqqueue:get_exclusive_owner(Queue) =:= none].

fresh(Queue) ->
    case rabbit_amqqueue:lookup(amqqueue:get_name(Queue)) of {ok, Found} -> Found; _ -> gone end.

members_of(Queue) ->
    case amqqueue:get_type_state(Queue) of
        #{nodes := Nodes} when is_map(Nodes) -> maps:keys(Nodes);
        #{nodes := Nodes} -> Nodes
    end.

leader_of(Queue) ->
    case amqqueue:get_pid(Queue) of {_, Node} -> Node; Pid when is_pid(Pid) -> node(Pid); _ -> none end.

title(Queue) ->
    {resource, VHost, queue, Name} = amqqueue:get_name(Queue),
    unicode:characters_to_list([Name, " in ", VHost]).

%% How many members a queue is to have: as its policy or its arguments say, or as the cluster's setting does.
target(Queue) ->
    {Policy, Arguments} = case amqqueue:get_type(Queue) of
        rabbit_quorum_queue -> {<<"target-group-size">>, [<<"x-quorum-target-group-size">>, <<"x-quorum-initial-group-size">>]};
        rabbit_stream_queue -> {<<"initial-cluster-size">>, [<<"x-initial-cluster-size">>]}
    end,
    Given = [Size || {_, Size} <- [rabbit_misc:table_lookup(amqqueue:get_arguments(Queue), Argument) || Argument <- Arguments]],
    case rabbit_policy:get(Policy, Queue) of
        Size when is_integer(Size), Size > 0 -> Size;
        _ -> case Given of [Size | _] when Size > 0 -> Size; _ -> setting(target_group_size, 3) end
    end.

add(Queue, Node) ->
    Added = case add_member(Queue, Node) of
        {error, _} = Problem -> case is_cleared(Queue, Node) of true -> add_member(Queue, Node); false -> Problem end;
        ok -> ok
    end,
    case Added of ok -> in_step(Queue, Node, within_seconds(30)); _ -> Added end.

add_member(Queue, Node) ->
    {resource, VHost, queue, Name} = amqqueue:get_name(Queue),
    attempt(within_seconds(3), fun() ->
        case amqqueue:get_type(Queue) of
            rabbit_quorum_queue -> rabbit_quorum_queue:add_member(VHost, Name, Node, 10000);
            rabbit_stream_queue ->
                case keeps_all(Queue, none, within_seconds(10)) of
                    ok -> rabbit_stream_queue:add_replica(VHost, Name, Node);
                    Problem -> Problem
                end
        end
    end).

%% A broker that dies while it adds a member to a quorum queue leaves a Raft server that the queue doesn't know and that is in the
%% way of every further try.
is_cleared(Queue, Node) ->
    case {amqqueue:get_type(Queue), amqqueue:get_pid(Queue)} of
        {rabbit_quorum_queue, {RaName, _} = Leader} ->
            Server = {RaName, Node},
            case {ra:members(Leader, 5000), rpc:call(Node, erlang, whereis, [RaName], 5000)} of
                {{ok, Servers, _}, Pid} when is_pid(Pid) -> not lists:member(Server, Servers) andalso ok =:= ra:force_delete_server(quorum_queues, Server);
                _ -> false
            end;
        _ -> false
    end.

%% A stream elects another leader by itself, and each change of it interrupts it: so it isn't handed over before.
remove(Queue, Node, Heirs) ->
    {resource, VHost, queue, Name} = amqqueue:get_name(Queue),
    attempt(within_seconds(15), fun() ->
        case fresh(Queue) of
            gone -> ok;
            Found ->
                Able = [Heir || Heir <- Heirs, Heir =/= Node, lists:member(Heir, members_of(Found))],
                case {amqqueue:get_type(Found), leader_of(Found), lists:member(Node, members_of(Found))} of
                    {_, _, false} -> ok;
                    {rabbit_stream_queue, _, _} ->
                        case keeps_all(Found, Node, within_seconds(10)) of
                            ok -> rabbit_stream_queue:delete_replica(VHost, Name, Node), is_without(Found, Node, within_seconds(10));
                            Problem -> Problem
                        end;
                    {_, Node, _} when Able =/= [] ->
                        lead(Found, lists:nth(rand:uniform(length(Able)), Able)),
                        rabbit_quorum_queue:delete_member(VHost, Name, Node);
                    _ -> rabbit_quorum_queue:delete_member(VHost, Name, Node)
                end
        end
    end).

%% Removes a node's members of queues: answers whether all are, or that it is late, or the first that can't be.
remove_all(Queues, Node, Heirs) -> remove_all(Queues, Node, Heirs, within_seconds(?ARRANGING)).

remove_all([], _, _, _) -> done;
remove_all([Queue | Rest], Node, Heirs, Until) ->
    case is_late(Until) orelse remove(Queue, Node, Heirs) of
        true -> late;
        ok -> remove_all(Rest, Node, Heirs, Until);
        {error, Problem} -> {held, title(Queue), Problem}
    end.

held_by(Node) -> [Queue || Queue <- replicated(), lists:member(Node, members_of(Queue))].

%% Waits until the members of a stream that stay run and have all that was confirmed. RabbitMQ starts them anew after each change, and
%% has the one lead that has most of a majority of them, whether that is all or not. Where some are away, half of them will do.
keeps_all(Queue, Node, Until) ->
    Members = stream_members(Queue),
    Rest = members_of(Queue) -- [Node],
    InStep = [Member || Member <- Rest, has_confirmed(Queue, Member, Members)],
    case InStep =:= Rest orelse is_late(Until) of
        false -> timer:sleep(250), keeps_all(Queue, Node, Until);
        true when InStep =:= Rest -> ok;
        true ->
            case maps:keys(maps:remove(Node, Members)) -- InStep of
                [] when 2 * length(InStep) >= length(Rest) -> ok;
                _ -> {error, {not_in_step, Rest -- InStep}}
            end
    end.

%% The members of a stream that run, each with what it is: writer or replica.
stream_members(Queue) ->
    case rabbit_stream_coordinator:members(maps:get(name, amqqueue:get_type_state(Queue))) of
        {ok, Members} ->
            maps:from_list([{node(Pid), Role} || {Pid, Role} <- maps:values(Members),
                is_pid(Pid), true =:= rpc:call(node(Pid), erlang, is_process_alive, [Pid], 5000)]);
        _ -> #{}
    end.

has_confirmed(Queue, Node, Members) ->
    Name = amqqueue:get_name(Queue),
    Counters = fun(On, Role) -> case rpc:call(On, osiris_counters, overview, [], 5000) of #{{Role, Name} := Found} -> Found; _ -> #{} end end,
    case {Members, [Writer || {Writer, writer} <- maps:to_list(Members)]} of
        {#{Node := writer}, _} -> true;
        {#{Node := replica}, [Writer]} ->
            case {Counters(Writer, osiris_writer), Counters(Node, osiris_replica)} of
                {#{committed_offset := Confirmed}, #{offset := Offset}} -> Offset >= Confirmed;
                _ -> false
            end;
        _ -> false
    end.

is_without(Queue, Node, Until) ->
    case await(Until, fun() -> case fresh(Queue) of gone -> true; Found -> not lists:member(Node, members_of(Found)) end end) of
        true -> ok;
        false -> {error, still_member}
    end.

lead(Queue, Node) ->
    (amqqueue:get_type(Queue)):transfer_leadership(Queue, Node).

%% Waits until a new member has what the leader had.
in_step(Queue, Node, Until) ->
    IsInStep = fun() -> case fresh(Queue) of gone -> true; Found -> lists:member(Node, members_of(Found)) andalso is_in_step(Found, Node) end end,
    case await(Until, IsInStep) of
        true -> ok;
        false -> {error, not_in_step}
    end.

%% Of streams this is asked when their member is removed.
is_caught_up(Queue, Members) ->
    amqqueue:get_type(Queue) =:= rabbit_stream_queue orelse lists:all(fun(Node) -> is_in_step(Queue, Node) end, Members).

is_in_step(Queue, Node) ->
    case amqqueue:get_type(Queue) of
        rabbit_quorum_queue ->
            {RaName, _} = amqqueue:get_pid(Queue),
            case rpc:call(Node, ra, key_metrics, [{RaName, Node}], 5000) of
                #{membership := Membership} -> Membership =:= voter;
                #{state := State} -> State =:= follower orelse State =:= leader;
                {badrpc, {'EXIT', {undef, _}}} -> true;
                _ -> false
            end;
        rabbit_stream_queue -> has_confirmed(Queue, Node, stream_members(Queue))
    end.

%% Done where the answer is a good one; otherwise again after half a second, until it is late.
attempt(Until, Function) ->
    Again = not is_late(Until),
    case try Function() catch Class:Reason -> {error, {Class, Reason}} end of
        ok -> ok;
        {ok, _} -> ok;
        {ok, _, _} -> ok;
        {error, not_found} -> ok;
        _ when Again -> timer:sleep(500), attempt(Until, Function);
        {error, Problem} -> {error, Problem};
        Problem -> {error, Problem}
    end.

%% Gives an empty classic queue another node: deleted, if it still is empty, and declared there with its bindings. Where nobody
%% takes it, it is declared here again.
move_empty(Queue, Nodes) ->
    Name = amqqueue:get_name(Queue),
    Bindings = [Binding || Binding <- rabbit_binding:list_for_destination(Name), not is_default(Binding)],
    case rabbit_amqqueue:delete(Queue, false, true, ?USER) of
        {ok, _} ->
            Moved = declare_on(Nodes, Queue),
            Made = case Moved of ok -> ok; _ -> declare_on([node()], Queue) end,
            Bound = [attempt(within_seconds(3), fun() -> rabbit_binding:add(Binding, ?USER) end) || Made =:= ok, Binding <- Bindings],
            case [Problem || {error, Problem} <- [Made | Bound]] of
                [] -> Moved;
                [Problem | _] ->
                    tell(warning, "ClassicQueueNotMoved", "queue ~ts, which was empty, couldn't be made again as it was: ~0tp", [title(Queue), Problem]),
                    {error, Problem}
            end;
        Problem -> {error, Problem}
    end.

declare_on([Node | Others], Queue) ->
    Where = case erlang:function_exported(rabbit_khepri, is_enabled, 0) of true -> {ignore_location, Node}; false -> Node end,
    Declared = attempt(within_seconds(3), fun() ->
        case rabbit_amqqueue:declare(amqqueue:get_name(Queue), amqqueue:is_durable(Queue), amqqueue:is_auto_delete(Queue), amqqueue:get_arguments(Queue), none, ?USER, Where) of
            {existing, _} -> ok;
            {new, _} -> ok;
            Problem -> {error, Problem}
        end
    end),
    case Declared of
        {error, _} when Others =/= [] -> declare_on(Others, Queue);
        _ -> Declared
    end.

is_default(Binding) ->
    {resource, _, exchange, Exchange} = element(2, Binding),
    Exchange =:= <<>>.

messages_in(Queue) ->
    try rabbit_amqqueue:info(Queue, [messages]) of [{messages, Count}] -> Count catch _:_ -> unknown end.

%% Has each queue have as many members on these nodes as it is to have, and each node as many members as any other.
%% Ends after some seconds; answers how much was done, and what couldn't be.
arrange(Nodes, Seconds) ->
    Until = within_seconds(Seconds),
    Grown = lists:foldl(fun(Queue, Done) -> grow(Queue, Nodes, Until, Done) end, {0, []}, replicated()),
    case {Grown, setting(spread, true)} of
        {{0, []}, true} -> spread(Nodes, Until, Grown);
        _ -> Grown
    end.

grow(Queue, Nodes, Until, {Count, Problems} = Done) ->
    case is_late(Until) orelse is_grown(Queue, Nodes) of
        true -> Done;
        false ->
            Free = Nodes -- members_of(Queue),
            Counts = counts(Nodes, [Member || Other <- of_type(amqqueue:get_type(Queue)), Member <- members_of(Other)]),
            Node = least(Free, Counts),
            case add(Queue, Node) of
                ok ->
                    case fresh(Queue) of gone -> Done; Now -> grow(Now, Nodes, Until, {Count + 1, Problems}) end;
                {error, Problem} -> {Count, [{title(Queue), Node, Problem} | Problems]}
            end
    end.

%% Whether a queue has as many members on these nodes as it is to have.
is_grown(Queue, Nodes) ->
    length([Member || Member <- members_of(Queue), lists:member(Member, Nodes)]) >= min(target(Queue), length(Nodes)).

%% Moves members of quorum queues from nodes that have more to those that have fewer. Not of streams: each change restarts them.
spread(Nodes, Until, {Count, Problems} = Done) ->
    Queues = of_type(rabbit_quorum_queue),
    Counts = counts(Nodes, [Member || Queue <- Queues, Member <- members_of(Queue)]),
    case move(Nodes, Counts, fun(From, To) ->
        [Queue || Queue <- Queues, lists:member(From, members_of(Queue)), not lists:member(To, members_of(Queue))]
    end) of
        {Queue, From, To} ->
            case not is_late(Until) andalso add(Queue, To) of
                false -> Done;
                ok ->
                    case remove(Queue, From, [To]) of
                        ok -> spread(Nodes, Until, {Count + 1, Problems});
                        {error, Problem} -> {Count, [{title(Queue), From, Problem} | Problems]}
                    end;
                {error, Problem} -> {Count, [{title(Queue), To, Problem} | Problems]}
            end;
        none -> Done
    end.

%% Takes members away where a queue has more than it is to have, as when brokers were to leave and stay after all: from these nodes
%% first, then from those that have most. Answers how many.
shrink(First) ->
    Until = within_seconds(?ARRANGING),
    lists:sum([shrink(Queue, First) || Queue <- replicated(), not is_late(Until)]).

shrink(Queue, First) ->
    Members = members_of(Queue),
    case length(Members) > target(Queue) andalso is_caught_up(Queue, Members) of
        true ->
            Counts = counts(Members, [Member || Other <- of_type(amqqueue:get_type(Queue)), Member <- members_of(Other)]),
            [Node | _] = [Member || Member <- First, lists:member(Member, Members)] ++ [most(Members, Counts)],
            case remove(Queue, Node, Members) of
                ok -> case fresh(Queue) of gone -> 1; Now -> 1 + shrink(Now, First) end;
                {error, _} -> 0
            end;
        false -> 0
    end.

%% Gives each node as many leaders of quorum queues as any other, as far as its members allow; none to one in maintenance.
%% A queue whose leader doesn't move is left out. Answers whether that is done, or more could be later.
level(Nodes) -> level(rabbit_maintenance:filter_out_drained_nodes_local_read(Nodes), 0, [], within_seconds(?ARRANGING)).

level(Nodes, Moved, Stuck, Until) ->
    Queues = of_type(rabbit_quorum_queue),
    Counts = counts(Nodes, [leader_of(Queue) || Queue <- Queues]),
    case move(Nodes, Counts, fun(From, To) ->
        [Queue || Queue <- Queues, leader_of(Queue) =:= From, lists:member(To, members_of(Queue)), not lists:member(amqqueue:get_name(Queue), Stuck)]
    end) of
        none -> done;
        {Queue, _, To} ->
            case {is_late(Until), Moved} of
                {true, 0} -> done;
                {true, _} -> more;
                {false, _} ->
                    case is_led(Queue, To) of
                        true -> level(Nodes, Moved + 1, Stuck, Until);
                        false -> level(Nodes, Moved, [amqqueue:get_name(Queue) | Stuck], Until)
                    end
            end
    end.

is_led(Queue, Node) ->
    quietly(fun() -> lead(Queue, Node) end),
    await(within_seconds(2), fun() -> case fresh(Queue) of gone -> true; Found -> leader_of(Found) =:= Node end end).

%% A queue to move from a node that has two or more above another one, the widest gap first.
move(Nodes, Counts, Movable) ->
    Pairs = lists:reverse(lists:sort([{maps:get(From, Counts) - maps:get(To, Counts), From, To} || From <- Nodes, To <- Nodes])),
    first([{From, To} || {Gap, From, To} <- Pairs, Gap > 1], Movable).

first([], _) -> none;
first([{From, To} | Rest], Movable) ->
    case Movable(From, To) of
        [Queue | _] -> {Queue, From, To};
        [] -> first(Rest, Movable)
    end.

counts(Nodes, Held) ->
    lists:foldl(fun(Node, Counts) -> case Counts of #{Node := Count} -> Counts#{Node := Count + 1}; _ -> Counts end end,
        maps:from_list([{Node, 0} || Node <- Nodes]), Held).

least(Nodes, Counts) -> element(2, lists:min([{maps:get(Node, Counts), Node} || Node <- Nodes])).

most(Nodes, Counts) -> element(2, lists:max([{maps:get(Node, Counts), Node} || Node <- Nodes])).

of_type(Type) -> [Queue || Queue <- replicated(), amqqueue:get_type(Queue) =:= Type].

%% Asked by the preStop hook. Answers "left" where the broker was to leave the cluster and has, "restart" where it is to stop
%% as it does for a restart: nobody scales in, nobody can be asked, or it couldn't leave in time.
before_stop(LimitSeconds, DrainSeconds) ->
    application:set_env(rabbit, stopping_for_kubernetes, true),
    case rabbit:is_running() andalso asked(5) of
        {ok, Wanted} ->
            case is_leaving(Wanted) of
                true -> leave(Wanted, DrainSeconds, erlang:monotonic_time(second) + LimitSeconds);
                false -> restart
            end;
        {error, Reason} ->
            tell(warning, "ScalingUnknown", "the API server can't be asked whether ~ts is to leave the cluster, so it stops as for a restart: ~0tp", [node(), Reason]),
            restart;
        false -> restart
    end.

asked(Tries) ->
    case wanted() of
        {error, _} when Tries > 1 -> timer:sleep(1000), asked(Tries - 1);
        Answer -> Answer
    end.

is_leaving(#{first := First, replicas := Replicas, deleted := Deleted}) ->
    not Deleted andalso Replicas > 0 andalso ordinal(node()) >= First + Replicas.

leave(Wanted, DrainSeconds, Deadline) ->
    Start = erlang:monotonic_time(second),
    quietly(fun rabbit_maintenance:mark_as_being_drained/0),
    tell(normal, "ScalingIn", "~ts leaves the cluster", [node()]),
    case try_to_leave(Wanted, DrainSeconds, Deadline) of
        left ->
            tell(normal, "ScaledIn", "~ts has left the cluster, after ~b s", [node(), erlang:monotonic_time(second) - Start]),
            timer:sleep(300),
            %% an orderly stop waits until TCP gives up on what was sent to a peer whose machine is dead, which takes a quarter of an hour
            os:set_signal(sigterm, ignore),
            spawn(fun() -> timer:sleep(300), erlang:halt(0, [{flush, false}]) end),
            left;
        stays ->
            give_back(10),
            quietly(fun rabbit_maintenance:unmark_as_being_drained/0),
            tell(normal, "ScalingInTakenBack", "~ts isn't to leave any more; it stops as for a restart", [node()]),
            restart;
        ends -> restart;
        late ->
            tell(warning, "ScalingInTooLate", "~ts stops without having left the cluster: the time for it is over. It stays a member; the others forget it when that is safe", [node()]),
            restart
    end.

try_to_leave(Wanted, DrainSeconds, Deadline) ->
    Left = Deadline - erlang:monotonic_time(second),
    Now = case wanted() of {ok, Newer} -> Newer; {error, _} -> Wanted end,
    IsLeaving = is_leaving(Now),
    IsAllEnding = IsLeaving andalso is_all_ending(Now),
    if
        not IsLeaving -> stays;
        IsAllEnding -> ends;
        Left =< 0 -> late;
        true ->
            case try attempt_to_leave(Now, DrainSeconds, Left) catch Class:Reason:Stack -> say(warning, "~0tp ~0tp ~0tP", [Class, Reason, Stack, 20]), wait end of
                left -> left;
                wait -> timer:sleep(1000), try_to_leave(Now, DrainSeconds, Deadline)
            end
    end.

%% Kubernetes deletes a namespace's pods before its StatefulSets, which look as if they were to stay.
is_all_ending(Wanted) ->
    not lists:any(fun(Node) -> lists:member(Node, nodes()) end, stay(members(), Wanted)) andalso is_refused().

attempt_to_leave(Wanted, DrainSeconds, Left) ->
    Others = members() -- [node()],
    Running = running(),
    Stay = stay(Others, Wanted),
    Away = Stay -- Running,
    Up = Stay -- Away,
    Rest = Running -- [node()],
    IsMajority = is_majority(Rest, Others),
    Full = [Queue || Queue <- classic_on(node()), messages_in(Queue) =/= 0, setting(classic_queues, wait) =:= wait],
    if
        Up =:= [] ->
            waits(leave, 'nobody-stays', "~ts waits to leave: none of the brokers that stay is up", [node()]);
        Away =/= [], Left > ?RESERVE ->
            waits(leave, 'broker-away', "~ts waits to leave until ~ts is up again", [node(), names(Away)]);
        not IsMajority ->
            waits(leave, membership, "~ts waits to leave: without it no majority of the cluster's members is up, only ~ts", [node(), names(Rest)]);
        Full =/= [] ->
            waits(leave, 'classic-queue', "~ts waits to leave until its classic queues are empty, as nobody else has their messages: ~ts", [node(), titles(Full)]);
        true ->
            case locked(Running, fun() -> leave_now(Up, DrainSeconds) end) of
                busy -> waits(leave, turn, "~ts waits to leave until another change of the cluster is done", [node()]);
                Answer -> Answer
            end
    end.

%% This broker, or another one that left, has had members added elsewhere for those here, which are too many now.
give_back(Tries) ->
    case locked(running(), fun() -> shrink([node()]) end) of
        busy when Tries > 1 -> timer:sleep(1000), give_back(Tries - 1);
        _ -> ok
    end.

leave_now(Stay, DrainSeconds) ->
    {Count, Problems} = arrange(Stay, ?ARRANGING),
    {Grown, Rest} = lists:partition(fun(Queue) -> is_replaced(Queue, Stay) end, held_by(node())),
    case {Rest, remove_all(Grown, node(), Stay)} of
        {_, late} -> wait;
        {[], done} ->
            case give_away_classic(Stay) of
                [] -> go(Stay, DrainSeconds);
                Kept -> waits(leave, 'classic-queue', "~ts waits to leave until its classic queues can be given away: ~0tp", [node(), first_of(Kept)])
            end;
        {[], {held, Queue, Problem}} -> waits(leave, 'queue-member', "~ts waits to leave until its members of queues can be removed: ~ts ~0tp", [node(), Queue, Problem]);
        _ when Count > 0, Problems =:= [] -> wait;
        _ -> waits(leave, 'queue-member', "~ts waits to leave until queues have members elsewhere that are in step: ~ts ~0tp", [node(), titles(Rest), first_of(Problems)])
    end.

is_replaced(Queue, Stay) ->
    is_grown(Queue, Stay) andalso is_caught_up(Queue, [Node || Node <- members_of(Queue), lists:member(Node, Stay)]).

give_away_classic(Stay) ->
    [{title(Queue), Problem} || Queue <- classic_on(node()), {error, Problem} <- [
        case {messages_in(Queue), setting(classic_queues, wait)} of
            {0, _} -> move_empty(Queue, shuffled(Stay));
            {_, delete} ->
                tell(warning, "ClassicQueueDeleted", "queue ~ts goes with ~ts, its messages included, as classicQueues says", [title(Queue), node()]),
                case rabbit_amqqueue:delete(Queue, false, false, ?USER) of {ok, _} -> ok; Problem -> {error, Problem} end;
            {_, wait} -> {error, not_empty}
        end]].

go(Stay, DrainSeconds) ->
    case is_spared(Stay) of
        true ->
            goes_on(leave),
            within(DrainSeconds, fun() -> rabbit_maintenance:drain() end),
            case is_spared(Stay) andalso is_empty(Stay) of true -> end_as_member(Stay); false -> wait end;
        false -> wait
    end.

%% Members may have gone down since the attempt began: it takes minutes where queues are many.
is_spared(Stay) ->
    Up = running() -- [node()],
    Stay -- Up =:= [] andalso is_majority(Up, members() -- [node()]).

%% A queue that was declared meanwhile may have got a member here, or be here.
is_empty(Stay) -> done =:= remove_all(held_by(node()), node(), []) andalso [] =:= give_away_classic(Stay).

end_as_member(Stay) ->
    note_left(node()),
    rpc:call(hd(Stay), rabbit_stream_coordinator, forget_node, [node()], 10000),
    within(60, fun() -> end_membership(data_folder_of(node())) end),
    quietly(fun() -> rabbitmq_boot_claims:unmark(ordinal(node())) end),
    left.

%% A reset leaves what Raft wrote for streams; a broker that comes back with it would take itself for what it was.
end_membership(Folder) ->
    rabbit:stop(),
    case code:ensure_loaded(rabbit_db) of
        {module, _} -> rabbit_db:reset();
        _ -> rabbit_mnesia:reset()
    end,
    [application:stop(Application) || Application <- [khepri, osiris, ra, mnesia]],
    file:del_dir_r(Folder).

within(Seconds, Function) ->
    {Pid, Reference} = spawn_monitor(Function),
    receive
        {'DOWN', Reference, process, Pid, normal} -> ok;
        {'DOWN', Reference, process, Pid, Reason} -> say(warning, "~0tP", [Reason, 20])
    after Seconds * 1000 -> exit(Pid, kill), say(warning, "not within ~b s", [Seconds])
    end.

start() ->
    application:get_env(kernel, net_setuptime) =:= undefined andalso application:set_env(kernel, net_setuptime, ?CONNECTING),
    spawn(fun() ->
        register(?MODULE, self()),
        loop(#{limit => memory_limit()})
    end).

loop(State) ->
    timer:sleep(?INTERVAL),
    loop(try look(follow_memory(State)) catch Class:Reason:Stack -> say(warning, "~0tp ~0tp ~0tP", [Class, Reason, Stack, 20]), State end).

look(State) ->
    case rabbit:is_running() andalso application:get_env(rabbit, stopping_for_kubernetes, false) =:= false andalso running() of
        [First | _] when First =:= node() ->
            case wanted() of
                {ok, #{deleted := false, replicas := Replicas} = Wanted} when Replicas > 0 ->
                    goes_on(ask),
                    keep(Wanted, State#{unanswered => 0});
                {ok, _} -> goes_on(), State;
                {error, Reason} ->
                    Unanswered = maps:get(unanswered, State, 0) + 1,
                    Unanswered >= ?UNANSWERED andalso waits(ask, 'api-server', "the API server can't be asked how many brokers there are to be: ~0tp", [Reason]),
                    State#{unanswered => Unanswered}
            end;
        _ -> goes_on(), maps:with([members, limit], State)
    end.

keep(Wanted, State) ->
    Members = members(),
    Running = running(),
    Stay = stay(Members, Wanted),
    Surplus = (Members -- Stay) -- Running,
    Now = erlang:monotonic_time(second),
    Down = maps:from_list([{Node, maps:get(Node, maps:get(down, State, #{}), Now)} || Node <- Members -- Running]),
    Changed = case State of #{members := Members} -> false; #{members := _} -> true; _ -> false end,
    Since = case State of #{since := Given} when not Changed -> Given; _ -> Now end,
    {Same, Level} = case State of #{running := Running, same := At, level := Due} -> {At, Due}; _ -> {Now, true} end,
    Dirty = Changed orelse maps:get(dirty, State, false),
    Gone = [Node || Node <- Surplus, Now - maps:get(Node, Down) >= ?GONE],
    [expel(Node, Running) || Node <- Gone],
    [goes_on({forget, Node}) || {{waits, {forget, Node}}, _} <- get(), not maps:is_key(Node, Down)],
    readmit(Wanted, Members, Running),
    IsWhole = Stay -- Running =:= [] andalso (length(Stay) =:= maps:get(replicas, Wanted) orelse Now - Since > ?JOINING),
    Looks = maps:get(looks, State, 0),
    StillDirty = case IsWhole andalso Gone =:= [] andalso (Dirty orelse Looks rem ?CALM =:= 0) of
        true -> tend(Stay, Members, Running, Dirty);
        false -> Dirty
    end,
    StillLevel = case IsWhole andalso not StillDirty andalso Level andalso Now - Same >= ?LEVEL of
        true -> done =/= locked(Running, fun() -> level(Stay) end);
        false -> Level
    end,
    State#{members => Members, down => Down, since => Since, dirty => StillDirty, looks => Looks + 1, running => Running, same => Same, level => StillLevel}.

%% Members for each queue, then leaders for each node. Answers whether there is more to do.
tend(Stay, Members, Running, Dirty) ->
    IsSettled = Dirty andalso Members =:= Stay,
    case locked(Running, fun() -> {orphans(Members) + case IsSettled of true -> shrink([]); false -> 0 end, arrange(Stay, 10)} end) of
        busy -> Dirty;
        {0, {0, []}} when not Dirty -> goes_on(grow), false;
        {0, {0, []}} ->
            goes_on(grow),
            case locked(Running, fun() -> level(Stay) end) of
                done -> tell(normal, "Scaled", "queues and leaders are spread over ~ts", [names(Stay)]), false;
                _ -> true
            end;
        {Removed, {0, []}} ->
            say(normal, "~b members of queues removed", [Removed]),
            true;
        {_, {Count, []}} ->
            say(normal, "~b members of queues added or moved", [Count]),
            true;
        {_, {_, Problems}} ->
            waits(grow, 'queue-member', "queues can't get all members that they are to have yet: ~0tp", [first_of(Problems)]),
            true
    end.

%% Removes members of queues on nodes that aren't in the cluster any more; answers how many.
orphans(Members) ->
    Until = within_seconds(?ARRANGING),
    length([ok || Queue <- replicated(), Node <- members_of(Queue) -- Members, not is_late(Until), remove(Queue, Node, []) =:= ok]).

%% Forgets a broker that is gone and not wanted.
expel(Node, Running) ->
    case [Queue || Queue <- classic_on(Node), setting(classic_queues, wait) =:= wait] of
        [_ | _] = Queues ->
            waits({forget, Node}, 'classic-queue', "~ts is gone without having left, and can't be forgotten: these classic queues may have messages on its volume. Scale out again for it to come back, or delete them: ~ts", [Node, titles(Queues)]);
        [] ->
            locked(Running, fun() -> forget(Node, Running) end)
    end.

%% Only a majority may: others may be there that can't be reached from here, and do the same.
forget(Node, Running) ->
    case is_majority(Running, members()) of
        true -> forget_by_majority(Node, Running);
        false -> waits({forget, Node}, membership, "~ts is gone and can't be forgotten while no majority of the cluster's members is up", [Node])
    end.

forget_by_majority(Node, Running) ->
    case remove_all(held_by(Node), Node, Running) of
        done ->
            note_left(Node),
            case erlang:function_exported(rabbit_stream_coordinator, forget_node, 1) of
                true -> quietly(fun() -> rabbit_stream_coordinator:forget_node(Node) end);
                false -> ok
            end,
            Forgotten = case code:ensure_loaded(rabbit_db_cluster) of
                {module, _} -> rabbit_db_cluster:forget_member(Node, false);
                _ -> rabbit_mnesia:forget_cluster_node(Node, false)
            end,
            case Forgotten of
                ok ->
                    quietly(fun() -> rabbitmq_boot_claims:unmark(ordinal(Node)) end),
                    tell(normal, "Forgotten", "~ts was gone without having left; the cluster has forgotten it", [Node]);
                Problem -> waits({forget, Node}, membership, "~ts is gone and can't be forgotten yet: ~0tp", [Node, Problem])
            end;
        late -> ok;
        {held, Queue, Problem} ->
            waits({forget, Node}, 'queue-member', "~ts is gone and can't be forgotten until its members of queues can be removed: ~ts ~0tp", [Node, Queue, Problem])
    end.

%% Brokers that are wanted and can't join: one that was forgotten while it was away still has its old data, and one that lost
%% its volume is still a member. Both start up to a point and wait there.
readmit(#{first := First, replicas := Replicas}, Members, Running) ->
    [case {is_virgin(Node), lists:member(Node, Members)} of
        {true, true} -> case known(virgin, Node) of true -> locked(Running, fun() -> forget(Node, Running) end); false -> ok end;
        {false, false} -> case lists:member(Node, left()) andalso known(stale, Node) of true -> wipe(Node); false -> ok end;
        _ -> erase({virgin, Node}), erase({stale, Node})
     end || Ordinal <- lists:seq(First + 1, First + Replicas - 1), Node <- [with_ordinal(Ordinal)],
            not lists:member(Node, Running), pong =:= ping(Node), false =:= rpc:call(Node, rabbit, is_running, [], 5000)].

%% Whether this was seen three times in a row.
known(What, Node) ->
    Times = case get({What, Node}) of undefined -> 1; Count -> Count + 1 end,
    put({What, Node}, Times),
    Times >= 3.

ping(Node) ->
    {Pid, Reference} = spawn_monitor(fun() -> exit(net_adm:ping(Node)) end),
    receive {'DOWN', Reference, process, Pid, Answer} -> Answer
    after 3000 -> exit(Pid, kill), pang
    end.

%% Its own word isn't enough: whose metadata store isn't running says that it has nothing. Each that was up once has stores of messages.
is_virgin(Node) ->
    case rpc:call(Node, filelib, wildcard, ["msg_stores/vhosts/*", data_folder_of(Node)], 5000) of
        [] ->
            case rpc:call(Node, rabbit_db, is_virgin_node, [], 5000) of
                {badrpc, {'EXIT', {undef, _}}} -> rpc:call(Node, rabbit_mnesia, is_virgin_node, [], 5000);
                Answer -> Answer
            end;
        _ -> false
    end.

wipe(Node) ->
    Folder = data_folder_of(Node),
    Old = Folder ++ ".left",
    rpc:call(Node, file, del_dir_r, [Old], 60000),
    case rpc:call(Node, file, rename, [Folder, Old], 5000) of
        ok ->
            rpc:call(Node, file, del_dir_r, [Old], 60000),
            tell(normal, "DataOfFormerMemberDeleted", "~ts had left the cluster for good and is back with what it had then: it starts anew", [Node]),
            rpc:cast(Node, erlang, halt, [1, [{flush, false}]]);
        Problem -> say(warning, "the data of ~ts from before it left can't be put away: ~0tp", [Node, Problem])
    end.

%% Keeps what the broker may take in proportion to the limit. A watermark that is absolute stays.
follow_memory(#{limit := Before} = State) ->
    case {rabbit:is_running() andalso memory_limit(), application:get_env(rabbit, total_memory_available_override_value)} of
        {Limit, {ok, Available}} when is_integer(Limit), is_integer(Before), is_integer(Available), Limit =/= Before ->
            Watermark = vm_memory_monitor:get_vm_memory_high_watermark(),
            Now = Available * Limit div Before,
            application:set_env(rabbit, total_memory_available_override_value, Now),
            vm_memory_monitor:set_vm_memory_high_watermark(Watermark),
            tell(normal, "MemoryFollowed", "the memory of ~ts is limited to ~b bytes now; it takes ~b of them for its own and blocks publishers at ~b", [node(), Limit, Now, vm_memory_monitor:get_memory_limit()]),
            State#{limit := Limit};
        _ -> State
    end.

%% The container's limit, by either version of cgroups.
memory_limit() ->
    Read = [string:to_integer(Text) || File <- ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"], {ok, Text} <- [file:read_file(File)]],
    case Read of [{Limit, _} | _] when is_integer(Limit) -> Limit; _ -> none end.
