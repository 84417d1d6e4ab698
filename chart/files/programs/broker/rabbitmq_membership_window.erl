%% How many queues change at the same time. The window grows while steps take about as long as when
%% they were fastest, and halves when they take longer or fail. So clients keep their share of the
%% brokers.
-module(rabbitmq_membership_window).
-export([new/0, width/1, done/3, failed/1]).

%% Queues that change at the same time, at first and at most.
-define(FIRST, 2).
-define(MOST, 32).

%% By what factor steps may be slower than when they were fastest: up to the first the window grows,
%% above the second it halves. Measured with 5 brokers of 4.3.6 on 2 busy cores and empty queues:
%% 1 step at a time took 58 ms to add a replica and 300 queues took 39 s, 4 took 79 ms and 14 s, 16
%% took 209 ms and 10 s.
-define(NEAR, 1.6).
-define(FAR, 2.4).

%% The steps of an epoch, at least, and the steps of one kind whose mean counts as its time.
-define(STEPS, 8).

%% An epoch has as many steps as the window is wide. Fast means that the window doubles: it has
%% never been too wide.
-opaque window() :: #{
    width := pos_integer(), is_fast := boolean(), is_failed := boolean(),
    recent := #{atom() => [number()]}, shortest := #{atom() => number()},
    steps := [{atom(), number()}]
}.
-export_type([window/0]).

-spec new() -> window().
new() ->
    #{
        width => ?FIRST, is_fast => true, is_failed => false,
        recent => #{}, shortest => #{}, steps => []
    }.

-spec width(window()) -> pos_integer().
width(#{width := Width}) -> Width.

%% A step of a kind has taken a time.
-spec done(atom(), number(), window()) -> window().
done(Kind, Time, #{recent := Recent, shortest := Shortest, steps := Steps} = Window) ->
    #{width := Width} = Window,
    Last = lists:sublist([Time | maps:get(Kind, Recent, [])], ?STEPS),
    Mean = max(1, lists:sum(Last) / length(Last)),
    Best = case length(Last) of
        ?STEPS -> min(Mean, maps:get(Kind, Shortest, Mean));
        _ -> Mean
    end,
    Now = Window#{
        recent := Recent#{Kind => Last}, shortest := Shortest#{Kind => Best},
        steps := [{Kind, Time} | Steps]
    },
    case length(Steps) + 1 >= max(?STEPS, Width) of
        true -> next_epoch(Now);
        false -> Now
    end.

%% A step has failed or was too late. The window halves once in an epoch.
-spec failed(window()) -> window().
failed(#{is_failed := true} = Window) -> Window;
failed(Window) -> (halved(Window))#{is_failed := true}.

next_epoch(#{steps := Steps, shortest := Shortest, is_failed := IsFailed} = Window) ->
    Best = lists:sum([maps:get(Kind, Shortest) || {Kind, _} <- Steps]),
    Slowness = lists:sum([Time || {_, Time} <- Steps]) / Best,
    Next = Window#{steps := [], is_failed := false},
    if
        IsFailed -> Next;
        Slowness > ?FAR -> halved(Next);
        Slowness > ?NEAR -> Next;
        true -> grown(Next)
    end.

grown(#{width := Width, is_fast := true} = Window) -> Window#{width := min(?MOST, Width * 2)};
grown(#{width := Width} = Window) -> Window#{width := min(?MOST, Width + 1)}.

halved(#{width := Width} = Window) -> Window#{width := max(1, Width div 2), is_fast := false}.
