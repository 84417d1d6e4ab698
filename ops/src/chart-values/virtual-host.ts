import { type IRabbitMQQueue, type RabbitMQBindingOptions, RabbitMQExchange, RabbitMQQueue, type RabbitMQSuperStream, type RabbitMQVirtualHost } from 'cdk8s-rabbitmq';
import { argumentOf, bindingOptions, definitionOptions, entriesOf, exchangeOptions, policyOptions, queueOptions, superStreamOptions } from './topology-options';
import type { BindingValues, PolicyValues, VirtualHostValues } from './topology-values';

/** What RabbitMQ has in each virtual host. The empty name is that of the default exchange. */
const BUILT_IN = ['', 'amq.direct', 'amq.fanout', 'amq.headers', 'amq.match', 'amq.topic', 'amq.rabbitmq.trace'];

/** The contents of a virtual host. Names that nothing declares are added to the errors. */
export class HostContents {
  private readonly exchanges = new Map<string, RabbitMQExchange>();
  private readonly queues = new Map<string, IRabbitMQQueue>();
  private readonly superStreams = new Map<string, RabbitMQSuperStream>();
  private readonly known: ReadonlySet<string>;

  public constructor(
    public readonly host: RabbitMQVirtualHost,
    contents: VirtualHostValues,
    private readonly errors: string[],
  ) {
    const {
      exchanges,
      queues,
      superStreams,
      policies,
      operatorPolicies,
      parameters,
      importedExchanges = [],
      importedQueues = [],
    } = contents;
    importedExchanges.forEach((name) => { this.importExchange(name); });
    importedQueues.forEach((name, index) => { this.queues.set(name, RabbitMQQueue.fromQueueName(host, `ImportedQueue${index}`, host, name)); });
    this.known = new Set([...BUILT_IN, ...importedExchanges, ...entriesOf(exchanges).map(([name]) => name)]);
    entriesOf(exchanges).forEach(([name, values]) => {
      this.checkReference(`alternateExchange of exchange "${name}"`, values.alternateExchange);
      this.exchanges.set(name, host.addExchange(name, exchangeOptions(values)));
    });
    entriesOf(queues).forEach(([name, values]) => {
      const queue = host.addQueue(name, queueOptions(values, this.reference(`deadLetter.exchange of queue "${name}"`, values.deadLetter?.exchange)));
      this.queues.set(name, queue);
      if (values.expect) {
        queue.expect(values.expect);
      }
    });
    entriesOf(superStreams).forEach(([name, values]) => {
      this.superStreams.set(name, host.addSuperStream(name, superStreamOptions(values)));
    });
    entriesOf(exchanges).forEach(([name, { bindings }]) => {
      const target = this.exchanges.get(name);
      this.bind(`exchange "${name}"`, bindings, target, (source, bound, options) => { source.bindExchange(bound, options); });
    });
    entriesOf(queues).forEach(([name, { bindings }]) => {
      const target = this.queues.get(name);
      this.bind(`queue "${name}"`, bindings, target, (source, bound, options) => { source.bind(bound, options); });
    });
    entriesOf(policies).forEach(([name, values]) => {
      host.addPolicy(name, { ...policyOptions(values), definition: this.definition(name, values) });
    });
    entriesOf(operatorPolicies).forEach(([name, values]) => {
      host.addOperatorPolicy(name, { ...policyOptions(values), definition: definitionOptions(values.definition) });
    });
    entriesOf(parameters).forEach(([component, named]) => {
      entriesOf(named).forEach(([name, { value, removalPolicy }]) => {
        host.addParameter(component, name, argumentOf(value), removalPolicy);
      });
    });
  }

  /** An exchange that is declared, imported or built in; `amq.default` is the default one. */
  public exchange(name: string): RabbitMQExchange | undefined {
    return this.exchanges.get(name) ?? ([...BUILT_IN.slice(1), 'amq.default'].includes(name) ? this.importExchange(name) : undefined);
  }

  /** A queue that is declared or imported. */
  public queue(name: string): IRabbitMQQueue | undefined {
    return this.queues.get(name);
  }

  public superStream(name: string): RabbitMQSuperStream | undefined {
    return this.superStreams.get(name);
  }

  private importExchange(name: string): RabbitMQExchange {
    const exchange = RabbitMQExchange.fromExchangeName(this.host, `ImportedExchange${this.host.node.children.length}`, this.host, name);
    this.exchanges.set(name, exchange);
    return exchange;
  }

  private reference(what: string, name: string | undefined): RabbitMQExchange | undefined {
    return name === undefined || !this.checkReference(what, name)
      ? undefined
      : (this.exchanges.get(name) ?? this.importExchange(name));
  }

  private checkReference(what: string, name: string | undefined): boolean {
    const isKnown = name === undefined || this.known.has(name);
    if (!isKnown) {
      this.errors.push(`${what} in virtual host "${this.host.name}" is "${name}", which is no declared exchange. `
        + 'Add it to exchanges, or to importedExchanges if others declare it');
    }
    return isKnown;
  }

  private bind<Target>(
    what: string, bindings: readonly BindingValues[] = [], target: Target | undefined,
    add: (source: RabbitMQExchange, target: Target, options: RabbitMQBindingOptions) => void,
  ): void {
    bindings.forEach((binding) => {
      const source = this.reference(`source of a binding of ${what}`, binding.source);
      if (source && target) {
        add(source, target, bindingOptions(binding));
      }
    });
  }

  private definition(name: string, { definition }: PolicyValues) {
    return {
      ...definitionOptions(definition),
      deadLetterExchange: this.reference(`deadLetterExchange of policy "${name}"`, definition.deadLetterExchange),
      alternateExchange: this.reference(`alternateExchange of policy "${name}"`, definition.alternateExchange),
    };
  }
}
