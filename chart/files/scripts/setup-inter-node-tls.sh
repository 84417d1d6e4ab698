cat >/var/lib/rabbitmq/inter-node-tls.config <<'END'
[{server, [{certfile, "/etc/rabbitmq-tls/tls.crt"}, {keyfile, "/etc/rabbitmq-tls/tls.key"}, {cacertfile, "/etc/rabbitmq-tls/ca.crt"}, {verify, verify_peer}, {fail_if_no_peer_cert, true}]},
 {client, [{certfile, "/etc/rabbitmq-tls/tls.crt"}, {keyfile, "/etc/rabbitmq-tls/tls.key"}, {cacertfile, "/etc/rabbitmq-tls/ca.crt"}, {verify, verify_peer}]}].
END
