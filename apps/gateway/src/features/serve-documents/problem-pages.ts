import { STATUS_CODES } from 'node:http';

import { PROBLEM_CONTENT_TYPE, PROBLEM_TYPE_BASE, type ProblemKind, problemKind } from '@itops/platform';
import { NotFoundException } from '@nestjs/common';
import { type FastifyInstance } from 'fastify';

const HEADERS = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** What a problem's `type` leads to: what it means and what to do about it. */
export function serveProblemPages(server: FastifyInstance): void {
  server.get<{ Params: { kind: string } }>(`${PROBLEM_TYPE_BASE}:kind`, (request, reply) => {
    const { kind } = request.params;
    const known = problemKind(kind);
    if (known === undefined) throw new NotFoundException();
    return reply.headers(HEADERS).type('text/html; charset=utf-8').send(page(kind, known));
  });
}

function page(kind: string, { status, title, happened, toDo }: ProblemKind): string {
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
    <p><a href="/docs">Operations</a> list which of them each can answer.</p>
  </body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
