s3_remove(Place, Name) ->
    case s3_answer(delete, Place, s3_key(Place, Name), [], <<>>) of
        {Status, _} when Status =:= 200; Status =:= 204 -> ok;
        {error, Reason} -> failure(Reason);
        {Status, Reason} -> io_lib:format("~b ~s", [Status, Reason])
    end.

s3_list({s3, _, Prefix, _, _, _} = Place) ->
    [lists:nthtail(length(Prefix), binary_to_list(Key)) || Key <- s3_keys(Place, [{"list-type", "2"}, {"prefix", Prefix}])].

s3_keys(Place, Query) ->
    Body = s3(get, Place, "", Query, <<>>),
    Keys = case re:run(Body, "<Key>([^<]*)</Key>", [global, {capture, all_but_first, binary}]) of
        {match, Found} -> lists:append(Found);
        nomatch -> []
    end,
    case re:run(Body, "<NextContinuationToken>([^<]*)</NextContinuationToken>", [{capture, all_but_first, list}]) of
        {match, [Token]} -> Keys ++ s3_keys(Place, [{"continuation-token", Token} | lists:keydelete("continuation-token", 1, Query)]);
        nomatch -> Keys
    end.

s3_key({s3, _, Prefix, _, _, _}, Name) -> Prefix ++ Name.

s3(Method, Place, Key, Query, Body) ->
    case s3_answer(Method, Place, Key, Query, Body) of
        {200, Content} -> Content;
        {Status, Reason} when is_integer(Status) -> fail("the storage answered ~b ~s to ~s ~s", [Status, Reason, Method, Key]);
        {error, Reason} -> fail("the storage can't be reached: ~s", [failure(Reason)])
    end.

s3_answer(Method, {s3, Url, _, _, _, Authority} = Place, Key, Query, Body) ->
    Encoded = lists:flatten(lists:join("&", [[uri_string:quote(Field), "=", uri_string:quote(Value)] || {Field, Value} <- lists:sort(Query)])),
    Target = lists:flatten([Url, "/", Key, case Encoded of "" -> ""; _ -> ["?", Encoded] end]),
    Headers = signed(Method, Place, Key, Encoded, Body),
    Request = case Method of put -> {Target, Headers, "application/octet-stream", Body}; _ -> {Target, Headers} end,
    case httpc:request(Method, Request, [{timeout, 120000}, {ssl, tls(Url, Authority, "")}, {autoredirect, false}], [{body_format, binary}]) of
        {ok, {{_, 200, _}, _, Content}} -> {200, Content};
        {ok, {{_, Status, Phrase}, _, Content}} -> {Status, [Phrase, reason(Content)]};
        {error, Reason} -> {error, Reason}
    end.

reason(Body) ->
    case re:run(Body, "<Code>([A-Za-z0-9]*)</Code>", [{capture, all_but_first, list}]) of
        {match, [Code]} -> [" (", Code, ")"];
        nomatch -> ""
    end.

signed(Method, {s3, Url, _, Region, Credentials, _}, Key, Query, Body) ->
    #{host := Name, path := Path} = Parsed = uri_string:parse(Url),
    Host = case Parsed of #{port := Port} -> [Name, ":", integer_to_list(Port)]; _ -> Name end,
    Time = compact(calendar:universal_time()),
    Date = lists:sublist(Time, 8),
    Hash = hex(crypto:hash(sha256, Body)),
    Token = case file:read_file(filename:join(Credentials, "session-token")) of {ok, Text} -> [{"x-amz-security-token", string:trim(Text)}]; _ -> [] end,
    Headers = [{"host", Host}, {"x-amz-content-sha256", Hash}, {"x-amz-date", Time} | Token],
    Names = lists:join(";", [Header || {Header, _} <- Headers]),
    Canonical = [string:uppercase(atom_to_list(Method)), "\n", Path, "/", Key, "\n", Query, "\n",
        [[Header, ":", Value, "\n"] || {Header, Value} <- Headers], "\n", Names, "\n", Hash],
    Scope = lists:join("/", [Date, Region, "s3", "aws4_request"]),
    ToSign = ["AWS4-HMAC-SHA256\n", Time, "\n", Scope, "\n", hex(crypto:hash(sha256, Canonical))],
    Secret = ["AWS4", string:trim(read(Credentials, "secret-access-key"))],
    SigningKey = lists:foldl(fun(Part, Under) -> crypto:mac(hmac, sha256, Under, Part) end, Secret, [Date, Region, "s3", "aws4_request"]),
    Authorization = ["AWS4-HMAC-SHA256 Credential=", string:trim(read(Credentials, "access-key-id")), "/", Scope,
        ",SignedHeaders=", Names, ",Signature=", hex(crypto:mac(hmac, sha256, SigningKey, ToSign))],
    [{Header, text(Value)} || {Header, Value} <- [{"authorization", Authorization} | Headers]].

text(Value) -> binary_to_list(iolist_to_binary(Value)).
