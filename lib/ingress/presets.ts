import { RabbitMQIngressController, RabbitMQManagementIngressOptions } from './management-options';
import { verifiedName } from '../cluster/interface/address';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';

/** What a controller has to know of the brokers behind it. */
interface Backend {
  readonly isTls: boolean;
  /** The name that their certificate is for. */
  readonly host: string;
  readonly namespace?: string;
  /** The Secret with the authority of the brokers' certificate. */
  readonly authority?: string;
  /** Whether browsers come over TLS. */
  readonly redirects: boolean;
}

/** The API takes bodies of 10 MB, definitions above all, and controllers less. */
const PRESETS: Readonly<Record<RabbitMQIngressController, (backend: Backend) => Record<string, string>>> = {
  [RabbitMQIngressController.NGINX]: ({ isTls, host, namespace, authority }) => ({
    'nginx.ingress.kubernetes.io/proxy-body-size': '10m',
    ...(isTls && { 'nginx.ingress.kubernetes.io/backend-protocol': 'HTTPS' }),
    ...(isTls && authority !== undefined && {
      'nginx.ingress.kubernetes.io/proxy-ssl-secret': `${namespace ?? 'default'}/${authority}`,
      'nginx.ingress.kubernetes.io/proxy-ssl-verify': 'on',
      'nginx.ingress.kubernetes.io/proxy-ssl-server-name': 'on',
      'nginx.ingress.kubernetes.io/proxy-ssl-name': host,
    }),
  }),
  [RabbitMQIngressController.TRAEFIK]: ({ redirects }) => ({
    ...(redirects && { 'traefik.ingress.kubernetes.io/router.entrypoints': 'websecure', 'traefik.ingress.kubernetes.io/router.tls': 'true' }),
  }),
  [RabbitMQIngressController.HAPROXY]: ({ isTls, host, namespace, authority, redirects }) => ({
    ...(redirects && { 'haproxy.org/ssl-redirect': 'true' }),
    ...(isTls && { 'haproxy.org/server-ssl': 'true', 'haproxy.org/server-sni': `str(${host})` }),
    ...(isTls && authority !== undefined && { 'haproxy.org/server-ca': `${namespace ?? 'default'}/${authority}` }),
  }),
};

/** The annotations that a controller needs to serve the management UI well. */
export function controllerAnnotations(
  { controller, controllerAuthority, tls }: RabbitMQManagementIngressOptions,
  cluster: IRabbitMQCluster,
): Record<string, string> {
  const { ports, namespace } = cluster;
  const authority = controllerAuthority?.name;
  const redirects = tls !== undefined;
  return controller === undefined
    ? {}
    : PRESETS[controller]({
        isTls: ports.management === undefined,
        host: verifiedName(cluster),
        namespace,
        authority,
        redirects,
      });
}

/** What Traefik reads of the Service, not of the Ingress. */
export const TRAEFIK_TLS_SERVICE = { 'traefik.ingress.kubernetes.io/service.serversscheme': 'https' };
