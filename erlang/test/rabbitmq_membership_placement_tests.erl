-module(rabbitmq_membership_placement_tests).
-include_lib("eunit/include/eunit.hrl").

-import(rabbitmq_membership_placement, [balance/3, vacate/4, drop/2, give_back/2, level/2]).

%% Random clusters that each property is tried with. SEED=1,2,3 repeats a run.
-define(TRIES, 100).

queue(Name, Replicas) -> queue(Name, quorum, Replicas, 3).

queue(Name, Type, Replicas, Target) ->
    #{
        name => Name, type => Type, replicas => Replicas, leader => hd(Replicas), target => Target
    }.

balanced(Queues, Nodes) -> balanced(Queues, Nodes, #{}).

balanced(Queues, Nodes, Options) ->
    Default = #{members => Nodes, trim => false, spread => true, leaders => Nodes, level => false},
    balance(Queues, Nodes, maps:merge(Default, Options)).

grow_test_() ->
    Queue = queue(q, [a]),
    Busy = queue(other, [b, c]),
    [
        ?_assertMatch([#{add := [b], remove := [], lead := none}], balanced([Queue], [a, b])),
        ?_assertMatch([#{add := [b, c]}], balanced([Queue], [a, b, c])),
        ?_assertMatch([#{queue := #{name := q}, add := [c]}],
            balanced([Queue#{target := 2}, Busy#{target := 2}, queue(third, quorum, [b], 1)],
                [a, b, c])),
        ?_assertEqual([], balanced([queue(q, [a, b, c])], [a, b, c, d])),
        % replicas of streams do not count for quorum queues
        ?_assertMatch([#{add := [b]}],
            balanced([Queue#{target := 2}, queue(s, stream, [b], 1)], [a, b, c]))
    ].

spread_test_() ->
    Two = [queue(N, quorum, [a], 1) || N <- [1, 2]],
    [
        ?_assertMatch([#{add := [b], remove := [a], lead := b, hold := [b]}],
            balanced(Two, [a, b])),
        ?_assertEqual([], balanced(Two, [a, b], #{spread => false})),
        ?_assertEqual([], balanced([queue(1, quorum, [a], 1)], [a, b])),
        ?_assertEqual([], balanced([queue(N, stream, [a], 1) || N <- [1, 2]], [a, b]))
    ].

orphans_test_() ->
    [
        ?_assertMatch([#{drop := [x], add := [c], remove := []}],
            balanced([queue(q, [a, b, x])], [a, b, c])),
        % a broker that leaves removes its replicas itself
        ?_assertMatch([#{drop := [], add := [c], remove := []}],
            balanced([queue(q, [a, b, x])], [a, b, c], #{members => [a, b, c, x]})),
        ?_assertMatch([#{drop := [b], add := [], remove := []}], drop([queue(q, [a, b])], b)),
        ?_assertEqual([], drop([queue(q, [a, b])], c))
    ].

trim_test_() ->
    Queue = queue(q, [a, b, c, d]),
    Busy = queue(other, [b]),
    Trim = fun(Queues) -> balanced(Queues, [a, b, c, d], #{trim => true, spread => false}) end,
    [
        ?_assertMatch([#{remove := [b]}], Trim([Queue, Busy#{target := 1}])),
        ?_assertEqual([], Trim([queue(q, [a, b, c])])),
        ?_assertMatch([#{remove := [c], hold := [a, b, d]}], give_back([Queue, Busy], [e, c])),
        % the leader moves before its replica is removed
        ?_assertMatch([#{remove := [a], lead := b}], give_back([Queue], [a])),
        ?_assertEqual([], give_back([Busy, queue(q, [a, b, c])], [a]))
    ].

vacate_test_() ->
    Queues = [queue(1, [e, a, b]), queue(2, [a, b, c]), queue(3, [a, d, e])],
    [
        ?_assertMatch(
            [#{queue := #{name := 1}, add := [c], remove := [e], lead := Heir, hold := [_, _, _]},
             #{queue := #{name := 3}, add := [_, _], remove := [e], lead := none}]
            when Heir =/= none,
            vacate(Queues, e, [a, b, c], [a, b, c])),
        ?_assertEqual([], vacate(Queues, f, [a, b, c], [a, b, c])),
        % fewer brokers than the target: one replica on each
        ?_assertMatch([#{add := [], remove := [b], lead := none}],
            vacate([queue(q, [a, b])], b, [a], [a])),
        % a broker in maintenance becomes no leader
        ?_assertMatch([#{lead := b}], vacate([queue(q, [e, a, b])], e, [a, b], [b]))
    ].

level_test_() ->
    Queues = [queue(N, [a, b]) || N <- [1, 2]],
    [
        ?_assertMatch([#{lead := b, add := [], remove := []}], level(Queues, [a, b])),
        ?_assertEqual([], level(Queues, [a])),
        ?_assertEqual([], level([queue(N, [a]) || N <- [1, 2]], [a, b])),
        ?_assertEqual([], level([queue(N, stream, [a, b], 2) || N <- [1, 2]], [a, b]))
    ].

%% 1,000 queues of 3 replicas, from 3 to 5 brokers and back.
thousand_queues_test() ->
    Three = [queue(N, lists:nth(N rem 3 + 1, [[a, b, c], [b, c, a], [c, a, b]]))
        || N <- lists:seq(1, 1000)],
    Out = balanced(Three, [a, b, c, d, e], #{level => true}),
    ?assertEqual(1200, length([Node || #{add := Add} <- Out, Node <- Add])),
    Five = applied(Out, Three, [a, b, c, d, e]),
    ?assertEqual([600, 600, 600, 600, 600], counts([a, b, c, d, e], replicas(Five))),
    ?assertEqual([200, 200, 200, 200, 200], counts([a, b, c, d, e], leaders(Five))),
    ?assertEqual([], balanced(Five, [a, b, c, d, e], #{level => true})),
    Four = applied(vacate(Five, e, [a, b, c], [a, b, c]), Five, [a, b, c]),
    In = applied(vacate(Four, d, [a, b, c], [a, b, c]), Four, [a, b, c]),
    ?assertEqual([1000, 1000, 1000], counts([a, b, c], replicas(In))),
    ?assert(lists:max(counts([a, b, c], leaders(In))) - lists:min(counts([a, b, c], leaders(In)))
        =< 10).

%% Each queue ends with its target of replicas on the brokers, and no broker has two replicas more
%% than another.
balanced_replicas_test_() ->
    {timeout, 60, fun() -> for_all(fun(Nodes, Queues) ->
        Final = applied(balanced(Queues, Nodes, #{members => all(Queues, Nodes)}), Queues, Nodes),
        [?assertNot(is_lacking(Queue, Nodes)) || Queue <- Final],
        Counts = counts(Nodes, replicas(Final)),
        ?assert(lists:max(Counts) - lists:min(Counts) =< 1),
        ?assertEqual([], balanced(Final, Nodes, #{members => all(Queues, Nodes)}))
    end) end}.

%% A broker from which a replica moves away has too many, and one that it moves to has too few.
no_needless_move_test_() ->
    {timeout, 60, fun() -> for_all(fun(Nodes, Given) ->
        Queues = applied(balanced(Given, Nodes, #{members => all(Given, Nodes), spread => false}),
            Given, Nodes),
        Moves = balanced(Queues, Nodes, #{members => all(Queues, Nodes)}),
        Before = counts(Nodes, replicas(Queues)),
        After = counts(Nodes, replicas(applied(Moves, Queues, Nodes))),
        Surplus = lists:sum([max(0, Many - Few) || {Many, Few} <- lists:zip(Before, After)]),
        ?assertEqual(Surplus, length([Node || #{add := Add} <- Moves, Node <- Add])),
        ?assertEqual(Surplus, length([Node || #{remove := Remove} <- Moves, Node <- Remove]))
    end) end}.

%% Surplus replicas are removed down to the target and never below it.
trimmed_test_() ->
    {timeout, 60, fun() -> for_all(fun(Nodes, Queues) ->
        Final = applied(give_back(Queues, Nodes), Queues, []),
        [?assertEqual(min(Target, length(Before)), length(After))
            || {#{replicas := Before, target := Target}, #{replicas := After}}
                <- lists:zip(Queues, Final)]
    end) end}.

%% A broker that is vacated has no replica, and its queues have their target on those that stay.
vacated_test_() ->
    {timeout, 60, fun() -> for_all(fun(Nodes, Queues) ->
        Leaving = x,
        Held = [Queue#{replicas := [Leaving | lists:sublist(Replicas, Target - 1)],
                leader := Leaving}
            || #{replicas := Replicas, target := Target} = Queue <- Queues],
        Final = applied(vacate(Held, Leaving, Nodes, Nodes), Held, Nodes),
        [begin
            ?assertNot(lists:member(Leaving, Replicas)),
            ?assert(lists:member(Leader, Replicas)),
            ?assertNot(is_lacking(Queue, Nodes))
        end || #{replicas := Replicas, leader := Leader} = Queue <- Final]
    end) end}.

%% Leaders only move to replicas of their queue, until no move makes brokers more equal.
balanced_leaders_test_() ->
    {timeout, 60, fun() -> for_all(fun(Nodes, Given) ->
        Options = #{members => all(Given, Nodes), level => true},
        Final = applied(balanced(Given, Nodes, Options), Given, Nodes),
        [?assert(lists:member(Leader, Replicas))
            || #{leader := Leader, replicas := Replicas} <- Final],
        [Leads] = [maps:from_list(lists:zip(Nodes, counts(Nodes, leaders(Final))))],
        [?assert(maps:get(Leader, Leads) - maps:get(Other, Leads) =< 1)
            || #{leader := Leader, replicas := Replicas} <- Final, Other <- Replicas,
                lists:member(Leader, Nodes), lists:member(Other, Nodes)]
    end) end}.

%% Applies changes step by step. At each step, a queue keeps as many replicas on the brokers that
%% stay as it had or is to have, its leader has a replica, and no broker has two of its replicas.
applied(Changes, Queues, Nodes) ->
    By = maps:from_list([{Name, Change} || #{queue := #{name := Name}} = Change <- Changes]),
    ?assertEqual(length(Changes), map_size(By)),
    [case By of
        #{Name := Change} -> applied(Change, Queue, Nodes, Queues);
        _ -> Queue
    end || #{name := Name} = Queue <- Queues].

applied(#{drop := Drop, add := Add, lead := Lead, remove := Remove, hold := Hold}, Queue, Nodes, _) ->
    #{replicas := Before, target := Target} = Queue,
    Enough = min(Target, length(Before -- Drop)),
    Added = add_all(Add, Before -- Drop),
    Led = case Lead of
        none -> Queue;
        _ -> ?assert(lists:member(Lead, Added)), Queue#{leader := Lead}
    end,
    ?assertEqual([], Hold -- Added),
    ?assertEqual([], [Node || Node <- Hold, lists:member(Node, Remove)]),
    Left = Added -- Remove,
    ?assert(length(Left) >= min(Enough, max(1, length(Nodes))) orelse Nodes =:= []),
    ?assert(Left =/= []),
    Led#{replicas := Left}.

add_all([], Replicas) -> Replicas;
add_all([Node | Rest], Replicas) ->
    ?assertNot(lists:member(Node, Replicas)),
    add_all(Rest, [Node | Replicas]).

is_lacking(#{replicas := Replicas, target := Target}, Nodes) ->
    length([Node || Node <- Replicas, lists:member(Node, Nodes)]) < min(Target, length(Nodes)).

replicas(Queues) -> [Node || #{replicas := Replicas} <- Queues, Node <- Replicas].

leaders(Queues) -> [Leader || #{leader := Leader} <- Queues].

counts(Nodes, Held) -> [length([Node || Other <- Held, Other =:= Node]) || Node <- Nodes].

all(Queues, Nodes) -> lists:usort(Nodes ++ replicas(Queues)).

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
