import { LineCounter, parse, parseAllDocuments, stringify, YAMLError } from 'yaml';
import { messageOf, UsageError } from './errors';

/** YAML as kubectl and helm read it: a bare `on`, `no` or `1_000` is not a string. */
export function writeYaml(value: unknown): string {
  return stringify(value, { version: '1.1' });
}

/** What YAML 1.1 has and helm doesn't. */
const NOT_OF_HELM = ({ tag, format }: { tag: string; format?: string }): boolean => tag === 'tag:yaml.org,2002:timestamp' || format === 'TIME';

/**
 * A values file as helm reads it.
 *
 * @throws UsageError that shows nothing of the text, in which passwords may be
 */
export function readValuesYaml(text: string, file: string): unknown {
  const lineCounter = new LineCounter();
  try {
    return parse(text, {
      version: '1.1',
      prettyErrors: false,
      lineCounter,
      customTags: tags => tags.filter(tag => typeof tag === 'string' || !NOT_OF_HELM(tag)),
    }) ?? {};
  } catch (error) {
    throw new UsageError(`${file} is no YAML: ${error instanceof YAMLError ? `${error.code} in line ${lineCounter.linePos(error.pos[0]).line}` : messageOf(error)}`);
  }
}

/**
 * All documents of a file as kubectl and helm read them, without empty ones.
 *
 * @throws UsageError that shows nothing of the text, in which passwords may be
 */
export function readYamlDocuments(text: string, file: string): unknown[] {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, {
    version: '1.1',
    prettyErrors: false,
    lineCounter,
    customTags: tags => tags.filter(tag => typeof tag === 'string' || !NOT_OF_HELM(tag)),
  });
  const all = 'empty' in documents ? [] : documents;
  const error = all.flatMap(({ errors }) => errors)[0];
  if (error !== undefined) {
    throw new UsageError(`${file} is no YAML: ${error.code} in line ${lineCounter.linePos(error.pos[0]).line}`);
  }
  return all
    .map(document => document.toJS() as unknown)
    .filter(document => document !== null && document !== undefined);
}
