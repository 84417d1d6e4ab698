import { External, Inventory } from './closed/inventory';
import { unfitNames } from './closed/names';
import { danglingInPods } from './closed/pods';
import { danglingPorts } from './closed/ports';
import { danglingReferences } from './closed/references';
import { wrongSelectors } from './closed/selectors';
import { duplicates } from './closed/uniqueness';
import { emptyValues, mixedNamespaces } from './closed/values';
import { Manifest } from './manifest';

export interface ClosedOptions {
  /** What the manifests may name without having it. */
  readonly external?: External;
}

/**
 * Expects manifests to be closed: each name that an object mentions is in the set or declared external, selectors find
 * their pods, nothing is there twice, and no value is missing.
 */
export function expectClosed(manifests: readonly Manifest[], options: ClosedOptions = {}): void {
  expect(manifests).not.toHaveLength(0);
  expect(problemsOf(manifests, options)).toEqual([]);
}

/** What is wrong with a set of manifests, each problem with the object that has it. */
export function problemsOf(manifests: readonly Manifest[], { external = {} }: ClosedOptions = {}): string[] {
  const inventory = new Inventory(manifests, external);
  return [
    ...emptyValues(manifests),
    ...mixedNamespaces(manifests),
    ...duplicates(manifests),
    ...unfitNames(manifests),
    ...danglingReferences(manifests, inventory),
    ...danglingInPods(manifests, inventory),
    ...danglingPorts(manifests),
    ...wrongSelectors(manifests),
  ];
}
