import { containersOf, isNamespaced, Manifest, nameOf, Workload, workloadsOf } from '../manifest';

const LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const SERVICE = /^[a-z]([a-z0-9-]*[a-z0-9])?$/;
const PORT = /^(?=.*[a-z])[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)?$/;

/**
 * The longest names by kind, where they are shorter than those of other objects: a label or a name is made from them
 * with `-` and a hash of up to 10 characters (StatefulSet: https://github.com/kubernetes/kubernetes/issues/64023) or a time.
 */
const LIMITS: Readonly<Record<string, number>> = { CronJob: 52, Job: 63, Namespace: 63, Service: 63, StatefulSet: 52 };

/** Names and labels that the API server refuses, or from which it can't make those of pods. */
export function unfitNames(manifests: readonly Manifest[]): string[] {
  return [
    ...manifests.flatMap(manifest => [
      ...unfit(manifest.metadata.name, manifest.kind === 'Service' ? SERVICE : SUBDOMAIN, LIMITS[manifest.kind] ?? 253, `name of ${nameOf(manifest)}`),
      ...(isNamespaced(manifest) && manifest.metadata.namespace !== undefined
        ? unfit(manifest.metadata.namespace, LABEL, 63, `namespace of ${nameOf(manifest)}`)
        : []),
      ...unfitLabels(manifest.metadata.labels, nameOf(manifest)),
      ...(manifest.kind === 'Service' ? unfitPorts(manifest.spec.ports, nameOf(manifest), 63) : []),
    ]),
    ...workloadsOf(manifests).flatMap(unfitInPod),
  ];
}

function unfitInPod({ manifest, labels, pod }: Workload): string[] {
  const where = nameOf(manifest);
  return [
    ...unfitLabels(labels, `the pods of ${where}`),
    ...(pod.volumes ?? []).flatMap(({ name }: any) => unfit(name, LABEL, 63, `volume of ${where}`)),
    ...containersOf(pod).flatMap(container => [
      ...unfit(container.name, LABEL, 63, `container of ${where}`),
      ...unfitPorts(container.ports ?? [], where, 15),
    ]),
  ];
}

function unfitPorts(ports: any[], where: string, limit: number): string[] {
  return ports.flatMap(({ name }) => (name === undefined ? [] : unfit(name, PORT, limit, `port of ${where}`)));
}

function unfitLabels(labels: Record<string, string> = {}, where: string): string[] {
  return Object.entries(labels).flatMap(([key, value]) => unfit(value, LABEL_VALUE, 63, `label ${key} of ${where}`));
}

function unfit(text: string, form: RegExp, limit: number, what: string): string[] {
  return typeof text === 'string' && form.test(text) && text.length <= limit ? [] : [`${what} is ${JSON.stringify(text)}, which doesn't fit: ${form} and ${limit} characters`];
}
