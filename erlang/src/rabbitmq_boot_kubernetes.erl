%% Requests to the API server, with the token of the broker's ServiceAccount. The membership program uses them too.
-module(rabbitmq_boot_kubernetes).
-export([is_configured/0, request/3, in_namespace/2, stateful_set/0, pod/0, event/5]).
-define(CREDENTIALS, "/run/secrets/scaling").

-type object() :: {binary(), binary(), string(), binary()}.
-export_type([object/0]).

-spec is_configured() -> boolean().
is_configured() -> filelib:is_file(?CREDENTIALS "/token").

%% An answer that is not JSON comes from a proxy: only its status counts.
-spec request(get | post | patch, string(), map() | none) -> {ok, integer(), map()} | {error, term()}.
request(Method, Path, Body) ->
    [{ok, _} = application:ensure_all_started(Application) || Application <- [ssl, inets]],
    Url = "https://kubernetes.default.svc" ++ Path,
    Headers = [{"authorization", ["Bearer ", token()]}],
    Request = case Method of
        get -> {Url, Headers};
        post -> {Url, Headers, "application/json", rabbit_json:encode(Body)};
        patch -> {Url, Headers, "application/merge-patch+json", rabbit_json:encode(Body)}
    end,
    Tls = [{verify, verify_peer}, {depth, 10}, {cacertfile, ?CREDENTIALS "/ca.crt"},
           {customize_hostname_check, [{match_fun, public_key:pkix_verify_hostname_match_fun(https)}]}],
    Options = [{timeout, 5000}, {connect_timeout, 3000}, {autoredirect, false}, {ssl, Tls}],
    try httpc:request(Method, Request, Options, [{body_format, binary}], http_profile()) of
        {ok, {{_, Status, _}, _, Answer}} ->
            {ok, Status, try rabbit_json:decode(Answer) catch _:_ -> #{} end};
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

token() ->
    {ok, Content} = file:read_file(?CREDENTIALS "/token"),
    string:trim(binary_to_list(Content)).

%% A path in the pod's namespace. Group: "/api/v1", or "/apis/" with a group and its version.
-spec in_namespace(string(), string()) -> string().
in_namespace(Group, Rest) -> Group ++ "/namespaces/" ++ os:getenv("POD_NAMESPACE") ++ "/" ++ Rest.

%% The name of the StatefulSet.
-spec stateful_set() -> string().
stateful_set() -> re:replace(os:getenv("POD_NAME"), "-[0-9]+$", "", [{return, list}]).

-spec pod() -> object().
pod() -> {<<"v1">>, <<"Pod">>, os:getenv("POD_NAME"), list_to_binary(os:getenv("POD_UID", ""))}.

%% Writes an Event on an object. Nothing depends on it: it may fail.
-spec event({binary(), binary()}, warning | normal, string(), string(), object()) -> ok.
event({Component, Action}, Type, Reason, Message, {ApiVersion, Kind, Name, Uid}) ->
    Time = calendar:system_time_to_rfc3339(erlang:system_time(second), [{offset, "Z"}]),
    [Object, Pod, Namespace, Now] =
        [list_to_binary(Text) || Text <- [Name, os:getenv("POD_NAME"), os:getenv("POD_NAMESPACE"), Time]],
    _ = request(post, in_namespace("/api/v1", "events"), #{
        <<"metadata">> => #{<<"generateName">> => <<Object/binary, ".">>, <<"namespace">> => Namespace},
        <<"involvedObject">> => #{<<"apiVersion">> => ApiVersion, <<"kind">> => Kind, <<"name">> => Object,
                                  <<"namespace">> => Namespace, <<"uid">> => Uid},
        <<"type">> => case Type of warning -> <<"Warning">>; normal -> <<"Normal">> end,
        <<"reason">> => list_to_binary(Reason),
        <<"message">> => unicode:characters_to_binary(string:slice(Message, 0, 1000)),
        <<"source">> => #{<<"component">> => Component, <<"host">> => Pod},
        <<"reportingComponent">> => Component,
        <<"reportingInstance">> => Pod,
        <<"action">> => Action,
        <<"firstTimestamp">> => Now, <<"lastTimestamp">> => Now, <<"count">> => 1}),
    ok.
