import type { Draft } from './draft';

const HUB = /^((registry-1|index)\.)?docker\.io$/;
const SERIES = ['4.0', '4.1', '4.2', '4.3'];
/** Series that the chart takes, and that a new cluster does not begin with unless somebody asks for it. */
const OLD_SERIES = ['3.10', '3.11', '3.12', '3.13'];

/** A registry that isn't the public one is taken to have the official image as well. */
export function registry(value: unknown, draft: Draft, key: string): void {
  if (!HUB.test(String(value))) {
    draft.set('image.registry', value);
    draft.note(key, 'the registry has to have the official image: Bitnami\'s keeps its files elsewhere');
  }
}

export function repository(value: unknown, draft: Draft, key: string): void {
  if (!/(^|\/)bitnami[a-z]*\/rabbitmq$/.test(String(value))) {
    draft.set('image.repository', value);
    draft.note(key, 'the image has to be the official one, or be made from it');
  }
}

/** `4.1.3-debian-12-r1` is release 4.1.3 with the official tags. */
export function imageTag(value: unknown, draft: Draft, key: string): void {
  const [, release, series] = /^v?((\d+\.\d+)\.\d+)/.exec(String(value)) ?? [];
  if (SERIES.includes(series)) {
    draft.set('image.tag', `${release}-management`);
  } else if (OLD_SERIES.includes(series)) {
    draft.note(key, `RabbitMQ ${series} is out of support: the new cluster begins with the chart's own release. To keep it, set image.tag to "${release}-management"`);
  } else {
    draft.note(key, `the chart has ${OLD_SERIES[0]} to ${SERIES[SERIES.length - 1]}: the new cluster begins with the chart's own release`);
  }
}
