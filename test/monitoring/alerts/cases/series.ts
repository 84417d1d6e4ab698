/** Series of promtool's notation by name. */
export type Series = Readonly<Record<string, string>>;

/** Whether the brokers `orders-0` and on answer their scrapes. */
export function up(...values: string[]): Series {
  return Object.fromEntries(values.map((value, ordinal) => [`up{@,endpoint="prometheus",pod="orders-${ordinal}"}`, value]));
}

/** A metric of one broker's main endpoint. */
export function of(pod: string, metric: string, values: string): Series {
  return { [`${metric}{@,endpoint="prometheus",pod="${pod}"}`]: values };
}

/** A metric that knows no clusters; labels as in PromQL. */
export function elsewhere(metric: string, labels: string, values: string): Series {
  return { [`${metric}{namespace="shop",${labels}}`]: values };
}
