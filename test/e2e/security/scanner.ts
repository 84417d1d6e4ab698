import { exec } from '../../../ops/src/kubernetes/exec';
import { isReady } from '../../../ops/src/kubernetes/pods';
import { eventually } from '../support/eventually';
import { connection, core } from '../support/kubernetes';
import { apply } from '../support/manifests';

/** Tries every port of an address, 2,000 at a time, and prints those that take a connection. */
const SCAN = `
main(Address) ->
  {ok, Ip} = inet:parse_address(Address),
  Self = self(),
  Try = fun(Port) ->
    case gen_tcp:connect(Ip, Port, [], 1500) of
      {ok, Socket} -> gen_tcp:close(Socket), {open, Port};
      _ -> closed
    end
  end,
  Batch = fun(Ports) ->
    [spawn(fun() -> Self ! Try(Port) end) || Port <- Ports],
    [receive Answer -> Answer end || _ <- Ports]
  end,
  Open = [Port || First <- lists:seq(1, 65535, 2000), {open, Port} <- Batch(lists:seq(First, min(First + 1999, 65535)))],
  io:format("~w~n", [lists:sort(Open)]).`;

/** A pod that connects to others, in the image of the brokers. */
export class Scanner {
  /** Starts a pod with labels and waits until it is Ready. */
  public static async start(
    namespace: string,
    name: string,
    labels: Record<string, string>,
    image: string,
  ): Promise<Scanner> {
    await apply([{
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, labels },
      spec: {
        automountServiceAccountToken: false,
        terminationGracePeriodSeconds: 0,
        securityContext: { runAsNonRoot: true, runAsUser: 999, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [{
          name: 'scanner',
          image,
          command: ['sleep', 'infinity'],
          env: [{ name: 'HOME', value: '/tmp' }],
          resources: { requests: { cpu: '10m', memory: '64Mi' } },
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        }],
      },
    }], namespace);
    await eventually(`pod ${namespace}/${name} is Ready`, 180_000, () => core.readNamespacedPod({ namespace, name }), isReady);
    return new Scanner(namespace, name, 'scanner');
  }

  public constructor(
    private readonly namespace: string,
    private readonly pod: string,
    private readonly container: string,
  ) {}

  /** The ports of an address that take a connection from here. */
  public async openPorts(address: string): Promise<number[]> {
    const program = `${SCAN.replace(/main\(Address\) ->/, `Address = "${address}",`)} halt().`.replace(/\.\s+halt\(\)\.$/, ', halt().');
    const { stdout, stderr } = await exec(connection, {
      namespace: this.namespace, pod: this.pod, container: this.container,
    },
    ['erl', '-noinput', '+Q', '65536', '-eval', program], { timeoutMs: 180_000 });
    const list = /\[([\d,]*)\]/.exec(stdout);
    if (list === null) {
      throw new Error(`the scan of ${address} from ${this.pod} said: ${stdout}${stderr}`);
    }
    return list[1] === '' ? [] : list[1].split(',').map(Number);
  }
}
