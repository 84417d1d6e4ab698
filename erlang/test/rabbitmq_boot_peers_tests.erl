-module(rabbitmq_boot_peers_tests).
-include_lib("eunit/include/eunit.hrl").

peers_test_() ->
    {setup,
        fun() -> os:putenv("RABBITMQ_NODENAME", "rabbit@mq-1.mq-nodes.shop.svc.cluster.local") end,
        fun(_) -> os:unsetenv("RABBITMQ_NODENAME") end,
        fun(_) ->
            [
                ?_assertEqual(['rabbit@mq-0.mq-nodes.shop.svc.cluster.local', 'rabbit@mq-2.mq-nodes.shop.svc.cluster.local'],
                              rabbitmq_boot_peers:peers([0, 1, 2])),
                ?_assertEqual([], rabbitmq_boot_peers:peers([1])),
                %% as many as a cluster may have, without this one
                ?_assertEqual(8, length(rabbitmq_boot_peers:peers(all)))
            ]
        end}.
