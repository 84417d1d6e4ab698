import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
/** The folder of the chart. */
export const CHART = join(ROOT, 'chart');
const TIMEOUT_MS = 9 * 60_000;

/** The majors of helm that the chart is for. */
export const MAJORS = ['helm3', 'helm4'] as const;

let folder: string | undefined;

/** A release of the chart, changed by helm itself. */
export class Release {
  /** How many changes helm has recorded. */
  public revision = 0;
  private readonly program: string;

  /** @param chart another chart, such as one that depends on this one */
  public constructor(major: typeof MAJORS[number], private readonly namespace: string, private readonly name = 'mq', private readonly chart = CHART) {
    folder ??= execFileSync('bash', [join(ROOT, 'scripts/chart/get-helm.sh')], { encoding: 'utf8' }).trim();
    this.program = join(folder, major);
  }

  public async install(values: object): Promise<string> {
    this.revision = 1;
    return this.run(['install', this.name, this.chart, '--values', '-', '--wait', '--timeout', '8m'], values);
  }

  /** What helm would install, asked of the cluster and not done. */
  public async planned(values: object): Promise<string> {
    return this.run(['install', this.name, this.chart, '--values', '-', '--dry-run=server'], values);
  }

  /** The manifests as tools render them that apply them themselves, without asking the cluster. */
  public async rendered(values: object): Promise<string> {
    return this.run(['template', this.name, this.chart, '--values', '-', '--skip-tests'], values);
  }

  /** Puts the charts that a chart depends on into its folder. */
  public async fetchDependencies(): Promise<string> {
    return this.run(['dependency', 'update', this.chart]);
  }

  /** The values are all that the release has from then on. */
  public async upgrade(values: object): Promise<string> {
    this.revision += 1;
    return this.run(['upgrade', this.name, this.chart, '--values', '-', '--wait', '--timeout', '8m'], values);
  }

  public async test(): Promise<string> {
    return this.run(['test', this.name, '--logs', '--timeout', '8m']);
  }

  public async rollback(revision: number): Promise<string> {
    this.revision += 1;
    return this.run(['rollback', this.name, String(revision), '--wait', '--timeout', '8m']);
  }

  public async uninstall(): Promise<string> {
    return this.run(['uninstall', this.name, '--wait', '--timeout', '8m']);
  }

  private async run(args: readonly string[], values?: object): Promise<string> {
    return new Promise((resolve, reject) => {
      const child = execFile(this.program, ['--namespace', this.namespace, ...args], { timeout: TIMEOUT_MS, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
        if (error) {
          reject(new Error(`helm ${args[0]} ended with ${error.code ?? error.signal}: ${stderr.trim().slice(-3000)}`));
        } else {
          resolve(stdout);
        }
      });
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(JSON.stringify(values ?? {}));
    });
  }
}
