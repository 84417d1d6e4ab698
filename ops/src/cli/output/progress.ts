import type { LiveText } from './live';
import type { Style } from './style';
import { visible } from './visible';
import type { Progress } from '../../core/progress';

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 100;

/** Progress that ends: what is shown in place has to be taken off the screen. */
export interface ShownProgress extends Progress {
  /** The last step is done, or not. */
  end(succeeded: boolean): void;
  /** Shows nothing while `action` asks the user. */
  suspended<T>(action: () => Promise<T>): Promise<T>;
}

/** In a terminal: the current step with a spinner and its lines, in place; the ones that are done above. */
export class TerminalProgress implements ShownProgress {
  private current?: { readonly text: string; readonly since: number; lines: readonly string[] };
  private frame = 0;
  private isSuspended = false;
  private readonly timer: NodeJS.Timeout;

  public constructor(
    private readonly text: LiveText,
    private readonly style: Style,
    private readonly columns: () => number,
  ) {
    this.timer = setInterval(() => { this.draw(); }, FRAME_MS);
  }

  public step(text: string): void {
    this.finish(this.style.green('✔'));
    this.current = { text: visible(text), since: Date.now(), lines: [] };
    this.draw();
  }

  public live(lines: readonly string[]): void {
    if (this.current) {
      this.current.lines = lines.map(visible);
      this.draw();
    }
  }

  public warn(text: string): void {
    this.text.show(`${this.style.yellow('!')} ${visible(text)}`);
    this.text.keep();
    this.draw();
  }

  public end(succeeded: boolean): void {
    clearInterval(this.timer);
    this.finish(succeeded ? this.style.green('✔') : this.style.red('✘'), !succeeded);
  }

  public async suspended<T>(action: () => Promise<T>): Promise<T> {
    this.isSuspended = true;
    this.text.clear();
    try {
      return await action();
    } finally {
      this.isSuspended = false;
    }
  }

  private finish(mark: string, withLines = false): void {
    if (this.current) {
      const { text, since, lines } = this.current;
      this.text.show([`${mark} ${text} ${this.style.dim(seconds(since))}`, ...withLines ? this.indented(lines) : []].join('\n'));
      this.text.keep();
      this.current = undefined;
    }
  }

  private draw(): void {
    if (this.current && !this.isSuspended) {
      const { text, since, lines } = this.current;
      this.frame = (this.frame + 1) % FRAMES.length;
      this.text.show([`${this.style.cyan(FRAMES[this.frame])} ${text} ${this.style.dim(seconds(since))}`, ...this.indented(lines)].join('\n'));
    }
  }

  private indented(lines: readonly string[]): string[] {
    return lines.map(line => `  ${line}`.slice(0, Math.max(20, this.columns() - 1)));
  }
}

/** Elsewhere: a line for each step, and for each of its lines that says something new. */
export class PlainProgress implements ShownProgress {
  private said = new Set<string>();

  public constructor(private readonly print: (line: string) => void) {}

  public step(text: string): void {
    this.said = new Set();
    this.print(text);
  }

  public live(lines: readonly string[]): void {
    for (const line of lines.filter(candidate => !this.said.has(withoutSeconds(candidate)))) {
      this.said.add(withoutSeconds(line));
      this.print(`  ${line}`);
    }
  }

  public warn(text: string): void {
    this.print(`warning: ${text}`);
  }

  public end(): void {
    this.said = new Set();
  }

  public async suspended<T>(action: () => Promise<T>): Promise<T> {
    return action();
  }
}

/** A countdown is one line, not one for each second. */
function withoutSeconds(line: string): string {
  return line.replace(/\b\d+ s\b/g, 's');
}

function seconds(since: number): string {
  return `${Math.round((Date.now() - since) / 1000)} s`;
}
