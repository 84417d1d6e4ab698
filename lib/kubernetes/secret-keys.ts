import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';

/**
 * Looks for Secrets that are made in the same app and namespace as a construct: the keys of one by its name; undefined
 * for one that comes from elsewhere. The app is gone through once, at the first question.
 */
export function secretKeys(scope: IConstruct): (name: string) => readonly string[] | undefined {
  let secrets: ReadonlyMap<string, ApiObject> | undefined;
  return (name) => {
    secrets ??= secretsOf(scope);
    const { data, stringData } = (secrets.get(name)?.toJson() ?? {}) as { data?: object; stringData?: object };
    return secrets.has(name) ? Object.keys({ ...data, ...stringData }) : undefined;
  };
}

function secretsOf(scope: IConstruct): ReadonlyMap<string, ApiObject> {
  const { namespace } = Chart.of(scope);
  const secrets = scope.node.root.node.findAll().filter(construct => ApiObject.isApiObject(construct))
    .filter(({ kind, metadata, chart }) => kind === 'Secret' && (metadata.namespace ?? chart.namespace) === namespace);
  return new Map(secrets.map(secret => [secret.name, secret]));
}
