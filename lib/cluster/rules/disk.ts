import { chosenOf, statedOf } from './settings';
import { ClusterSubject } from './subject';
import { parseBrokerBytes } from '../../configuration/bytes';
import { formatBytes } from '../../kubernetes/quantity';
import { Rule, rule, ruleForEach } from '../../validation/rule';

const ABSOLUTE = 'disk_free_limit.absolute';
const RELATIVE = 'disk_free_limit.relative';

/** When a broker stops taking messages for want of disk space: https://www.rabbitmq.com/docs/disk-alarms */
export const DISK_RULES: readonly Rule<ClusterSubject>[] = [
  ruleForEach({
    id: 'disk-limit-above-volume',
    severity: 'error',
    each: limits,
    when: (limit, { storage }) => !storage.ephemeral && limit >= storage.sizeBytes,
    message: (limit, subject) => `${statedOf(subject, ABSOLUTE)} (${formatBytes(limit)}), but storage.size is "${subject.storage.size}": the alarm would never clear, and publishers would stay blocked. Lower the limit or raise the size`,
  }),
  ruleForEach({
    id: 'disk-limit-low',
    severity: 'warning',
    each: limits,
    when: (limit, { memoryBudget }) => limit < memoryBudget.highWatermarkBytes,
    message: (limit, subject) => `${statedOf(subject, ABSOLUTE)} (${formatBytes(limit)}), less than the ${formatBytes(subject.memoryBudget.highWatermarkBytes)} at which the memory alarm fires: a broker that pages all of it to disk can fill the volume and stop. ${chosenOf(subject, ABSOLUTE) ? 'Remove it' : `Raise storage.size, which is "${subject.storage.size}"`}`,
  }),
  rule({
    id: 'disk-limit-twice',
    severity: 'warning',
    when: ({ configuration }) =>
      configuration.get(ABSOLUTE) !== undefined && configuration.chosen(RELATIVE) !== undefined,
    message: subject => `${statedOf(subject, ABSOLUTE)}, and ${statedOf(subject, RELATIVE)}: the broker uses the absolute one. Remove "${RELATIVE}", which is relative to memory, not to the size of the disk`,
  }),
];

/** The limit in bytes; none where a broker can't read it. */
function limits({ configuration, image }: ClusterSubject): number[] {
  const limit = parseBrokerBytes(configuration.get(ABSOLUTE) ?? '', image.version);
  return limit === undefined ? [] : [limit];
}
