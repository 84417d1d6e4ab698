%% JSON, which Erlang's own module reads from release 27 on only. Objects are maps, texts are binaries.
decode(Binary) ->
    {Value, _} = json_value(json_skip(Binary)),
    Value.

json_value(<<"{", Rest/binary>>) -> json_members(json_skip(Rest), []);
json_value(<<"[", Rest/binary>>) -> json_items(json_skip(Rest), []);
json_value(<<"\"", Rest/binary>>) -> json_text(Rest);
json_value(<<"true", Rest/binary>>) -> {true, Rest};
json_value(<<"false", Rest/binary>>) -> {false, Rest};
json_value(<<"null", Rest/binary>>) -> {null, Rest};
json_value(Binary) ->
    {match, [{0, Length}]} = re:run(Binary, "^[-+.0-9eE]+"),
    <<Number:Length/binary, Rest/binary>> = Binary,
    {json_number(binary_to_list(Number)), Rest}.

json_number(Text) ->
    try list_to_integer(Text)
    catch error:badarg ->
        try list_to_float(Text)
        catch error:badarg ->
            [Mantissa, Exponent] = string:split(string:lowercase(Text), "e"),
            list_to_float(Mantissa ++ ".0e" ++ Exponent)
        end
    end.

json_members(<<"}", Rest/binary>>, Members) -> {maps:from_list(Members), Rest};
json_members(<<",", Rest/binary>>, Members) -> json_members(json_skip(Rest), Members);
json_members(<<"\"", Binary/binary>>, Members) ->
    {Name, Rest} = json_text(Binary),
    <<":", After/binary>> = json_skip(Rest),
    {Value, Left} = json_value(json_skip(After)),
    json_members(json_skip(Left), [{Name, Value} | Members]).

json_items(<<"]", Rest/binary>>, List) -> {lists:reverse(List), Rest};
json_items(<<",", Rest/binary>>, List) -> json_items(json_skip(Rest), List);
json_items(Binary, List) ->
    {Value, Rest} = json_value(Binary),
    json_items(json_skip(Rest), [Value | List]).

json_text(Binary) -> json_text(Binary, 0, Binary, []).

%% Counts bytes up to an escape or the end, and takes them at once.
json_text(<<"\"", Rest/binary>>, Count, From, Parts) -> {json_joined(Count, From, Parts), Rest};
json_text(<<"\\", Rest/binary>>, Count, From, Parts) ->
    {Character, After} = json_escaped(Rest),
    json_text(After, 0, After, [Character, binary:part(From, 0, Count) | Parts]);
json_text(<<_, Rest/binary>>, Count, From, Parts) -> json_text(Rest, Count + 1, From, Parts).

json_joined(Count, From, []) -> binary:copy(binary:part(From, 0, Count));
json_joined(Count, From, Parts) -> iolist_to_binary(lists:reverse([binary:part(From, 0, Count) | Parts])).

json_escaped(<<"u", High:4/binary, "\\u", Low:4/binary, Rest/binary>>) ->
    case {binary_to_integer(High, 16), binary_to_integer(Low, 16)} of
        {First, Second} when First >= 16#d800, First < 16#dc00 ->
            {<<(16#10000 + ((First - 16#d800) bsl 10) + (Second - 16#dc00))/utf8>>, Rest};
        {First, _} -> {<<First/utf8>>, <<"\\u", Low/binary, Rest/binary>>}
    end;
json_escaped(<<"u", Code:4/binary, Rest/binary>>) -> {<<(binary_to_integer(Code, 16))/utf8>>, Rest};
json_escaped(<<"n", Rest/binary>>) -> {<<"\n">>, Rest};
json_escaped(<<"t", Rest/binary>>) -> {<<"\t">>, Rest};
json_escaped(<<"r", Rest/binary>>) -> {<<"\r">>, Rest};
json_escaped(<<"b", Rest/binary>>) -> {<<"\b">>, Rest};
json_escaped(<<"f", Rest/binary>>) -> {<<"\f">>, Rest};
json_escaped(<<Character, Rest/binary>>) -> {<<Character>>, Rest}.

json_skip(<<Space, Rest/binary>>) when Space =:= $\s; Space =:= $\n; Space =:= $\t; Space =:= $\r -> json_skip(Rest);
json_skip(Binary) -> Binary.

encode(Map) when is_map(Map) ->
    ["{", lists:join(",", [[encode(Name), ":", encode(Value)] || {Name, Value} <- lists:sort(maps:to_list(Map))]), "}"];
encode(List) when is_list(List) -> ["[", lists:join(",", [encode(Item) || Item <- List]), "]"];
encode(Boolean) when is_boolean(Boolean); Boolean =:= null -> atom_to_binary(Boolean, utf8);
encode(Integer) when is_integer(Integer) -> integer_to_binary(Integer);
encode(Float) when is_float(Float) -> io_lib:format("~p", [Float]);
encode(Text) when is_binary(Text) -> ["\"", [json_quoted(Byte) || <<Byte>> <= Text], "\""].

json_quoted($") -> <<"\\\"">>;
json_quoted($\\) -> <<"\\\\">>;
json_quoted(Byte) when Byte < 32 -> io_lib:format("\\u~4.16.0b", [Byte]);
json_quoted(Byte) -> Byte.
