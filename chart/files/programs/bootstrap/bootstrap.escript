#!/usr/bin/env escript
%% Creates each Secret whose manifest is named, unless it is there: {{random}} is a value of 192 random bits, the same
%% throughout a manifest, {{key}} one of 256 random bits, {{namespace}} the pod's own.
-define(SERVICE_ACCOUNT, "/run/secrets/api/").

main(Manifests) ->
    {ok, _} = application:ensure_all_started(ssl),
    {ok, _} = application:ensure_all_started(inets),
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
reason({error, Reason}) -> io_lib:format("the API server can't be reached: ~0p", [Reason]).

fill(Manifest) ->
    {ok, Text} = file:read_file(Manifest),
    Values = [{<<"{{random}}">>, random(24)}, {<<"{{key}}">>, random(32)}, {<<"{{namespace}}">>, read("namespace")}],
    lists:foldl(fun({Placeholder, Value}, Filled) -> binary:replace(Filled, Placeholder, Value, [global]) end, Text, Values).

random(Bytes) -> string:lowercase(binary:encode_hex(crypto:strong_rand_bytes(Bytes))).

post(Body) ->
    Url = lists:flatten(["https://kubernetes.default.svc/api/v1/namespaces/", binary_to_list(read("namespace")), "/secrets"]),
    Headers = [{"authorization", "Bearer " ++ binary_to_list(read("token"))}],
    Ssl = [{verify, verify_peer}, {depth, 10}, {cacertfile, ?SERVICE_ACCOUNT "ca.crt"},
           {customize_hostname_check, [{match_fun, public_key:pkix_verify_hostname_match_fun(https)}]}],
    httpc:request(post, {Url, Headers, "application/json", Body}, [{timeout, 10000}, {ssl, Ssl}], [{body_format, binary}]).

read(Name) ->
    {ok, Content} = file:read_file(?SERVICE_ACCOUNT ++ Name),
    string:trim(Content).
