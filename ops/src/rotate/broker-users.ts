import { randomUUID } from 'node:crypto';
import type { Broker } from '../broker/broker';
import { type Definition, exportDefinitions } from '../broker/definitions';
import { BrokerError } from '../core/errors';

/** A user with its rights. */
export interface UserDefinitions {
  readonly user: Definition;
  readonly permissions: readonly Definition[];
  readonly topicPermissions: readonly Definition[];
}

/** The users of these names; undefined for one that isn't there. */
export async function userDefinitions(
  broker: Broker,
  ...usernames: string[]
): Promise<(UserDefinitions | undefined)[]> {
  const { users = [], permissions = [], topic_permissions: topicPermissions = [] } = await exportDefinitions(broker);
  return usernames.map((username) => {
    const user = users.find(({ name }) => name === username);
    return user && {
      user,
      permissions: permissions.filter(permission => permission.user === username),
      topicPermissions: topicPermissions.filter(permission => permission.user === username),
    };
  });
}

/**
 * The broker reads name and password from a file, in which they come by the standard input: a command line is seen by
 * everybody, and the broker's own tool reads no input on Erlang 29.
 */
const LOG_IN = `umask 077; head -c "$1" > "$2" && rabbitmqctl --silent eval '
{ok, Text} = file:read_file("'"$2"'"),
[User, Password] = binary:split(Text, <<10>>),
element(1, rabbit_access_control:check_user_pass_login(User, Password)).
'; code=$?; rm -f "$2"; exit $code`;

/** Whether a broker takes a name and a password. */
export async function logsIn(broker: Broker, username: string, password: string): Promise<boolean> {
  const credentials = `${username}\n${password}`;
  const path = `/tmp/log-in-${randomUUID()}`;
  const answer = (await broker.run(['sh', '-c', LOG_IN, 'sh', String(Buffer.byteLength(credentials)), path], { stdin: credentials, timeoutMs: 120_000 })).trim();
  if (answer !== 'ok' && answer !== 'refused') {
    throw new BrokerError(`${broker.pod} said neither yes nor no to ${username}, but ${answer.slice(0, 40)}`);
  }
  return answer === 'ok';
}

/** Deletes a user, with its open connections; one that isn't there is fine. */
export async function deleteUser(broker: Broker, username: string): Promise<void> {
  const { exitCode, stderr } = await broker.exec(['rabbitmqctl', '--silent', 'delete_user', username], { timeoutMs: 120_000 });
  if (exitCode !== 0 && !/does not exist|not_found|no_such_user/i.test(stderr)) {
    throw new BrokerError(`user ${username} wasn't deleted: ${stderr.trim().split('\n').at(-1) ?? ''}`);
  }
}

/** The open connections of a user, by their names. */
export async function connectionsOf(broker: Broker, username: string): Promise<string[]> {
  const connections = await broker.json<{ readonly user: string; readonly name: string }[]>(['rabbitmqctl', 'list_connections', 'user', 'name'], { timeoutMs: 120_000 });
  return connections.filter(({ user }) => user === username).map(({ name }) => name);
}
