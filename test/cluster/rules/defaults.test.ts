import { App, Chart } from 'cdk8s';
import { check, checkCluster, told } from './check';
import { DevChart } from '../../../examples/dev';
import { ProdChart } from '../../../examples/prod';
import { TestChart } from '../../../examples/test';
import { RabbitMQCluster, RabbitMQImage, RabbitMQVersion } from '../../../lib';

const RELEASES = ['3.10.0', '3.10.25', '3.11.0', '3.11.28', '3.12.0', '3.12.14', '3.13.0', '3.13.7', '4.0.1', '4.0.9', '4.1.0', '4.1.8', '4.2.0', '4.2.10'];

describe('the defaults', () => {
  test.each(RELEASES)('of %s have no error, and one warning: that nobody supports it', (release) => {
    expect(told(check({ version: RabbitMQVersion.of(release) }))).toEqual(['version-unsupported']);
  });

  test.each(['4.3.0', '4.3.6'])('of %s have no error and no warning', (release) => {
    expect(told(check({ version: RabbitMQVersion.of(release) }))).toEqual([]);
  });

  test('produce notes about missing client peers and the default number of channels', () => {
    expect(check().map(({ rule }) => rule)).toEqual(['channels-many', 'network-nobody']);
  });

  test.each(['3.10', '3.13', '4.1', '4.3'])('of an image tagged with %s alone are right for every release of it', (series) => {
    expect(told(check({ image: RabbitMQImage.fromReference(`rabbitmq:${series}`) }))).toEqual(
      [...(series === '4.3' ? [] : ['version-unsupported']), 'image-floating']);
  });

  test.each([1, 3, 5, 7])('with %i replicas have no warning', (replicas) => {
    expect(told(check({ replicas }))).toEqual([]);
  });

  test.each(['493Mi', '512Mi', '1Gi', '1.5Gi', '2G', '4Gi', '16Gi', '64Gi', '1e9'])('with %s of memory have no warning, given the disk for it', (memoryLimit) => {
    expect(told(check({ resources: { memoryLimit }, storage: { size: '200Gi' } }))).toEqual([]);
  });
});

describe('the examples', () => {
  // the profile for production has two cores, where the RabbitMQ team recommends four
  test.each([[DevChart, []], [TestChart, []], [ProdChart, ['image-without-digest', 'cpu-few']]])('%p', (Profile, warnings) => {
    const chart: Chart = new Profile(new App(), 'chart');
    const [cluster] = chart.node.findAll().filter(construct => construct instanceof RabbitMQCluster);
    expect(told(checkCluster(cluster))).toEqual(warnings);
  });
});
