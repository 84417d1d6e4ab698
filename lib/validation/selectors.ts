import { isQualified } from './metadata';

const OF_LABELS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

/** The operators of requirements, by their structs. */
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  'k8s.LabelSelectorRequirement': OF_LABELS,
  'k8s.NodeSelectorRequirement': [...OF_LABELS, 'Gt', 'Lt'],
};

interface Requirement {
  readonly key?: unknown;
  readonly operator?: unknown;
  readonly values?: unknown;
}

/** What the API server refuses of node affinity and label selectors: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/ */
export function selectorProblems(struct: string, field: string, value: object): string[] {
  if (Object.hasOwn(OPERATORS, struct)) {
    return isRequirement(OPERATORS[struct], value)
      ? []
      : [`${field} is ${JSON.stringify(value)}: it needs a key, and one of the operators ${OPERATORS[struct].join(', ')}. In and NotIn need values, `
        + `Exists and DoesNotExist have none${OPERATORS[struct].includes('Gt') ? ', Gt and Lt have 1 whole number' : ''}`];
  }
  const { weight, nodeSelectorTerms } = value as { readonly weight?: unknown; readonly nodeSelectorTerms?: unknown };
  return [
    ...struct === 'k8s.PreferredSchedulingTerm' && !(Number.isInteger(weight) && Number(weight) >= 1 && Number(weight) <= 100)
      ? [`${field}.weight is ${String(weight)}: it must be a whole number from 1 to 100`]
      : [],
    ...struct === 'k8s.NodeSelector' && Array.isArray(nodeSelectorTerms) && nodeSelectorTerms.length === 0
      ? [`${field}.nodeSelectorTerms is empty: add a term, or remove the affinity`]
      : [],
  ];
}

function isRequirement(operators: readonly string[], { key, operator, values = [] }: Requirement): boolean {
  const given = Array.isArray(values) ? values : [];
  const hasRightValues = operator === 'In' || operator === 'NotIn'
    ? given.length > 0
    : operator === 'Gt' || operator === 'Lt' ? given.length === 1 && /^\d+$/.test(String(given[0])) : given.length === 0;
  return typeof key === 'string' && isQualified(key) && operators.includes(String(operator)) && hasRightValues;
}
