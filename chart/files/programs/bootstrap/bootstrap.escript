#!/usr/bin/env escript
%% Creates each Secret whose manifest is named, unless it is there: {{random}} is a value of 192 random bits, the same
%% throughout a manifest, {{key}} one of 256 random bits, {{namespace}} the pod's own.
-mode(compile).
-include("https.hrl").
-define(SERVICE_ACCOUNT, "/run/secrets/api/").

main(Manifests) ->
    start_https(),
    lists:foreach(fun(Manifest) -> create(Manifest, 30) end, Manifests).

create(Manifest, Tries) ->
    case post(fill(Manifest)) of
        {ok, {{_, 201, _}, _, _}} ->
            io:format("~s: created~n", [filename:basename(Manifest)]);
        {ok, {{_, 409, _}, _, _}} ->
            io:format("~s: there already, left as it is~n", [filename:basename(Manifest)]);
        Failure when Tries > 1 ->
            io:format("~s: ~s; trying again~n", [filename:basename(Manifest), reason(Failure)]),
            timer:sleep(1000),
            create(Manifest, Tries - 1);
        Failure ->
            io:format("~s: ~s~n", [filename:basename(Manifest), reason(Failure)]),
            halt(1)
    end.

reason({ok, {{_, Status, Phrase}, _, Body}}) -> io_lib:format("the API server answered ~b ~s: ~s", [Status, Phrase, Body]);
reason({error, Reason}) -> ["the API server can't be reached: ", failure(Reason)].

fill(Manifest) ->
    {ok, Text} = file:read_file(Manifest),
    Values = [{<<"{{random}}">>, random(24)}, {<<"{{key}}">>, random(32)}, {<<"{{namespace}}">>, read("namespace")}],
    lists:foldl(fun({Placeholder, Value}, Filled) -> binary:replace(Filled, Placeholder, Value, [global]) end, Text, Values).

random(Bytes) -> string:lowercase(binary:encode_hex(crypto:strong_rand_bytes(Bytes))).

post(Body) ->
    Url = lists:flatten(["https://kubernetes.default.svc/api/v1/namespaces/", binary_to_list(read("namespace")), "/secrets"]),
    Headers = [{"authorization", "Bearer " ++ binary_to_list(read("token"))}],
    Ssl = tls(Url, ?SERVICE_ACCOUNT "ca.crt", ""),
    httpc:request(post, {Url, Headers, "application/json", Body}, [{timeout, 10000}, {autoredirect, false}, {ssl, Ssl}], [{body_format, binary}]).

read(Name) ->
    {ok, Content} = file:read_file(?SERVICE_ACCOUNT ++ Name),
    string:trim(Content).
