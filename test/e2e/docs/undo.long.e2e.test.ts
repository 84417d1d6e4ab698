import { eventually } from '../support/eventually';
import { kubectl } from '../support/kubectl';
import { apply, type Manifest } from '../support/manifests';
import { useCluster } from '../support/use-cluster';

const MINUTES = 60_000;

/** The same cluster with a key of rabbitmq.conf that no release knows, and pods that restart for it. */
function broken(manifests: readonly Manifest[]): Manifest[] {
  return structuredClone(manifests).map((manifest) => {
    if (manifest.kind === 'ConfigMap' && manifest.data['10-rabbitmq.conf'] !== undefined) {
      manifest.data['10-rabbitmq.conf'] = `${manifest.data['10-rabbitmq.conf']}\nno.such.key = 1\n`;
    }
    if (manifest.kind === 'StatefulSet') {
      manifest.spec.template.metadata.annotations = { ...manifest.spec.template.metadata.annotations, changed: 'yes' };
    }
    return manifest;
  });
}

describe('undoing a change of rabbitmq.conf', () => {
  const suite = useCluster('undo-', {
    name: 'orders', resources: { memoryLimit: '768Mi', cpuRequest: '100m', cpuLimit: '1' }, storage: { size: '2Gi' },
  });

  test('takes the previous manifests, as docs/upgrade.md says: "kubectl rollout undo" keeps the wrong key', async () => {
    const { namespace, deployment } = suite();
    const { manifests } = deployment;
    const pod = async (path: string): Promise<string> => kubectl(['-n', namespace, 'get', 'pod', 'orders-2', '--ignore-not-found', '-o', `jsonpath={${path}}`]);
    const revision = async (): Promise<string> => pod('.metadata.labels.controller-revision-hash');
    const failed = async (): Promise<boolean> => (await pod('.status.containerStatuses[0].restartCount')) > '0' && (await pod('.status.containerStatuses[0].ready')) === 'false';
    const good = await revision();

    await apply(broken(manifests), namespace);
    await eventually('broker 2 fails with the new rabbitmq.conf', 5 * MINUTES, async () => await revision() !== good && failed());

    await kubectl(['-n', namespace, 'rollout', 'undo', 'statefulset/orders']);
    await kubectl(['-n', namespace, 'delete', 'pod', 'orders-2', '--grace-period=1']);
    await eventually('broker 2 of the previous revision fails too', 5 * MINUTES, async () => await revision() === good && failed());

    await apply(manifests, namespace);
    await kubectl(['-n', namespace, 'delete', 'pod', 'orders-2', '--grace-period=1']);
    await deployment.ready(5 * MINUTES);
  }, 18 * MINUTES);
});
