/** What share of messages has to get through, over thirty days. */
export interface RabbitMQServiceLevelOptions {
  /**
   * The share of published messages that brokers must accept, between 0 and 1.
   * @default 0.999
   */
  readonly publishing?: number;
  /**
   * The share of deliveries that consumers must settle at the first attempt, between 0 and 1.
   * @default 0.99
   */
  readonly consuming?: number;
}
