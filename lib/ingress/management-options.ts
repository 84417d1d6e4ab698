import { IConfigMap, INetworkPolicyPeer, ISecret } from 'cdk8s-plus-28';
import { RabbitMQGatewayOptions } from './gateway';

/** The controller of an Ingress, for the annotations that it needs. */
export enum RabbitMQIngressController {
  /**
   * ingress-nginx: https://kubernetes.github.io/ingress-nginx. It is retired and gets no security fixes since March 2026.
   * @see https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement
   */
  NGINX = 'nginx',
  /** Traefik: https://doc.traefik.io/traefik */
  TRAEFIK = 'traefik',
  /** HAProxy's own: https://www.haproxy.com/documentation/kubernetes-ingress */
  HAPROXY = 'haproxy',
}

/** The certificate of the host on which browsers reach the management UI. One of its props has to be there. */
export interface RabbitMQIngressTlsOptions {
  /**
   * The Secret with the certificate.
   * @default - `<cluster>-management-tls`, which the issuer makes
   */
  readonly secret?: ISecret;
  /**
   * The Issuer of cert-manager that makes it.
   * @default - none
   */
  readonly issuer?: string;
  /**
   * The ClusterIssuer of cert-manager that makes it.
   * @default - none
   */
  readonly clusterIssuer?: string;
}

/** The management UI and its API, for browsers outside: an Ingress, or an HTTPRoute where a Gateway is named. */
export interface RabbitMQManagementIngressOptions {
  /** The host: `mq.example.com`. */
  readonly host: string;
  /**
   * The path. Set `configuration.management.pathPrefix` to the same path.
   * @default '/'
   */
  readonly path?: string;
  /**
   * The class of the Ingress.
   * @default - the cluster's default
   */
  readonly ingressClass?: string;
  /**
   * The controller behind the class, for the annotations that it needs: larger uploads, redirects to TLS, TLS
   * to the brokers.
   * @default - no annotations beside `annotations`
   */
  readonly controller?: RabbitMQIngressController;
  /**
   * Annotations of the Ingress or HTTPRoute; they go before those for the controller.
   * @default - none
   */
  readonly annotations?: Record<string, string>;
  /**
   * The certificate of the host. A Gateway has its own.
   * @default - none
   */
  readonly tls?: RabbitMQIngressTlsOptions;
  /**
   * Whether passwords may travel in plain text, as where something in front of the Ingress ends TLS.
   * @default false
   */
  readonly allowPlain?: boolean;
  /**
   * The Gateway, for an HTTPRoute in place of an Ingress.
   * @default - an Ingress
   */
  readonly gateway?: RabbitMQGatewayOptions;
  /**
   * The ConfigMap with the authority of the brokers' certificate under `ca.crt`, by which a Gateway checks brokers that
   * speak TLS only.
   * @default - the authorities of the system, for a certificate that everybody trusts
   */
  readonly backendAuthority?: IConfigMap;
  /**
   * The Secret with the authority of the brokers' certificate under `ca.crt`, and for HAProxy also under `tls.crt`.
   * With it, the controllers NGINX and HAPROXY verify brokers that accept TLS only. It must not be the Secret of the
   * brokers' certificate, which contains their private key.
   * @default - the controller does not verify the brokers
   */
  readonly controllerAuthority?: ISecret;
  /**
   * The pods of the controller or Gateway, which the brokers' NetworkPolicy allows.
   * @default - nobody
   */
  readonly allowFrom?: INetworkPolicyPeer;
}
