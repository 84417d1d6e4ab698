import { IConstruct } from 'constructs';
import { acknowledge, silence, validationOf } from './validation';

/** A warning: a setting that is valid but probably unintended. */
export interface RabbitMQWarning {
  /** The path of the construct. */
  readonly path: string;
  /** The id by which the warning can be acknowledged: `replicas-even`. */
  readonly id: string;
  /** The problem and its remedy. */
  readonly message: string;
}

/**
 * The warnings of all constructs of this library at and below a scope, such as an app or a chart. At synth, each
 * warning is printed to standard error once per app and added to the metadata of its construct with type
 * `cdk8s-rabbitmq:warning`.
 */
export class RabbitMQWarnings {
  /**
   * Returns the warnings of a scope.
   *
   * @param scope an app, a chart, or any construct
   */
  public static of(scope: IConstruct): RabbitMQWarnings {
    return new RabbitMQWarnings(scope);
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Acknowledges warnings for the whole subtree: they are neither printed nor errors under `strict`. If no construct of
   * the subtree can give a warning of that name, synth fails.
   *
   * @param ids the names in brackets at the end of the warnings: `replicas-even`
   */
  public acknowledge(...ids: string[]): void {
    acknowledge(this.scope, ids);
  }

  /** Stops printing the warnings of the subtree, for programs that read them from `list()`. */
  public silence(): void {
    silence(this.scope);
  }

  /** Returns all warnings of the subtree that aren't acknowledged. */
  public list(): RabbitMQWarning[] {
    return this.scope.node
      .findAll()
      .flatMap(
        construct =>
          validationOf(construct)?.report.warnings.map(({ id, message }) => ({
            path: construct.node.path,
            id,
            message,
          })) ?? [],
      );
  }
}
