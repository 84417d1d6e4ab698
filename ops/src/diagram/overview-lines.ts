import type { V1Container, V1HorizontalPodAutoscalerSpec, V1IngressSpec, V1PodDisruptionBudgetSpec, V1ServiceSpec, V1StatefulSetSpec } from '@kubernetes/client-node' with { 'resolution-mode': 'import' };
import type { DiagramObject } from './graph';
import type { Lane } from './lanes';
import { podTemplateOf } from './pod-references';
import type { Manifest } from '../kubernetes/objects';

/** The objects of a box. */
export interface Folded {
  readonly members: readonly DiagramObject[];
  /** Those that the YAML has. */
  readonly manifests: readonly Manifest[];
  /** All objects of the YAML. */
  readonly all: readonly Manifest[];
}

interface Text {
  readonly kind: string;
  readonly name: string;
  readonly lines: readonly string[];
}

/** An endpoint of a monitor. */
interface ScrapedPort {
  readonly port?: string;
}

const MAX_NAMES = 4;

/** The text of a box: kind, name, and what distinguishes it in a few lines. */
export function boxLines(lane: Lane, folded: Folded): Text {
  const { members, manifests } = folded;
  const find = (kind: RegExp): Manifest | undefined => manifests.find(manifest => kind.test(manifest.kind));
  const workload = find(/^(StatefulSet|Deployment|DaemonSet|ReplicaSet|Pod)$/);
  const job = manifests.filter(({ kind }) => kind === 'Job');
  const cronJob = find(/^CronJob$/);
  if (workload?.kind === 'StatefulSet') {
    const lines = [
      ...scalerLines(folded),
      ...statefulSetLines(workload),
      ...portLines(workload),
      ...foldedLines(folded),
    ];
    return { kind: workload.kind, name: workload.metadata.name, lines };
  }
  if (workload !== undefined) {
    const { replicas = 1 } = (workload.spec ?? {}) as { replicas?: number };
    return { kind: workload.kind, name: workload.metadata.name, lines: [`${replicas} ${replicas === 1 ? 'pod' : 'pods'}`, ...portLines(workload), ...foldedLines(folded)] };
  }
  if (cronJob !== undefined) {
    const { schedule } = (cronJob.spec ?? {}) as { schedule?: string };
    return { kind: cronJob.kind, name: cronJob.metadata.name, lines: [`at ${schedule ?? ''}`, ...foldedLines(folded)] };
  }
  const last = job.find(({ metadata }) => !/-init-[0-9a-f]{5}$/.test(metadata.name)) ?? job[0];
  if (last !== undefined) {
    return { kind: multiplied('Job', job.length), name: last.metadata.name.replace(/-[0-9a-f]{5}$/, ''), lines: [...purposeOf(last), ...foldedLines(folded)] };
  }
  if (members[0]?.kind === 'Certificate' || members.some(({ kind }) => kind === 'Certificate')) {
    const names = (kind: string): string[] => members.filter(member => member.kind === kind).map(({ name }) => name);
    return {
      kind: multiplied('Certificate', names('Certificate').length),
      name: names('Certificate')[0] ?? '',
      lines: [...names('Issuer').map(name => `Issuer ${name}`), ...names('Secret').map(name => `creates Secret ${name}`)],
    };
  }
  const routes = members.filter(({ kind }) => kind.endsWith('Route'));
  if (routes.length > 0) {
    const text = plainText({ ...folded, members: routes });
    return { ...text, lines: [...text.lines, ...members.some(({ kind }) => kind === 'BackendTLSPolicy') ? ['BackendTLSPolicy'] : []] };
  }
  if (lane === 'Monitoring') {
    return monitoringText(folded);
  }
  return lane === 'State' ? volumeText(folded) : plainText(folded);
}

function monitoringText({ members, manifests }: Folded): Text {
  const rules = manifests.filter(({ kind }) => kind === 'PrometheusRule');
  if (rules.length > 0) {
    const groups = rules.flatMap(({ spec }) => (spec as { groups?: { rules?: { alert?: string }[] }[] }).groups ?? []);
    const alerts = groups.flatMap(({ rules: all = [] }) => all).filter(({ alert }) => alert !== undefined).length;
    return { kind: multiplied('PrometheusRule', rules.length), name: rules[0]?.metadata.name ?? '', lines: [`${alerts} alerts`] };
  }
  if (members.every(({ kind }) => kind === 'ConfigMap')) {
    return { kind: multiplied('ConfigMap', members.length), name: 'Grafana dashboards', lines: [] };
  }
  const kinds = [...new Set(members.map(({ kind }) => kind))];
  const ports = manifests.flatMap(({ spec }) => {
    const { endpoints = [], podMetricsEndpoints = [] } = (spec ?? {}) as {
      endpoints?: ScrapedPort[];
      podMetricsEndpoints?: ScrapedPort[];
    };
    return [...endpoints, ...podMetricsEndpoints].flatMap(({ port }) => port ?? []);
  });
  return {
    kind: 'scraped by',
    name: 'Prometheus',
    lines: [...kinds.map(kind => multiplied(kind, members.filter(member => member.kind === kind).length)), ...[...new Set(ports)].map(port => `port ${port}`)],
  };
}

/** Volumes of a StatefulSet, which the YAML has as templates only. */
function volumeText(folded: Folded): Text {
  const text = plainText(folded);
  const [name = ''] = folded.members.map(member => member.name);
  for (const { spec, metadata } of folded.all.filter(({ kind }) => kind === 'StatefulSet')) {
    const { replicas = 1, volumeClaimTemplates = [] } = (spec ?? {}) as V1StatefulSetSpec;
    const template = volumeClaimTemplates.find(claim => name === `${claim.metadata?.name ?? ''}-${metadata.name}-…`);
    if (template !== undefined) {
      const { storageClassName, resources } = template.spec ?? {};
      return { ...text, kind: multiplied('PersistentVolumeClaim', replicas), lines: [`${resources?.requests?.storage ?? ''} each`, storageClassName ?? 'default class', 'kept on deletion'].slice(0, retained(spec) ? 3 : 2) };
    }
  }
  return text;
}

function retained(spec: Manifest['spec']): boolean {
  return ((spec ?? {}) as V1StatefulSetSpec).persistentVolumeClaimRetentionPolicy?.whenDeleted !== 'Delete';
}

function plainText({ members, manifests }: Folded): Text {
  const [first] = members;
  const kind = multiplied(first?.kind ?? '', members.length);
  const [manifest] = manifests;
  if (members.length === 1 && first !== undefined) {
    return { kind, name: first.name, lines: [...first.given ? [] : ['not in the YAML'], ...manifest === undefined ? [] : specLines(manifest)] };
  }
  const names = members.map(({ name }) => name);
  return { kind, name: first?.given ? '' : 'not in the YAML', lines: [...names.slice(0, MAX_NAMES), ...names.length > MAX_NAMES ? [`and ${names.length - MAX_NAMES} more`] : []] };
}

function statefulSetLines({ spec }: Manifest): string[] {
  const { replicas, template, volumeClaimTemplates = [] } = (spec ?? {}) as V1StatefulSetSpec;
  const broker = template.spec?.containers.find(({ name }) => name === 'rabbitmq') ?? template.spec?.containers[0];
  return [
    ...replicas === undefined ? [] : [`${replicas} ${replicas === 1 ? 'broker' : 'brokers'}`],
    ...broker === undefined ? [] : [broker.image ?? '', ...sizeLines(broker)],
    ...volumeClaimTemplates.length === 0 ? ['no volumes'] : [],
  ];
}

function scalerLines({ manifests }: Folded): string[] {
  return manifests.filter(({ kind }) => kind === 'HorizontalPodAutoscaler').map(({ spec }) => {
    const { minReplicas = 1, maxReplicas } = (spec ?? {}) as V1HorizontalPodAutoscalerSpec;
    return `${minReplicas} to ${maxReplicas} brokers, by HPA`;
  });
}

/** Requests and limits, as one figure where they are equal. */
function sizeLines({ resources: { requests = {}, limits = {} } = {} }: V1Container): string[] {
  const sizes = (['cpu', 'memory'] as const).flatMap((what) => {
    const range = [...new Set([requests[what], limits[what]])].filter(value => value !== undefined).join(' to ');
    return range === '' ? [] : [`${what === 'cpu' ? 'CPU' : 'memory'} ${range}`];
  });
  return sizes.length === 0 ? [] : [sizes.join(', ')];
}

function portLines(workload: Manifest): string[] {
  const ports = (podTemplateOf(workload)?.spec?.containers ?? []).flatMap(({ ports: all = [] }) => all);
  return ports.map(({ name, containerPort }) => `${containerPort} ${name ?? ''}`);
}

/** Objects in the box of a workload, a line for each kind. */
function foldedLines({ members, manifests }: Folded): string[] {
  const budget = manifests.find(({ kind }) => kind === 'PodDisruptionBudget');
  const { maxUnavailable, minAvailable } = (budget?.spec ?? {}) as V1PodDisruptionBudgetSpec;
  const count = (kind: RegExp): number => members.filter(member => kind.test(member.kind)).length;
  const line = (kind: RegExp, text: string): string[] => (count(kind) === 0 ? [] : [count(kind) === 1 ? text : `${text} × ${count(kind)}`]);
  return [
    ...budget === undefined ? [] : [maxUnavailable === undefined ? `PDB: ${minAvailable ?? ''} available` : `PDB: ${maxUnavailable} unavailable`],
    ...line(/^NetworkPolicy$/, 'NetworkPolicy'),
    ...line(/^ServiceAccount$/, 'ServiceAccount'),
    ...line(/^Role$/, 'Role, RoleBinding'),
    ...line(/^ValidatingAdmissionPolicy$/, 'admission policy'),
    ...line(/^Service$/, manifests.some(({ kind }) => kind === 'StatefulSet') ? 'headless Service' : 'Service'),
    ...line(/^ConfigMap$/, 'ConfigMap'),
    ...line(/^Secret$/, 'Secret'),
  ];
}

const PURPOSES: Readonly<Record<string, string>> = {
  bootstrap: 'creates the credentials',
  topology: 'creates users, queues, policies',
};

function purposeOf({ metadata: { labels = {} } }: Manifest): string[] {
  const purpose = PURPOSES[labels['app.kubernetes.io/component'] ?? ''];
  return purpose === undefined ? [] : [purpose];
}

function specLines({ kind, spec }: Manifest): string[] {
  switch (kind) {
    case 'Service': {
      const { type = 'ClusterIP', ports = [] } = (spec ?? {}) as V1ServiceSpec;
      return [type, ...ports.map(({ port, name }) => `${port} ${name ?? ''}`)];
    }
    case 'Ingress': {
      const { rules = [], tls = [] } = (spec ?? {}) as V1IngressSpec;
      return [...rules.map(({ host }) => host ?? 'any host'), ...tls.length > 0 ? ['TLS'] : []];
    }
    case 'PersistentVolumeClaim':
      return [(spec as { resources?: { requests?: { storage?: string } } } | undefined)?.resources?.requests?.storage ?? ''];
    case 'ConfigMap':
      return [];
    default: {
      const { hostnames = [] } = (spec ?? {}) as { hostnames?: string[] };
      return hostnames;
    }
  }
}

function multiplied(kind: string, count: number): string {
  return count > 1 ? `${kind} × ${count}` : kind;
}
