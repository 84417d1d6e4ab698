import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import { RabbitMQQuantity } from '../../lib';
import { brokerContainer, find, synthCluster } from '../support/synth';

test.each([
  [Size.gibibytes(4), '4Gi'], [Size.gibibytes(1.5), '1536Mi'], [Size.mebibytes(2048), '2Gi'], [Size.kibibytes(3), '3Ki'], [Size.kibibytes(0.5), '512'],
  [Size.tebibytes(1), '1024Gi'],
])('a size is a quantity in the largest unit without a fraction', (size, quantity) => {
  expect(RabbitMQQuantity.fromSize(size)).toBe(quantity);
});

test.each([[Cpu.millis(500), '500m'], [Cpu.units(2), '2']])('CPU is a quantity', (cpu, quantity) => {
  expect(RabbitMQQuantity.fromCpu(cpu)).toBe(quantity);
});

test('quantities are accepted where texts are', () => {
  const manifests = synthCluster({
    resources: {
      cpuLimit: RabbitMQQuantity.fromCpu(Cpu.units(3)), memoryLimit: RabbitMQQuantity.fromSize(Size.gibibytes(4)),
    },
    storage: { size: RabbitMQQuantity.fromSize(Size.gibibytes(50)) },
  });
  expect(brokerContainer(manifests).resources.limits).toMatchObject({ cpu: '3', memory: '4Gi' });
  expect(find(manifests, 'StatefulSet').spec.volumeClaimTemplates[0].spec.resources.requests.storage).toBe('50Gi');
});
