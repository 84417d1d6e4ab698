import { Construct } from 'constructs';
import { plainArguments } from './argument';
import { RabbitMQBindingOptions, RabbitMQExchangeProps, RabbitMQExchangeType } from './exchange-props';
import { importedProps, isImported } from './imported';
import { IRabbitMQExchange, IRabbitMQQueue } from './interfaces';
import { IRabbitMQVirtualHost, requireSameVirtualHost } from './virtual-host-interface';
import { Json } from './model';
import { requireName } from './names';
import { enablePlugins } from './plugins';
import { lifecycle } from './removal-policy';
import { declarationsOf } from './topology';
import { grantRight, RabbitMQUser } from './users/user';
import { validateProps } from '../validation/props';

/** The plugin that a type needs, where releases before `builtIn` don't have it without one. */
export const EXCHANGE_PLUGINS: Readonly<
  Partial<Record<RabbitMQExchangeType, { readonly plugin: string; readonly builtIn?: string }>>
> = {
  [RabbitMQExchangeType.CONSISTENT_HASH]: { plugin: 'rabbitmq_consistent_hash_exchange' },
  [RabbitMQExchangeType.MODULUS_HASH]: { plugin: 'rabbitmq_sharding', builtIn: '4.3' },
  [RabbitMQExchangeType.RANDOM]: { plugin: 'rabbitmq_random_exchange' },
  [RabbitMQExchangeType.RECENT_HISTORY]: { plugin: 'rabbitmq_recent_history_exchange' },
  [RabbitMQExchangeType.JMS_TOPIC]: { plugin: 'rabbitmq_jms_topic_exchange' },
};

/**
 * An exchange. The Job of the cluster's topology declares it.
 *
 * @throws if the name is empty, too long or reserved, or the alternate exchange is in another virtual host
 */
export class RabbitMQExchange extends Construct implements IRabbitMQExchange {
  /**
   * An exchange that somebody else declares.
   *
   * @param scope the scope
   * @param id the id
   * @param virtualHost the virtual host
   * @param name the name
   */
  public static fromExchangeName(
    scope: Construct,
    id: string,
    virtualHost: IRabbitMQVirtualHost,
    name: string,
  ): RabbitMQExchange {
    return new RabbitMQExchange(scope, id, importedProps({ virtualHost, name }));
  }

  /** The virtual host. */
  public readonly virtualHost: IRabbitMQVirtualHost;
  /** The name. */
  public readonly name: string;

  public constructor(scope: Construct, id: string, props: RabbitMQExchangeProps) {
    super(scope, id);
    this.virtualHost = props.virtualHost;
    this.name = props.name;
    if (isImported(props)) {
      const { virtualHost: { cluster, name: vhost }, name } = this;
      declarationsOf(cluster).add({ model: () => ({ imported: [{ kind: 'exchange', vhost, name }] }) });
    } else {
      validateProps(this, 'RabbitMQExchangeProps', props, { declare: () => { this.declare(props); } });
    }
  }

  /**
   * Routes messages to a queue.
   *
   * @throws if the queue is in another virtual host
   */
  public bind(queue: IRabbitMQQueue, options: RabbitMQBindingOptions = {}): void {
    this.addBinding('queue', queue, options);
  }

  /**
   * Routes messages to another exchange.
   *
   * @throws if the exchange is in another virtual host
   */
  public bindExchange(exchange: IRabbitMQExchange, options: RabbitMQBindingOptions = {}): void {
    this.addBinding('exchange', exchange, options);
  }

  public grantPublish(user: RabbitMQUser): void {
    grantRight(user, this.virtualHost, 'write', this.name);
  }

  public grantDeclare(user: RabbitMQUser): void {
    grantRight(user, this.virtualHost, 'configure', this.name);
  }

  private declare(props: RabbitMQExchangeProps): void {
    const {
      type = RabbitMQExchangeType.DIRECT,
      durable = true,
      autoDelete = false,
      internal = false,
      alternateExchange,
    } = props;
    requireName('exchange', this.name);
    if (alternateExchange) {
      requireSameVirtualHost('alternateExchange', this.virtualHost, alternateExchange.virtualHost);
    }
    const vhost = this.virtualHost.name;
    const { cluster } = this.virtualHost;
    const needed = EXCHANGE_PLUGINS[type];
    if (needed && !(needed.builtIn !== undefined && cluster.version.isAtLeast(needed.builtIn))) {
      enablePlugins(cluster, needed.plugin);
    }
    const declared: Record<string, Json> = { ...plainArguments(props.arguments), ...(alternateExchange && { 'alternate-exchange': alternateExchange.name }) };
    const { 'alternate-exchange': alternate } = declared;
    declarationsOf(cluster).add({
      objects: () => [{
        kind: 'exchange', vhost, name: this.name, ...lifecycle(props.removalPolicy, props.recreate),
        body: { type, durable, auto_delete: autoDelete, internal, arguments: declared },
      }],
      model: () => ({
        exchanges: [{ vhost, name: this.name, type, alternate: typeof alternate === 'string' ? alternate : undefined, arguments: declared, path: this.node.path }],
      }),
    });
  }

  private addBinding(destinationType: 'queue' | 'exchange', target: IRabbitMQQueue | IRabbitMQExchange, options: RabbitMQBindingOptions): void {
    validateProps(this, 'RabbitMQBindingOptions', options, {
      virtualHost: () => { requireSameVirtualHost(destinationType, this.virtualHost, target.virtualHost); },
    });
    const destination = target.name;
    const { routingKey = '', headers, matchAny = false, removalPolicy } = options;
    const vhost = this.virtualHost.name;
    const source = this.name;
    const matches: Record<string, Json> = {
      ...(headers && { ...plainArguments(headers), 'x-match': matchAny ? 'any' : 'all' }),
      ...plainArguments(options.arguments),
    };
    declarationsOf(this.virtualHost.cluster).add({
      objects: () => [{
        kind: 'binding', vhost, source, destination, destination_type: destinationType, ...lifecycle(removalPolicy),
        body: { routing_key: routingKey, arguments: matches },
      }],
      model: () => ({
        bindings: [{
          vhost, source, destination, destinationType, routingKey, arguments: matches, path: this.node.path,
        }],
      }),
    });
  }
}
