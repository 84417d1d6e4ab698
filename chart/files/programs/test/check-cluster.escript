#!/usr/bin/env escript
%% Checks a running cluster: a majority of the brokers runs, no alarm is on, and a message passes through a queue.
%%
%% Arguments: URL AUTHORITY SERVERNAME ADMINISTRATOR VHOST BROKERS
%%   URL            of the HTTP API
%%   AUTHORITY      file with the certificate that the API's certificate is signed by; "" for the public ones
%%   SERVERNAME     the name in the API's certificate; "" for that of the URL
%%   ADMINISTRATOR  folder with the administrator's `username` and `password`
%%   VHOST          the virtual host of the queue
%%   BROKERS        number of brokers that the cluster has
%%
%% Exit code: 0 if everything works, 1 if not.
-mode(compile).
-include("broker_api.hrl").

-define(TIMEOUT_MS, 30000).
-define(QUEUE, "helm-test").
-define(TEXT, "works").

main([Url, Authority, ServerName, Administrator, VirtualHost, Brokers]) ->
    start_https(),
    Api = {Url, Authority, ServerName, Administrator},
    Running = running(element(2, request(get, Api, "/api/nodes", <<>>))),
    report(io_lib:format("~b of ~s brokers run", [Running, Brokers]), Running * 2 > list_to_integer(Brokers)),
    report("no alarm is on", element(1, request(get, Api, "/api/health/checks/alarms", <<>>)) =:= 200),
    report("a message passes through a queue", passes(Api, uri_string:quote(VirtualHost))).

passes(Api, VirtualHost) ->
    Queue = "/api/queues/" ++ VirtualHost ++ "/" ++ ?QUEUE,
    {Declared, _} = request(put, Api, Queue, <<"{\"durable\":true,\"arguments\":{}}">>),
    {Published, _} = request(post, Api, "/api/exchanges/" ++ VirtualHost ++ "/amq.default/publish", message(?TEXT)),
    {_, Fetched} = request(post, Api, Queue ++ "/get", <<"{\"count\":1,\"ackmode\":\"ack_requeue_false\",\"encoding\":\"auto\"}">>),
    _ = request(delete, Api, Queue, <<>>),
    lists:member(Declared, [201, 204]) andalso Published =:= 200 andalso binary:match(Fetched, <<?TEXT>>) =/= nomatch.

message(Text) ->
    <<"{\"properties\":{},\"routing_key\":\"", ?QUEUE, "\",\"payload\":\"", (escape(Text))/binary, "\",\"payload_encoding\":\"string\"}">>.

running(Body) ->
    {Nodes, _} = value(Body),
    length([Node || #{<<"running">> := true} = Node <- Nodes]).

request(post, {Url, Authority, ServerName, Folder}, Path, Body) ->
    Request = {Url ++ Path, [authorization(Folder)], "application/json", Body},
    answer(httpc:request(post, Request, [{timeout, ?TIMEOUT_MS}, {autoredirect, false}, {ssl, tls(Url, Authority, ServerName)}], [{body_format, binary}]));
request(Method, Api, Path, Body) -> answer(call(Method, Api, Path, Body, ?TIMEOUT_MS)).

answer({ok, {{_, Status, _}, _, Body}}) -> {Status, Body};
answer({error, Reason}) ->
    io:format("Failed: the management API does not answer: ~s~n", [failure(Reason)]),
    halt(1).

report(What, true) -> io:format("~s~n", [What]);
report(What, false) ->
    io:format("Failed: ~s~n", [What]),
    halt(1).
