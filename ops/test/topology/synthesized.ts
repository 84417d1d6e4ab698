import { App, Chart } from 'cdk8s';
import { type IRabbitMQCluster, RabbitMQCluster, RabbitMQTopology, RabbitMQWarnings } from 'cdk8s-rabbitmq';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import type { TopologyObject } from '../../src/topology/objects';

type DeclareTopology = (chart: Chart, cluster: IRabbitMQCluster) => void;

/** The function that TypeScript of `adopt()` exports. */
export function compiled(typescript: string): DeclareTopology {
  const { outputText } = transpileModule(
    typescript,
    { compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 } },
  );
  const exports: { declareTopology?: DeclareTopology } = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  new Function('require', 'exports', outputText)(require, exports);
  return exports.declareTopology ?? (() => undefined);
}

/** What TypeScript of `adopt()` declares for the cluster `orders`. */
export function declaredBy(typescript: string): TopologyObject[] {
  const chart = new Chart(new App(), 'adopted', { namespace: 'shop' });
  const cluster = new RabbitMQCluster(chart, 'RabbitMQ', { name: 'orders' });
  new RabbitMQTopology(chart, 'Topology', { cluster });
  compiled(typescript)(chart, cluster);
  RabbitMQWarnings.of(chart).silence();
  const manifests = chart.toJson() as { kind: string; metadata: { name: string }; data?: Record<string, string> }[];
  return manifests
    .filter(({ kind, metadata: { name } }) => kind === 'ConfigMap' && /^orders-topology(-\d+)?$/.test(name))
    .flatMap(({ data = {} }) => Object.values(data).flatMap(text => JSON.parse(text) as TopologyObject[]));
}
