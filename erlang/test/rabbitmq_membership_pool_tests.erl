-module(rabbitmq_membership_pool_tests).
-include_lib("eunit/include/eunit.hrl").

-import(rabbitmq_membership_pool, [run/3]).
-import(rabbitmq_membership_util, [within_seconds/1]).

changes_every_item_test() ->
    Seen = ets:new(seen, [public]),
    Change = fun(Item, Measure) ->
        Measure(add, fun() -> ets:insert(Seen, {Item}), ok end)
    end,
    ?assertEqual(#{done => 50, failed => [], left => 0},
        run(lists:seq(1, 50), Change, within_seconds(10))),
    ?assertEqual(50, ets:info(Seen, size)).

never_changes_more_than_the_window_allows_test() ->
    Running = counters:new(2, []),
    Change = fun(_, Measure) ->
        counters:add(Running, 1, 1),
        Most = counters:get(Running, 1),
        Most > counters:get(Running, 2) andalso counters:put(Running, 2, Most),
        Measure(add, fun() -> timer:sleep(2), ok end),
        counters:sub(Running, 1, 1),
        ok
    end,
    run(lists:seq(1, 60), Change, within_seconds(10)),
    ?assert(counters:get(Running, 2) > 1),
    ?assert(counters:get(Running, 2) =< 32).

tries_a_failed_step_again_after_the_others_test() ->
    Tries = counters:new(1, []),
    Order = ets:new(order, [public, ordered_set]),
    Change = fun(Item, Measure) ->
        ets:insert(Order, {erlang:unique_integer([monotonic]), Item}),
        Measure(add, fun() ->
            Item =:= 1 andalso counters:add(Tries, 1, 1),
            case Item =:= 1 andalso counters:get(Tries, 1) < 3 of
                true -> {error, busy};
                false -> ok
            end
        end)
    end,
    ?assertEqual(#{done => 10, failed => [], left => 0},
        run(lists:seq(1, 10), Change, within_seconds(10))),
    ?assertEqual(3, counters:get(Tries, 1)),
    ?assertMatch({_, 1}, hd(lists:reverse(ets:tab2list(Order)))).

reports_what_keeps_failing_test() ->
    Change = fun(Item, _) -> case Item of 2 -> {error, why}; 3 -> error(oops); _ -> ok end end,
    #{done := 1, left := 0, failed := Failed} = run([1, 2, 3], Change, within_seconds(10)),
    ?assertEqual([why, {error, oops}], lists:sort(Failed)).

survives_a_change_that_is_killed_test() ->
    Change = fun(Item, _) -> Item =:= 1 andalso exit(self(), kill), ok end,
    ?assertEqual(#{done => 1, failed => [killed], left => 0},
        run([1, 2], Change, within_seconds(10))).

changes_one_after_the_other_when_steps_fail_test() ->
    Running = counters:new(2, []),
    Change = fun(Item, Measure) ->
        counters:add(Running, 1, 1),
        Item > 10 andalso counters:get(Running, 1) > 1 andalso counters:add(Running, 2, 1),
        Result = Measure(add, fun() -> timer:sleep(5), {error, busy} end),
        counters:sub(Running, 1, 1),
        Result
    end,
    #{failed := Failed} = run(lists:seq(1, 20), Change, within_seconds(10)),
    ?assertEqual(20, length(Failed)),
    ?assertEqual(0, counters:get(Running, 2)).

finishes_what_has_begun_and_leaves_the_rest_at_the_deadline_test() ->
    Done = counters:new(1, []),
    Change = fun(_, _) -> timer:sleep(50), counters:add(Done, 1, 1), ok end,
    #{done := Count, left := Left} = run(lists:seq(1, 100), Change, within_seconds(0.02)),
    ?assertEqual({2, 98}, {Count, Left}),
    ?assertEqual(2, counters:get(Done, 1)).

counts_what_stays_as_it_is_as_neither_test() ->
    ?assertEqual(#{done => 0, failed => [], left => 0},
        run([1, 2], fun(_, _) -> unchanged end, within_seconds(10))).
