import { counted } from '../../core/counted';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { command } from './command';
import { UsageError, messageOf } from '../../core/errors';
import { operate } from '../../operation/operation';
import { bundleOf, type BundleFile } from '../../support-bundle/bundle';

const TIMEOUT_MS = 600_000;

/** Collects what support needs. */
export const supportBundle = command({
  usage: 'support-bundle',
  onCluster: true,
  summary: 'Collect logs, objects and diagnostics, without secrets',
  limit: TIMEOUT_MS,
  examples: [['support-bundle -n shop -c orders --out orders-bundle', 'write them to a folder']],
  options: { out: { type: 'string', describe: 'Folder to write [default: CLUSTER-support-TIME]' } },
  rights: [
    { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['get'] },
    { resources: ['pods', 'persistentvolumeclaims', 'events'], verbs: ['list'] },
    { resources: ['services', 'configmaps'], verbs: ['list'], optional: true },
    { apiGroup: 'policy', resources: ['poddisruptionbudgets'], verbs: ['list'], optional: true },
    { apiGroup: 'autoscaling', resources: ['horizontalpodautoscalers'], verbs: ['list'], optional: true },
    { resources: ['pods/log'], verbs: ['get'], optional: true },
    { resources: ['pods/exec'], verbs: ['create', 'get'], optional: true },
  ],
  async run(context, { out }) {
    const { cluster, output } = context;
    const folder = out ?? `${cluster.name}-support-${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}`;
    const connection = await context.connect();
    const files = await context.operate(options => operate(connection, options, { name: 'support-bundle', timeoutMs: TIMEOUT_MS }, operation => bundleOf(operation, cluster)));
    await write(folder, files);
    output.show({ folder, files: files.map(({ path }) => path) }, ({ files: written }, { green }) =>
      `${green('✔')} ${folder}: ${counted(written.length, 'file')}, without Secrets and with passwords redacted. Check them before you share them`);
    return undefined;
  },
});

async function write(folder: string, files: readonly BundleFile[]): Promise<void> {
  try {
    for (const { path, text } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text, { mode: 0o600 });
    }
  } catch (error) {
    throw new UsageError(`${folder} can't be written: ${messageOf(error)}`);
  }
}
