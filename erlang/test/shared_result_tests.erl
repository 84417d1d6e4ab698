-module(shared_result_tests).
-include("shared_result.hrl").
-include_lib("eunit/include/eunit.hrl").

%% A function that counts its calls and waits until it is told to return.
gated(Test) ->
    fun() ->
        Test ! {made, self()},
        receive go -> erlang:unique_integer() end
    end.

one_result_is_made_for_all_who_ask_meanwhile_test() ->
    Test = self(),
    Process = start_sharing(gated(Test), 60000),
    [spawn_link(fun() -> Test ! {got, shared(Process, 5000)} end) || _ <- lists:seq(1, 50)],
    receive {made, Maker} -> Maker ! go end,
    Results = [receive {got, Result} -> Result end || _ <- lists:seq(1, 50)],
    ?assertMatch([_], lists:usort(Results)),
    ?assertEqual(none, receive {made, _} = Again -> Again after 0 -> none end).

a_result_is_made_again_after_the_interval_test() ->
    Process = start_sharing(fun erlang:unique_integer/0, 0),
    ?assertNotEqual(shared(Process, 5000), shared(Process, 5000)).

nobody_waits_longer_than_asked_test() ->
    Process = start_sharing(gated(self()), 60000),
    ?assertEqual(timeout, shared(Process, 10)).

parts_run_at_the_same_time_and_slow_ones_are_stopped_test() ->
    Test = self(),
    Slow = fun() -> Test ! {slow, self()}, receive never -> ok end end,
    ?assertEqual([1, failed, 2], all_within([fun() -> 1 end, Slow, fun() -> 2 end], 200)),
    Worker = receive {slow, Pid} -> Pid end,
    Monitor = monitor(process, Worker),
    receive {'DOWN', Monitor, process, Worker, _} -> ok end.
