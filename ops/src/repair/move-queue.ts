import type { Channel, ChannelModel, ConfirmChannel, GetMessage, Options } from 'amqplib';
import type { Definition } from '../broker/definitions';

/** How many messages are on their way at a time. */
const BATCH = 100;

/** A stream has no end that can be asked for: its reader waits that long for one more message. */
const END_OF_STREAM_MS = 3_000;

/** What moves messages: the two ends, and what waits until the other end has taken all that was published. */
interface Move {
  readonly source: Channel;
  readonly destination: ConfirmChannel;
  readonly confirmed: () => Promise<void>;
  readonly queue: string;
}

/**
 * Moves the messages of a queue into the queue of the same name at the end of another connection, which is declared if
 * it isn't there. Each is acknowledged when it is confirmed there.
 *
 * @throws if one of the two ends refuses something, or the other end routes a message nowhere
 */
export async function moveQueue(from: ChannelModel, to: ChannelModel, definition: Definition): Promise<void> {
  const source = await from.createChannel();
  const destination = await to.createConfirmChannel();
  const failed = new Promise<never>((_, reject) => {
    for (const channel of [source, destination]) {
      channel.on('error', reject);
    }
  });
  // RabbitMQ confirms what it returns, after it
  let isReturned = false;
  destination.on('return', () => { isReturned = true; });
  const confirmed = async (): Promise<void> => {
    await destination.waitForConfirms();
    if (isReturned) {
      throw new Error('the others have no such queue');
    }
  };
  const move: Move = { source, destination, confirmed, queue: String(definition.name) };
  const declare = (): Promise<void> => declareIfMissing(to, definition);
  await Promise.race([isStream(definition) ? moveStream(move, declare) : moveAll(move, declare), failed]);
  await Promise.all([source.close(), destination.close()]);
}

function isStream({ arguments: given }: Definition): boolean {
  return (given as Record<string, unknown> | undefined)?.['x-queue-type'] === 'stream';
}

/** A queue that is there already may have other arguments, and then stays as it is. */
async function declareIfMissing(connection: ChannelModel, definition: Definition): Promise<void> {
  const { durable, auto_delete: autoDelete, arguments: given } = definition;
  const name = String(definition.name);
  const channel = await connection.createChannel();
  channel.on('error', () => undefined);
  const isThere = await channel.checkQueue(name).then(() => true, () => false);
  if (isThere) {
    await channel.close();
    return;
  }
  // a channel ends with its first refusal
  const another = await connection.createChannel();
  await another.assertQueue(name, { durable: durable === true, autoDelete: autoDelete === true, arguments: given });
  await another.close();
}

/** Until the queue is empty; one that was is left out. */
async function moveAll({ source, destination, confirmed, queue }: Move, declare: () => Promise<void>): Promise<void> {
  for (let isDeclared = false; ; isDeclared = true) {
    const got = await Promise.all(Array.from({ length: BATCH }, async () => source.get(queue)));
    const batch = got.filter((message): message is GetMessage => message !== false);
    if (batch.length === 0) {
      return;
    }
    if (!isDeclared) {
      await declare();
    }
    batch.forEach((message) => { publish(destination, queue, message); });
    await confirmed();
    batch.forEach((message) => { source.ack(message); });
  }
}

/** A stream keeps what is read of it: until no more comes. */
async function moveStream(
  { source, destination, confirmed, queue }: Move,
  declare: () => Promise<void>,
): Promise<void> {
  await declare();
  await source.prefetch(BATCH);
  await new Promise<void>((resolve, reject) => {
    const end = setTimeout(resolve, END_OF_STREAM_MS);
    source.consume(queue, (message) => {
      if (message === null) {
        reject(new Error('the stream is gone'));
        return;
      }
      publish(destination, queue, message);
      source.ack(message);
      end.refresh();
    }, { arguments: { 'x-stream-offset': 'first' } }).catch(reject);
  });
  await confirmed();
}

function publish(channel: ConfirmChannel, queue: string, { content, properties }: Pick<GetMessage, 'content' | 'properties'>): void {
  // the copies for other queues were made when it was published
  const headers = { ...properties.headers as Record<string, unknown>, CC: undefined };
  // RabbitMQ takes a user's name only from that user
  const options: Options.Publish = {
    ...properties,
    headers,
    userId: undefined,
    persistent: properties.deliveryMode === 2,
    mandatory: true,
  };
  channel.sendToQueue(queue, content, options);
}
