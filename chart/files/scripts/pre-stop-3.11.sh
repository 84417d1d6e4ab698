[ -w /proc/1/fd/1 ] && exec >/proc/1/fd/1 2>&1
listens() { grep -qE ":6448 [0-9A-F]+:0000 0A " /proc/net/tcp /proc/net/tcp6 2>/dev/null; }
end() {
  while listens || { sleep 10; listens; }; do sleep 1; done
  for process in /proc/[0-9]*; do
    [ "$(cat $process/comm)" = beam.smp ] && kill -KILL "$(basename $process)"
  done
}
if listens; then (exec </dev/null >/dev/null 2>&1; end) & fi
rm -f /var/lib/rabbitmq/stop-accepted /var/lib/rabbitmq/stop-answer
echo 3590 300 60 >/var/lib/rabbitmq/stop-part && mv /var/lib/rabbitmq/stop-part /var/lib/rabbitmq/stop-request
timeout 2 sh -c "until [ -e /var/lib/rabbitmq/stop-accepted ]; do sleep 0.1; done"
if mv /var/lib/rabbitmq/stop-request /var/lib/rabbitmq/stop-cancelled 2>/dev/null || [ ! -e /var/lib/rabbitmq/stop-accepted ]; then
  echo "preStop: the membership program does not answer; using the CLI"
else
  timeout 3960 sh -c "until [ -e /var/lib/rabbitmq/stop-answer ]; do sleep 0.1; done"
  [ "$(cat /var/lib/rabbitmq/stop-answer 2>/dev/null)" = failed ] || exit 0
fi
host=$(echo "$RABBITMQ_NODENAME" | cut -d@ -f2)
printf '{host, {127,0,0,1}, ["%s"]}.\n{host, {0,0,0,0,0,0,0,1}, ["%s"]}.\n{lookup, [file, native]}.\n' "$host" "$host" >/tmp/hosts.inetrc && export ERL_INETRC=/tmp/hosts.inetrc
left=$(timeout 3600 rabbitmqctl --silent eval 'rabbitmq_membership_leave:before_stop(3590, 60).')
[ "$left" = left ] && exit 0
peer_stays=$(timeout 300 rabbitmqctl --silent eval '
  application:set_env(rabbit, stopping_for_kubernetes, true),
  Peers = rabbit_nodes:all() -- [node()],
  Stays = fun(Peer) ->
    false =:= rpc:call(Peer, application, get_env, [rabbit, stopping_for_kubernetes, false], 2000)
  end,
  IsSafe = fun() ->
    length(Peers) < 2 orelse
      true =:= rpc:call(node(), rabbit_upgrade_preparation, await_online_quorum_plus_one, [1000], 5000)
  end,
  Wait = fun Again() ->
    lists:any(Stays, Peers) andalso (IsSafe() orelse Again())
  end,
  Wait().
') || echo "preStop: a queue or the metadata may lose its majority; the broker stops anyway"
[ "$peer_stays" = false ] || timeout 60 rabbitmq-upgrade drain || echo "preStop: the broker is not drained; it stops anyway"
