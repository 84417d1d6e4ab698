import { existsSync } from 'node:fs';
import type { Circus } from '@jest/types';
import { TestEnvironment } from 'jest-environment-node';
import type * as Kubernetes from '@kubernetes/client-node' with { 'resolution-mode': 'import' };

/** What the environment hands to the tests of one file, as `globalThis.e2e`. */
export interface E2e {
  readonly kubernetes: typeof Kubernetes;
  readonly config: Kubernetes.KubeConfig;
  /** Aborts when the test file has run: what a failed test has left at work ends then. */
  readonly end: AbortSignal;
  /** What is at work in the background, and ends soon after `end`. */
  readonly background: Set<Promise<unknown>>;
  /** Set by the support code: prints what is known of the namespaces in use. */
  diagnose?: () => Promise<void>;
  /** Set by the support code: deletes the namespaces that are still in use when the test file has run. */
  cleanUp?: () => Promise<void>;
}

const ANSWER_TIMEOUT_MS = 60_000;

/**
 * Node with the cluster of KUBECONFIG. The client library is an ES module, which jest's own module system
 * cannot load on Node 20: it is loaded here, outside of it, once for all test files.
 */
export default class ClusterEnvironment extends TestEnvironment {
  private readonly end = new AbortController();
  private e2e?: E2e;

  public async setup(): Promise<void> {
    await super.setup();
    const kubernetes = await import('@kubernetes/client-node');
    const config = loadConfig(kubernetes);
    await requireAnswer(kubernetes, config);
    this.e2e = { kubernetes, config, end: this.end.signal, background: new Set() };
    Object.assign(this.global, { e2e: this.e2e });
  }

  public async teardown(): Promise<void> {
    this.end.abort();
    await Promise.allSettled([...this.e2e?.background ?? []]);
    await this.e2e?.cleanUp?.();
    await super.teardown();
  }

  public async handleTestEvent(event: Circus.AsyncEvent | Circus.SyncEvent): Promise<void> {
    if (event.name === 'test_fn_failure' || event.name === 'hook_failure') {
      await this.e2e?.diagnose?.();
    }
  }
}

function loadConfig(kubernetes: typeof Kubernetes): Kubernetes.KubeConfig {
  const path = process.env.KUBECONFIG;
  if (!path) {
    throw noCluster('set KUBECONFIG to the kubeconfig file of a Kubernetes cluster that may be changed (kind, k3d, any other)');
  }
  if (!existsSync(path)) {
    throw noCluster(`KUBECONFIG names "${path}", and there is no such file`);
  }
  const config = new kubernetes.KubeConfig();
  config.loadFromFile(path);
  if (!config.getCurrentCluster()) {
    throw noCluster(`the current context of "${path}" names no cluster`);
  }
  return config;
}

async function requireAnswer(kubernetes: typeof Kubernetes, config: Kubernetes.KubeConfig): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => { reject(new Error(`no answer within ${ANSWER_TIMEOUT_MS / 1000} s`)); }, ANSWER_TIMEOUT_MS);
  });
  try {
    await Promise.race([config.makeApiClient(kubernetes.VersionApi).getCode(), timeout]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw noCluster(`${config.getCurrentCluster()?.server} (KUBECONFIG "${process.env.KUBECONFIG}"): ${reason}`);
  } finally {
    clearTimeout(timer);
  }
}

/** Without a stack: jest would show a piece of this file with it, and the message says all. */
function noCluster(reason: string): Error {
  const error = new Error(`no cluster to test on: ${reason}`);
  error.stack = error.message;
  return error;
}
