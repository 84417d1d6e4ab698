import { eventually } from '../support/eventually';
import { kubectl } from '../support/kubectl';
import { batch, core } from '../support/kubernetes';

/**
 * Runs a CronJob's Job now, and waits until it is done; throws with the log of its last pod where it fails for good.
 */
export async function runNow(namespace: string, cronJob: string, job: string): Promise<string> {
  await kubectl(['create', 'job', '-n', namespace, `--from=cronjob/${cronJob}`, job]);
  const { status } = await eventually(`Job ${job} has ended`, 180_000, () => batch.readNamespacedJob({ namespace, name: job }),
    ({ status: state }) => (state?.conditions ?? []).some(({ type, status: is }) => (type === 'Complete' || type === 'Failed') && is === 'True'));
  const text = await logOf(namespace, job);
  if (!status?.succeeded) {
    throw new Error(text);
  }
  return text;
}

/** The log of a Job's pods. */
export async function logOf(namespace: string, job: string): Promise<string> {
  const { items } = await core.listNamespacedPod({ namespace, labelSelector: `batch.kubernetes.io/job-name=${job}` });
  return (await Promise.all(items.map(({ metadata }) => core.readNamespacedPodLog({ namespace, name: metadata!.name! })))).join('');
}
