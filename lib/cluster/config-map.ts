import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { bootSettingFiles } from './boot/broker';
import { secretSettingFiles } from './boot/secrets';
import { SIZE_HINT } from './defaults';
import { LiveModel } from './live-model';
import { settingFiles } from './membership/broker';
import { ClusterModel } from './model';
import { renderConf } from '../configuration/effective';
import { checksum } from '../kubernetes/checksum';
import { addManifest, Manifest } from '../kubernetes/manifest';

/** Where the broker's container mounts the whole ConfigMap. */
export const CONFIGURATION_FOLDER = '/etc/rabbitmq-cluster';

/** The files of the ConfigMap. */
export const CONFIGURATION_FILES = {
  conf: '10-rabbitmq.conf',
  size: '20-cluster-size.conf',
  plugins: 'enabled_plugins',
  advanced: 'advanced.config',
  env: 'rabbitmq-env.conf',
} as const;

/** A variable that a broker fills in, such as those of LDAP: https://www.rabbitmq.com/docs/ldap */
const VARIABLE = /\$\{(username|user_dn|ad_domain|ad_user|vhost|resource|name|permission|routing_key)\}/;

/** Has Flux leave such variables alone: https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution */
const NO_SUBSTITUTION = { 'kustomize.toolkit.fluxcd.io/substitute': 'disabled' };

/** Adds the ConfigMap with rabbitmq.conf, the plugins and the settings that can change while brokers run. */
export function addConfigMap(scope: Construct, model: LiveModel): Manifest {
  const metadata = model.metadata(model.current.names.configMap);
  const annotations = VARIABLE.test(Object.values(bootFiles(model.current)).join('\n')) ? { ...metadata.annotations, ...NO_SUBSTITUTION } : metadata.annotations;
  return addManifest(scope, 'Configuration', k8s.KubeConfigMap, { ...metadata, annotations }, {
    data: () => configFiles(model.current),
  });
}

/** A checksum of the files that a broker reads only at boot. */
export function bootChecksum(model: ClusterModel): string {
  return checksum(bootFiles(model), 16);
}

function configFiles(model: ClusterModel): Record<string, string> {
  return {
    ...bootFiles(model),
    [CONFIGURATION_FILES.size]: renderConf(model.configuration.entries.filter(({ key }) => key === SIZE_HINT)),
    ...settingFiles(model.membership),
    ...bootSettingFiles(model),
  };
}

function bootFiles(model: ClusterModel): Record<string, string> {
  return {
    [CONFIGURATION_FILES.conf]: renderConf(model.configuration.entries.filter(({ key }) => key !== SIZE_HINT)),
    [CONFIGURATION_FILES.plugins]: `[${model.plugins.join(',')}].\n`,
    ...secretSettingFiles(model),
    ...(model.advancedConfig === undefined ? {} : { [CONFIGURATION_FILES.advanced]: model.advancedConfig }),
    ...(model.envConfig === undefined ? {} : { [CONFIGURATION_FILES.env]: model.envConfig }),
  };
}
