%% The parts of several modules that need no broker.
-module(rabbitmq_membership_tests).
-include_lib("eunit/include/eunit.hrl").

memory_test_() ->
    [
        ?_assertEqual(1073741824, rabbitmq_membership_memory:parse(<<"1073741824\n">>)),
        ?_assertEqual(none, rabbitmq_membership_memory:parse(<<"max\n">>)),
        ?_assertEqual(1500, rabbitmq_membership_memory:scaled(1000, 3072, 2048)),
        ?_assertEqual(500, rabbitmq_membership_memory:scaled(1000, 1024, 2048))
    ].

stateful_set_test_() ->
    Parse = fun(Metadata, Spec) ->
        rabbitmq_membership_kubernetes:parse(#{
            <<"metadata">> => Metadata#{<<"uid">> => <<"u">>}, <<"spec">> => Spec
        })
    end,
    [
        ?_assertEqual(
            #{first => 0, replicas => 1, uid => <<"u">>, deleted => false, paused => false},
            Parse(#{}, #{})
        ),
        ?_assertEqual(
            #{first => 2, replicas => 5, uid => <<"u">>, deleted => true, paused => false},
            Parse(
                #{<<"deletionTimestamp">> => <<"2026-01-01T00:00:00Z">>},
                #{<<"replicas">> => 5, <<"ordinals">> => #{<<"start">> => 2}}
            )
        ),
        [
            ?_assertMatch(
                #{paused := Paused},
                Parse(#{<<"annotations">> => #{<<"rabbitmq-k8s/membership">> => State}}, #{})
            )
         || {State, Paused} <- [{<<"paused">>, true}, {<<"resumed">>, false}, {<<>>, false}]
        ]
    ].

is_leaving_test_() ->
    Leaving = fun(Ordinal, First, Replicas, Deleted) ->
        Node = list_to_atom("rabbit@c-" ++ integer_to_list(Ordinal)),
        Wanted = #{first => First, replicas => Replicas, deleted => Deleted},
        rabbitmq_membership_leave:is_leaving(Node, Wanted)
    end,
    [
        ?_assertNot(Leaving(2, 0, 3, false)),
        ?_assert(Leaving(3, 0, 3, false)),
        ?_assertNot(Leaving(3, 1, 3, false)),
        ?_assert(Leaving(4, 1, 3, false)),
        % all brokers stop: they keep their data
        ?_assertNot(Leaving(3, 0, 0, false)),
        ?_assertNot(Leaving(3, 0, 3, true))
    ].

size_hint_test_() ->
    With = fun rabbitmq_membership_broker:with_size_hint/2,
    [
        ?_assertEqual([{target_cluster_size_hint, 3}], With([], 3)),
        ?_assertEqual(
            [{peer_discovery_backend, classic}, {target_cluster_size_hint, 5}],
            With([{peer_discovery_backend, classic}, {target_cluster_size_hint, 3}], 5)
        )
    ].
