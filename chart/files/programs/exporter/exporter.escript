#!/usr/bin/env escript
%% Serves metrics that brokers have none of.
%%
%% Arguments: URL AUTHORITY SERVER_NAME USER PORT [--topology TOPOLOGY READER] TARGET...
%%   URL        of the HTTP API
%%   AUTHORITY  file with the certificate that the API's certificate is signed by; "" for the public ones
%%   SERVER_NAME  the name that the API's certificate has to be for; "" for the host of the URL
%%   USER       folder with `username` and `password` of a user with the tag monitoring
%%   PORT       to serve at
%%   TOPOLOGY   folder with topology-*.json: lists of declared objects
%%   READER     folder with `username` and `password` of a user that can enter each declared virtual host
%%   TARGET     POD=PORT NAME=HOST=PORT of a certificate
-mode(compile).
-include("json.hrl").
-include("management_api.hrl").
-include("topology_objects.hrl").
-include("topology_drift.hrl").

-define(API_TIMEOUT_MS, 5000).
%% The CronJob applies a topology at the full minute: drift is looked for shortly before, so that it is seen before it is repaired.
-define(SECOND_OF_COMPARISON, 50).

main([Url, Authority, ServerName, User, Port | More]) ->
    start_http(),
    Api = #{url => Url, authority => Authority, server_name => ServerName, folder => User},
    {Drift, Targets} = case More of
        ["--topology", Topology, Reader | Rest] -> {start_comparison(Api#{folder => Reader}, Topology), Rest};
        _ -> {none, More}
    end,
    {ok, Listen} = gen_tcp:listen(list_to_integer(Port), [binary, inet6, {ipv6_v6only, false}, {packet, http_bin}, {active, false}, {reuseaddr, true}, {backlog, 16}]),
    io:format("serving metrics on port ~s~n", [Port]),
    accept(Listen, fun() -> metrics(Api#{timeout => ?API_TIMEOUT_MS}, Drift, Targets) end).

%% Compares once a minute. Another process has what was found last, so that nobody waits for a comparison.
start_comparison(Api, Folder) ->
    Holder = spawn_link(fun() -> hold(#{}) end),
    spawn_link(fun() -> compare(Api, Folder, Holder) end),
    Holder.

compare(Api, Folder, Holder) ->
    Holder ! {found, attempt(fun() -> drift(Api, Folder) end)},
    {_, _, Second} = erlang:time(),
    timer:sleep(1000 * case (?SECOND_OF_COMPARISON - Second + 60) rem 60 of 0 -> 60; Left -> Left end),
    compare(Api, Folder, Holder).

hold(Found) ->
    receive
        {found, New} -> hold(New);
        {drift, From} -> From ! {drift, Found}, hold(Found)
    end.

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
metrics(Api, Drift, Targets) ->
    Parts = [attempt(Part) || Part <- [
        fun() -> flags(get(Api, "/api/feature-flags")) end,
        fun() -> deprecated(get(Api, "/api/deprecated-features/used")) end,
        fun() -> drifted(Drift) end
    ]] ++ pmap(fun(Target) -> attempt(fun() -> certificate(Target) end) end, Targets),
    Up = case [failed || failed <- Parts] of [] -> 1; _ -> 0 end,
    [help("rabbitmq_exporter_up", "Whether everything could be asked"), sample("rabbitmq_exporter_up", [], Up),
     help("rabbitmq_feature_flag_disabled", "1 for each stable feature flag that is disabled"),
     help("rabbitmq_deprecated_feature_used", "1 for each deprecated feature that is used"),
     help("rabbitmq_certificate_not_after_timestamp_seconds", "When the certificate of a port ends"),
     help("rabbitmq_topology_missing_objects", "Declared objects that the brokers do not have"),
     help("rabbitmq_topology_changed_objects", "Objects that differ from their declaration"),
     help("rabbitmq_topology_undeclared_objects", "Objects of the brokers that are not declared"),
     [Part || Part <- Parts, Part =/= failed]].

attempt(Part) ->
    try Part()
    catch
        throw:Text -> io:format(standard_error, "~s~n", [Text]), failed;
        _:Reason -> io:format(standard_error, "~0P~n", [Reason, 12]), failed
    end.

pmap(Function, List) ->
    Self = self(),
    Workers = [spawn(fun() -> Self ! {self(), Function(Item)} end) || Item <- List],
    [receive {Worker, Result} -> Result after 6000 -> failed end || Worker <- Workers].

get(Api, Path) ->
    case request(get, Api, Path, none) of
        {200, Body} -> decode(Body);
        {404, _} -> [];
        {error, Reason} -> throw(io_lib:format("~s: no broker can be reached: ~s", [Path, failure(Reason)]));
        {Status, _} -> throw(io_lib:format("~s: the broker answered ~b", [Path, Status]))
    end.

drifted(none) -> [];
drifted(Process) ->
    Process ! {drift, self()},
    #{} = Found = receive {drift, Last} -> Last end,
    [sample("rabbitmq_topology_" ++ atom_to_list(State) ++ "_objects", [{"kind", atom_to_binary(Kind, utf8)}, {"vhost", Vhost}], Count)
        || {{State, Kind, Vhost}, Count} <- lists:sort(maps:to_list(Found))].

flags(Flags) ->
    [sample("rabbitmq_feature_flag_disabled", [{"feature_flag", Name}, {"stability", Stability}], 1)
        || #{<<"name">> := Name, <<"stability">> := Stability, <<"state">> := <<"disabled">>} <- Flags, Stability =/= <<"experimental">>].

deprecated(Features) ->
    [sample("rabbitmq_deprecated_feature_used", [{"feature", Name}], 1) || #{<<"name">> := Name} <- Features].

certificate(Target) ->
    [Pod, Name, Host, Port] = string:split(Target, "=", all),
    {ok, Socket} = connect(Host, list_to_integer(Port), [inet6, inet]),
    {ok, Der} = ssl:peercert(Socket),
    ssl:close(Socket),
    Tbs = element(2, public_key:pkix_decode_cert(Der, otp)),
    {'Validity', _, NotAfter} = element(6, Tbs),
    sample("rabbitmq_certificate_not_after_timestamp_seconds", [{"pod", Pod}, {"port", Name}], seconds(NotAfter)).

connect(Host, Port, [Family | Others]) ->
    case ssl:connect(Host, Port, [Family, {verify, verify_none}], 4000) of
        {error, _} when Others =/= [] -> connect(Host, Port, Others);
        Result -> Result
    end.

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

escape(Text) ->
    Escaped = binary:replace(iolist_to_binary([Text]), [<<"\\">>, <<"\"">>], <<"\\">>, [global, {insert_replaced, 1}]),
    binary:replace(Escaped, <<"\n">>, <<"\\n">>, [global]).
