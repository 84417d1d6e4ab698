import { type Draft, isMap } from '../draft';
import { textsOf } from './mapping';

type Quantities = Readonly<Record<string, string>>;

/** CPU and memory of the other chart's presets; the two smallest are less than a broker here is given. */
const PRESETS: Readonly<Record<string, readonly [requests: Quantities, limits: Quantities]>> = {
  small: [{ cpu: '500m', memory: '512Mi' }, { cpu: '750m', memory: '768Mi' }],
  medium: [{ cpu: '500m', memory: '1Gi' }, { cpu: '750m', memory: '1536Mi' }],
  large: [{ cpu: '1', memory: '2Gi' }, { cpu: '1500m', memory: '3Gi' }],
  xlarge: [{ cpu: '1', memory: '3Gi' }, { cpu: '3', memory: '6Gi' }],
  '2xlarge': [{ cpu: '1', memory: '3Gi' }, { cpu: '6', memory: '12Gi' }],
};
/** No limit, in values of the chart. */
const NO_LIMIT = 'none';

/** Requests and limits, with what Kubernetes makes of those that aren't said. */
export function resources(draft: Draft): void {
  const theirs = draft.theirValue('resources');
  const preset = draft.theirValue('resourcesPreset');
  if (isMap(theirs) && Object.keys(theirs).length > 0) {
    const [requests, limits] = [textsOf(theirs.requests), textsOf(theirs.limits)];
    for (const kind of Object.keys({ ...requests, ...limits }).filter(each => !['cpu', 'memory'].includes(each))) {
      draft.note(`resources: ${kind}`, 'left out: the chart has cpu and memory. A LimitRange of the namespace can set defaults of others');
    }
    set(draft, requests, limits);
  } else if (typeof preset === 'string' && preset in PRESETS) {
    set(draft, ...PRESETS[preset]);
  } else if (typeof preset === 'string') {
    draft.note('resourcesPreset', `"${preset}" is less than a broker needs, or no preset: brokers have the chart's own resources. `
    + 'Set resources for others');
  }
}

function set(draft: Draft, requests: Quantities, limits: Quantities): void {
  const said = {
    requests: filled({ cpu: requests.cpu ?? limits.cpu, memory: requests.memory }),
    limits: filled({ cpu: limits.cpu ?? NO_LIMIT, memory: limits.memory ?? requests.memory }),
  };
  if (limits.memory === undefined) {
    draft.note('resources', requests.memory === undefined
      ? 'brokers have the memory limit of the chart, as their memory alarm is computed from it: set resources.limits.memory for another'
      : 'the request of memory is the limit too, as the memory alarm of brokers is computed from it');
  }
  draft.set('resources', Object.fromEntries(Object.entries(said).filter(([, each]) => Object.keys(each).length > 0)));
}

function filled(map: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(map).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
