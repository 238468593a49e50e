import { type Server } from 'node:http';

/**
 * A client may send the next request before it has the answer to the one before. Node tells an answer that waits for its
 * turn nothing when the connection ends meanwhile: whoever writes it would wait for ever, and keep what it is read from.
 */
export function tellQueuedResponses(server: Server): void {
  server.on('request', (request, response) => {
    // Its turn has come already: Node tells it.
    if (response.socket !== null) return;
    const { socket } = request;
    const tell = () => {
      if (response.socket === null) response.emit('close');
    };
    socket.once('close', tell);
    response.once('close', () => socket.off('close', tell));
  });
}
