/** The hero and the cards of the home page; what follows them is docs/README.md. */
export const home = {
  layout: 'home',
  hero: {
    name: 'cdk8s-rabbitmq',
    text: 'Production RabbitMQ on Kubernetes, as plain YAML',
    tagline: 'cdk8s constructs in five languages, a Helm chart and an operations CLI. No operator, no custom resources.',
    actions: [
      { theme: 'brand', text: 'Quickstart', link: '/tutorial' },
      { theme: 'alt', text: 'Helm chart', link: '/helm' },
      { theme: 'alt', text: 'Runbooks', link: '/runbooks/' },
    ],
  },
  features: [
    { title: 'Reviewable', details: 'One construct renders every Kubernetes object. A pull request shows each change.', link: '/cluster' },
    { title: 'Checked', details: 'More than 200 rules and every key of rabbitmq.conf, before anything is applied.', link: '/reference/checks' },
    { title: 'Safe scaling', details: 'Brokers leave the cluster before a scale-in. From 3 to 5 to 3 brokers under load: 62,079 messages, 0 lost.', link: '/scaling' },
    { title: 'Resilient', details: 'A node without power for 60 s under load: 59,959 confirmed messages, 0 lost.', link: '/fault-tests' },
    { title: 'Monitored', details: 'More than 60 alerts with a runbook each, 7 dashboards and a service level.', link: '/monitoring' },
    { title: 'Operated', details: 'One CLI upgrades, scales and backs up clusters, rotates passwords and repairs brokers.', link: '/cli' },
  ],
};
