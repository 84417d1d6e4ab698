%% Reads the StatefulSet from the API server, and reports what the program does: in the log, by
%% Events and by a metric.
-module(rabbitmq_membership_kubernetes).
-export([wanted/0, parse/1, is_paused/1, is_refused/0, tell/4, say/3, waits/4, goes_on/0, goes_on/1]).

-import(rabbitmq_membership_broker, [json_encode/1, json_decode/1]).

-define(CREDENTIALS, "/run/secrets/scaling").

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
    case api(get, "/apis/apps/v1" ++ in_namespace("statefulsets/") ++ name(), <<>>) of
        {ok, 200, Body} -> {ok, parse(json_decode(Body))};
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

api(Method, Path, Body) ->
    [{ok, _} = application:ensure_all_started(Application) || Application <- [ssl, inets]],
    Headers = [{"authorization", "Bearer " ++ credential("token")}],
    Url = "https://kubernetes.default.svc" ++ Path,
    Request = case Method of
        get -> {Url, Headers};
        post -> {Url, Headers, "application/json", Body}
    end,
    Match = public_key:pkix_verify_hostname_match_fun(https),
    Tls = [{verify, verify_peer}, {depth, 10}, {cacertfile, ?CREDENTIALS "/ca.crt"},
           {customize_hostname_check, [{match_fun, Match}]}],
    Options = [{timeout, 5000}, {connect_timeout, 3000}, {autoredirect, false}, {ssl, Tls}],
    try httpc:request(Method, Request, Options, [{body_format, binary}], http_profile()) of
        {ok, {{_, Status, _}, _, Answer}} -> {ok, Status, Answer};
        {error, Reason} -> {error, Reason}
    catch
        _:Reason -> {error, Reason}
    end.

%% Of its own, as RabbitMQ has settings for the default one. It uses IPv6 and IPv4.
http_profile() ->
    case inets:start(httpc, [{profile, ?MODULE}]) of
        {ok, _} -> ok = httpc:set_options([{ipfamily, inet6fb4}], ?MODULE);
        {error, {already_started, _}} -> ok
    end,
    ?MODULE.

%% Whether the API server refuses Events of this broker. It does in a namespace that is being
%% deleted, and when the ServiceAccount or its Role is gone.
-spec is_refused() -> boolean().
is_refused() ->
    Event = #{<<"metadata">> => #{<<"generateName">> => list_to_binary(name() ++ ".")}},
    case api(post, "/api/v1" ++ in_namespace("events") ++ "?dryRun=All", json_encode(Event)) of
        {ok, Status, _} -> Status =:= 401 orelse Status =:= 403;
        _ -> false
    end.

credential(File) ->
    {ok, Content} = file:read_file(?CREDENTIALS "/" ++ File),
    string:trim(binary_to_list(Content)).

namespace() -> os:getenv("POD_NAMESPACE").

in_namespace(Rest) -> "/namespaces/" ++ namespace() ++ "/" ++ Rest.

pod() -> os:getenv("POD_NAME").

name() -> re:replace(pod(), "-[0-9]+$", "", [{return, list}]).

%% Writes an Event on the StatefulSet and one on the broker's pod, and a line in the log. Nothing
%% depends on the Events: they can fail.
-spec tell(warning | normal, string(), string(), [term()]) -> ok.
tell(Type, Reason, Text, Values) ->
    Message = lists:flatten(io_lib:format(Text, Values)),
    say(Type, "~ts: ~ts", [Reason, Message]),
    spawn(fun() ->
        Uid = case wanted() of {ok, #{uid := Given}} -> Given; _ -> <<>> end,
        PodUid = list_to_binary(os:getenv("POD_UID", "")),
        event(Type, Reason, Message, {<<"apps/v1">>, <<"StatefulSet">>, name(), Uid}),
        event(Type, Reason, Message, {<<"v1">>, <<"Pod">>, pod(), PodUid})
    end),
    ok.

event(Type, Reason, Message, {ApiVersion, Kind, Name, Uid}) ->
    Time = calendar:system_time_to_rfc3339(erlang:system_time(second), [{offset, "Z"}]),
    Now = list_to_binary(Time),
    Namespace = list_to_binary(namespace()),
    Pod = list_to_binary(pod()),
    api(post, "/api/v1" ++ in_namespace("events"), json_encode(#{
        <<"metadata">> => #{
            <<"generateName">> => list_to_binary(Name ++ "."), <<"namespace">> => Namespace
        },
        <<"involvedObject">> => #{
            <<"apiVersion">> => ApiVersion, <<"kind">> => Kind, <<"name">> => list_to_binary(Name),
            <<"namespace">> => Namespace, <<"uid">> => Uid
        },
        <<"type">> => case Type of warning -> <<"Warning">>; normal -> <<"Normal">> end,
        <<"reason">> => list_to_binary(Reason),
        <<"message">> => unicode:characters_to_binary(string:slice(Message, 0, 1000)),
        <<"source">> => #{<<"component">> => <<"rabbitmq-scaling">>, <<"host">> => Pod},
        <<"reportingComponent">> => <<"rabbitmq-scaling">>,
        <<"reportingInstance">> => Pod,
        <<"action">> => <<"Scale">>,
        <<"firstTimestamp">> => Now, <<"lastTimestamp">> => Now, <<"count">> => 1
    })).

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
