import type { AutoscalerView, ScalingFigure } from './autoscaler-view';
import type { ClusterEvent } from '../health/events';

/** What an event of an autoscaler is about. */
export type HPAEventKind =
  /** How things stand when the watch begins. */
  | 'state'
  /** It decided on another number of brokers, and why. */
  | 'decision'
  /** Its decision was refused, such as an even number. */
  | 'refused'
  /** It wants more than it may, or not any more. */
  | 'limit'
  /** It can't read its metrics, is idle, or works again. */
  | 'trouble'
  /** The number of brokers that there are to be changed, by whomever. */
  | 'scaling'
  /** A broker says what it does to join or leave, or what it waits for. */
  | 'broker'
  /** All brokers that there are to be are Ready. */
  | 'scaled';

/** What happened to an autoscaler, or came of it. */
export interface HPAEvent {
  /** When, as ISO 8601. */
  readonly at: string;
  readonly kind: HPAEventKind;
  readonly message: string;
  /** How many brokers there are to be. */
  readonly wanted: number;
  readonly ready: number;
  readonly figures: readonly ScalingFigure[];
}

type Told = Pick<HPAEvent, 'kind' | 'message'> & { readonly at?: string };

/** What happened between two looks, in the order in which it did; without a look before, how things stand. */
export function hpaEvents(before: AutoscalerView | undefined, after: AutoscalerView, now = new Date()): HPAEvent[] {
  const told = before ? changes(before, after) : [{ kind: 'state' as const, message: stateOf(after) }];
  const { wanted, ready, figures } = after;
  return told.map(({ at = now.toISOString(), kind, message }) => ({ at, kind, message, wanted, ready, figures }));
}

function stateOf({ name, min, max, wanted, ready, figures }: AutoscalerView): string {
  const gauges = figures.map(figure => `${figure.name} ${figure.current ?? 'unknown'} of ${figure.target}`);
  return `${name} keeps from ${min} to ${max} brokers: ${ready} of ${wanted} are Ready; ${gauges.join(', ')}`;
}

function changes(before: AutoscalerView, after: AutoscalerView): Told[] {
  return [
    ...newEvents(before.events, after.events).flatMap(event => fromEvent(event)),
    ...fromConditions(before, after),
    ...(before.wanted === after.wanted ? [] : [{ kind: 'scaling' as const, message: `from ${before.wanted} to ${after.wanted} brokers` }]),
    ...(isWhole(after) && !isWhole(before) ? [{ kind: 'scaled' as const, message: `all ${after.wanted} brokers are Ready` }] : []),
  ];
}

/** Those that weren't there, or happened again: two may say the same, and each is a new one then. */
function newEvents(before: readonly ClusterEvent[], after: readonly ClusterEvent[]): ClusterEvent[] {
  const known = new Map(before.map(({ uid, at }) => [uid, at]));
  // a refusal is repeated every few seconds until it is taken back
  const refused = new Set(before.filter(({ reason }) => reason === 'FailedRescale').map(({ message }) => message));
  return after.filter(({ uid, at, reason, message }) => known.get(uid) !== at && !(reason === 'FailedRescale' && refused.has(message)));
}

function fromEvent({ at, object, reason, message }: ClusterEvent): Told[] {
  if (!object.startsWith('HorizontalPodAutoscaler/')) {
    return [{ at, kind: 'broker', message: `${object}: ${message}` }];
  }
  switch (reason) {
    case 'SuccessfulRescale': return [{ at, kind: 'decision', message }];
    case 'FailedRescale': return [{ at, kind: 'refused', message }];
    // the conditions tell the rest, once
    default: return [];
  }
}

function fromConditions(before: AutoscalerView, after: AutoscalerView): Told[] {
  const [was, is] = [before, after].map(({ conditions }) => ({ limited: isLimited(conditions.ScalingLimited), active: conditions.ScalingActive?.status !== 'False' }));
  return [
    ...(was.limited === is.limited
      ? []
      : [{
          kind: 'limit' as const,
          message: is.limited ? `more brokers are needed than its maximum of ${after.max}` : `its maximum of ${after.max} brokers is enough`,
        }]),
    ...(was.active === is.active
      ? []
      : [{
          kind: 'trouble' as const,
          message: is.active ? 'it works again' : after.conditions.ScalingActive.message,
        }]),
  ];
}

/** At its minimum it is limited as well, which is nothing to tell of. */
function isLimited(condition: { readonly status: string; readonly reason: string } | undefined): boolean {
  return condition?.status === 'True' && condition.reason === 'TooManyReplicas';
}

function isWhole({ wanted, ready }: AutoscalerView): boolean {
  return wanted === ready;
}
