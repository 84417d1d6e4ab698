%% After a network failure, the leader of a quorum queue at times keeps taking consumers on another
%% broker to be unreachable, although the brokers are connected again. They get no messages until
%% they reconnect. Seen with RabbitMQ 4.3.6 after a partition of 60 s, which is as long as
%% net_ticktime. A new leader reaches them.
-module(rabbitmq_membership_clients).
-export([start/0, cut_off/3]).

-import(rabbitmq_membership_kubernetes, [say/3]).

%% Milliseconds between two looks.
-define(INTERVAL, 10000).

%% Looks after a broker is connected again.
-define(LOOKS, 6).

-spec start() -> pid().
start() ->
    spawn(fun() ->
        ok = net_kernel:monitor_nodes(true),
        watch(#{}, 0)
    end).

watch(_, 0) ->
    receive
        {nodeup, _} -> watch(#{}, ?LOOKS);
        {nodedown, _} -> watch(#{}, 0)
    end;
watch(Seen, Left) ->
    receive
        {nodeup, _} -> watch(Seen, ?LOOKS);
        {nodedown, _} -> watch(Seen, Left)
    after ?INTERVAL -> watch(look(Seen), Left - 1)
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
