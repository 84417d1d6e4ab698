import { connect } from 'node:net';
import { eventually } from './eventually';

const TIMEOUT_MS = 60_000;

/** Waits until a port takes connections. */
export async function listening(what: string, host: string, port: number): Promise<void> {
  await eventually(`${what} takes connections at ${host}:${port}`, TIMEOUT_MS, () => new Promise<boolean>((resolve, reject) => {
    const socket = connect(port, host, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', reject);
  }));
}
