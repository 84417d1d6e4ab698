import { Manifest, workloadsOf } from '../manifest';

/** Names of objects that are there without being in the set, by kind: `{ Secret: ['rabbitmq-tls'] }`. */
export type External = Readonly<Record<string, readonly string[]>>;

/** Every namespace has it. */
const ALWAYS_THERE: External = { ServiceAccount: ['default'], ConfigMap: ['kube-root-ca.crt'] };

/** What cert-manager writes into a Secret; not the authority's certificate where everybody trusts it. */
const ISSUED: ReadonlySet<string> = new Set(['tls.crt', 'tls.key', 'ca.crt']);

/** What a set of manifests has to offer to those that refer to something by name. */
export class Inventory {
  /** The keys of each object by kind and name; undefined where they can't be known. */
  private readonly known = new Map<string, ReadonlySet<string> | undefined>();

  public constructor(manifests: readonly Manifest[], external: External) {
    for (const source of [ALWAYS_THERE, external]) {
      Object.entries(source).forEach(([kind, names]) => {
        names.forEach(name => this.known.set(`${kind} ${name}`, undefined));
      });
    }
    for (const manifest of manifests) {
      this.known.set(`${manifest.kind} ${manifest.metadata.name}`, keysOf(manifest));
    }
    for (const { spec } of manifests.filter(({ kind }) => kind === 'Certificate')) {
      this.known.set(`Secret ${spec.secretName}`, ISSUED);
    }
    for (const secret of issuedForIngresses(manifests)) {
      this.known.set(`Secret ${secret}`, ISSUED);
    }
    for (const { spec } of manifests.filter(({ kind }) => kind === 'ExternalSecret')) {
      this.known.set(`Secret ${spec.target.name}`, new Set([...spec.data.map(({ secretKey }: any) => secretKey), ...Object.keys(spec.target.template?.data ?? {})]));
    }
    for (const secret of bootstrapped(manifests)) {
      this.known.set(`Secret ${secret.metadata.name}`, keysOf(secret));
    }
  }

  public has(kind: string, name: string): boolean {
    return this.known.has(`${kind} ${name}`);
  }

  /** The keys of a ConfigMap or Secret, where it is in the set. */
  public keys(kind: string, name: string): ReadonlySet<string> | undefined {
    return this.known.get(`${kind} ${name}`);
  }
}

/** The Secrets that cert-manager makes for an Ingress that names an issuer. */
function issuedForIngresses(manifests: readonly Manifest[]): string[] {
  const annotations = ['cert-manager.io/issuer', 'cert-manager.io/cluster-issuer'];
  return manifests
    .filter(({ kind, metadata }) => kind === 'Ingress' && annotations.some(name => name in (metadata.annotations ?? {})))
    .flatMap(({ spec }) => (spec.tls ?? []).map(({ secretName }: any) => secretName as string));
}

function keysOf({ data, binaryData, stringData }: Manifest): ReadonlySet<string> {
  return new Set([data, binaryData, stringData].flatMap(entries => Object.keys(entries ?? {})));
}

/**
 * The Secrets that a Job makes from their manifests in a ConfigMap that it mounts; those that it doesn't name stay
 * unmade.
 */
function bootstrapped(manifests: readonly Manifest[]): Manifest[] {
  return workloadsOf(manifests).filter(({ manifest }) => manifest.kind === 'Job').flatMap(({ pod }) => {
    const mounted = new Set((pod.volumes ?? []).map((volume: any) => volume.configMap?.name));
    const words: string[] = pod.containers.flatMap((container: any) =>
      [...(container.command ?? []), ...(container.args ?? [])]);
    return manifests
      .filter(({ kind, metadata }) => kind === 'ConfigMap' && mounted.has(metadata.name))
      .flatMap(({ data }) => Object.entries<string>(data ?? {}))
      .filter(([file]) => words.some(word => word.endsWith(`/${file}`)))
      .map(([, text]) => parseManifest(text))
      .filter(manifest => manifest?.kind === 'Secret')
      .map(manifest => manifest!);
  });
}

function parseManifest(text: string): Manifest | undefined {
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    return undefined;
  }
}
