import { pause } from './wait';
import { messageOf, RequestError } from '../core/errors';

/** Time limit for retries of one request, measured from its first try: a restarting API server may take that long. */
const PATIENCE_MS = 45_000;
/** The same before the API server has ever answered: its address may be wrong. */
const FIRST_PATIENCE_MS = 2_000;
const FIRST_PAUSE_MS = 250;
const MAX_PAUSE_MS = 4_000;

const NEVER_ARRIVED: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);
const BROKEN_OFF: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ERR_STREAM_PREMATURE_CLOSE']);

/** What stands around the tries of a request. */
export interface RetryOptions {
  /** Whether to try again after this error. */
  readonly mayRepeat: (error: unknown) => boolean;
  readonly signal?: AbortSignal;
  /** Hears once, until the API server answers again or the request is given up, why a request is tried again. */
  readonly troubled?: (text: string) => void;
}

/** How the API server was found to answer, by all that ask it. */
export class RequestRetry {
  private hasAnswered = false;
  private isTroubled = false;

  /** Tries until it succeeds or fails for good, with pauses that grow, or that the API server asks for. */
  public async retry<T>(attempt: () => Promise<T>, { mayRepeat, signal, troubled }: RetryOptions): Promise<T> {
    const begun = performance.now();
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS)) {
      try {
        const result = await attempt();
        this.hasAnswered = true;
        this.isTroubled = false;
        return result;
      } catch (error) {
        this.hasAnswered ||= error instanceof RequestError;
        // not all at the same moment, as many may have failed at one
        const nextMs = Math.max(pauseMs * (0.5 + Math.random() / 2), retryAfterMsOf(error) ?? 0);
        const patienceMs = this.hasAnswered ? PATIENCE_MS : FIRST_PATIENCE_MS;
        if (signal?.aborted || !mayRepeat(error) || performance.now() - begun + nextMs > patienceMs) {
          this.isTroubled = false;
          throw error;
        }
        if (!this.isTroubled) {
          this.isTroubled = true;
          troubled?.(`${whatOf(error)}; trying again`);
        }
        await pause(nextMs, signal);
      }
    }
  }
}

/**
 * Whether the request can't have had an effect: it never got to the API server, or was turned away as there
 * are too many.
 */
export function hadNoEffect(error: unknown): boolean {
  return NEVER_ARRIVED.has(codeOf(error)) || (error instanceof RequestError && error.status === 429);
}

/** Whether the answer was lost on the way, and the request may have had its effect. */
export function brokeOff(error: unknown): boolean {
  return BROKEN_OFF.has(codeOf(error));
}

function whatOf(error: unknown): string {
  return error instanceof RequestError ? `the API server answered with ${error.status}: ${error.message}` : messageOf(error);
}

function codeOf(error: unknown): unknown {
  return (error as { cause?: { code?: unknown } }).cause?.code;
}

function retryAfterMsOf(error: unknown): number | undefined {
  return error instanceof RequestError ? error.retryAfterMs : undefined;
}
