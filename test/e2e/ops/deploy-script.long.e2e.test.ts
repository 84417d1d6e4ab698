import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shell } from '../docs/blocks';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { core } from '../support/kubernetes';
import { useNamespace } from '../support/use-cluster';

const ROOT = join(__dirname, '../../..');
const LONGEST_MS = 15 * 60_000;
const CHANGED_MS = 5 * 60_000;

/** The three modes of the script, as the first users of this project know them. */
const MODES = [
  {
    mode: 'development', name: 'rabbitmq-cluster', replicas: 1, also: [],
    flags: '--replicas 1 --storage-size 10Gi',
  },
  {
    mode: 'test', name: 'rabbitmq-cluster', replicas: 3, also: ['servicemonitor', 'prometheusrule'],
    flags: '--replicas 3 --storage-size 20Gi --monitoring',
  },
  {
    mode: 'production', name: 'rabbitmq-prod', replicas: 5, also: ['servicemonitor', 'prometheusrule', 'hpa', 'ingress'],
    flags: '--cluster-name rabbitmq-prod --replicas 5 --image rabbitmq:3.10-management --storage-class ssd-storage '
      + '--storage-size 100Gi --ingress rabbitmq.prod.company.com --hpa --monitoring',
  },
];

/** Runs a command line of a namespace in the repository. */
async function run(namespace: string, line: string): Promise<string> {
  const inNamespace = line.replace(/^(kubectl|\.\/deploy\.sh) /, `$1 --namespace ${namespace} `);
  return shell(inNamespace, { cwd: ROOT, timeoutMs: LONGEST_MS });
}

/** How many brokers run in the cluster that the first one is in. */
async function runningIn(namespace: string, name: string): Promise<number> {
  const status = await run(namespace, `kubectl exec ${name}-0 -c rabbitmq -- rabbitmqctl --silent cluster_status --formatter json`);
  return (JSON.parse(status) as { running_nodes: string[] }).running_nodes.length;
}

describe('deploy.sh', () => {
  const suite = useNamespace('script-', undefined, { each: true });

  test.each(MODES)('in the $mode mode: $flags', async ({ mode, name, replicas, flags, also }) => {
    const { namespace } = suite();
    const start = performance.now();
    await run(namespace, `./deploy.sh ${flags}`);
    figure(`deploy.sh, ${mode} mode`, (performance.now() - start) / 1000, 's');
    expect(JSON.parse(await run(namespace, `kubectl get statefulset ${name} -o json`)).status).toMatchObject({ readyReplicas: replicas });
    expect(await runningIn(namespace, name)).toBe(replicas);
    const { items } = await core.listNamespacedPersistentVolumeClaim({ namespace, labelSelector: `app=rabbitmq,cluster=${name}` });
    expect(items.map(({ spec }) => spec?.resources?.requests?.storage)).toEqual(Array.from({ length: replicas }, () => /--storage-size (\S+)/.exec(flags)![1]));
    for (const kind of also) {
      expect(await run(namespace, `kubectl get ${kind} -o name`)).toContain(name);
    }
    await run(namespace, `./deploy.sh --cleanup --cluster-name ${name} --delete-data --yes`);
    expect(await run(namespace, 'kubectl get statefulset,service,persistentvolumeclaim,secret -o name')).toBe('');
  });
});

describe('the daily commands of kubectl', () => {
  const name = 'rabbitmq-cluster';
  const suite = useNamespace('daily-', async (namespace) => {
    await run(namespace, './deploy.sh --replicas 3 --hpa');
  });
  const kubectl = async (line: string): Promise<string> => run(suite().namespace, `kubectl ${line}`);
  const inBroker = async (line: string): Promise<string> => kubectl(`exec ${name}-0 -c rabbitmq -- ${line}`);
  const running = async (): Promise<number> => runningIn(suite().namespace, name);

  test('show the brokers, what they use, and what has happened', async () => {
    expect(await kubectl(`get statefulset ${name}`)).toMatch(/3\/3/);
    expect((await kubectl(`get pods -l app=rabbitmq,cluster=${name} -o name`)).split('\n').filter(Boolean)).toHaveLength(3);
    await eventually('their use is measured', CHANGED_MS, async () => kubectl(`top pods -l app=rabbitmq,cluster=${name} --no-headers || true`), text => text.split('\n').filter(Boolean).length === 3);
    expect(await kubectl('get events --sort-by=\'.lastTimestamp\'')).toContain(`${name}-0`);
    expect(await kubectl(`get hpa ${name}-hpa`)).toContain(`StatefulSet/${name}`);
    await kubectl(`describe pvc rabbitmq-data-${name}-0`);
    expect(await inBroker('rabbitmqctl cluster_status')).toContain(`rabbit@${name}-2`);
  });

  test('export definitions, copy them out, and import them again', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'definitions-')), 'definitions.json');
    await inBroker('rabbitmqctl add_vhost exported');
    await inBroker('rabbitmqctl export_definitions /tmp/definitions.json');
    await kubectl(`cp ${name}-0:/tmp/definitions.json ${file} -c rabbitmq`);
    await inBroker('rabbitmqctl delete_vhost exported');
    await kubectl(`cp ${file} ${name}-0:/tmp/definitions.json -c rabbitmq`);
    await inBroker('rabbitmqctl import_definitions /tmp/definitions.json');
    expect(await inBroker('rabbitmqctl --silent list_vhosts')).toContain('exported');
  });

  test('change the image, and go back', async () => {
    const image = async (): Promise<string> => kubectl(`get pod ${name}-0 -o jsonpath='{.spec.containers[0].image}'`);
    const before = await image();
    await kubectl(`set image statefulset/${name} rabbitmq=rabbitmq:4.3-management-alpine`);
    await kubectl(`rollout status statefulset/${name} --timeout=10m`);
    expect(await image()).toBe('rabbitmq:4.3-management-alpine');
    await kubectl(`rollout undo statefulset/${name}`);
    await kubectl(`rollout status statefulset/${name} --timeout=10m`);
    expect(await image()).toBe(before);
  });

  test('scale out and in', async () => {
    await kubectl(`delete hpa ${name}-hpa`);
    await kubectl(`patch statefulset ${name} -p '{"spec":{"replicas":5}}'`);
    await eventually('five brokers are one cluster', CHANGED_MS, running, count => count === 5);
    await kubectl(`patch statefulset ${name} -p '{"spec":{"replicas":3}}'`);
    await eventually('three brokers are left', CHANGED_MS, running, count => count === 3);
    expect(await inBroker('rabbitmqctl --silent cluster_status')).not.toContain(`rabbit@${name}-4`);
  });
});
