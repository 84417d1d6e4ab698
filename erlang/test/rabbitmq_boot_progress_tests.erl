-module(rabbitmq_boot_progress_tests).
-include_lib("eunit/include/eunit.hrl").

boot_that_waits_for_brokers_is_reported_and_never_ended_test_() ->
    [[?_assertEqual(wait, rabbitmq_boot_progress:verdict(Kind, 14)),
      ?_assertEqual(report, rabbitmq_boot_progress:verdict(Kind, 15)),
      ?_assertEqual(report, rabbitmq_boot_progress:verdict(Kind, 1000000))] || Kind <- [leader, tables, peer]].

boot_that_global_never_answers_starts_again_test() ->
    ?assertEqual(wait, rabbitmq_boot_progress:verdict(global, 89)),
    ?assertEqual(stop, rabbitmq_boot_progress:verdict(global, 90)).

boot_that_stands_elsewhere_is_reported_then_starts_again_test() ->
    ?assertEqual(wait, rabbitmq_boot_progress:verdict(other, 89)),
    ?assertEqual(report, rabbitmq_boot_progress:verdict(other, 90)),
    ?assertEqual(report, rabbitmq_boot_progress:verdict(other, 899)),
    ?assertEqual(stop, rabbitmq_boot_progress:verdict(other, 900)).

slow_boot_that_reads_or_writes_makes_progress_test() ->
    ?assert(rabbitmq_boot_progress:is_work(1000, 1000 + 65536)),
    ?assertNot(rabbitmq_boot_progress:is_work(1000, 1000 + 65535)),
    ?assertNot(rabbitmq_boot_progress:is_work(none, 65536)).

what_a_boot_waits_for_is_in_its_stacks_test() ->
    ?assertEqual(global, rabbitmq_boot_progress:kind([[{gen, do_call}], [{gen_server, call}, {global, sync}]])),
    ?assertEqual(leader, rabbitmq_boot_progress:kind([[{timer, sleep}, {khepri_cluster, wait_for_leader}]])),
    ?assertEqual(tables, rabbitmq_boot_progress:kind([[{mnesia, wait_for_tables}, {rabbit_table, wait}]])),
    ?assertEqual(peer, rabbitmq_boot_progress:kind([[{timer, sleep}, {rabbit_peer_discovery, retry_sync_desired_cluster}]])),
    ?assertEqual(other, rabbitmq_boot_progress:kind([[{rabbit_msg_store, recover}], []])).
