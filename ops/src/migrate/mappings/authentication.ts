import { type Draft, isEmpty } from '../draft';
import { type Mapping, type Mappings, nothing, scalar, text, whenOn } from './mapping';

const keyOr = (usual: string, given: unknown): unknown => (isEmpty(given) ? usual : given);

/** A Secret of the other chart's has the password alone. */
const passwordSecret: Mapping = (value, draft, key) => {
  draft.set('credentials.existingSecret', value);
  draft.set('credentials.passwordKey', keyOr('rabbitmq-password', draft.theirValue('auth.existingSecretPasswordKey')));
  const nameKey = draft.theirValue('auth.existingSecretUsernameKey');
  if (isEmpty(nameKey)) {
    draft.note(key, 'the Secret has to have the user\'s name too, under credentials.usernameKey ("username")');
  } else {
    draft.set('credentials.usernameKey', nameKey);
  }
};

const cookieSecret: Mapping = (value, draft) => {
  draft.set('credentials.existingErlangCookieSecret', value);
  draft.set('credentials.erlangCookieKey', keyOr('rabbitmq-erlang-cookie', draft.theirValue('auth.existingSecretErlangKey')));
};

const CLIENTS = {
  required: 'clients need a certificate, as there: set tls.clientCertificates to optional or none for clients without one',
  optional: 'certificates of clients are verified if they have one, as there',
};

const tls: Mapping = (_value, draft, key) => {
  draft.set('tls.enabled', true);
  if (isEmpty(draft.theirValue('auth.tls.existingSecret'))) {
    draft.note(key, 'cert-manager issues the certificate by tls.issuer: create that Issuer, or name a Secret in tls.existingSecret');
  }
  // unless rabbitmq.conf has it
  if (draft.theirValue('auth.tls.sslOptionsVerify') === 'verify_peer' && draft.ourValue('tls.clientCertificates') === undefined) {
    const clients = draft.theirValue('auth.tls.failIfNoPeerCert') === true ? 'required' : 'optional';
    draft.set('tls.clientCertificates', clients);
    draft.note(key, CLIENTS[clients]);
  }
};

const ifTls = (take: Mapping): Mapping => (value, draft, key) => {
  if (draft.theirValue('auth.tls.enabled') === true) {
    take(value, draft, key);
  }
};

const tlsSecret = ifTls((value, draft, key) => {
  draft.set('tls.existingSecret', value);
  if (isEmpty(draft.theirValue('auth.tls.existingSecretKeys'))) {
    draft.note(key, 'the Secret has to have tls.crt, tls.key and ca.crt, or tls.publiclyTrusted be true');
  }
});

/** The authority by which certificates of clients are verified. */
const clientAuthority = ifTls((value, draft, key) => {
  if (draft.theirValue('auth.tls.sslOptionsVerify') === 'verify_peer') {
    draft.set('tls.clientAuthority', value);
  } else {
    draft.note(key, 'add the authority to the Secret of tls.existingSecret as ca.crt');
  }
});

const KEYS: Readonly<Record<string, string>> = { cert: 'tls.certificateKey', key: 'tls.privateKeyKey', ca: 'tls.authorityKey' };

/** Keys of the Secret, where they have other names. */
const tlsKeys = ifTls((value, draft) => {
  for (const [name, path] of Object.entries(KEYS)) {
    const key = (value as Readonly<Record<string, unknown>>)[name];
    if (!isEmpty(key)) {
      draft.set(path, key);
    }
  }
});

const name: Mapping = (value, draft, key) => {
  draft.set('cluster.name', value);
  draft.note(key, 'while the old release is in the same namespace, take another name: objects would meet');
};

const replicas = scalar((value, draft, key) => {
  if (Number(value) >= 1 && Number(value) <= 9) {
    draft.set('cluster.replicaCount', Number(value));
  } else {
    draft.note(key, 'the chart has 1 to 9 brokers');
  }
});

/** Keys that belong to another one. */
const partOf = (...keys: readonly string[]): Mappings => Object.fromEntries(keys.map(key => [key, nothing]));

/** The cluster's name and size, its administrator and TLS. */
export const AUTHENTICATION_MAPPINGS: Mappings = {
  fullnameOverride: name,
  replicaCount: replicas,
  'auth.username': text('credentials.username'),
  'auth.existingPasswordSecret': passwordSecret,
  'auth.existingErlangSecret': cookieSecret,
  ...partOf('auth.existingSecretPasswordKey', 'auth.existingSecretUsernameKey', 'auth.existingSecretErlangKey'),
  'auth.tls.enabled': whenOn(tls),
  'auth.tls.existingSecret': tlsSecret,
  'auth.tls.existingSecretKeys': tlsKeys,
  'auth.tls.overrideCaCertificate': clientAuthority,
  'auth.tls.only': ifTls(whenOn((_value, draft) => { draft.set('tls.only', true); })),
  'auth.tls.depth': ifTls(scalar((value, draft) => { draft.set('tls.clientCertificateDepth', Number(value)); })),
  ...partOf('auth.tls.failIfNoPeerCert', 'auth.tls.sslOptionsVerify'),
};

/** The administrator's name is in the Secret, if there is one. */
export function withoutSecondName(draft: Draft): void {
  if (draft.ourValue('credentials.existingSecret') !== undefined) {
    draft.remove('credentials.username');
  }
}
