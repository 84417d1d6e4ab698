-module(rabbitmq_membership_util_tests).
-include_lib("eunit/include/eunit.hrl").

-import(rabbitmq_membership_util, [
    attempt/2, await/2, is_late/1, is_majority/2, names/1, shuffled/1, titles/1, within/2,
    within_seconds/1
]).

deadline_test_() ->
    [
        ?_assertNot(is_late(within_seconds(10))),
        ?_assert(is_late(within_seconds(-1))),
        ?_assert(await(within_seconds(-1), fun() -> true end)),
        ?_assertNot(await(within_seconds(-1), fun() -> false end)),
        ?_assert(await(within_seconds(5), second_time()))
    ].

%% True when it is called for the second time.
second_time() ->
    Calls = counters:new(1, []),
    fun() ->
        counters:add(Calls, 1, 1),
        counters:get(Calls, 1) > 1
    end.

attempt_test_() ->
    Late = within_seconds(-1),
    [
        ?_assertEqual(ok, attempt(Late, fun() -> {ok, done} end)),
        ?_assertEqual(ok, attempt(Late, fun() -> {error, not_found} end)),
        ?_assertEqual({error, busy}, attempt(Late, fun() -> {error, busy} end)),
        ?_assertEqual({error, other}, attempt(Late, fun() -> other end)),
        ?_assertEqual({error, {error, oops}}, attempt(Late, fun() -> error(oops) end)),
        fun() ->
            Succeeds = second_time(),
            Change = fun() -> case Succeeds() of true -> ok; false -> {error, busy} end end,
            ?assertEqual(ok, attempt(within_seconds(5), Change))
        end
    ].

within_test_() ->
    [
        ?_assertEqual(ok, within(5, fun() -> ok end)),
        ?_assertEqual(failed, within(5, fun() -> exit(oops) end)),
        ?_assertEqual(late, within(0.05, fun() -> timer:sleep(5000) end))
    ].

is_majority_test_() ->
    [
        ?_assert(is_majority([a, b], [a, b, c])),
        ?_assertNot(is_majority([a], [a, b])),
        ?_assertNot(is_majority([a, b], [a, b, c, d]))
    ].

texts_test_() ->
    Queues = [#{title => integer_to_list(N)} || N <- lists:seq(1, 7)],
    [
        ?_assertEqual("a, b", lists:flatten(names([a, b]))),
        ?_assertEqual("1, 2, 3, 4, 5, and 2 more", lists:flatten(titles(Queues))),
        ?_assertEqual("1, 2, 3, 4, 5", lists:flatten(titles(lists:sublist(Queues, 5))))
    ].

shuffled_test() -> ?assertEqual([1, 2, 3], lists:sort(shuffled([3, 1, 2]))).
