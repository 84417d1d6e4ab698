-include("https.hrl").

%% Requests to the brokers' HTTP API. An answer is `{Status, Body}`, or `{error, Reason}` where no broker answers.
-define(PARALLEL, 8).
-define(REQUEST_TIMEOUT_MS, 30000).

start_http() ->
    start_https(),
    ok = httpc:set_options([{max_sessions, 2 * ?PARALLEL}, {max_keep_alive_length, 1}, {keep_alive_timeout, 60000}]),
    ok = io:setopts([{encoding, unicode}]).

request(Method, #{url := Url, authority := Authority, server_name := ServerName, folder := Folder} = Api, Path, Body) ->
    Headers = [authorization(Folder)],
    Request = case Body of
        none -> {Url ++ Path, Headers};
        _ -> {Url ++ Path, Headers, "application/json", iolist_to_binary(encode(Body))}
    end,
    Timeouts = [{timeout, maps:get(timeout, Api, ?REQUEST_TIMEOUT_MS)}, {connect_timeout, 5000}],
    Options = [{autoredirect, false}, {ssl, tls(Url, Authority, ServerName)} | Timeouts],
    case httpc:request(Method, Request, Options, [{body_format, binary}]) of
        {ok, {{_, Status, _}, _, Answer}} -> {Status, Answer};
        {error, Reason} -> {error, Reason}
    end.

%% Read for each request: a password that was rotated is taken up.
authorization(Folder) ->
    {"authorization", "Basic " ++ base64:encode_to_string(iolist_to_binary([read_file(Folder, "username"), ":", read_file(Folder, "password")]))}.

read_file(Folder, Name) ->
    {ok, Content} = file:read_file(filename:join(Folder, Name)),
    Content.
