import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { access } from '../support/access';
import type { KeyPair } from '../support/authority';
import { listening } from '../support/listening';
import type { Manifest } from '../support/manifests';

/** An HAProxy on this machine that does what an Ingress says, as its controller would: host, path, TLS, backend. */
export class ReverseProxy {
  public static async start(
    ingress: Manifest,
    namespace: string,
    { certificate, key }: KeyPair,
    port: number,
  ): Promise<ReverseProxy> {
    const folder = mkdtempSync(join(tmpdir(), 'haproxy-'));
    const pem = join(folder, 'site.pem');
    const configuration = join(folder, 'haproxy.cfg');
    writeFileSync(pem, `${certificate}${key}`);
    writeFileSync(configuration, await configurationOf(ingress, namespace, pem, port));
    const proxy = new ReverseProxy(spawn('haproxy', ['-db', '-f', configuration], { stdio: 'inherit' }), folder);
    await listening('the proxy', '127.0.0.1', port);
    return proxy;
  }

  private constructor(private readonly process: ChildProcess, private readonly folder: string) {}

  public stop(): void {
    this.process.kill();
    rmSync(this.folder, { recursive: true });
  }
}

async function configurationOf({ spec }: Manifest, namespace: string, pem: string, port: number): Promise<string> {
  const [{ host, http: { paths: [{ path, pathType, backend }] } }] = spec.rules;
  if (pathType !== 'Prefix' || spec.tls[0].hosts[0] !== host) {
    throw new Error('this proxy does prefixes and TLS of the host only');
  }
  const server = await access(namespace, backend.service.name as string, backend.service.port.name as string);
  return `
defaults
  mode http
  timeout connect 5s
  timeout client 30s
  timeout server 30s
frontend site
  bind 127.0.0.1:${port} ssl crt ${pem}
  http-request deny deny_status 404 unless { hdr(host),field(1,:) -i ${host} } { path ${path} } or { hdr(host),field(1,:) -i ${host} } { path_beg ${path}/ }
  default_backend brokers
backend brokers
  server service ${server.host}:${server.port}
`;
}
