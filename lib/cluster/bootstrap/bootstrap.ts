import { ApiObjectMetadata } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { addApiAccess, TOKEN_FOLDER, tokenVolume } from './api-access';
import { addContentNamed, addManifest } from '../../kubernetes/manifest';
import { readEscript } from '../../rabbitmq/programs';
import { IRabbitMQCluster } from '../interface/cluster-interface';
import { addTools } from '../interface/programs';
import { toolContainer, toolPod, toolPodMetadata } from '../interface/tool-pod';
import { renderApiClientPolicy } from '../network/client-policies';
import { clientNetworkPolicy } from '../network/options';
import { bootstrapRules } from '../rbac';

/** What the bootstrap of Secrets needs to know of its cluster. */
export interface BootstrapProps {
  readonly cluster: IRabbitMQCluster;
  /** The metadata of its objects; the Job's name has a hash added, as a Job can't be changed. */
  readonly metadata: ApiObjectMetadata & { readonly name: string };
  /** Labels that select its pods, and no others. */
  readonly selector: Record<string, string>;
  readonly podLabels: Record<string, string>;
}

/** The manifest of a Secret, with placeholders for what is random; asked for at synth. */
interface SecretFile {
  readonly manifest: () => object;
  readonly isCompact: boolean;
}

const FOLDER = '/bootstrap';
const PROGRAM_FOLDER = '/programs';

/** How long the Job may take, with a pod that waits for a node or its image. */
const DEADLINE_S = 3600;

/** The name of the program. */
const BOOTSTRAP = 'bootstrap';

/** A Job that makes Secrets with random values once, if they aren't there; its rights end at that. */
export class SecretsBootstrap extends Construct {
  private readonly files = new Map<string, SecretFile>();
  private readonly props: BootstrapProps;
  private readonly programs: () => string;

  public constructor(scope: Construct, id: string, props: BootstrapProps) {
    super(scope, id);
    this.props = props;
    const { cluster, metadata, selector } = props;
    this.programs = addTools(cluster, metadata.name, readEscript(BOOTSTRAP));

    addApiAccess(this, metadata, bootstrapRules);
    addManifest(this, 'ConfigMap', k8s.KubeConfigMap, metadata, {
      data: () => Object.fromEntries([...this.files].map(([file, { manifest, isCompact }]) => (
        [file, `${JSON.stringify(manifest(), undefined, isCompact ? 0 : 2)}\n`]))),
    });
    addContentNamed(this, 'Job', k8s.KubeJob, metadata, {
      spec: () => ({ activeDeadlineSeconds: DEADLINE_S, backoffLimit: 10, template: this.podTemplate() }),
    }, () => k8s.KubePod.manifest(this.podTemplate()));
    this.node.addValidation({ validate: () => this.sharedSecrets() });
    if (clientNetworkPolicy(cluster).enabled) {
      addManifest(this, 'NetworkPolicy', k8s.KubeNetworkPolicy, metadata, {
        spec: () => renderApiClientPolicy(selector, clientNetworkPolicy(cluster)),
      });
    }
  }

  /** Adds the manifest of a Secret under the name of a file. */
  public addSecret(file: string, manifest: () => object, isCompact = false): void {
    this.files.set(file, { manifest, isCompact });
  }

  /** The Job creates a Secret once, and leaves one that is there: a second user would get the password of the first. */
  private sharedSecrets(): string[] {
    const names = [...this.files.values()].map(
      ({ manifest }) => (manifest() as { metadata: { name: string } }).metadata.name,
    );
    const shared = new Set(names.filter((name, index) => names.indexOf(name) !== index));
    return [...shared].map(name => `Secret "${name}" is created for two purposes. Set another secretName of the user, or leave it out`);
  }

  private podTemplate(): k8s.PodTemplateSpec {
    const { cluster, metadata, podLabels } = this.props;
    return {
      metadata: toolPodMetadata(cluster, { labels: podLabels }),
      spec: {
        ...toolPod(cluster),
        serviceAccountName: metadata.name,
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        restartPolicy: 'OnFailure',
        containers: [{
          ...toolContainer(cluster),
          name: BOOTSTRAP,
          command: ['escript', `${PROGRAM_FOLDER}/${BOOTSTRAP}.escript`, ...[...this.files.keys()].map(file => `${FOLDER}/${file}`)],
          volumeMounts: [
            { name: 'programs', mountPath: PROGRAM_FOLDER, readOnly: true },
            { name: 'bootstrap', mountPath: FOLDER, readOnly: true },
            { name: 'token', mountPath: TOKEN_FOLDER, readOnly: true },
          ],
        }],
        volumes: [
          { name: 'programs', configMap: { name: this.programs() } },
          { name: 'bootstrap', configMap: { name: metadata.name } },
          tokenVolume(),
        ],
      },
    };
  }
}
