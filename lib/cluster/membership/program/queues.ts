/** The part of the program that knows queues: who has members of them, and how members and leaders come and go. */
export const QUEUES = String.raw`
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
`;
