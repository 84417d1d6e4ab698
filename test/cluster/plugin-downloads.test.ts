import { RabbitMQClusterProps, RabbitMQPluginDownload } from '../../lib';
import { Manifest } from '../support/manifest';
import { brokerContainer, newChart, newCluster, podTemplate, synth } from '../support/synth';

const SHA256 = '0123456789abcdef'.repeat(4);
const DELAYED: RabbitMQPluginDownload = {
  name: 'rabbitmq_delayed_message_exchange', url: 'https://mirror.example.com/a/rabbitmq_delayed_message_exchange-4.3.0.ez', sha256: SHA256,
};
const made = (props: RabbitMQClusterProps): Manifest[] => synth(newCluster({ networkPolicy: { enabled: false }, ...props }, newChart({ namespace: 'shop' })));
const downloading = (...pluginDownloads: Partial<RabbitMQPluginDownload>[]): Manifest[] =>
  made({ pluginDownloads: pluginDownloads as RabbitMQPluginDownload[] });
const containerOf = (manifests: Manifest[]): any => podTemplate(manifests).spec.initContainers.find(({ name }: any) => name === 'fetch-plugins');
const programsOf = (manifests: Manifest[]): string[] =>
  Object.keys(manifests.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name.startsWith('rabbitmq-cluster-programs-'))!.data);
const envOf = (manifests: Manifest[]): string | undefined => brokerContainer(manifests).env.find(({ name }: any) => name === 'RABBITMQ_PLUGINS_DIR')?.value;

describe('pluginDownloads', () => {
  test('fetches plugins with their checksums before the broker starts', () => {
    const manifests = downloading(DELAYED);
    expect(containerOf(manifests).command).toEqual([
      'escript', '/etc/rabbitmq-programs/fetch-plugins.escript', '/var/lib/rabbitmq/mnesia/downloaded-plugins', DELAYED.url, SHA256,
    ]);
    expect(programsOf(manifests)).toContain('fetch-plugins.escript');
  });

  test('enables them, and has the broker look into their folder', () => {
    const manifests = downloading(DELAYED);
    const { enabled_plugins: enabled } = manifests.find(({ metadata }) => metadata.name === 'rabbitmq-cluster-config')!.data;
    expect(enabled).toContain('rabbitmq_delayed_message_exchange');
    expect(envOf(manifests)).toBe('/opt/rabbitmq/plugins:/var/lib/rabbitmq/mnesia/downloaded-plugins');
  });

  test('needs no more rights than the broker', () => {
    expect(containerOf(downloading(DELAYED)).securityContext).toEqual({ allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true });
    expect(containerOf(made({ pluginDownloads: [DELAYED], resources: { ephemeralStorage: '1Gi' } })).resources.limits['ephemeral-storage']).toBe('1Gi');
  });

  test('changes nothing where there is none', () => {
    expect(containerOf(made({}))).toBeUndefined();
    expect(envOf(made({}))).toBeUndefined();
    expect(programsOf(made({}))).not.toContain('fetch-plugins.escript');
  });

  test('keeps Kubernetes from filling in variables of an address', () => {
    expect(containerOf(downloading({ ...DELAYED, url: 'https://mirror.example.com/$(HOME)/x.ez' })).command[3]).toBe('https://mirror.example.com/$$(HOME)/x.ez');
  });

  test.each([
    [{ sha256: undefined }, /sha256/],
    [{ sha256: '' }, /"rabbitmq_delayed_message_exchange"\.sha256 is "": it must be the SHA-256 of the file as 64 hexadecimal digits\. Print it with sha256sum/],
    [{ sha256: SHA256.slice(1) }, /sha256 is /],
    [{ url: 'ftp://mirror.example.com/x.ez' }, /url is "ftp:\/\/mirror\.example\.com\/x\.ez": it must be the https or http address of an \.ez file/],
    [{ url: 'https://mirror.example.com/x.zip' }, /\.ez file/],
    [{ url: 'https://user:password@mirror.example.com/x.ez' }, /without a login/],
    [{ url: 'https://mirror.example.com/../' }, /\.ez file/],
    [{ name: 'Delayed' }, /pluginDownloads has "Delayed"/],
  ])('refuses %j', (wrong, message) => {
    expect(() => downloading({ ...DELAYED, ...wrong })).toThrow(message);
  });

  test('takes a checksum in capitals', () => {
    expect(containerOf(downloading({ ...DELAYED, sha256: SHA256.toUpperCase() })).command[4]).toBe(SHA256);
  });

  test('refuses a plugin twice', () => {
    expect(() => downloading(DELAYED, DELAYED)).toThrow(/is there twice/);
    expect(downloading(DELAYED, { name: 'rabbitmq_extra', url: 'http://mirror.example.com/rabbitmq_extra-1.0.ez', sha256: SHA256 })).toBeDefined();
  });

  test('owns the variable of folders', () => {
    const cluster = (pluginDownloads: RabbitMQPluginDownload[]): string[] =>
      newCluster({ pluginDownloads, pod: { env: [{ name: 'RABBITMQ_PLUGINS_DIR', value: '/x' }] } }).node.validate();
    expect(cluster([DELAYED]).join()).toMatch(/pod\.env has "RABBITMQ_PLUGINS_DIR", which the cluster sets/);
    expect(cluster([]).join()).not.toContain('RABBITMQ_PLUGINS_DIR');
  });
});
