-module(rabbitmq_boot_plugins_tests).
-include_lib("eunit/include/eunit.hrl").

missing_test_() ->
    [
        ?_assertEqual([b], rabbitmq_boot_plugins:missing([a, b], [a, c])),
        ?_assertEqual([], rabbitmq_boot_plugins:missing([a, b], [b, a, c])),
        ?_assertEqual([], rabbitmq_boot_plugins:missing([], [])),
        ?_assertEqual([a, b], rabbitmq_boot_plugins:missing([b, a, b], []))
    ].
