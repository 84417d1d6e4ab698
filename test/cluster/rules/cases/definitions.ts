import { Case, raw } from '../check';

const IMPORT = { 'definitions.import_backend': 'local_filesystem', 'definitions.local.path': '/definitions' };

export const DEFINITION_CASES: readonly Case[] = [
  {
    id: 'definitions-without-backend', rule: 59,
    outside: raw({ load_definitions: '/definitions', 'definitions.skip_if_unchanged': 'true' }),
    says: /^configuration\.raw "definitions\.skip_if_unchanged" without "definitions\.import_backend": a broker doesn't start/,
    inside: raw({ ...IMPORT, 'definitions.skip_if_unchanged': 'true' }),
  },
  {
    id: 'definitions-imported-at-each-boot', rule: 61,
    outside: raw({ load_definitions: '/definitions' }),
    says: /^configuration\.raw "load_definitions" is \/definitions, which is loaded at every boot/,
    inside: raw({ ...IMPORT, 'definitions.skip_if_unchanged': 'true' }),
  },
  {
    id: 'definitions-imported-at-each-boot', rule: 61, about: 'by a backend',
    outside: raw(IMPORT),
    says: /"definitions\.import_backend" is local_filesystem/,
    inside: {},
  },
  {
    id: 'definitions-replace-administrator', rule: 60,
    outside: { ...raw({ load_definitions: '/definitions' }), credentials: { username: 'boss' } },
    says: /^configuration\.raw "load_definitions": .*user of Secret "rabbitmq-cluster-credentials" \("boss"\); the definitions need a user with the tag "administrator"/,
    inside: { credentials: { username: 'boss' } },
  },
];
