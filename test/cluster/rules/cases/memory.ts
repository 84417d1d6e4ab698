import { JsonPatch } from 'cdk8s';
import { RabbitMQVersion } from '../../../../lib';
import { BROKER, Case, patched, raw } from '../check';

const ABSOLUTE = 'vm_memory_high_watermark.absolute';
const RELATIVE = 'vm_memory_high_watermark.relative';
const AVAILABLE = 'total_memory_available_override_value';
const large = { cpuRequest: '4', cpuLimit: '4', memoryLimit: '4Gi' };

export const MEMORY_CASES: readonly Case[] = [
  {
    id: 'memory-limit-missing', rule: 32,
    outside: patched(JsonPatch.remove(`${BROKER}/resources/limits/memory`)), says: /^the broker container has no memory limit: it can use all memory/,
    inside: patched(JsonPatch.replace(`${BROKER}/resources/limits/memory`, '3Gi')),
  },
  {
    id: 'memory-override-above-limit', rule: 33,
    outside: raw({ [AVAILABLE]: '2147483649' }),
    says: /^configuration\.raw "total_memory_available_override_value" is 2147483649, more than the container's limit of 2 GiB/,
    inside: raw({ [AVAILABLE]: '2147483648' }),
  },
  {
    id: 'memory-override-above-limit', rule: 33, about: 'lowered by a patch',
    outside: patched(JsonPatch.replace(`${BROKER}/resources/limits/memory`, '1Gi')),
    says: /^rabbitmq\.conf "total_memory_available_override_value" is 1717986918, more than .* 1 GiB/,
    inside: patched(...['limits', 'requests'].map(group => JsonPatch.replace(`${BROKER}/resources/${group}/memory`, '1717986918'))),
  },
  {
    id: 'watermark-above-limit', rule: 34,
    outside: raw({ [ABSOLUTE]: '2Gi' }),
    says: /^configuration\.raw "vm_memory_high_watermark\.absolute" is 2Gi: the alarm would fire at 2 GiB, but/,
    inside: raw({ [ABSOLUTE]: '1400Mi' }),
  },
  {
    id: 'watermark-high', rule: 34,
    outside: raw({ [ABSOLUTE]: '1434Mi' }),
    says: /^configuration\.raw "vm_memory_high_watermark\.absolute" is 1434Mi: the alarm would fire at 1\.4 GiB, more/,
    inside: raw({ [ABSOLUTE]: '1433Mi' }),
  },
  {
    id: 'watermark-unusual', rule: 35,
    outside: { configuration: { memory: { highWatermark: 0.71 } } }, says: /^configuration\.memory\.highWatermark is 0\.71: .*0\.4 to 0\.7/,
    inside: { configuration: { memory: { highWatermark: 0.7 } } },
  },
  {
    id: 'watermark-unusual', rule: 35,
    outside: raw({ [RELATIVE]: '0.39' }),
    says: /^configuration\.raw "vm_memory_high_watermark\.relative" is 0\.39/,
    inside: raw({ [RELATIVE]: '0.4' }),
  },
  {
    id: 'memory-free-short', rule: 36, about: 'of 128Mi, with the arithmetic',
    outside: { resources: { memoryLimit: '128Mi' } },
    says: /^resources\.memoryLimit is "128Mi", too small: of 128 MiB, .*to 493Mi or more$/,
    inside: { resources: { memoryLimit: '493Mi' } },
  },
  {
    id: 'memory-free-short', rule: 36,
    outside: { resources: { memoryLimit: '492Mi' } },
    says: /^resources\.memoryLimit is "492Mi", too small: of 492 MiB, .*to 493Mi or more$/,
    inside: { resources: { memoryLimit: '493Mi' } },
  },
  {
    id: 'memory-free-short', rule: 36, about: 'by an absolute watermark',
    outside: { ...raw({ [ABSOLUTE]: '769Mi' }), resources: { memoryLimit: '1Gi' } },
    says: /^resources\.memoryLimit is "1Gi", too small: of 1 GiB, .*or lower the watermark$/,
    inside: { ...raw({ [ABSOLUTE]: '768Mi' }), resources: { memoryLimit: '1Gi' } },
  },
  {
    id: 'watermark-twice', rule: 45,
    outside: raw({ [ABSOLUTE]: '1Gi', [RELATIVE]: '0.5' }),
    says: /^configuration\.raw "vm_memory_high_watermark\.absolute" is 1Gi, and configuration\.raw "vm_memory_high_watermark\.relative" is 0\.5: the broker uses/,
    inside: raw({ [ABSOLUTE]: '1Gi' }),
  },
  {
    id: 'wal-large', rule: 37,
    outside: raw({ 'quorum_queue.wal_max_size_bytes': '343597384' }),
    says: /^configuration\.raw "quorum_queue\.wal_max_size_bytes" is 343597384: the write-ahead log of quorum queues needs 3/,
    inside: raw({ 'quorum_queue.wal_max_size_bytes': '343597383' }),
  },
  {
    id: 'wal-large', rule: 37, about: 'before 4.3',
    outside: { version: RabbitMQVersion.V4_2, ...raw({ 'raft.wal_max_size_bytes': '536870912' }) },
    says: /"raft\.wal_max_size_bytes" is 536870912/,
    inside: { version: RabbitMQVersion.V4_2, ...raw({ 'raft.wal_max_size_bytes': '67108864' }) },
  },
  {
    id: 'memory-request-below-limit', rule: 38,
    outside: { resources: { memoryRequest: '2047Mi', memoryLimit: '2Gi' } },
    says: /^resources\.memoryRequest is "2047Mi", below resources\.memoryLimit "2Gi"/,
    inside: { resources: { memoryRequest: '2048Mi', memoryLimit: '2Gi' } },
  },
  {
    id: 'memory-small', rule: 40,
    outside: { production: true, resources: { memoryLimit: '4095Mi' } }, says: /^resources\.memoryLimit is "4095Mi" in production: the RabbitMQ team recommends 4Gi or more/,
    inside: { production: true, resources: { memoryLimit: '4Gi' } },
  },
  { id: 'memory-small', rule: 40, about: 'outside production', outside: { production: true }, says: /"2Gi"/, inside: {} },
  {
    id: 'cpu-single', rule: 39,
    outside: { production: true, resources: { cpuLimit: '1900m' } },
    says: /^resources\.cpuLimit is "1900m" in production/,
    inside: { production: true, resources: { cpuLimit: '2' } },
  },
  {
    id: 'cpu-few', rule: 39,
    outside: { production: true, resources: { ...large, cpuRequest: '3900m' } },
    says: /^resources\.cpuRequest is "3900m" in production: the RabbitMQ team recommends 4 cores or/,
    inside: { production: true, resources: large },
  },
  {
    id: 'wal-large', rule: 37, about: 'with less available memory',
    outside: raw({ [AVAILABLE]: '319Mi' }),
    says: /^rabbitmq\.conf "quorum_queue\.wal_max_size_bytes" is 67108864: the write-ahead log of quorum queues needs 3/,
    inside: raw({ [AVAILABLE]: '320Mi' }),
  },
  {
    id: 'memory-free-short', rule: 36, about: 'with more available memory',
    outside: { ...raw({ [AVAILABLE]: '512Mi' }), resources: { memoryLimit: '512Mi' } },
    says: /^resources\.memoryLimit is "512Mi", too small: of 512 MiB, .*or lower the watermark$/,
    inside: { resources: { memoryLimit: '512Mi' } },
  },
];
