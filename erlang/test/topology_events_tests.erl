-module(topology_events_tests).
-include("json.hrl").
-include("https.hrl").
-include("topology_events.hrl").
-include_lib("eunit/include/eunit.hrl").

say(_, _, _) -> ok.
without_secrets(Text) -> binary:replace(unicode:characters_to_binary(Text), <<"s3cret">>, <<"***">>).

event_test_() ->
    Event = fun(Text) -> event(<<"orders-topology">>, "shop", Text) end,
    Name = fun(Text) ->
        #{<<"metadata">> := #{<<"name">> := Found}} = Event(Text),
        Found
    end,
    Message = fun(Text) -> maps:get(<<"message">>, Event(Text)) end,
    [
        ?_assertMatch(
            #{
                <<"type">> := <<"Warning">>,
                <<"reason">> := <<"TopologyObjectFailed">>,
                <<"involvedObject">> := #{<<"kind">> := <<"Pod">>, <<"namespace">> := <<"shop">>}
            },
            Event("x")
        ),
        {"names of equal failures are equal", ?_assertEqual(Name(["a: ", <<"b">>]), Name("a: b"))},
        {"names of others are not", ?_assertNotEqual(Name("a: b"), Name("a: c"))},
        ?_assertMatch(<<"orders-topology.", _:16/binary>>, Name("a")),
        ?_assertEqual(<<"queue \"a\": ***">>, Message("queue \"a\": s3cret")),
        ?_assertEqual(1000, string:length(Message(lists:duplicate(2000, 16#e9)))),
        ?_assert(is_binary(iolist_to_binary(encode(Event([16#e9])))))
    ].

report_test() -> ?assertEqual(false, report_events(#{}, [{failed, "a", "b"}])).
