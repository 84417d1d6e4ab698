import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { forwardPort } from '../../src/kubernetes/port-forward';

/** The login of the monitoring user. */
export const MONITORING = { username: 'monitoring', password: 'secret' };

/** The Secret of the monitoring user. */
export const MONITORING_SECRET = { data: { username: Buffer.from(MONITORING.username).toString('base64'), password: Buffer.from(MONITORING.password).toString('base64') } };

/** An answer by path, without `/api/`: a body, or a status with one. */
export type Answers = Readonly<Record<string, unknown>>;

/** The management API and the metrics of all brokers on loopback. `kubernetes/port-forward` has to be mocked. */
export class BrokerServer {
  public static async start(answers: (pod: string) => Answers): Promise<BrokerServer> {
    const server = new BrokerServer(answers);
    await new Promise<void>(resolve => server.server.listen(0, '127.0.0.1', resolve));
    jest.mocked(forwardPort).mockImplementation(async (_, target) => {
      const { pod, port } = await target();
      server.next.push(pod);
      server.ports.add(port);
      return Promise.resolve({ port: (server.server.address() as AddressInfo).port, close: () => Promise.resolve() });
    });
    return server;
  }

  /** Ports of pods that were forwarded. */
  public readonly ports = new Set<number>();
  /** Paths that were asked for. */
  public readonly asked: string[] = [];
  private readonly next: string[] = [];
  private readonly pods = new Map<unknown, string>();
  private readonly server: Server;

  private constructor(answers: (pod: string) => Answers) {
    this.server = createServer((request, response) => {
      // each forward has one connection
      const pod = this.pods.get(request.socket) ?? this.next.shift() ?? '';
      this.pods.set(request.socket, pod);
      const path = (request.url ?? '').split('?')[0].replace(/^.*\/api\//, '');
      this.asked.push(request.url ?? '');
      const isKnown = request.headers.authorization === `Basic ${Buffer.from(`${MONITORING.username}:${MONITORING.password}`).toString('base64')}`;
      const answer = isKnown ? answers(pod)[path] : { status: 401, body: { error: 'not_authorised' } };
      const { status, body } = (isStatus(answer) ? answer : { status: answer === undefined ? 404 : 200, body: answer ?? { error: 'Object Not Found' } });
      response.writeHead(status);
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }
}

function isStatus(answer: unknown): answer is { status: number; body: unknown } {
  return typeof (answer as { status?: unknown } | undefined)?.status === 'number';
}
