import { execFile } from 'node:child_process';

/** What makes a cluster's machines fail. */
type Fault = 'node-off' | 'node-on' | 'node-apart' | 'node-back' | 'api-off' | 'api-on' | 'dns-off' | 'dns-on';

/** Whether there is a program that makes machines fail. */
export const HAS_FAULTS = Boolean(process.env.E2E_FAULTS);

/**
 * Faults of the machines that Kubernetes runs on, by the program that E2E_FAULTS names: it is called with `node-off
 * NODE` and `node-on NODE` (its power), `node-apart NODE` and `node-back NODE` (its network), `api-off` and `api-on`,
 * `dns-off` and `dns-on`.
 */
export class Faults {
  private readonly undo: (() => Promise<void>)[] = [];

  /** Takes a node's power away. */
  public async nodeOff(node: string): Promise<void> {
    this.undo.push(() => run('node-on', node));
    await run('node-off', node);
  }

  /** Lets nobody reach a node, which goes on running. */
  public async nodeApart(node: string): Promise<void> {
    this.undo.push(() => run('node-back', node));
    await run('node-apart', node);
  }

  /** Has the API server answer nobody. */
  public async apiOff(): Promise<void> {
    this.undo.push(() => run('api-on'));
    await run('api-off');
  }

  /** Has the cluster's DNS answer nobody. */
  public async dnsOff(): Promise<void> {
    this.undo.push(() => run('dns-on'));
    await run('dns-off');
  }

  /** Ends all faults, the latest first. */
  public async end(): Promise<void> {
    for (let undo = this.undo.pop(); undo !== undefined; undo = this.undo.pop()) {
      await undo();
    }
  }
}

async function run(fault: Fault, ...args: readonly string[]): Promise<void> {
  const program = process.env.E2E_FAULTS;
  if (!program) {
    throw new Error('E2E_FAULTS names no program that makes machines fail');
  }
  await new Promise<void>((resolve, reject) => {
    execFile(program, [fault, ...args], { timeout: 120_000 }, (error, _, stderr) => {
      if (error) {
        reject(new Error(`${fault} ${args.join(' ')}: ${stderr.trim() || error.message}`));
      } else {
        resolve();
      }
    });
  });
}
