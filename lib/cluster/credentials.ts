import { ISecret } from 'cdk8s-plus-28';

/**
 * Where the administrator's password and the Erlang cookie come from. They are never in the manifests: unless Secrets
 * are named here, a Job in the cluster makes them once, with random values, and never overwrites them.
 */
export interface RabbitMQCredentialsOptions {
  /**
   * A Secret that is there already, with the administrator's name and password. The broker reads it when it starts with
   * an empty database and never again. ASCII only: with another letter in its password, the user can't log in
   * (seen on 4.3.6).
   * @default - made in the cluster
   */
  readonly secret?: ISecret;
  /**
   * The key of the name in `secret`.
   * @default 'username'
   */
  readonly usernameKey?: string;
  /**
   * The key of the password in `secret`.
   * @default 'password'
   */
  readonly passwordKey?: string;
  /**
   * The administrator's name where the Secret is made in the cluster.
   * @default 'admin'
   */
  readonly username?: string;
  /**
   * A Secret that is there already, with the Erlang cookie: up to 255 letters and digits. Whoever has it
   * controls the cluster.
   * @default - made in the cluster
   */
  readonly erlangCookieSecret?: ISecret;
  /**
   * The key of the cookie in `erlangCookieSecret`.
   * @default 'cookie'
   */
  readonly erlangCookieKey?: string;
}

/** A key of a Secret. */
export interface SecretKey {
  readonly secret: string;
  readonly key: string;
}

/** Where each of a cluster's secret values is, and which Secrets the cluster makes itself. */
export interface ResolvedCredentials {
  readonly username: SecretKey;
  readonly password: SecretKey;
  readonly cookie: SecretKey;
  readonly makesCredentials: boolean;
  readonly makesCookie: boolean;
  /** The administrator's name, where the cluster makes the Secret. */
  readonly administrator: string;
}

/** @throws if a key or name is given for a Secret that isn't, or the other way round */
export function resolveCredentials(
  props: RabbitMQCredentialsOptions,
  names: { credentialsSecret: string; cookieSecret: string },
): ResolvedCredentials {
  const without = (field: keyof RabbitMQCredentialsOptions, needed: string): void => {
    if (props[field] !== undefined) {
      throw new Error(`credentials.${field} is set, but credentials.${needed} is not. Name the Secret that has the key, or remove the key`);
    }
  };
  if (!props.secret) {
    without('usernameKey', 'secret');
    without('passwordKey', 'secret');
  } else if (props.username !== undefined) {
    throw new Error(`credentials.username is "${props.username}", but credentials.secret "${props.secret.name}" already has a user name. Remove one of them`);
  }
  if (!props.erlangCookieSecret) {
    without('erlangCookieKey', 'erlangCookieSecret');
  }
  const administrator = props.username ?? 'admin';
  if (!/^[A-Za-z][\w.-]{0,63}$/.test(administrator) || administrator === 'guest') {
    throw new Error(`credentials.username is "${administrator}": use up to 64 letters, digits, ".", "_" and "-", starting with a letter, and not "guest"`);
  }
  const secret = props.secret?.name ?? names.credentialsSecret;
  return {
    username: { secret, key: props.usernameKey ?? 'username' },
    password: { secret, key: props.passwordKey ?? 'password' },
    cookie: { secret: props.erlangCookieSecret?.name ?? names.cookieSecret, key: props.erlangCookieKey ?? 'cookie' },
    makesCredentials: !props.secret,
    makesCookie: !props.erlangCookieSecret,
    administrator,
  };
}
