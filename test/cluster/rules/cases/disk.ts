import { Case, raw } from '../check';

const AVAILABLE = 'total_memory_available_override_value';

export const DISK_CASES: readonly Case[] = [
  {
    id: 'disk-limit-above-volume', rule: 43,
    outside: { ...raw({ 'disk_free_limit.absolute': '10Gi' }), storage: { size: '10Gi' } },
    says: /^configuration\.raw "disk_free_limit\.absolute" is 10Gi \(10 GiB\), but storage\.size is "10Gi": the alarm/,
    inside: { ...raw({ 'disk_free_limit.absolute': '9Gi' }), storage: { size: '10Gi' } },
  },
  {
    id: 'disk-limit-above-volume', rule: 43, about: 'by the typed prop',
    outside: { configuration: { disk: { freeLimit: '11Gi' } } }, says: /^configuration\.disk\.freeLimit is 11811160064 \(11 GiB\)/,
    inside: { configuration: { disk: { freeLimit: '11Gi' } }, storage: { size: '12Gi' } },
  },
  {
    id: 'disk-limit-low', rule: 41, about: 'the broker\'s own 50MB',
    outside: raw({ 'disk_free_limit.absolute': '50MB' }),
    says: /^configuration\.raw "disk_free_limit\.absolute" is 50MB \(47\.7 MiB\), less than .*and stop\. Remove it$/,
    inside: raw({ 'disk_free_limit.absolute': '2Gi' }),
  },
  {
    id: 'disk-limit-low', rule: 42,
    outside: raw({ 'disk_free_limit.absolute': '1030792149' }),
    says: /^configuration\.raw "disk_free_limit\.absolute" is 1030792149 \(983 MiB\), less than .*and stop\. Remove it$/,
    inside: raw({ 'disk_free_limit.absolute': '1030792150' }),
  },
  {
    id: 'disk-limit-low', rule: 42, about: 'by a small volume',
    outside: { storage: { size: '3Gi' } },
    says: /^rabbitmq\.conf "disk_free_limit\.absolute" is 805306368 \(768 MiB\), less than .*storage\.size, which is "3Gi"$/,
    inside: { storage: { size: '4Gi' } },
  },
  {
    id: 'disk-limit-twice', rule: 45,
    outside: raw({ 'disk_free_limit.absolute': '2Gi', 'disk_free_limit.relative': '1.0' }),
    says: /^configuration\.raw "disk_free_limit\.absolute" is 2Gi, and configuration\.raw "disk_free_limit\.relative" is 1\.0: the broker uses/,
    inside: raw({ 'disk_free_limit.absolute': '2Gi' }),
  },
  {
    id: 'disk-limit-low', rule: 42, about: 'with less available memory',
    outside: raw({ [AVAILABLE]: '2Gi', 'disk_free_limit.absolute': '1228Mi' }),
    says: /less than the 1\.2 GiB/,
    inside: raw({ [AVAILABLE]: '1Gi', 'disk_free_limit.absolute': '1228Mi', 'quorum_queue.wal_max_size_bytes': '67108864' }),
  },
];
