/** The part of the program that asks the API server, and tells what goes on: in the log, by events, by a metric. */
export const KUBERNETES = String.raw`
%% What the StatefulSet is to be: its first ordinal, its replicas, whether it is being deleted.
wanted() ->
    case api(get, "/apis/apps/v1" ++ in_namespace("statefulsets/") ++ name(), <<>>) of
        {ok, 200, Body} ->
            #{<<"metadata">> := Metadata, <<"spec">> := Spec} = rabbit_json:decode(Body),
            {ok, #{first => maps:get(<<"start">>, maps:get(<<"ordinals">>, Spec, #{}), 0),
                   replicas => maps:get(<<"replicas">>, Spec, 1),
                   uid => maps:get(<<"uid">>, Metadata),
                   deleted => maps:is_key(<<"deletionTimestamp">>, Metadata)}};
        {ok, 404, _} -> {ok, #{first => 0, replicas => 0, uid => <<>>, deleted => true}};
        {ok, Status, _} -> {error, {status, Status}};
        {error, Reason} -> {error, Reason}
    end.

api(Method, Path, Body) ->
    [{ok, _} = application:ensure_all_started(Application) || Application <- [ssl, inets]],
    Headers = [{"authorization", "Bearer " ++ credential("token")}],
    Url = "https://kubernetes.default.svc" ++ Path,
    Request = case Method of get -> {Url, Headers}; post -> {Url, Headers, "application/json", Body} end,
    Tls = [{verify, verify_peer}, {depth, 10}, {cacertfile, ?CREDENTIALS "/ca.crt"},
           {customize_hostname_check, [{match_fun, public_key:pkix_verify_hostname_match_fun(https)}]}],
    try httpc:request(Method, Request, [{timeout, 5000}, {connect_timeout, 3000}, {ssl, Tls}], [{body_format, binary}]) of
        {ok, {{_, Status, _}, _, Answer}} -> {ok, Status, Answer};
        {error, Reason} -> {error, Reason}
    catch
        _:Reason -> {error, Reason}
    end.

%% What is new in a namespace that is being deleted, and everything once the ServiceAccount or its Role is deleted.
is_refused() ->
    Event = rabbit_json:encode(#{<<"metadata">> => #{<<"generateName">> => list_to_binary(name() ++ ".")}}),
    case api(post, "/api/v1" ++ in_namespace("events") ++ "?dryRun=All", Event) of
        {ok, Status, _} -> Status =:= 401 orelse Status =:= 403;
        _ -> false
    end.

credential(File) ->
    {ok, Content} = file:read_file(?CREDENTIALS "/" ++ File),
    string:trim(binary_to_list(Content)).

namespace() -> os:getenv("POD_NAMESPACE").

in_namespace(Rest) -> "/namespaces/" ++ namespace() ++ "/" ++ Rest.

name() -> re:replace(os:getenv("POD_NAME"), "-[0-9]+$", "", [{return, list}]).

%% An event on the StatefulSet and on the broker's pod, and a line in the log. It may fail: nothing depends on it.
tell(Type, Reason, Text, Values) ->
    Message = lists:flatten(io_lib:format(Text, Values)),
    say(Type, "~ts: ~ts", [Reason, Message]),
    spawn(fun() ->
        Uid = case wanted() of {ok, #{uid := Given}} -> Given; _ -> <<>> end,
        event(Type, Reason, Message, <<"apps/v1">>, <<"StatefulSet">>, name(), Uid),
        event(Type, Reason, Message, <<"v1">>, <<"Pod">>, os:getenv("POD_NAME"), list_to_binary(os:getenv("POD_UID", "")))
    end),
    ok.

event(Type, Reason, Message, ApiVersion, Kind, Name, Uid) ->
    Now = list_to_binary(calendar:system_time_to_rfc3339(erlang:system_time(second), [{offset, "Z"}])),
    Namespace = list_to_binary(namespace()),
    Object = #{<<"apiVersion">> => ApiVersion, <<"kind">> => Kind, <<"name">> => list_to_binary(Name), <<"namespace">> => Namespace, <<"uid">> => Uid},
    api(post, "/api/v1" ++ in_namespace("events"), rabbit_json:encode(#{
        <<"metadata">> => #{<<"generateName">> => list_to_binary(Name ++ "."), <<"namespace">> => Namespace},
        <<"involvedObject">> => Object,
        <<"type">> => case Type of warning -> <<"Warning">>; normal -> <<"Normal">> end,
        <<"reason">> => list_to_binary(Reason),
        <<"message">> => unicode:characters_to_binary(string:slice(Message, 0, 1000)),
        <<"source">> => #{<<"component">> => <<"rabbitmq-scaling">>, <<"host">> => list_to_binary(os:getenv("POD_NAME"))},
        <<"reportingComponent">> => <<"rabbitmq-scaling">>,
        <<"reportingInstance">> => list_to_binary(os:getenv("POD_NAME")),
        <<"action">> => <<"Scale">>,
        <<"firstTimestamp">> => Now, <<"lastTimestamp">> => Now, <<"count">> => 1})).

say(warning, Format, Values) -> logger:warning("Scaling: " ++ Format, Values);
say(_, Format, Values) -> logger:notice("Scaling: " ++ Format, Values).

%% Says what is waited for once, and again after five minutes. What is a step, or one for a node; Key is the metric's reason.
waits(What, Key, Text, Values) ->
    Message = lists:flatten(io_lib:format(Text, Values)),
    Now = erlang:monotonic_time(second),
    case get({waits, What}) of
        {Key, Message, Since} when Now - Since < 300 -> metric(What, Key);
        _ ->
            goes_on(What),
            put({waits, What}, {Key, Message, Now}),
            metric(What, Key),
            case Key of turn -> say(normal, "~ts", [Message]); _ -> tell(warning, "ScalingWaits", "~ts", [Message]) end
    end,
    wait.

%% What was waited for is there, or is for another broker to wait for.
goes_on() -> [goes_on(What) || {{waits, What}, _} <- get()].

goes_on(What) ->
    case erase({waits, What}) of
        undefined -> ok;
        {Key, _, _} -> quietly(fun() -> prometheus_gauge:remove(?METRIC, [step(What), Key]) end)
    end.

step({Step, _Node}) -> Step;
step(Step) -> Step.

metric(What, Key) ->
    quietly(fun() ->
        prometheus_gauge:declare([{name, ?METRIC}, {labels, [step, reason]}, {help, "1 while a step of scaling waits"}]),
        prometheus_registry:register_collector(default, prometheus_gauge),
        prometheus_gauge:set(?METRIC, [step(What), Key], 1)
    end).
`;
