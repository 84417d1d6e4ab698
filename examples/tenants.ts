import { Chart } from 'cdk8s';
import { Namespaces } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { RabbitMQDeployment, RabbitMQProfile } from 'cdk8s-rabbitmq';

/** A tenant: its namespace, the only one that can reach its cluster, and the size of the cluster. */
interface Tenant {
  readonly name: string;
  readonly replicas: number;
  readonly memory: string;
}

const TENANTS: readonly Tenant[] = [
  { name: 'billing', replicas: 3, memory: '2Gi' },
  { name: 'shipping', replicas: 1, memory: '1Gi' },
];

/** Clusters of many tenants in one app, each with its own file and namespace. */
export class TenantsExample extends Construct {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    TENANTS.forEach(tenant => new TenantChart(this, tenant));
  }
}

class TenantChart extends Chart {
  public constructor(scope: Construct, { name, replicas, memory }: Tenant) {
    super(scope, name, { namespace: `tenant-${name}`, labels: { tenant: name } });

    new RabbitMQDeployment(this, 'RabbitMQ', {
      profile: RabbitMQProfile.TEST,
      cluster: { name, replicas, resources: { memoryLimit: memory }, networkPolicy: { enabled: true } },
      clients: [Namespaces.select(this, 'Tenant', { names: [`tenant-${name}`] })],
    });
  }
}
