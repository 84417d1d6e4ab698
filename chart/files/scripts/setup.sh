set -eu
cp /run/secrets/erlang-cookie/cookie /var/lib/rabbitmq/.erlang.cookie
chmod 600 /var/lib/rabbitmq/.erlang.cookie
cp /etc/rabbitmq-cluster/enabled_plugins /var/lib/rabbitmq/enabled_plugins
