%% What RabbitMQ 4.3.6 at times misses when brokers are connected again.
%%
%% Consumers: after a network failure, the leader of a quorum queue keeps taking consumers on another
%% broker to be unreachable. They get no messages until they reconnect. Seen after a partition of
%% 60 s, which is as long as net_ticktime. A new leader reaches them.
%%
%% Streams: after a quick reboot, the coordinator of streams keeps replicas on the broker as
%% disconnected, and starts them only after minutes. It starts them at once if it is told again
%% that the broker is there. Telling it once more changes nothing.
-module(rabbitmq_membership_reconnected).
-export([start/0, cut_off/3]).

-import(rabbitmq_membership_kubernetes, [say/3]).

%% Milliseconds between two looks at consumers.
-define(INTERVAL, 10000).

%% Looks at consumers after a broker is connected again.
-define(LOOKS, 6).

%% Milliseconds after which the coordinator of streams is told: its own change is over by then, and
%% the broker may have booted.
-define(TELLING, [15000, 30000, 60000]).

-spec start() -> pid().
start() ->
    spawn(fun() ->
        ok = net_kernel:monitor_nodes(true),
        watch(#{}, 0)
    end).

watch(Seen, Left) ->
    Wait = case Left of 0 -> infinity; _ -> ?INTERVAL end,
    receive
        {nodeup, Node} ->
            [erlang:send_after(Time, self(), {tell, Node}) || Time <- ?TELLING],
            watch(Seen, ?LOOKS);
        {nodedown, _} ->
            watch(Seen, Left);
        {tell, Node} ->
            tell(Node),
            watch(Seen, Left)
    after Wait ->
        Suspected = look(Seen),
        watch(case Left of 1 -> #{}; _ -> Suspected end, Left - 1)
    end.

tell(Node) ->
    try
        lists:member(Node, nodes()) andalso rabbitmq_membership_broker:tell_streams_of(Node)
    catch
        Class:Reason -> say(warning, "the coordinator of streams cannot be told of ~ts: ~0tp ~0tp", [Node, Class, Reason])
    end.

look(Seen) ->
    try
        Queues = maps:from_list([{Name, Queue} || #{name := Name, type := quorum, leader := Leader} = Queue
            <- rabbitmq_membership_broker:queues(), Leader =:= node()]),
        Suspected = maps:map(fun(_, Queue) -> rabbitmq_membership_broker:suspected(Queue) end, Queues),
        {Now, Again} = cut_off(Suspected, nodes(), Seen),
        [heal(maps:get(Name, Queues), maps:get(Name, Now)) || Name <- Again],
        Now
    catch
        Class:Reason -> say(warning, "consumers cannot be checked: ~0tp ~0tp", [Class, Reason]), #{}
    end.

%% Queues with consumers on connected brokers that their leader takes to be unreachable, and those
%% of them for which that was so in the last look too.
-spec cut_off(#{Name => [node()]}, [node()], #{Name => [node()]}) -> {#{Name => [node()]}, [Name]}.
cut_off(Suspected, Connected, Seen) ->
    Now = maps:filter(fun(_, Nodes) -> Nodes =/= [] end,
        maps:map(fun(_, Nodes) -> [Node || Node <- lists:usort(Nodes), lists:member(Node, Connected)] end, Suspected)),
    {Now, [Name || Name <- lists:sort(maps:keys(Now)), maps:is_key(Name, Seen)]}.

heal(#{title := Title, replicas := Replicas} = Queue, Nodes) ->
    case [Node || Node <- rabbitmq_membership_broker:running(), Node =/= node(), lists:member(Node, Replicas)] of
        [Next | _] ->
            say(normal, "~ts: the leader moves to ~ts, because it does not reach consumers on ~0tp", [Title, Next, Nodes]),
            rabbitmq_membership_broker:transfer_leader(Queue, Next);
        [] -> ok
    end.
