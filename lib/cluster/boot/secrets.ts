import { k8s } from 'cdk8s-plus-28';
import { SecretSetting } from './secret-setting';
import { ClusterModel } from '../model';

/** The folder of the broker's container with the files. */
export const SECRETS_FOLDER = '/run/secrets/rabbitmq';

const VOLUME = 'broker-secrets';

const SETTINGS = 'rabbitmq_boot_files.config';

/** Variables that RabbitMQ takes in place of the files, and that show secrets in logs and in `/proc`. */
export const REPLACED_ENV = ['RABBITMQ_DEFAULT_USER', 'RABBITMQ_DEFAULT_PASS'];

type WithSecrets = Pick<ClusterModel, 'credentials' | 'authentication'>;

/** Which settings the boot program takes from which files. */
export function secretSettingFiles(model: WithSecrets): Record<string, string> {
  return { [SETTINGS]: secretSettings(model).map(({ application, name, value }) => `{${application}, ${name}, ${value}}.\n`).join('') };
}

export function secretVolume(model: WithSecrets): k8s.Volume {
  const sources = secretSettings(model).map(({ secret: name, key, file }) => ({
    secret: { name, items: [{ key, path: file }] },
  }));
  return { name: VOLUME, projected: { defaultMode: 0o440, sources } };
}

export function secretVolumeMount(): k8s.VolumeMount {
  return { name: VOLUME, mountPath: SECRETS_FOLDER, readOnly: true };
}

function secretSettings({ credentials: { username, password }, authentication }: WithSecrets): SecretSetting[] {
  return [
    { application: 'rabbit', name: 'default_user', value: '{binary, "username"}', file: 'username', ...username },
    { application: 'rabbit', name: 'default_pass', value: '{binary, "password"}', file: 'password', ...password },
    ...authentication.secretSettings,
  ];
}
