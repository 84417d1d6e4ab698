-module(comparison_time_tests).
-include_lib("eunit/include/eunit.hrl").
-include("comparison_time.hrl").

begins_a_second_earlier_for_each_that_the_last_one_took_test() ->
    ?assertEqual(57, seconds_to_comparison(0, 1)),
    ?assertEqual(48, seconds_to_comparison(0, 10)).

waits_for_the_next_minute_once_it_has_begun_test() ->
    ?assertEqual(1, seconds_to_comparison(56, 1)),
    ?assertEqual(60, seconds_to_comparison(57, 1)),
    ?assertEqual(59, seconds_to_comparison(58, 1)).

begins_at_most_half_a_minute_earlier_test() ->
    ?assertEqual(28, seconds_to_comparison(0, 30)),
    ?assertEqual(28, seconds_to_comparison(0, 600)).
