import { type Lane, LANES } from './lanes';
import { type Diagram, type DiagramObject, idOf } from './graph';
import { boxLines, type Folded } from './overview-lines';
import { podTemplateOf } from './pod-references';
import type { Manifest } from '../kubernetes/objects';

/** A box of the overview, which stands in place of one object or several. */
export interface OverviewBox {
  readonly id: string;
  readonly lane: Lane;
  /** The kind, with a number if it has several objects. */
  readonly kind: string;
  readonly name: string;
  readonly lines: readonly string[];
  /** The objects in it, by `kind/namespace/name`. */
  readonly objects: readonly string[];
  /** Whether the YAML has it, as an object or as a template. Dashed otherwise. */
  readonly given: boolean;
}

/** An arrow of the first row, from box to box. */
export interface OverviewArrow {
  readonly from: string;
  readonly to: string;
}

export interface Overview {
  readonly boxes: readonly OverviewBox[];
  readonly arrows: readonly OverviewArrow[];
}

const WORKLOADS = /^(StatefulSet|Deployment|DaemonSet|ReplicaSet|Job|CronJob|Pod)$/;
const ENTRIES = /^(Ingress|Gateway|BackendTLSPolicy|\w+Route)$/;
const MONITORS = /^(ServiceMonitor|PodMonitor)$/;
/** Objects that are lines in the box of the workload that they belong to. */
const FOLDED = /^(ServiceAccount|Role(Binding)?|NetworkPolicy|PodDisruptionBudget|HorizontalPodAutoscaler|ScaledObject|TriggerAuthentication|ValidatingAdmission\w+)$/;
const CONFIGURATION = /^(ConfigMap|Secret|ExternalSecret|SecretStore|Certificate|Issuer)$/;
/** ConfigMaps that Kubernetes creates in every namespace. */
const BUILT_IN = /^ConfigMap\/.*\/kube-root-ca\.crt$/;
/** The suffix of a Job's name that follows its content, and that of a Job that prepares another. */
const JOB_SUFFIX = /(-init)?-[0-9a-f]{5}$/;

/** Groups the objects of a diagram into boxes of about one per purpose. Every object is in one box. */
export function overviewOf(manifests: readonly Manifest[], { objects, relations }: Diagram): Overview {
  const shown = objects.filter(object => !BUILT_IN.test(idOf(object)));
  const byId = new Map(
    manifests.map(manifest => [
      idOf({ kind: manifest.kind, namespace: manifest.metadata.namespace, name: manifest.metadata.name }),
      manifest,
    ]),
  );
  const users = (id: string, what?: RegExp): string[] =>
    relations.filter(({ to, what: why }) => to === id && (what?.test(why) ?? true)).map(({ from }) => from);
  const uses = (id: string): string[] => relations.filter(({ from }) => from === id).map(({ to }) => to);
  const kindOf = (id: string): string => id.split('/')[0] ?? '';
  const nameOf = (id: string): string => id.split('/').slice(2).join('/');
  const isBroker = (id: string): boolean => kindOf(id) === 'StatefulSet';
  const brokers = shown.map(idOf).filter(isBroker);

  /** The box of an object: its key, and its lane. */
  const placeOf = (object: DiagramObject, seen: readonly string[] = []): { key: string; lane: Lane } => {
    const { kind } = object;
    const id = idOf(object);
    const manifest = byId.get(id);
    const others = [...uses(id), ...users(id)].filter(other => !seen.includes(other));
    const inBoxOf = (owner: string): { key: string; lane: Lane } => {
      const found = objects.find(one => idOf(one) === owner);
      return found === undefined ? { key: id, lane: 'Other' } : placeOf(found, [...seen, id]);
    };
    if (WORKLOADS.test(kind)) {
      return { key: workloadKey(id, shown.map(idOf)), lane: laneOfWorkload(kind, manifest) };
    }
    if (FOLDED.test(kind)) {
      const owner = ownerOf(id, others, kindOf) ?? (kind.startsWith('ValidatingAdmissionPolicy') ? brokers.find(broker => nameOf(id).includes(nameOf(broker))) : undefined);
      return owner === undefined ? { key: kind, lane: 'Other' } : inBoxOf(owner);
    }
    if (kind === 'Service') {
      const [workload] = uses(id);
      const isHeadless = (manifest?.spec as { clusterIP?: string } | undefined)?.clusterIP === 'None';
      return workload !== undefined && (isHeadless || !isBroker(workload)) ? inBoxOf(workload) : { key: isPodService(manifest) ? 'pods' : id, lane: 'Entry' };
    }
    if (ENTRIES.test(kind)) {
      // a policy of a backend belongs to the routes to it
      return { key: kind === 'BackendTLSPolicy' ? 'HTTPRoute' : kind.endsWith('Route') ? kind : id, lane: 'Entry' };
    }
    if (MONITORS.test(kind)) {
      return { key: 'Prometheus', lane: 'Monitoring' };
    }
    if (kind === 'PrometheusRule' || isDashboard(manifest)) {
      return { key: kind === 'PrometheusRule' ? kind : 'dashboards', lane: 'Monitoring' };
    }
    if (kind === 'PersistentVolumeClaim') {
      const owner = users(id)[0];
      return owner === undefined || isBroker(owner) ? { key: id, lane: 'State' } : { key: id, lane: inBoxOf(owner).lane };
    }
    if (CONFIGURATION.test(kind)) {
      const certificate = users(id).find(user => kindOf(user) === 'Certificate');
      if (certificate !== undefined) {
        return { key: 'Certificate', lane: 'Configuration' };
      }
      const owners = users(id).filter(user => WORKLOADS.test(kindOf(user)));
      const [owner] = owners;
      return owner !== undefined && !owners.some(isBroker) ? inBoxOf(owner) : { key: kind === 'Issuer' ? 'Certificate' : kind, lane: 'Configuration' };
    }
    return { key: kind, lane: 'Other' };
  };

  const groups = new Map<string, { lane: Lane; members: DiagramObject[] }>();
  for (const object of shown) {
    const { key, lane } = placeOf(object);
    const group = groups.get(`${lane}/${key}`) ?? { lane, members: [] };
    group.members.push(object);
    groups.set(`${lane}/${key}`, group);
  }
  const boxes = [...groups].map(([id, { lane, members }]): OverviewBox => {
    const folded: Folded = {
      members,
      manifests: members.map(member => byId.get(idOf(member))).filter(manifest => manifest !== undefined),
      all: manifests,
    };
    return { id, lane, ...boxLines(lane, folded), objects: members.map(idOf), given: lane === 'State' || members.some(({ given }) => given) };
  });
  return withOutside(boxes, manifests, relations);
}

function laneOfWorkload(kind: string, manifest: Manifest | undefined): Lane {
  switch (kind) {
    case 'StatefulSet': return 'Brokers';
    case 'Job': return 'One-time Jobs';
    case 'CronJob': return 'Backup';
    default: return manifest?.metadata.labels?.['app.kubernetes.io/component'] === 'exporter' ? 'Monitoring' : 'Outside';
  }
}

/** A Job that prepares another is in the box of the latter. */
function workloadKey(id: string, all: readonly string[]): string {
  const base = id.replace(JOB_SUFFIX, '');
  return id.startsWith('Job/') && all.filter(other => other.startsWith('Job/') && other.replace(JOB_SUFFIX, '') === base).length > 1 ? base : id;
}

/** The workload that something folded belongs to, over a binding, an account or an autoscaler. */
function ownerOf(id: string, others: readonly string[], kindOf: (id: string) => string): string | undefined {
  return [WORKLOADS, /^ServiceAccount$/, FOLDED].map(kinds => others.find(other => kinds.test(kindOf(other)) && other !== id)).find(owner => owner !== undefined);
}

function isPodService(manifest: Manifest | undefined): boolean {
  return 'statefulset.kubernetes.io/pod-name' in ((manifest?.spec as { selector?: object } | undefined)?.selector ?? {});
}

function isDashboard(manifest: Manifest | undefined): boolean {
  return manifest?.kind === 'ConfigMap' && manifest.metadata.labels?.grafana_dashboard !== undefined;
}

/** Adds clients and browsers, which no YAML has, and the arrows between the lanes of the first row. */
function withOutside(boxes: readonly OverviewBox[], manifests: readonly Manifest[], relations: Diagram['relations']): Overview {
  const boxOf = (id: string): OverviewBox | undefined => boxes.find(({ objects }) => objects.includes(id));
  const services = boxes.filter(({ lane, objects }) => lane === 'Entry' && objects.some(id => id.startsWith('Service/')));
  const gateways = boxes.filter(({ lane, objects }) => lane === 'Entry' && objects.some(id => id.startsWith('Gateway/')));
  const ingresses = boxes.filter(({ lane, objects }) => lane === 'Entry' && objects.some(id => id.startsWith('Ingress/')));
  const routes = boxes.filter(({ lane, objects }) => lane === 'Entry' && objects.some(id => /^\w+Route\//.test(id)));
  const outside: OverviewBox[] = [];
  const arrows: OverviewArrow[] = [];
  const virtual = (name: string, lines: readonly string[], to: readonly OverviewBox[]): void => {
    if (to.length > 0) {
      const id = `Outside/${name}`;
      outside.push({ id, lane: 'Outside', kind: 'outside', name, lines, objects: [], given: false });
      arrows.push(...to.map(box => ({ from: id, to: box.id })));
    }
  };
  virtual('Browsers and proxies', [], [...gateways.length > 0 ? gateways : routes, ...ingresses]);
  virtual('Applications', clientLines(manifests), services);
  for (const { from, to, what } of relations) {
    // traffic flows from a Gateway to the routes that are attached to it
    const [source, target] = what === 'attached to' ? [boxOf(to), boxOf(from)] : [boxOf(from), boxOf(to)];
    if (source && target && source !== target && FIRST_ROW.includes(source.lane) && FIRST_ROW.includes(target.lane)
      && !arrows.some(arrow => arrow.from === source.id && arrow.to === target.id)) {
      arrows.push({ from: source.id, to: target.id });
    }
  }
  const order = (box: OverviewBox): number =>
    LANES.indexOf(box.lane) * 3 + (services.includes(box) ? 2 : gateways.includes(box) ? 0 : 1);
  return { boxes: [...outside, ...boxes].sort((a, b) => order(a) - order(b)), arrows };
}

const FIRST_ROW: readonly Lane[] = ['Outside', 'Entry', 'Brokers', 'State'];

/** Where clients may come from, by the brokers' NetworkPolicy. */
function clientLines(manifests: readonly Manifest[]): string[] {
  const pods = manifests.find(({ kind }) => kind === 'StatefulSet');
  const labels = pods && podTemplateOf(pods)?.metadata?.labels;
  const policies = manifests.filter(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.labels?.app === 'rabbitmq' && metadata.labels.cluster === labels?.cluster);
  const rules = policies.flatMap(
    ({ spec }) =>
      (spec as { ingress?: { from?: { namespaceSelector?: { matchLabels?: object } }[] }[] } | undefined)?.ingress
      ?? [],
  );
  const namespaces = rules.flatMap(({ from = [] }) => from).flatMap(({ namespaceSelector }) => Object.entries(namespaceSelector?.matchLabels ?? {}).map(([key, value]) => `${key}=${value}`));
  const named = [...new Set(namespaces)].filter(label => !label.startsWith('kubernetes.io/metadata.name='));
  return named.length === 0 ? [] : ['from namespaces with', ...named.slice(0, 2)];
}
