import fastifyStatic from '@fastify/static';
import { asyncApi } from '@itops/contracts';
import { type FastifyInstance } from 'fastify';
import { getAbsoluteFSPath } from 'swagger-ui-dist';

/** All that the page loads; nothing of it comes from elsewhere. */
const ASSETS = ['/swagger-ui.css', '/swagger-ui-bundle.js', '/favicon-32x32.png'];

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>IT operations platform: API</title>
    <link rel="icon" type="image/png" href="/docs/assets/favicon-32x32.png" />
    <link rel="stylesheet" href="/docs/assets/swagger-ui.css" />
  </head>
  <body>
    <div id="api"></div>
    <script src="/docs/assets/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

const START = `window.ui = SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  docExpansion: 'none',
  persistAuthorization: false,
  validatorUrl: null,
});
`;

/** Swagger UI sets styles on elements and shows small pictures as data; all else comes from here. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const DOCUMENT_HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** `/docs`, which works without the internet, and `/asyncapi.json`. */
export function serveDocs(server: FastifyInstance): void {
  const events = asyncApi();
  server.get('/asyncapi.json', () => events);
  server.get('/docs', (_request, reply) => reply.headers(DOCUMENT_HEADERS).type('text/html; charset=utf-8').send(PAGE));
  server.get('/docs/start.js', (_request, reply) =>
    reply.headers(DOCUMENT_HEADERS).type('text/javascript; charset=utf-8').send(START),
  );
  void server.register(fastifyStatic, {
    root: getAbsoluteFSPath(),
    prefix: '/docs/assets/',
    index: false,
    allowedPath: (path) => ASSETS.includes(path),
    maxAge: '1h',
  });
}
