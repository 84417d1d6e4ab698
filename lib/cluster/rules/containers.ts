import { ContainerManifest } from './manifests';
import { ClusterSubject } from './subject';
import { isPort } from '../../kubernetes/port';
import { resourceProblems } from '../../kubernetes/resources';
import { Rule, ruleForEach } from '../../validation/rule';

interface NamedContainer {
  readonly container: ContainerManifest;
  /** The prop it comes from, and its name. */
  readonly title: string;
}

/** The containers beside and before the broker. */
export const CONTAINER_RULES: readonly Rule<ClusterSubject>[] = [
  ruleForEach({
    id: 'container-name',
    severity: 'error',
    each: containers,
    when: ({ container: { name = '' } }) => !/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name),
    message: ({ title }) => `${title} has an invalid name. Use up to 63 lower-case letters, digits and "-", starting and ending with a letter or digit`,
  }),
  ruleForEach({
    id: 'container-twice',
    severity: 'error',
    each: subject =>
      containers(subject).filter(
        (one, i, all) => all.findIndex(other => other.container.name === one.container.name) !== i,
      ),
    when: () => true,
    message: ({ title }) => `${title} has the name of another container, which the cluster or another prop adds. Choose another`,
  }),
  ruleForEach({
    id: 'container-image',
    severity: 'error',
    each: containers,
    when: ({ container: { image = '' } }) => image.trim() !== image || image === '',
    message: ({ title, container: { image = '' } }) => `${title} has the image "${image}": it must be an image reference`,
  }),
  ruleForEach({
    id: 'container-resources',
    severity: 'error',
    each: subject => containers(subject).flatMap(({ title, container: { resources = {} } }) => resourceProblems(`${title} resources`, resources)),
    when: () => true,
    message: problem => problem,
  }),
  ruleForEach({
    id: 'container-port',
    severity: 'error',
    each: subject =>
      containers(subject).flatMap(({ title, container: { ports = [] } }) =>
        ports.map(({ containerPort }) => ({ title, containerPort }))),
    when: ({ containerPort = 0 }) => !isPort(containerPort),
    message: ({ title, containerPort }) => `${title} has port ${containerPort ?? ''}: it must be a whole number from 1 to 65535`,
  }),
  ruleForEach({
    id: 'container-port-name',
    severity: 'error',
    each: subject =>
      containers(subject).flatMap(({ title, container: { name: container, ports = [] } }) =>
        ports.map(({ name }) => ({ title, container, name }))),
    when: ({ container, name }, { broker }) => name !== undefined
      && (!isPortName(name) || (container !== broker.name && broker.ports?.some(port => port.name === name) === true)),
    message: ({ title, name = '' }) => `${title} has the port name "${name}". Use up to 15 lower-case letters, digits and "-", with at least one letter, and none of the broker's own port names, which Services and probes use`,
  }),
];

/** In the order in which they are made, so that the cluster's own come first. */
function containers({ podSpec, broker }: ClusterSubject): NamedContainer[] {
  const titled = (prop: string, group: readonly ContainerManifest[] = []): NamedContainer[] =>
    group.map(container => ({ container, title: `${container === broker ? 'container' : prop} "${container.name ?? ''}"` }));
  return [...titled('pod.initContainers', podSpec.initContainers), ...titled('pod.sidecars', podSpec.containers)]
    .sort((a, b) => Number(b.container === broker) - Number(a.container === broker));
}

function isPortName(name: string): boolean {
  return /^(?=.*[a-z])[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?$/.test(name) && !name.includes('--');
}
