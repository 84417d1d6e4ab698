/** How the program ends; documented in docs/cli.md. */
export enum ExitCode {
  /** Done. `health`, `doctor`: nothing above "info". */
  OK = 0,
  /** Failed for a reason that has no code of its own. `health`, `doctor`: warnings. `topology diff`: differences. */
  FAILED = 1,
  /** `health`, `doctor`: something critical. `rehearse`: a confirmed message was lost. */
  CRITICAL = 2,
  /** `health`, `doctor`, `topology`: it couldn't be found out, for a reason that has no code of its own. */
  UNKNOWN = 3,
  /** Wrong arguments or values: nothing was touched. */
  USAGE = 10,
  /** Refused, as it would do harm or can't be done: nothing was touched. */
  REFUSED = 11,
  /** Somebody else's operation on the same cluster is at work. */
  BUSY = 12,
  /** The API server doesn't answer. */
  UNREACHABLE = 13,
  /** A right is missing. */
  DENIED = 14,
  /** The cluster, or what was asked for in it, isn't there. */
  NOT_FOUND = 15,
  /** Not done within the time limit. */
  TIMEOUT = 16,
  /** Begun and stopped half-way: the message says where. */
  INCOMPLETE = 17,
  /** Interrupted by Ctrl-C. */
  CANCELLED = 130,
}

/** More about an error. */
export interface ErrorDetails {
  /** What state things were left in; said by whoever knows it: see `withFailureState()`. */
  readonly state?: string;
  readonly cause?: unknown;
}

/** Why an operation didn't do what it was asked for. Each kind of error is a class of its own. */
export class OperationError extends Error {
  public readonly code: ExitCode = ExitCode.FAILED;
  /** What state things were left in. */
  public state?: string;

  public constructor(message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = new.target.name;
    this.state = details.state;
  }
}

/** Wrong arguments or values; nothing was touched. */
export class UsageError extends OperationError {
  public override readonly code = ExitCode.USAGE;
}

/** What was asked for would do harm, or can't be done; nothing was touched. */
export class RefusedError extends OperationError {
  public override readonly code = ExitCode.REFUSED;
  /** What has to be in `force` to override the refusal; empty where nothing overrides the refusal. */
  public readonly forces: readonly string[];

  public constructor(message: string, details: ErrorDetails & { readonly forces?: readonly string[] } = {}) {
    super(message, details);
    this.forces = details.forces ?? [];
  }
}

/** Somebody else's operation on the same cluster is at work. */
export class BusyError extends OperationError {
  public override readonly code = ExitCode.BUSY;
}

/** The API server doesn't answer. */
export class UnreachableError extends OperationError {
  public override readonly code = ExitCode.UNREACHABLE;
}

/** What was asked for isn't there. */
export class NotFoundError extends OperationError {
  public override readonly code = ExitCode.NOT_FOUND;
}

/** Not done within the time limit. */
export class TimeoutError extends OperationError {
  public override readonly code = ExitCode.TIMEOUT;
}

/** Begun and stopped half-way. */
export class IncompleteError extends OperationError {
  public override readonly code = ExitCode.INCOMPLETE;
}

/** Stopped by its abort signal. */
export class CancelledError extends OperationError {
  public override readonly code = ExitCode.CANCELLED;
}

/** A broker's command line tool refused something, or could not be run. */
export class BrokerError extends OperationError {}

/** The API server refused a request. */
export class RequestError extends OperationError {
  public override readonly code: ExitCode;

  public constructor(
    message: string,
    /** The HTTP status. */
    public readonly status: number,
    /** Kubernetes' word for why: `NotFound`, `Forbidden`, `Conflict`, `Invalid` … */
    public readonly reason: string,
    /** How long the API server asks to wait before the next try, in milliseconds. */
    public readonly retryAfterMs?: number,
  ) {
    super(message);
    this.code = { 401: ExitCode.DENIED, 403: ExitCode.DENIED, 404: ExitCode.NOT_FOUND }[status] ?? ExitCode.FAILED;
  }
}

/** Whether the API server refused a request with this HTTP status. */
export function isRequestError(error: unknown, status: number): boolean {
  return error instanceof RequestError && error.status === status;
}

/** Whether a request failed because this user may not make it. */
export function isDenied(error: unknown): error is OperationError {
  return error instanceof OperationError && error.code === ExitCode.DENIED;
}

/** What a request gives; undefined where this user may not make it. */
export async function ifPermitted<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (isDenied(error)) {
      return undefined;
    }
    throw error;
  }
}

/** What a request gives; undefined where the API server says that there is no such thing. */
export async function ifFound<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (isRequestError(error, 404)) {
      return undefined;
    }
    throw error;
  }
}

/** Message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** An error of ours with an error's words, unless it is one. */
export function operationErrorOf(error: unknown): OperationError {
  return error instanceof OperationError ? error : new OperationError(messageOf(error), { cause: error });
}
