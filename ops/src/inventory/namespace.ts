import { keyOf, labelOf } from './inventory';
import type { KubernetesConnection } from '../kubernetes/connection';
import { contentsOf } from '../kubernetes/contents';
import type { LiveObject, ObjectRef } from '../kubernetes/objects';
import { firstOf } from '../core/first-of';

/** What Kubernetes puts into every namespace, and writes about what is there. */
const OF_KUBERNETES = new Set(['/ConfigMap/kube-root-ca.crt', '/ServiceAccount/default']);
const KINDS_OF_KUBERNETES = new Set(['Event', 'Endpoints', 'EndpointSlice']);

/** How many things a reason names. */
const NAMED = 5;

/**
 * Why a namespace can't be deleted once `goes` is gone; undefined where nobody misses it. Objects whose owner was made
 * by a deploy, such as pods of its StatefulSet, go with it: `known` has those owners, by `keyOf()`, and gets the uids
 * of what is theirs, by which it is known once its owner is gone.
 */
export async function whyNamespaceStays(
  kubernetes: KubernetesConnection,
  namespace: string,
  goes: readonly ObjectRef[],
  known: Set<string>,
): Promise<string | undefined> {
  const { objects, unseen } = await contentsOf(kubernetes, namespace);
  const others = othersAmong(objects, new Set(goes.map(keyOf)), known);
  if (others.length > 0) {
    return `there is more in it: ${firstOf(others.map(labelOf), NAMED, ', ')}`;
  }
  if (unseen.length > 0) {
    return `what else is in it can't be seen with these rights: ${firstOf(unseen, NAMED, ', ')}`;
  }
  return await mayDelete(kubernetes, namespace) ? undefined : 'this user may not delete it';
}

function othersAmong(objects: readonly LiveObject[], goes: ReadonlySet<string>, known: Set<string>): LiveObject[] {
  let others = objects.filter(
    object =>
      !KINDS_OF_KUBERNETES.has(object.kind)
      && !OF_KUBERNETES.has(keyOf(object))
      && !(object.metadata as Owned).deletionTimestamp,
  );
  for (let before = Infinity; others.length < before;) {
    before = others.length;
    others = others.filter((object) => {
      const { uid, ownerReferences = [] } = object.metadata as Owned;
      const isOurs = goes.has(keyOf(object))
        || known.has(uid)
        || ownerReferences.some(owner => known.has(owner.uid) || known.has(ownerKey(owner)));
      if (isOurs) {
        known.add(uid);
      }
      return !isOurs;
    });
  }
  return others;
}

interface Owned {
  readonly uid: string;
  readonly deletionTimestamp?: string;
  readonly ownerReferences?: readonly Owner[];
}

interface Owner {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
}

function ownerKey({ apiVersion, kind, name }: Owner): string {
  return keyOf({ apiVersion, kind, metadata: { name } });
}

async function mayDelete({ authorization }: KubernetesConnection, name: string): Promise<boolean> {
  const { status } = await authorization.createSelfSubjectAccessReview({ body: { spec: { resourceAttributes: { resource: 'namespaces', verb: 'delete', name } } } });
  return status?.allowed === true;
}
