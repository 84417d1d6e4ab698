-module(rabbitmq_membership_placement_tests).
-include_lib("eunit/include/eunit.hrl").

-import(rabbitmq_membership_placement, [
    is_placed/2, next_replica/3, next_move/2, next_surplus/3, next_leader/3
]).

%% Random clusters that each property is tried with. SEED=1,2,3 repeats a run.
-define(TRIES, 50).

queue(Name, Replicas) -> queue(Name, quorum, Replicas, 3).

queue(Name, Type, Replicas, Target) ->
    #{
        name => Name, type => Type, replicas => Replicas, leader => hd(Replicas), target => Target
    }.

is_placed_test_() ->
    Queue = queue(q, [a, b]),
    [
        ?_assertNot(is_placed(Queue, [a, b, c])),
        ?_assert(is_placed(Queue, [a, b])),
        ?_assertNot(is_placed(Queue, [b, c])),
        ?_assert(is_placed(queue(q, [a, b, c]), [a, b, c, d]))
    ].

next_replica_test_() ->
    Queue = queue(q, [a]),
    Busy = queue(other, [b]),
    [
        ?_assertEqual(c, next_replica(Queue, [a, b, c], [Queue, Busy])),
        ?_assertEqual(b, next_replica(Queue, [a, b], [Queue, Busy])),
        ?_assertEqual(none, next_replica(queue(q, [a, b, c]), [a, b, c, d], [])),
        % replicas of streams do not count for quorum queues
        ?_assertEqual(b, next_replica(Queue, [a, b, c], [queue(s, stream, [b], 3)]))
    ].

next_move_test_() ->
    Two = [queue(1, [a]), queue(2, [a])],
    [
        ?_assertMatch({#{name := 1}, a, b}, next_move(Two, [a, b])),
        ?_assertEqual(none, next_move([queue(1, [a]) | [queue(2, [b])]], [a, b])),
        ?_assertEqual(none, next_move([queue(1, [a])], [a, b])),
        ?_assertEqual(none, next_move([queue(N, stream, [a], 3) || N <- [1, 2]], [a, b]))
    ].

next_surplus_test_() ->
    Queue = queue(q, [a, b, c, d]),
    Busy = queue(other, [b]),
    [
        ?_assertEqual(b, next_surplus(Queue, [], [Queue, Busy])),
        ?_assertEqual(c, next_surplus(Queue, [e, c], [Queue, Busy])),
        ?_assertEqual(none, next_surplus(queue(q, [a, b, c]), [c], []))
    ].

next_leader_test_() ->
    Queues = [queue(N, [a, b]) || N <- [1, 2]],
    [
        ?_assertMatch({#{name := 1}, a, b}, next_leader(Queues, [a, b], [])),
        ?_assertMatch({#{name := 2}, a, b}, next_leader(Queues, [a, b], [1])),
        ?_assertEqual(none, next_leader(Queues, [a, b], [1, 2])),
        ?_assertEqual(none, next_leader([queue(N, [a]) || N <- [1, 2]], [a, b], []))
    ].

%% After all replicas are added and moved, each queue has its target of replicas on the brokers, and
%% no broker has two replicas more than another.
balanced_replicas_test_() ->
    {timeout, 60, fun() -> for_all(fun(Nodes, Queues) ->
        Final = move(grow(Queues, Nodes), Nodes, 1000),
        [?assert(is_placed(Queue, Nodes)) || Queue <- Final],
        ?assertEqual(
            [], [Queue || #{replicas := Replicas} = Queue <- Final,
                lists:usort(Replicas) =/= lists:sort(Replicas)]
        ),
        Counts = [count(Node, [R || #{replicas := Rs} <- Final, R <- Rs]) || Node <- Nodes],
        ?assert(lists:max(Counts) - lists:min(Counts) =< 1)
    end) end}.

%% A queue never has fewer replicas than before while others are added or moved.
no_replica_lost_test_() ->
    {timeout, 60, fun() -> for_all(fun(Nodes, Queues) ->
        Final = move(grow(Queues, Nodes), Nodes, 1000),
        [?assert(length(maps:get(replicas, After)) >= length(maps:get(replicas, Before)))
            || {Before, After} <- lists:zip(Queues, Final)]
    end) end}.

%% Surplus replicas are removed down to the target and never below it.
surplus_test_() ->
    {timeout, 60, fun() -> for_all(fun(Nodes, Queues) ->
        [begin
            #{replicas := Kept, target := Target} = shrink(Queue, Nodes, Queues),
            ?assertEqual(min(Target, length(maps:get(replicas, Queue))), length(Kept))
        end || Queue <- Queues]
    end) end}.

%% Leaders only move to replicas of their queue, until no move makes brokers more equal.
balanced_leaders_test_() ->
    {timeout, 60, fun() -> for_all(fun(Nodes, Given) ->
        Queues = grow(Given, Nodes),
        Final = lead(Queues, Nodes, 1000),
        [?assert(lists:member(Leader, Replicas))
            || #{leader := Leader, replicas := Replicas} <- Final],
        Leads = fun(Node) -> count(Node, [L || #{leader := L} <- Final]) end,
        [?assert(Leads(Leader) - Leads(Other) =< 1)
            || #{leader := Leader, replicas := Replicas} <- Final, Other <- Replicas,
                lists:member(Leader, Nodes), lists:member(Other, Nodes)]
    end) end}.

grow(Queues, Nodes) ->
    Grow = fun(#{name := Name}, All) ->
        [Queue] = [Found || #{name := Other} = Found <- All, Other =:= Name],
        grow(Queue, Nodes, All)
    end,
    lists:foldl(Grow, Queues, Queues).

grow(#{replicas := Replicas} = Queue, Nodes, Queues) ->
    case next_replica(Queue, Nodes, Queues) of
        none -> Queues;
        Node ->
            ?assertNot(lists:member(Node, Replicas)),
            Grown = Queue#{replicas := [Node | Replicas]},
            grow(Grown, Nodes, replace(Grown, Queues))
    end.

move(Queues, Nodes, Left) ->
    ?assert(Left > 0),
    case next_move(Queues, Nodes) of
        none -> Queues;
        {#{replicas := Replicas} = Queue, From, To} ->
            Moved = Queue#{replicas := [To | lists:delete(From, Replicas)]},
            move(replace(Moved, Queues), Nodes, Left - 1)
    end.

shrink(#{replicas := Replicas} = Queue, First, Queues) ->
    case next_surplus(Queue, First, Queues) of
        none -> Queue;
        Node ->
            ?assert(lists:member(Node, Replicas)),
            Shrunk = Queue#{replicas := lists:delete(Node, Replicas)},
            shrink(Shrunk, First, replace(Shrunk, Queues))
    end.

lead(Queues, Nodes, Left) ->
    ?assert(Left > 0),
    case next_leader(Queues, Nodes, []) of
        none -> Queues;
        {Queue, _, To} -> lead(replace(Queue#{leader := To}, Queues), Nodes, Left - 1)
    end.

replace(#{name := Name} = Now, Queues) ->
    [case Queue of #{name := Name} -> Now; _ -> Queue end || Queue <- Queues].

count(Node, Nodes) -> length([Node || Other <- Nodes, Other =:= Node]).

%% Up to 9 brokers, of which some stay, and up to 40 quorum queues on any of them.
for_all(Property) ->
    Seed = case os:getenv("SEED") of
        false -> {erlang:phash2(make_ref()), erlang:unique_integer([positive]), os:system_time()};
        Text -> list_to_tuple([list_to_integer(Part) || Part <- string:lexemes(Text, ",")])
    end,
    rand:seed(exsss, Seed),
    {A, B, C} = Seed,
    try
        [Property(Nodes, Queues) || _ <- lists:seq(1, ?TRIES), {Nodes, Queues} <- [cluster()]]
    catch
        Class:Reason:Stack ->
            io:format(user, "repeat with SEED=~b,~b,~b~n", [A, B, C]),
            erlang:raise(Class, Reason, Stack)
    end.

cluster() ->
    All = lists:sublist([a, b, c, d, e, f, g, h, i], rand:uniform(9)),
    Nodes = some(All),
    Queues = [queue(Name, quorum, some(All), rand:uniform(5))
        || Name <- lists:seq(1, rand:uniform(40))],
    {Nodes, Queues}.

some(List) ->
    Shuffled = [E || {_, E} <- lists:sort([{rand:uniform(), Given} || Given <- List])],
    lists:sublist(Shuffled, rand:uniform(length(List))).
