import picocolors from 'picocolors';

/** Colours, or none. */
export type Style = ReturnType<typeof picocolors.createColors>;

/** Colours where the stream is a terminal; NO_COLOR and FORCE_COLOR of the environment count, as on https://no-color.org. */
export function styleFor(stream: { readonly isTTY?: boolean }, wanted = true): Style {
  const { NO_COLOR: none, FORCE_COLOR: forced } = process.env;
  return picocolors.createColors(wanted && !none && (Boolean(forced) || stream.isTTY === true));
}
