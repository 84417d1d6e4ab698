import { ApiObjectMetadata } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { addContentNamed, addManifest } from '../../kubernetes/manifest';
import { toolContainer, toolPod } from '../interface/tool-pod';
import { addRole, addServiceAccount, bootstrapRules } from '../rbac';

/** What the bootstrap of Secrets needs to know of its cluster. */
export interface BootstrapProps {
  /** The metadata of its objects; the Job's name has a hash added, as a Job can't be changed. */
  readonly metadata: ApiObjectMetadata & { readonly name: string };
  /** Labels and annotations of the pod. */
  readonly podMetadata: k8s.ObjectMeta;
  /** The manifests of the Secrets by file name, with placeholders for what is random; asked for at synth. */
  readonly secrets: Record<string, () => object>;
  /** Whether each manifest is on one line. */
  readonly isCompact?: boolean;
  /** The name of the ConfigMap with the program. */
  readonly programs: string;
  readonly pod: ReturnType<typeof toolPod>;
  readonly container: ReturnType<typeof toolContainer>;
}

const FOLDER = '/bootstrap';
const PROGRAM_FOLDER = '/programs';
const TOKEN_FOLDER = '/run/secrets/api';

/** How long the Job may take, with a pod that waits for a node or its image. */
const DEADLINE_S = 3600;

/** How long its token is valid: the shortest time that Kubernetes accepts. */
const TOKEN_S = 600;

/** The name of the program. */
export const BOOTSTRAP = 'bootstrap';

/** A Job that makes Secrets with random values once, if they aren't there; its rights end at that. */
export class SecretsBootstrap extends Construct {
  public constructor(scope: Construct, id: string, props: BootstrapProps) {
    super(scope, id);
    const { metadata } = props;
    const template = (): k8s.PodTemplateSpec => podTemplate(props, Object.keys(props.secrets));

    addServiceAccount(this, metadata);
    addRole(this, '', metadata, metadata.name, bootstrapRules);
    addManifest(this, 'ConfigMap', k8s.KubeConfigMap, metadata, {
      data: () => Object.fromEntries(Object.entries(props.secrets).map(([file, secret]) => (
        [file, `${JSON.stringify(secret(), undefined, props.isCompact ? 0 : 2)}\n`]))),
    });
    addContentNamed(this, 'Job', k8s.KubeJob, metadata, {
      spec: () => ({ activeDeadlineSeconds: DEADLINE_S, backoffLimit: 10, template: template() }),
    }, () => k8s.KubePod.manifest(template()));
  }
}

function podTemplate(props: BootstrapProps, secrets: string[]): k8s.PodTemplateSpec {
  return {
    metadata: props.podMetadata,
    spec: {
      ...props.pod,
      serviceAccountName: props.metadata.name,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      restartPolicy: 'OnFailure',
      containers: [{
        ...props.container,
        name: BOOTSTRAP,
        command: ['escript', `${PROGRAM_FOLDER}/${BOOTSTRAP}.escript`, ...secrets.map(file => `${FOLDER}/${file}`)],
        volumeMounts: [
          { name: 'programs', mountPath: PROGRAM_FOLDER, readOnly: true },
          { name: 'bootstrap', mountPath: FOLDER, readOnly: true },
          { name: 'token', mountPath: TOKEN_FOLDER, readOnly: true },
        ],
      }],
      volumes: [
        { name: 'programs', configMap: { name: props.programs } },
        { name: 'bootstrap', configMap: { name: props.metadata.name } },
        tokenVolume(),
      ],
    },
  };
}

function tokenVolume(): k8s.Volume {
  return {
    name: 'token',
    projected: {
      defaultMode: 0o440,
      sources: [
        { serviceAccountToken: { path: 'token', expirationSeconds: TOKEN_S } },
        { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
        { downwardApi: { items: [{ path: 'namespace', fieldRef: { fieldPath: 'metadata.namespace' } }] } },
      ],
    },
  };
}
