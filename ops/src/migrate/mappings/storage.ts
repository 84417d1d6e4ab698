import { isEmpty } from '../draft';
import { list, map, type Mapping, type Mappings, text, texts, to } from './mapping';

const accessModes = list((value, draft, key) => {
  const [mode] = value as string[];
  if ((value as unknown[]).length === 1 && ['ReadWriteOnce', 'ReadWriteOncePod'].includes(mode ?? '')) {
    draft.set('persistence.accessModes', [mode]);
  } else {
    draft.note(key, 'each broker has a volume of its own: ReadWriteOnce or ReadWriteOncePod');
  }
});

/** The class for all volumes of a release replaces that of the brokers, which replaces the default one. */
const unlessSet = (other: string, take: Mapping): Mapping => (value, draft, key) => {
  if (isEmpty(draft.theirValue(other))) {
    take(value, draft, key);
  }
};

/** The volumes of brokers. */
export const STORAGE_MAPPINGS: Mappings = {
  'global.storageClass': to('persistence.storageClass'),
  'global.defaultStorageClass': unlessSet('persistence.storageClass', unlessSet('global.storageClass', to('persistence.storageClass'))),
  'persistence.enabled': to('persistence.enabled'),
  'persistence.storageClass': unlessSet('global.storageClass', (value, draft, key) => {
    if (value === '-') {
      draft.note(key, 'volumes without a class have no counterpart: create a StorageClass with the provisioner '
      + 'kubernetes.io/no-provisioner, set it as the class of the volumes, and name it in persistence.storageClass');
    } else {
      draft.set('persistence.storageClass', value);
    }
  }),
  'persistence.size': text('persistence.size'),
  'persistence.accessModes': accessModes,
  'persistence.labels': texts('persistence.labels'),
  'persistence.annotations': texts('persistence.annotations'),
  'persistence.selector': map(to('persistence.selector')),
  'persistence.dataSource': map(to('persistence.dataSource')),
  'persistence.dataSourceRef': map(to('persistence.dataSourceRef')),
};
