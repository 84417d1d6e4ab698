-module(broker_api_tests).
-include("broker_api.hrl").
-include_lib("eunit/include/eunit.hrl").

json_test_() ->
    Read = fun(Text) -> element(1, value(Text)) end,
    [
        ?_assertEqual(#{}, Read(<<"{}">>)),
        ?_assertEqual([], Read(<<" [ ] ">>)),
        ?_assertEqual([true, false, null], Read(<<"[true, false,null]">>)),
        ?_assertEqual([<<"-1.5e3">>], Read(<<"[-1.5e3]">>)),
        ?_assertEqual(
            #{<<"a">> => [#{<<"b">> => <<"c">>}]}, Read(<<"{\"a\" : [ {\"b\":\"c\"} ]}">>)
        ),
        ?_assertEqual(<<"a\"b\\c">>, Read(<<"\"a\\\"b\\\\c\"">>)),
        ?_assertError(_, Read(<<"?">>))
    ].

escape_test_() ->
    [
        ?_assertEqual(<<"plain">>, escape("plain")),
        ?_assertEqual(<<"a\\\"b\\\\c">>, escape(<<"a\"b\\c">>))
    ].

tls_test_() ->
    [
        ?_assertEqual([], tls("http://broker", "", "")),
        ?_assertMatch(
            [{cacertfile, "/ca.crt"}, {verify, verify_peer} | _], tls("https://broker", "/ca.crt", "")
        )
    ].
