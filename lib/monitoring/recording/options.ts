/** What share of messages has to get through, over thirty days. */
export interface RabbitMQServiceLevelOptions {
  /**
   * The share of published messages that brokers have to take, between 0 and 1.
   * @default 0.999
   */
  readonly publishing?: number;
  /**
   * The share of deliveries that consumers have to settle at once, between 0 and 1.
   * @default 0.99
   */
  readonly consuming?: number;
}
