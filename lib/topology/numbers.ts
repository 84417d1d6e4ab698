import { Size } from 'cdk8s';

/** @throws if a number is not whole or out of its range */
export function whole(
  option: string,
  value: number | undefined,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): number | undefined {
  if (value !== undefined && (!Number.isInteger(value) || value < least || value > most)) {
    const upward = least === Number.MIN_SAFE_INTEGER ? 'such as 10' : `from ${least} up`;
    const range = most === Number.MAX_SAFE_INTEGER ? upward : `from ${least} to ${most}`;
    throw new Error(`${option} is ${value}: use a whole number ${range}.`);
  }
  return value;
}

/** A size in bytes. */
export function bytes(size: Size | undefined): number | undefined {
  return size && size.toKibibytes() * 1024;
}
