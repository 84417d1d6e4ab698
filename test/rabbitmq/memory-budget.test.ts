import { RabbitMQCluster, RabbitMQMemoryBudget } from '../../lib';
import { brokerConfiguration, brokerContainer, newCluster, synth, quietly } from '../support/synth';

const GIB = 2 ** 30;

const withLimit = (memoryLimit: string): RabbitMQCluster => newCluster({ resources: { memoryLimit }, storage: { size: '200Gi' } });

describe('the memory budget', () => {
  test.each([
    ['2Gi', 2147483648, 1717986918],
    ['2048Mi', 2147483648, 1717986918],
    ['2147483648', 2147483648, 1717986918],
    ['1.5Gi', 1610612736, 1288490188],
    ['2G', 2000000000, 1600000000],
    ['1e9', 1000000000, 800000000],
    ['1.5e9', 1500000000, 1200000000],
    ['2000000k', 2000000000, 1600000000],
    ['2147483648000m', 2147483648, 1717986918],
    // a fifth is kept from the broker, and 2 GiB at the most
    ['10Gi', 10 * GIB, 8 * GIB],
    ['11Gi', 11 * GIB, 9 * GIB],
    ['64Gi', 64 * GIB, 62 * GIB],
  ])('of a limit of %s is in bytes', (memoryLimit, limitBytes, availableBytes) => {
    const cluster = withLimit(memoryLimit);
    expect(cluster.memoryBudget).toEqual<RabbitMQMemoryBudget>({
      limitBytes, availableBytes, highWatermarkBytes: Math.floor(availableBytes * 0.6),
    });

    const manifests = synth(cluster);
    expect(brokerConfiguration(manifests)).toMatchObject({
      total_memory_available_override_value: String(availableBytes),
      'vm_memory_high_watermark.relative': '0.6',
    });
    expect(brokerContainer(manifests).resources)
      .toMatchObject({ limits: { memory: memoryLimit }, requests: { memory: memoryLimit } });
  });

  test('of an awkward limit is still a whole number of bytes', () => {
    expect(brokerConfiguration(synth(withLimit('1.234567891G'))).total_memory_available_override_value).toBe('987654312');
  });

  test('uses the limit, not the request', () => {
    const cluster = newCluster({ resources: { memoryRequest: '1Gi', memoryLimit: '4Gi' } });
    expect(cluster.memoryBudget.limitBytes).toBe(4 * GIB);
    expect(brokerContainer(synth(cluster)).resources.requests.memory).toBe('1Gi');
  });

  test.each([
    ['a typed share', { memory: { highWatermark: 0.5 } }],
    ['a raw share', { raw: { 'vm_memory_high_watermark.relative': '0.5' } }],
  ])('has its alarm where %s says', (_how, configuration) => {
    const cluster = newCluster({ configuration });
    expect(cluster.memoryBudget.highWatermarkBytes).toBe(Math.floor(1717986918 * 0.5));
    expect(brokerConfiguration(synth(cluster))).toMatchObject({
      total_memory_available_override_value: '1717986918',
      'vm_memory_high_watermark.relative': '0.5',
    });
  });

  test.each([['1000000000', 1e9], ['1Gi', GIB], ['1GB', 1e9], ['900MiB', 900 * 2 ** 20]])(
    'has its alarm at the raw number of bytes %s', (absolute, highWatermarkBytes) => {
      const cluster = newCluster({ configuration: { raw: { 'vm_memory_high_watermark.absolute': absolute } } });
      expect(cluster.memoryBudget).toMatchObject({ availableBytes: 1717986918, highWatermarkBytes });
      expect(brokerConfiguration(synth(cluster))).toHaveProperty(['vm_memory_high_watermark.absolute'], absolute);
    },
  );

  test('has one watermark only, as the broker would complain of two', () => {
    const manifests = synth(newCluster({ configuration: { raw: { 'vm_memory_high_watermark.absolute': '1Gi' } } }));
    expect(Object.keys(brokerConfiguration(manifests)).filter(key => key.startsWith('vm_memory_high_watermark.'))).toEqual(['vm_memory_high_watermark.absolute']);
  });

  test('follows a key that is added later', () => {
    const cluster = newCluster();
    expect(cluster.memoryBudget.highWatermarkBytes).toBe(Math.floor(1717986918 * 0.6));
    cluster.addConfig('vm_memory_high_watermark.relative', '0.4');
    expect(cluster.memoryBudget.highWatermarkBytes).toBe(Math.floor(1717986918 * 0.4));
    synth(cluster);
  });

  test.each(['2Gb', '2 Gi', 'lots', '', '0', '-2Gi'])('fails on a limit of %j', (memoryLimit) => {
    expect(() => withLimit(memoryLimit)).toThrow(`resources.memoryLimit is "${memoryLimit}": it must be a Kubernetes quantity above zero, such as "2Gi"`);
  });
});

describe('requests and limits', () => {
  test('have defaults', () => {
    expect(brokerContainer(synth(newCluster())).resources).toEqual({
      requests: { cpu: '500m', memory: '2Gi' },
      limits: { cpu: '2', memory: '2Gi' },
    });
  });

  test.each([
    [{ cpuRequest: '2', cpuLimit: '1500m' }, 'resources.cpuRequest is "2", above resources.cpuLimit "1500m": lower the request or raise the limit'],
    [{ cpuRequest: '3', cpuLimit: '2' }, 'resources.cpuRequest is "3", above resources.cpuLimit "2": lower the request or raise the limit'],
    [{ memoryRequest: '2049Mi', memoryLimit: '2Gi' }, 'resources.memoryRequest is "2049Mi", above resources.memoryLimit "2Gi": lower the request or raise the limit'],
    [{ cpuRequest: 'half' }, 'resources.cpuRequest is "half": it must be a Kubernetes quantity above zero, such as "500m"'],
    [{ cpuLimit: '0' }, 'resources.cpuLimit is "0": it must be a Kubernetes quantity above zero, such as "2"'],
    [{ memoryRequest: '1GB' }, 'resources.memoryRequest is "1GB": it must be a Kubernetes quantity above zero, such as "2Gi"'],
  ])('fail as %j', (resources, message) => {
    expect(() => newCluster({ resources })).toThrow(message);
  });

  test.each([
    [{ cpuRequest: '4', memoryRequest: '4Gi' }, { cpu: '4', memory: '4Gi' }],
    [{ cpuRequest: '1', memoryRequest: '1Gi' }, { cpu: '2', memory: '2Gi' }],
  ])('have limits that follow requests of %j', (resources, limits) => {
    expect(brokerContainer(quietly(() => synth(newCluster({ resources })))).resources.limits).toEqual(limits);
  });

  test('may be equal, however they are written', () => {
    const manifests = synth(newCluster({ resources: { cpuRequest: '2', cpuLimit: '2000m', memoryRequest: '2048Mi' } }));
    expect(brokerContainer(manifests).resources).toEqual({ requests: { cpu: '2', memory: '2048Mi' }, limits: { cpu: '2000m', memory: '2Gi' } });
  });
});
