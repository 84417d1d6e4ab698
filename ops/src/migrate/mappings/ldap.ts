import { type Draft, isEmpty, isMap } from '../draft';
import { map, type Mappings, TEMPLATE } from './mapping';

type Map = Readonly<Record<string, unknown>>;

const ADDRESS = /^\d{1,3}(\.\d{1,3}){3}$/;
const AUTHORITY = 'ldap-authority';
const BIND_PASSWORD = 'ldap-bind-password';

interface Target {
  readonly servers: readonly string[];
  readonly port: number | undefined;
}

/** Where the directory is: an address as `ldaps://host:636`, or hosts and a port. */
function targetOf({ uri, servers, port }: Map): Target {
  const [, , host, ofUri] = /^(ldaps?:\/\/)?([^/:]+)(?::(\d+))?/.exec(isEmpty(uri) ? '' : String(uri)) ?? [];
  const others = (Array.isArray(servers) ? servers : []).map(String);
  const number = isEmpty(port) ? ofUri : port;
  return {
    servers: [...host === undefined ? [] : [host], ...others],
    port: isEmpty(number) ? undefined : Number(number),
  };
}

/** Users of a directory; passwords and certificates are in Secrets here. */
function ldap(value: unknown, draft: Draft, key: string): void {
  const theirs = value as Map;
  if (theirs.enabled !== true) {
    return;
  }
  if (JSON.stringify({ ...theirs, bindpw: '' }).includes('{{')) {
    draft.note(key, `${TEMPLATE} in authentication.ldap`);
    return;
  }
  const { servers, port } = targetOf(theirs);
  const security = securityOf(theirs, draft, key);
  const pattern = isEmpty(theirs.userDnPattern) ? theirs.user_dn_pattern : theirs.userDnPattern;
  const peers = servers.every(server => ADDRESS.test(server))
    ? servers.map(server => ({ ipBlock: { cidr: `${server}/32` } }))
    : [];
  draft.set('authentication.ldap', {
    enabled: true, servers, ...port !== undefined && { port }, ...security,
    ...!isEmpty(pattern) && { userDnPattern: pattern },
    ...lookupOf(theirs, draft, key),
    ...theirs.authorisationEnabled === true && { authorization: 'ldap' },
    ...peers.length > 0 && { peers },
  });
  draft.note(key, 'RabbitMQ\'s own users are asked before those of the directory; there it was the other way round');
  if (peers.length === 0) {
    draft.note(key, 'NetworkPolicies let brokers connect to the directory if authentication.ldap.peers has its networks: '
    + '[{ ipBlock: { cidr: 192.0.2.10/32 } }]');
  }
  if (theirs.authorisationEnabled === true) {
    draft.note(`${key}.authorisationEnabled`, 'queries of advancedConfiguration decide, or those of authentication.ldap.queries');
  }
}

function securityOf({ tls }: Map, draft: Draft, key: string): Map {
  if (!isMap(tls) || tls.enabled !== true) {
    return { tls: 'none' };
  }
  const { startTls, certificatesSecret, CAFilename: file, skipVerify, verify, certFilename } = tls;
  const isKnown = !isEmpty(certificatesSecret) && !isEmpty(file);
  if (!isKnown) {
    draft.note(`${key}.tls`, `brokers verify the directory: create the Secret ${AUTHORITY} with the authority of its certificate under ca.crt`);
  }
  if (skipVerify === true || verify === 'verify_none') {
    draft.note(`${key}.tls`, 'the certificate of the directory was not verified there, and is here: its names have to match servers');
  }
  if (!isEmpty(certFilename)) {
    draft.note(`${key}.tls.certFilename`, 'brokers have no certificate for the directory: mount it by pod.volumes and pod.volumeMounts, '
    + 'and set auth_ldap.ssl_options.certfile and keyfile in configuration');
  }
  return {
    tls: startTls === true ? 'starttls' : 'ldaps',
    authority: isKnown ? certificatesSecret : AUTHORITY,
    ...isKnown && file !== 'ca.crt' && { authorityKey: file },
  };
}

function lookupOf({ basedn, uidField, binddn, bindpw }: Map, draft: Draft, key: string): Map {
  if (isEmpty(basedn) && isEmpty(uidField)) {
    return {};
  }
  if (!isEmpty(binddn) || !isEmpty(bindpw)) {
    draft.note(`${key}.bindpw`, `not carried over: create the Secret ${BIND_PASSWORD} with the password under "password"`);
  }
  return {
    lookup: {
      attribute: uidField ?? '', baseDn: basedn ?? '',
      ...!isEmpty(binddn) && { bindDn: binddn, bindPassword: BIND_PASSWORD },
    },
  };
}

export const LDAP_MAPPINGS: Mappings = { ldap: map(ldap) };
