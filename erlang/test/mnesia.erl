%% Replaces Mnesia in tests.
-module(mnesia).
-export([system_info/1, run_on/1]).

run_on(Nodes) -> put(?MODULE, Nodes).

system_info(running_db_nodes) ->
    case get(?MODULE) of
        undefined -> exit({aborted, {node_not_running, node()}});
        Nodes -> Nodes
    end.
