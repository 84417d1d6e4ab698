echo '{inet6, true}.' >/var/lib/rabbitmq/ipv6.inetrc
