import { k8s } from 'cdk8s-plus-28';
import { ResolvedMembership } from './options';
import { Programs, readExpressions, readModules } from '../../rabbitmq/programs';

/** Where the token is that brokers ask the API server with. */
const CREDENTIALS = '/run/secrets/scaling';

const VOLUME = 'scaling-token';

const MODULE = 'rabbitmq_membership';

/** The file that a broker evaluates when it boots. */
const START = 'start-membership';

const SETTINGS = `${MODULE}.config`;

/** The variables that scaling sets. */
export const SCALING_ENV = ['POD_UID', 'RABBITMQ_SERVER_START_ARGS'];

/** The membership program, which brokers compile and start when they boot. */
export function membershipPrograms({ leaveOnScaleIn }: ResolvedMembership): Programs {
  return leaveOnScaleIn ? { ...readModules(MODULE), ...readExpressions(START) } : {};
}

/** What of it can change while a broker runs. */
export function settingFiles({
  leaveOnScaleIn,
  targetGroupSize,
  spreadMembers,
  classicQueues,
}: ResolvedMembership): Record<string, string> {
  return leaveOnScaleIn
    ? { [SETTINGS]: `{target_group_size, ${targetGroupSize}}.\n{spread, ${spreadMembers}}.\n{classic_queues, ${classicQueues}}.\n` }
    : {};
}

/** How a broker starts the program: Erlang runs it when the broker has booted. */
export function scalingEnv({ leaveOnScaleIn }: ResolvedMembership, folder: string): k8s.EnvVar[] {
  return leaveOnScaleIn
    ? [
        { name: SCALING_ENV[0], valueFrom: { fieldRef: { fieldPath: 'metadata.uid' } } },
        { name: SCALING_ENV[1], value: `-eval file:eval("${folder}/${START}.eval")` },
      ]
    : [];
}

/** A token for the broker container only, not for other containers of its pod. */
export function scalingVolumes({ leaveOnScaleIn }: ResolvedMembership): k8s.Volume[] {
  return leaveOnScaleIn
    ? [{
        name: VOLUME,
        projected: {
          defaultMode: 0o440,
          sources: [
            { serviceAccountToken: { path: 'token' } },
            { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
          ],
        },
      }]
    : [];
}

export function scalingVolumeMounts({ leaveOnScaleIn }: ResolvedMembership): k8s.VolumeMount[] {
  return leaveOnScaleIn ? [{ name: VOLUME, mountPath: CREDENTIALS, readOnly: true }] : [];
}

/** The lines of the preStop hook with which a broker that is scaled in leaves the cluster by the CLI. */
export function leaveScript({ leaveOnScaleIn, leaveSeconds }: ResolvedMembership, drainSeconds: number): string[] {
  return leaveOnScaleIn
    ? [
        `left=$(timeout ${leaveSeconds} rabbitmqctl --silent eval '${MODULE}_leave:before_stop(${leaveSeconds - 10}, ${drainSeconds}).')`,
        '[ "$left" = left ] && exit 0',
      ]
    : [];
}
