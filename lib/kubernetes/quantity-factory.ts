import { Size, SizeRoundingBehavior } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';

const UNITS = [['Gi', 2 ** 30], ['Mi', 2 ** 20], ['Ki', 2 ** 10]] as const;

/**
 * Quantities of Kubernetes from the types of cdk8s, for every prop that takes a quantity as text: `memoryLimit`,
 * `cpuRequest`, `storage.size`.
 *
 * For example, `memoryLimit` is `RabbitMQQuantity.fromSize(Size.gibibytes(4))`, and `cpuLimit` is
 * `RabbitMQQuantity.fromCpu(Cpu.millis(1500))`.
 */
export class RabbitMQQuantity {
  /**
   * Returns an amount of memory or storage as a quantity: `4Gi`.
   *
   * @param size the amount
   */
  public static fromSize(size: Size): string {
    const bytes = Math.ceil(size.toKibibytes({ rounding: SizeRoundingBehavior.NONE }) * 1024);
    const [suffix, factor] = UNITS.find(([, unit]) => bytes % unit === 0) ?? ['', 1];
    return `${bytes / factor}${suffix}`;
  }

  /**
   * Returns an amount of CPU as a quantity: `500m`, `2`.
   *
   * @param cpu the amount
   */
  public static fromCpu(cpu: Cpu): string {
    return cpu.amount;
  }

  private constructor() {
    // static methods only
  }
}
