import { App, Chart } from 'cdk8s';
import { NetworkPolicyIpBlock } from 'cdk8s-plus-28';
import { RabbitMQCluster, RabbitMQClusterProps } from '../../lib';
import { expectClosed } from '../support/manifests';
import { newChart, newCluster } from '../support/synth';

const EVEN = 'replicas is 4: an even number tolerates no more failures than 3. Use 3 or 5 [replicas-even]';

let printed: jest.SpyInstance;
beforeEach(() => (printed = jest.spyOn(process.stderr, 'write').mockReturnValue(true)));
afterEach(() => { printed.mockRestore(); });

function synthesize(...clusters: RabbitMQClusterProps[]): void {
  const chart = newChart();
  clusters.forEach((props, index) => new RabbitMQCluster(chart, `Cluster${index + 1}`, props));
  expectClosed(chart.toJson());
}

describe('warnings', () => {
  test('are read by programs', () => {
    expect(newCluster({ replicas: 4 }).warnings).toEqual([EVEN]);
    expect(newCluster().warnings).toEqual([]);
    expect(printed).not.toHaveBeenCalled();
  });

  test('follow peers that are added after they were read', () => {
    const cluster = newCluster({ networkPolicy: { enabled: false } });
    expect(cluster.warnings).toEqual([]);
    cluster.connections.allowClientsFrom(NetworkPolicyIpBlock.anyIpv4(cluster, 'Anywhere'));
    expect(cluster.warnings).toEqual([expect.stringMatching(/\[network-unused\]$/)]);
  });

  test('are printed once, with the construct\'s path, to the standard error', () => {
    const standardOutput = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    const chart = newChart();
    new RabbitMQCluster(chart, 'Cluster', { replicas: 4 });
    chart.toJson();
    chart.toJson();
    expect(standardOutput).not.toHaveBeenCalled();
    standardOutput.mockRestore();
    expect(printed.mock.calls).toEqual([[`warning: [test/Cluster] ${EVEN}\n`]]);
  });

  test('are printed once though each chart validates the whole app', () => {
    const app = new App();
    const charts = ['one', 'two', 'three'].map(id => new Chart(app, id));
    charts.forEach(chart => new RabbitMQCluster(chart, 'Cluster', { replicas: 4 }));
    charts.forEach((chart) => { chart.toJson(); });
    expect(printed.mock.calls.flat()).toEqual(['one', 'two', 'three'].map(id => `warning: [${id}/Cluster] ${EVEN}\n`));
  });

  test('stop nothing', () => {
    expect(() => { synthesize({ replicas: 4 }); }).not.toThrow();
  });

  test('are gone when they are acknowledged', () => {
    synthesize({ replicas: 4, acknowledgedWarnings: ['replicas-even'] });
    expect(printed).not.toHaveBeenCalled();
    expect(newCluster({ replicas: 4, acknowledgedWarnings: ['replicas-even'] }).warnings).toEqual([]);
  });

  test('stay when another one is acknowledged', () => {
    expect(newCluster({ replicas: 4, acknowledgedWarnings: ['cpu-few'] }).warnings).toEqual([EVEN]);
  });

  test('are errors where it is strict', () => {
    expect(() => { synthesize({ replicas: 4, strict: true }); }).toThrow(`Validation failed with the following errors:\n  [test/Cluster1] ${EVEN}`);
    expect(printed).not.toHaveBeenCalled();
    expect(newCluster({ replicas: 4, strict: true }).warnings).toEqual([]);
  });

  test('are no errors where it is strict and they are acknowledged', () => {
    expect(() => { synthesize({ replicas: 4, strict: true, acknowledgedWarnings: ['replicas-even'] }); }).not.toThrow();
  });

  test('come and go with what is added', () => {
    const cluster = newCluster();
    const before = cluster.warnings;
    cluster.addConfig('heartbeat', '3');
    expect(cluster.warnings.length).toBeGreaterThan(before.length);
  });
});

describe('errors', () => {
  test('of all clusters are reported together, each with its path', () => {
    const wrong = { scheduling: { zones: 0 } };
    expect(() => { synthesize(wrong, { name: 'second' }, { ...wrong, name: 'third' }); }).toThrow(
      /\[test\/Cluster1\] scheduling\.zones is 0: .* \[zones-number\]\n {2}\[test\/Cluster3\] scheduling\.zones is 0: .* \[zones-number\]$/,
    );
  });

  test('of one cluster are reported together', () => {
    expect(() => { synthesize({ replicas: 4, strict: true, scheduling: { zones: 0 } }); }).toThrow(/zones-number\]\n.*replicas-even\]/);
  });

  test('can\'t be acknowledged', () => {
    expect(() => { synthesize({ scheduling: { zones: 0 }, acknowledgedWarnings: ['zones-number'] }); }).toThrow(/zones-number/);
  });
});

describe('a single wrong argument fails at once', () => {
  test.each([
    [{ replicas: -1 }, 'replicas is -1: it must be a whole number from 0 to 1000'],
    [{ replicas: 1.5 }, 'replicas is 1.5: it must be a whole number from 0 to 1000'],
    [{ replicas: NaN }, 'replicas is NaN: it must be a number'],
    [{ replicas: Infinity }, 'replicas is Infinity: it must be a number'],
    [{ ordinalStart: -1 }, 'ordinalStart is -1: it must be a whole number of 0 or more'],
    [{ ordinalStart: 0.5 }, 'ordinalStart is 0.5: it must be a whole number of 0 or more'],
  ])('as %j', (props, message) => {
    expect(() => newCluster(props)).toThrow(message);
  });
});
