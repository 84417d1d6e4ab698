import { existsSync, readdirSync, readFileSync } from 'fs';
import { dirname, join } from 'path';

/** Programs by the names of their files. */
export type Programs = Record<string, string>;

const INCLUDE = /^-include\("([^"]+)"\)\.$/gm;

/** The folder `erlang` of this package, which is above `lib` in a checkout and above `dist/lib` once installed. */
function folder(): string {
  let root = __dirname;
  while (!existsSync(join(root, 'package.json'))) {
    root = dirname(root);
  }
  return join(root, 'erlang');
}

function read(kind: string, file: string): string {
  return readFileSync(join(folder(), kind, file), 'utf8');
}

function merge(all: readonly Programs[]): Programs {
  return Object.fromEntries(all.flatMap(programs => Object.entries(programs)));
}

/**
 * A program and the files that it includes. They belong in one folder, as Erlang looks for included files
 * beside a program.
 */
function withIncludes(kind: string, file: string): Programs {
  const text = read(kind, file);
  return { [file]: text, ...merge([...text.matchAll(INCLUDE)].map(([, name]) => withIncludes('include', name))) };
}

/**
 * An escript from `erlang/escript` and the files that it includes.
 *
 * @throws if there is no such escript
 */
export function readEscript(name: string): Programs {
  return withIncludes('escript', `${name}.escript`);
}

/** The Erlang modules of `erlang/src` whose names start with a prefix, and the files that they include. */
export function readModules(prefix: string): Programs {
  const files = readdirSync(join(folder(), 'src')).filter(file => file.startsWith(prefix) && file.endsWith('.erl')).sort();
  return merge(files.map(file => withIncludes('src', file)));
}

/**
 * A file from `erlang/eval`: expressions that a running broker evaluates.
 *
 * @throws if there is no such file
 */
export function readExpressions(name: string): Programs {
  return { [`${name}.eval`]: read('eval', `${name}.eval`) };
}
