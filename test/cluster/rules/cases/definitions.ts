import { Case, raw } from '../check';

const IMPORT = { 'definitions.import_backend': 'local_filesystem', 'definitions.local.path': '/definitions' };

export const DEFINITION_CASES: readonly Case[] = [
  {
    id: 'definitions-without-backend', rule: 59,
    outside: raw({ load_definitions: '/definitions', 'definitions.skip_if_unchanged': 'true' }),
    says: /^configuration\.raw "definitions\.skip_if_unchanged" without "definitions\.import_backend": brokers would not start, even with "load_definitions"\. Use/,
    inside: raw({ ...IMPORT, 'definitions.skip_if_unchanged': 'true' }),
  },
  {
    id: 'definitions-imported-at-each-boot', rule: 61,
    outside: raw({ load_definitions: '/definitions' }),
    says: /^configuration\.raw "load_definitions" is \/definitions, which is imported at every start and reverts/,
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
    says: /^configuration\.raw "load_definitions": a broker that imports definitions does not create the user/,
    inside: { credentials: { username: 'boss' } },
  },
  {
    id: 'definitions-replace-administrator', rule: 60, about: 'whose password is generated',
    outside: raw({ load_definitions: '/definitions', default_vhost: 'billing' }),
    says: /and the vhost "billing" to the definitions, and set credentials\.secret .*do not know the generated password/,
    inside: {},
  },
];
