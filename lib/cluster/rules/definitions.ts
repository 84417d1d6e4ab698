import { chosenLike, chosenOf, nameOf, stated } from './settings';
import { ClusterSubject } from './subject';
import { defaultVirtualHost } from '../../configuration/default-virtual-host';
import { Entry } from '../../configuration/effective';
import { Rule, rule, ruleForEach } from '../../validation/rule';

const SOURCES = ['load_definitions', 'management.load_definitions', 'definitions.import_backend'];

/** Users, queues and policies that are loaded at start: https://www.rabbitmq.com/docs/definitions */
export const DEFINITION_RULES: readonly Rule<ClusterSubject>[] = [
  rule({
    id: 'definitions-without-backend',
    severity: 'error',
    when: subject => chosenLike(subject, /^definitions\./).length > 0 && !chosenOf(subject, 'definitions.import_backend'),
    message: subject => `${chosenLike(subject, /^definitions\./).map(nameOf).join(' and ')} without "definitions.import_backend": brokers would not start, even with "load_definitions". Use "definitions.import_backend = local_filesystem" with "definitions.local.path"`,
  }),
  ruleForEach({
    id: 'definitions-imported-at-each-boot',
    severity: 'warning',
    each: sources,
    when: ({ key }, { configuration }) => key !== 'definitions.import_backend' || configuration.get('definitions.skip_if_unchanged') !== 'true',
    message: entry => `${stated(entry)}, which is imported at every start and reverts later changes, including passwords. Use "definitions.import_backend = local_filesystem" with "definitions.local.path" and "definitions.skip_if_unchanged = true"`,
  }),
  rule({
    id: 'definitions-replace-administrator',
    severity: 'warning',
    when: subject => sources(subject).length > 0,
    message: (subject) => {
      const { username, makesCredentials, administrator } = subject.credentials;
      return `${sources(subject).map(nameOf).join(' and ')}: a broker that imports definitions does not create the user of Secret "${username.secret}"${makesCredentials ? ` ("${administrator}")` : ''}. Add ${makesCredentials ? 'a user' : 'that user'} with the tag "administrator" and the vhost "${defaultVirtualHost(subject.configuration)}" to the definitions`
        + (makesCredentials ? ', and set credentials.secret to a Secret with its name and password: the definitions do not know the generated password, with which Jobs log in' : '');
    },
  }),
];

function sources(subject: ClusterSubject): Entry[] {
  return SOURCES.flatMap(key => chosenOf(subject, key) ?? []);
}
