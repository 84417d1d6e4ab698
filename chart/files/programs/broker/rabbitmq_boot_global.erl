%% What Erlang's `global` knows of the brokers that are connected, and how a handshake of it is completed that stopped half-way.
-module(rabbitmq_boot_global).
-export([known/0, synced/0, acknowledge/1, restart_handshake/1]).

%% The nodes whose names `global` has.
-spec known() -> [node()].
known() ->
    Known = ask(node(), get_known),
    %% Erlang 25 and newer keeps a map that has more than nodes in it, older ones a list
    [Node || Node <- case is_map(Known) of true -> maps:keys(Known); false -> Known end, is_atom(Node)].

%% The nodes that `global:sync/0`, and so a boot, does not wait for any more.
-spec synced() -> [node()].
synced() -> ask(node(), get_synced).

%% Counts a node as in sync. One that is known from a third node, and knew this one from before, never says so itself.
-spec acknowledge(node()) -> ok.
acknowledge(Node) -> gen_server:cast(global_name_server, {in_sync, Node, true}).

%% Lets both ends begin the handshake again over the same connection, as if it were new.
-spec restart_handshake(node()) -> ok.
restart_handshake(Node) ->
    Ends = [{node(), Node}, {Node, node()}],
    Up = [{End, {nodeup, Other, #{connection_id => connection(End, Other)}}} || {End, Other} <- Ends],
    [{global_name_server, End} ! {nodedown, Other, #{}} || {End, Other} <- Ends],
    %% the answers say that both have forgotten the other
    [ask(End, get_synced) || {End, _} <- Ends],
    [{global_name_server, End} ! Message || {End, Message} <- Up],
    ok.

connection(End, Other) -> maps:get({connection_id, Other}, element(3, ask(End, info))).

ask(Node, Question) -> gen_server:call({global_name_server, Node}, Question, 5000).
