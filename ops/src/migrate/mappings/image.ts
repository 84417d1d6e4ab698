import { type Draft, isEmpty, isMap } from '../draft';
import { list, type Mappings, scalar, text } from './mapping';

const HUB = /^((registry-1|index)\.)?docker\.io$/;
const OF_BITNAMI = /(^|\/)bitnami[a-z]*\/rabbitmq$/;
const SERIES = ['4.0', '4.1', '4.2', '4.3'];
/** Series that the chart takes, and that a new cluster does not begin with unless somebody asks for it. */
const OLD_SERIES = ['3.10', '3.11', '3.12', '3.13'];
/** Tags by which the chart knows the release. */
const OFFICIAL_TAG = /^\d+\.\d+(\.\d+)?(-management)?(-alpine)?$/;

/** A registry that isn't the public one is taken to have the official image as well. */
function registry(value: unknown, draft: Draft, key: string): void {
  if (HUB.test(String(value))) {
    return;
  }
  draft.set('image.registry', value);
  if (draft.isBitnami) {
    draft.note(key, 'the registry has to have the official image: Bitnami\'s keeps its files elsewhere');
  }
}

function repository(value: unknown, draft: Draft, key: string): void {
  if (OF_BITNAMI.test(String(value)) || ['rabbitmq', 'library/rabbitmq'].includes(String(value))) {
    return;
  }
  draft.set('image.repository', value);
  draft.note(key, 'the image has to be the official one, or be made from it');
}

/** `4.1.3-debian-12-r1` of Bitnami is release 4.1.3 with the official tags. */
function imageTag(value: unknown, draft: Draft, key: string): void {
  const tag = String(value);
  const [, release, series = ''] = /^v?((\d+\.\d+)(?:\.\d+)?)(?![\d.])/.exec(tag) ?? [];
  if (!draft.isBitnami && (SERIES.includes(series) || release === undefined)) {
    officialTag(tag, release, draft, key);
  } else if (SERIES.includes(series)) {
    draft.set('image.tag', `${release}-management`);
  } else if (OLD_SERIES.includes(series)) {
    const kept = draft.isBitnami || !OFFICIAL_TAG.test(tag) ? `${release}-management` : tag;
    draft.note(key, `RabbitMQ ${series} is out of support: the new cluster begins with the chart's own release. `
    + `To keep it, set image.tag to "${kept}"`);
  } else {
    draft.note(key, `the chart has ${OLD_SERIES[0]} to ${SERIES[SERIES.length - 1]}: the new cluster begins with the chart's own release`);
  }
}

/** A tag of an image that is the official one, or made from it. */
function officialTag(tag: string, release: string | undefined, draft: Draft, key: string): void {
  if (release === undefined) {
    draft.note(key, 'left out: it doesn\'t name the release. Set image.tag, and image.release to the release of RabbitMQ in it, such as 4.3.6');
    return;
  }
  draft.set('image.tag', tag);
  if (!OFFICIAL_TAG.test(tag)) {
    draft.set('image.release', release);
  }
}

/** A digest belongs to a tag. */
const digest = scalar((value, draft, key) => {
  if (!draft.isBitnami && draft.ourValue('image.tag') !== undefined) {
    draft.set('image.digest', value);
  } else {
    draft.note(key, 'left out: the digest is of another image than the new cluster\'s');
  }
});

const pullSecrets = list((value, draft) => {
  draft.append('image.pullSecrets', ...(value as readonly unknown[]).map(entry => (isMap(entry) ? entry.name : entry)));
});

/** The image of brokers. */
export const IMAGE_MAPPINGS: Mappings = {
  'global.imageRegistry': scalar(registry),
  'global.imagePullSecrets': pullSecrets,
  'image.registry': scalar((value, draft, key) => {
    // the global one replaces it
    if (isEmpty(draft.theirValue('global.imageRegistry'))) {
      registry(value, draft, key);
    }
  }),
  'image.repository': scalar(repository),
  'image.tag': scalar(imageTag),
  'image.digest': digest,
  'image.pullPolicy': text('image.pullPolicy'),
  'image.pullSecrets': pullSecrets,
};
