import { type Server } from 'node:http';
import { type Socket } from 'node:net';

/** Whoever reads more slowly than this while something waits for them reads too slowly. */
const LEAST_BYTES_A_SECOND = 512;
const LOOKS_WITHIN_PATIENCE = 6;

interface Progress {
  taken: number;
  /** Since when it is too slow; undefined while it is not. */
  slowSince: number | undefined;
}

/**
 * Cuts off whoever takes too long to send headers or a body, which Node sees to, and whoever takes too long to read: what is
 * sent to them would wait in memory for as long as they like. Who has nothing to read may wait.
 */
export function cutOffSlowClients(server: Server, patienceMs: number): void {
  server.headersTimeout = patienceMs;
  server.requestTimeout = patienceMs;
  const open = new Map<Socket, Progress>();
  server.on('connection', (socket: Socket) => {
    open.set(socket, { taken: 0, slowSince: undefined });
    socket.once('close', () => open.delete(socket));
  });
  const everyMs = patienceMs / LOOKS_WITHIN_PATIENCE;
  const least = (LEAST_BYTES_A_SECOND * everyMs) / 1_000;
  const looking = setInterval(() => {
    const now = performance.now();
    for (const [socket, progress] of open) {
      const taken = socket.bytesWritten - socket.writableLength;
      const isSlow = socket.writableLength > 0 && taken - progress.taken < least;
      progress.taken = taken;
      progress.slowSince = isSlow ? (progress.slowSince ?? now) : undefined;
      if (isSlow && now - (progress.slowSince ?? now) >= patienceMs - everyMs) socket.destroy();
    }
  }, everyMs).unref();
  server.once('close', () => clearInterval(looking));
}
