import type { Backup, BackupManifest } from './backup-file';
import { connectionsOf, isConnecting, withoutFederation } from './connecting';
import { byIdentity, differences, type Kind, KINDS, tagsOf, titleOfDefinition } from './definitions';
import { withoutRemovedKeys } from './removed-keys';
import type { Definition, Definitions } from '../broker/definitions';
import { RefusedError } from '../core/errors';
import { isNewerSeries } from './series';

/** A definition in a plan. */
export interface PlannedDefinition {
  readonly kind: Kind;
  /** As people name it: `orders in /`. */
  readonly title: string;
  /** What of it changes, or why it is left as it is. */
  readonly because?: string;
  /** A user's tags. */
  readonly tags?: readonly string[];
  /** Where a shovel or an upstream connects as soon as it is imported: hosts only. */
  readonly connects?: string;
}

/** What a restore does to a cluster. Nothing is ever deleted. */
export interface RestorePlan {
  /** Which backup it is, as `BackupManager.restore()` takes it. */
  readonly location: string;
  readonly backup: BackupManifest;
  /** The oldest release among the cluster's brokers. */
  readonly version: string;
  readonly added: readonly PlannedDefinition[];
  readonly changed: readonly PlannedDefinition[];
  /** What the backup has otherwise than the cluster, and is left as it is in the cluster. */
  readonly left: readonly PlannedDefinition[];
  /** How many are in the cluster as the backup has them. */
  readonly same: number;
  /** How many are in the cluster only, and stay. */
  readonly onlyInCluster: number;
}

/** What is known of the cluster that a backup is restored into. */
export interface RestoreTarget {
  readonly version: string;
  readonly definitions: Definitions;
  /** The names of Secrets by the users whose password they have. */
  readonly userSecrets: ReadonlyMap<string, string>;
  /**
   * Whether it must not connect to other brokers: shovels and federation are left out.
   * @default false
   */
  readonly isolated?: boolean;
}

/** A plan, and the definitions that carry it out. */
export interface PlannedRestore {
  readonly plan: RestorePlan;
  readonly definitions: Definitions;
}

/** They are what makes one cluster another than the next. */
const IDENTITY_PARAMETERS: ReadonlySet<unknown> = new Set(['internal_cluster_id', 'cluster_name']);

type Verdict = { readonly action: 'added' | 'changed'; readonly because?: string; readonly definition: Definition }
  | { readonly action: 'left'; readonly because: string }
  | { readonly action: 'same' };

/** @throws RefusedError if the backup is of a newer series than the cluster */
export function planRestore({ manifest, definitions }: Backup, target: RestoreTarget, name: string): PlannedRestore {
  if (isNewerSeries(manifest.rabbitmqVersion, target.version)) {
    throw new RefusedError(`${name} was made by RabbitMQ ${manifest.rabbitmqVersion}, and the cluster runs ${target.version}, which may not know all that is in it: `
      + 'upgrade the cluster first, or restore into a newer one');
  }
  const listed = {
    added: [] as PlannedDefinition[],
    changed: [] as PlannedDefinition[],
    left: [] as PlannedDefinition[],
  };
  const imported: Partial<Record<Kind, Definition[]>> = {};
  let same = 0;
  let onlyInCluster = 0;
  for (const kind of KINDS) {
    const there = byIdentity(kind, target.definitions);
    const wanted = byIdentity(kind, definitions);
    for (const [identity, definition] of wanted) {
      const verdict = judge(kind, definition, there.get(identity), target);
      if (verdict.action === 'same') {
        same += 1;
        continue;
      }
      listed[verdict.action].push(plannedDefinition(kind, definition, verdict.because));
      if (verdict.action !== 'left') {
        (imported[kind] ??= []).push(verdict.definition);
      }
    }
    onlyInCluster += [...there.keys()].filter(identity => !wanted.has(identity)).length;
  }
  return {
    plan: { location: name, backup: manifest, version: target.version, ...listed, same, onlyInCluster },
    definitions: { rabbitmq_version: manifest.rabbitmqVersion, ...imported },
  };
}

function plannedDefinition(kind: Kind, definition: Definition, because: string | undefined): PlannedDefinition {
  const tags = kind === 'users' ? tagsOf(definition) : [];
  const connects = connectionsOf(kind, definition);
  return {
    kind,
    title: titleOfDefinition(kind, definition),
    because,
    ...tags.length > 0 && { tags },
    ...connects !== undefined && { connects },
  };
}

function judge(
  kind: Kind,
  given: Definition,
  there: Definition | undefined,
  { version, userSecrets, isolated = false }: RestoreTarget,
): Verdict {
  if (isolated && isConnecting(kind, given)) {
    return { action: 'left', because: 'verify starts no shovels and no federation links' };
  }
  const { definition: wanted, removed: federation } = isolated && kind === 'policies' ? withoutFederation(given) : { definition: given, removed: [] };
  if (wanted === undefined) {
    return { action: 'left', because: 'verify starts no federation links' };
  }
  if (kind === 'global_parameters' && IDENTITY_PARAMETERS.has(wanted.name)) {
    return there && differences(wanted, there).length === 0 ? { action: 'same' } : { action: 'left', because: 'it is what the cluster is known by' };
  }
  const { definition, removed } = kind === 'policies' ? withoutRemovedKeys(wanted, version) : { definition: wanted, removed: [] };
  if (definition === undefined) {
    return { action: 'left', because: `RabbitMQ ${version} doesn't know ${removed.join(', ')} any more: queues are replicated by being quorum queues` };
  }
  const notes = [
    ...federation.length > 0 ? [`without ${federation.join(', ')}, as verify starts no federation links`] : [],
    ...removed.length > 0 ? [`without ${removed.join(', ')}, which RabbitMQ ${version} doesn't know any more`] : [],
  ];
  const without = notes.length > 0 ? notes.join('; ') : undefined;
  if (there === undefined) {
    return { action: 'added', because: without, definition };
  }
  const changed = differences(definition, there);
  if (changed.length === 0) {
    return { action: 'same' };
  }
  const secret = kind === 'users' ? userSecrets.get(String(wanted.name)) : undefined;
  if (secret !== undefined) {
    return { action: 'left', because: `its password is the one in Secret ${secret}` };
  }
  if (kind === 'queues' || kind === 'exchanges') {
    return { action: 'left', because: `it is there with other ${changed.join(', ')}, which RabbitMQ never changes: delete it first if the backup's is wanted` };
  }
  return { action: 'changed', because: [changed.join(', '), ...without ? [without] : []].join('; '), definition };
}
