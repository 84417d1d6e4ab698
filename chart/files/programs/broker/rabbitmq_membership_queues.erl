%% Adds, removes and moves replicas, leaders and classic queues.
-module(rabbitmq_membership_queues).
-export([balance/2, vacate/1, drop/1, give_back/0, level/1, held_by/1, move_empty/2]).

-include("rabbitmq_membership.hrl").

-import(rabbitmq_membership_broker, [not_draining/1, queues/0, refresh/1]).
-import(rabbitmq_membership_kubernetes, [tell/4]).
-import(rabbitmq_membership_util, [
    attempt/2, await/2, is_late/1, quietly/1, setting/2, within_seconds/1
]).

%% Gives each queue its target of replicas on these brokers, and each broker equally many replicas.
%% Trim says whether replicas above the target are removed, and level whether leaders move.
-spec balance([node()], #{members := [node()], trim := boolean(), level := boolean()}) ->
    rabbitmq_membership_pool:result().
balance(Nodes, Options) ->
    All = Options#{spread => setting(spread, true), leaders => not_draining(Nodes)},
    run(rabbitmq_membership_placement:balance(queues(), Nodes, All)).

%% Moves this broker's replicas to brokers that stay.
-spec vacate([node()]) -> rabbitmq_membership_pool:result().
vacate(Stay) ->
    run(rabbitmq_membership_placement:vacate(queues(), node(), Stay, not_draining(Stay))).

%% Removes a broker's replicas, which are lost.
-spec drop(node()) -> rabbitmq_membership_pool:result().
drop(Node) -> run(rabbitmq_membership_placement:drop(queues(), Node)).

%% Removes replicas above a queue's target, on this broker first.
-spec give_back() -> rabbitmq_membership_pool:result().
give_back() -> run(rabbitmq_membership_placement:give_back(queues(), [node()])).

%% Moves leaders of quorum queues until brokers lead equally many, as far as replicas allow. A
%% broker in maintenance gets none. Returns whether that is done, or more is possible later.
-spec level([node()]) -> done | more.
level(Nodes) ->
    case run(rabbitmq_membership_placement:level(queues(), not_draining(Nodes))) of
        #{done := 0} -> done;
        _ -> more
    end.

%% The queues with a replica on a broker.
-spec held_by(node()) -> [map()].
held_by(Node) ->
    [Queue || #{replicas := Replicas} = Queue <- queues(), lists:member(Node, Replicas)].

run(Changes) ->
    rabbitmq_membership_pool:run(Changes, fun change/2, within_seconds(?ARRANGING)).

%% Carries out a change of a queue. A leader that does not move is tried again with the next plan.
change(#{queue := Queue, hold := Hold, lead := Lead} = Change, Measure) ->
    Steps = [{Kind, Node} || {Kind, Nodes} <- [
        {drop, maps:get(drop, Change)}, {add, maps:get(add, Change)},
        {lead, [Lead || Lead =/= none]}, {remove, maps:get(remove, Change)}
    ], Node <- Nodes],
    steps(Steps, Queue, Hold, Measure, unchanged).

steps([], _, _, _, Result) -> Result;
steps([{Kind, Node} | Rest], #{title := Title} = Queue, Hold, Measure, Result) ->
    case refresh(Queue) of
        gone -> ok;
        Now ->
            case Measure(Kind, fun() -> step(Kind, Now, Node, Hold) end) of
                ok -> steps(Rest, Queue, Hold, Measure, ok);
                {error, _} when Kind =:= lead -> steps(Rest, Queue, Hold, Measure, Result);
                {error, Problem} -> {error, {unicode:characters_to_binary(Title), Node, Problem}}
            end
    end.

step(add, Queue, Node, _) -> add(Queue, Node);
step(lead, Queue, Node, _) -> lead(Queue, Node);
step(drop, Queue, Node, _) -> remove(Queue, Node, []);
step(remove, #{replicas := Replicas} = Queue, Node, Hold) ->
    IsHeld = Hold -- Replicas =:= [] andalso
        await(within_seconds(5), fun() -> is_caught_up(Queue, Hold) end),
    case IsHeld of
        true -> remove(Queue, Node, Hold);
        false -> {error, not_in_step}
    end.

add(#{replicas := Replicas} = Queue, Node) ->
    Added = case lists:member(Node, Replicas) orelse try_to_add(Queue, Node) of
        {error, _} = Problem ->
            case is_cleared(Queue, Node) of
                true -> try_to_add(Queue, Node);
                false -> Problem
            end;
        _ -> ok
    end,
    case Added of
        ok -> in_step(Queue, Node, within_seconds(30));
        _ -> Added
    end.

try_to_add(#{type := Type} = Queue, Node) ->
    attempt(within_seconds(3), fun() ->
        case Type =:= quorum orelse keeps_all(Queue, none, within_seconds(10)) of
            Ready when Ready =:= true; Ready =:= ok ->
                rabbitmq_membership_broker:add_replica(Queue, Node);
            Problem -> Problem
        end
    end).

is_cleared(Queue, Node) ->
    rabbitmq_membership_broker:is_unknown_server(Queue, Node) andalso
        rabbitmq_membership_broker:delete_server(Queue, Node).

lead(Queue, Node) ->
    quietly(fun() -> rabbitmq_membership_broker:transfer_leader(Queue, Node) end),
    IsLed = fun() ->
        case refresh(Queue) of
            gone -> true;
            #{leader := Leader} -> Leader =:= Node
        end
    end,
    case await(within_seconds(2), IsLed) of
        true -> ok;
        false -> {error, not_leader}
    end.

%% Removes a replica. The leader of a quorum queue moves to an heir first. A stream elects another
%% leader automatically, and each change of its leader interrupts it.
remove(Queue, Node, Heirs) ->
    attempt(within_seconds(15), fun() ->
        case refresh(Queue) of
            gone -> ok;
            #{replicas := Replicas} = Found ->
                case lists:member(Node, Replicas) of
                    false -> ok;
                    true -> remove_replica(Found, Node, Heirs)
                end
        end
    end).

remove_replica(#{type := stream} = Queue, Node, _) ->
    case keeps_all(Queue, Node, within_seconds(10)) of
        ok ->
            rabbitmq_membership_broker:delete_replica(Queue, Node),
            is_without(Queue, Node, within_seconds(10));
        Problem -> Problem
    end;
remove_replica(#{leader := Leader} = Queue, Node, [_ | _] = Heirs) when Leader =:= Node ->
    Heir = lists:nth(rand:uniform(length(Heirs)), Heirs),
    rabbitmq_membership_broker:transfer_leader(Queue, Heir),
    rabbitmq_membership_broker:delete_replica(Queue, Node);
remove_replica(Queue, Node, _) -> rabbitmq_membership_broker:delete_replica(Queue, Node).

is_without(Queue, Node, Deadline) ->
    IsGone = fun() ->
        case refresh(Queue) of
            gone -> true;
            #{replicas := Replicas} -> not lists:member(Node, Replicas)
        end
    end,
    case await(Deadline, IsGone) of
        true -> ok;
        false -> {error, still_member}
    end.

%% Waits until the replicas of a stream that stay run and have all that was confirmed. RabbitMQ
%% restarts them after each change, and the replica that has the most of a majority leads, whether
%% that is everything or not. If some are away, half of them are enough.
keeps_all(#{replicas := Replicas} = Queue, Node, Deadline) ->
    Roles = rabbitmq_membership_broker:stream_roles(Queue),
    Rest = Replicas -- [Node],
    HasAll = fun(Replica) -> rabbitmq_membership_broker:has_confirmed(Queue, Replica, Roles) end,
    InStep = lists:filter(HasAll, Rest),
    case InStep =:= Rest orelse is_late(Deadline) of
        false -> timer:sleep(250), keeps_all(Queue, Node, Deadline);
        true when InStep =:= Rest -> ok;
        true ->
            case maps:keys(maps:remove(Node, Roles)) -- InStep of
                [] when 2 * length(InStep) >= length(Rest) -> ok;
                _ -> {error, {not_in_step, Rest -- InStep}}
            end
    end.

%% Waits until a new replica has what the leader had.
in_step(Queue, Node, Deadline) ->
    IsInStep = fun() ->
        case refresh(Queue) of
            gone -> true;
            #{replicas := Replicas} = Found ->
                lists:member(Node, Replicas) andalso is_in_step(Found, Node)
        end
    end,
    case await(Deadline, IsInStep) of
        true -> ok;
        false -> {error, not_in_step}
    end.

%% For streams, remove_replica/3 checks this.
is_caught_up(#{type := stream}, _) -> true;
is_caught_up(Queue, Nodes) -> lists:all(fun(Node) -> is_in_step(Queue, Node) end, Nodes).

is_in_step(#{type := quorum} = Queue, Node) -> rabbitmq_membership_broker:is_voter(Queue, Node);
is_in_step(Queue, Node) ->
    Roles = rabbitmq_membership_broker:stream_roles(Queue),
    rabbitmq_membership_broker:has_confirmed(Queue, Node, Roles).

%% Moves an empty classic queue to another broker: deletes it if it still is empty, and declares it
%% there with its bindings. If no other broker accepts it, this broker declares it again.
-spec move_empty(map(), [node()]) -> ok | {error, term()}.
move_empty(#{title := Title} = Queue, Nodes) ->
    Bindings = rabbitmq_membership_broker:bindings(Queue),
    case rabbitmq_membership_broker:delete_if_empty(Queue) of
        ok ->
            Moved = declare_on(Nodes, Queue),
            Declared = case Moved of ok -> ok; _ -> declare_on([node()], Queue) end,
            Bind = fun(Binding) ->
                attempt(within_seconds(3), fun() -> rabbitmq_membership_broker:bind(Binding) end)
            end,
            Bound = [Bind(Binding) || Declared =:= ok, Binding <- Bindings],
            case [Problem || {error, Problem} <- [Declared | Bound]] of
                [] -> Moved;
                [Problem | _] ->
                    tell(warning, "ClassicQueueNotMoved",
                        "the empty queue ~ts could not be declared again as it was: ~0tp",
                        [Title, Problem]),
                    {error, Problem}
            end;
        Problem -> Problem
    end.

declare_on([Node | Others], Queue) ->
    Declare = fun() -> rabbitmq_membership_broker:declare(Queue, Node) end,
    case attempt(within_seconds(3), Declare) of
        {error, _} when Others =/= [] -> declare_on(Others, Queue);
        Declared -> Declared
    end.
