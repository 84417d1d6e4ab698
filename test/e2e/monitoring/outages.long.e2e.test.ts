import { Duration } from 'cdk8s';
import { expectAlert, type Incident } from './incident';
import { allUp, publish, watchedCluster } from './watched';
import { connectTo } from '../../../ops/src/load-generator/amqp';
import { kubectl } from '../support/kubectl';
import { connectAgain, cutOff } from '../support/cut-off';
import { Prometheus } from '../support/prometheus';
import { useNamespace } from '../support/use-cluster';

let churning = true;

const INCIDENTS: readonly Incident[] = [
  {
    what: 'a broker that is killed and doesn\'t come back',
    alert: 'RabbitMQNodeDown',
    follows: ['RabbitMQQuorumAtRisk', 'RabbitMQNodesMissing'],
    happens: async ({ namespace }) => {
      await kubectl(['set', 'image', 'statefulset/orders', 'rabbitmq=rabbitmq:none', '-n', namespace]);
      await kubectl(['delete', 'pod', 'orders-2', '-n', namespace, '--grace-period=1', '--wait=false']);
    },
    ends: async (deployment) => {
      await kubectl(['rollout', 'undo', 'statefulset/orders', '-n', deployment.namespace]);
      await kubectl(['delete', 'pod', 'orders-2', '-n', deployment.namespace, '--grace-period=1']);
      await deployment.ready();
    },
  },
  {
    what: 'a partition',
    alert: 'RabbitMQPartition',
    happens: async (deployment) => {
      await cutOff(deployment, 2);
    },
    ends: connectAgain,
  },
  {
    what: 'unroutable messages',
    alert: 'RabbitMQUnroutableMessages',
    follows: ['RabbitMQPublishingFails'],
    happens: deployment => publish(deployment, 'nowhere', 2000),
    ends: () => Promise.resolve(),
  },
  {
    what: 'connection churn',
    alert: 'RabbitMQConnectionChurn',
    follows: ['RabbitMQChannelChurn'],
    happens: async (deployment) => {
      const target = await deployment.amqp();
      const churn = async (): Promise<void> => {
        while (churning) {
          await connectTo(target).then(connection => connection.close()).catch(() => undefined);
        }
      };
      for (let client = 0; client < 5; client++) {
        void churn();
      }
    },
    ends: () => {
      churning = false;
      return Promise.resolve();
    },
  },
];

describe('outages of a real cluster', () => {
  const suite = useNamespace('outages-', async (namespace, defer) => {
    defer(() => { churning = false; });
    const prometheus = await Prometheus.find();
    const soon = { for: Duration.seconds(20) };
    const changes = {
      RabbitMQNodeDown: soon,
      RabbitMQPartition: soon,
      RabbitMQUnroutableMessages: soon,
      RabbitMQConnectionChurn: { ...soon, threshold: 5 },
    };
    const deployment = watchedCluster(namespace, {}, { alerting: { changes } });
    await deployment.up();
    await allUp(prometheus, namespace, 3);
    return { deployment, prometheus };
  });

  test.each(INCIDENTS.map(incident => ({ ...incident })))('$what: $alert fires, alone with what follows, and resolves', async (incident) => {
    const { namespace, deployment, prometheus } = suite();
    await expectAlert(prometheus, deployment, incident, await prometheus.firing(namespace));
  });
});
