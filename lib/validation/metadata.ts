import { isObjectName } from './object-name';

const WORD = /^[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/;

const MAX_ANNOTATIONS = 256 * 1024;

const KEY_FORMAT = 'Use up to 63 letters, digits, "-", "_" and ".", starting and ending with a letter or digit, with an optional domain and "/" before them';
const VALUE_FORMAT = 'Use up to 63 letters, digits, "-", "_" and ".", starting and ending with a letter or digit, or an empty value';

/** The checks of maps by the names of their props. */
const CHECKS: Readonly<Record<string, (field: string, map: Readonly<Record<string, string>>) => string[]>> = {
  labels: labelProblems, matchLabels: labelProblems, podLabels: labelProblems, nodeSelector: labelProblems,
  annotations: annotationProblems, serviceAccountAnnotations: annotationProblems,
};

/** Structs whose labels and annotations are of Prometheus. */
const OF_PROMETHEUS = 'RabbitMQAlert';

/** An expression that Helm replaces, where an app is synthesized as a chart: see `RabbitMQHelmFormat`. */
const HELM_VALUE = /^\{\{-?\s*\.(Values|Release|Chart|Capabilities)\b[^{}]*\}\}$/;

/** Whether the API server takes a key of labels: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/ */
export function isQualified(key: string): boolean {
  const [name, prefix, ...more] = key.split('/').reverse();
  return WORD.test(name) && (prefix === undefined || isObjectName(prefix)) && more.length === 0;
}

/** Whether the API server takes a value of labels. */
export function isLabelValue(value: string): boolean {
  return value === '' || WORD.test(value);
}

/** What the API server refuses of a prop that has labels or annotations, one text for each; none for any other prop. */
export function metadataProblems(struct: string, prop: string, field: string, value: unknown): string[] {
  const check = struct.startsWith(OF_PROMETHEUS) || !Object.hasOwn(CHECKS, prop) ? undefined : CHECKS[prop];
  const entries = Object.entries(value ?? {}).filter(([, text]) => typeof text === 'string') as [string, string][];
  return check?.(field, Object.fromEntries(entries)) ?? [];
}

function labelProblems(field: string, labels: Readonly<Record<string, string>>): string[] {
  return Object.entries(labels).flatMap(([key, value]) => [
    ...isQualified(key) ? [] : [`${field} has the key "${key}". ${KEY_FORMAT}`],
    ...isLabelValue(value) || HELM_VALUE.test(value) ? [] : [`${field} "${key}" is "${value}". ${VALUE_FORMAT}`],
  ]);
}

function annotationProblems(field: string, annotations: Readonly<Record<string, string>>): string[] {
  const bytes = Object.entries(annotations).reduce((sum, [key, value]) => sum + Buffer.byteLength(key + value), 0);
  return [
    ...Object.keys(annotations).filter(key => !isQualified(key.toLowerCase())).map(key => `${field} has the key "${key}". ${KEY_FORMAT}`),
    ...bytes > MAX_ANNOTATIONS ? [`${field} have ${bytes} bytes: Kubernetes accepts at most ${MAX_ANNOTATIONS}. Remove some`] : [],
  ];
}
