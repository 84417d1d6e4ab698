import { type Draft, isEmpty, isMap } from '../draft';
import { list, map, type Mappings, scalar, TEMPLATE, texts, text, to } from './mapping';

const NODE = 'kubernetes.io/hostname';
const ZONE = 'topology.kubernetes.io/zone';
const SPREAD: Readonly<Record<string, string>> = { soft: 'preferred', hard: 'required' };

/** Presets count only where no affinity is written out. */
function hasAffinity(draft: Draft): boolean {
  return !isEmpty(draft.theirValue('affinity'));
}

function nodeAffinityPreset(preset: unknown, draft: Draft): void {
  const { type, key, values } = preset as Record<string, unknown>;
  if (isEmpty(type) || isEmpty(key) || hasAffinity(draft)) {
    return;
  }
  const term = { matchExpressions: [{ key, operator: 'In', values }] };
  draft.set('scheduling.nodeAffinity', type === 'hard'
    ? { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [term] } }
    : { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: term }] });
}

function affinity(value: unknown, draft: Draft, key: string): void {
  for (const [kind, rules] of Object.entries(value as object).filter(([, each]) => !isEmpty(each))) {
    if (kind === 'podAntiAffinity') {
      antiAffinity(rules, draft, `${key}.${kind}`);
    } else if (JSON.stringify(rules).includes('{{')) {
      draft.note(`${key}.${kind}`, TEMPLATE);
    } else if (kind === 'nodeAffinity') {
      draft.set('scheduling.nodeAffinity', rules);
    } else {
      draft.note(`${key}.${kind}`, 'pods near other pods have no counterpart: write rules for Kubernetes nodes in scheduling.nodeAffinity');
    }
  }
}

/** Brokers away from brokers, by Kubernetes node or zone. */
function antiAffinity(rules: unknown, draft: Draft, key: string): void {
  const required = termsOf(rules, 'requiredDuringSchedulingIgnoredDuringExecution');
  const preferred = termsOf(rules, 'preferredDuringSchedulingIgnoredDuringExecution')
    .map(term => (isMap(term) ? term.podAffinityTerm : undefined));
  for (const [strictness, terms] of [['preferred', preferred], ['required', required]] as const) {
    for (const term of terms) {
      const place = isMap(term) && isOwn(term.labelSelector, draft) ? term.topologyKey : undefined;
      if (place === NODE || place === ZONE) {
        draft.set(place === NODE ? 'scheduling.nodeSpread' : 'scheduling.zoneSpread', strictness);
      } else {
        draft.note(key, `left out a ${strictness} rule: brokers keep away from each other by node (scheduling.nodeSpread) and zone `
        + '(scheduling.zoneSpread) only. Keep other pods away with taints and scheduling.tolerations');
      }
    }
  }
}

function termsOf(rules: unknown, kind: string): readonly unknown[] {
  const terms = isMap(rules) ? rules[kind] : undefined;
  return Array.isArray(terms) ? terms : [];
}

/** Whether a selector is for the brokers, as far as its labels say. */
function isOwn(selector: unknown, draft: Draft): boolean {
  const text = JSON.stringify(selector) ?? '';
  const name = draft.theirValue('fullnameOverride');
  return isEmpty(selector) || /rabbitmq|\.Release\.Name|common\.|selectorLabels/i.test(text) || (!isEmpty(name) && text.includes(`"${String(name)}"`));
}

/** Spread over zones has a value of its own, where it is no other than that of the chart here. */
function spread(value: unknown, draft: Draft, key: string): void {
  for (const constraint of (value as readonly unknown[]).filter(isMap)) {
    const { labelSelector, ...rest } = constraint;
    const { topologyKey, whenUnsatisfiable = 'DoNotSchedule', maxSkew = 1, ...further } = rest;
    if (!isOwn(labelSelector, draft)) {
      draft.note(key, 'a labelSelector is replaced by that of the brokers: write others in scheduling.topologySpreadConstraints');
    }
    if (JSON.stringify(rest).includes('{{')) {
      draft.note(key, TEMPLATE);
    } else if (topologyKey === ZONE && maxSkew === 1 && Object.keys(further).length === 0) {
      draft.set('scheduling.zoneSpread', whenUnsatisfiable === 'ScheduleAnyway' ? 'preferred' : 'required');
    } else {
      draft.append('scheduling.topologySpreadConstraints', { ...further, topologyKey, maxSkew, whenUnsatisfiable });
      if (topologyKey === ZONE) {
        draft.set('scheduling.zoneSpread', 'none');
      }
    }
  }
}

/** The Kubernetes nodes of brokers. */
export const SCHEDULING_MAPPINGS: Mappings = {
  podAntiAffinityPreset: scalar((value, draft) => {
    if (!hasAffinity(draft)) {
      draft.set('scheduling.nodeSpread', SPREAD[String(value)] ?? 'none');
    }
  }),
  nodeAffinityPreset: map(nodeAffinityPreset),
  affinity: map(affinity),
  topologySpreadConstraints: list(spread),
  nodeSelector: texts('scheduling.nodeSelector'),
  tolerations: to('scheduling.tolerations'),
  priorityClassName: text('scheduling.priorityClassName'),
};
