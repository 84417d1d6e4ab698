#!/usr/bin/env escript
-mode(compile).
-include("broker_api.hrl").

main([Url, Authority, User, Port | Targets]) ->
    start(),
    {ok, Listen} = gen_tcp:listen(list_to_integer(Port), [binary, inet6, {ipv6_v6only, false}, {packet, http_bin}, {active, false}, {reuseaddr, true}, {backlog, 16}]),
    io:format("serving metrics on port ~s~n", [Port]),
    accept(Listen, fun() -> metrics({Url, Authority, User}, Targets) end).

accept(Listen, Metrics) ->
    {ok, Socket} = gen_tcp:accept(Listen),
    Worker = spawn(fun() -> receive go -> answer(Socket, Metrics) end end),
    ok = gen_tcp:controlling_process(Socket, Worker),
    Worker ! go,
    accept(Listen, Metrics).

answer(Socket, Metrics) ->
    {Status, Body} = case gen_tcp:recv(Socket, 0, 5000) of
        {ok, {http_request, 'GET', {abs_path, <<"/metrics">>}, _}} -> {"200 OK", Metrics()};
        {ok, {http_request, 'GET', {abs_path, <<"/health">>}, _}} -> {"200 OK", <<"ok\n">>};
        _ -> {"404 Not Found", <<>>}
    end,
    Length = integer_to_list(iolist_size(Body)),
    gen_tcp:send(Socket, ["HTTP/1.1 ", Status, "\r\nContent-Type: text/plain; version=0.0.4\r\nConnection: close\r\nContent-Length: ", Length, "\r\n\r\n", Body]),
    gen_tcp:shutdown(Socket, write),
    gen_tcp:close(Socket).

%% Each part is left out where it fails; a release that doesn't know a question has nothing to say to it.
metrics(Api, Targets) ->
    Parts = [attempt(Part) || Part <- [
        fun() -> flags(get(Api, "/api/feature-flags")) end,
        fun() -> deprecated(get(Api, "/api/deprecated-features/used")) end
    ]] ++ pmap(fun(Target) -> attempt(fun() -> certificate(Target) end) end, Targets),
    Up = case [failed || failed <- Parts] of [] -> 1; _ -> 0 end,
    [help("rabbitmq_exporter_up", "Whether everything could be asked"), sample("rabbitmq_exporter_up", [], Up),
     help("rabbitmq_feature_flag_disabled", "1 for each stable feature flag that is disabled"),
     help("rabbitmq_deprecated_feature_used", "1 for each deprecated feature that is used"),
     help("rabbitmq_certificate_not_after_timestamp_seconds", "When the certificate of a port ends"),
     [Part || Part <- Parts, Part =/= failed]].

attempt(Part) ->
    try Part() catch _:Reason -> io:format(standard_error, "~0P~n", [Reason, 12]), failed end.

pmap(Function, List) ->
    Self = self(),
    Workers = [spawn(fun() -> Self ! {self(), Function(Item)} end) || Item <- List],
    [receive {Worker, Result} -> Result after 6000 -> failed end || Worker <- Workers].

get(Api, Path) ->
    case call(get, Api, Path, <<>>, 5000) of
        {ok, {{_, 200, _}, _, Body}} -> element(1, value(Body));
        {ok, {{_, 404, _}, _, _}} -> []
    end.

flags(Flags) ->
    [sample("rabbitmq_feature_flag_disabled", [{"feature_flag", Name}, {"stability", Stability}], 1)
        || #{<<"name">> := Name, <<"stability">> := Stability, <<"state">> := <<"disabled">>} <- Flags, Stability =/= <<"experimental">>].

deprecated(Features) ->
    [sample("rabbitmq_deprecated_feature_used", [{"feature", Name}], 1) || #{<<"name">> := Name} <- Features].

certificate(Target) ->
    [Pod, Name, Host, Port] = string:split(Target, "=", all),
    {ok, Socket} = ssl:connect(Host, list_to_integer(Port), [{verify, verify_none}], 4000),
    {ok, Der} = ssl:peercert(Socket),
    ssl:close(Socket),
    Tbs = element(2, public_key:pkix_decode_cert(Der, otp)),
    {'Validity', _, NotAfter} = element(6, Tbs),
    sample("rabbitmq_certificate_not_after_timestamp_seconds", [{"pod", Pod}, {"port", Name}], seconds(NotAfter)).

seconds({utcTime, [Y1, Y2 | Rest]}) ->
    Century = case [Y1, Y2] < "50" of true -> "20"; false -> "19" end,
    seconds({generalTime, Century ++ [Y1, Y2 | Rest]});
seconds({generalTime, [Y1, Y2, Y3, Y4, Mo1, Mo2, D1, D2, H1, H2, Mi1, Mi2, S1, S2 | _]}) ->
    Number = fun(Digits) -> list_to_integer(Digits) end,
    Time = {{Number([Y1, Y2, Y3, Y4]), Number([Mo1, Mo2]), Number([D1, D2])}, {Number([H1, H2]), Number([Mi1, Mi2]), Number([S1, S2])}},
    calendar:datetime_to_gregorian_seconds(Time) - 62167219200.

help(Name, Text) -> ["# HELP ", Name, " ", Text, "\n# TYPE ", Name, " gauge\n"].

sample(Name, Labels, Value) ->
    Written = [[Label, "=\"", escape(Content), "\""] || {Label, Content} <- Labels],
    [Name, "{", lists:join(",", Written), "} ", integer_to_list(Value), "\n"].
