const NAMES: Readonly<Record<string, readonly string[]>> = {
  month: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  weekday: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
};

/** The fields of a schedule in their order, with their smallest and largest numbers. */
const FIELDS: readonly (readonly [name: string, from: number, to: number])[] = [
  ['minute', 0, 59], ['hour', 0, 23], ['day', 1, 31], ['month', 1, 12], ['weekday', 0, 6],
];

/**
 * @param field its name for the message: `schedule`
 * @throws if a schedule isn't one that Kubernetes takes
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
 */
export function requireSchedule(field: string, schedule: string): void {
  const parts = schedule.trim().split(/\s+/);
  if (parts.length !== FIELDS.length) {
    throw new Error(`${field} is "${schedule}": it must have a minute, hour, day, month and weekday, such as "0 3 * * *"`);
  }
  const wrong = FIELDS.findIndex((range, i) => !parts[i].split(',').every(part => isRange(part.toLowerCase(), range)));
  if (wrong >= 0) {
    const [name, from, to] = FIELDS[wrong];
    throw new Error(`${field} is "${schedule}": its ${name} is "${parts[wrong]}". Use numbers from ${from} to ${to}, ranges such as ${from}-${to}, "*" or steps such as "*/2"`);
  }
}

/**
 * @param field its name for the message: `timeZone`
 * @throws if the time zone isn't one of the IANA database, by which Kubernetes schedules
 */
export function requireTimeZone(field: string, timeZone: string): void {
  if (!isTimeZone(timeZone)) {
    throw new Error(`${field} is "${timeZone}": it must be a time zone of the IANA database, such as "Europe/Berlin" or "Etc/UTC"`);
  }
}

/** Kubernetes reads the case of a name, which JavaScript does not. */
function isTimeZone(timeZone: string): boolean {
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
    return /^[A-Z][\w+-]*(\/[A-Z][\w+-]*)*$/.test(timeZone) && (known === timeZone || known.toLowerCase() !== timeZone.toLowerCase());
  } catch {
    return false;
  }
}

function isRange(part: string, [name, from, to]: readonly [string, number, number]): boolean {
  const [range, step, ...more] = part.split('/');
  const [low, high = low, ...others] = range.split('-');
  const number = (text: string): number => {
    const named = (NAMES[name] ?? []).indexOf(text);
    return named >= 0 ? named + from : /^\d+$/.test(text) ? Number(text) : NaN;
  };
  const isStep = step === undefined || (/^\d+$/.test(step) && Number(step) > 0);
  return isStep && more.length === 0 && (range === '*' || range === '?' || (others.length === 0 && number(low) >= from && number(high) <= to && number(low) <= number(high)));
}
