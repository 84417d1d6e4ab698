import type { KubernetesConnection } from './connection';
import type { ContainerRef } from './exec';
import type { Kubernetes } from './library';
import { upgradeError, type WebSocketConnection } from './websocket';

/** Connects this terminal to a program in a container; returns the program's exit code. */
export async function openTerminal(
  connection: KubernetesConnection,
  { namespace, pod, container }: ContainerRef,
  command: readonly string[],
): Promise<number> {
  const { library, config, server } = connection;
  const { stdin, stdout, stderr } = process;
  let status: Kubernetes.V1Status | undefined;
  stdin.setRawMode(true);
  try {
    const socket = await new library.Exec(config)
      .exec(namespace, pod, container, [...command], stdout, stderr, stdin, true, (found) => { status = found; })
      .catch((error: unknown) => { throw upgradeError(error, server, `"${command.join(' ')}" in ${pod}`); }) as unknown as WebSocketConnection;
    await new Promise<void>((resolve) => {
      socket.on('close', resolve);
      socket.on('error', resolve);
    });
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
  }
  const code = status?.details?.causes?.find(({ reason }) => reason === 'ExitCode')?.message;
  return status?.status === 'Success' ? 0 : Number(code ?? 1);
}
