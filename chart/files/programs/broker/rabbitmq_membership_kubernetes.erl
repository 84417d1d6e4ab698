%% Reads the StatefulSet from the API server, and reports what the program does: in the log, by
%% Events and by a metric.
-module(rabbitmq_membership_kubernetes).
-export([wanted/0, parse/1, is_paused/1, is_refused/0, tell/4, say/3, waits/4, goes_on/0, goes_on/1]).

-import(rabbitmq_boot_kubernetes, [request/3, in_namespace/2, stateful_set/0]).

-define(SOURCE, {<<"rabbitmq-scaling">>, <<"Scale">>}).

%% The annotation of the StatefulSet that pauses changes of members, replicas and leaders.
-define(MEMBERSHIP, <<"rabbitmq-k8s/membership">>).

%% Seconds after which an Event about an unchanged obstacle is repeated.
-define(REPEAT, 300).

-type wanted() :: #{
    first := non_neg_integer(), replicas := non_neg_integer(), uid := binary(), deleted := boolean(),
    paused := boolean()
}.
-export_type([wanted/0]).

%% The desired state of the StatefulSet.
-spec wanted() -> {ok, wanted()} | {error, term()}.
wanted() ->
    case request(get, in_namespace("/apis/apps/v1", "statefulsets/" ++ stateful_set()), none) of
        {ok, 200, Body} -> {ok, parse(Body)};
        {ok, 404, _} ->
            {ok, #{first => 0, replicas => 0, uid => <<>>, deleted => true, paused => false}};
        {ok, Status, _} -> {error, {status, Status}};
        {error, Reason} -> {error, Reason}
    end.

-spec parse(map()) -> wanted().
parse(#{<<"metadata">> := Metadata, <<"spec">> := Spec}) ->
    #{
        first => maps:get(<<"start">>, maps:get(<<"ordinals">>, Spec, #{}), 0),
        replicas => maps:get(<<"replicas">>, Spec, 1),
        uid => maps:get(<<"uid">>, Metadata),
        deleted => maps:is_key(<<"deletionTimestamp">>, Metadata),
        paused => is_paused(Metadata)
    }.

%% rabbitmq-k8s asks whether a broker has this function before it pauses anything.
-spec is_paused(map()) -> boolean().
is_paused(#{<<"annotations">> := #{?MEMBERSHIP := State}}) -> State =:= <<"paused">>;
is_paused(_) -> false.

%% Whether the API server refuses Events of this broker. It does in a namespace that is being
%% deleted, and when the ServiceAccount or its Role is gone.
-spec is_refused() -> boolean().
is_refused() ->
    Event = #{<<"metadata">> => #{<<"generateName">> => list_to_binary(stateful_set() ++ ".")}},
    case request(post, in_namespace("/api/v1", "events?dryRun=All"), Event) of
        {ok, Status, _} -> Status =:= 401 orelse Status =:= 403;
        _ -> false
    end.

%% Writes an Event on the StatefulSet and one on the broker's pod, and a line in the log. Nothing
%% depends on the Events: they can fail.
-spec tell(warning | normal, string(), string(), [term()]) -> ok.
tell(Type, Reason, Text, Values) ->
    Message = lists:flatten(io_lib:format(Text, Values)),
    say(Type, "~ts: ~ts", [Reason, Message]),
    spawn(fun() ->
        Uid = case wanted() of {ok, #{uid := Given}} -> Given; _ -> <<>> end,
        [rabbitmq_boot_kubernetes:event(?SOURCE, Type, Reason, Message, Object)
            || Object <- [{<<"apps/v1">>, <<"StatefulSet">>, stateful_set(), Uid}, rabbitmq_boot_kubernetes:pod()]]
    end),
    ok.

-spec say(warning | normal, string(), [term()]) -> ok.
say(warning, Format, Values) -> logger:warning("Scaling: " ++ Format, Values);
say(normal, Format, Values) -> logger:notice("Scaling: " ++ Format, Values).

%% Reports what a step waits for: by the metric all the time, by an Event at first and every 5
%% minutes. A step is an atom, or {Step, Node}. Reason is the metric's label.
-spec waits(atom() | {atom(), node()}, atom(), string(), [term()]) -> wait.
waits(Step, Reason, Text, Values) ->
    Message = lists:flatten(io_lib:format(Text, Values)),
    Now = erlang:monotonic_time(second),
    case get({waits, Step}) of
        {Reason, Message, Since} when Now - Since < ?REPEAT -> metric(Step, Reason);
        _ ->
            goes_on(Step),
            put({waits, Step}, {Reason, Message, Now}),
            metric(Step, Reason),
            case Reason of
                turn -> say(normal, "~ts", [Message]);
                _ -> tell(warning, "ScalingWaits", "~ts", [Message])
            end
    end,
    wait.

%% No step of this broker waits any more.
-spec goes_on() -> term().
goes_on() -> [goes_on(Step) || {{waits, Step}, _} <- get()].

-spec goes_on(atom() | {atom(), node()}) -> term().
goes_on(Step) ->
    case erase({waits, Step}) of
        undefined -> ok;
        {Reason, _, _} -> rabbitmq_membership_broker:clear_waiting([label(Step), Reason])
    end.

metric(Step, Reason) -> rabbitmq_membership_broker:set_waiting([label(Step), Reason]).

label({Step, _Node}) -> Step;
label(Step) -> Step.
