import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { Manifest } from './support/manifest';
import { expectClosed } from './support/manifests';
import { brokerContainer, find, podTemplate } from './support/synth';

const COMMITTED = join(__dirname, '../dist/k8s');

/** What `npm run synth` writes, by file, and what it prints to the standard error. */
function synthesize(): { files: Record<string, string>; printed: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'examples-'));
  const outdir = process.env.CDK8S_OUTDIR;
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  process.env.CDK8S_OUTDIR = folder;
  try {
    jest.requireActual('../examples/main');
    const files = Object.fromEntries(readdirSync(folder).sort().map(file => [file, readFileSync(join(folder, file), 'utf8')]));
    return { files, printed: stderr.mock.calls.map(([text]) => String(text)) };
  } finally {
    stderr.mockRestore();
    rmSync(folder, { recursive: true });
    if (outdir === undefined) {
      delete process.env.CDK8S_OUTDIR;
    } else {
      process.env.CDK8S_OUTDIR = outdir;
    }
  }
}

const { files, printed } = synthesize();
const manifestsOf = (profile: string): Manifest[] => parseAllDocuments(files[`${profile}.k8s.yaml`]).map(document => document.toJS() as Manifest);

interface Profile {
  readonly namespace: string;
  readonly name: string;
  readonly replicas: number;
  readonly cpu: readonly [request: string, limit: string];
  readonly memory: string;
  readonly storage: string;
  readonly storageClass?: string;
  readonly hasBudget: boolean;
  readonly antiAffinity: 'preferredDuringSchedulingIgnoredDuringExecution' | 'requiredDuringSchedulingIgnoredDuringExecution';
  readonly zones: 'ScheduleAnyway' | 'DoNotSchedule';
  readonly isWatched: boolean;
}

const PROFILES: Readonly<Record<string, Profile>> = {
  dev: {
    namespace: 'default', name: 'rabbitmq-cluster', replicas: 1, cpu: ['500m', '1'], memory: '1Gi', storage: '10Gi',
    hasBudget: false, antiAffinity: 'preferredDuringSchedulingIgnoredDuringExecution', zones: 'ScheduleAnyway', isWatched: false,
  },
  test: {
    namespace: 'rabbitmq-test', name: 'rabbitmq-test', replicas: 3, cpu: ['500m', '1'], memory: '2Gi', storage: '20Gi',
    hasBudget: true, antiAffinity: 'preferredDuringSchedulingIgnoredDuringExecution', zones: 'ScheduleAnyway', isWatched: true,
  },
  prod: {
    namespace: 'production', name: 'rabbitmq-prod', replicas: 5, cpu: ['2', '2'], memory: '4Gi', storage: '100Gi', storageClass: 'ssd-storage',
    hasBudget: true, antiAffinity: 'requiredDuringSchedulingIgnoredDuringExecution', zones: 'DoNotSchedule', isWatched: true,
  },
};

describe('the examples', () => {
  test('are the profiles, a file each', () => {
    expect(Object.keys(files)).toEqual(Object.keys(PROFILES).map(profile => `${profile}.k8s.yaml`).sort());
  });

  test('are committed as synthesized, nothing more', () => {
    expect(readdirSync(COMMITTED).sort()).toEqual(Object.keys(files));
  });

  test('have nothing to warn of', () => {
    expect(printed).toEqual([]);
  });
});

describe.each(Object.entries(PROFILES))('the profile %s', (id, profile) => {
  const manifests = manifestsOf(id);
  const statefulSet = find(manifests, 'StatefulSet');

  test('is committed as synthesized; after an intended change, run "npm run synth"', () => {
    expect(files[`${id}.k8s.yaml`]).toBe(readFileSync(join(COMMITTED, `${id}.k8s.yaml`), 'utf8'));
  });

  test('is closed, but for the authority that somebody gives to the Gateway', () => {
    expectClosed(manifests, { external: { ConfigMap: [`${profile.name}-ca`] } });
  });

  test('has its namespace, name and number of brokers', () => {
    const clusterWide = ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'];
    expect(new Set(manifests
      .filter(({ kind }) => !clusterWide.includes(kind))
      .map(({ metadata }) => metadata.namespace))).toEqual(new Set([profile.namespace]));
    expect(statefulSet.metadata.name).toBe(profile.name);
    const autoscaler = manifests.find(({ kind }) => kind === 'HorizontalPodAutoscaler');
    expect(statefulSet.spec.replicas ?? autoscaler?.spec.minReplicas).toBe(profile.replicas);
  });

  test('has its CPU, memory and storage', () => {
    const { cpu: [cpuRequest, cpuLimit], memory, storage, storageClass } = profile;
    expect(brokerContainer(manifests).resources)
      .toEqual({ requests: { cpu: cpuRequest, memory }, limits: { cpu: cpuLimit, memory } });
    const [claim] = statefulSet.spec.volumeClaimTemplates;
    expect(claim.spec.resources.requests.storage).toBe(storage);
    expect(claim.spec.storageClassName).toBe(storageClass);
  });

  test('is spread and protected as its purpose asks for', () => {
    const { affinity, topologySpreadConstraints } = podTemplate(manifests).spec;
    expect(Object.keys(affinity.podAntiAffinity)).toEqual([profile.antiAffinity]);
    expect(topologySpreadConstraints).toEqual([expect.objectContaining({ topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: profile.zones })]);
    expect(manifests.some(({ kind }) => kind === 'PodDisruptionBudget')).toBe(profile.hasBudget);
  });

  test('is watched where that matters', () => {
    expect(manifests.some(({ kind }) => kind === 'ServiceMonitor')).toBe(profile.isWatched);
  });
});
