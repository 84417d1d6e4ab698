%% Requests to the brokers' HTTP API. An answer is `{Status, Body}`, or `{error, Reason}` where no broker answers.
-define(PARALLEL, 8).
-define(REQUEST_TIMEOUT_MS, 30000).

start_http() ->
    [{ok, _} = application:ensure_all_started(Application) || Application <- [ssl, inets]],
    ok = httpc:set_options([{max_sessions, 2 * ?PARALLEL}, {max_keep_alive_length, 1}, {keep_alive_timeout, 60000}]),
    ok = io:setopts([{encoding, unicode}]).

request(Method, #{url := Url, authority := Authority, folder := Folder}, Path, Body) ->
    Headers = [authorization(Folder)],
    Request = case Body of
        none -> {Url ++ Path, Headers};
        _ -> {Url ++ Path, Headers, "application/json", iolist_to_binary(encode(Body))}
    end,
    Options = [{timeout, ?REQUEST_TIMEOUT_MS}, {connect_timeout, 5000}, {ssl, tls(Url, Authority)}],
    case httpc:request(Method, Request, Options, [{body_format, binary}]) of
        {ok, {{_, Status, _}, _, Answer}} -> {Status, Answer};
        {error, Reason} -> {error, Reason}
    end.

%% The same, again where that may help: a broker that is stopping, starting, or has no majority yet.
persistent(Method, Api, Path, Body) -> persistent(Method, Api, Path, Body, [200, 1000, 2000, 4000, 8000]).

persistent(Method, Api, Path, Body, Pauses) ->
    Answer = request(Method, Api, Path, Body),
    case {is_transient(Answer), Pauses} of
        {true, [Pause | Rest]} ->
            timer:sleep(Pause),
            persistent(Method, Api, Path, Body, Rest);
        _ -> Answer
    end.

is_transient({error, _}) -> true;
is_transient({Status, Body}) ->
    Status =:= 408 orelse Status =:= 429 orelse Status >= 500
        orelse (Status =:= 400 andalso binary:match(Body, [<<"timeout">>, <<"noproc">>, <<"cluster_not_ready">>, <<"no_majority">>]) =/= nomatch).

is_success({Status, _}) -> is_integer(Status) andalso Status >= 200 andalso Status < 300.

%% RabbitMQ's own reason where it gives one.
reason({error, {failed_connect, Details}}) -> ["no broker can be reached (", failure(Details), ")"];
reason({error, Reason}) -> io_lib:format("no broker answered (~0p)", [Reason]);
reason({Status, Body}) ->
    Text = try decode(Body) of
        #{<<"reason">> := Reason} when is_binary(Reason) -> Reason;
        #{<<"error">> := Error} when is_binary(Error) -> Error;
        _ -> Body
    catch _:_ -> Body
    end,
    Line = re:replace(string:trim(Text), "\\s+", " ", [global, {return, binary}]),
    ["the broker answered ", integer_to_list(Status), " ", binary:part(Line, 0, min(byte_size(Line), 600))].

failure(Details) ->
    case [Reason || {inet, _, Reason} <- Details] ++ [Reason || {inet6, _, Reason} <- Details] of
        [Reason | _] when is_atom(Reason) -> atom_to_list(Reason);
        _ -> "TLS or network failure"
    end.

tls("https" ++ _, Authority) ->
    Trusted = case Authority of "" -> {cacerts, public_key:cacerts_get()}; _ -> {cacertfile, Authority} end,
    [Trusted, {verify, verify_peer}, {depth, 10},
     {customize_hostname_check, [{match_fun, public_key:pkix_verify_hostname_match_fun(https)}]}];
tls(_, _) -> [].

%% Read for each request: a password that was rotated is taken up.
authorization(Folder) ->
    {"authorization", "Basic " ++ base64:encode_to_string(iolist_to_binary([read_file(Folder, "username"), ":", read_file(Folder, "password")]))}.

read_file(Folder, Name) ->
    {ok, Content} = file:read_file(filename:join(Folder, Name)),
    Content.

path(Segments) -> "/api" ++ lists:append(["/" ++ quote(Segment) || Segment <- Segments]).

%% Everything but unreserved characters, byte by byte.
quote(Text) ->
    lists:append([quote_byte(Byte) || <<Byte>> <= Text]).

quote_byte(Byte) when Byte >= $a, Byte =< $z; Byte >= $A, Byte =< $Z; Byte >= $0, Byte =< $9; Byte =:= $-; Byte =:= $_; Byte =:= $~ -> [Byte];
quote_byte(Byte) -> lists:flatten(io_lib:format("%~2.16.0B", [Byte])).
