import type { Manifest } from './objects';
import type { ClusterRef } from '../core/cluster-ref';

/** A right that something needs, as a rule of a Role has it. */
export interface Right {
  /** @default - the core group */
  readonly apiGroup?: string;
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /**
   * Whether it is about things that are in no namespace, and takes a ClusterRole.
   * @default false
   */
  readonly clusterWide?: boolean;
  /**
   * Whether it is needed for some uses only, or done without, and what isn't seen is said then.
   * @default false
   */
  readonly optional?: boolean;
  /** What it is needed for, where that is only a part. */
  readonly part?: string;
  /**
   * What the names of the objects have after the cluster's name.
   * @default - objects of all names
   */
  readonly nameSuffixes?: readonly string[];
  /**
   * Whether a Role has it only on request, as there is another way for most clusters.
   * @default false
   */
  readonly isFallback?: boolean;
}

interface Rule {
  readonly apiGroups: string[];
  readonly resources: string[];
  readonly resourceNames?: string[];
  readonly verbs: string[];
}

/** The Role and, where one is needed, the ClusterRole with these rights. */
export function rolesOf(rights: readonly Right[], name: string, { namespace, name: cluster }: ClusterRef): Manifest[] {
  const rules = (some: readonly Right[]): Rule[] => [
    ...mergedRules(some.filter(({ nameSuffixes }) => nameSuffixes === undefined)),
    ...some.flatMap(({ apiGroup = '', resources, verbs, nameSuffixes }) => (nameSuffixes === undefined
      ? []
      : [{ apiGroups: [apiGroup], resources: [...resources], resourceNames: nameSuffixes.map(suffix => `${cluster}${suffix}`), verbs: [...verbs] }])),
  ];
  const clusterWide = rights.filter(right => right.clusterWide);
  const namespaced = rights.filter(right => !right.clusterWide);
  const apiVersion = 'rbac.authorization.k8s.io/v1';
  return [
    ...namespaced.length > 0 ? [{ apiVersion, kind: 'Role', metadata: { name, namespace }, rules: rules(namespaced) }] : [],
    ...clusterWide.length > 0 ? [{ apiVersion, kind: 'ClusterRole', metadata: { name }, rules: rules(clusterWide) }] : [],
  ];
}

/** One rule for all resources of a group that have the same verbs. */
function mergedRules(rights: readonly Right[]): Rule[] {
  const verbs = new Map<string, { group: string; resource: string; verbs: Set<string> }>();
  for (const { apiGroup: group = '', resources, verbs: more } of rights) {
    for (const resource of resources) {
      const entry = verbs.get(`${group}/${resource}`) ?? { group, resource, verbs: new Set() };
      more.forEach(verb => entry.verbs.add(verb));
      verbs.set(`${group}/${resource}`, entry);
    }
  }
  const rules = new Map<string, Rule>();
  for (const { group, resource, verbs: needed } of verbs.values()) {
    const sorted = [...needed].sort();
    const key = `${group} ${sorted.join()}`;
    const rule = rules.get(key) ?? { apiGroups: [group], resources: [], verbs: sorted };
    rule.resources.push(resource);
    rules.set(key, rule);
  }
  return [...rules.values()];
}
