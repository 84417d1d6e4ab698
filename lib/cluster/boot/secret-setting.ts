/** A setting of RabbitMQ whose value is in a Secret. The boot program sets it from a mounted file. */
export interface SecretSetting {
  /** The Erlang application of the setting: `rabbit`. */
  readonly application: string;
  /** Its name in that application. */
  readonly name: string;
  /** An Erlang term with `{binary, File}` or `{string, File}` in place of the content of `file`. */
  readonly value: string;
  readonly file: string;
  readonly secret: string;
  readonly key: string;
}
