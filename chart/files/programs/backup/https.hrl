%% HTTPS clients that use IPv4 and IPv6, verify certificates, and name the reason if no connection is made.

start_https() ->
    [{ok, _} = application:ensure_all_started(Application) || Application <- [ssl, inets]],
    % IPv6 first: where names have IPv4 addresses only, it fails at once
    ok = httpc:set_options([{ipfamily, inet6fb4}]).

%% Options of a connection. Authority: file with the certificate of the authority, "" for the public ones. ServerName: the name
%% that the certificate has to be for, "" for the host of the URL.
tls("https" ++ _, Authority, ServerName) ->
    Trusted = case Authority of "" -> {cacerts, public_key:cacerts_get()}; _ -> {cacertfile, Authority} end,
    Name = case ServerName of "" -> []; _ -> [{server_name_indication, ServerName}] end,
    [Trusted, {verify, verify_peer}, {depth, 10},
     {customize_hostname_check, [{match_fun, public_key:pkix_verify_hostname_match_fun(https)}]} | Name];
tls(_, _, _) -> [].

%% In words. After a failed connection, httpc reports a reason for each family of addresses that it tried.
failure({failed_connect, Details}) ->
    Reasons = [Reason || {Family, _, Reason} <- Details, Family =:= inet orelse Family =:= inet6],
    Told = [Reason || Reason <- Reasons, is_tuple(Reason)] ++ [Reason || Reason <- Reasons, is_atom(Reason), Reason =/= nxdomain] ++ Reasons,
    case Told of
        [Reason | _] -> connect_reason(Reason);
        [] -> "unknown reason"
    end;
failure(Reason) -> io_lib:format("~0p", [Reason]).

connect_reason(nxdomain) -> "nxdomain: the name has no address";
connect_reason(Reason) when is_atom(Reason) -> atom_to_list(Reason);
connect_reason({tls_alert, {Alert, Text}}) ->
    Known = [{"hostname_check_failed", "the certificate is not for the expected host name"},
             {"selfsigned_peer", "the certificate is signed by itself, not by the expected authority"},
             {"unknown_ca", "the certificate is not signed by the expected authority"},
             {"cert_expired", "the certificate has expired"}],
    Flat = lists:flatten(io_lib:format("~p ~s", [Alert, Text])),
    Found = [Words || {Part, Words} <- Known, string:find(Flat, Part) =/= nomatch],
    ["TLS: ", case Found of
        [Words | _] -> Words;
        [] -> re:replace(string:trim(Flat), "\\s+", " ", [global, {return, list}])
    end];
connect_reason({options, {cacertfile, File, _}}) -> ["TLS: the file ", File, " cannot be read"];
connect_reason(Reason) -> io_lib:format("~0P", [Reason, 12]).
