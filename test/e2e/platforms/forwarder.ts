import { isReady } from '../../../ops/src/kubernetes/pods';
import { eventually } from '../support/eventually';
import { core } from '../support/kubernetes';
import { apply } from '../support/manifests';

const NAME = 'api-server';
const READY_MS = 180_000;

/** Forwards connections to the API server as they are; `listen` has options of Erlang's gen_tcp. */
const program = (port: number, listen = ''): string => `
Pipe = fun Pipe(One, Other) ->
  receive
    {tcp, One, Data} -> gen_tcp:send(Other, Data), Pipe(One, Other);
    {tcp, Other, Data} -> gen_tcp:send(One, Data), Pipe(One, Other);
    {tcp_closed, _} -> gen_tcp:close(One), gen_tcp:close(Other)
  end
end,
Forward = fun() ->
  receive
    {accepted, Client} ->
      {ok, Server} = gen_tcp:connect(os:getenv("KUBERNETES_SERVICE_HOST"), list_to_integer(os:getenv("KUBERNETES_SERVICE_PORT")), [binary]),
      ok = inet:setopts(Client, [{active, true}]),
      Pipe(Client, Server)
  end
end,
{ok, Listener} = gen_tcp:listen(${port}, [binary, {active, false}, {reuseaddr, true}${listen}]),
Serve = fun Serve() ->
  {ok, Client} = gen_tcp:accept(Listener),
  Connection = spawn(Forward),
  ok = gen_tcp:controlling_process(Client, Connection),
  Connection ! {accepted, Client},
  Serve()
end,
Serve().`;

function container(command: string): Record<string, unknown> {
  return {
    name: NAME,
    image: 'rabbitmq:4.3-management',
    command: ['erl', '-noinput', '+Q', '65536', '-eval', command],
    env: [{ name: 'HOME', value: '/tmp' }],
    resources: { requests: { cpu: '10m', memory: '64Mi' } },
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
  };
}

/** A sidecar that is the API server on the loopback address of IPv6, and on none of IPv4. */
export function ipv6Sidecar(): Record<string, unknown> {
  return {
    ...container(program(443, ', inet6, {ip, {0, 0, 0, 0, 0, 0, 0, 1}}, {ipv6_v6only, true}')),
    restartPolicy: 'Always',
    // 443 in the list of listeners
    startupProbe: { exec: { command: ['grep', '-q', ':01BB', '/proc/net/tcp6'] }, periodSeconds: 1, failureThreshold: 60 },
  };
}

/** Starts a pod that is the API server on a port, with a Service before it; returns the Service's address. */
export async function startForwarder(namespace: string, port: number): Promise<string> {
  const labels = { app: NAME };
  await apply([
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: NAME, labels },
      spec: {
        automountServiceAccountToken: false,
        terminationGracePeriodSeconds: 0,
        securityContext: { runAsNonRoot: true, runAsUser: 999, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [{
          ...container(program(port)),
          ports: [{ containerPort: port }],
          readinessProbe: { tcpSocket: { port }, periodSeconds: 1 },
        }],
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: NAME },
      spec: { selector: labels, ports: [{ port: 443, targetPort: port }] },
    },
  ], namespace);
  await eventually(`pod ${namespace}/${NAME} is Ready`, READY_MS, () => core.readNamespacedPod({ namespace, name: NAME }), isReady);
  const { spec } = await core.readNamespacedService({ namespace, name: NAME });
  return spec!.clusterIP!;
}
