import type { Deployment } from '../support/deployment';
import { figure } from '../support/figures';
import type { Prometheus } from '../support/prometheus';

/** Something that is made to happen, and what has to be said of it. */
export interface Incident {
  readonly what: string;
  /** The alert that has to fire. */
  readonly alert: string;
  /** Alerts that may fire besides, as they follow from it. */
  readonly follows?: readonly string[];
  readonly happens: (deployment: Deployment) => Promise<void>;
  readonly ends: (deployment: Deployment) => Promise<void>;
}

const FIRES_MS = 180_000;
// a rate over five minutes is back at 0 only after them
const RESOLVES_MS = 480_000;

/**
 * Makes it happen, and expects its alert to fire, alone with what follows from it until all is over, and to resolve
 * afterwards.
 */
export async function expectAlert(
  prometheus: Prometheus,
  deployment: Deployment,
  incident: Incident,
  before: readonly string[],
): Promise<void> {
  const { alert, follows = [] } = incident;
  const start = performance.now();
  await incident.happens(deployment);
  try {
    figure(`${incident.what}: until ${alert} fires`, await prometheus.until(deployment.namespace, alert, true, FIRES_MS), 's');
  } finally {
    await incident.ends(deployment);
  }
  figure(`${incident.what}: until ${alert} has resolved`, await prometheus.until(deployment.namespace, alert, false, RESOLVES_MS), 's');
  // ones for looking back tell of what was ten minutes ago
  const fired = await prometheus.fired(deployment.namespace, Math.ceil((performance.now() - start) / 1000), 'critical|warning');
  expect(fired.filter(name => name !== alert && !follows.includes(name) && !before.includes(name))).toEqual([]);
}
