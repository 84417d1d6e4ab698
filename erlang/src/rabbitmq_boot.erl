%% Runs in the broker's Erlang VM before RabbitMQ boots. RabbitMQ starts when start/0 returns.
-module(rabbitmq_boot).
-export([start/0, decide/2, node_of/2, ordinal/1, setting/2, setting/3]).
-define(SETTINGS, "/etc/rabbitmq-cluster/rabbitmq_boot.config").
%% milliseconds between two looks of a broker that waits
-define(INTERVAL, 2000).
%% milliseconds for which a broker with data waits for its metadata store, in place of RabbitMQ's own 5 minutes:
%% a container that exits and starts again meets Kubernetes' back-off
-define(WAIT_FOR_STORE, 30 * 24 * 3600 * 1000).
%% the same for Mnesia, in tries of 30 seconds
-define(WAIT_FOR_TABLES, 30 * 24 * 120).

-spec start() -> ok.
start() ->
    rabbitmq_boot_files:set(),
    application:set_env(rabbit, khepri_leader_wait_retry_timeout, ?WAIT_FOR_STORE, [{persistent, true}]),
    application:set_env(rabbit, mnesia_table_loading_retry_limit, ?WAIT_FOR_TABLES, [{persistent, true}]),
    rabbitmq_boot_watch:start(),
    rabbitmq_boot_plugins:start(),
    case rabbitmq_boot_volume:has_data() of
        true -> ok;
        false -> admit(rabbitmq_boot_report:new())
    end.

%% A broker with an empty volume may form a cluster only if no other broker of the StatefulSet has data.
admit(Report) ->
    case try decide(rabbitmq_boot_claims:read(), fun rabbitmq_boot_peers:admit/1)
         catch Class:Problem:Stack -> {wait, text("~0tp: ~0tP", [{Class, Problem}, Stack, 20])} end of
        form -> rabbitmq_boot_connect:start();
        {join, Member} ->
            rabbitmq_boot_report:say("the data volume is empty and the cluster has data: joins ~ts as a new member", [Member]),
            rabbitmq_boot_volume:set_aside(),
            rabbitmq_boot_volume:join(Member);
        {wait, Text} ->
            Waiting = rabbitmq_boot_report:waits(Report, Text),
            timer:sleep(?INTERVAL),
            admit(Waiting)
    end.

%% What a broker with an empty volume does. Claims are what the API server answers; Admit asks brokers for their cluster.
-spec decide(rabbitmq_boot_claims:claims(), fun(([integer()] | all) -> rabbitmq_boot_peers:answer())) ->
    form | {join, node()} | {wait, string()}.
decide({ok, #{allowed := true}}, _) -> form;
decide({ok, #{marked := []}}, _) -> form;
decide({ok, #{marked := Ordinals}}, Admit) ->
    case Admit(Ordinals) of
        {join, Member} -> {join, Member};
        none -> {wait, text("the data volume is empty, and no broker with data runs: brokers ~ts have data", [listed(Ordinals)])};
        {wait, Text} -> {wait, Text}
    end;
decide({error, Reason}, Admit) ->
    case Admit(all) of
        none -> {wait, text("the data volume is empty, and the API server cannot be asked whether other brokers have data: ~ts", [Reason])};
        Answer -> Answer
    end;
decide(none, Admit) ->
    case Admit(all) of
        none -> form;
        Answer -> Answer
    end.

listed(Ordinals) -> lists:join(", ", [integer_to_list(Ordinal) || Ordinal <- Ordinals]).

text(Format, Values) -> lists:flatten(io_lib:format(Format, Values)).

%% The name of the broker with a number, from that of any broker.
-spec node_of(integer(), string()) -> node().
node_of(Ordinal, Name) ->
    [Prefix, Suffix] = re:split(Name, "-[0-9]+(?=\\.|$)", [{return, list}, {parts, 2}]),
    list_to_atom(Prefix ++ "-" ++ integer_to_list(Ordinal) ++ Suffix).

-spec ordinal(string()) -> integer().
ordinal(Name) ->
    {match, [Ordinal]} = re:run(Name, "-([0-9]+)(?:\\.|$)", [{capture, [1], list}]),
    list_to_integer(Ordinal).

-spec setting(atom(), term()) -> term().
setting(Name, Default) -> setting(?SETTINGS, Name, Default).

-spec setting(file:filename(), atom(), term()) -> term().
setting(File, Name, Default) ->
    case file:consult(File) of
        {ok, Settings} -> proplists:get_value(Name, Settings, Default);
        _ -> Default
    end.
