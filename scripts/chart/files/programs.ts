import { bootPrograms } from '../../../lib/cluster/boot/broker';
import { membershipPrograms } from '../../../lib/cluster/membership/broker';
import { resolveMembership } from '../../../lib/cluster/membership/options';
import { Programs, readEscript } from '../../../lib/rabbitmq/programs';

/** The programs of each ConfigMap, by folder. */
const PROGRAMS: Readonly<Record<string, Programs>> = {
  broker: { ...bootPrograms(), ...membershipPrograms(resolveMembership({})) },
  'fetch-plugins': readEscript('fetch-plugins'),
  bootstrap: readEscript('bootstrap'),
  topology: readEscript('apply-topology'),
  exporter: readEscript('exporter'),
  backup: readEscript('back-up'),
  test: readEscript('check-cluster'),
};

/** The Erlang programs of the library, a file each. */
export function programFiles(): Record<string, string> {
  return Object.fromEntries(Object.entries(PROGRAMS).flatMap(([folder, programs]) =>
    Object.entries(programs).map(([file, text]) => [`programs/${folder}/${file}`, text])));
}
