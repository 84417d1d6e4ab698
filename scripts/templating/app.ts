import { App, Chart, IResolver } from 'cdk8s';
import { NetworkPolicyIpBlock, Secret } from 'cdk8s-plus-28';
import { RabbitMQConsumerScaler, RabbitMQConsumedQueues, RabbitMQConsumerLoad, RabbitMQDeployment, RabbitMQHelmFormat, RabbitMQProfile, RabbitMQUser } from 'cdk8s-rabbitmq';

// everything that has programs, alerts, dashboards, or text in which Flux or Helm could see expressions
const resolvers: IResolver[] = process.env.FORMAT === 'helm' ? [new RabbitMQHelmFormat()] : [];
const app = new App({ resolvers });
const chart = new Chart(app, 'mq', { namespace: 'messaging' });
const { cluster } = new RabbitMQDeployment(chart, 'RabbitMQ', {
  profile: RabbitMQProfile.PROD,
  ingress: { management: { host: 'mq.example.com' } },
  cluster: {
    name: 'orders',
    authentication: {
      ldap: {
        servers: ['ldap.example.com'],
        authority: Secret.fromSecretName(chart, 'Ca', 'ldap-ca'),
        userDnPattern: 'uid=${username},ou=people,dc=example,dc=com',
        queries: { vhostAccess: '{in_group, "cn=${vhost}-users,ou=groups,dc=example,dc=com"}', resourceAccess: '{constant, true}' },
        server: NetworkPolicyIpBlock.ipv4(chart, 'Directory', '192.0.2.20/32'),
      },
    },
  },
});
new RabbitMQUser(chart, 'Web', { cluster, name: 'web', permissions: [{ configure: '^web$', write: '.*', read: '.*' }] });
new RabbitMQConsumerScaler(chart, 'Scaler', {
  cluster, consumers: { name: 'worker' }, queues: RabbitMQConsumedQueues.named('tasks', '/'), load: RabbitMQConsumerLoad.messages(20),
});
app.synth();
