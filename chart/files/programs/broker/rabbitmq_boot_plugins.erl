%% Reports plugins that are enabled and do not run. RabbitMQ starts without a plugin whose file is missing or is for another
%% release, and only logs it.
-module(rabbitmq_boot_plugins).
-export([start/0, missing/2]).
%% milliseconds between two looks at the boot
-define(INTERVAL, 2000).

-spec start() -> pid().
start() -> spawn(fun wait/0).

wait() ->
    timer:sleep(?INTERVAL),
    case try rabbit_boot_state:get() catch _:_ -> none end of
        ready -> report(missing(enabled(), rabbit_plugins:active()));
        _ -> wait()
    end.

enabled() ->
    case file:consult(os:getenv("RABBITMQ_ENABLED_PLUGINS_FILE", "/etc/rabbitmq/enabled_plugins")) of
        {ok, [Plugins]} -> Plugins;
        _ -> []
    end.

-spec missing([atom()], [atom()]) -> [atom()].
missing(Enabled, Running) -> lists:usort(Enabled) -- Running.

report([]) -> ok;
report(Missing) ->
    rabbitmq_boot_report:misses("the broker runs without the plugins ~ts: their files are missing, or are for another release",
                                [lists:join(", ", [atom_to_list(Plugin) || Plugin <- Missing])]).
