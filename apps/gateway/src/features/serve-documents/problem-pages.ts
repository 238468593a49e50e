import { STATUS_CODES } from 'node:http';

import { PROBLEM_CONTENT_TYPE, PROBLEM_TYPE_BASE, type ProblemKind, problemKind } from '@itops/platform';
import { NotFoundException } from '@nestjs/common';
import { type FastifyInstance } from 'fastify';

import { list, type Members, operationsOf, record } from './openapi-members';

const HEADERS = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/**
 * What a problem's `type` leads to: what it means, what to do about it, and which operations answer so.
 * @param read gives the document of the whole API
 */
export function serveProblemPages(server: FastifyInstance, read: () => Promise<object>): void {
  server.get<{ Params: { kind: string } }>(`${PROBLEM_TYPE_BASE}:kind`, async (request, reply) => {
    const { kind } = request.params;
    const known = problemKind(kind);
    if (known === undefined) throw new NotFoundException();
    return reply
      .headers(HEADERS)
      .type('text/html; charset=utf-8')
      .send(problemPage(kind, known, record(await read())));
  });
}

export function problemPage(kind: string, { status, title, happened, toDo }: ProblemKind, document: Members): string {
  const type = PROBLEM_TYPE_BASE + kind;
  const example = JSON.stringify({ type, title, status, detail: toDo, instance: '/v1/…' }, null, 2);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escaped(title)}</title>
  </head>
  <body>
    <h1>${escaped(title)}</h1>
    <p><code>${escaped(type)}</code>, status ${status} ${escaped(STATUS_CODES[status] ?? '')}</p>
    <h2>What happened</h2>
    <p>${escaped(happened)}</p>
    <h2>What to do</h2>
    <p>${escaped(toDo)}</p>
    <h2>How it looks</h2>
    <pre>HTTP/1.1 ${status} ${escaped(STATUS_CODES[status] ?? '')}
Content-Type: ${PROBLEM_CONTENT_TYPE}

${escaped(example)}</pre>
    <h2>Who answers so</h2>
    <ul>
${operationsWith(document, type).join('\n')}
    </ul>
    <p><a href="/docs">All operations</a></p>
  </body>
</html>
`;
}

/** The operations of which an answer has the type of problem, each with a link to where it is described. */
function operationsWith(document: Members, type: string): readonly string[] {
  const shared = record(record(document['components'])['responses']);
  const named = new Set(Object.entries(shared).flatMap(([name, answer]) => (tells(answer, type) ? [name] : [])));
  return operationsOf(document)
    .filter(({ members }) =>
      Object.values(record(members['responses'])).some((answer) => {
        const { $ref } = record(answer);
        return typeof $ref === 'string' ? named.has($ref.split('/').at(-1) ?? '') : tells(answer, type);
      }),
    )
    .map(({ id, method, path, members }) => {
      const place = [String(list(members['tags'])[0]), id].map(encodeURIComponent).join('/');
      return `      <li><a href="/docs#/${escaped(place)}"><code>${method.toUpperCase()} ${escaped(path)}</code></a></li>`;
    });
}

function tells(answer: unknown, type: string): boolean {
  return JSON.stringify(answer).includes(JSON.stringify(type));
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
