/** What the document of the whole API says before its operations: what holds for all of them. */
export const API_DESCRIPTION = `Alerts, incidents, changes, configuration items and capacity behind one front door.

**Who calls.** \`Authorization: Bearer\` with a token of the OpenID Connect provider or an API key, or \`X-API-Key\`. Each operation's \`x-permission\` is what the caller needs; without it the answer is 403.

**Lists.** A page has \`items\` and \`nextCursor\`: pass it as \`cursor\`, with the same filters, until it is null; the header \`Link\` has the next page's address. \`limit\` bounds a page, \`sort\` orders it, \`fields\` leaves members out. A cursor is sealed: a changed one is refused.

**Changes.** A resource answers its \`ETag\`; whoever changes it sends that as \`If-Match\` (428 without, 412 when it has changed since). PATCH is a JSON Merge Patch (RFC 7396): what is not named stays, null clears.

**Repetition.** Every POST takes an \`Idempotency-Key\`: within 24 hours the same key with the same body gets the first answer again (\`Idempotency-Replayed: true\`) and does nothing; with another body it is refused with 422.

**Refusals** are problem documents (RFC 9457). Their \`type\` is the path of a page here that says what happened and what to do.

**Limits.** \`RateLimit\` and \`RateLimit-Policy\` say what is left; 429 and 503 carry \`Retry-After\`.`;
