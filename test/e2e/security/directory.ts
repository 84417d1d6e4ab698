import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Authority } from '../support/authority';
import { listening } from '../support/listening';

const SUFFIX = 'dc=example,dc=com';

/** Somebody in the directory. */
export interface Person {
  readonly name: string;
  readonly password: string;
}

/** A directory on this machine, by Debian's slapd, which pods reach over TLS. */
export class Directory {
  public static readonly USER_DN_PATTERN = `uid=\${username},ou=people,${SUFFIX}`;

  public static async start(
    people: readonly Person[],
    authority: Authority,
    host: string,
    port: number,
  ): Promise<Directory> {
    const folder = mkdtempSync(join(tmpdir(), 'directory-'));
    const file = (name: string, content: string): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    mkdirSync(join(folder, 'data'));
    const { certificate, key } = authority.issue({ commonName: host, dnsNames: [host] });
    const configuration = file('slapd.conf', `
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
modulepath /usr/lib/ldap
moduleload back_ldif
pidfile ${folder}/pid
TLSCertificateFile ${file('certificate.pem', certificate)}
TLSCertificateKeyFile ${file('key.pem', key)}
TLSCACertificateFile ${file('ca.pem', authority.certificate)}
database ldif
suffix "${SUFFIX}"
directory ${folder}/data
`);
    const entries = [
      `dn: ${SUFFIX}\nobjectClass: dcObject\nobjectClass: organization\no: Example\ndc: example`,
      `dn: ou=people,${SUFFIX}\nobjectClass: organizationalUnit\nou: people`,
      ...people.map(({ name, password }) => `dn: uid=${name},ou=people,${SUFFIX}\nobjectClass: inetOrgPerson\nuid: ${name}\ncn: ${name}\nsn: ${name}\nuserPassword: ${password}`),
    ];
    execFileSync('slapadd', ['-f', configuration, '-l', file('people.ldif', `${entries.join('\n\n')}\n`)], { stdio: 'pipe' });
    const directory = new Directory(spawn('slapd', ['-d', '0', '-f', configuration, '-h', `ldaps://0.0.0.0:${port}`], { stdio: 'inherit' }), folder);
    await listening('the directory', '127.0.0.1', port);
    return directory;
  }

  private constructor(private readonly process: ChildProcess, private readonly folder: string) {}

  /** Ends it; nobody answers any more. */
  public async stop(): Promise<void> {
    const ended = new Promise((resolve) => {
      this.process.once('exit', resolve);
    });
    this.process.kill();
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
