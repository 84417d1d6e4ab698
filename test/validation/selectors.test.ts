import { k8s } from 'cdk8s-plus-28';
import { RabbitMQBackup, RabbitMQCluster } from '../../lib';
import { newChart, newCluster } from '../support/synth';

const term = (requirement: k8s.NodeSelectorRequirement): k8s.NodeAffinity =>
  ({ requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [requirement] }] } });
const preferred = (weight: number): k8s.NodeAffinity =>
  ({ preferredDuringSchedulingIgnoredDuringExecution: [{ weight, preference: {} }] });
const made = (nodeAffinity: k8s.NodeAffinity) => (): RabbitMQCluster => newCluster({ scheduling: { nodeAffinity } });

describe('node affinity is refused', () => {
  test.each<[string, k8s.NodeAffinity, string]>([
    ['with an unknown operator', term({ key: 'a', operator: 'Is', values: ['b'] }), 'matchExpressions[0] is {"key":"a","operator":"Is","values":["b"]}: it needs a key'],
    ['with a key that is none', term({ key: 'a b', operator: 'Exists' }), '"key":"a b"'],
    ['without the values of In', term({ key: 'a', operator: 'In' }), 'In and NotIn need values'],
    ['with values of Exists', term({ key: 'a', operator: 'Exists', values: ['b'] }), 'Exists and DoesNotExist have none'],
    ['with a text for a number', term({ key: 'a', operator: 'Gt', values: ['b'] }), 'Gt and Lt have 1 whole number'],
    ['without a term', { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } }, 'nodeSelectorTerms is empty'],
    ['with a weight of 0', preferred(0), 'weight is 0: it must be a whole number from 1 to 100'],
    ['with a weight of 101', preferred(101), 'weight is 101'],
  ])('%s', (_, affinity, message) => {
    expect(made(affinity)).toThrow(/\/Cluster\] scheduling\.nodeAffinity\./);
    expect(made(affinity)).toThrow(message);
  });

  test('and just inside is taken', () => {
    for (const affinity of [
      term({ key: 'a', operator: 'In', values: ['b'] }), term({ key: 'example.com/a', operator: 'DoesNotExist' }), term({ key: 'a', operator: 'Lt', values: ['5'] }),
      preferred(1), preferred(100),
    ]) {
      expect(made(affinity)).not.toThrow();
    }
  });

  test('of pods beside the brokers too', () => {
    const chart = newChart();
    const backup = () => new RabbitMQBackup(chart, 'Backup', { cluster: newCluster({}, chart), pod: { nodeAffinity: preferred(0) } });
    expect(backup).toThrow('/Backup] pod.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight is 0');
  });
});

test('a label selector has no operators of numbers, and labels that Kubernetes accepts', () => {
  const storage = (selector: k8s.LabelSelector) => () => newCluster({ storage: { selector } });
  expect(storage({ matchExpressions: [{ key: 'a', operator: 'Gt', values: ['5'] }] })).toThrow('one of the operators In, NotIn, Exists, DoesNotExist.');
  expect(storage({ matchLabels: { 'a b': 'c' } })).toThrow('storage.selector.matchLabels has the key "a b"');
  expect(storage({ matchExpressions: [{ key: 'a', operator: 'In', values: ['5'] }], matchLabels: { a: 'c' } })).not.toThrow();
});
