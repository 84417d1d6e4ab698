import { isMap } from '../draft';
import { list, map, type Mappings, scalar, text, texts, unless, whenOff, whenOn } from './mapping';

/** Names of ports here. */
const PORTS: Readonly<Record<string, string>> = { amqp: 'amqp', amqpTls: 'amqps', manager: 'management', metrics: 'prometheus' };
/** What Kubernetes takes where no time is set: 3 hours. */
const AFFINITY_SECONDS = 10_800;

const nodePorts = map((value, draft, key) => {
  for (const [name, port] of Object.entries(value as object).filter(([, each]) => each !== '' && each !== null)) {
    if (PORTS[name] === undefined) {
      draft.note(`${key}.${name}`, 'ports between brokers are in the headless Service only');
    } else {
      draft.merge('service.nodePorts', { [PORTS[name]]: Number(port) });
    }
  }
});

const sessionAffinity = unless('None', scalar((value, draft, key) => {
  const config = draft.theirValue('service.sessionAffinityConfig.clientIP');
  const given = isMap(config) ? config.timeoutSeconds : undefined;
  if (value === 'ClientIP') {
    draft.set('service.sessionAffinity', `${given as number | undefined ?? AFFINITY_SECONDS}s`);
  } else {
    draft.note(key, 'left out: it has to be ClientIP or None');
  }
}));

/** A Service without the plain port is the nearest to brokers without it. */
const plainPort = whenOff((_value, draft, key) => {
  if (draft.theirValue('auth.tls.enabled') === true) {
    draft.set('tls.only', true);
    draft.note(key, 'brokers close their plain ports, also for clients in the cluster: remove tls.only to keep them');
  }
});

const strings = (path: string) => list((value, draft) => { draft.set(path, (value as unknown[]).map(String)); });

/** The Service for clients. */
export const SERVICE_MAPPINGS: Mappings = {
  'service.type': text('service.type'),
  'service.annotations': texts('service.annotations'),
  'service.externalTrafficPolicy': unless('Cluster', text('service.externalTrafficPolicy')),
  'service.internalTrafficPolicy': unless('Cluster', text('service.internalTrafficPolicy')),
  'service.sessionAffinity': sessionAffinity,
  'service.sessionAffinityConfig': map(() => undefined),
  'service.loadBalancerClass': text('service.loadBalancerClass'),
  'service.loadBalancerSourceRanges': strings('service.loadBalancerSourceRanges'),
  'service.ipFamilyPolicy': text('service.ipFamilyPolicy'),
  'service.ipFamilies': strings('service.ipFamilies'),
  'service.nodePorts': nodePorts,
  'service.trafficDistribution': text('service.trafficDistribution'),
  'service.portEnabled': plainPort,
  ipv6: whenOn((_value, draft) => { draft.set('ipv6', true); }),
};
