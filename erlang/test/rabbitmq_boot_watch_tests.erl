-module(rabbitmq_boot_watch_tests).
-include_lib("eunit/include/eunit.hrl").

counts_looks_at_connected_nodes_that_are_not_in_sync_test() ->
    First = rabbitmq_boot_watch:unsynced([a, b], [a], [a], #{}),
    ?assertEqual(#{b => {unknown, 1}}, First),
    ?assertEqual(#{b => {unknown, 2}, c => {unknown, 1}}, rabbitmq_boot_watch:unsynced([a, b, c], [a], [a], First)),
    ?assertEqual(#{}, rabbitmq_boot_watch:unsynced([a, b], [a, b], [a, b], First)),
    ?assertEqual(#{}, rabbitmq_boot_watch:unsynced([a], [a], [a], First)).

counts_anew_when_a_node_becomes_known_test() ->
    ?assertEqual(#{b => {silent, 1}}, rabbitmq_boot_watch:unsynced([b], [b], [], #{b => {unknown, 2}})).

leaves_two_brokers_that_are_up_test() ->
    ?assertEqual(none, rabbitmq_boot_watch:remedy(true, true, false)).

reconnects_while_one_of_the_two_boots_test() ->
    ?assertEqual(reconnect, rabbitmq_boot_watch:remedy(false, true, false)),
    ?assertEqual(reconnect, rabbitmq_boot_watch:remedy(true, false, false)).

keeps_a_connection_over_which_mnesia_shares_tables_test() ->
    ?assertEqual(restart_handshake, rabbitmq_boot_watch:remedy(false, true, true)),
    ?assertEqual(restart_handshake, rabbitmq_boot_watch:remedy(false, false, true)),
    ?assertEqual(none, rabbitmq_boot_watch:remedy(true, false, true)).

shares_tables_with_nodes_on_which_mnesia_runs_test() ->
    mnesia:run_on([a, b]),
    ?assert(rabbitmq_boot_watch:shares_tables(b)),
    ?assertNot(rabbitmq_boot_watch:shares_tables(c)).

shares_no_tables_where_mnesia_does_not_answer_test() ->
    mnesia:run_on(undefined),
    ?assertNot(rabbitmq_boot_watch:shares_tables(b)).
