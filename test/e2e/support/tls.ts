import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';

const TIMEOUT_MS = 5_000;

/** What came of a handshake. */
export interface Handshake {
  readonly protocol: string | null;
  readonly cipher: string;
  /** The serial number of the certificate that was served. */
  readonly serialNumber: string;
}

/**
 * Shakes hands, and waits for a moment whether the other side ends the connection after it: in TLS 1.3 a server says
 * only then that it doesn't like the client's certificate.
 */
export async function handshake(
  options: ConnectionOptions & { host: string; port: number; settleMs?: number },
): Promise<Handshake> {
  const socket = await new Promise<TLSSocket>((resolve, reject) => {
    const connecting = connect({ servername: options.host, ...options });
    connecting.setTimeout(TIMEOUT_MS, () => { connecting.destroy(new Error('timed out')); });
    connecting.on('error', reject);
    connecting.once('secureConnect', () => {
      setTimeout(() => { resolve(connecting); }, options.settleMs ?? 0);
    });
  });
  const result = {
    protocol: socket.getProtocol(),
    cipher: socket.getCipher().standardName,
    serialNumber: socket.getPeerX509Certificate()!.serialNumber,
  };
  socket.destroy();
  return result;
}
