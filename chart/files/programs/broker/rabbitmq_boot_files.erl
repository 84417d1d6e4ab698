%% Settings of RabbitMQ whose values are secret. They come from files: environment variables are in `/proc`, in RabbitMQ's debug
%% log and in the output of `rabbitmq-diagnostics os_env`.
-module(rabbitmq_boot_files).
-export([set/0, set/2, without_cookie/2]).
-define(SETTINGS, "/etc/rabbitmq-cluster/rabbitmq_boot_files.config").
-define(FOLDER, "/run/secrets/rabbitmq").

-type value() :: {binary, file:name()} | {string, file:name()} | string() | tuple().

%% Stops the broker if a value cannot be read: without one for the administrator, RabbitMQ would create the user "guest".
-spec set() -> ok.
set() ->
    _ = logger:add_primary_filter(?MODULE, {fun ?MODULE:without_cookie/2, none}),
    try
        {ok, Settings} = file:consult(?SETTINGS),
        set(Settings, ?FOLDER)
    catch
        error:{badmatch, {error, Reason}} ->
            io:format(standard_error, "Boot: a secret setting cannot be read: ~ts~n", [file:format_error(Reason)]),
            halt(1)
    end.

%% Drops the message in which RabbitMQ logs the Erlang cookie at the level debug.
-spec without_cookie(logger:log_event(), none) -> stop | ignore.
without_cookie(#{msg := {"Setting credentials obfuscation secret" ++ _, _}}, none) -> stop;
without_cookie(_, none) -> ignore.

-spec set([{atom(), atom(), value()}], file:name()) -> ok.
set(Settings, Folder) ->
    [ok = application:set_env(Application, Key, value(Value, Folder), [{persistent, true}])
        || {Application, Key, Value} <- Settings],
    ok.

%% Strings are lists of bytes, as in rabbitmq.conf.
value({binary, File}, Folder) -> read(File, Folder);
value({string, File}, Folder) -> binary_to_list(read(File, Folder));
value(Tuple, Folder) when is_tuple(Tuple) -> list_to_tuple([value(Element, Folder) || Element <- tuple_to_list(Tuple)]);
value(Text, _) -> binary_to_list(unicode:characters_to_binary(Text)).

read(File, Folder) ->
    {ok, Content} = file:read_file(filename:join(Folder, File)),
    Content.
