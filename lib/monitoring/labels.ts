/** The labels that tell apart what several clusters report. */
export const CLUSTER_LABELS = 'namespace, rabbitmq_cluster';

/** The `endpoint` label of each scrape of a broker. */
export const ENDPOINT = { aggregated: 'prometheus', detailed: 'detailed', perObject: 'per-object', exporter: 'exporter' } as const;

/** The labels of what is about one broker. */
export const POD_LABELS = `${CLUSTER_LABELS}, pod`;

/** The labels of what is about one queue. */
export const QUEUE_LABELS = `${CLUSTER_LABELS}, vhost, queue`;

/** The matcher for links between brokers; a command line tool is a peer as well. */
export const PEERS = 'peer=~"rabbit@.+"';
