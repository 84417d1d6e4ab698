import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** A block of code in a page, with the comment before it. */
export interface Block {
  /** Its page and line: `docs/tutorial.md:12`. */
  readonly place: string;
  /** The nearest heading above it. */
  readonly heading: string;
  readonly language: string;
  readonly code: string;
  /** The test that runs it, from the repository's root: `<!-- run by test/… -->`. */
  readonly runBy?: string;
  /** Why no test runs it: `<!-- not run: … -->`. */
  readonly notRun?: string;
  /** The file whose content it is: `<!-- file main.ts -->`. */
  readonly file?: string;
}

/** The pages for users, from the repository's root. */
export function pages(): string[] {
  const docs = (readdirSync(join(ROOT, 'docs'), { recursive: true }) as string[]).filter(name => name.endsWith('.md') && !name.startsWith('reference/'));
  return ['README.md', 'CONTRIBUTING.md', ...docs.map(name => `docs/${name}`)].sort();
}

/** The blocks of a page, in order. */
export function blocksOf(page: string): Block[] {
  const blocks: Block[] = [];
  let heading = '';
  let comment = '';
  let open: { language: string; lines: string[]; line: number; indent: number } | undefined;
  readFileSync(join(ROOT, page), 'utf8').split('\n').forEach((line, index) => {
    const fence = /^( *)```(\w*)/.exec(line);
    if (open && fence) {
      blocks.push({ place: `${page}:${open.line}`, heading, language: open.language, code: open.lines.join('\n'), ...marks(comment) });
      open = undefined;
      comment = '';
    } else if (open) {
      open.lines.push(line.slice(open.indent));
    } else if (fence) {
      open = { language: fence[2], lines: [], line: index + 1, indent: fence[1].length };
    } else if (line.trimStart().startsWith('<!-- ')) {
      comment = line.trim();
    } else if (line.trim() !== '') {
      comment = '';
      heading = /^#+ (.*)/.exec(line)?.[1] ?? heading;
    }
  });
  return blocks;
}

function marks(comment: string): Pick<Block, 'runBy' | 'notRun' | 'file'> {
  return {
    runBy: /^<!-- run by ([^\s:]+)/.exec(comment)?.[1],
    notRun: /^<!-- not run: (.+) -->/.exec(comment)?.[1],
    file: /^<!-- file (\S+) -->/.exec(comment)?.[1],
  };
}
