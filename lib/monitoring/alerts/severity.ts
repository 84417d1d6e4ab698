/** How much an alert matters. */
export enum RabbitMQAlertSeverity {
  /** Somebody has to act now: messages are at risk or don't flow. */
  CRITICAL = 'critical',
  /** Somebody has to look today, before it becomes critical. */
  WARNING = 'warning',
  /** Something happened that is worth knowing when looking back. */
  INFO = 'info',
}
