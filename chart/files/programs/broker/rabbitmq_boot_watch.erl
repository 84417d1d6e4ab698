%% Watches the broker from before its boot.
-module(rabbitmq_boot_watch).
-export([start/0, unsynced/4, remedy/3, shares_tables/1]).
%% milliseconds between two looks
-define(INTERVAL, 1000).
%% looks in a row after which a connection does not complete its handshake any more
-define(LOOKS, 3).
%% looks between two marks of the claim
-define(MARKING, 300).

-spec start() -> ok.
start() ->
    spawn(fun() -> connections(#{}) end),
    spawn(fun() -> marks(0) end),
    rabbitmq_boot_progress:start(),
    ok.

%% Erlang's `global` at times never completes its handshake over a connection that replaces a broken one. RabbitMQ's
%% boot then waits for it without end.
connections(Seen) ->
    timer:sleep(?INTERVAL),
    connections(try look(Seen) catch _:_ -> Seen end).

look(Seen) ->
    case node() of
        nonode@nohost -> #{};
        _ ->
            Unsynced = unsynced(nodes(), rabbitmq_boot_global:known(), rabbitmq_boot_global:synced(), Seen),
            [heal(State, Node) || {Node, {State, Looks}} <- maps:to_list(Unsynced), Looks >= ?LOOKS],
            %% the looks of a healed one are counted from the start again
            maps:filter(fun(_, {_, Looks}) -> Looks < ?LOOKS end, Unsynced)
    end.

%% For each connected node that `global` does not know, or that never said that it knows this one, how many looks in a row that is so.
-spec unsynced([node()], [node()], [node()], Looks) -> Looks when Looks :: #{node() => {unknown | silent, pos_integer()}}.
unsynced(Connected, Known, Synced, Seen) ->
    maps:from_list([{Node, again(state(Node, Known), maps:get(Node, Seen, none))} || Node <- Connected, not lists:member(Node, Synced)]).

state(Node, Known) -> case lists:member(Node, Known) of true -> silent; false -> unknown end.

again(State, {State, Looks}) -> {State, Looks + 1};
again(State, _) -> {State, 1}.

heal(silent, Node) ->
    logger:warning("Boot: counts ~ts as in sync, which global knows from a third broker", [Node]),
    rabbitmq_boot_global:acknowledge(Node);
heal(unknown, Node) ->
    %% two brokers that are up do not wait for it
    case remedy(is_up(node()), is_up(Node), shares_tables(Node)) of
        none -> logger:warning("Boot: global does not know ~ts, which is connected", [Node]);
        reconnect ->
            logger:warning("Boot: reconnects ~ts, which global does not know", [Node]),
            erlang:disconnect_node(Node);
        restart_handshake ->
            logger:warning("Boot: has global begin again with ~ts, which it does not know", [Node]),
            rabbitmq_boot_global:restart_handshake(Node)
    end.

%% A new connection is the surest remedy. Where two brokers share tables of Mnesia, they keep their connection: Mnesia takes
%% a lost one for a partition of the network, from which brokers do not recover alone.
-spec remedy(boolean(), boolean(), boolean()) -> none | reconnect | restart_handshake.
remedy(true, true, _) -> none;
remedy(_, _, false) -> reconnect;
%% the broker that boots restarts the handshake
remedy(true, false, true) -> none;
remedy(false, _, true) -> restart_handshake.

-spec shares_tables(node()) -> boolean().
shares_tables(Node) ->
    try lists:member(Node, mnesia:system_info(running_db_nodes)) catch _:_ -> false end.

is_up(Node) -> true =:= rpc:call(Node, rabbit, is_running, [], 2000).

%% Marks the claim when the broker has data of its cluster.
marks(0) ->
    timer:sleep(?INTERVAL),
    marks(try mark() catch _:_ -> 10 end);
marks(Looks) ->
    timer:sleep(?INTERVAL),
    marks(Looks - 1).

mark() ->
    case rabbitmq_boot_progress:is_running() andalso rabbitmq_boot_volume:has_data() of
        true ->
            case rabbitmq_boot_claims:mark(iolist_to_binary(rabbit_nodes:persistent_cluster_id())) of
                {error, Reason} ->
                    logger:warning("Boot: the claim of the data volume cannot be marked: ~0tP", [Reason, 20]),
                    10;
                _ -> ?MARKING
            end;
        false -> 0
    end.
