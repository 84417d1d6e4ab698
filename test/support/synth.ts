import { App, Chart, ChartProps } from 'cdk8s';
import { IConstruct } from 'constructs';
import { RabbitMQCluster, RabbitMQClusterProps } from '../../lib';
import { Manifest } from './manifest';
import { ClosedOptions, expectClosed } from './manifests';

/** A chart in an app of its own. */
export function newChart(props: ChartProps = {}): Chart {
  return new Chart(new App(), 'test', props);
}

/** A cluster in a chart of its own. */
export function newCluster(props: RabbitMQClusterProps = {}, chart = newChart()): RabbitMQCluster {
  return new RabbitMQCluster(chart, 'Cluster', props);
}

/** The manifests of a construct's chart, which have to be closed; warnings aren't printed. */
export function synth(construct: IConstruct, options: ClosedOptions = {}): Manifest[] {
  const manifests = quietly(() => Chart.of(construct).toJson() as Manifest[]);
  expectClosed(manifests, options);
  return manifests;
}

/** The manifests of a cluster that has a chart to itself. */
export function synthCluster(props: RabbitMQClusterProps = {}, options: ClosedOptions = {}): Manifest[] {
  return synth(newCluster(props), options);
}

/** The one object of a kind, or of a kind and a name. */
export function find(manifests: readonly Manifest[], kind: string, name?: string): Manifest {
  const found = manifests.filter(manifest =>
    manifest.kind === kind && (name === undefined || manifest.metadata.name === name));
  if (found.length !== 1) {
    const there = manifests.map(manifest => `${manifest.kind} ${manifest.metadata.name}`).join(', ');
    throw new Error(`there are ${found.length} objects of kind ${kind}${name === undefined ? '' : ` named ${name}`} in ${there}`);
  }
  return found[0];
}

/** The template of the brokers' pods. */
export function podTemplate(manifests: readonly Manifest[]): any {
  return find(manifests, 'StatefulSet').spec.template;
}

/** The container in which a broker runs. */
export function brokerContainer(manifests: readonly Manifest[]): any {
  return podTemplate(manifests).spec.containers.find(({ name }: any) => name === 'rabbitmq');
}

/** The value of each key of the brokers' rabbitmq.conf; each may stand there once. */
export function brokerConfiguration(manifests: readonly Manifest[]): Record<string, string> {
  const { data } = manifests.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name.endsWith('-config'))!;
  const lines = Object.entries<string>(data)
    .filter(([file]) => /^\d+-.*\.conf$/.test(file))
    .flatMap(([, text]) => text.split('\n'))
    .filter(line => line !== '')
    .map(line => /^(\S+) = (.*)$/.exec(line)!.slice(1) as [string, string]);
  const keys = lines.map(([key]) => key);
  expect(keys).toEqual([...new Set(keys)]);
  return Object.fromEntries(lines);
}

/** Runs something with the standard error closed. */
export function quietly<Result>(run: () => Result): Result {
  const closed = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    return run();
  } finally {
    closed.mockRestore();
  }
}

/** The Secrets whose keys are files of the broker's container. */
export function secretFilesOf(manifests: readonly Manifest[]): any[] {
  return podTemplate(manifests).spec.volumes.find(({ name }: any) => name === 'broker-secrets').projected.sources.map(({ secret }: any) => secret);
}

/** Which settings the boot program takes from those files. */
export function secretSettingsOf(manifests: readonly Manifest[]): string {
  return find(manifests, 'ConfigMap', 'rabbitmq-cluster-config').data['rabbitmq_boot_files.config'];
}
