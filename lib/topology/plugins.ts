import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';

/** Enables plugins on a cluster of this app. On an imported cluster nothing happens: its own app enables them. */
export function enablePlugins(cluster: IRabbitMQCluster, ...plugins: string[]): void {
  if ('addPlugins' in cluster && 'plugins' in cluster) {
    const { plugins: enabled } = cluster as { readonly plugins: string[] };
    const missing = plugins.filter(plugin => !enabled.includes(plugin));
    (cluster as { addPlugins(...names: string[]): void }).addPlugins(...missing);
  }
}
