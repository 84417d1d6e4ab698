/** What rules read of a volume; any other member names its kind. */
export interface VolumeManifest {
  readonly name?: string;
  readonly secret?: {
    readonly secretName?: string;
    readonly items?: readonly { readonly key?: string }[];
    readonly optional?: boolean;
  };
  readonly projected?: { readonly sources?: readonly { readonly secret?: SecretProjectionManifest }[] };
}

interface SecretProjectionManifest {
  readonly name?: string;
  readonly items?: readonly { readonly key?: string }[];
  readonly optional?: boolean;
}

export interface MountManifest {
  readonly name?: string;
  readonly mountPath?: string;
  readonly subPath?: string;
  readonly subPathExpr?: string;
  readonly readOnly?: boolean;
}

export interface EnvManifest {
  readonly name?: string;
  readonly value?: string;
  readonly valueFrom?: Readonly<Record<string, unknown>> & {
    readonly secretKeyRef?: { readonly name?: string; readonly key?: string; readonly optional?: boolean };
  };
}

export interface ProbeManifest {
  readonly exec?: { readonly command?: readonly string[] };
  readonly httpGet?: { readonly path?: string };
  readonly initialDelaySeconds?: number;
  readonly periodSeconds?: number;
  readonly timeoutSeconds?: number;
  readonly failureThreshold?: number;
}

export interface ContainerManifest {
  readonly name?: string;
  readonly image?: string;
  readonly env?: readonly EnvManifest[];
  readonly envFrom?: readonly unknown[];
  readonly ports?: readonly { readonly name?: string; readonly containerPort?: number; readonly protocol?: string }[];
  readonly resources?: {
    readonly requests?: Readonly<Record<string, string | number>>;
    readonly limits?: Readonly<Record<string, string | number>>;
  };
  readonly securityContext?: { readonly runAsUser?: number };
  readonly lifecycle?: { readonly preStop?: { readonly exec?: { readonly command?: readonly string[] } } };
  readonly livenessProbe?: ProbeManifest;
  readonly readinessProbe?: ProbeManifest;
  readonly startupProbe?: ProbeManifest;
  readonly volumeMounts?: readonly MountManifest[];
}

interface AffinityTerm {
  readonly topologyKey?: string;
}

export interface PodAntiAffinityManifest {
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly AffinityTerm[];
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly { readonly podAffinityTerm?: AffinityTerm }[];
}

export interface SpreadManifest {
  readonly topologyKey?: string;
  readonly maxSkew?: number;
  readonly minDomains?: number;
  readonly whenUnsatisfiable?: string;
}

export interface TolerationManifest {
  readonly key?: string;
  readonly operator?: string;
  readonly value?: string;
  readonly effect?: string;
  readonly tolerationSeconds?: number;
}

export interface PodManifest {
  readonly affinity?: { readonly podAntiAffinity?: PodAntiAffinityManifest };
  readonly automountServiceAccountToken?: boolean;
  readonly containers?: readonly ContainerManifest[];
  readonly initContainers?: readonly ContainerManifest[];
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly priorityClassName?: string;
  readonly securityContext?: { readonly runAsUser?: number };
  readonly terminationGracePeriodSeconds?: number;
  readonly tolerations?: readonly TolerationManifest[];
  readonly topologySpreadConstraints?: readonly SpreadManifest[];
  readonly volumes?: readonly VolumeManifest[];
}

export interface MetadataManifest {
  readonly name?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface ClaimManifest {
  readonly metadata?: MetadataManifest;
  readonly spec?: { readonly accessModes?: readonly string[]; readonly storageClassName?: string };
}

/** A StatefulSet as it comes out, as far as rules read it; a patch can take anything away. */
export interface StatefulSetManifest {
  readonly metadata?: MetadataManifest;
  readonly spec?: {
    readonly ordinals?: { readonly start?: number };
    readonly podManagementPolicy?: string;
    readonly template?: { readonly metadata?: MetadataManifest; readonly spec?: PodManifest };
    readonly volumeClaimTemplates?: readonly ClaimManifest[];
    readonly persistentVolumeClaimRetentionPolicy?: { readonly whenDeleted?: string; readonly whenScaled?: string };
  };
}

/** A Service as it comes out, as far as rules read it. */
export interface ServiceManifest {
  readonly metadata?: MetadataManifest;
  readonly spec?: {
    readonly type?: string;
    readonly publishNotReadyAddresses?: boolean;
    readonly ports?: readonly { readonly name?: string; readonly port?: number }[];
    readonly externalTrafficPolicy?: string;
    readonly loadBalancerClass?: string;
    readonly loadBalancerSourceRanges?: readonly string[];
    readonly sessionAffinityConfig?: { readonly clientIP?: { readonly timeoutSeconds?: number } };
    readonly ipFamilyPolicy?: string;
    readonly ipFamilies?: readonly string[];
  };
}

interface PolicyRuleManifest {
  readonly from?: readonly PolicyPeerManifest[];
  readonly to?: readonly PolicyPeerManifest[];
  readonly ports?: readonly {
    readonly protocol?: string;
    readonly port?: string | number;
    readonly endPort?: number;
  }[];
}

interface PolicyPeerManifest {
  readonly podSelector?: { readonly matchLabels?: Readonly<Record<string, string>> };
  readonly namespaceSelector?: object;
}

/** A NetworkPolicy as it comes out, as far as rules read it. */
export interface NetworkPolicyManifest {
  readonly spec?: {
    readonly policyTypes?: readonly string[];
    readonly ingress?: readonly PolicyRuleManifest[];
    readonly egress?: readonly PolicyRuleManifest[];
  };
}
