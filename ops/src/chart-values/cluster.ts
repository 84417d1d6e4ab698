import type { Chart } from 'cdk8s';
import type { ImagePullPolicy, ISecret } from 'cdk8s-plus-28';
import type { RabbitMQClusterProps, RabbitMQCredentialsOptions } from 'cdk8s-rabbitmq';
import { authenticationOptions } from './authentication';
import { configurationOptions } from './configuration';
import { imageOf, pullSecrets } from './image';
import { secretNamed, texts } from './kubernetes';
import { networkPolicyOptions } from './network-policy';
import { podOptions, probeOptions, resourceOptions, schedulingOptions, serviceAccountOptions } from './pods';
import { serviceOptions } from './service';
import { storageOptions } from './storage';
import { tlsOptions } from './tls';
import type { Values } from './values';

/** The administrator that the chart names where nobody else does. */
const USERNAME = 'admin';

/** The cluster, without the peers that may connect. */
export function clusterProps(chart: Chart, values: Values): RabbitMQClusterProps {
  const { cluster, image, plugins } = values;
  const secret = (name: string): ISecret => secretNamed(chart, name);
  return {
    name: cluster.name,
    replicas: values.hpa.enabled ? undefined : cluster.replicaCount,
    production: cluster.production,
    image: imageOf(values),
    imagePullPolicy: image.pullPolicy as unknown as ImagePullPolicy,
    imagePullSecrets: pullSecrets(values).map(secret),
    resources: resourceOptions(values),
    storage: storageOptions(values),
    plugins: [...plugins],
    communityPlugins: [...values.communityPlugins],
    pluginDownloads: values.pluginDownloads,
    configuration: configurationOptions(values),
    authentication: authenticationOptions(values.authentication, secret),
    credentials: credentials(values, secret),
    tls: tlsOptions(values, secret),
    scheduling: schedulingOptions(values),
    service: serviceOptions(values),
    serviceAccount: serviceAccountOptions(values),
    platformAssignedIds: values.platformAssignedIds,
    ipv6: values.ipv6,
    clusterDomain: values.clusterDomain,
    disruptionBudget: { enabled: values.podDisruptionBudget.enabled ?? undefined },
    networkPolicy: networkPolicyOptions(values),
    probes: probeOptions(values),
    pod: podOptions(values),
    labels: texts(values.commonLabels),
    annotations: texts(values.commonAnnotations),
  };
}

function credentials({ credentials: login }: Values, secret: (name: string) => ISecret): RabbitMQCredentialsOptions {
  return {
    ...login.existingSecret === ''
      ? { username: login.username }
      : {
          ...login.username !== USERNAME && { username: login.username },
          secret: secret(login.existingSecret),
          usernameKey: login.usernameKey,
          passwordKey: login.passwordKey,
        },
    ...login.existingErlangCookieSecret !== '' && {
      erlangCookieSecret: secret(login.existingErlangCookieSecret),
      erlangCookieKey: login.erlangCookieKey,
    },
  };
}
