/** A wrong value, with the path of the construct that has it once that is known. */
interface Problem {
  readonly text: string;
  readonly path?: string;
}

/** One or several wrong values, each on a line that starts with the construct's path. */
class ValidationError extends Error {
  public constructor(public readonly problems: readonly Problem[], cause?: unknown) {
    super(problems.map(({ path, text }) => (path === undefined ? text : `[${path}] ${text}`)).join('\n'), cause === undefined ? undefined : { cause });
  }
}

/** An error of several texts. */
export function errorOf(texts: readonly string[]): Error {
  return new ValidationError(texts.map(text => ({ text })));
}

/** Runs a part of a construct. Errors that have no path yet get that of the construct. */
export function withPath<Result>(path: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw new ValidationError(problemsOf(error).map(problem => ({ path, ...problem })), error);
  }
}

/** Runs checks that don't depend on each other, and throws the errors of all of them together. */
export function collect<Checks extends Readonly<Record<string, () => unknown>>>(
  checks: Checks,
): { readonly [Name in keyof Checks]: ReturnType<Checks[Name]> } {
  const errors: unknown[] = [];
  const results = Object.entries(checks).map(([name, check]) => {
    try {
      return [name, check()];
    } catch (error) {
      errors.push(error);
      return [name, undefined];
    }
  });
  if (errors.length > 0) {
    // a missing or misspelled prop makes other checks fail on undefined
    const own = errors.filter(error => !isTypeError(error));
    if (own.length === 0) {
      throw errors[0];
    }
    const unique = new Map(own.flatMap(problemsOf).map(problem => [problem.text, problem]));
    throw new ValidationError([...unique.values()], own[0]);
  }
  return Object.fromEntries(results) as { [Name in keyof Checks]: ReturnType<Checks[Name]> };
}

/** Whether code failed on a value of another type than it expects, with the path of a construct or without. */
function isTypeError(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof ValidationError && isTypeError(error.cause));
}

/** A value that several checks need: computed once, and its error thrown to each of them. */
export function once<Value>(compute: () => Value): () => Value {
  let outcome: { readonly value: Value } | { readonly error: unknown } | undefined;
  return () => {
    if (!outcome) {
      try {
        outcome = { value: compute() };
      } catch (error) {
        outcome = { error };
      }
    }
    if ('error' in outcome) {
      throw outcome.error as Error;
    }
    return outcome.value;
  };
}

function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof ValidationError) {
    return error.problems;
  }
  return [{ text: error instanceof Error ? error.message : String(error) }];
}
