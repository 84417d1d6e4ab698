-module(json_tests).
-include("json.hrl").
-include_lib("eunit/include/eunit.hrl").

decode_test_() ->
    [
        ?_assertEqual(#{<<"a">> => [1, -2, 1.5, 2.0e3]}, decode(<<" {\"a\" : [1, -2,1.5, 2e3]} ">>)),
        ?_assertEqual([true, false, null, #{}, []], decode(<<"[true,false,null,{},[]]">>)),
        ?_assertEqual(<<"a\n\t\"\\/b">>, decode(<<"\"a\\n\\t\\\"\\\\\\/b\"">>)),
        ?_assertEqual(<<"é€"/utf8>>, decode(<<"\"\\u00e9\\u20ac\"">>)),
        ?_assertEqual(<<16#1F600/utf8>>, decode(<<"\"\\ud83d\\ude00\"">>)),
        ?_assertError(_, decode(<<"?">>))
    ].

encode_test_() ->
    [
        ?_assertEqual(
            <<"{\"a\":[1,true,null],\"b\":\"x\"}">>, text(#{<<"b">> => <<"x">>, <<"a">> => [1, true, null]})
        ),
        ?_assertEqual(<<"\"a\\u000a\\\"\\\\\"">>, text(<<"a\n\"\\">>))
    ].

same_test_() ->
    Values = [#{<<"é"/utf8>> => [<<"\e\0">>, 1.25, #{}]}, [], <<>>],
    [?_assertEqual(Value, decode(text(Value))) || Value <- Values].

text(Value) -> iolist_to_binary(encode(Value)).
