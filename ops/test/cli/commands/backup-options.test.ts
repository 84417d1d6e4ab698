import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openedBy } from '../../../src/cli/commands/backup-options';
import { RequestError } from '../../../src/core/errors';
import type { CommandContext } from '../../../src/cli/commands/command';

const CURRENT = 'a'.repeat(64);
const OLD = 'b'.repeat(64);
const DEFAULTS = { allowUnencrypted: false, maxSize: 256 };

const encoded = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Buffer.from(value).toString('base64')]));

/** A namespace with these Secrets; reading any other fails with a status. */
function contextOf(secrets: Record<string, Record<string, string>>, status = 404): CommandContext {
  const readNamespacedSecret = ({ name }: { name: string }): Promise<object> =>
    secrets[name] ? Promise.resolve({ data: encoded(secrets[name]) }) : Promise.reject(new RequestError('no', status, ''));
  return { cluster: { namespace: 'shop', name: 'orders' }, connect: () => Promise.resolve({ core: { readNamespacedSecret } }) } as unknown as CommandContext;
}

const hex = (keys: readonly (Buffer | undefined)[] = []): (string | undefined)[] => keys.map(key => key?.toString('hex'));

describe('the keys of backups', () => {
  test('are those of the Secret that the cluster created for them, unless another place is named', async () => {
    const secrets = { 'orders-backup-key': { key: CURRENT, before: OLD }, mine: { aes: OLD } };
    const opened = await openedBy(contextOf(secrets), DEFAULTS);
    expect(hex([opened.key, ...opened.oldKeys ?? []])).toEqual([CURRENT, OLD]);
    expect(hex([(await openedBy(contextOf(secrets), { ...DEFAULTS, keySecret: 'mine/aes' })).key])).toEqual([OLD]);
  });

  test.each([404, 403])('are none if that Secret answers %d', async (status) => {
    expect((await openedBy(contextOf({}, status), DEFAULTS)).key).toBeUndefined();
  });

  test('are required where a Secret is named', async () => {
    await expect(openedBy(contextOf({}), { ...DEFAULTS, keySecret: 'mine' })).rejects.toMatchObject({ status: 404 });
  });

  test('fail to be read for any other reason', async () => {
    await expect(openedBy(contextOf({}, 500), DEFAULTS)).rejects.toMatchObject({ status: 500 });
  });

  test('of a file are the first line, and older ones below', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'keys-')), 'keys');
    writeFileSync(file, `${CURRENT}\n${OLD}\n`);
    const opened = await openedBy(contextOf({}), { ...DEFAULTS, keyFile: file });
    expect(hex([opened.key, ...opened.oldKeys ?? []])).toEqual([CURRENT, OLD]);
  });
});
