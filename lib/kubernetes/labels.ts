import { k8s } from 'cdk8s-plus-28';
import { isObjectName } from './dns-name';

const WORD = /^[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/;

const EFFECTS = ['', 'NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** What a key of labels must be, for messages. */
export const KEY_FORMAT = 'Use up to 63 letters, digits, "-", "_" and ".", starting and ending with a letter or digit, with an optional domain and "/" before them';

/** What a value of labels must be, for messages. */
export const VALUE_FORMAT = 'Use up to 63 letters, digits, "-", "_" and ".", starting and ending with a letter or digit, or an empty value';

/** Whether the API server takes a key of labels: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/ */
export function isQualified(key: string): boolean {
  const [name, prefix, ...more] = key.split('/').reverse();
  return WORD.test(name) && (prefix === undefined || isObjectName(prefix)) && more.length === 0;
}

/** Whether the API server takes a value of labels. */
export function isLabelValue(value: string): boolean {
  return value === '' || WORD.test(value);
}

/** Whether the API server takes a toleration. */
export function isToleration({ key = '', operator = 'Equal', value = '', effect = '', tolerationSeconds }: k8s.Toleration): boolean {
  return ['Exists', 'Equal'].includes(operator) && EFFECTS.includes(effect)
    && (operator !== 'Exists' || value === '') && (key === '' ? operator === 'Exists' : isQualified(key))
    && isLabelValue(value) && (tolerationSeconds === undefined || effect === 'NoExecute');
}
