import type { Channel, ChannelModel, ConfirmChannel, GetMessage, Options } from 'amqplib';
import type { Definition } from '../broker/definitions';
import type { QueueInfo } from '../broker/queues';

/** How many messages are on their way at a time. */
const BATCH = 100;

/**
 * Moves the messages of a queue into the queue of the same name at the end of another connection. Each is acknowledged when it is
 * confirmed there.
 *
 * @throws if one of the two ends refuses something, or the other end routes a message nowhere
 */
export async function moveQueue(from: ChannelModel, to: ChannelModel, queue: QueueInfo, definition: Definition): Promise<void> {
  const source = await from.createChannel();
  await declareIfMissing(to, queue.name, definition);
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
  const moving = queue.type === 'stream' ? moveStream(source, destination, confirmed, queue) : moveAll(source, destination, confirmed, queue.name);
  await Promise.race([moving, failed]);
  await Promise.all([source.close(), destination.close()]);
}

/** A queue that is there already may have other arguments, and then stays as it is. */
async function declareIfMissing(connection: ChannelModel, name: string, definition: Definition): Promise<void> {
  const { durable, auto_delete: autoDelete, arguments: args } = definition;
  const channel = await connection.createChannel();
  channel.on('error', () => undefined);
  const isThere = await channel.checkQueue(name).then(() => true, () => false);
  if (isThere) {
    await channel.close();
    return;
  }
  // a channel ends with its first refusal
  const another = await connection.createChannel();
  await another.assertQueue(name, { durable: durable === true, autoDelete: autoDelete === true, arguments: args });
  await another.close();
}

/** Until the queue is empty. */
async function moveAll(source: Channel, destination: ConfirmChannel, confirmed: () => Promise<void>, queue: string): Promise<void> {
  for (;;) {
    const batch = (await Promise.all(Array.from({ length: BATCH }, async () => source.get(queue)))).filter((message): message is GetMessage => message !== false);
    if (batch.length === 0) {
      return;
    }
    batch.forEach((message) => { publish(destination, queue, message); });
    await confirmed();
    batch.forEach((message) => { source.ack(message); });
  }
}

/** A stream keeps what is read of it: as many as it had. */
async function moveStream(source: Channel, destination: ConfirmChannel, confirmed: () => Promise<void>, { name, messages }: QueueInfo): Promise<void> {
  await source.prefetch(BATCH);
  let count = 0;
  await new Promise<void>((resolve, reject) => {
    source.consume(name, (message) => {
      if (message === null) {
        reject(new Error('the stream is gone'));
        return;
      }
      publish(destination, name, message);
      count++;
      source.ack(message);
      if (count >= messages) {
        resolve();
      }
    }, { arguments: { 'x-stream-offset': 'first' } }).catch(reject);
  });
  await confirmed();
}

function publish(channel: ConfirmChannel, queue: string, { content, properties }: Pick<GetMessage, 'content' | 'properties'>): void {
  const { headers, ...others } = properties;
  const options: Options.Publish = { ...others, headers, persistent: properties.deliveryMode === 2, mandatory: true };
  channel.sendToQueue(queue, content, options);
}
