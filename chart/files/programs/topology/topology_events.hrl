%% Events of the Job's pod about objects that are not as declared.
-define(API_FOLDER, "/run/secrets/api/").
-define(MAX_EVENTS, 100).

%% An Event for each object that failed or was refused, if the pod has a token. The name of an Event is a hash of its message: while
%% Kubernetes keeps it, by default for an hour, further runs add none.
report_events(Api, Results) ->
    Failures = [[Text, ": ", Why] || {Outcome, Text, Why} <- Results, lists:member(Outcome, [refused, failed, retry])],
    {Told, Left} = lists:split(min(length(Failures), ?MAX_EVENTS), Failures),
    Messages = Told ++ [io_lib:format("~b more objects failed: see the log of this pod", [length(Left)]) || Left =/= []],
    filelib:is_regular(?API_FOLDER "token") andalso create_events(Api, Messages).

%% No more are tried after a failure, such as an API server that is away.
create_events(_, []) -> ok;
create_events(#{topology := Topology} = Api, [Message | Rest]) ->
    case create_event(event(Topology, credential("namespace"), Message)) of
        ok -> create_events(Api, Rest);
        {failed, Why} -> say(Api, "Warning: no Event could be created: ~ts", [Why])
    end.

create_event(Event) ->
    Url = lists:flatten(["https://kubernetes.default.svc/api/v1/namespaces/", credential("namespace"), "/events"]),
    Headers = [{"authorization", "Bearer " ++ credential("token")}],
    Options = [{timeout, 5000}, {connect_timeout, 3000}, {autoredirect, false}, {ssl, tls(Url, ?API_FOLDER "ca.crt", "")}],
    case httpc:request(post, {Url, Headers, "application/json", iolist_to_binary(encode(Event))}, Options, [{body_format, binary}]) of
        {ok, {{_, Status, _}, _, _}} when Status =:= 201; Status =:= 409 -> ok;
        {ok, {{_, Status, Phrase}, _, _}} -> {failed, io_lib:format("the API server answered ~b ~s", [Status, Phrase])};
        {error, Reason} -> {failed, ["the API server can't be reached: ", failure(Reason)]}
    end.

event(Topology, In, Text) ->
    Message = string:slice(without_secrets(Text), 0, 1000),
    Hash = string:lowercase(binary:part(binary:encode_hex(crypto:hash(sha256, Message)), 0, 16)),
    Namespace = list_to_binary(In),
    Now = list_to_binary(calendar:system_time_to_rfc3339(erlang:system_time(second), [{offset, "Z"}])),
    #{
        <<"apiVersion">> => <<"v1">>, <<"kind">> => <<"Event">>,
        <<"metadata">> => #{<<"name">> => <<Topology/binary, ".", Hash/binary>>, <<"namespace">> => Namespace},
        <<"involvedObject">> => #{
            <<"apiVersion">> => <<"v1">>, <<"kind">> => <<"Pod">>, <<"namespace">> => Namespace,
            <<"name">> => list_to_binary(os:getenv("POD_NAME", "")), <<"uid">> => list_to_binary(os:getenv("POD_UID", ""))
        },
        <<"type">> => <<"Warning">>, <<"reason">> => <<"TopologyObjectFailed">>, <<"message">> => Message,
        <<"source">> => #{<<"component">> => <<"cdk8s-rabbitmq">>},
        <<"firstTimestamp">> => Now, <<"lastTimestamp">> => Now, <<"count">> => 1
    }.

credential(Name) ->
    {ok, Content} = file:read_file(?API_FOLDER ++ Name),
    string:trim(binary_to_list(Content)).
