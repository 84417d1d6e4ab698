%% Where replicas and leaders of queues belong. These functions only decide; they change nothing.
-module(rabbitmq_membership_placement).
-export([is_placed/2, next_replica/3, next_move/2, next_surplus/3, next_leader/3]).

-type queue() :: #{
    name := term(),
    type := quorum | stream,
    replicas := [node()],
    leader := node() | none,
    target := pos_integer(),
    _ => _
}.
-type move() :: {queue(), From :: node(), To :: node()}.
-export_type([queue/0]).

%% Whether a queue has as many replicas on these brokers as its target, or one on each of them.
-spec is_placed(queue(), [node()]) -> boolean().
is_placed(#{replicas := Replicas, target := Target}, Nodes) ->
    length([Node || Node <- Replicas, lists:member(Node, Nodes)]) >= min(Target, length(Nodes)).

%% The broker that gets a queue's next replica: of those without one, the broker with the fewest.
-spec next_replica(queue(), [node()], [queue()]) -> node() | none.
next_replica(#{type := Type, replicas := Replicas} = Queue, Nodes, Queues) ->
    case is_placed(Queue, Nodes) of
        true -> none;
        false -> fewest(Nodes -- Replicas, counts(Nodes, replicas(Type, Queues)))
    end.

%% The replica of a quorum queue that moves next, so that brokers have equally many. Replicas of
%% streams stay: each change restarts all of a stream's replicas.
-spec next_move([queue()], [node()]) -> move() | none.
next_move(Queues, Nodes) ->
    Movable = fun(From, To) ->
        [Queue || #{type := quorum, replicas := Replicas} = Queue <- Queues,
            lists:member(From, Replicas), not lists:member(To, Replicas)]
    end,
    move(Nodes, counts(Nodes, replicas(quorum, Queues)), Movable).

%% The broker that loses a replica where a queue has more than its target: one of First, or else
%% the broker with the most.
-spec next_surplus(queue(), [node()], [queue()]) -> node() | none.
next_surplus(#{replicas := Replicas, target := Target}, _, _) when length(Replicas) =< Target ->
    none;
next_surplus(#{type := Type, replicas := Replicas}, First, Queues) ->
    case [Node || Node <- First, lists:member(Node, Replicas)] of
        [Node | _] -> Node;
        [] -> most(Replicas, counts(Replicas, replicas(Type, Queues)))
    end.

%% The quorum queue whose leader moves next, so that brokers lead equally many, as far as replicas
%% allow. Stuck has the names of queues whose leader did not move.
-spec next_leader([queue()], [node()], [term()]) -> move() | none.
next_leader(Queues, Nodes, Stuck) ->
    Movable = fun(From, To) ->
        [Queue || #{type := quorum, leader := Leader, replicas := Replicas, name := Name} = Queue
            <- Queues, Leader =:= From, lists:member(To, Replicas), not lists:member(Name, Stuck)]
    end,
    move(Nodes, counts(Nodes, [Leader || #{type := quorum, leader := Leader} <- Queues]), Movable).

%% A queue to move from a broker that has at least two more than another, the widest gap first.
move(Nodes, Counts, Movable) ->
    Gaps = [{count(From, Counts) - count(To, Counts), From, To} || From <- Nodes, To <- Nodes],
    Widest = lists:reverse(lists:sort([Gap || {Difference, _, _} = Gap <- Gaps, Difference > 1])),
    first(Widest, Movable).

first([], _) -> none;
first([{_, From, To} | Rest], Movable) ->
    case Movable(From, To) of
        [Queue | _] -> {Queue, From, To};
        [] -> first(Rest, Movable)
    end.

replicas(Type, Queues) ->
    [Node || #{type := Found, replicas := Replicas} <- Queues, Found =:= Type, Node <- Replicas].

counts(Nodes, Held) ->
    Add = fun(Node, Counts) ->
        case Counts of
            #{Node := Count} -> Counts#{Node := Count + 1};
            _ -> Counts
        end
    end,
    lists:foldl(Add, maps:from_list([{Node, 0} || Node <- Nodes]), Held).

count(Node, Counts) -> maps:get(Node, Counts).

fewest(Nodes, Counts) -> element(2, lists:min([{count(Node, Counts), Node} || Node <- Nodes])).

most(Nodes, Counts) -> element(2, lists:max([{count(Node, Counts), Node} || Node <- Nodes])).
