import { type Draft, isMap } from './draft';
import { scalar } from '../kubernetes/quantity';

type Quantities = Readonly<Record<string, string>>;

/** CPU and memory of the other chart's presets; the two smallest are less than a broker here is given. */
const PRESETS: Readonly<Record<string, readonly [requests: Quantities, limits: Quantities]>> = {
  small: [{ cpu: '500m', memory: '512Mi' }, { cpu: '750m', memory: '768Mi' }],
  medium: [{ cpu: '500m', memory: '1Gi' }, { cpu: '750m', memory: '1536Mi' }],
  large: [{ cpu: '1', memory: '2Gi' }, { cpu: '1500m', memory: '3Gi' }],
  xlarge: [{ cpu: '1', memory: '3Gi' }, { cpu: '3', memory: '6Gi' }],
  '2xlarge': [{ cpu: '1', memory: '3Gi' }, { cpu: '6', memory: '12Gi' }],
};
const CHART_CPU_LIMIT = '2';
const QUANTITY = /^\d+(\.\d+)?([eE][+-]?\d+|[mkMGTPE]|[KMGTPE]i)?$/;

/** Requests and limits, with what Kubernetes makes of those that aren't said. */
export function resources(draft: Draft): void {
  const theirs = draft.theirValue('resources');
  const preset = draft.theirValue('resourcesPreset');
  if (isMap(theirs) && Object.keys(theirs).length > 0) {
    const [requests, limits] = [quantities(theirs.requests), quantities(theirs.limits)];
    for (const kind of Object.keys({ ...requests, ...limits }).filter(each => !['cpu', 'memory'].includes(each))) {
      draft.note(`resources: ${kind}`, 'only cpu and memory can be said');
    }
    set(draft, requests, limits);
  } else if (typeof preset === 'string' && preset in PRESETS) {
    set(draft, ...PRESETS[preset]);
  } else if (typeof preset === 'string') {
    draft.note('resourcesPreset', `"${preset}" is less than a broker here is given, or none: see resources for the chart's own`);
  }
}

function set(draft: Draft, requests: Quantities, limits: Quantities): void {
  const cpuLimit = limits.cpu
    ?? (QUANTITY.test(requests.cpu) && scalar(requests.cpu) > scalar(CHART_CPU_LIMIT) ? requests.cpu : undefined);
  const said = {
    requests: filled({ cpu: requests.cpu ?? limits.cpu, memory: requests.memory }),
    limits: filled({ cpu: cpuLimit, memory: limits.memory ?? requests.memory }),
  };
  if (limits.memory === undefined && requests.memory !== undefined) {
    draft.note('resources.requests.memory', 'is the limit too, as the broker\'s memory alarm is computed from it');
  }
  draft.set('resources', Object.fromEntries(Object.entries(said).filter(([, each]) => Object.keys(each).length > 0)));
}

function quantities(value: unknown): Quantities {
  return isMap(value)
    ? Object.fromEntries(Object.entries(value).map(([kind, quantity]) => [kind, String(quantity)]))
    : {};
}

function filled(map: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(map).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
