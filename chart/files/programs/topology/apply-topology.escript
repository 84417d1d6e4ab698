#!/usr/bin/env escript
%% Makes a cluster's virtual hosts, users, permissions, policies, parameters, exchanges, queues and bindings what a
%% topology declares.
%%
%% Arguments: URL AUTHORITY SERVER_NAME ADMINISTRATOR SECRETS TOPOLOGY NAME BROKERS
%%   URL            of the HTTP API
%%   AUTHORITY      file with the certificate that the API's certificate is signed by; "" for the public ones
%%   SERVER_NAME    name that the API's certificate is for; "" for the URL's host
%%   ADMINISTRATOR  folder with the administrator's `username` and `password`
%%   SECRETS        folder with a folder for each Secret that the topology refers to
%%   TOPOLOGY       folder with topology-*.json: lists of declared objects
%%   NAME           of the topology; what it may remove is recorded under this name in the brokers
%%   BROKERS        number of brokers to wait for
%%
%% In a pod with a token of the API server, it creates an Event for each object that failed.
%%
%% Exit code: 0 if everything is as declared, 1 if a retry may help, 2 if only a changed declaration helps.
-mode(compile).
-include("json.hrl").
-include("management_api.hrl").
-include("topology_api.hrl").
-include("topology_objects.hrl").
-include("topology_state.hrl").
-include("topology_changes.hrl").
-include("topology_removal.hrl").
-include("topology_events.hrl").

-define(MEMBERS_TIMEOUT_S, 300).
-define(SECRETS_TIMEOUT_S, 120).

%% A crash report has arguments of functions in it, which may be passwords.
main(Arguments) ->
    try apply_topology(Arguments)
    catch Class:Error:Stack ->
        Places = [{Module, Function, proplists:get_value(line, Location)} || {Module, Function, _, Location} <- lists:sublist(Stack, 6)],
        io:format("Internal error (~s ~s) at ~0p. Please report it.~n", [Class, name(Error), [{Function, Line} || {_, Function, Line} <- Places]]),
        halt(1)
    end.

name(Error) when is_atom(Error) -> Error;
name(Error) when is_tuple(Error), is_atom(element(1, Error)) -> element(1, Error);
name(_) -> unknown.

apply_topology([Url, Authority, ServerName, Administrator, Secrets, Folder, Name, Brokers]) ->
    Start = erlang:monotonic_time(millisecond),
    start_http(),
    Api = #{url => Url, authority => Authority, server_name => ServerName, folder => Administrator, secrets => Secrets, topology => list_to_binary(Name),
            administrator => read_file(Administrator, "username")},
    Declared = read_topology(Folder),
    wait_for_brokers(Api),
    wait_for_members(Api, list_to_integer(Brokers), deadline(?MEMBERS_TIMEOUT_S)),
    Objects = resolve(Api, Declared, deadline(?SECRETS_TIMEOUT_S)),
    Before = state(Api),
    Recorded = recorded(Api, Before),
    ToRecord = lists:usort([record_key(Object) || #{<<"removal">> := <<"delete">>} = Object <- Objects]),
    record(Api, Recorded, lists:usort(Recorded ++ ToRecord)),
    Applied = apply_all(Api, Before, Objects),
    {Removed, Left} = remove_all(Api, Before, Objects, Recorded -- ToRecord),
    record(Api, lists:usort(Recorded ++ ToRecord), lists:usort(Left ++ ToRecord)),
    report(Api, Applied ++ Removed, erlang:monotonic_time(millisecond) - Start).

read_topology(Folder) ->
    Files = lists:sort(filelib:wildcard(filename:join(Folder, "topology-*.json"))),
    lists:append([decode(element(2, {ok, _} = file:read_file(File))) || File <- Files]).

deadline(Seconds) -> erlang:monotonic_time(second) + Seconds.

is_over(Deadline) -> erlang:monotonic_time(second) >= Deadline.

wait_for_brokers(Api) -> wait_for_brokers(Api, none).

wait_for_brokers(Api, Last) ->
    case request(get, Api, "/api/overview", none) of
        {200, _} -> ok;
        Answer ->
            Reason = reason(Answer),
            Reason =:= Last orelse say(Api, "Waiting for the brokers: ~ts", [Reason]),
            timer:sleep(2000),
            wait_for_brokers(Api, Reason)
    end.

%% A queue that is declared while brokers have yet to join gets too few replicas.
wait_for_members(Api, Brokers, Deadline) ->
    Members = case request(get, Api, "/api/nodes?columns=name", none) of
        {200, Body} -> length(decode(Body));
        _ -> 0
    end,
    case Members >= Brokers orelse is_over(Deadline) of
        true when Members >= Brokers -> ok;
        true -> say(Api, "Warning: the cluster has ~b of ~b brokers; new queues may get too few replicas.", [Members, Brokers]);
        false ->
            timer:sleep(2000),
            wait_for_members(Api, Brokers, Deadline)
    end.

%% Puts in what is in Secrets: names and passwords of users, URIs. A Secret that is mounted as optional may come later.
resolve(Api, Declared, Deadline) ->
    case [missing || Object <- Declared, secret_missing(Api, Object) =/= none] of
        [_ | _] when Deadline =/= over ->
            case is_over(Deadline) of
                true -> resolve(Api, Declared, over);
                false ->
                    timer:sleep(2000),
                    resolve(Api, Declared, Deadline)
            end;
        _ ->
            Names = maps:from_list([{Key, user_name(Api, User)} || #{<<"kind">> := <<"user">>, <<"name">> := Key} = User <- Declared]),
            [resolve_object(Api, Names, Object) || Object <- Declared]
    end.

resolve_object(Api, Names, Object) ->
    case secret_missing(Api, Object) of
        none -> with_values(Api, with_user(Names, Object));
        Path -> Object#{<<"missing">> => list_to_binary(Path)}
    end.

with_user(Names, #{<<"kind">> := <<"user">>, <<"name">> := Key} = User) -> User#{<<"name">> => maps:get(Key, Names)};
with_user(Names, #{<<"user">> := Key} = Object) -> Object#{<<"user">> => maps:get(Key, Names, Key)};
with_user(_, Object) -> Object.

user_name(Api, #{<<"secret">> := Secret, <<"name">> := Key}) ->
    case file:read_file(secret_path(Api, Secret, <<"username">>)) of
        {ok, Name} -> Name;
        {error, _} -> Key
    end;
user_name(_, #{<<"name">> := Name}) -> Name.

%% The first file of a Secret that an object needs and that isn't there.
secret_missing(Api, Object) ->
    Missing = [Path || Path <- secret_paths(Api, Object), not filelib:is_regular(Path)],
    case Missing of [] -> none; [Path | _] -> Path end.

secret_paths(Api, #{<<"kind">> := <<"user">>, <<"secret">> := Secret}) ->
    [secret_path(Api, Secret, Key) || Key <- [<<"username">>, <<"password">>]];
secret_paths(Api, #{<<"hash">> := #{<<"secret">> := Secret, <<"key">> := Key}}) -> [secret_path(Api, Secret, Key)];
secret_paths(Api, #{<<"body">> := #{<<"value">> := #{} = Value}}) ->
    [secret_path(Api, Secret, Key) || #{<<"fromSecret">> := Secret, <<"key">> := Key} <- maps:values(Value)];
secret_paths(_, _) -> [].

secret_path(#{secrets := Folder}, Secret, Key) -> filename:join([Folder, binary_to_list(Secret), binary_to_list(Key)]).

with_values(Api, #{<<"body">> := #{<<"value">> := #{} = Value} = Body} = Object) ->
    Object#{<<"body">> => Body#{<<"value">> => maps:map(fun
        (_, #{<<"fromSecret">> := Secret, <<"key">> := Key}) -> secret_value(Api, Secret, Key);
        (_, Plain) -> Plain
    end, Value)}};
with_values(Api, #{<<"kind">> := <<"user">>, <<"secret">> := Secret} = User) -> User#{<<"password">> => secret_value(Api, Secret, <<"password">>)};
with_values(Api, #{<<"hash">> := #{<<"secret">> := Secret, <<"key">> := Key}, <<"body">> := Body} = User) ->
    User#{<<"body">> => Body#{<<"password_hash">> => string:trim(secret_value(Api, Secret, Key))}};
with_values(_, Object) -> Object.

secret_value(Api, Secret, Key) ->
    {ok, Value} = file:read_file(secret_path(Api, Secret, Key)),
    hide(Value),
    Value.

%% Failures come last: Kubernetes shows the end of the log as the pod's termination message.
report(Api, Results, Milliseconds) ->
    report_events(Api, Results),
    Order = [created, changed, removed, kept, refused, failed, retry],
    [say(Api, "~-9s~ts~ts", [label(Outcome), Text, case Why of none -> ""; _ -> [": ", Why] end])
        || Wanted <- Order, {Outcome, Text, Why} <- Results, Outcome =:= Wanted],
    Count = fun(Outcome) -> length([x || {Found, _, _} <- Results, Found =:= Outcome]) end,
    say(Api, "Topology ~ts: ~b created, ~b changed, ~b removed, ~b kept, ~b unchanged, ~b refused, ~b failed in ~.1f s",
        [maps:get(topology, Api), Count(created), Count(changed), Count(removed), Count(kept), Count(unchanged), Count(refused),
         Count(failed) + Count(retry), Milliseconds / 1000]),
    halt(case {Count(retry), Count(refused) + Count(failed)} of {0, 0} -> 0; {0, _} -> 2; _ -> 1 end).

label(retry) -> failed;
label(Outcome) -> Outcome.

%% No value of a Secret is printed, not even within what RabbitMQ answers.
hide(Value) -> put(hidden, [Value | hidden()]).

hidden() -> case get(hidden) of undefined -> []; Values -> Values end.

say(_, Format, Values) -> io:put_chars(standard_io, without_secrets(io_lib:format(Format ++ "~n", Values))).

without_secrets(Text) ->
    Hidden = [Value || Value <- hidden(), byte_size(Value) > 3],
    lists:foldl(fun(Value, Printed) -> binary:replace(Printed, Value, <<"***">>, [global]) end, unicode:characters_to_binary(Text), Hidden).
