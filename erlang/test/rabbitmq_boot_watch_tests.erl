-module(rabbitmq_boot_watch_tests).
-include_lib("eunit/include/eunit.hrl").

counts_looks_at_connected_nodes_that_global_does_not_know_test() ->
    First = rabbitmq_boot_watch:unsynced([a, b], [a], #{}),
    ?assertEqual(#{b => 1}, First),
    ?assertEqual(#{b => 2, c => 1}, rabbitmq_boot_watch:unsynced([a, b, c], [a], First)),
    ?assertEqual(#{}, rabbitmq_boot_watch:unsynced([a, b], [a, b], First)),
    ?assertEqual(#{}, rabbitmq_boot_watch:unsynced([a], [a], First)).

reads_what_each_release_of_erlang_keeps_test() ->
    ?assertEqual([a], rabbitmq_boot_watch:known([a])),
    ?assertEqual([a], rabbitmq_boot_watch:known(#{a => 8, {pending, b} => 8})).

shares_tables_with_nodes_on_which_mnesia_runs_test() ->
    mnesia:run_on([a, b]),
    ?assert(rabbitmq_boot_watch:shares_tables(b)),
    ?assertNot(rabbitmq_boot_watch:shares_tables(c)).

shares_no_tables_where_mnesia_does_not_answer_test() ->
    mnesia:run_on(undefined),
    ?assertNot(rabbitmq_boot_watch:shares_tables(b)).
