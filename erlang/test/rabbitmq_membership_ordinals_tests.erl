-module(rabbitmq_membership_ordinals_tests).
-include_lib("eunit/include/eunit.hrl").

-import(rabbitmq_membership_ordinals, [ordinal/1, with_ordinal/2, sorted/1, stay/2]).

-define(NODE(Ordinal), list_to_atom("rabbit@my-cluster-" ++ Ordinal ++ ".my-cluster-nodes.ns-1")).

ordinal_test_() ->
    [
        ?_assertEqual(0, ordinal(?NODE("0"))),
        ?_assertEqual(12, ordinal(?NODE("12"))),
        ?_assertEqual(3, ordinal('rabbit@cluster-3')),
        ?_assertEqual(4, ordinal('rabbit@cluster-2-4.nodes.default')),
        ?_assertEqual(?NODE("7"), with_ordinal(?NODE("12"), 7))
    ].

sorted_by_number_test() ->
    ?assertEqual(
        [?NODE("2"), ?NODE("9"), ?NODE("10")], sorted([?NODE("10"), ?NODE("2"), ?NODE("9")])
    ).

stay_test_() ->
    Nodes = [?NODE("0"), ?NODE("1"), ?NODE("2")],
    Wanted = fun(First, Replicas) -> #{first => First, replicas => Replicas} end,
    [
        ?_assertEqual(Nodes, stay(Nodes, Wanted(0, 3))),
        ?_assertEqual([?NODE("0"), ?NODE("1")], stay(Nodes, Wanted(0, 2))),
        ?_assertEqual(Nodes, stay(Nodes, Wanted(1, 2))),
        ?_assertEqual([], stay(Nodes, Wanted(0, 0)))
    ].
