import { type Server } from 'node:http';
import { type Socket } from 'node:net';

/**
 * Connections that were opened ahead and never asked anything, as browsers and client pools do. Node counts them as
 * busy and would wait a minute for each when the server closes. Returns what closes them.
 */
export function trackUnusedConnections(server: Server): () => void {
  const open = new Set<Socket>();
  let closing = false;
  server.on('connection', (socket: Socket) => {
    if (closing) {
      socket.destroy();
      return;
    }
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () => {
    closing = true;
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  };
}
