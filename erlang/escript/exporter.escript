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
-export([init/2]).
-include("json.hrl").
-include("management_api.hrl").
-include("topology_objects.hrl").
-include("topology_drift.hrl").
-include("comparison_time.hrl").
-include("shared_result.hrl").

-define(API_TIMEOUT_MS, 5000).
%% Within the 10 s that Prometheus waits by default, so that the parts that do answer are served.
-define(COLLECTION_TIMEOUT_MS, 8000).
-define(ANSWER_TIMEOUT_MS, 9000).
%% A scrape within so many milliseconds of the last collection gets the same metrics.
-define(INTERVAL_MS, 10000).

main([Url, Authority, ServerName, User, Port | More]) ->
    start_http(),
    Api = #{url => Url, authority => Authority, server_name => ServerName, folder => User},
    {Drift, Targets} = case More of
        ["--topology", Topology, Reader | Rest] -> {start_comparison(Api#{folder => Reader}, Topology), Rest};
        _ -> {none, More}
    end,
    Metrics = start_sharing(fun() -> metrics(Api#{timeout => ?API_TIMEOUT_MS}, Drift, Targets) end, ?INTERVAL_MS),
    serve(list_to_integer(Port), Metrics),
    io:format("serving metrics on port ~s~n", [Port]),
    receive after infinity -> ok end.

serve(Port, Metrics) ->
    [true = code:add_patha(Folder) || Folder <- server_folders()],
    {ok, _} = application:ensure_all_started(cowboy),
    Paths = [{Path, ?MODULE, {Path, Metrics}} || Path <- ["/metrics", "/health"]],
    Transport = #{num_acceptors => 2, max_connections => 16, socket_opts => [{port, Port}, inet6, {ipv6_v6only, false}, {backlog, 16}]},
    {ok, _} = cowboy:start_clear(?MODULE, Transport, #{env => #{dispatch => cowboy_router:compile([{'_', Paths}])}}).

%% RabbitMQ's own HTTP server is among the plugins of its image.
server_folders() ->
    Home = os:getenv("RABBITMQ_HOME", "/opt/rabbitmq"),
    Folders = [Folder || Plugins <- ["plugins", "lib/rabbitmq_server-*/plugins"],
                         Folder <- filelib:wildcard(filename:join([Home, Plugins, "{cowboy,cowlib,ranch}-*/ebin"]))],
    Folders =/= [] orelse stop("no cowboy in the plugins of ~s: the exporter needs the image of RabbitMQ", [Home]),
    Folders.

stop(Format, Values) ->
    io:format(standard_error, Format ++ "~n", Values),
    halt(1).

%% Called by cowboy for each request.
init(Request, {Path, Metrics} = State) ->
    {Status, Body} = case {cowboy_req:method(Request), Path} of
        {<<"GET">>, "/health"} -> {200, "ok\n"};
        {<<"GET">>, "/metrics"} -> case shared(Metrics, ?ANSWER_TIMEOUT_MS) of timeout -> {503, []}; Text -> {200, Text} end;
        _ -> {405, []}
    end,
    {ok, cowboy_req:reply(Status, #{<<"content-type">> => <<"text/plain; version=0.0.4">>}, Body, Request), State}.

%% Compares once a minute. Another process has what was found last, so that nobody waits for a comparison.
start_comparison(Api, Folder) ->
    Holder = spawn_link(fun() -> hold(#{}) end),
    spawn_link(fun() -> compare(Api, Folder, Holder) end),
    Holder.

compare(Api, Folder, Holder) ->
    Start = erlang:monotonic_time(millisecond),
    Holder ! {found, attempt(fun() -> drift(Api, Folder) end)},
    Took = (erlang:monotonic_time(millisecond) - Start + 999) div 1000,
    {_, _, Second} = erlang:time(),
    timer:sleep(1000 * seconds_to_comparison(Second, Took)),
    compare(Api, Folder, Holder).

hold(Found) ->
    receive
        {found, New} -> hold(New);
        {drift, From} -> From ! {drift, Found}, hold(Found)
    end.

%% Each part is left out where it fails; a release that doesn't know a question has nothing to say to it.
metrics(Api, Drift, Targets) ->
    Asked = [
        fun() -> flags(get(Api, "/api/feature-flags")) end,
        fun() -> deprecated(get(Api, "/api/deprecated-features/used")) end,
        fun() -> drifted(Drift) end
    ] ++ [fun() -> certificate(Target) end || Target <- Targets],
    Parts = all_within([fun() -> attempt(Part) end || Part <- Asked], ?COLLECTION_TIMEOUT_MS),
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
