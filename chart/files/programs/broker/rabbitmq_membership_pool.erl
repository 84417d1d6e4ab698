%% Changes several queues at the same time, as many as the window allows. One queue has one process,
%% so its steps follow one another.
-module(rabbitmq_membership_pool).
-export([run/3]).

-import(rabbitmq_membership_util, [is_late/1]).

%% How often a change is tried, the others first.
-define(TRIES, 3).

%% Measures a step, which returns ok or why it failed.
-type step() :: fun((Kind :: atom(), fun(() -> Result)) -> Result).
-type result() :: #{done := non_neg_integer(), failed := [term()], left := non_neg_integer()}.
-type outcome() :: ok | unchanged | {error, term()}.
-export_type([step/0, result/0]).

%% Applies a function to each item until the deadline. Those that have begun are finished. Each run
%% measures again how long steps take without load.
-spec run([Item], fun((Item, step()) -> outcome()), rabbitmq_membership_util:deadline()) ->
    result().
run(Items, Function, Deadline) ->
    State = loop(#{
        waiting => queue:from_list([{Item, 1} || Item <- Items]), running => #{}, done => 0,
        failed => [], window => rabbitmq_membership_window:new(), function => Function,
        deadline => Deadline
    }),
    #{waiting := Waiting, done := Done, failed := Failed} = State,
    rabbitmq_membership_broker:set_progress(queue:len(Waiting), 0),
    #{done => Done, failed => Failed, left => queue:len(Waiting)}.

loop(State) ->
    case filled(State) of
        #{running := Running} = Ended when map_size(Running) =:= 0 -> Ended;
        #{running := Running, waiting := Waiting} = Filled ->
            rabbitmq_membership_broker:set_progress(
                map_size(Running) + queue:len(Waiting), map_size(Running)
            ),
            loop(received(Filled))
    end.

filled(#{running := Running, waiting := Waiting, window := Window, deadline := Deadline} = State) ->
    IsFull = map_size(Running) >= rabbitmq_membership_window:width(Window) orelse is_late(Deadline),
    case IsFull orelse queue:out(Waiting) of
        {{value, {Item, _} = Try}, Rest} ->
            #{function := Function} = State,
            filled(State#{waiting := Rest, running := Running#{started(Item, Function) => Try}});
        _ -> State
    end.

%% The process of an item ends with its outcome.
started(Item, Function) ->
    Pool = self(),
    {Process, _} = spawn_monitor(fun() ->
        Step = fun(Kind, Change) -> measured(Pool, Kind, Change) end,
        exit(try Function(Item, Step) catch Class:Reason -> {error, {Class, Reason}} end)
    end),
    Process.

measured(Pool, Kind, Change) ->
    Start = erlang:monotonic_time(millisecond),
    Result = Change(),
    Outcome = case Result of ok -> ok; _ -> failed end,
    Pool ! {self(), Kind, Outcome, erlang:monotonic_time(millisecond) - Start},
    Result.

received(#{running := Running, window := Window} = State) ->
    receive
        {Process, Kind, ok, Time} when is_map_key(Process, Running) ->
            rabbitmq_membership_broker:count_step(Kind, ok),
            State#{window := rabbitmq_membership_window:done(Kind, Time, Window)};
        {Process, Kind, failed, _} when is_map_key(Process, Running) ->
            rabbitmq_membership_broker:count_step(Kind, failed),
            State#{window := rabbitmq_membership_window:failed(Window)};
        {'DOWN', _, process, Process, Outcome} when is_map_key(Process, Running) ->
            {Try, Rest} = maps:take(Process, Running),
            ended(Outcome, Try, State#{running := Rest})
    end.

ended(ok, _, #{done := Done} = State) -> State#{done := Done + 1};
ended(unchanged, _, State) -> State;
ended({error, _}, {Item, Tries}, #{waiting := Waiting} = State) when Tries < ?TRIES ->
    State#{waiting := queue:in({Item, Tries + 1}, Waiting)};
ended({error, Problem}, _, #{failed := Failed} = State) -> State#{failed := [Problem | Failed]};
ended(Killed, Try, State) -> ended({error, Killed}, Try, State).
