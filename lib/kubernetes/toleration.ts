import { k8s } from 'cdk8s-plus-28';
import { isLabelValue, isQualified } from '../validation/metadata';

const EFFECTS = ['', 'NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** Whether the API server takes a toleration. */
export function isToleration({ key = '', operator = 'Equal', value = '', effect = '', tolerationSeconds }: k8s.Toleration): boolean {
  return ['Exists', 'Equal'].includes(operator) && EFFECTS.includes(effect)
    && (operator !== 'Exists' || value === '') && (key === '' ? operator === 'Exists' : isQualified(key))
    && isLabelValue(value) && (tolerationSeconds === undefined || effect === 'NoExecute');
}
