import { liveText } from './live';
import { PlainProgress, type ShownProgress, TerminalProgress } from './progress';
import { type Style, styleFor } from './style';
import { visible, visibleIn, visibleJson, visibleWithStyle } from './visible';
import { wrapped } from './wrap';
import { writeYaml } from '../../core/yaml';

export const OUTPUT_FORMATS = ['table', 'json', 'yaml'] as const;

/** How results are printed. */
export type OutputFormat = typeof OUTPUT_FORMATS[number];

/** Where results and all else go. */
export interface Streams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** A value of several, the last one that was had; and why there is no newer one. */
export interface Seen<T> {
  readonly value: T;
  readonly trouble?: string;
}

/** Results go to the standard output in the format that was asked for, all else to the standard error. */
export class Output {
  public readonly style: Style;
  private readonly errorStyle: Style;

  public constructor(public readonly format: OutputFormat, private readonly streams: Streams, colours = true) {
    this.style = styleFor(streams.stdout, colours);
    this.errorStyle = styleFor(streams.stderr, colours);
  }

  /** A result: as it is to programs, as `text` makes it to people. */
  public show<T>(value: T, text: (value: T, style: Style) => string): void {
    this.print(this.fitting(this.rendered(value, text)));
  }

  /** A result of several to come: as JSON a line of its own. */
  public line<T>(value: T, text: (value: T, style: Style) => string): void {
    this.print(this.format === 'json' ? visibleJson(JSON.stringify(value)) : this.rendered(value, text));
  }

  /** A result that is a document of several lines. */
  public document<T>(value: T, text: (value: T, style: Style) => string): void {
    this.print(this.format === 'table' ? text(value, this.style) : this.rendered(value, text));
  }

  /** Text for people, beside the result. */
  public note(text: string): void {
    this.streams.stderr.write(`${visibleWithStyle(text)}\n`);
  }

  /** A value for people, beside the result. */
  public noteOf<T>(value: T, text: (value: T, style: Style) => string): void {
    this.note(text(visibleIn(value), this.style));
  }

  /** A line or more of the standard output. */
  public print(text: string): void {
    const shown = visibleWithStyle(text);
    this.streams.stdout.write(shown.endsWith('\n') ? shown : `${shown}\n`);
  }

  /** An error: as JSON where results are JSON. */
  public fail(text: string, state?: string, code?: number): void {
    if (this.format === 'json') {
      this.note(JSON.stringify({ error: { code, message: text, state } }));
      return;
    }
    const { red, dim } = this.errorStyle;
    this.note(`${red('error:')} ${text}`);
    if (state !== undefined) {
      this.note(`${dim('state:')} ${state}`);
    }
  }

  /** In a terminal in place, line by line elsewhere. */
  public async progress(): Promise<ShownProgress> {
    const { stderr } = this.streams;
    return stderr.isTTY
      ? new TerminalProgress(await liveText(stderr), this.errorStyle, () => stderr.columns || 80)
      : new PlainProgress((line) => { this.note(line); });
  }

  /**
   * Shows each value as it comes: in a terminal in place of the former one, with what is the trouble; elsewhere one
   * after the other.
   */
  public async showEach<T>(values: AsyncIterable<Seen<T>>, text: (value: T, style: Style) => string): Promise<void> {
    const live = this.format === 'table' && this.streams.stdout.isTTY ? await liveText(this.streams.stdout) : undefined;
    try {
      for await (const { value, trouble } of values) {
        if (live) {
          const shown = [text(visibleIn(value), this.style), ...trouble === undefined ? [] : [`${this.style.yellow('!')} as it was: ${visible(trouble)}`]].join('\n\n');
          live.show(fitRows(this.fitting(shown), this.streams.stdout.rows));
        } else if (trouble === undefined) {
          this.line(value, text);
        } else {
          this.note(`warning: ${trouble}`);
        }
      }
    } finally {
      live?.keep();
    }
  }

  /** Pipes, files and documents for programs keep their lines. */
  private fitting(text: string): string {
    const { isTTY, columns } = this.streams.stdout;
    return this.format === 'table' && isTTY && columns ? wrapped(text, columns) : text;
  }

  private rendered<T>(value: T, text: (value: T, style: Style) => string): string {
    switch (this.format) {
      case 'json': return visibleJson(JSON.stringify(value, undefined, 2));
      case 'yaml': return `---\n${writeYaml(value)}`;
      case 'table': return text(visibleIn(value), this.style);
    }
  }
}

/** The head of a text in a terminal of so many rows; undefined for no terminal. */
export function fitRows(text: string, rows: number | undefined): string {
  const lines = text.split('\n');
  return rows === undefined || lines.length < rows ? text : [...lines.slice(0, Math.max(1, rows - 2)), `… ${lines.length - Math.max(1, rows - 2)} more lines`].join('\n');
}
