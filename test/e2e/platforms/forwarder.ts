import { isReady } from '../../../ops/src/kubernetes/pods';
import { eventually } from '../support/eventually';
import { core } from '../support/kubernetes';
import { apply } from '../support/manifests';

const NAME = 'api-server';
const READY_MS = 180_000;

/** Forwards connections to the API server as they are. */
const program = (port: number): string => `
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
{ok, Listener} = gen_tcp:listen(${port}, [binary, {active, false}, {reuseaddr, true}]),
Serve = fun Serve() ->
  {ok, Client} = gen_tcp:accept(Listener),
  Connection = spawn(Forward),
  ok = gen_tcp:controlling_process(Client, Connection),
  Connection ! {accepted, Client},
  Serve()
end,
Serve().`;

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
          name: NAME,
          image: 'rabbitmq:4.3-management',
          command: ['erl', '-noinput', '+Q', '65536', '-eval', program(port)],
          env: [{ name: 'HOME', value: '/tmp' }],
          ports: [{ containerPort: port }],
          readinessProbe: { tcpSocket: { port }, periodSeconds: 1 },
          resources: { requests: { cpu: '10m', memory: '64Mi' } },
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
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
