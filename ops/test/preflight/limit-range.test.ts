import { limitViolations } from '../../src/preflight/limit-range';
import type { PodsOf } from '../../src/preflight/pod-needs';

const POD: unknown = {
  owner: 'StatefulSet orders',
  kind: 'StatefulSet',
  pod: {
    containers: [{ name: 'rabbitmq', resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '1', memory: '2Gi' } } }, { name: 'sidecar', resources: { limits: { memory: '64Mi' } } }],
    initContainers: [{ name: 'setup', resources: { requests: { memory: '16Mi' }, limits: { memory: '32Mi' } } }],
  },
};

const violations = (item: object, storage?: string): string[] => limitViolations({ metadata: { name: 'small' }, spec: { limits: [item as never] } }, [POD as PodsOf], storage);

describe('a LimitRange', () => {
  test.each<[string, object, string[]]>([
    ['a maximum that is just enough', { type: 'Container', max: { memory: '2Gi', cpu: '1' } }, []],
    ['a maximum that is too small', { type: 'Container', max: { memory: '2047Mi' } }, ['small: container rabbitmq of StatefulSet orders takes memory 2Gi, at most 2047Mi is allowed']],
    ['a minimum that is just low enough', { type: 'Container', min: { memory: '16Mi' } }, []],
    ['a minimum for an init container', { type: 'Container', min: { memory: '17Mi' } }, ['small: container setup of StatefulSet orders requests memory 16Mi, at least 17Mi is required']],
    ['a ratio that is just enough', { type: 'Container', maxLimitRequestRatio: { memory: '2' } }, []],
    ['a ratio that is too small', { type: 'Container', maxLimitRequestRatio: { cpu: '1500m' } }, ['small: container rabbitmq of StatefulSet orders has a cpu limit of 1 for a request of 500m, more than 1500m times']],
    ['a maximum for the pod', { type: 'Pod', max: { memory: '2111Mi' } }, ['small: a pod of StatefulSet orders takes memory 2112Mi, at most 2111Mi is allowed']],
    ['a maximum for the pod that is just enough', { type: 'Pod', max: { memory: '2112Mi' } }, []],
    ['a default for containers without a limit', { type: 'Container', default: {}, _default: { cpu: '5' }, max: { cpu: '4' } }, [
      'small: container sidecar of StatefulSet orders takes cpu 5, at most 4 is allowed', 'small: container setup of StatefulSet orders takes cpu 5, at most 4 is allowed',
    ]],
  ])('with %s', (_, item, expected) => {
    expect(violations(item)).toEqual(expected);
  });

  test.each([['20Gi', []], ['21Gi', ['small: a volume takes storage 21Gi, at most 20Gi is allowed']], [undefined, []]])('checks volumes of %s', (storage, expected) => {
    expect(violations({ type: 'PersistentVolumeClaim', max: { storage: '20Gi' } }, storage)).toEqual(expected);
  });
});
