%% Reports what a boot waits for: a line in the log and an event on the pod.
-module(rabbitmq_boot_report).
-export([new/0, say/2, waits/2]).
-export_type([report/0]).
%% milliseconds between two reports of one wait
-define(AGAIN, 30000).

-type report() :: none | {string(), integer()}.

-spec new() -> report().
new() -> none.

-spec say(string(), [term()]) -> ok.
say(Format, Values) -> logger:notice("Boot: " ++ Format, Values).

%% Reports a wait at once, and every 30 seconds while it lasts.
-spec waits(report(), string()) -> report().
waits({Text, Since} = Report, Text) ->
    case erlang:monotonic_time(millisecond) - Since >= ?AGAIN of
        true -> waits(none, Text);
        false -> Report
    end;
waits(_, Text) ->
    logger:warning("Boot waits: ~ts", [Text]),
    spawn(fun() -> rabbitmq_boot_kubernetes:event("BootWaits", Text) end),
    {Text, erlang:monotonic_time(millisecond)}.
