%% Reports what a boot waits for: a line in the log and an event on the pod.
-module(rabbitmq_boot_report).
-export([new/0, say/2, waits/2, waits/3, now/2, misses/2]).
-export_type([report/0]).
-define(SOURCE, {<<"rabbitmq-boot">>, <<"Boot">>}).
%% milliseconds between two reports of one wait
-define(AGAIN, 30000).

-type report() :: none | {string(), integer()}.

-spec new() -> report().
new() -> none.

-spec say(string(), [term()]) -> ok.
say(Format, Values) -> logger:notice("Boot: " ++ Format, Values).

%% Reports a wait at once, and every 30 seconds while it lasts.
-spec waits(report(), string()) -> report().
waits(Report, Text) -> waits(Report, string:replace(Text, "~", "~~", all), []).

%% The same for a text whose values change: the report is of the same wait.
-spec waits(report(), string(), [term()]) -> report().
waits({Format, Since} = Report, Format, Values) ->
    case erlang:monotonic_time(millisecond) - Since >= ?AGAIN of
        true -> waits(none, Format, Values);
        false -> Report
    end;
waits(_, Format, Values) ->
    Text = lists:flatten(io_lib:format(Format, Values)),
    logger:warning("Boot waits: ~ts", [Text]),
    spawn(fun() -> event("BootWaits", Text) end),
    {Format, erlang:monotonic_time(millisecond)}.

%% Reports at once, and returns when that is done.
-spec now(string(), [term()]) -> ok.
now(Format, Values) ->
    Text = lists:flatten(io_lib:format(Format, Values)),
    logger:error("Boot stuck: ~ts", [Text]),
    event("BootStuck", Text).

%% Reports what a broker that has started lacks.
-spec misses(string(), [term()]) -> ok.
misses(Format, Values) ->
    Text = lists:flatten(io_lib:format(Format, Values)),
    logger:error("Boot: ~ts", [Text]),
    event("PluginsMissing", Text).

event(Reason, Text) ->
    _ = rabbitmq_boot_kubernetes:is_configured()
        andalso rabbitmq_boot_kubernetes:event(?SOURCE, warning, Reason, Text, rabbitmq_boot_kubernetes:pod()),
    ok.
