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

/** What each broker knows of the others, by its ordinal: how many it doesn't see, and a link to each that it sees. */
export function membership(
  ...brokers: readonly { readonly unreachable: string; readonly links: Readonly<Record<number, string>> }[]
): Series {
  return Object.assign({}, ...brokers.map(({ unreachable, links }, ordinal) => ({
    ...of(`orders-${ordinal}`, 'rabbitmq_unreachable_cluster_peers_count', unreachable),
    ...Object.fromEntries(Object.entries(links).map(([peer, values]) =>
      [`erlang_vm_dist_node_state{@,endpoint="prometheus",pod="orders-${ordinal}",peer="rabbit@orders-${peer}.orders-nodes.shop"}`, values])),
  })));
}
