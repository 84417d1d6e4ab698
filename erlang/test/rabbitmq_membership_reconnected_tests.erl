-module(rabbitmq_membership_reconnected_tests).
-include_lib("eunit/include/eunit.hrl").

cut_off_test_() ->
    Cut = fun(Suspected, Connected, Seen) -> rabbitmq_membership_reconnected:cut_off(Suspected, Connected, Seen) end,
    [
        {"a queue whose leader reaches all consumers is left alone",
            ?_assertEqual({#{}, []}, Cut(#{orders => []}, [a, b], #{orders => [a]}))},
        {"one look does not suffice: the leader may be about to notice",
            ?_assertEqual({#{orders => [a]}, []}, Cut(#{orders => [a, a]}, [a, b], #{}))},
        {"a second look does",
            ?_assertEqual({#{orders => [a]}, [orders]}, Cut(#{orders => [a]}, [a], #{orders => [a]}))},
        {"consumers on brokers that are not connected are unreachable",
            ?_assertEqual({#{}, []}, Cut(#{orders => [c]}, [a, b], #{orders => [c]}))}
    ].
