%% Watches the broker from before its boot.
-module(rabbitmq_boot_watch).
-export([start/0, unsynced/3, known/1, shares_tables/1]).
%% milliseconds between two looks
-define(INTERVAL, 1000).
%% looks in a row after which a connection does not finish its handshake any more
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
%% boot then waits for it without end. A new connection heals it. Two brokers that are up do not wait for it, and
%% two that share tables of Mnesia are past it: these keep their connection.
connections(Seen) ->
    timer:sleep(?INTERVAL),
    connections(try look(Seen) catch _:_ -> Seen end).

look(Seen) ->
    case node() of
        nonode@nohost -> #{};
        _ ->
            Unsynced = unsynced(nodes(), known(gen_server:call(global_name_server, get_known, 5000)), Seen),
            [heal(Node) || {Node, Looks} <- maps:to_list(Unsynced), Looks >= ?LOOKS],
            maps:filter(fun(_, Looks) -> Looks < ?LOOKS end, Unsynced)
    end.

%% For each connected node that `global` does not know, how many looks in a row that is so.
-spec unsynced([node()], [node()], #{node() => pos_integer()}) -> #{node() => pos_integer()}.
unsynced(Connected, Known, Seen) ->
    maps:from_list([{Node, maps:get(Node, Seen, 0) + 1} || Node <- Connected, not lists:member(Node, Known)]).

%% Erlang 25 and newer keeps a map that has more than nodes in it, older ones a list.
-spec known([node()] | map()) -> [node()].
known(Known) when is_map(Known) -> [Node || Node <- maps:keys(Known), is_atom(Node)];
known(Known) -> Known.

heal(Node) ->
    case shares_tables(Node) orelse (is_up(node()) andalso is_up(Node)) of
        true -> logger:warning("Boot: global does not know ~ts, which is connected", [Node]);
        false ->
            logger:warning("Boot: reconnects ~ts, which global does not know", [Node]),
            erlang:disconnect_node(Node)
    end.

%% Mnesia takes a lost connection for a partition of the network, from which brokers do not recover alone.
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
    case erlang:function_exported(rabbit, is_running, 0) andalso rabbit:is_running() andalso rabbitmq_boot_volume:has_data() of
        true ->
            case rabbitmq_boot_claims:mark(iolist_to_binary(rabbit_nodes:persistent_cluster_id())) of
                {error, Reason} ->
                    logger:warning("Boot: the claim of the data volume cannot be marked: ~0tP", [Reason, 20]),
                    10;
                _ -> ?MARKING
            end;
        false -> 0
    end.
