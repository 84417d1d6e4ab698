import { withDefaults } from '../defaults';
import { synthesize } from '../values';

interface Container {
  readonly command: readonly string[];
  readonly lifecycle: { readonly preStop: { readonly exec: { readonly command: readonly string[] } } };
}

interface PodSpec {
  readonly containers: readonly Container[];
  readonly initContainers: readonly Container[];
}

interface StatefulSet {
  readonly kind: string;
  readonly spec: { readonly template: { readonly spec: PodSpec } };
}

function podSpec(values: object): PodSpec {
  const found = (synthesize(withDefaults(values), 'default') as unknown as StatefulSet[]).find(({ kind }) => kind === 'StatefulSet');
  return found!.spec.template.spec;
}

/** The shell programs of the brokers' pods. */
export function scriptFiles(): Record<string, string> {
  const { containers: [broker], initContainers: [setup] } = podSpec({});
  const { containers: [older] } = podSpec({ image: { tag: '3.11.28-management' } });
  const { initContainers: [interNode] } = podSpec({ tls: { enabled: true, interNode: true } });
  const added = interNode.command[2].replace(setup.command[2], '');
  return {
    'scripts/pre-stop.sh': broker.lifecycle.preStop.exec.command[2],
    'scripts/pre-stop-3.11.sh': older.lifecycle.preStop.exec.command[2],
    'scripts/setup.sh': setup.command[2],
    'scripts/setup-inter-node-tls.sh': added,
  };
}
