-module(rabbitmq_boot_tests).
-include_lib("eunit/include/eunit.hrl").

-define(MEMBER, 'rabbit@rabbitmq-1.rabbitmq-nodes.shop').

nobody(_) -> none.
member(_) -> {join, ?MEMBER}.
claims(Marked) -> {ok, #{marked => Marked, allowed => false}}.

first_broker_forms_a_cluster_where_no_claim_is_marked_test() ->
    ?assertEqual(form, rabbitmq_boot:decide(claims([]), fun(_) -> error(asked) end)).

joins_where_a_broker_with_data_runs_test() ->
    ?assertEqual({join, ?MEMBER}, rabbitmq_boot:decide(claims([1, 2]), fun([1, 2]) -> member([1, 2]) end)).

waits_where_brokers_with_data_are_away_test() ->
    {wait, Text} = rabbitmq_boot:decide(claims([1, 2]), fun nobody/1),
    ?assertEqual("the data volume is empty, and no broker with data runs: brokers 1, 2 have data", Text).

waits_as_long_as_the_cluster_does_not_admit_it_test() ->
    ?assertEqual({wait, "why"}, rabbitmq_boot:decide(claims([1]), fun(_) -> {wait, "why"} end)).

override_forms_a_cluster_where_others_have_data_test() ->
    ?assertEqual(form, rabbitmq_boot:decide({ok, #{marked => [1], allowed => true}}, fun(_) -> error(asked) end)).

waits_where_neither_the_api_server_nor_a_broker_answers_test() ->
    {wait, Text} = rabbitmq_boot:decide({error, "timeout"}, fun nobody/1),
    ?assertMatch({match, _}, re:run(Text, "API server cannot be asked .*timeout")).

joins_without_the_api_server_where_a_broker_runs_test() ->
    ?assertEqual({join, ?MEMBER}, rabbitmq_boot:decide({error, "timeout"}, fun(all) -> member(all) end)).

without_claims_asks_the_brokers_alone_test() ->
    ?assertEqual(form, rabbitmq_boot:decide(none, fun nobody/1)),
    ?assertEqual({join, ?MEMBER}, rabbitmq_boot:decide(none, fun member/1)).

names_the_broker_with_a_number_test() ->
    Name = "rabbit@my-shop-3-0.my-shop-3-nodes.shop-2",
    ?assertEqual('rabbit@my-shop-3-12.my-shop-3-nodes.shop-2', rabbitmq_boot:node_of(12, Name)),
    ?assertEqual(0, rabbitmq_boot:ordinal(Name)),
    ?assertEqual(12, rabbitmq_boot:ordinal("my-shop-3-12")).

reads_marks_of_other_brokers_alone_test() ->
    Mark = #{<<"cdk8s-rabbitmq/data-of-cluster">> => <<"id">>},
    ?assertEqual(#{marked => [1], allowed => false}, rabbitmq_boot_claims:summary(0, [{0, Mark}, {1, Mark}, {2, #{}}])).

reads_the_override_of_its_own_claim_alone_test() ->
    Allow = #{<<"cdk8s-rabbitmq/allow-new-cluster">> => <<"true">>},
    ?assertMatch(#{allowed := true}, rabbitmq_boot_claims:summary(0, [{0, Allow}, {1, #{}}])),
    ?assertMatch(#{allowed := false}, rabbitmq_boot_claims:summary(0, [{0, #{}}, {1, Allow}])),
    ?assertMatch(#{allowed := false}, rabbitmq_boot_claims:summary(0, [{0, #{<<"cdk8s-rabbitmq/allow-new-cluster">> => <<"false">>}}])).

majority_is_more_than_half_test() ->
    ?assert(rabbitmq_boot_members:is_majority([a, b], [a, b, c])),
    ?assertNot(rabbitmq_boot_members:is_majority([a, b], [a, b, c, d])).
