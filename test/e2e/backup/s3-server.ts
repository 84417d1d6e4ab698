import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../support/eventually';

/** An S3-compatible server on loopback: versitygw, whose program VERSITYGW names. */
export class S3Server {
  public static async start(program: string, bucket: string): Promise<S3Server> {
    const folder = mkdtempSync(join(tmpdir(), 's3-'));
    mkdirSync(join(folder, bucket));
    const port = await freePort();
    const secret = 'a secret of the test';
    const server = spawn(program, ['--port', `127.0.0.1:${port}`, '--region', 'us-east-1', 'posix', folder], {
      env: { PATH: process.env.PATH, HOME: folder, ROOT_ACCESS_KEY_ID: 'tester', ROOT_SECRET_ACCESS_KEY: secret }, stdio: 'ignore',
    });
    const started = new S3Server(server, `http://127.0.0.1:${port}`, { AWS_ACCESS_KEY_ID: 'tester', AWS_SECRET_ACCESS_KEY: secret });
    await eventually('the S3 server answers', 30_000, () => fetch(started.url).then(({ status }) => status, () => 0), status => status > 0);
    return started;
  }

  private constructor(
    private readonly process: ChildProcess,
    public readonly url: string,
    public readonly credentials: Readonly<Record<string, string>>,
  ) {}

  public stop(): void {
    this.process.kill();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
