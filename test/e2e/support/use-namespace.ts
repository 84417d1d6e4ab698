import { createNamespace, deleteNamespace } from './namespaces';

/**
 * Gives the tests of a suite a namespace of their own, which is gone after them.
 *
 * @param name as `createNamespace` takes it
 * @param setUp what is in the namespace before the first test
 */
export function useNamespace(name: string, setUp: (namespace: string) => Promise<void> | void): void {
  let namespace: string | undefined;
  beforeAll(async () => {
    namespace = await createNamespace(name);
    await setUp(namespace);
  });

  afterAll(async () => {
    if (namespace !== undefined) {
      await deleteNamespace(namespace);
    }
  });
}
