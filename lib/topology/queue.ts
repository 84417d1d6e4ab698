import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { plainArguments } from './argument';
import { importedProps, isImported } from './imported';
import { IRabbitMQQueue } from './interfaces';
import { IRabbitMQVirtualHost, requireSameVirtualHost } from './virtual-host-interface';
import { ArgumentModel, Json } from './model';
import { requireName } from './names';
import { bytes, whole } from './numbers';
import { QUEUE_ARGUMENTS } from './queue-arguments';
import { RabbitMQQueueExpectationOptions } from './queue-expectation';
import { RabbitMQDelayedRetryType, RabbitMQQueueOptions, RabbitMQQueueProps } from './queue-props';
import { lifecycle } from './removal-policy';
import { declarationsOf } from './topology';
import { grantRight, RabbitMQUser } from './users/user';
import { RabbitMQQueueType } from '../configuration/groups/queues';
import { wholeSeconds } from '../kubernetes/seconds';
import { validateProps } from '../validation/props';

/**
 * A queue or a stream. The Job of the cluster's topology declares it.
 *
 * @throws if the name is empty, too long or reserved, a number is out of range, or the dead-letter exchange is in
 * another virtual host
 */
export class RabbitMQQueue extends Construct implements IRabbitMQQueue {
  /**
   * A queue that somebody else declares.
   *
   * @param scope the scope
   * @param id the id
   * @param virtualHost the virtual host
   * @param name the name
   */
  public static fromQueueName(
    scope: Construct,
    id: string,
    virtualHost: IRabbitMQVirtualHost,
    name: string,
  ): IRabbitMQQueue {
    return new RabbitMQQueue(scope, id, importedProps({ virtualHost, name }));
  }

  /** The virtual host. */
  public readonly virtualHost: IRabbitMQVirtualHost;
  /** The name. */
  public readonly name: string;

  private isExpected = false;

  public constructor(scope: Construct, id: string, props: RabbitMQQueueProps) {
    super(scope, id);
    this.virtualHost = props.virtualHost;
    this.name = props.name;
    if (isImported(props)) {
      const { virtualHost: { cluster, name: vhost }, name } = this;
      declarationsOf(cluster).add({ model: () => ({ imported: [{ kind: 'queue', vhost, name }] }) });
    } else {
      validateProps(this, 'RabbitMQQueueProps', props, { declare: () => { this.declare(props); } });
    }
  }

  public grantConsume(user: RabbitMQUser): void {
    grantRight(user, this.virtualHost, 'read', this.name);
  }

  public grantDeclare(user: RabbitMQUser): void {
    grantRight(user, this.virtualHost, 'configure', this.name);
  }

  public expect(options: RabbitMQQueueExpectationOptions): void {
    const { maxBacklog, consumers } = validateProps(this, 'RabbitMQQueueExpectationOptions', options, {
      maxBacklog: () => whole('maxBacklog', options.maxBacklog, 0),
      consumers: () => whole('consumers', options.consumers, 1),
    });
    if (maxBacklog === undefined && consumers === undefined) {
      throw new Error(`nothing is expected of queue "${this.name}": set maxBacklog or consumers.`);
    }
    if (this.isExpected) {
      throw new Error(`expect() is called twice for queue "${this.name}": call it once, with all expectations.`);
    }
    this.isExpected = true;
    const { virtualHost: { cluster, name: vhost }, name } = this;
    declarationsOf(cluster).add({ model: () => ({ expectations: [{ vhost, queue: name, maxBacklog, consumers }] }) });
  }

  private declare(props: RabbitMQQueueProps): void {
    requireName('queue', this.name);
    if (props.deadLetter) {
      requireSameVirtualHost('deadLetter.exchange', this.virtualHost, props.deadLetter.exchange.virtualHost);
    }
    const topology = declarationsOf(this.virtualHost.cluster);
    const vhost = this.virtualHost.name;
    const { durable = true, autoDelete = false } = props;
    const type = (): RabbitMQQueueType => props.type ?? topology.defaultQueueType(vhost);
    const declared = queueArguments(props, type());
    topology.add({
      objects: () => [{
        kind: 'queue', vhost, name: this.name, ...lifecycle(props.removalPolicy, props.recreate),
        body: {
          durable, auto_delete: autoDelete,
          arguments: { 'x-queue-type': type(), ...Object.fromEntries(declared.map(({ argument, value }) => [argument, value])) },
        },
      }],
      model: () => ({
        queues: [
          { vhost, name: this.name, type: type(), durable, autoDelete, arguments: declared, path: this.node.path },
        ],
      }),
    });
  }
}

/** The arguments of a queue, by the options that set them. */
export function queueArguments(options: RabbitMQQueueOptions, type: RabbitMQQueueType): ArgumentModel[] {
  const { deadLetter, delayedRetry, groupSize } = options;
  const values: Readonly<Record<string, Json | undefined>> = {
    deadLetterExchange: deadLetter?.exchange.name,
    deadLetterRoutingKey: deadLetter?.routingKey,
    deadLetterStrategy: deadLetter?.strategy,
    deliveryLimit: whole('deliveryLimit', options.deliveryLimit, -1),
    delayedRetryType: delayedRetry && (delayedRetry.type ?? RabbitMQDelayedRetryType.ALL),
    delayedRetryMin: milliseconds(delayedRetry?.min),
    delayedRetryMax: milliseconds(delayedRetry?.max),
    consumerTimeout: milliseconds(options.consumerTimeout),
    messageTtl: milliseconds(options.messageTtl),
    expires: milliseconds(options.expires),
    maxLength: whole('maxLength', options.maxLength, 0),
    maxBytes: bytes(options.maxBytes),
    overflow: options.overflow,
    singleActiveConsumer: options.singleActiveConsumer === true ? true : undefined,
    maxPriority: whole('maxPriority', options.maxPriority, 1, 255),
    leaderLocator: options.leaderLocator,
    quorumGroupSize: type === RabbitMQQueueType.STREAM ? undefined : whole('groupSize', groupSize, 1),
    streamGroupSize: type === RabbitMQQueueType.STREAM ? whole('groupSize', groupSize, 1) : undefined,
    maxAge: options.maxAge && `${wholeSeconds('maxAge', options.maxAge)}s`,
    maxSegmentSize: bytes(options.maxSegmentSize),
    filterSize: whole('filterSize', options.filterSize, 16, 255),
  };
  const typed = Object.entries(values).flatMap(([option, value]) =>
    (value === undefined ? [] : [{ option, argument: QUEUE_ARGUMENTS[option].argument, value }]));
  const others = Object.entries(plainArguments(options.arguments)).map(([argument, value]) => ({ option: 'arguments', argument, value }));
  return [...typed, ...others];
}

function milliseconds(duration: Duration | undefined): number | undefined {
  return duration?.toMilliseconds();
}
