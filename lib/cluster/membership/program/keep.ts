/** The part of the program that runs in each broker all the time; one of them, the first that is up, does the work. */
export const KEEP = String.raw`
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
                ok -> tell(normal, "Forgotten", "~ts was gone without having left; the cluster has forgotten it", [Node]);
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
`;
