import { execFile, execFileSync } from 'child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { Manifest } from '../values';

/** The chart that is proven; another one for experiments. */
const CHART = process.env.CHART ?? join(__dirname, '../../../chart');
const KUBERNETES = '1.34.0';
export const NAMESPACE = 'messaging';

/** `helm template` leaves out the notes: an object shows what they say about values. */
const NOTES = '{{- include "rabbitmq.complete" . -}}\nkind: Notes\nwarnings: {{ include "rabbitmq.warnings" . }}\ncorrections: {{ include "rabbitmq.corrections" . }}\n';

/** What `helm template` makes of values. */
export interface Rendered {
  readonly manifests: readonly Manifest[];
  readonly warnings: readonly string[];
  readonly corrections: readonly string[];
}

/** A version of helm with a copy of the chart. */
export class Helm {
  public readonly version: string;
  private readonly folder = mkdtempSync(join(tmpdir(), 'chart-'));
  private files = 0;

  public constructor(private readonly executable: string) {
    this.version = execFileSync(executable, ['version', '--short'], { encoding: 'utf8' }).trim();
    cpSync(CHART, join(this.folder, 'chart'), { recursive: true });
    writeFileSync(join(this.folder, 'chart/templates/notes.yaml'), NOTES);
  }

  /** Reads YAML as Kubernetes does, by version 1.1. @throws what helm prints to stderr */
  public async template(values: object, namespace = NAMESPACE): Promise<Rendered> {
    const file = join(this.folder, `values-${this.files++}.json`);
    // without the end of the line, Helm 4 reads nothing of a line of 4096 bytes
    writeFileSync(file, `${JSON.stringify(values)}\n`);
    const text = await this.run(['template', 'release', join(this.folder, 'chart'), '--namespace', namespace, '--values', file, '--kube-version', KUBERNETES, '--skip-tests']);
    const objects = parseAllDocuments(text, { version: '1.1' }).map(document => document.toJS() as Manifest & Pick<Rendered, 'warnings' | 'corrections'> | null).filter(object => object !== null);
    const notes = objects.find(({ kind }) => kind === 'Notes');
    return {
      manifests: objects.filter(({ kind }) => kind !== 'Notes'),
      warnings: notes?.warnings ?? [],
      corrections: notes?.corrections ?? [],
    };
  }

  public close(): void {
    rmSync(this.folder, { recursive: true });
  }

  private run(args: readonly string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      execFile(this.executable, args, { encoding: 'utf8', maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
        if (error) {
          reject(new Error(stderr));
        } else {
          resolve(stdout);
        }
      });
    });
  }
}
