import { toolContainer, toolPod } from '../../../lib/cluster/interface/tool-pod';
import { RabbitMQImage } from '../../../lib';
import { exec, type ContainerRef } from '../../../ops/src/kubernetes/exec';
import { isReady } from '../../../ops/src/kubernetes/pods';
import { eventually } from '../support/eventually';
import { connection, core } from '../support/kubernetes';
import { apply } from '../support/manifests';

const FOLDER = '/backups';

/** A volume, looked at by a pod that has it. */
export class Volume {
  public static async open(namespace: string, claim: string): Promise<Volume> {
    const image = RabbitMQImage.official();
    const name = `look-at-${claim}`;
    await apply([{ apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec: {
      ...toolPod({ image, auxiliaryPods: {} }),
      containers: [{ ...toolContainer({ image, auxiliaryPods: {} }), name: 'shell', command: ['sleep', 'infinity'], resources: {}, volumeMounts: [{ name: 'volume', mountPath: FOLDER }] }],
      volumes: [{ name: 'volume', persistentVolumeClaim: { claimName: claim } }],
    } }], namespace);
    await eventually(`pod ${name} is ready`, 120_000, () => core.readNamespacedPod({ namespace, name }), isReady);
    return new Volume({ namespace, pod: name, container: 'shell' });
  }

  private constructor(private readonly where: ContainerRef) {}

  public async list(): Promise<string[]> {
    return (await this.run('ls', '-1', FOLDER)).split('\n').filter(Boolean).sort();
  }

  public async read(name: string): Promise<Buffer> {
    return Buffer.from(await this.run('base64', `${FOLDER}/${name}`), 'base64');
  }

  public async run(...command: string[]): Promise<string> {
    const { stdout, stderr, exitCode } = await exec(connection, this.where, command);
    if (exitCode !== 0) {
      throw new Error(`${command.join(' ')}: ${stderr}`);
    }
    return stdout;
  }
}
