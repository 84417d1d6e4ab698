import { MEMORIES } from './features';
import { imageReference, Values } from './values';
import { memoryBudget } from '../../lib/rabbitmq/memory-budget';
import { checksum } from '../../lib/kubernetes/checksum';
import { parseQuantity } from '../../lib/kubernetes/quantity';

export const NAMESPACE = 'zznamespace';
export const NAME = 'zzname';

/** Opens and closes an expression of a template within a text, until it is written. */
export const OPEN = '\u27e6';
export const CLOSE = '\u27e7';

/** Text that stands in the library's objects for what a template fills in. Longer ones go first. */
export function slotsOf(values: Values): [text: string, expression: string][] {
  const limit = parseQuantity(String(values.resources.limits.memory)) ?? 0;
  const budget = memoryBudget(limit);
  const mebibyte = 2 ** 20;
  const disk = Math.floor(Math.min(limit, (parseQuantity(String(values.persistence.size)) ?? 0) / 4) / mebibyte) * mebibyte;
  const wal = Math.max(Math.floor(budget.highWatermarkBytes / 3 / (16 * mebibyte)) * 16 * mebibyte, 64 * mebibyte);
  const connections = Math.max(100, Math.floor(budget.highWatermarkBytes / 4 / (100 * 1024) / 100) * 100);
  const messages = Math.max(10_000, Math.floor(budget.highWatermarkBytes / 10 / 1024 / 1000) * 1000);
  const { image, resources, persistence, credentials, tls, ingress, serviceMonitor, backup } = values;
  const { volume, claim, s3 } = backup.destination;
  const slots: Record<string, string> = {
    [`rabbitmq-${checksum([NAMESPACE, NAME], 12)}`]: '$c.dashboardUid',
    [imageReference(values)]: '$c.image',
    [NAMESPACE]: '$c.namespace',
    [NAME]: '$c.name',
    [/^[\d.]+/.exec(image.tag)?.[0] ?? '']: '$c.version',
    [resources.requests.cpu]: '$c.cpuRequest',
    [resources.limits.cpu]: '$c.cpuLimit',
    [resources.requests.memory]: '$c.memoryRequest',
    [resources.limits.memory]: '$c.memoryLimit',
    [persistence.size]: '$c.storageSize',
    [persistence.storageClass]: '$c.storageClass',
    [credentials.username]: '$c.administrator',
    [credentials.existingSecret]: '$c.credentialsSecret',
    [credentials.usernameKey]: '$c.usernameKey',
    [credentials.passwordKey]: '$c.passwordKey',
    [credentials.existingErlangCookieSecret]: '$c.cookieSecret',
    [credentials.erlangCookieKey]: '$c.cookieKey',
    [tls.existingSecret]: '$c.tlsSecret',
    [tls.issuer]: '$c.tlsIssuer',
    [tls.issuerKind]: '$c.tlsIssuerKind',
    [ingress.host]: '$c.ingressHost',
    [ingress.className]: '$c.ingressClass',
    [ingress.tls.existingSecret]: '$c.ingressSecret',
    [ingress.tls.issuer]: '$c.ingressIssuer',
    [ingress.tls.clusterIssuer]: '$c.ingressClusterIssuer',
    [serviceMonitor.interval]: '$c.interval',
    [serviceMonitor.path]: '$c.metricsPath',
    [backup.schedule]: '$c.backupSchedule',
    [backup.timeZone]: '$c.backupTimeZone',
    [String(backup.keep)]: '$c.backupKeep',
    [backup.credentials]: '$c.backupCredentials',
    [backup.encryption.secret]: '$c.backupKeySecret',
    [backup.encryption.key]: '$c.backupKey',
    [volume.size]: '$c.backupSize',
    [volume.storageClass]: '$c.backupStorageClass',
    [volume.accessMode]: '$c.backupAccessMode',
    [claim.name]: '$c.backupClaim',
    [claim.folder]: '$c.backupFolder',
    [`${s3.endpoint}/${s3.bucket}`]: '$c.backupUrl',
    [new URL(s3.endpoint).port]: '$c.backupPort',
    [s3.credentials]: '$c.storageCredentials',
    [s3.accessKeyIdKey]: '$c.accessKeyIdKey',
    [s3.secretAccessKeyKey]: '$c.secretAccessKeyKey',
    [s3.region]: '$c.backupRegion',
    [s3.prefix]: '$c.backupPrefix',
    [s3.authority.secret]: '$c.storageAuthority',
    [s3.authority.key]: '$c.storageAuthorityKey',
    [String(budget.limitBytes)]: '$c.limitBytes',
    [String(budget.availableBytes)]: '$c.availableBytes',
    [String(budget.highWatermarkBytes)]: '$c.highWatermarkBytes',
    [String(disk)]: '$c.diskFreeLimit',
    [String(Math.floor(budget.highWatermarkBytes * 67 / 100))]: '$c.targetMemoryBytes',
    [String(connections)]: '$c.connections',
    [String(4 * connections)]: '$c.channels',
    [String(messages)]: '$c.messages',
    [String(messages / 10)]: '$c.tenthOfMessages',
    ...(values.resources.limits.memory !== MEMORIES[0] && { [String(wal)]: '$c.walBytes' }),
  };
  return Object.entries(slots).filter(([text]) => text !== '').sort(([a], [b]) => b.length - a.length);
}

/** A text with expressions in place of what a template fills in. */
export function withSlots(text: string, slots: readonly (readonly [string, string])[]): string {
  let result = text;
  for (const [slot, expression] of slots) {
    const expected = /^\d+$/.test(slot) ? new RegExp(`(?<![\\d.])${slot}(?!\\d)`, 'g') : slot;
    result = result.replaceAll(expected, `${OPEN}${expression}${CLOSE}`);
  }
  return result;
}
