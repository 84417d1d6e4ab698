import { withDefaults } from '../../../ops/src/chart-values/defaults';
import { synthesize } from '../values';

interface Container {
  readonly volumeMounts: readonly { readonly mountPath: string; readonly readOnly?: boolean }[];
  readonly command: readonly string[];
  readonly lifecycle: { readonly preStop: { readonly exec: { readonly command: readonly string[] } } };
}

interface PodSpec {
  readonly containers: readonly Container[];
  readonly initContainers: readonly Container[];
  readonly volumes: readonly { readonly name: string }[];
}

interface StatefulSet {
  readonly kind: string;
  readonly spec: { readonly template: { readonly spec: PodSpec } };
}

/** The pods of brokers by values. */
export function podSpec(values: object): PodSpec {
  const found = (synthesize(withDefaults(values), 'default') as unknown as StatefulSet[]).find(({ kind }) => kind === 'StatefulSet');
  return found!.spec.template.spec;
}

/** The shell programs of the brokers' pods. */
export function scriptFiles(): Record<string, string> {
  const { containers: [broker], initContainers: [setup] } = podSpec({});
  const { containers: [older] } = podSpec({ image: { tag: '3.11.28-management' } });
  const { initContainers: [interNode] } = podSpec({ tls: { enabled: true, interNode: true } });
  const { initContainers: [ipv6], containers: [ipv6Broker] } = podSpec({ ipv6: true });
  const { containers: [olderIpv6] } = podSpec({ ipv6: true, image: { tag: '3.11.28-management' } });
  const added = interNode.command[2].replace(setup.command[2], '');
  return {
    'scripts/pre-stop.sh': broker.lifecycle.preStop.exec.command[2],
    'scripts/pre-stop-3.11.sh': older.lifecycle.preStop.exec.command[2],
    'scripts/pre-stop-ipv6.sh': ipv6Broker.lifecycle.preStop.exec.command[2],
    'scripts/pre-stop-3.11-ipv6.sh': olderIpv6.lifecycle.preStop.exec.command[2],
    'scripts/setup-ipv6.sh': ipv6.command[2].replace(setup.command[2], ''),
    'scripts/setup.sh': setup.command[2],
    'scripts/setup-inter-node-tls.sh': added,
  };
}
