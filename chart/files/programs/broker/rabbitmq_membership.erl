%% Runs in every broker. It follows the desired size of the StatefulSet: brokers leave the cluster
%% before they are removed, and queues get replicas on brokers that are added.
-module(rabbitmq_membership).
-export([start/0]).

-import(rabbitmq_membership_kubernetes, [goes_on/0, goes_on/1, say/3, waits/4, wanted/0]).

%% Seconds for a connection to another broker, unless it is set. Channels wait this long for a
%% broker whose node is dead. The default of Erlang is 7.
-define(CONNECTING, 2).

%% Milliseconds between two rounds.
-define(INTERVAL, 3000).

%% Requests in a row without an answer after which the API server counts as unreachable.
-define(UNANSWERED, 4).

-spec start() -> pid().
start() ->
    application:get_env(kernel, net_setuptime) =:= undefined andalso
        application:set_env(kernel, net_setuptime, ?CONNECTING),
    rabbitmq_membership_stop:start(),
    rabbitmq_membership_reconnected:start(),
    spawn(fun() ->
        register(?MODULE, self()),
        loop(#{limit => rabbitmq_membership_memory:limit()})
    end).

loop(State) ->
    timer:sleep(?INTERVAL),
    loop(try
        run_round(rabbitmq_membership_memory:follow(State))
    catch
        Class:Reason:Stack ->
            say(warning, "~0tp ~0tp ~0tP", [Class, Reason, Stack, 20]),
            State
    end).

%% The first running broker works for all of them.
run_round(State) ->
    IsActive = rabbitmq_membership_broker:is_running() andalso
        not rabbitmq_membership_broker:is_stopping(),
    case IsActive andalso rabbitmq_membership_broker:running() of
        [First | _] when First =:= node() -> run_round_of_first(wanted(), State);
        _ ->
            goes_on(),
            maps:with([members, limit], State)
    end.

run_round_of_first({ok, #{deleted := false, paused := true, replicas := Replicas}}, State)
        when Replicas > 0 ->
    [goes_on(Step) || {{waits, Step}, _} <- get(), Step =/= change],
    waits(change, paused,
        "changes of members, replicas and leaders are paused by an annotation of the StatefulSet",
        []),
    State#{unanswered => 0};
run_round_of_first({ok, #{deleted := false, replicas := Replicas} = Wanted}, State)
        when Replicas > 0 ->
    goes_on(ask),
    goes_on(change),
    rabbitmq_membership_keep:keep(Wanted, State#{unanswered => 0});
run_round_of_first({ok, _}, State) ->
    goes_on(),
    State;
run_round_of_first({error, Reason}, State) ->
    Unanswered = maps:get(unanswered, State, 0) + 1,
    Unanswered >= ?UNANSWERED andalso
        waits(ask, 'api-server',
            "the API server does not answer how many brokers are desired: ~0tp", [Reason]),
    State#{unanswered => Unanswered}.
