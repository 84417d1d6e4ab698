%% The only module of the program that calls RabbitMQ. Where a function differs between series of
%% RabbitMQ, it has one branch for each.
-module(rabbitmq_membership_broker).
-export([
    is_running/0, is_running/1, members/0, running/0, is_stopping/0, set_stopping/0, stays/1,
    left/0, note_left/1, forget/1, is_virgin/1, data_folder/1, leave/0,
    mark_as_draining/0, unmark_as_draining/0, drain/0, not_draining/1, has_quorum_without_this/0,
    queues/0, refresh/1, add_replica/2, delete_replica/2, transfer_leader/2, suspected/1, is_voter/2,
    is_unknown_server/2, delete_server/2, stream_roles/1, has_confirmed/3, forget_stream_node/1,
    forget_stream_node/2, tell_streams_of/1,
    classic_queues/1, messages/1, delete_queue/1, delete_if_empty/1, bindings/1, bind/1, declare/2,
    memory/0, set_memory/1, with_size_hint/2, set_size_hint/2,
    set_waiting/1, clear_waiting/1, set_progress/2, progress/0, count_step/2
]).

-include("rabbitmq_membership.hrl").

-define(METRIC, rabbitmq_scaling_waiting).
-define(LEFT, rabbitmq_scaling_queues_left).
-define(WINDOW, rabbitmq_scaling_queues_changing).
-define(STEPS, rabbitmq_scaling_steps_total).

%% The target for queues whose policy and arguments have none.
-define(TARGET, 3).

%% Cluster members

-spec is_running() -> boolean().
is_running() -> rabbit:is_running().

-spec is_running(node()) -> boolean() | {badrpc, term()}.
is_running(Node) -> rpc:call(Node, rabbit, is_running, [], 5000).

-spec members() -> [node()].
members() ->
    rabbitmq_membership_ordinals:sorted(case has(rabbit_db_cluster) of
        true -> rabbit_db_cluster:members();
        % up to 3.11
        false -> rabbit_mnesia:cluster_nodes(all)
    end).

-spec running() -> [node()].
running() -> [Node || Node <- members(), Node =:= node() orelse true =:= is_running(Node)].

-spec is_stopping() -> boolean().
is_stopping() -> application:get_env(rabbit, stopping_for_kubernetes, false).

-spec set_stopping() -> ok.
set_stopping() -> application:set_env(rabbit, stopping_for_kubernetes, true).

%% Whether another broker runs and is not about to stop.
-spec stays(node()) -> boolean().
stays(Node) ->
    Arguments = [rabbit, stopping_for_kubernetes, false],
    false =:= rpc:call(Node, application, get_env, Arguments, 2000).

%% The brokers that left for good. One that comes back has outdated data.
-spec left() -> [node()].
left() ->
    case rabbit_runtime_parameters:value_global(?RECORD) of
        Names when is_list(Names) -> [binary_to_atom(Name, utf8) || Name <- Names];
        _ -> []
    end.

-spec note_left(node()) -> term().
note_left(Node) ->
    Members = members(),
    Left = [Other || Other <- left(), Other =/= Node, not lists:member(Other, Members)],
    Names = lists:usort([atom_to_binary(Name, utf8) || Name <- [Node | Left]]),
    rabbit_runtime_parameters:set_global(?RECORD, Names, ?USER).

%% Removes a stopped broker from the cluster.
-spec forget(node()) -> ok | term().
forget(Node) ->
    case has(rabbit_db_cluster) of
        true -> rabbit_db_cluster:forget_member(Node, false);
        % up to 3.11
        false -> rabbit_mnesia:forget_cluster_node(Node, false)
    end.

%% Whether a broker has no data. Its own answer is not enough: a broker whose metadata store is not
%% running says that it has none. A broker that was up once has message stores.
-spec is_virgin(node()) -> boolean() | {badrpc, term()}.
is_virgin(Node) ->
    case rpc:call(Node, filelib, wildcard, ["msg_stores/vhosts/*", data_folder(Node)], 5000) of
        [] ->
            case rpc:call(Node, rabbit_db, is_virgin_node, [], 5000) of
                % up to 3.11
                {badrpc, {'EXIT', {undef, _}}} ->
                    rpc:call(Node, rabbit_mnesia, is_virgin_node, [], 5000);
                Answer -> Answer
            end;
        _ -> false
    end.

%% The folder of all that a broker has written. With Khepri, rabbit_db names the metadata only.
-spec data_folder(node()) -> file:filename().
data_folder(Node) ->
    case rpc:call(Node, rabbit, data_dir, [], 5000) of
        % up to 3.12
        {badrpc, _} -> rpc:call(Node, rabbit_mnesia, dir, [], 5000);
        Folder -> Folder
    end.

%% Ends this broker's membership and deletes its data. A reset leaves what Raft wrote for streams:
%% a broker that came back with it would take itself for the old member.
-spec leave() -> ok | {error, term()}.
leave() ->
    Folder = data_folder(node()),
    rabbit:stop(),
    case has(rabbit_db) of
        true -> rabbit_db:reset();
        % up to 3.11
        false -> rabbit_mnesia:reset()
    end,
    [application:stop(Application) || Application <- [khepri, osiris, ra, mnesia]],
    file:del_dir_r(Folder).

%% Maintenance

-spec mark_as_draining() -> term().
mark_as_draining() -> rabbit_maintenance:mark_as_being_drained().

-spec unmark_as_draining() -> term().
unmark_as_draining() -> rabbit_maintenance:unmark_as_being_drained().

%% Closes client connections and moves leaders of queues to other brokers.
-spec drain() -> term().
drain() -> rabbit_maintenance:drain().

-spec not_draining([node()]) -> [node()].
not_draining(Nodes) -> rabbit_maintenance:filter_out_drained_nodes_local_read(Nodes).

%% Whether every queue and the metadata keep a majority without this broker, at once or within 1 s.
-spec has_quorum_without_this() -> boolean().
has_quorum_without_this() ->
    Arguments = [1000],
    true =:= rpc:call(
        node(), rabbit_upgrade_preparation, await_online_quorum_plus_one, Arguments, 5000
    ).

%% Replicated queues

%% The quorum queues and streams of all virtual hosts.
-spec queues() -> [rabbitmq_membership_placement:queue()].
queues() ->
    Default = rabbitmq_membership_util:setting(target_group_size, ?TARGET),
    [describe(Queue, Default) || Queue <- rabbit_amqqueue:list(),
        lists:member(amqqueue:get_type(Queue), [rabbit_quorum_queue, rabbit_stream_queue])].

%% A queue as it is now.
-spec refresh(map()) -> map() | gone.
refresh(#{name := Name, target := Target}) ->
    case rabbit_amqqueue:lookup(Name) of
        {ok, Queue} -> describe(Queue, Target);
        _ -> gone
    end.

describe(Queue, Default) ->
    Type = case amqqueue:get_type(Queue) of
        rabbit_quorum_queue -> quorum;
        rabbit_stream_queue -> stream;
        _ -> classic
    end,
    Name = amqqueue:get_name(Queue),
    Described = #{name => Name, title => title(Name), type => Type, queue => Queue},
    case Type of
        classic -> Described;
        _ -> Described#{
            replicas => replicas(Queue), leader => leader(Queue), target => target(Type, Queue, Default)
        }
    end.

title({resource, VHost, queue, Name}) -> unicode:characters_to_list([Name, " in ", VHost]).

replicas(Queue) ->
    case amqqueue:get_type_state(Queue) of
        #{nodes := Nodes} when is_map(Nodes) -> maps:keys(Nodes);
        #{nodes := Nodes} -> Nodes
    end.

leader(Queue) ->
    case amqqueue:get_pid(Queue) of
        {_, Node} -> Node;
        Pid when is_pid(Pid) -> node(Pid);
        _ -> none
    end.

%% The number of replicas by a queue's policy, its arguments, or the cluster's setting.
target(Type, Queue, Default) ->
    {Policy, Arguments} = case Type of
        quorum ->
            {<<"target-group-size">>,
                [<<"x-quorum-target-group-size">>, <<"x-quorum-initial-group-size">>]};
        stream -> {<<"initial-cluster-size">>, [<<"x-initial-cluster-size">>]}
    end,
    Table = amqqueue:get_arguments(Queue),
    Found = [rabbit_misc:table_lookup(Table, Argument) || Argument <- Arguments],
    case {rabbit_policy:get(Policy, Queue), [Size || {_, Size} <- Found]} of
        {Size, _} when is_integer(Size), Size > 0 -> Size;
        {_, [Size | _]} when Size > 0 -> Size;
        _ -> Default
    end.

-spec add_replica(map(), node()) -> term().
add_replica(#{type := quorum, name := {resource, VHost, queue, Name}}, Node) ->
    rabbit_quorum_queue:add_member(VHost, Name, Node, 10000);
add_replica(#{type := stream, name := {resource, VHost, queue, Name}}, Node) ->
    rabbit_stream_queue:add_replica(VHost, Name, Node).

-spec delete_replica(map(), node()) -> term().
delete_replica(#{type := quorum, name := {resource, VHost, queue, Name}}, Node) ->
    rabbit_quorum_queue:delete_member(VHost, Name, Node);
delete_replica(#{type := stream, name := {resource, VHost, queue, Name}}, Node) ->
    rabbit_stream_queue:delete_replica(VHost, Name, Node).

-spec transfer_leader(map(), node()) -> term().
transfer_leader(#{queue := Queue}, Node) ->
    (amqqueue:get_type(Queue)):transfer_leadership(Queue, Node).

%% The brokers with consumers that the leader of a quorum queue takes to be unreachable.
-spec suspected(map()) -> [node()].
suspected(#{queue := Queue}) ->
    [node(element(1, Consumer)) || Consumer <- rabbit_amqqueue:consumers(Queue),
        lists:member(suspected_down, tuple_to_list(Consumer))].

%% Whether a replica of a quorum queue has what the leader had when the replica was added.
-spec is_voter(map(), node()) -> boolean().
is_voter(#{queue := Queue}, Node) ->
    {RaName, _} = amqqueue:get_pid(Queue),
    case rpc:call(Node, ra, key_metrics, [{RaName, Node}], 5000) of
        #{membership := Membership} -> Membership =:= voter;
        % without non-voters, up to 3.11
        #{state := State} -> State =:= follower orelse State =:= leader;
        {badrpc, {'EXIT', {undef, _}}} -> true;
        _ -> false
    end.

%% Whether a broker runs a Raft server of a quorum queue that the queue does not know. A broker
%% that stops while it adds a replica leaves one, and it blocks every other attempt.
-spec is_unknown_server(map(), node()) -> boolean().
is_unknown_server(#{type := quorum, queue := Queue}, Node) ->
    case amqqueue:get_pid(Queue) of
        {RaName, _} = Leader ->
            case {ra:members(Leader, 5000), rpc:call(Node, erlang, whereis, [RaName], 5000)} of
                {{ok, Servers, _}, Pid} when is_pid(Pid) ->
                    not lists:member({RaName, Node}, Servers);
                _ -> false
            end;
        _ -> false
    end;
is_unknown_server(_, _) -> false.

-spec delete_server(map(), node()) -> boolean().
delete_server(#{queue := Queue}, Node) ->
    {RaName, _} = amqqueue:get_pid(Queue),
    ok =:= ra:force_delete_server(quorum_queues, {RaName, Node}).

%% The running replicas of a stream, each with its role.
-spec stream_roles(map()) -> #{node() => writer | replica}.
stream_roles(#{queue := Queue}) ->
    IsAlive = fun(Pid) ->
        is_pid(Pid) andalso
            true =:= rpc:call(node(Pid), erlang, is_process_alive, [Pid], 5000)
    end,
    case rabbit_stream_coordinator:members(maps:get(name, amqqueue:get_type_state(Queue))) of
        {ok, Members} ->
            Running = [{node(Pid), Role} || {Pid, Role} <- maps:values(Members), IsAlive(Pid)],
            maps:from_list(Running);
        _ -> #{}
    end.

%% Whether a stream's replica has everything that the stream has confirmed.
-spec has_confirmed(map(), node(), #{node() => writer | replica}) -> boolean().
has_confirmed(#{name := Name}, Node, Roles) ->
    case {Roles, [Writer || {Writer, writer} <- maps:to_list(Roles)]} of
        {#{Node := writer}, _} -> true;
        {#{Node := replica}, [Writer]} ->
            Written = stream_counters(Writer, {osiris_writer, Name}),
            Replicated = stream_counters(Node, {osiris_replica, Name}),
            case {Written, Replicated} of
                {#{committed_offset := Confirmed}, #{offset := Offset}} -> Offset >= Confirmed;
                _ -> false
            end;
        _ -> false
    end.

stream_counters(Node, Key) ->
    case rpc:call(Node, osiris_counters, overview, [], 5000) of
        #{Key := Found} -> Found;
        _ -> #{}
    end.

%% Removes a broker from the streams' coordinator, where the series has one that can.
-spec forget_stream_node(node()) -> term().
forget_stream_node(Node) ->
    case erlang:function_exported(rabbit_stream_coordinator, forget_node, 1) of
        true -> rabbit_stream_coordinator:forget_node(Node);
        false -> ok
    end.

%% The same, by another broker.
-spec forget_stream_node(node(), node()) -> term().
forget_stream_node(Other, Node) ->
    rpc:call(Other, rabbit_stream_coordinator, forget_node, [Node], 10000).

%% Tells the coordinator of streams that a broker is connected, if this broker leads it.
-spec tell_streams_of(node()) -> term().
tell_streams_of(Node) ->
    Leads = [leader || Row <- ets:lookup(ra_state, rabbit_stream_coordinator), lists:member(leader, tuple_to_list(Row))],
    Leads =/= [] andalso ra:process_command({rabbit_stream_coordinator, node()}, {nodeup, Node}, 10000).

%% Classic queues

%% The classic queues of a broker, except those that end with their connection. RabbitMQ lists the
%% queues of a broker that was stopped separately.
-spec classic_queues(node()) -> [map()].
classic_queues(Node) ->
    Listed = [Queue || VHost <- rabbit_vhost:list_names(),
        Queue <- rabbit_amqqueue:list(VHost) ++ rabbit_amqqueue:list_down(VHost)],
    [describe(Queue, none) || Queue <- Listed,
        amqqueue:get_type(Queue) =:= rabbit_classic_queue,
        is_pid(amqqueue:get_pid(Queue)), node(amqqueue:get_pid(Queue)) =:= Node,
        amqqueue:get_exclusive_owner(Queue) =:= none].

-spec messages(map()) -> non_neg_integer() | unknown.
messages(#{queue := Queue}) ->
    try rabbit_amqqueue:info(Queue, [messages]) of
        [{messages, Count}] -> Count
    catch
        _:_ -> unknown
    end.

-spec delete_queue(map()) -> ok | {error, term()}.
delete_queue(#{queue := Queue}) -> deleted(rabbit_amqqueue:delete(Queue, false, false, ?USER)).

-spec delete_if_empty(map()) -> ok | {error, term()}.
delete_if_empty(#{queue := Queue}) -> deleted(rabbit_amqqueue:delete(Queue, false, true, ?USER)).

deleted({ok, _}) -> ok;
deleted(Problem) -> {error, Problem}.

%% A queue's bindings, except the one that every queue has.
-spec bindings(map()) -> [term()].
bindings(#{name := Name}) ->
    IsDefault = fun(Binding) ->
        {resource, _, exchange, Exchange} = element(2, Binding),
        Exchange =:= <<>>
    end,
    [Binding || Binding <- rabbit_binding:list_for_destination(Name), not IsDefault(Binding)].

-spec bind(term()) -> term().
bind(Binding) -> rabbit_binding:add(Binding, ?USER).

%% Declares a queue again, on another broker.
-spec declare(map(), node()) -> ok | {error, term()}.
declare(#{queue := Queue}, Node) ->
    Location = case erlang:function_exported(rabbit_khepri, is_enabled, 0) of
        true -> {ignore_location, Node};
        % up to 3.12
        false -> Node
    end,
    case rabbit_amqqueue:declare(
        amqqueue:get_name(Queue), amqqueue:is_durable(Queue), amqqueue:is_auto_delete(Queue),
        amqqueue:get_arguments(Queue), none, ?USER, Location
    ) of
        {existing, _} -> ok;
        {new, _} -> ok;
        Problem -> {error, Problem}
    end.

%% Settings of the broker

%% The memory that RabbitMQ may use, in bytes, where it is set.
-spec memory() -> non_neg_integer() | undefined.
memory() ->
    case application:get_env(rabbit, total_memory_available_override_value) of
        {ok, Bytes} when is_integer(Bytes) -> Bytes;
        _ -> undefined
    end.

%% Sets it. Returns the number of bytes at which RabbitMQ blocks publishers.
-spec set_memory(non_neg_integer()) -> number().
set_memory(Bytes) ->
    Watermark = vm_memory_monitor:get_vm_memory_high_watermark(),
    application:set_env(rabbit, total_memory_available_override_value, Bytes),
    vm_memory_monitor:set_vm_memory_high_watermark(Watermark),
    vm_memory_monitor:get_memory_limit().

%% Sets the number of brokers that RabbitMQ expects, on each of these brokers. An import of
%% definitions skips queues and bindings while fewer brokers run.
-spec set_size_hint([node()], pos_integer()) -> ok.
set_size_hint(Nodes, Size) ->
    Set = fun(Node) ->
        Formation = rpc:call(Node, application, get_env, [rabbit, cluster_formation, []], 5000),
        case is_list(Formation) andalso with_size_hint(Formation, Size) of
            Changed when is_list(Changed), Changed =/= Formation ->
                Arguments = [rabbit, cluster_formation, Changed],
                rpc:call(Node, application, set_env, Arguments, 5000);
            _ -> ok
        end
    end,
    lists:foreach(Set, Nodes).

-spec with_size_hint([term()], pos_integer()) -> [term()].
with_size_hint(Formation, Size) ->
    lists:keystore(target_cluster_size_hint, 1, Formation, {target_cluster_size_hint, Size}).

%% The metric of steps that wait

-spec set_waiting([atom()]) -> term().
set_waiting(Labels) ->
    rabbitmq_membership_util:quietly(fun() ->
        Help = "1 while a step of scaling waits",
        prometheus_gauge:declare([{name, ?METRIC}, {labels, [step, reason]}, {help, Help}]),
        prometheus_registry:register_collector(default, prometheus_gauge),
        prometheus_gauge:set(?METRIC, Labels, 1)
    end).

-spec clear_waiting([atom()]) -> term().
clear_waiting(Labels) ->
    rabbitmq_membership_util:quietly(fun() -> prometheus_gauge:remove(?METRIC, Labels) end).

%% The progress of changes of queues: how many are left, and how many of these are being changed.
-spec set_progress(non_neg_integer(), non_neg_integer()) -> term().
set_progress(Left, Changing) ->
    application:set_env(rabbit, scaling_progress, {Left, Changing}),
    rabbitmq_membership_util:quietly(fun() ->
        gauge(?LEFT, "Queues whose replicas or leader still change"), prometheus_gauge:set(?LEFT, Left),
        gauge(?WINDOW, "Queues that change now"), prometheus_gauge:set(?WINDOW, Changing)
    end).

-spec progress() -> {non_neg_integer(), non_neg_integer()}.
progress() -> application:get_env(rabbit, scaling_progress, {0, 0}).

-spec count_step(atom(), ok | failed) -> term().
count_step(Step, Result) ->
    rabbitmq_membership_util:quietly(fun() ->
        Help = "Replicas added or removed and leaders moved",
        prometheus_counter:declare([{name, ?STEPS}, {labels, [step, result]}, {help, Help}]),
        prometheus_registry:register_collector(default, prometheus_counter),
        prometheus_counter:inc(?STEPS, [Step, Result])
    end).

gauge(Name, Help) ->
    prometheus_gauge:declare([{name, Name}, {help, Help}]),
    prometheus_registry:register_collector(default, prometheus_gauge).

%% JSON

has(Module) ->
    case code:ensure_loaded(Module) of
        {module, _} -> true;
        _ -> false
    end.
