import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Manifest } from './manifests';

/** A certificate and its private key, as PEM. */
export interface KeyPair {
  readonly certificate: string;
  readonly key: string;
}

/** What a certificate says. */
export interface Subject {
  readonly commonName: string;
  readonly dnsNames?: readonly string[];
  /** @default 1 */
  readonly days?: number;
}

/** An authority that signs certificates, by the openssl of the machine. */
export class Authority {
  public static create(commonName: string): Authority {
    return new Authority(inFolder((folder) => {
      openssl(folder, 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'key.pem', '-out', 'certificate.pem', '-days', '2', '-subj', `/CN=${commonName}`);
      return read(folder);
    }));
  }

  private constructor(private readonly own: KeyPair) {}

  /** The authority's certificate. */
  public get certificate(): string {
    return this.own.certificate;
  }

  public issue({ commonName, dnsNames = [], days = 1 }: Subject): KeyPair {
    return inFolder((folder) => {
      writeFileSync(join(folder, 'ca.pem'), this.own.certificate);
      writeFileSync(join(folder, 'ca-key.pem'), this.own.key);
      writeFileSync(join(folder, 'extensions'), dnsNames.length > 0 ? `subjectAltName=${dnsNames.map(name => `DNS:${name}`).join(',')}` : 'basicConstraints=CA:FALSE');
      openssl(folder, 'req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'key.pem', '-out', 'request.pem', '-subj', `/CN=${commonName}`);
      openssl(folder, 'x509', '-req', '-in', 'request.pem', '-CA', 'ca.pem', '-CAkey', 'ca-key.pem', '-CAcreateserial', '-days', String(days), '-extfile', 'extensions', '-out', 'certificate.pem');
      return read(folder);
    });
  }

  /** The Secrets that cert-manager would make for the Certificates among these, as the tests' cluster may have none. */
  public issued(manifests: readonly Manifest[]): Manifest[] {
    return manifests.filter(({ kind }) => kind === 'Certificate').map(({ metadata, spec }) =>
      this.secret(
        spec.secretName as string,
        this.issue({ commonName: metadata.name, dnsNames: spec.dnsNames as string[] }),
      ));
  }

  /** The manifest of a Secret with a certificate, as cert-manager writes it. */
  public secret(name: string, { certificate, key }: KeyPair): Manifest {
    return {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name },
      type: 'kubernetes.io/tls',
      stringData: { 'tls.crt': certificate, 'tls.key': key, 'ca.crt': this.certificate },
    };
  }
}

function inFolder(make: (folder: string) => KeyPair): KeyPair {
  const folder = mkdtempSync(join(tmpdir(), 'authority-'));
  try {
    return make(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function openssl(cwd: string, ...command: string[]): void {
  execFileSync('openssl', command, { cwd, stdio: 'ignore' });
}

function read(folder: string): KeyPair {
  return { certificate: readFileSync(join(folder, 'certificate.pem'), 'utf8'), key: readFileSync(join(folder, 'key.pem'), 'utf8') };
}
