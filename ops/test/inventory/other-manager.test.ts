import { otherManagerOf, withoutMarks } from '../../src/inventory/other-manager';

const object = (metadata: object) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders', ...metadata } });

describe('the manager of an object', () => {
  test.each<[string | undefined, object]>([
    ['Helm release shop', { labels: { 'app.kubernetes.io/managed-by': 'Helm' }, annotations: { 'meta.helm.sh/release-name': 'shop' } }],
    ['Argo CD application shop', { annotations: { 'argocd.argoproj.io/tracking-id': 'shop:apps/StatefulSet:shop/orders' } }],
    ['Argo CD application shop', { labels: { 'argocd.argoproj.io/instance': 'shop' } }],
    ['Flux Kustomization shop', { labels: { 'kustomize.toolkit.fluxcd.io/name': 'shop' } }],
    ['Flux HelmRelease shop', { labels: { 'helm.toolkit.fluxcd.io/name': 'shop' }, annotations: { 'meta.helm.sh/release-name': 'shop' } }],
    ['Argo CD', { managedFields: [{ manager: 'argocd-controller' }] }],
    ['Flux', { managedFields: [{ manager: 'kustomize-controller' }] }],
    [undefined, { managedFields: [{ manager: 'kustomize-controller' }, { manager: 'rabbitmq-k8s' }] }],
    [undefined, { labels: { 'app.kubernetes.io/managed-by': 'cdk8s' }, managedFields: [{ manager: 'kubectl-client-side-apply' }] }],
  ])('is %s', (name, metadata) => {
    expect(otherManagerOf(object(metadata))?.name).toBe(name);
  });

  test('is not found any more once its labels and annotations are removed', () => {
    const live = object({ labels: { app: 'rabbitmq', 'helm.toolkit.fluxcd.io/name': 'shop' }, annotations: { 'meta.helm.sh/release-name': 'shop', other: 'stays' } });
    expect(withoutMarks(live)).toEqual({ labels: { 'helm.toolkit.fluxcd.io/name': null }, annotations: { 'meta.helm.sh/release-name': null } });
  });
});
