%% One result for all who ask: a result is made at most once at a time and once per interval, whoever asks and however often.

%% Make: a function that returns in time. Its failure ends the caller of this function, too.
start_sharing(Make, Interval) -> spawn_link(fun() -> share(Make, Interval, none) end).

%% Returns `timeout` if there is no result within so many milliseconds.
shared(Process, Timeout) ->
    Reference = make_ref(),
    Process ! {get, self(), Reference},
    receive {Reference, Result} -> Result after Timeout -> timeout end.

share(Make, Interval, Last) ->
    receive {get, Process, Reference} -> ok end,
    Now = erlang:monotonic_time(millisecond),
    {Result, At} = case Last of
        {_, Then} when Now - Then < Interval -> Last;
        _ -> {Make(), erlang:monotonic_time(millisecond)}
    end,
    Process ! {Reference, Result},
    share(Make, Interval, {Result, At}).

%% Runs functions at the same time. One that takes longer than so many milliseconds is stopped, and its result is `failed`.
all_within(Functions, Timeout) ->
    End = erlang:monotonic_time(millisecond) + Timeout,
    Self = self(),
    Workers = [spawn(fun() -> Self ! {self(), Function()} end) || Function <- Functions],
    [receive {Worker, Result} -> Result
     after max(0, End - erlang:monotonic_time(millisecond)) -> exit(Worker, kill), failed
     end || Worker <- Workers].
