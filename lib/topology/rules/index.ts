import { NAME_RULES } from './names';
import { POLICY_RULES } from './policies';
import { QUEUE_DECLARATION_RULES } from './queues';
import { REFERENCE_RULES } from './references';
import { TopologySubject } from './subject';
import { PERMISSION_RULES } from './users';
import { Rule } from '../../validation/rule';

/** Everything that is checked of a topology. */
export const TOPOLOGY_RULES: readonly Rule<TopologySubject>[] = [
  ...NAME_RULES,
  ...REFERENCE_RULES,
  ...QUEUE_DECLARATION_RULES,
  ...POLICY_RULES,
  ...PERMISSION_RULES,
];
