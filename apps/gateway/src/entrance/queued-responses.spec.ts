import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect } from 'node:net';

import { tellQueuedResponses } from './queued-responses';

describe('an answer that waits for the one before it', () => {
  it('learns that its connection has ended', async () => {
    const answers: ServerResponse[] = [];
    const both = Promise.withResolvers<void>();
    const server = createServer((_request, response) => {
      if (answers.push(response) === 2) both.resolve();
    });
    tellQueuedResponses(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    const client = connect(address.port, '127.0.0.1');
    client.write('GET /1 HTTP/1.1\r\nhost: a\r\n\r\nGET /2 HTTP/1.1\r\nhost: a\r\n\r\n');
    await both.promise;
    const closed = answers.map((answer) => once(answer, 'close'));
    client.destroy();
    await Promise.all(closed);
    expect(answers).toHaveLength(2);
    server.close();
    await once(server, 'close');
  });
});
