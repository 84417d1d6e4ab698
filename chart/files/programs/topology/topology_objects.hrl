%% The keys of objects, and whether they are as declared.
key(#{<<"kind">> := <<"binding">>} = Object) -> binding_key(maps:merge(Object, maps:get(<<"body">>, Object)));
key(#{<<"kind">> := <<"permission">>, <<"user">> := User, <<"vhost">> := Vhost}) -> {permission, User, Vhost};
key(#{<<"kind">> := <<"topic-permission">>, <<"user">> := User, <<"vhost">> := Vhost, <<"body">> := #{<<"exchange">> := Exchange}}) ->
    {'topic-permission', User, Vhost, Exchange};
key(#{<<"kind">> := <<"user-limits">>, <<"user">> := User}) -> {'user-limits', User};
key(#{<<"kind">> := <<"vhost-limits">>, <<"vhost">> := Vhost}) -> {'vhost-limits', Vhost};
key(#{<<"kind">> := <<"parameter">>, <<"vhost">> := Vhost, <<"component">> := Component, <<"name">> := Name}) -> {parameter, Vhost, Component, Name};
key(#{<<"kind">> := Kind, <<"vhost">> := Vhost, <<"name">> := Name}) -> {binary_to_atom(Kind, utf8), Vhost, Name};
key(#{<<"kind">> := Kind, <<"name">> := Name}) -> {binary_to_atom(Kind, utf8), Name}.

binding_key(#{<<"vhost">> := Vhost, <<"source">> := Source, <<"destination">> := Destination, <<"destination_type">> := Type} = Binding) ->
    {binding, Vhost, Source, Type, Destination, maps:get(<<"routing_key">>, Binding, <<>>), plain(maps:get(<<"arguments">>, Binding, #{}))}.

%% Whether an object is as it is declared.
is_as_declared(#{<<"kind">> := <<"user">>} = User, Actual) ->
    tags(User) =:= tags(Actual) andalso is_password(User, Actual);
is_as_declared(#{<<"kind">> := <<"vhost">>, <<"body">> := Body}, Actual) ->
    Found = maps:merge(maps:get(<<"metadata">>, Actual, #{}), Actual),
    lists:all(fun
        ({<<"tags">>, Value}) -> lists:sort(Value) =:= lists:sort(list(maps:get(<<"tags">>, Found, [])));
        ({Name, Value}) -> maps:get(Name, Found, <<>>) =:= Value
    end, maps:to_list(Body));
is_as_declared(#{<<"kind">> := <<"binding">>}, _) -> true;
is_as_declared(#{<<"kind">> := Kind, <<"body">> := Body}, Actual) when Kind =:= <<"exchange">>; Kind =:= <<"queue">> ->
    differences(Kind, Body, Actual) =:= [];
is_as_declared(#{<<"kind">> := Kind, <<"body">> := Body}, Actual) when Kind =:= <<"vhost-limits">>; Kind =:= <<"user-limits">> ->
    plain(Body) =:= plain(Actual);
is_as_declared(#{<<"kind">> := Kind, <<"body">> := Body}, Actual) when Kind =:= <<"permission">>; Kind =:= <<"topic-permission">> ->
    lists:all(fun({Name, Pattern}) -> pattern(maps:get(Name, Actual, <<>>)) =:= pattern(Pattern) end, maps:to_list(Body));
is_as_declared(#{<<"body">> := Body}, Actual) ->
    lists:all(fun({Name, Value}) -> plain(maps:get(Name, Actual, null)) =:= plain(Value) end, maps:to_list(Body)).

%% An empty pattern matches no name, as does one of an empty name.
pattern(<<>>) -> <<"^$">>;
pattern(Pattern) -> Pattern.

%% What of an exchange or a queue is not as declared: the name, the declared and the actual value.
differences(Kind, Body, Actual) ->
    Flags = [{Name, Value, maps:get(Name, Actual, false)}
        || {Name, Value} <- maps:to_list(maps:without([<<"arguments">>], Body)), maps:get(Name, Actual, false) =/= Value],
    Declared = arguments(Kind, Body),
    Found = arguments(Kind, Actual),
    Names = lists:usort(maps:keys(Declared) ++ maps:keys(Found)),
    Flags ++ [{Name, maps:get(Name, Declared, none), maps:get(Name, Found, none)}
        || Name <- Names, maps:get(Name, Declared, none) =/= maps:get(Name, Found, none)].

arguments(<<"queue">>, Queue) -> maps:merge(#{<<"x-queue-type">> => <<"classic">>}, plain(maps:get(<<"arguments">>, Queue, #{})));
arguments(_, Exchange) -> plain(maps:get(<<"arguments">>, Exchange, #{})).

is_password(#{<<"password">> := Password}, #{<<"password_hash">> := Encoded} = Actual) ->
    Hashes = #{<<"rabbit_password_hashing_sha256">> => sha256, <<"rabbit_password_hashing_sha512">> => sha512, <<"rabbit_password_hashing_md5">> => md5},
    case {base64:decode(Encoded), maps:get(maps:get(<<"hashing_algorithm">>, Actual, none), Hashes, none)} of
        {<<Salt:4/binary, Hash/binary>>, Algorithm} when Algorithm =/= none -> crypto:hash(Algorithm, [Salt, Password]) =:= Hash;
        _ -> false
    end;
is_password(#{<<"body">> := #{<<"password_hash">> := Hash}}, #{<<"password_hash">> := Found}) -> Hash =:= Found;
is_password(_, _) -> false.

tags(#{<<"body">> := #{<<"tags">> := Tags}}) -> lists:sort(list(Tags));
tags(#{<<"tags">> := Tags}) -> lists:sort(list(Tags)).

%% Releases write lists of tags as lists, or as one text.
list(Text) when is_binary(Text) -> [Tag || Tag <- binary:split(Text, [<<",">>, <<" ">>], [global]), Tag =/= <<>>];
list(List) -> List.

%% Releases write an empty object as an empty list, and whole numbers with or without a fraction.
plain([]) -> #{};
plain(Map) when is_map(Map) -> maps:map(fun(_, Value) -> plain(Value) end, Map);
plain(List) when is_list(List) -> [plain(Item) || Item <- List];
plain(Number) when is_float(Number), Number == trunc(Number) -> trunc(Number);
plain(Value) -> Value.
