// the Kubernetes client is an ES module, which jest can't load: commands get the one that the environment has loaded
jest.mock('../../../ops/src/kubernetes/library', () => ({
  loadLibrary: () => Promise.resolve((globalThis as unknown as { e2e: { kubernetes: unknown } }).e2e.kubernetes),
}));
