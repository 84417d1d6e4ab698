%% What a broker does before it stops: it leaves the cluster if the StatefulSet is scaled in, and
%% otherwise waits until the cluster can do without it and drains.
-module(rabbitmq_membership_leave).
-export([before_stop/2, stop/3, is_leaving/2]).

-include("rabbitmq_membership.hrl").

-import(rabbitmq_membership_broker, [members/0, running/0]).
-import(rabbitmq_membership_keep, [locked/2]).
-import(rabbitmq_membership_kubernetes, [goes_on/1, say/3, tell/4, waits/4, wanted/0]).
-import(rabbitmq_membership_ordinals, [ordinal/1, stay/2]).
-import(rabbitmq_membership_util, [
    first_of/1, is_majority/2, names/1, quietly/1, setting/2, shuffled/1, titles/1, within/2
]).

%% Seconds before the deadline in which a broker leaves although another broker is down.
-define(RESERVE, 120).

%% All that the preStop hook does. Returns "left" if the broker has left the cluster, otherwise
%% "stopped".
-spec stop(pos_integer(), pos_integer(), pos_integer()) -> left | stopped.
stop(LeaveSeconds, QuorumSeconds, DrainSeconds) ->
    case before_stop(LeaveSeconds, DrainSeconds) of
        left -> left;
        restart ->
            IsRunning = rabbitmq_membership_broker:is_running(),
            stop_running(IsRunning, QuorumSeconds, DrainSeconds)
    end.

%% A broker that is still booting has nothing to hand over.
stop_running(false, _, _) -> stopped;
stop_running(true, QuorumSeconds, DrainSeconds) ->
    case await_quorum(QuorumSeconds) of
        alone -> ok;
        _ -> drain(DrainSeconds)
    end,
    stopped.

%% Waits while a queue or the metadata would lose its majority and a peer runs that stays. Returns
%% "alone" if there is none: the whole cluster stops, or this is the only broker.
await_quorum(Seconds) ->
    Peers = members() -- [node()],
    Self = self(),
    Wait = fun Again() ->
        case lists:any(fun rabbitmq_membership_broker:stays/1, Peers) of
            false -> alone;
            true ->
                IsSafe = length(Peers) < 2 orelse
                    rabbitmq_membership_broker:has_quorum_without_this(),
                case IsSafe of true -> safe; false -> Again() end
        end
    end,
    case within(Seconds, fun() -> Self ! {quorum, Wait()} end) of
        ok -> receive {quorum, Answer} -> Answer end;
        _ ->
            say(warning, "a queue or the metadata may lose its majority: the broker stops anyway",
                []),
            unsafe
    end.

drain(Seconds) ->
    case within(Seconds, fun() -> rabbitmq_membership_broker:drain() end) of
        ok -> ok;
        _ -> say(warning, "the broker is not drained after ~b s: it stops anyway", [Seconds])
    end.

%% Returns "left" if the broker had to leave the cluster and has. Returns "restart" if it stops as
%% for a restart: the StatefulSet is not scaled in, the API server does not answer, or the broker
%% could not leave in time.
-spec before_stop(integer(), pos_integer()) -> left | restart.
before_stop(LimitSeconds, DrainSeconds) ->
    rabbitmq_membership_broker:set_stopping(),
    case rabbitmq_membership_broker:is_running() andalso ask(5) of
        {ok, Wanted} ->
            case is_leaving(node(), Wanted) of
                true -> leave(Wanted, DrainSeconds, erlang:monotonic_time(second) + LimitSeconds);
                false -> restart
            end;
        {error, Reason} ->
            tell(warning, "ScalingUnknown",
                "the API server does not answer whether ~ts has to leave the cluster, so it stops "
                "as for a restart: ~0tp", [node(), Reason]),
            restart;
        false -> restart
    end.

ask(Tries) ->
    case wanted() of
        {error, _} when Tries > 1 -> timer:sleep(1000), ask(Tries - 1);
        Answer -> Answer
    end.

-spec is_leaving(node(), map()) -> boolean().
is_leaving(Node, #{first := First, replicas := Replicas, deleted := Deleted}) ->
    not Deleted andalso Replicas > 0 andalso ordinal(Node) >= First + Replicas.

leave(Wanted, DrainSeconds, Deadline) ->
    Start = erlang:monotonic_time(second),
    quietly(fun rabbitmq_membership_broker:mark_as_draining/0),
    tell(normal, "ScalingIn", "~ts leaves the cluster", [node()]),
    case try_to_leave(Wanted, DrainSeconds, Deadline) of
        left ->
            tell(normal, "ScaledIn", "~ts has left the cluster after ~b s",
                [node(), erlang:monotonic_time(second) - Start]),
            timer:sleep(300),
            %% An orderly stop waits until TCP gives up on data for a peer whose node is dead,
            %% which takes 15 minutes.
            os:set_signal(sigterm, ignore),
            spawn(fun() -> timer:sleep(500), erlang:halt(0, [{flush, false}]) end),
            left;
        stays ->
            give_back(10),
            quietly(fun rabbitmq_membership_broker:unmark_as_draining/0),
            tell(normal, "ScalingInTakenBack",
                "~ts does not have to leave any more. It stops as for a restart", [node()]),
            restart;
        ends -> restart;
        late ->
            tell(warning, "ScalingInTooLate",
                "~ts stops without having left the cluster: leaveTimeout is over. It stays a "
                "member until the other brokers can remove it safely", [node()]),
            restart
    end.

try_to_leave(Wanted, DrainSeconds, Deadline) ->
    Left = Deadline - erlang:monotonic_time(second),
    Now = case wanted() of {ok, Newer} -> Newer; {error, _} -> Wanted end,
    IsLeaving = is_leaving(node(), Now),
    IsAllEnding = IsLeaving andalso is_all_ending(Now),
    if
        not IsLeaving -> stays;
        IsAllEnding -> ends;
        Left =< 0 -> late;
        true ->
            Answer = try attempt_to_leave(Now, DrainSeconds, Left)
                catch Class:Reason:Stack ->
                    say(warning, "~0tp ~0tp ~0tP", [Class, Reason, Stack, 20]),
                    wait
                end,
            case Answer of
                left -> left;
                wait -> timer:sleep(1000), try_to_leave(Now, DrainSeconds, Deadline)
            end
    end.

%% Kubernetes deletes a namespace's pods before its StatefulSets, which still look as desired.
is_all_ending(Wanted) ->
    Connected = nodes(),
    not lists:any(fun(Node) -> lists:member(Node, Connected) end, stay(members(), Wanted)) andalso
        rabbitmq_membership_kubernetes:is_refused().

attempt_to_leave(Wanted, DrainSeconds, Left) ->
    Others = members() -- [node()],
    Running = running(),
    Stay = stay(Others, Wanted),
    Away = Stay -- Running,
    Up = Stay -- Away,
    Rest = Running -- [node()],
    IsMajority = is_majority(Rest, Others),
    Full = [Queue || setting(classic_queues, wait) =:= wait,
        Queue <- rabbitmq_membership_broker:classic_queues(node()),
        rabbitmq_membership_broker:messages(Queue) =/= 0],
    if
        Up =:= [] ->
            waits(leave, 'nobody-stays',
                "~ts waits to leave: none of the brokers that stay is running", [node()]);
        Away =/= [], Left > ?RESERVE ->
            waits(leave, 'broker-away', "~ts waits to leave until ~ts is running",
                [node(), names(Away)]);
        not IsMajority ->
            waits(leave, membership,
                "~ts waits to leave: without it no majority of the cluster's members is running, "
                "only ~ts", [node(), names(Rest)]);
        Full =/= [] ->
            waits(leave, 'classic-queue',
                "~ts waits to leave until its classic queues are empty, as no other broker has "
                "their messages: ~ts", [node(), titles(Full)]);
        true ->
            case locked(Running, fun() -> leave_now(Up, DrainSeconds) end) of
                busy ->
                    waits(leave, turn,
                        "~ts waits to leave until another change of the cluster is finished",
                        [node()]);
                Answer -> Answer
            end
    end.

%% While this broker was leaving, other brokers got replicas for those here. Now there are too many.
give_back(Tries) ->
    case locked(running(), fun rabbitmq_membership_queues:give_back/0) of
        #{failed := [], left := 0} -> ok;
        _ when Tries > 1 -> timer:sleep(1000), give_back(Tries - 1);
        _ -> ok
    end.

leave_now(Stay, DrainSeconds) ->
    case rabbitmq_membership_queues:vacate(Stay) of
        #{failed := [], left := 0} ->
            case give_away_classic(Stay) of
                [] -> go(Stay, DrainSeconds);
                Kept ->
                    waits(leave, 'classic-queue',
                        "~ts waits to leave until its classic queues can move: ~0tp",
                        [node(), first_of(Kept)])
            end;
        #{failed := [], done := Done, left := Left} ->
            say(normal, "~ts has handed over ~b queues, ~b are left", [node(), Done, Left]),
            wait;
        #{failed := Problems} ->
            waits(leave, 'queue-member',
                "~ts waits to leave until its replicas of queues are on other brokers: ~0tp",
                [node(), first_of(Problems)])
    end.

%% Moves empty classic queues away. Returns those that cannot move, with the reason.
give_away_classic(Stay) ->
    Queues = rabbitmq_membership_broker:classic_queues(node()),
    [{Title, Problem} || #{title := Title} = Queue <- Queues,
        {error, Problem} <- [give_away(Queue, Stay)]].

give_away(#{title := Title} = Queue, Stay) ->
    case {rabbitmq_membership_broker:messages(Queue), setting(classic_queues, wait)} of
        {0, _} -> rabbitmq_membership_queues:move_empty(Queue, shuffled(Stay));
        {_, delete} ->
            tell(warning, "ClassicQueueDeleted",
                "~ts deletes its queue ~ts and the messages in it, because classicQueues is "
                "\"delete\"", [node(), Title]),
            rabbitmq_membership_broker:delete_queue(Queue);
        {_, wait} -> {error, not_empty}
    end.

go(Stay, DrainSeconds) ->
    case is_spared(Stay) of
        true ->
            goes_on(leave),
            drain(DrainSeconds),
            case is_spared(Stay) andalso is_empty(Stay) of
                true -> end_membership(Stay);
                false -> wait
            end;
        false -> wait
    end.

%% Brokers may have stopped since the attempt began: with many queues it takes minutes.
is_spared(Stay) ->
    Up = running() -- [node()],
    Stay -- Up =:= [] andalso is_majority(Up, members() -- [node()]).

%% A queue that was declared meanwhile may have a replica here, or be here.
is_empty(Stay) ->
    #{failed := Failed, left := Left} = rabbitmq_membership_queues:vacate(Stay),
    Failed =:= [] andalso Left =:= 0 andalso [] =:= rabbitmq_membership_queues:held_by(node())
        andalso [] =:= give_away_classic(Stay).

end_membership(Stay) ->
    rabbitmq_membership_broker:note_left(node()),
    rabbitmq_membership_broker:forget_stream_node(hd(Stay), node()),
    case within(60, fun() -> rabbitmq_membership_broker:leave() end) of
        ok -> ok;
        _ -> say(warning, "the broker's data is not deleted completely", [])
    end,
    quietly(fun() -> rabbitmq_boot_claims:unmark(ordinal(node())) end),
    left.
