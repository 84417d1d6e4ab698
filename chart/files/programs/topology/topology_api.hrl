%% Requests that are repeated where that may help, the reasons of failures, and paths.
%% A request, again where that may help: a broker that is stopping, starting, or has no majority yet.
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
reason({error, {failed_connect, _} = Reason}) -> ["no broker can be reached (", failure(Reason), ")"];
reason({error, Reason}) -> ["no broker answered (", failure(Reason), ")"];
reason({Status, Body}) ->
    Text = try decode(Body) of
        #{<<"reason">> := Reason} when is_binary(Reason) -> Reason;
        #{<<"error">> := Error} when is_binary(Error) -> Error;
        _ -> Body
    catch _:_ -> Body
    end,
    Plain = lists:foldl(fun({Escaped, Character}, Left) -> binary:replace(Left, Escaped, Character, [global]) end, Text,
        [{<<"&lt;">>, <<"<">>}, {<<"&gt;">>, <<">">>}, {<<"&quot;">>, <<"\"">>}, {<<"&amp;">>, <<"&">>}]),
    Line = re:replace(string:trim(Plain), "\\s+", " ", [global, {return, binary}]),
    ["the broker answered ", integer_to_list(Status), " ", binary:part(Line, 0, min(byte_size(Line), 600))].


path(Segments) -> "/api" ++ lists:append(["/" ++ quote(Segment) || Segment <- Segments]).

%% Everything but unreserved characters, byte by byte.
quote(Text) ->
    lists:append([quote_byte(Byte) || <<Byte>> <= Text]).

quote_byte(Byte) when Byte >= $a, Byte =< $z; Byte >= $A, Byte =< $Z; Byte >= $0, Byte =< $9; Byte =:= $-; Byte =:= $_; Byte =:= $~ -> [Byte];
quote_byte(Byte) -> lists:flatten(io_lib:format("%~2.16.0B", [Byte])).
