/** What people read of a kind of problem. */
export interface ProblemKind {
  readonly status: number;
  readonly title: string;
  readonly happened: string;
  readonly toDo: string;
}

/** Every kind of problem that a `type` can end in; each has a page at `/problems/<kind>`. */
export const PROBLEM_KINDS = {
  'bad-request': {
    status: 400,
    title: 'The request is not valid',
    happened: 'The request could not be read: its path is not well formed, or its body is no valid JSON.',
    toDo: 'Check the path and the body. The detail says what could not be read.',
  },
  'invalid-input': {
    status: 400,
    title: 'The request is not valid',
    happened: 'The request could be read, but something in it breaks a rule. Nothing was changed.',
    toDo: 'Mend what "errors" names: each has a JSON pointer to the place and the reason. /openapi.json has the rules.',
  },
  unauthenticated: {
    status: 401,
    title: 'Who are you?',
    happened:
      'The request showed no key and no token, or one that is not known here, has expired or was revoked: the detail and WWW-Authenticate say which.',
    toDo: "Send one that is good: 'Authorization: Bearer <token or key>' or 'X-API-Key: <key>'. In place of a key that is over, ask its administrator for another.",
  },
  'foreign-event-id': {
    status: 410,
    title: 'This id is from another event log',
    happened:
      'A stream was asked to go on after an event that is not in its log: the platform was set up anew since, or the id is from another installation.',
    toDo: 'Connect without an id: the stream begins now. Read anew what you keep of the platform.',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many requests',
    happened:
      'More was asked for than this caller, or this address, may ask for in such a time. Nothing was done. The header RateLimit says what is left, RateLimit-Policy how much there is.',
    toDo: 'Repeat the request after the seconds in Retry-After; send less in between, or several things in one request.',
  },
  forbidden: {
    status: 403,
    title: 'Not permitted',
    happened: 'It is known who asks, but this is not theirs to do.',
    toDo: 'Let somebody do it who may. The detail says who or why not.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    happened: 'There is nothing with this id or number.',
    toDo: 'Check the id or number. A name is neither: lists find what has it, such as GET /v1/cis?name=….',
  },
  'no-such-route': {
    status: 404,
    title: 'No such path',
    happened: 'Nothing is served at this path.',
    toDo: 'Check the path; /openapi.json lists what is served.',
  },
  'unknown-action': {
    status: 404,
    title: 'There is no such action',
    happened: 'The path names an action that this kind of resource does not have, whatever its state.',
    toDo: 'Take one of those in "actions".',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    happened: 'The path exists but does not take this method.',
    toDo: 'Check the method; /openapi.json lists what the path takes.',
  },
  'request-timeout': {
    status: 408,
    title: 'The request came too slowly',
    happened: 'The whole request did not arrive in time.',
    toDo: 'Send it again.',
  },
  conflict: {
    status: 409,
    title: 'Conflict',
    happened: 'Two truths can not both hold: there is such a thing already, or somebody else has just changed it.',
    toDo: 'Read what is there now, decide, and repeat where it still makes sense.',
  },
  'illegal-transition': {
    status: 409,
    title: 'This move is not allowed now',
    happened: 'The action exists, but not in the state that the resource is in.',
    toDo: 'Take one of "allowedActions", or first bring the resource into a state that has the action.',
  },
  'stale-version': {
    status: 412,
    title: 'The resource has changed',
    happened: 'If-Match names a version that is no longer the current one. Nothing was changed.',
    toDo: 'Read the resource again, and repeat with its new ETag.',
  },
  'version-required': {
    status: 428,
    title: 'If-Match is required',
    happened: 'Whoever changes a resource has to say which version they have read.',
    toDo: 'Send the header If-Match with the ETag of the version that you have read.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The idempotency key belongs to another request',
    happened:
      'The Idempotency-Key was sent before, by the same caller to the same path, with another body. Nothing was changed.',
    toDo: 'Send a new request with a new key, and a repetition with the body that it had the first time.',
  },
  'idempotency-key-in-use': {
    status: 409,
    title: 'The first request with this key is still under way',
    happened:
      'The same request is being carried out already, and its answer did not come in time to be given here too.',
    toDo: 'Repeat the request with the same key, after the time in Retry-After: it will get the answer of the first.',
  },
  'too-large': {
    status: 413,
    title: 'The body is too large',
    happened: 'A body may have at most 1 MiB, and what is one event of it somewhat less.',
    toDo: 'Send smaller batches, and shorten what is too large by itself. Sent as it is, it is refused again.',
  },
  'uri-too-long': {
    status: 414,
    title: 'The address is too long',
    happened: 'The path with its query is longer than is taken.',
    toDo: 'Shorten the query.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Media type not supported',
    happened: 'The body is of a media type that is not read here.',
    toDo: "Send JSON with 'Content-Type: application/json'; a PATCH may also be 'application/merge-patch+json'.",
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
    happened: 'All headers together may have at most 16 KiB.',
    toDo: 'Send fewer or shorter headers; often it is cookies.',
  },
  unavailable: {
    status: 503,
    title: 'Not available right now',
    happened: 'A dependency is away: a service, its database, or the event log.',
    toDo: 'Repeat the request after the time in Retry-After. After a change was sent, read first whether it was made.',
  },
  misconfigured: {
    status: 503,
    title: 'The platform is not set up for this',
    happened: 'Something that the platform runs on refuses to do it: a topic or a right is missing.',
    toDo: 'Tell those who run the platform; the detail says what to mend. Repeating does not help until then.',
  },
  busy: {
    status: 503,
    title: 'Too many requests at once',
    happened: 'More was asked at the same time than can be done. Nothing is away, and nothing was changed.',
    toDo: 'Repeat the request in a moment, after the time in Retry-After; send less at the same time.',
  },
  'outcome-unknown': {
    status: 500,
    title: 'Whether it was done is not known',
    happened: 'The database went away in the moment of the commit: the change was made as a whole, or not at all.',
    toDo: 'Repeat it if it had an Idempotency-Key. Else read the resource, or the list where it would be, before you do.',
  },
  'upstream-timeout': {
    status: 504,
    title: 'The service did not answer in time',
    happened: 'The service is there but took too long. Whether a change was made is not known.',
    toDo: 'Repeat it if it had an Idempotency-Key. Else read whether the change was made before you do.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong here',
    happened: 'An error that nobody expected. It has been logged.',
    toDo: 'Report the traceId to those who run the platform.',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;

/** What is known of a kind of problem; undefined when there is no such kind. */
export function problemKind(kind: string): ProblemKind | undefined {
  return new Map<string, ProblemKind>(Object.entries(PROBLEM_KINDS)).get(kind);
}
