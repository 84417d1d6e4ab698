import { RabbitMQCluster, type RabbitMQClusterProps, RabbitMQImage, RabbitMQVersion, RabbitMQWarnings } from 'cdk8s-rabbitmq';
import { cdk8s } from '../core/cdk8s';
import { messageOf } from '../core/errors';

type Texts = Readonly<Record<string, string>>;

/** What of the chart's values the library judges and a schema can't. */
interface Judged {
  readonly image?: { readonly registry?: string; readonly repository?: string; readonly tag?: string };
  readonly cluster?: { readonly name?: string; readonly replicaCount?: number };
  readonly credentials?: { readonly username?: string };
  readonly resources?: { readonly requests?: Texts; readonly limits?: Texts };
  readonly persistence?: { readonly size?: string };
  readonly plugins?: string[];
  readonly configuration?: Texts;
  readonly advancedConfiguration?: string;
  readonly scheduling?: { readonly nodeSelector?: Texts; readonly tolerations?: object[] };
  readonly service?: { readonly annotations?: Texts };
  readonly podLabels?: Texts;
  readonly podAnnotations?: Texts;
  readonly commonLabels?: Texts;
  readonly commonAnnotations?: Texts;
}

/** Props of the library by the keys of a values file. */
const KEYS: readonly (readonly [RegExp, string])[] = [
  [/\bresources\.(memory|cpu)(Limit|Request)/g, ''],
  [/\bstorage\.size/g, 'persistence.size'],
  [/\bconfiguration\.advancedConfig\b/g, 'advancedConfiguration'],
  [/\bconfiguration\.raw/g, 'configuration'],
  [/\bpod\.labels/g, 'podLabels'],
  [/\bpod\.annotations/g, 'podAnnotations'],
  [/^labels\b/, 'commonLabels'],
  [/^annotations\b/, 'commonAnnotations'],
  [/Use communityPlugins for other plugins in the image/, 'Use communityPlugins if the image contains it, or pluginDownloads'],
];

/** What the library has against values of the chart, by the keys of a values file. */
export function complaints(values: Readonly<Record<string, unknown>>): string[] {
  try {
    const chart = new cdk8s.Chart(new cdk8s.App(), 'values');
    new RabbitMQCluster(chart, 'RabbitMQ', props(values));
    RabbitMQWarnings.of(chart).silence();
    return chart.node.findAll().flatMap(construct => construct.node.validate()).map(byKeys);
  } catch (error) {
    return messageOf(error).split('\n').map(line => byKeys(line.replace(/^\[[^\]]*\] /, '')));
  }
}

function byKeys(message: string): string {
  const [line] = message.split('\n');
  return KEYS.reduce((text, [prop, key]) => text.replace(prop, (_prop, what: string, which: string) => (key === '' ? `resources.${which.toLowerCase()}s.${what}` : key)), line.replace(/ \[[\w-]+\]$/, ''));
}

function props(values: Judged): RabbitMQClusterProps {
  const {
    image,
    cluster,
    credentials,
    resources,
    persistence,
    plugins,
    configuration,
    advancedConfiguration,
    scheduling,
    service,
  } = values;
  const { registry, repository = 'rabbitmq', tag = `${RabbitMQVersion.NEWEST.version}-management` } = image ?? {};
  return {
    name: cluster?.name,
    replicas: cluster?.replicaCount,
    image: RabbitMQImage.fromReference(`${registry === undefined ? '' : `${registry}/`}${repository}:${tag}`),
    credentials: credentials?.username === undefined ? undefined : { username: credentials.username },
    resources: {
      cpuRequest: resources?.requests?.cpu,
      cpuLimit: resources?.limits?.cpu,
      memoryRequest: resources?.requests?.memory,
      memoryLimit: resources?.limits?.memory,
    },
    storage: { size: persistence?.size },
    plugins,
    configuration: { raw: configuration, advancedConfig: advancedConfiguration },
    scheduling: { nodeSelector: scheduling?.nodeSelector, tolerations: scheduling?.tolerations },
    service: { annotations: service?.annotations },
    pod: { labels: values.podLabels, annotations: values.podAnnotations },
    labels: values.commonLabels,
    annotations: values.commonAnnotations,
  };
}
