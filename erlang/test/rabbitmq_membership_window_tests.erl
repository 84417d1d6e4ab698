-module(rabbitmq_membership_window_tests).
-include_lib("eunit/include/eunit.hrl").

-import(rabbitmq_membership_window, [new/0, width/1, done/3, failed/1]).

%% A window after steps whose time depends on its width.
after_steps(Count, Time, Window) ->
    lists:foldl(fun(_, Now) -> done(add, Time(width(Now)), Now) end, Window, lists:seq(1, Count)).

%% The widest window, at the end of an epoch.
wide() -> after_steps(8 + 8 + 8 + 16 + 5 * 32, fun(_) -> 20 end, new()).

grows_to_its_maximum_while_steps_are_fast_test() ->
    ?assertEqual(2, width(new())),
    ?assertEqual(4, width(after_steps(8, fun(_) -> 20 end, new()))),
    ?assertEqual(32, width(wide())).

stays_where_steps_begin_to_slow_down_test() ->
    % up to 8 at the same time take 20 ms each, and more wait for one another
    Time = fun(Width) -> 20 * max(1, Width / 8) end,
    Widths = [width(after_steps(Steps, Time, new())) || Steps <- lists:seq(200, 2000, 100)],
    ?assert(lists:max(Widths) =< 20),
    ?assert(lists:min(Widths) >= 6).

halves_when_steps_slow_down_test() ->
    ?assertEqual(32, width(after_steps(32, fun(_) -> 47 end, wide()))),
    ?assertEqual(16, width(after_steps(32, fun(_) -> 49 end, wide()))).

grows_by_one_once_it_was_too_wide_test() ->
    Halved = after_steps(32, fun(_) -> 60 end, wide()),
    ?assertEqual(17, width(after_steps(16, fun(_) -> 31 end, Halved))),
    ?assertEqual(16, width(after_steps(16, fun(_) -> 33 end, Halved))).

halves_once_for_each_epoch_of_failures_test() ->
    ?assertEqual(16, width(failed(failed(wide())))),
    Next = after_steps(32, fun(_) -> 20 end, failed(wide())),
    ?assertEqual(17, width(Next)),
    ?assertEqual(8, width(failed(Next))).

never_closes_test() ->
    ?assertEqual(1, width(failed(after_steps(8, fun(_) -> 20 end, failed(new()))))).

compares_steps_of_one_kind_test() ->
    Mixed = lists:foldl(fun(Number, Window) ->
        case Number rem 2 of 0 -> done(add, 100, Window); 1 -> done(lead, 5, Window) end
    end, new(), lists:seq(1, 400)),
    ?assertEqual(32, width(Mixed)).

one_slow_step_does_not_narrow_test() ->
    One = after_steps(31, fun(_) -> 20 end, done(add, 400, wide())),
    ?assertEqual(32, width(One)).
