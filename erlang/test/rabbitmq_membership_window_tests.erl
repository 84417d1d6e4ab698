-module(rabbitmq_membership_window_tests).
-include_lib("eunit/include/eunit.hrl").

-import(rabbitmq_membership_window, [new/0, width/1, done/3, failed/1]).

%% A window after steps whose time depends on its size.
after_steps(Count, Time, Window) ->
    lists:foldl(fun(_, Now) -> done(add, Time(width(Now)), Now) end, Window, lists:seq(1, Count)).

%% The widest window, at the end of an epoch.
wide() -> after_steps(192, fun(_) -> 20 end, new()).

grows_to_its_maximum_while_steps_are_fast_test() ->
    ?assertEqual(2, width(new())),
    ?assertEqual(32, width(wide())).

stays_where_steps_begin_to_slow_down_test() ->
    % up to 8 at the same time take 20 ms each, and more wait for one another
    Time = fun(Width) -> 20 * max(1, Width / 8) end,
    Widths = [width(after_steps(Steps, Time, new())) || Steps <- lists:seq(200, 2000, 100)],
    ?assert(lists:max(Widths) =< 24),
    ?assert(lists:min(Widths) >= 6).

halves_when_steps_slow_down_test() ->
    ?assertEqual(32, width(after_steps(32, fun(_) -> 49 end, wide()))),
    ?assertEqual(16, width(after_steps(32, fun(_) -> 51 end, wide()))).

grows_by_one_once_it_was_too_wide_test() ->
    Halved = after_steps(32, fun(_) -> 60 end, wide()),
    ?assertEqual(17, width(after_steps(16, fun(_) -> 29 end, Halved))),
    ?assertEqual(16, width(after_steps(16, fun(_) -> 31 end, Halved))).

halves_once_for_each_epoch_of_failures_test() ->
    Wide = wide(),
    ?assertEqual(16, width(failed(failed(Wide)))),
    Next = after_steps(16, fun(_) -> 20 end, failed(Wide)),
    ?assertEqual(8, width(failed(Next))).

never_closes_test() ->
    ?assertEqual(1, width(lists:foldl(
        fun(_, Window) -> after_steps(32, fun(_) -> 20 end, failed(Window)) end,
        failed(failed(new())), []
    ))).

compares_steps_of_one_kind_test() ->
    Mixed = lists:foldl(fun(Number, Window) ->
        case Number rem 2 of 0 -> done(add, 100, Window); 1 -> done(lead, 5, Window) end
    end, new(), lists:seq(1, 400)),
    ?assertEqual(32, width(Mixed)).
