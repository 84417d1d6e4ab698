import { ApiObjectMetadata } from 'cdk8s';
import { RabbitMQClusterProps } from './cluster-props';
import { ClusterModel } from './model';
import { Additions, resolveCluster } from './resolve';
import { withPath } from '../validation/errors';

type Draft = {
  -readonly [Field in keyof Additions]: Additions[Field] extends readonly (infer Item)[] ? Item[] : Additions[Field];
} & { raw: Record<string, string> };

/** The model of a cluster until synth: props and later additions, resolved again after each change. */
export class LiveModel {
  private readonly additions: Draft = {
    plugins: [],
    raw: {},
    certificateNames: [],
    reservedReplicas: 0,
    pod: { env: [], sidecars: [], initContainers: [], volumes: [], volumeMounts: [] },
  };

  private resolved?: ClusterModel;
  private changes = 0;

  /** @param path the path of the cluster, for errors */
  public constructor(public readonly props: RabbitMQClusterProps, private readonly path: string) {}

  /** The model with every addition so far. */
  public get current(): ClusterModel {
    this.resolved ??= withPath(this.path, () => resolveCluster(this.props, this.additions));
    return this.resolved;
  }

  /** Another number after each change. */
  public get revision(): number {
    return this.changes;
  }

  /** Changes the additions; the next read of `current` resolves the model again. */
  public add(change: (additions: Draft) => void): void {
    withPath(this.path, () => { change(this.additions); });
    this.resolved = undefined;
    this.changes += 1;
  }

  /** The metadata of an object of the cluster. */
  public metadata(
    name: string,
    labels: Record<string, string> = this.current.labels,
  ): ApiObjectMetadata & { readonly name: string } {
    return { name, labels: { ...this.props.labels, ...labels }, annotations: this.props.annotations };
  }
}
