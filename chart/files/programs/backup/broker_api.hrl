-include("https.hrl").

call(Method, {Url, Authority, ServerName, Folder}, Path, Body, Timeout) ->
    Request = case Method of
        put -> {Url ++ Path, [authorization(Folder)], "application/json", Body};
        _ -> {Url ++ Path, [authorization(Folder)]}
    end,
    httpc:request(Method, Request, [{timeout, Timeout}, {autoredirect, false}, {ssl, tls(Url, Authority, ServerName)}], [{body_format, binary}]).

escape(Text) -> binary:replace(iolist_to_binary([Text]), [<<"\\">>, <<"\"">>], <<"\\">>, [global, {insert_replaced, 1}]).

authorization(Folder) ->
    {"authorization", "Basic " ++ base64:encode_to_string(<<(read(Folder, "username"))/binary, ":", (read(Folder, "password"))/binary>>)}.

read(Folder, Name) ->
    {ok, Content} = file:read_file(filename:join(Folder, Name)),
    Content.

%% JSON, which Erlang itself reads from release 27 on only.
value(<<Space, Rest/binary>>) when Space =:= $\s; Space =:= $\n; Space =:= $\t; Space =:= $\r -> value(Rest);
value(<<"{", Rest/binary>>) -> members(skip(Rest), #{});
value(<<"[", Rest/binary>>) -> items(skip(Rest), []);
value(<<"\"", Rest/binary>>) -> text(Rest, <<>>);
value(<<"true", Rest/binary>>) -> {true, Rest};
value(<<"false", Rest/binary>>) -> {false, Rest};
value(<<"null", Rest/binary>>) -> {null, Rest};
value(Binary) ->
    {match, [{0, Length}]} = re:run(Binary, "^[-+.0-9eE]+"),
    <<Number:Length/binary, Rest/binary>> = Binary,
    {Number, Rest}.

members(<<"}", Rest/binary>>, Map) -> {Map, Rest};
members(<<",", Rest/binary>>, Map) -> members(skip(Rest), Map);
members(<<"\"", Binary/binary>>, Map) ->
    {Name, Rest} = text(Binary, <<>>),
    <<":", After/binary>> = skip(Rest),
    {Value, Left} = value(After),
    members(skip(Left), Map#{Name => Value}).

items(<<"]", Rest/binary>>, List) -> {lists:reverse(List), Rest};
items(<<",", Rest/binary>>, List) -> items(Rest, List);
items(Binary, List) ->
    {Value, Rest} = value(Binary),
    items(skip(Rest), [Value | List]).

text(<<"\"", Rest/binary>>, Text) -> {Text, Rest};
text(<<"\\", Escaped, Rest/binary>>, Text) -> text(Rest, <<Text/binary, Escaped>>);
text(<<Byte, Rest/binary>>, Text) -> text(Rest, <<Text/binary, Byte>>).

skip(<<Space, Rest/binary>>) when Space =:= $\s; Space =:= $\n; Space =:= $\t; Space =:= $\r -> skip(Rest);
skip(Binary) -> Binary.
