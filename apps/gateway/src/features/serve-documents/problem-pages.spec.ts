import { PROBLEM_KINDS } from '@itops/platform';

import { problemPage } from './problem-pages';

const document = {
  components: {
    responses: {
      Conflict: { content: { schema: { enum: ['/problems/conflict', '/problems/illegal-transition'] } } },
      NotFound: { content: { schema: { enum: ['/problems/not-found'] } } },
    },
  },
  paths: {
    '/v1/dead-letters/{id}': {
      get: {
        operationId: 'readLetter',
        tags: ['Dead letters'],
        responses: { 404: { $ref: '#/components/responses/NotFound' } },
      },
      post: {
        operationId: 'moveLetter',
        tags: ['Dead letters'],
        responses: { 409: { $ref: '#/components/responses/Conflict' } },
      },
      delete: {
        operationId: 'dropLetter',
        tags: ['Dead letters'],
        responses: { 409: { enum: ['/problems/conflict'] } },
      },
    },
  },
};
const linksOf = (kind: keyof typeof PROBLEM_KINDS) =>
  [...problemPage(kind, PROBLEM_KINDS[kind], document).matchAll(/href="\/docs#\/([^"]+)"><code>([^<]+)</g)].map(
    ([, place, operation]) => [place, operation],
  );

describe('the page of a problem', () => {
  it('links to the operations that answer so, and to no others', () => {
    expect(linksOf('conflict')).toEqual([
      ['Dead%20letters/moveLetter', 'POST /v1/dead-letters/{id}'],
      ['Dead%20letters/dropLetter', 'DELETE /v1/dead-letters/{id}'],
    ]);
    expect(linksOf('not-found')).toEqual([['Dead%20letters/readLetter', 'GET /v1/dead-letters/{id}']]);
    expect(linksOf('busy')).toEqual([]);
  });

  it('shows texts as texts', () => {
    const kind = { ...PROBLEM_KINDS.conflict, title: '<b>"Both" & none</b>' };
    const page = problemPage('conflict', kind, document);
    expect(page).toContain('<h1>&lt;b&gt;&quot;Both&quot; &amp; none&lt;/b&gt;</h1>');
    expect(page).not.toContain('<b>');
  });
});
