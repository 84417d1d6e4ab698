%% How many queues change at the same time. The window grows while steps take about as long as when
%% they were fastest, and halves when they take longer or fail. So clients keep their share of the
%% brokers.
-module(rabbitmq_membership_window).
-export([new/0, width/1, done/3, failed/1]).

%% Queues that change at the same time, at first and at most.
-define(FIRST, 2).
-define(MOST, 32).

%% By what factor steps may be slower than when they were fastest: up to the first the window grows,
%% above the second it halves.
-define(NEAR, 1.5).
-define(FAR, 2.5).

%% Steps of an epoch at least, so that one slow step does not decide.
-define(STEPS, 4).

%% An epoch has as many steps as the window is wide. Fast means that the window doubles: it has never been
%% too large.
-opaque window() :: #{
    size := pos_integer(), is_fast := boolean(), steps := #{atom() => [number()]},
    count := non_neg_integer(), shortest := #{atom() => number()}, is_failed := boolean()
}.
-export_type([window/0]).

-spec new() -> window().
new() ->
    #{size => ?FIRST, is_fast => true, steps => #{}, count => 0, shortest => #{}, is_failed => false}.

-spec width(window()) -> pos_integer().
width(#{size := Size}) -> Size.

%% A step of a kind has taken a time.
-spec done(atom(), number(), window()) -> window().
done(Kind, Time, #{steps := Steps, count := Count, size := Size} = Window) ->
    Now = Window#{
        steps := Steps#{Kind => [Time | maps:get(Kind, Steps, [])]}, count := Count + 1
    },
    case Count + 1 >= max(?STEPS, Size) of
        true -> next_epoch(Now);
        false -> Now
    end.

%% A step has failed or was too late. The window halves once in an epoch.
-spec failed(window()) -> window().
failed(#{is_failed := true} = Window) -> Window;
failed(Window) -> (halved(Window))#{is_failed := true}.

next_epoch(#{steps := Steps, shortest := Before, is_failed := IsFailed} = Window) ->
    Means = maps:map(fun(_, Times) -> lists:sum(Times) / length(Times) end, Steps),
    Shortest = maps:merge(Before, maps:map(fun(Kind, Mean) ->
        min(Mean, maps:get(Kind, Before, Mean))
    end, Means)),
    Slowness = lists:max([Mean / max(1, maps:get(Kind, Shortest))
        || {Kind, Mean} <- maps:to_list(Means)]),
    Next = Window#{steps := #{}, count := 0, shortest := Shortest, is_failed := false},
    if
        IsFailed -> Next;
        Slowness > ?FAR -> halved(Next);
        Slowness > ?NEAR -> Next;
        true -> grown(Next)
    end.

grown(#{size := Size, is_fast := true} = Window) -> Window#{size := min(?MOST, Size * 2)};
grown(#{size := Size} = Window) -> Window#{size := min(?MOST, Size + 1)}.

halved(#{size := Size} = Window) -> Window#{size := max(1, Size div 2), is_fast := false}.
