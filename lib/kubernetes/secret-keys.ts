import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';

/** The keys of a Secret that is made in the same app and namespace as a construct; undefined for one that comes from elsewhere. */
export function secretKeys(scope: IConstruct, name: string): string[] | undefined {
  const { namespace } = Chart.of(scope);
  const isIt = (object: ApiObject): boolean => object.kind === 'Secret' && object.name === name && (object.metadata.namespace ?? object.chart.namespace) === namespace;
  const secret = scope.node.root.node.findAll().filter(construct => ApiObject.isApiObject(construct)).find(isIt);
  const { data, stringData } = (secret?.toJson() ?? {}) as { data?: object; stringData?: object };
  return secret && Object.keys({ ...data, ...stringData });
}
