import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { KubernetesConnection } from '../../src/kubernetes/connection';
import type { KubernetesLibrary } from '../../src/kubernetes/library';

/** A request that the server got. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: any;
}

/** What it answers with; undefined: never; `cut`: it breaks the connection off. */
export type Answer = { readonly status?: number; readonly headers?: Record<string, string> } & ({ readonly body: unknown } | { readonly text: string }) | 'cut' | undefined;

/** An API server on loopback that answers as a test says. */
export class FakeApiServer {
  public static async start(answer: (request: Received) => Answer): Promise<FakeApiServer> {
    const fake = new FakeApiServer(answer);
    await new Promise<void>(resolve => fake.server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  public readonly received: Received[] = [];
  private readonly server: Server;
  private interceptor: (request: Received) => Answer = () => undefined;

  private constructor(private readonly answer: (request: Received) => Answer) {
    this.server = createServer((request, response) => {
      void this.take(request).then((answered) => {
        if (answered === 'cut') {
          request.socket.destroy();
        } else if (answered) {
          response.writeHead(answered.status ?? 200, { 'content-type': 'text' in answered ? 'text/plain' : 'application/json', ...answered.headers });
          response.end('text' in answered ? answered.text : JSON.stringify(answered.body));
        }
      });
    });
  }

  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Answers some requests otherwise than the test began with. */
  public intercept(answer: (request: Received) => Answer): void {
    this.interceptor = answer;
  }

  public connection(signal?: AbortSignal): KubernetesConnection {
    return connectionTo(this.url, signal);
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  private async take(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url ?? '/', this.url);
    const body = await text(request);
    const received = { method: request.method ?? '', path: url.pathname, query: url.searchParams, body: body && JSON.parse(body) };
    this.received.push(received);
    return this.interceptor(received) ?? this.answer(received);
  }
}

/** A connection to an API server at a URL, as nobody unless `user` says more. */
export function connectionTo(url: string, signal?: AbortSignal, user: object = {}): KubernetesConnection {
  const { kubernetes } = globalThis as unknown as { kubernetes: KubernetesLibrary };
  const config = new kubernetes.KubeConfig();
  config.loadFromClusterAndUser({ name: 'fake', server: url, skipTLSVerify: true }, { name: 'nobody', ...user });
  return new KubernetesConnection(kubernetes, config, signal);
}

/** An error as the API server words it. */
export function refusal(status: number, reason: string, message: string): Answer {
  return { status, body: { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: status, reason, message } };
}
