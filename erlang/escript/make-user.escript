#!/usr/bin/env escript
-mode(compile).
-include("broker_api.hrl").

main([Url, Authority, Administrator, User, Tags | Permissions]) ->
    start(),
    Api = {Url, Authority, Administrator},
    read(User, "username") =/= read(Administrator, "username") orelse stop("the Secret has the administrator's name: give the user another"),
    Name = uri_string:quote(binary_to_list(read(User, "username"))),
    put_until_there(Api, "/api/users/" ++ Name, [{"password", read(User, "password")}, {"tags", Tags}]),
    Wanted = permissions(Permissions),
    [put_until_there(Api, permission(Vhost, Name), Rights) || {Vhost, Rights} <- Wanted],
    {ok, {{_, 200, _}, _, Body}} = call(get, Api, "/api/users/" ++ Name ++ "/permissions", <<>>, 10000),
    {There, _} = value(Body),
    [{ok, {{_, 204, _}, _, _}} = call(delete, Api, permission(binary_to_list(Vhost), Name), <<>>, 10000)
        || #{<<"vhost">> := Vhost} <- There, not lists:keymember(binary_to_list(Vhost), 1, Wanted)],
    io:format("the user is there~n").

stop(Reason) ->
    io:format("~s~n", [Reason]),
    halt(1).

permissions([Vhost, Configure, Write, Read | More]) ->
    [{Vhost, [{"configure", Configure}, {"write", Write}, {"read", Read}]} | permissions(More)];
permissions([]) -> [].

permission(Vhost, Name) -> "/api/permissions/" ++ uri_string:quote(Vhost) ++ "/" ++ Name.

%% Brokers may still be starting, and a virtual host may not be there yet.
put_until_there(Api, Path, Fields) ->
    Body = ["{", lists:join(",", [["\"", Name, "\":\"", escape(Value), "\""] || {Name, Value} <- Fields]), "}"],
    case call(put, Api, Path, iolist_to_binary(Body), 10000) of
        {ok, {{_, Status, _}, _, _}} when Status =:= 201; Status =:= 204 -> ok;
        {ok, {{_, Status, Phrase}, _, _}} -> again(io_lib:format("the broker answered ~b ~s to ~s", [Status, Phrase, Path]), Api, Path, Fields);
        {error, _} -> again("no broker can be reached", Api, Path, Fields)
    end.

again(Reason, Api, Path, Fields) ->
    io:format("~s; trying again~n", [Reason]),
    timer:sleep(2000),
    put_until_there(Api, Path, Fields).
