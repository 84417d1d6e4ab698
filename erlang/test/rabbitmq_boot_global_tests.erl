%% Against two nodes of Erlang, whose `global` the tests change: nobody can make it fail.
-module(rabbitmq_boot_global_tests).
-include_lib("eunit/include/eunit.hrl").
%% places in the state of global_name_server
-define(KNOWN, 3).
-define(SYNCED, 4).

nodes_test_() ->
    {setup, fun start/0, fun stop/1, fun({{One, A}, {Two, B}}) -> [
        {"sees a node that is connected and in sync", fun() ->
            ?assertEqual([B], peer:call(One, rabbitmq_boot_global, known, [])),
            ?assertEqual([B], peer:call(One, rabbitmq_boot_global, synced, []))
        end},
        {"ends a wait for a node that never says that it knows this one", fun() ->
            state(One, fun(State) -> setelement(?SYNCED, State, []) end),
            Sync = peer:call(One, erlang, spawn, [global, sync, []]),
            ?assert(peer:call(One, erlang, is_process_alive, [Sync])),
            ok = peer:call(One, rabbitmq_boot_global, acknowledge, [B]),
            until(fun() -> not peer:call(One, erlang, is_process_alive, [Sync]) end),
            ?assertEqual([B], peer:call(One, rabbitmq_boot_global, synced, []))
        end},
        {"has two nodes get to know each other again over the same connection", fun() ->
            Connection = connection(One, B),
            state(One, fun(State) -> forget(B, State) end),
            state(Two, fun(State) -> forget(A, State) end),
            ?assertEqual([], peer:call(One, rabbitmq_boot_global, known, [])),
            ok = peer:call(One, rabbitmq_boot_global, restart_handshake, [B]),
            until(fun() -> {[B], [A]} =:= {peer:call(One, rabbitmq_boot_global, synced, []), peer:call(Two, rabbitmq_boot_global, synced, [])} end),
            ?assertEqual([B], peer:call(One, rabbitmq_boot_global, known, [])),
            ?assertEqual(Connection, connection(One, B))
        end}
    ] end}.

start() ->
    [] = os:cmd("epmd -daemon"),
    [{One, A}, {Two, B}] = Nodes = [node_of(Name) || Name <- ["boot_global_one", "boot_global_two"]],
    true = peer:call(One, net_kernel, connect_node, [B]),
    until(fun() -> [A] =:= peer:call(Two, rabbitmq_boot_global, synced, []) andalso [B] =:= peer:call(One, rabbitmq_boot_global, synced, []) end),
    list_to_tuple(Nodes).

node_of(Name) ->
    Unique = Name ++ "_" ++ os:getpid(),
    {ok, Peer, Node} = peer:start(#{name => Unique, host => "127.0.0.1", longnames => true, connection => standard_io}),
    true = peer:call(Peer, code, add_patha, [filename:dirname(code:which(rabbitmq_boot_global))]),
    {Peer, Node}.

stop(Nodes) -> [peer:stop(Peer) || {Peer, _} <- tuple_to_list(Nodes)].

state(Peer, Change) ->
    %% a fun of this module isn't there on the other node
    State = peer:call(Peer, sys, get_state, [global_name_server]),
    {module, _} = peer:call(Peer, code, load_binary, [?MODULE, "test", element(2, code:get_object_code(?MODULE))]),
    peer:call(Peer, sys, replace_state, [global_name_server, fun(_) -> Change(State) end]).

forget(Node, State) ->
    Known = maps:remove(Node, element(?KNOWN, State)),
    setelement(?KNOWN, setelement(?SYNCED, State, []), Known).

connection(Peer, Node) -> maps:get({connection_id, Node}, element(?KNOWN, peer:call(Peer, sys, get_state, [global_name_server]))).

until(Is) -> until(Is, 500).

until(Is, Tries) ->
    case Is() of
        true -> ok;
        false when Tries > 0 -> timer:sleep(10), until(Is, Tries - 1)
    end.
