%% Requests to the API server, with the token of the broker's ServiceAccount.
-module(rabbitmq_boot_kubernetes).
-export([is_configured/0, request/3, in_namespace/1, event/2]).
-define(CREDENTIALS, "/run/secrets/scaling").
-define(SOURCE, <<"rabbitmq-boot">>).

-spec is_configured() -> boolean().
is_configured() -> filelib:is_file(?CREDENTIALS "/token").

-spec request(get | post | patch, string(), map() | none) -> {ok, integer(), map()} | {error, term()}.
request(Method, Path, Body) ->
    [{ok, _} = application:ensure_all_started(Application) || Application <- [ssl, inets]],
    Url = "https://kubernetes.default.svc" ++ Path,
    Headers = [{"authorization", ["Bearer ", credential("token")]}],
    Request = case Method of
        get -> {Url, Headers};
        post -> {Url, Headers, "application/json", rabbit_json:encode(Body)};
        patch -> {Url, Headers, "application/merge-patch+json", rabbit_json:encode(Body)}
    end,
    Tls = [{verify, verify_peer}, {depth, 10}, {cacertfile, ?CREDENTIALS "/ca.crt"},
           {customize_hostname_check, [{match_fun, public_key:pkix_verify_hostname_match_fun(https)}]}],
    Options = [{timeout, 5000}, {connect_timeout, 3000}, {autoredirect, false}, {ssl, Tls}],
    try httpc:request(Method, Request, Options, [{body_format, binary}], http_profile()) of
        {ok, {{_, Status, _}, _, Answer}} -> {ok, Status, rabbit_json:decode(Answer)};
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

credential(File) ->
    {ok, Content} = file:read_file(?CREDENTIALS "/" ++ File),
    string:trim(binary_to_list(Content)).

-spec in_namespace(string()) -> string().
in_namespace(Rest) -> "/api/v1/namespaces/" ++ os:getenv("POD_NAMESPACE") ++ "/" ++ Rest.

%% An event on the broker's pod. Nothing depends on it: it may fail.
-spec event(string(), string()) -> ok.
event(Reason, Message) ->
    Now = list_to_binary(calendar:system_time_to_rfc3339(erlang:system_time(second), [{offset, "Z"}])),
    [Pod, Uid, Namespace] = [list_to_binary(os:getenv(Name, "")) || Name <- ["POD_NAME", "POD_UID", "POD_NAMESPACE"]],
    _ = is_configured() andalso request(post, in_namespace("events"), #{
        <<"metadata">> => #{<<"generateName">> => <<Pod/binary, ".">>, <<"namespace">> => Namespace},
        <<"involvedObject">> => #{<<"apiVersion">> => <<"v1">>, <<"kind">> => <<"Pod">>, <<"name">> => Pod,
                                  <<"namespace">> => Namespace, <<"uid">> => Uid},
        <<"type">> => <<"Warning">>,
        <<"reason">> => list_to_binary(Reason),
        <<"message">> => unicode:characters_to_binary(string:slice(Message, 0, 1000)),
        <<"source">> => #{<<"component">> => ?SOURCE, <<"host">> => Pod},
        <<"reportingComponent">> => ?SOURCE,
        <<"reportingInstance">> => Pod,
        <<"action">> => <<"Boot">>,
        <<"firstTimestamp">> => Now, <<"lastTimestamp">> => Now, <<"count">> => 1}),
    ok.
