%% Adds, removes and moves replicas, leaders and classic queues.
-module(rabbitmq_membership_queues).
-export([
    arrange/2, level/1, shrink/1, delete_orphans/1,
    held_by/1, is_replaced/2, remove_all/3, remove_all/4, move_empty/2
]).

-include("rabbitmq_membership.hrl").

-import(rabbitmq_membership_broker, [queues/0, refresh/1]).
-import(rabbitmq_membership_kubernetes, [tell/4]).
-import(rabbitmq_membership_util, [
    attempt/2, await/2, is_late/1, quietly/1, setting/2, within_seconds/1
]).

%% Gives each queue its target of replicas on these brokers, and each broker equally many. Stops
%% after some seconds. Returns the number of changes, and what failed.
-spec arrange([node()], number()) -> {non_neg_integer(), [{iolist(), node(), term()}]}.
arrange(Nodes, Seconds) ->
    Deadline = within_seconds(Seconds),
    All = queues(),
    Grow = fun(Queue, {Queues, Done}) -> grow(Queue, Queues, Nodes, Deadline, Done) end,
    {Queues, Grown} = lists:foldl(Grow, {All, {0, []}}, All),
    case {Grown, setting(spread, true)} of
        {{0, []}, true} -> spread(Queues, Nodes, Deadline, Grown);
        _ -> Grown
    end.

grow(Queue, Queues, Nodes, Deadline, {Count, Problems} = Done) ->
    Node = rabbitmq_membership_placement:next_replica(Queue, Nodes, Queues),
    case Node =:= none orelse is_late(Deadline) of
        true -> {Queues, Done};
        false ->
            case add(Queue, Node) of
                ok ->
                    case refresh(Queue) of
                        gone -> {without(Queue, Queues), Done};
                        Now ->
                            Changed = replaced(Now, Queues),
                            grow(Now, Changed, Nodes, Deadline, {Count + 1, Problems})
                    end;
                {error, Problem} ->
                    {Queues, {Count, [{maps:get(title, Queue), Node, Problem} | Problems]}}
            end
    end.

spread(Queues, Nodes, Deadline, {Count, Problems} = Done) ->
    Move = rabbitmq_membership_placement:next_move(Queues, Nodes),
    case Move =:= none orelse is_late(Deadline) of
        true -> Done;
        false ->
            {#{title := Title} = Queue, From, To} = Move,
            case add(Queue, To) of
                ok ->
                    case remove(Queue, From, [To]) of
                        ok ->
                            Now = changed(Queue, Queues),
                            spread(Now, Nodes, Deadline, {Count + 1, Problems});
                        {error, Problem} -> {Count, [{Title, From, Problem} | Problems]}
                    end;
                {error, Problem} -> {Count, [{Title, To, Problem} | Problems]}
            end
    end.

%% Removes replicas above a queue's target, as when brokers were to leave and stay after all: from
%% the brokers of First, then from those with the most. Returns how many.
-spec shrink([node()]) -> non_neg_integer().
shrink(First) ->
    Deadline = within_seconds(?ARRANGING),
    All = queues(),
    Shrink = fun(Queue, {Queues, Count}) ->
        case is_late(Deadline) of
            true -> {Queues, Count};
            false -> shrink(Queue, Queues, First, Count)
        end
    end,
    {_, Removed} = lists:foldl(Shrink, {All, 0}, All),
    Removed.

shrink(#{replicas := Replicas} = Queue, Queues, First, Count) ->
    case rabbitmq_membership_placement:next_surplus(Queue, First, Queues) of
        none -> {Queues, Count};
        Node ->
            case is_caught_up(Queue, Replicas) andalso remove(Queue, Node, Replicas) of
                ok ->
                    case refresh(Queue) of
                        gone -> {without(Queue, Queues), Count + 1};
                        Now -> shrink(Now, replaced(Now, Queues), First, Count + 1)
                    end;
                _ -> {Queues, Count}
            end
    end.

%% Moves leaders of quorum queues until brokers lead equally many, as far as replicas allow. A
%% broker in maintenance gets none. Returns whether that is done, or more is possible later.
-spec level([node()]) -> done | more.
level(Nodes) ->
    Able = rabbitmq_membership_broker:not_draining(Nodes),
    level(queues(), Able, 0, [], within_seconds(?ARRANGING)).

level(Queues, Nodes, Moved, Stuck, Deadline) ->
    case rabbitmq_membership_placement:next_leader(Queues, Nodes, Stuck) of
        none -> done;
        {#{name := Name} = Queue, _, To} ->
            case {is_late(Deadline), Moved} of
                {true, 0} -> done;
                {true, _} -> more;
                {false, _} ->
                    case is_led(Queue, To) of
                        true -> level(changed(Queue, Queues), Nodes, Moved + 1, Stuck, Deadline);
                        false -> level(Queues, Nodes, Moved, [Name | Stuck], Deadline)
                    end
            end
    end.

is_led(Queue, Node) ->
    quietly(fun() -> rabbitmq_membership_broker:transfer_leader(Queue, Node) end),
    await(within_seconds(2), fun() ->
        case refresh(Queue) of
            gone -> true;
            #{leader := Leader} -> Leader =:= Node
        end
    end).

%% Removes replicas on brokers that are no cluster members. Returns how many.
-spec delete_orphans([node()]) -> non_neg_integer().
delete_orphans(Members) ->
    Deadline = within_seconds(?ARRANGING),
    length([ok || #{replicas := Replicas} = Queue <- queues(), Node <- Replicas -- Members,
        not is_late(Deadline), remove(Queue, Node, []) =:= ok]).

%% The queues with a replica on a broker.
-spec held_by(node()) -> [map()].
held_by(Node) ->
    [Queue || #{replicas := Replicas} = Queue <- queues(), lists:member(Node, Replicas)].

%% Whether a queue has its target of replicas, in step, on brokers that stay.
-spec is_replaced(map(), [node()]) -> boolean().
is_replaced(#{replicas := Replicas} = Queue, Stay) ->
    rabbitmq_membership_placement:is_placed(Queue, Stay) andalso
        is_caught_up(Queue, [Node || Node <- Replicas, lists:member(Node, Stay)]).

%% Removes a broker's replicas of queues. Returns whether all are removed, the time is over, or the
%% first that cannot be removed.
-spec remove_all([map()], node(), [node()]) -> done | late | {held, iolist(), term()}.
remove_all(Queues, Node, Heirs) ->
    remove_all(Queues, Node, Heirs, within_seconds(?ARRANGING)).

-spec remove_all([map()], node(), [node()], rabbitmq_membership_util:deadline()) ->
    done | late | {held, iolist(), term()}.
remove_all([], _, _, _) -> done;
remove_all([#{title := Title} = Queue | Rest], Node, Heirs, Deadline) ->
    case is_late(Deadline) orelse remove(Queue, Node, Heirs) of
        true -> late;
        ok -> remove_all(Rest, Node, Heirs, Deadline);
        {error, Problem} -> {held, Title, Problem}
    end.

add(Queue, Node) ->
    Added = case try_to_add(Queue, Node) of
        {error, _} = Problem ->
            case is_cleared(Queue, Node) of
                true -> try_to_add(Queue, Node);
                false -> Problem
            end;
        ok -> ok
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
remove_replica(#{leader := Leader, replicas := Replicas} = Queue, Node, Heirs) ->
    case [Heir || Heir <- Heirs, Heir =/= Node, lists:member(Heir, Replicas)] of
        [_ | _] = Able when Leader =:= Node ->
            Heir = lists:nth(rand:uniform(length(Able)), Able),
            rabbitmq_membership_broker:transfer_leader(Queue, Heir);
        _ -> ok
    end,
    rabbitmq_membership_broker:delete_replica(Queue, Node).

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

changed(Queue, Queues) ->
    case refresh(Queue) of
        gone -> without(Queue, Queues);
        Now -> replaced(Now, Queues)
    end.

replaced(#{name := Name} = Now, Queues) ->
    [case Queue of #{name := Name} -> Now; _ -> Queue end || Queue <- Queues].

without(#{name := Name}, Queues) -> [Queue || #{name := Other} = Queue <- Queues, Other =/= Name].
