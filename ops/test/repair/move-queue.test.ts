import { EventEmitter } from 'node:events';
import type { ChannelModel } from 'amqplib';
import { moveQueue } from '../../src/repair/move-queue';

const DEFINITION = { name: 'orders', vhost: '/', durable: true, auto_delete: false, arguments: { 'x-queue-type': 'quorum' } };

const DONE = Promise.resolve();

const message = (text: string) => ({
  content: Buffer.from(text), fields: {}, properties: { deliveryMode: 2, headers: { n: text, CC: ['copies'] }, messageId: text },
});

/** One end of the move: what it is asked, in order, is in `log`. */
function end(log: string[], { holds = [], has = true, refuses }: { holds?: string[]; has?: boolean; refuses?: 'return' | 'confirm' } = {}) {
  const left = holds.map(message);
  const channel = Object.assign(new EventEmitter(), {
    checkQueue: () => (has ? DONE : Promise.reject(new Error('404'))),
    assertQueue: (name: string, options: object) => {
      log.push(`declare ${name} ${JSON.stringify(options)}`);
      return DONE;
    },
    get: () => Promise.resolve(left.shift() ?? false),
    prefetch: () => DONE,
    consume: (_: string, take: (message: unknown) => void) => {
      left.forEach(take);
      return DONE;
    },
    ack: ({ content }: { content: Buffer }) => { log.push(`ack ${content.toString()}`); },
    sendToQueue: (queue: string, content: Buffer, {
      persistent, messageId, headers,
    }: { persistent: boolean; messageId: string; headers: Record<string, unknown> }) => {
      const copies = headers.CC === undefined ? '' : ' with copies';
      log.push(`publish ${content.toString()} to ${queue}${persistent ? ' persistently' : ''} as ${messageId}${copies}`);
      if (refuses === 'return') {
        channel.emit('return', {});
      }
    },
    waitForConfirms: () => {
      log.push('confirmed');
      return refuses === 'confirm' ? Promise.reject(new Error('message nacked')) : DONE;
    },
    close: () => DONE,
  });
  const created = (): Promise<typeof channel> => Promise.resolve(channel);
  return { createChannel: created, createConfirmChannel: created } as unknown as ChannelModel;
}

test('acknowledges messages when they are confirmed, until the queue is empty', async () => {
  const log: string[] = [];
  await moveQueue(end(log, { holds: ['a', 'b'] }), end(log), DEFINITION);
  expect(log).toEqual(['publish a to orders persistently as a', 'publish b to orders persistently as b', 'confirmed', 'ack a', 'ack b']);
});

test('declares a queue that is missing, with its arguments, before its first message', async () => {
  const log: string[] = [];
  await moveQueue(end(log, { holds: ['a'] }), end(log, { has: false }), DEFINITION);
  expect(log[0]).toBe('declare orders {"durable":true,"autoDelete":false,"arguments":{"x-queue-type":"quorum"}}');
});

test('leaves an empty queue out', async () => {
  const log: string[] = [];
  await moveQueue(end(log), end(log, { has: false }), DEFINITION);
  expect(log).toEqual([]);
});

test.each([['return', 'no such queue'], ['confirm', 'nacked']] as const)('keeps messages that the other end does not take: %s', async (refuses, reason) => {
  const log: string[] = [];
  await expect(moveQueue(end(log, { holds: ['a'] }), end(log, { refuses }), DEFINITION)).rejects.toThrow(reason);
  expect(log.filter(line => line.startsWith('ack'))).toEqual([]);
});

test('reads a stream until no more comes', async () => {
  const log: string[] = [];
  await moveQueue(end(log, { holds: ['a', 'b', 'c'] }), end(log), { ...DEFINITION, arguments: { 'x-queue-type': 'stream' } });
  expect(log.filter(line => line.startsWith('publish'))).toHaveLength(3);
  expect(log.at(-1)).toBe('confirmed');
});
