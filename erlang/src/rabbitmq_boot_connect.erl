%% Connects a broker that starts for the first time with the others before RabbitMQ does. Two brokers that enable feature flags
%% unconnected both register `rabbit_ff_controller` in Erlang's `global`, which then ends one of the two, and its broker.
-module(rabbitmq_boot_connect).
-export([start/0]).
%% milliseconds between two tries
-define(INTERVAL, 200).
%% tries within a minute; a cluster may have names for brokers that it never starts
-define(TRIES, 300).

-spec start() -> ok.
start() ->
    Own = list_to_atom(os:getenv("RABBITMQ_NODENAME")),
    [spawn(fun() -> connect(Own, Peer, ?TRIES) end) || Peer <- rabbitmq_boot_peers:peers(all)],
    ok.

connect(_, _, 0) -> ok;
connect(Own, Peer, Tries) ->
    timer:sleep(?INTERVAL),
    %% before it has the broker's name, this node has others for a while
    case rabbitmq_boot_progress:is_running() orelse (node() =:= Own andalso net_kernel:connect_node(Peer)) of
        true -> ok;
        _ -> connect(Own, Peer, Tries - 1)
    end.
