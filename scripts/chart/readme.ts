import { chartValuesRows } from '../reference/chart-values';

/** README.md of the chart, with a table of its values from the comments in values.yaml. */
export function readme(): string {
  return `# RabbitMQ

Deploys RabbitMQ clusters on Kubernetes: quorum queues, peer discovery, TLS, monitoring, autoscaling and backups, with safe defaults.

## Install

\`\`\`sh
helm install orders ./chart --namespace messaging --create-namespace --set cluster.name=orders
helm test orders --namespace messaging
\`\`\`

Clients connect from namespaces with the label \`rabbitmq-client=true\`:

\`\`\`sh
kubectl label namespace shop rabbitmq-client=true
\`\`\`

The guide at <https://github.com/cdk8s-rabbitmq/cdk8s-rabbitmq/blob/main/docs/helm.md> describes upgrades, uninstallation and migration.

## Values

| value | type | default | description |
|---|---|---|---|
${chartValuesRows().join('\n')}

\`npm run chart\` generates this page, \`values.schema.json\` and \`files/\`. Templates and \`values.yaml\` are source.
`;
}
