import { createRequire } from 'node:module';
import type * as Cdk8s from 'cdk8s';
import type * as Cdk8sPlus from 'cdk8s-plus-28';

/**
 * Loads what the library loads: if an app has several copies of cdk8s, constructs of two copies can't be in one tree.
 */
const load = createRequire(require.resolve('cdk8s-rabbitmq'));

export const cdk8s = load('cdk8s') as typeof Cdk8s;
export const plus = load('cdk8s-plus-28') as typeof Cdk8sPlus;
