import { type Draft, isMap } from '../draft';

/** Carries a value over. */
export type Mapping = (value: unknown, draft: Draft, key: string) => void;

/** Mappings by the other chart's keys. */
export type Mappings = Readonly<Record<string, Mapping>>;

/** The remedy for a value that the other chart renders. */
export const TEMPLATE = 'is a template of the other chart: write what comes out of it';

/** The value as it is. */
export const to = (path: string): Mapping => (value, draft) => { draft.set(path, value); };

/** Takes a value of the right kind, and otherwise notes which kind it must have. */
const where = (is: (value: unknown) => boolean, kind: string, take: Mapping): Mapping => (value, draft, key) => {
  if (is(value)) {
    take(value, draft, key);
  } else {
    draft.note(key, `left out: it has to be a ${kind}`);
  }
};

export const list = (take: Mapping): Mapping => where(Array.isArray, 'list', take);
export const map = (take: Mapping): Mapping => where(isMap, 'map', take);
export const scalar = (take: Mapping): Mapping => where(value => typeof value !== 'object', 'text', take);

/** A text, also of a number. */
export const text = (path: string): Mapping => scalar((value, draft) => { draft.set(path, String(value)); });

/** Labels or annotations, added to those that are there. */
export const texts = (path: string): Mapping => where(isTexts, 'map of texts', (value, draft) => {
  draft.merge(path, textsOf(value));
});

/** The items of a list that are no templates. */
export const items = (take: Mapping): Mapping => list((value, draft, key) => {
  for (const item of value as readonly unknown[]) {
    if (JSON.stringify(item).includes('{{')) {
      draft.note(named(key, item), TEMPLATE);
    } else {
      take(item, draft, named(key, item));
    }
  }
});

export const nothing: Mapping = () => undefined;

export const whenOn = (take: Mapping): Mapping => (value, draft, key) => {
  if (value === true) {
    take(value, draft, key);
  }
};

export const whenOff = (take: Mapping): Mapping => (value, draft, key) => {
  if (value === false) {
    take(value, draft, key);
  }
};

/** A value that says nothing if it is Kubernetes' own default. */
export const unless = (usual: unknown, take: Mapping): Mapping => (value, draft, key) => {
  if (value !== usual) {
    take(value, draft, key);
  }
};

export function textsOf(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(isMap(value) ? value : {}).map(([name, each]) => [name, String(each)]));
}

function isTexts(value: unknown): boolean {
  return isMap(value) && Object.values(value).every(each => typeof each !== 'object');
}

/** A key with the name of an item, as messages have it. */
function named(key: string, item: unknown): string {
  const name = isMap(item) ? item.name ?? (isMap(item.metadata) ? item.metadata.name : undefined) : undefined;
  return typeof name === 'string' && !name.includes('{{') ? `${key}: ${name}` : key;
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** A time such as `1m30s` in seconds, `90s`; undefined for another notation. */
export function seconds(value: unknown): string | undefined {
  if (!/^(\d+[hms])+$/.test(String(value))) {
    return undefined;
  }
  const parts = [...String(value).matchAll(/(\d+)([hms])/g)];
  return `${parts.reduce((sum, [, count, unit]) => sum + Number(count) * (SECONDS[unit ?? ''] ?? 0), 0)}s`;
}

/** A time in seconds at a path. */
export const time = (path: string): Mapping => scalar((value, draft, key) => {
  const given = seconds(value);
  if (given === undefined) {
    draft.note(key, `write it in seconds in ${path}, such as 30s`);
  } else {
    draft.set(path, given);
  }
});

export function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
