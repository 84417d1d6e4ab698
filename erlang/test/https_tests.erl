-module(https_tests).
-include("https.hrl").
-include_lib("eunit/include/eunit.hrl").
-include_lib("public_key/include/public_key.hrl").

-define(NAME, "amqp.example.com").

%% A server with a certificate for a public name only, by each family of addresses.
https_test_() ->
    {setup, fun start/0, fun stop/1, fun(Servers) -> [tests(Server) || Server <- Servers] end}.

tests(#{url := Url, authority := Authority, other := Other}) ->
    [
        ?_assertMatch({ok, {{_, 200, _}, _, "ok"}}, get(Url, Authority, ?NAME)),
        ?_assertEqual("TLS: the certificate is not for the expected host name", reason(get(Url, Authority, ""))),
        ?_assertEqual("TLS: the certificate is not for the expected host name", reason(get(Url, Authority, "mq.example.com"))),
        ?_assertEqual("TLS: the certificate is not signed by the expected authority", reason(get(Url, Other, ?NAME))),
        ?_assertEqual("TLS: the file /missing/ca.crt cannot be read", reason(get(Url, "/missing/ca.crt", ?NAME)))
    ].

failure_test_() ->
    Failed = fun(Reasons) -> lists:flatten(failure({failed_connect, [{to_address, {"host", 443}} | Reasons]})) end,
    [
        ?_assertEqual("econnrefused", Failed([{inet6, [inet6], nxdomain}, {inet, [inet], econnrefused}])),
        ?_assertEqual("econnrefused", Failed([{inet6, [inet6], econnrefused}, {inet, [inet], nxdomain}])),
        ?_assertEqual("nxdomain: the name has no address", Failed([{inet6, [inet6], nxdomain}, {inet, [inet], nxdomain}])),
        ?_assertEqual("TLS: the certificate has expired", Failed([{inet6, [inet6], {tls_alert, {certificate_expired, "{bad_cert,cert_expired}"}}}, {inet, [inet], nxdomain}])),
        ?_assertEqual("unknown reason", Failed([])),
        ?_assertEqual("timeout", lists:flatten(failure(timeout)))
    ].

start() ->
    start_https(),
    [Own, Other] = [write(root(Name)) || Name <- ["own", "other"]],
    [Url || Where <- [{inet6, "[::1]", {0, 0, 0, 0, 0, 0, 0, 1}}, {inet, "localhost", {127, 0, 0, 1}}], Url <- serve(Where, Own, Other)].

root(Name) -> public_key:pkix_test_root_cert(Name, [{key, {namedCurve, secp256r1}}]).

write(#{cert := Certificate} = Root) ->
    File = filename:join("/tmp", "https_tests." ++ integer_to_list(erlang:unique_integer([positive])) ++ os:getpid()),
    ok = file:write_file(File, public_key:pem_encode([{'Certificate', Certificate, not_encrypted}])),
    Root#{file => File}.

%% Where a machine has no IPv6, only IPv4 is tested.
serve({Family, Host, Address}, #{file := Authority} = Root, #{file := Other}) ->
    Names = #'Extension'{extnID = ?'id-ce-subjectAltName', extnValue = [{dNSName, ?NAME}], critical = false},
    #{server_config := Server} = public_key:pkix_test_data(#{
        server_chain => #{root => maps:remove(file, Root), intermediates => [], peer => [{key, {namedCurve, secp256r1}}, {extensions, [Names]}]},
        client_chain => #{root => maps:remove(file, Root), intermediates => [], peer => [{key, {namedCurve, secp256r1}}]}
    }),
    case ssl:listen(0, [Family, {ip, Address}, {active, false}, {reuseaddr, true} | Server]) of
        {ok, Listen} ->
            {ok, {_, Port}} = ssl:sockname(Listen),
            spawn(fun() -> accept(Listen) end),
            [#{url => "https://" ++ Host ++ ":" ++ integer_to_list(Port), authority => Authority, other => Other}];
        {error, _} when Family =:= inet6 -> []
    end.

accept(Listen) ->
    {ok, Transport} = ssl:transport_accept(Listen),
    spawn(fun() ->
        case ssl:handshake(Transport, 5000) of
            {ok, Socket} ->
                {ok, _} = ssl:recv(Socket, 0),
                ok = ssl:send(Socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"),
                ssl:close(Socket);
            {error, _} -> ok
        end
    end),
    accept(Listen).

stop(Servers) ->
    [begin ok = application:stop(Application), ok = application:unload(Application) end || Application <- [inets, ssl]],
    [[file:delete(Authority), file:delete(Other)] || #{authority := Authority, other := Other} <- Servers].

get(Url, Authority, ServerName) ->
    httpc:request(get, {Url ++ "/", []}, [{timeout, 5000}, {ssl, tls(Url, Authority, ServerName)}], []).

reason({error, Reason}) -> lists:flatten(failure(Reason)).
