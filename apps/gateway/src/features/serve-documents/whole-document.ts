import { serviceOf } from '../../upstreams/routes';
import { mergeOpenApi, type Part } from './merge-openapi';
import { describeLinks } from './openapi-links';
import { describeWebhooks } from './openapi-webhooks';
import { type Members } from './openapi-members';

/** The document that is served: what the gateway and the services say of themselves, and what only the whole can tell. */
export function wholeDocument(own: Part, parts: readonly Part[]): Members {
  const document = mergeOpenApi(own, parts, serviceOf);
  describeLinks(document);
  describeWebhooks(document);
  return document;
}
