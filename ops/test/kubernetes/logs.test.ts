/** @jest-environment ./ops/test/support/environment.ts */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { followedLogs, mergedLogs } from '../../src/kubernetes/logs';
import { connectionTo, FakeApiServer, refusal } from '../support/api-server';

const at = (second: number): string => `2026-11-25T10:00:${String(second).padStart(2, '0')}.000000001Z`;
const written = (...seconds: number[]): string => seconds.map(second => `${at(second)} line ${second}\n`).join('');
const notStarted = { kind: 'Status', code: 400, reason: 'BadRequest', message: 'container "rabbitmq" in pod "orders-0" is waiting to start: ContainerCreating' };

/** An API server of one log, which is opened as `opened` says, one after the other; then it stays open. */
class LogServer {
  public readonly queries: URLSearchParams[] = [];
  private readonly server: Server;

  public constructor(opened: ((response: ServerResponse) => unknown)[]) {
    this.server = createServer((request, response) => {
      this.queries.push(new URL(request.url ?? '/', 'http://here').searchParams);
      const next = opened.shift();
      if (next) {
        next(response);
      } else {
        response.write('');
      }
    });
  }

  /** The first lines that are given, and what was said of the log meanwhile. */
  public async first(count: number): Promise<{ lines: string[]; missing: string[] }> {
    await new Promise<void>(resolve => this.server.listen(0, '127.0.0.1', resolve));
    const controller = new AbortController();
    const lines: string[] = [];
    const missing: string[] = [];
    const connection = connectionTo(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}`, controller.signal);
    for await (const { line } of followedLogs(connection, 'shop', ['orders-0'], { sinceSeconds: 60, missing: text => missing.push(text) })) {
      lines.push(line);
      if (lines.length === count) {
        controller.abort();
      }
    }
    return { lines, missing };
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }
}

const says = (text: string, status = 200) => (response: ServerResponse): void => {
  response.writeHead(status);
  response.end(text);
};

describe('logs that are followed', () => {
  let server: LogServer;

  afterEach(() => server.stop());

  test('go on over a restart, and repeat no line', async () => {
    server = new LogServer([says(written(1, 2)), says(written(2, 3, 4))]);
    await expect(server.first(4)).resolves.toMatchObject({ lines: ['line 1', 'line 2', 'line 3', 'line 4'] });
    expect(server.queries.map(query => [query.get('sinceSeconds'), query.get('sinceTime')])).toEqual([['60', null], [null, at(2)]]);
  });

  test('wait for a pod that has not started, and say so once', async () => {
    const waiting = says(JSON.stringify(notStarted), 400);
    server = new LogServer([waiting, waiting, says(written(1))]);
    await expect(server.first(1)).resolves.toEqual({ lines: ['line 1'], missing: [`the log of orders-0 can't be read yet: ${notStarted.message}`] });
  });

  test('go on where the connection breaks off', async () => {
    const breaks = (response: ServerResponse) => response.write(written(1), () => response.destroy());
    server = new LogServer([breaks, says(written(1, 2))]);
    await expect(server.first(2)).resolves.toMatchObject({ lines: ['line 1', 'line 2'] });
  });

  test('give no words of the node that are not the container\'s', async () => {
    server = new LogServer([says('unable to retrieve container logs for containerd://1\n'), says(written(1))]);
    await expect(server.first(1)).resolves.toMatchObject({ lines: ['line 1'] });
  });

  test('end with an error where they may not be read', async () => {
    server = new LogServer([says(JSON.stringify({ kind: 'Status', code: 403, reason: 'Forbidden', message: 'pods "orders-0" is forbidden' }), 403)]);
    await expect(server.first(1)).rejects.toMatchObject({ status: 403, message: 'pods "orders-0" is forbidden' });
  });
});

describe('logs that are read', () => {
  const logs = async (answer: Parameters<typeof FakeApiServer.start>[0]) => {
    const server = await FakeApiServer.start(answer);
    const missing: string[] = [];
    try {
      const lines = await mergedLogs(server.connection(), 'shop', ['orders-0', 'orders-1'], { previous: true, missing: text => missing.push(text) });
      return { lines: lines.map(({ pod, line }) => `${pod} ${line}`), missing, queries: server.received.map(({ query }) => query.get('previous')) };
    } finally {
      await server.stop();
    }
  };

  test('are of the former container where that is asked for, and left out where there is none', async () => {
    const answer = await logs(({ path }) => path.includes('orders-1')
      ? refusal(400, 'BadRequest', 'previous terminated container "rabbitmq" in pod "orders-1" not found')
      : { text: written(1, 2) });
    expect(answer).toEqual({ lines: ['orders-0 line 1', 'orders-0 line 2'], missing: [], queries: ['true', 'true'] });
  });

  test('of other pods are had where a node is away', async () => {
    const answer = await logs(({ path }) => path.includes('orders-1') ? refusal(500, 'InternalError', 'dial tcp 10.0.0.5:10250: connect: no route to host') : { text: written(1) });
    expect(answer).toMatchObject({ lines: ['orders-0 line 1'], missing: ['the log of orders-1 can\'t be read: dial tcp 10.0.0.5:10250: connect: no route to host'] });
  });
});
