import { Chart, Duration } from 'cdk8s';
import { ConfigMap, NetworkPolicyIpBlock, Secret } from 'cdk8s-plus-28';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { ReverseProxy } from './reverse-proxy';
import {
  RabbitMQCertificate, RabbitMQCloud, RabbitMQCluster, type RabbitMQClusterProps, RabbitMQIngress,
  RabbitMQIngressController, type RabbitMQIngressProps,
} from '../../../lib';
import { Authority } from '../support/authority';
import { Deployment, manifestsOf } from '../support/deployment';
import { eventually } from '../support/eventually';
import { discovery } from '../support/kubernetes';
import { dryRun, type Manifest } from '../support/manifests';
import { useCluster, useNamespace } from '../support/use-cluster';

const HOST = 'mq.example.com';
const PORT = 18_443;
const PATH = '/rabbitmq';
const BROWSER_TIMEOUT_MS = 120_000;

/** A cluster and how it is reached, as manifests. */
function reached(namespace: string, options: (chart: Chart) => Omit<RabbitMQIngressProps, 'cluster'>, props: RabbitMQClusterProps = {}): Manifest[] {
  return manifestsOf((app) => {
    const chart = new Chart(app, 'ingress', { namespace });
    new RabbitMQIngress(chart, 'Ingress', { cluster: new RabbitMQCluster(chart, 'RabbitMQ', { name: 'reached', replicas: 1, ...props }), ...options(chart) });
    return chart;
  });
}

describe('a cluster that is reached from outside', () => {
  const suite = useNamespace('ingress-');

  describe('the API server takes, strictly and without a warning', () => {
    const gateway = { name: 'public', namespace: 'gateways', sectionName: 'tls' };
    const everybody = (chart: Chart) => NetworkPolicyIpBlock.anyIpv4(chart, 'Everybody');
    const certificate = RabbitMQCertificate.fromIssuer({ issuer: 'ca', duration: Duration.days(30), renewBefore: Duration.days(10) });
    const tlsOnly = { tls: { certificate, disablePlainListeners: true, interNode: { certificate } }, plugins: ['rabbitmq_stream'] };
    const tls = (chart: Chart) => ({ secret: Secret.fromSecretName(chart, 'UI', 'ui'), clusterIssuer: 'public' });
    const WAYS: readonly [string, (chart: Chart) => Omit<RabbitMQIngressProps, 'cluster'>][] = [
      ...Object.values(RabbitMQIngressController).map(controller => [
        `an Ingress for ${controller}`, (chart: Chart) => ({ management: { host: HOST, controller, ingressClass: 'public', tls: tls(chart), allowFrom: everybody(chart) } }),
      ] as [string, (chart: Chart) => Omit<RabbitMQIngressProps, 'cluster'>]),
      ['an HTTPRoute with its policy for backends', chart => ({
        management: { host: HOST, gateway, allowFrom: everybody(chart), backendAuthority: ConfigMap.fromConfigMapName(chart, 'Authority', 'authority') },
      })],
      ['routes by host', () => ({ routes: ['amqps', 'streams'].map(port => ({ port, gateway, hosts: [`${port}.example.com`] })) })],
      ['a load balancer of AWS', () => ({ loadBalancer: { cloud: RabbitMQCloud.AWS, idleTimeout: Duration.minutes(30), hosts: [HOST], sourceRanges: ['192.0.2.0/24'] } })],
      ['a load balancer for each broker', () => ({ nodes: { domain: HOST, cloud: RabbitMQCloud.AZURE, idleTimeout: Duration.minutes(30), sourceRanges: ['192.0.2.0/24'] } })],
    ];

    const objections = async (manifests: readonly Manifest[]): Promise<string[]> => {
      const answers = await Promise.all(manifests.map(async manifest =>
        [manifest, await dryRun(manifest, suite().namespace)] as const));
      return answers.flatMap(([{ kind, metadata }, answer]) => (answer === undefined ? [] : [`${kind} ${metadata.name}: ${answer}`]));
    };

    test.each(WAYS)('%s', async (_, options) => {
      expect(await objections(reached(suite().namespace, options, tlsOnly))).toEqual([]);
    });

    test('a route of plain AMQP', async () => {
      expect(await objections(reached(suite().namespace, () => ({ routes: [{ port: 'amqp', gateway, allowPlain: true }] })))).toEqual([]);
    });
  });

  describe('by a reverse proxy that does as the Ingress says', () => {
    const authority = Authority.create('Authority');
    let deployment: Deployment;
    let proxy: ReverseProxy;
    let browser: Browser;

    beforeAll(async () => {
      const { namespace } = suite();
      const manifests = reached(namespace, chart => ({ management: { host: HOST, path: PATH, tls: { secret: Secret.fromSecretName(chart, 'UI', 'ui') } } }), {
        configuration: { management: { pathPrefix: PATH } },
      });
      deployment = Deployment.of(manifests, namespace);
      await deployment.up();
      proxy = await ReverseProxy.start(manifests.find(({ kind }) => kind === 'Ingress')!, namespace, authority.issue({ commonName: HOST, dnsNames: [HOST] }), PORT);
      browser = await chromium.launch({
        timeout: BROWSER_TIMEOUT_MS,
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: [
          '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
          `--host-resolver-rules=MAP ${HOST} 127.0.0.1`,
        ],
      });
    });

    afterAll(async () => {
      await browser.close();
      proxy.stop();
    });

    const newContext = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
      const context = await browser.newContext({ ignoreHTTPSErrors: true, ...options });
      context.setDefaultTimeout(BROWSER_TIMEOUT_MS);
      return context;
    };

    test('the UI lets the administrator in and shows the cluster', async () => {
      const { username, password } = await deployment.amqp();
      const page = await (await newContext()).newPage();
      const failed: string[] = [];
      page.on('response', (response) => {
        if (response.status() >= 400 && response.status() !== 401) {
          failed.push(`${response.status()} ${response.url()}`);
        }
      });
      await page.goto(`https://${HOST}:${PORT}${PATH}/`);
      await page.fill('input[name="username"]', username);
      await page.fill('input[name="password"]', password);
      await page.click('input[type="submit"]');
      await page.getByText('Overview', { exact: true }).first().waitFor();
      await page.getByText('rabbit@reached-0', { exact: false }).first().waitFor();
      expect(new URL(page.url()).pathname).toBe(`${PATH}/`);
      expect(failed).toEqual([]);
    });

    test('the API answers below the path, and nothing is found beside it', async () => {
      const { username, password } = await deployment.amqp();
      const context = await newContext({ httpCredentials: { username, password, send: 'always' } });
      const statusOf = async (url: string): Promise<number> => {
        const page = await context.newPage();
        const response = await page.goto(url);
        return response!.status();
      };
      expect(await statusOf(`https://${HOST}:${PORT}${PATH}/api/overview`)).toBe(200);
      expect(await statusOf(`https://${HOST}:${PORT}/api/overview`)).toBe(404);
      expect(await statusOf(`https://${HOST}:${PORT}${PATH}more`)).toBe(404);
    });
  });

  describe('by an address for each broker', () => {
    const nodes = { domain: HOST, ports: ['amqp', 'stream'], allowPlain: true };
    const own = useCluster('nodes-', namespace =>
      reached(namespace, () => ({ nodes }), { replicas: 3, plugins: ['rabbitmq_stream'] }));

    test('each tells clients of streams its own, and its Service leads to it alone', async () => {
      const { namespace, deployment } = own();
      for (const ordinal of [0, 1, 2]) {
        const environment = await deployment.broker(ordinal).run(['rabbitmqctl', 'eval', '[application:get_env(rabbitmq_stream, Key) || Key <- [advertised_host, advertised_port]].']);
        expect(environment.replaceAll(/\s/g, '')).toContain(`{ok,<<"reached-${ordinal}.${HOST}">>},{ok,5552}`);
        const [address] = await eventually(`the Service of ${ordinal} has an address`, 180_000, async () => {
          const { items } = await discovery.listNamespacedEndpointSlice({ namespace, labelSelector: `kubernetes.io/service-name=reached-${ordinal}` });
          return items.flatMap(({ endpoints }) => endpoints ?? []).map(({ targetRef }) => targetRef?.name);
        }, addresses => addresses.length > 0);
        expect(address).toBe(`reached-${ordinal}`);
      }
    });
  });
});
