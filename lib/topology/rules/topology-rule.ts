import { TopologySubject } from './subject';
import { Rule, ruleForEach, Severity } from '../../validation/rule';

/** Something that a construct declares, or a part of it. */
interface Declared {
  /** The path of the construct. */
  readonly path?: string;
}

/** A rule that each of several items of a topology can break; its findings name the construct of the item. */
export function topologyRule<Item extends Declared>(row: {
  id: string;
  severity: Severity;
  each: (subject: TopologySubject) => readonly Item[];
  when: (item: Item, subject: TopologySubject) => boolean;
  message: (item: Item, subject: TopologySubject) => string;
}): Rule<TopologySubject> {
  return ruleForEach<TopologySubject, Item>({ ...row, path: ({ path }) => path });
}
