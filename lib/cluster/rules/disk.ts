import { alarmBytes } from './memory';
import { bytesOf, chosenOf, statedOf } from './settings';
import { ClusterSubject } from './subject';
import { formatBytes } from '../../kubernetes/quantity';
import { Rule, rule } from '../../validation/rule';

const ABSOLUTE = 'disk_free_limit.absolute';
const RELATIVE = 'disk_free_limit.relative';

/** When a broker stops taking messages for want of disk space: https://www.rabbitmq.com/docs/disk-alarms */
export const DISK_RULES: readonly Rule<ClusterSubject>[] = [
  rule({
    id: 'disk-limit-above-volume',
    severity: 'error',
    when: subject => !subject.storage.ephemeral && limitBytes(subject) >= subject.storage.sizeBytes,
    message: subject => `${limit(subject)}, and storage.size is "${subject.storage.size}": the alarm would never go out, and nobody could publish; lower the limit or raise the size`,
  }),
  rule({
    id: 'disk-limit-low',
    severity: 'warning',
    when: subject => limitBytes(subject) < alarmBytes(subject),
    message: subject => `${limit(subject)}, less than the ${formatBytes(alarmBytes(subject))} at which the memory alarm goes off: a broker that writes all of it down can fill its disk and stop; ${chosenOf(subject, ABSOLUTE, RELATIVE) ? 'leave it out' : `raise storage.size, which is "${subject.storage.size}"`}`,
  }),
  rule({
    id: 'disk-limit-twice',
    severity: 'warning',
    when: ({ configuration }) => configuration.get(ABSOLUTE) !== undefined && configuration.chosen(RELATIVE) !== undefined,
    message: subject => `${statedOf(subject, ABSOLUTE)}, and ${statedOf(subject, RELATIVE)}: the broker takes the absolute one; leave "${RELATIVE}" out, which goes by memory and not by the disk's size`,
  }),
];

/** A share is one of memory, not of the disk. */
function limitBytes(subject: ClusterSubject): number {
  const available = bytesOf(subject, 'total_memory_available_override_value') ?? subject.memoryBudget.availableBytes;
  return bytesOf(subject, ABSOLUTE) ?? (subject.configuration.number(RELATIVE) ?? 0) * available;
}

function limit(subject: ClusterSubject): string {
  return `${statedOf(subject, ABSOLUTE, RELATIVE)} (${formatBytes(limitBytes(subject))})`;
}
