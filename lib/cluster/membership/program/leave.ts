/** The part of the program that a broker runs before it stops. */
export const LEAVE = String.raw`
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
`;
