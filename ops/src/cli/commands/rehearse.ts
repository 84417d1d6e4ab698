import { counted } from '../../core/counted';
import { command } from './command';
import { confirm, YES_OPTION } from './confirm';
import { titleOf } from '../../core/cluster-ref';
import { ExitCode, UsageError } from '../../core/errors';
import { LEASE_RIGHTS, ROLLOUT_RIGHTS, VERIFY_RIGHTS } from '../../deploy/rights';
import { REHEARSAL_FAULTS, type RehearsalFault } from '../../rehearse/faults';
import { REHEARSAL_TIMEOUT_MS, Rehearsal, type RehearsalResult, type RehearsedFault } from '../../rehearse/rehearsal';
import type { Style } from '../output/style';
import { table } from '../output/table';

const NAMES = REHEARSAL_FAULTS.map(({ name }) => name);

/** Lets faults happen to a cluster, and counts messages. */
export const rehearse = command({
  usage: 'rehearse',
  onCluster: true,
  summary: 'Cause faults on purpose, and count lost messages',
  limit: REHEARSAL_TIMEOUT_MS,
  examples: [
    ['rehearse -n shop -c orders', 'all faults except an outage, after a prompt'],
    ['rehearse -c orders --faults crash,restart --yes', 'only these faults, without a prompt'],
    ['rehearse -c orders --faults all-pods -o json', 'an outage, with the counts of each queue'],
  ],
  options: {
    faults: { type: 'string', describe: `Faults to cause: ${NAMES.join(', ')} [default: all but all-pods]` },
    queues: { type: 'number', default: 3, describe: 'Number of quorum queues to declare, use and delete' },
    rate: { type: 'number', default: 50, describe: 'Messages per second on each queue' },
    ...YES_OPTION,
  },
  rights: [
    { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['get', 'patch'] },
    { resources: ['pods'], verbs: ['get', 'delete'] },
    { resources: ['pods/eviction'], verbs: ['create'] },
    ...ROLLOUT_RIGHTS, ...VERIFY_RIGHTS, ...LEASE_RIGHTS,
  ],
  check({ faults, queues, rate }) {
    faultsOf(faults);
    if (queues === 0 || rate === 0) {
      throw new UsageError('--queues and --rate must be above 0');
    }
  },
  async run(context, { faults, queues, rate, yes }) {
    const { cluster, output } = context;
    const chosen = faultsOf(faults);
    const does = chosen.map(fault => `  ${fault.name}: ${fault.does}`).join('\n');
    await confirm(context, yes, `This happens to ${titleOf(cluster)}, while messages go through ${queues} queues of its own:\n${does}\nCause these faults?`);
    const rehearsal = new Rehearsal(await context.connect());
    const result = await context.operate(options => rehearsal.run(cluster, chosen, { queues, rate }, options));
    output.show(result, resultText);
    return result.lost > 0 ? ExitCode.CRITICAL : undefined;
  },
});

function faultsOf(names: string | undefined): readonly RehearsalFault[] {
  const wanted = names?.split(',').map(name => name.trim()).filter(name => name !== '');
  const unknown = wanted?.find(name => !NAMES.includes(name));
  if (unknown !== undefined || wanted?.length === 0) {
    throw new UsageError(`--faults is "${names}": use a list of ${NAMES.join(', ')}`);
  }
  return REHEARSAL_FAULTS.filter(({ name, isOutage }) => wanted?.includes(name) ?? !isOutage);
}

/** A line per fault, and the verdict. */
export function resultText({ namespace, name, brokers, lost, faults }: RehearsalResult, style: Style): string {
  const verdict = lost === 0
    ? `${style.green('✔')} ${style.bold(`${namespace}/${name}`)}: ${brokers} brokers, no confirmed message was lost`
    : `${style.red('✘')} ${style.bold(`${namespace}/${name}`)}: ${brokers} brokers, ${counted(lost, 'confirmed message')} ${lost === 1 ? 'was' : 'were'} lost`;
  return [verdict, table(style, ['fault', 'confirmed', 'lost', 'twice', 'publishing gap', 'consuming gap', 'recovered after'], faults.map(row))].join('\n');
}

function row({ fault, wholeS, lost, queues }: RehearsedFault): (string | number)[] {
  const sum = (of: (queue: RehearsedFault['queues'][number]) => number): number => queues.reduce((total, queue) => total + of(queue), 0);
  const longest = (of: (queue: RehearsedFault['queues'][number]) => number): string => `${(Math.max(...queues.map(of)) / 1000).toFixed(1)} s`;
  return [fault, sum(({ confirmed }) => confirmed), lost, sum(({ duplicated }) => duplicated),
    longest(({ longestGapMs }) => longestGapMs), longest(({ longestConsumingGapMs }) => longestConsumingGapMs), `${wholeS} s`];
}
