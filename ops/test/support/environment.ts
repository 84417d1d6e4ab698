import { TestEnvironment } from 'jest-environment-node';

/**
 * Node with the Kubernetes client library, as `globalThis.kubernetes`: it is an ES module, which jest's own module
 * system cannot load on Node 20.
 */
export default class LibraryEnvironment extends TestEnvironment {
  public async setup(): Promise<void> {
    await super.setup();
    Object.assign(this.global, { kubernetes: await import('@kubernetes/client-node') });
  }
}
