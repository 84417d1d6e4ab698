%% Runs on a member of the cluster: removes the membership of a broker that lost its data.
-module(rabbitmq_boot_members).
-export([forget/1, is_majority/2]).
%% the lock of the membership program: one change of the cluster at a time
-define(LOCK, rabbitmq_scaling).
%% milliseconds for the replicas of one queue
-define(REMOVING, 15000).
%% replicas that are removed at the same time
-define(WINDOW, 16).

-spec forget(node()) -> ok | {error, string()}.
forget(Node) ->
    Members = members(),
    case lists:member(Node, Members) of
        false -> ok;
        true ->
            Running = [Member || Member <- Members, Member =/= Node, is_running(Member)],
            case is_majority(Running, Members) of
                true -> locked(Running, fun() -> forget_member(Node, Running) end);
                false -> {error, text("only ~b of ~b members run", [length(Running), length(Members)])}
            end
    end.

-spec is_majority([node()], [node()]) -> boolean().
is_majority(Some, All) -> 2 * length(Some) > length(All).

members() ->
    case code:ensure_loaded(rabbit_db_cluster) of
        {module, _} -> rabbit_db_cluster:members();
        _ -> rabbit_mnesia:cluster_nodes(all)
    end.

is_running(Member) -> Member =:= node() orelse true =:= rpc:call(Member, rabbit, is_running, [], 5000).

locked(Nodes, Function) ->
    Lock = {?LOCK, self()},
    case global:set_lock(Lock, Nodes, 0) of
        true -> try Function() after global:del_lock(Lock, Nodes) end;
        false -> {error, "another change of the cluster goes on"}
    end.

%% A replica that starts from nothing under its old identity would count in elections as if it had its log. A queue
%% that has no majority without it cannot remove it, and needs it to get one.
forget_member(Node, Running) ->
    Queues = [Queue || Queue <- replicated(), lists:member(Node, replicas(Queue)), can_remove(Queue, Node, Running)],
    Kept = lists:append([Problem || Problem <- windowed(fun(Queue) -> remove(Queue, Node) end, Queues, [])]),
    Kept =:= [] orelse logger:warning("Boot: ~b queues keep a replica on ~ts, such as ~0tp", [length(Kept), Node, hd(Kept)]),
    _ = try rabbit_stream_coordinator:forget_node(Node) catch _:_ -> ok end,
    Forgotten = case code:ensure_loaded(rabbit_db_cluster) of
        {module, _} -> rabbit_db_cluster:forget_member(Node, false);
        _ -> rabbit_mnesia:forget_cluster_node(Node, false)
    end,
    case Forgotten of
        ok -> logger:notice("Boot: ~ts lost its data; the cluster has removed its membership", [Node]), ok;
        Problem -> {error, text("~0tP", [Problem, 20])}
    end.

replicated() ->
    [Queue || Queue <- rabbit_amqqueue:list(), lists:member(amqqueue:get_type(Queue), [rabbit_quorum_queue, rabbit_stream_queue])].

replicas(Queue) ->
    case amqqueue:get_type_state(Queue) of
        #{nodes := Nodes} when is_map(Nodes) -> maps:keys(Nodes);
        #{nodes := Nodes} -> Nodes
    end.

can_remove(Queue, Node, Running) ->
    Replicas = replicas(Queue),
    is_majority([Replica || Replica <- Replicas, Replica =/= Node, lists:member(Replica, Running)], Replicas).

windowed(_, [], Results) -> Results;
windowed(Function, Items, Results) ->
    {Now, Later} = lists:split(min(?WINDOW, length(Items)), Items),
    Started = [spawn_monitor(fun() -> exit({result, Function(Item)}) end) || Item <- Now],
    Ended = [receive {'DOWN', Reference, process, Pid, {result, Result}} -> Result;
                     {'DOWN', Reference, process, Pid, Reason} -> [Reason] end || {Pid, Reference} <- Started],
    windowed(Function, Later, Ended ++ Results).

remove(Queue, Node) -> remove(Queue, Node, erlang:monotonic_time(millisecond) + ?REMOVING).

remove(Queue, Node, Until) ->
    {resource, VHost, queue, Name} = amqqueue:get_name(Queue),
    Removed = try
        case amqqueue:get_type(Queue) of
            rabbit_quorum_queue -> rabbit_quorum_queue:delete_member(VHost, Name, Node);
            rabbit_stream_queue -> rabbit_stream_queue:delete_replica(VHost, Name, Node)
        end
    catch
        Class:Reason -> {error, {Class, Reason}}
    end,
    case {Removed, erlang:monotonic_time(millisecond) > Until} of
        {ok, _} -> [];
        {{ok, _}, _} -> [];
        {{ok, _, _}, _} -> [];
        {{error, not_found}, _} -> [];
        {{error, Problem}, true} -> [{Name, Problem}];
        {_, true} -> [{Name, Removed}];
        _ -> timer:sleep(500), remove(Queue, Node, Until)
    end.

text(Format, Values) -> lists:flatten(io_lib:format(Format, Values)).
