import { setTimeout as sleep } from 'node:timers/promises';
import { access } from '../support/access';
import type { Deployment } from '../support/deployment';

const INTERVAL_MS = 250;
const TIMEOUT_MS = 5_000;

/**
 * What clients of the Service see of the cluster: asks for its members again and again, each time over a new
 * connection.
 */
export class ClusterView {
  public static async open(deployment: Deployment): Promise<ClusterView> {
    const { host, port } = await access(deployment.namespace, deployment.name, 'management');
    const { username, password } = await deployment.amqp();
    return new ClusterView(`http://${host}:${port}/api/nodes`, `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`);
  }

  /** The different answers: the names of all members, sorted and joined. */
  public readonly memberships = new Set<string>();
  /** How often the cluster answered. */
  public answers = 0;
  private readonly ending = new AbortController();
  private readonly ended: Promise<void>;

  private constructor(private readonly url: string, private readonly authorization: string) {
    this.ended = this.run();
  }

  public async close(): Promise<void> {
    this.ending.abort();
    await this.ended;
  }

  private async run(): Promise<void> {
    while (!this.ending.signal.aborted) {
      const members = await this.members().catch(() => undefined);
      if (members !== undefined) {
        this.answers++;
        this.memberships.add(members.sort().join(' '));
      }
      await sleep(INTERVAL_MS, undefined, { signal: this.ending.signal }).catch(() => undefined);
    }
  }

  private async members(): Promise<string[] | undefined> {
    const response = await fetch(this.url, {
      headers: { authorization: this.authorization, connection: 'close' }, signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return response.ok ? (await response.json() as { name: string }[]).map(({ name }) => name.replace(/^rabbit@([^.]+).*$/, '$1')) : undefined;
  }
}
