/** What each operation takes and answers. Made from openapi.json by `npm run generate`. */
export interface paths {
  '/v1/alerts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List alerts */
    get: operations['listAlerts'];
    put?: never;
    /**
     * Report alerts
     * @description Answers when the alerts are durable, also while incident-svc is down. A bad alert of a batch is named and does not hold up the others; when all are bad the answer is 400.
     */
    post: operations['reportAlerts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/alerts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one alert */
    get: operations['readAlert'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/alerts/{id}/actions/acknowledge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take notice of it */
    post: operations['acknowledgeAlert'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/alerts/{id}/actions/resolve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Declare it over */
    post: operations['resolveAlert'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/alerts/bulk': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Acknowledge or resolve many alerts
     * @description Each is answered by itself; what is refused of one changes nothing and leaves the others alone.
     */
    post: operations['changeAlertsInBulk'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/api-keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists keys of machines, the newest first. Secrets are not among what is shown. */
    get: operations['listApiKeys'];
    put?: never;
    /**
     * Makes a key for a machine. The answer shows its secret, once.
     * @description The key may do no more than you may, and what it does counts as yours where a second person is asked for.
     */
    post: operations['createApiKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/api-keys/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads one key. Its secrets are not shown. */
    get: operations['readApiKey'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/api-keys/{id}/actions/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends a key with all of its secrets, at every gateway within two seconds. */
    post: operations['revokeApiKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/api-keys/{id}/actions/rotate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Gives a key another secret and a new lifetime. The answer shows the secret, once.
     * @description The secrets of before stay good for the overlap, so that nothing has to stop. You stand behind the key from then on.
     */
    post: operations['rotateApiKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who did what, and who tried in vain, in all services
     * @description A row is here within a few seconds of what it tells, when it is part of its service’s chain.
     */
    get: operations['listAuditEntries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit/entries/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one row of the audit trail */
    get: operations['readAuditEntry'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit/erasures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Erase what the audit trails hold about a person
     * @description Before, after and reason of every row that names the person are erased in every service, for ever; who did what and when stays, and the chains stay whole. GET /v1/audit?resourceType=erasure tells when each service is done.
     */
    post: operations['eraseFromAudit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Write the audit trail out, to be verified elsewhere
     * @description Lines of JSON: each chain’s rows in its order with their signed checkpoints, without gaps, and a last line that says how many rows they were. `npm run audit -- verify` reads it. That somebody has exported it is part of the trail.
     */
    get: operations['exportAudit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/breaches': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists breaches of thresholds, current and predicted, the newest first. */
    get: operations['listBreaches'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/breaches/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads one breach. */
    get: operations['readBreach'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List changes */
    get: operations['listChanges'];
    put?: never;
    /** Request a change */
    post: operations['openChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/changes/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one change by its id or number */
    get: operations['readChange'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Edit a change that is not closed or canceled */
    patch: operations['updateChange'];
    trace?: never;
  };
  '/v1/changes/{id}/actions/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let it go ahead; not by any who stand behind it */
    post: operations['approveChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/changes/{id}/actions/back-out': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The implementation was undone */
    post: operations['backOutChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/changes/{id}/actions/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** It will not be done */
    post: operations['cancelChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/changes/{id}/actions/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Close it */
    post: operations['closeChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/changes/{id}/actions/complete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Implementation ended well */
    post: operations['completeChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/changes/{id}/actions/fail': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Implementation ended badly */
    post: operations['failChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/changes/{id}/actions/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refuse it as it is */
    post: operations['rejectChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/changes/{id}/actions/request-approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask the change authority */
    post: operations['requestChangeApproval'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/changes/{id}/actions/review': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Write the review */
    post: operations['reviewChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/changes/{id}/actions/schedule': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give it its time */
    post: operations['scheduleChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/changes/{id}/actions/start': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin implementation */
    post: operations['startChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/changes/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was done to a change, by whom */
    get: operations['listChangeHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ci-classes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the classes of items
     * @description All of them at once: the catalogue is short.
     */
    get: operations['listCiClasses'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ci-classes/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one class by its name */
    get: operations['readCiClass'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/cis': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List configuration items */
    get: operations['listCis'];
    put?: never;
    /**
     * Create a configuration item
     * @description Where its identification says that it is there already, it is refused with 409.
     */
    post: operations['createCi'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/cis/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one configuration item */
    get: operations['readCi'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change an item
     * @description What is not named stays. Attributes are merged, null removes one.
     */
    patch: operations['updateCi'];
    trace?: never;
  };
  '/v1/cis/{id}/actions/{action}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Move an item to another stage of its life */
    post: operations['moveCiStage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/cis/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happened to an item
     * @description Each fact with its cause, the newest first.
     */
    get: operations['listCiHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/cis/{id}/impact': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What suffers when an item fails, or what it depends on
     * @description The nearest first.
     */
    get: operations['readCiImpact'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/cis/bulk': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create and change many items
     * @description Each is answered by itself; what is refused of one changes nothing and leaves the others alone.
     */
    post: operations['changeCisInBulk'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/dead-letter-tasks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far a redrive or discard of many has come */
    get: operations['readDeadLetterTask'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/dead-letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Messages that could not be handled, of all services, newest first */
    get: operations['listDeadLetters'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/dead-letters/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One message that could not be handled */
    get: operations['readDeadLetter'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/dead-letters/{id}/discard': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give it up for a reason; its version counts as applied, and what waits behind it goes on */
    post: operations['discardDeadLetter'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/dead-letters/{id}/redrive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Handle it again, and all that waits behind it in its aggregate */
    post: operations['redriveDeadLetter'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/dead-letters/discard': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give up what matches, for a reason */
    post: operations['discardDeadLetters'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/dead-letters/groups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is parked in all services, counted by cause: begin here */
    get: operations['listDeadLetterGroups'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/dead-letters/redrive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Handle again what matches, each aggregate in the order of its versions */
    post: operations['redriveDeadLetters'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/deployments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Report deployments
     * @description Answers when the reports are durable, also while change-svc is down. They open or move one change for each source and externalRef.
     */
    post: operations['reportDeployments'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/discovery': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Report what was found in the estate
     * @description Answers with each item's outcome; with 'Prefer: respond-async' as soon as the report is durable, also while cmdb-svc is down.
     */
    post: operations['reportDiscovery'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List incidents */
    get: operations['listIncidents'];
    put?: never;
    /** Open an incident */
    post: operations['openIncident'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one incident by its id or number */
    get: operations['readIncident'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Edit an incident */
    patch: operations['updateIncident'];
    trace?: never;
  };
  '/v1/incidents/{id}/actions/accept-major': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Accept it as a major incident */
    post: operations['acceptMajorIncident'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents/{id}/actions/assign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give it to a group or person */
    post: operations['assignIncident'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents/{id}/actions/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** It was no incident */
    post: operations['cancelIncident'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents/{id}/actions/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Close it */
    post: operations['closeIncident'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents/{id}/actions/hold': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let it wait */
    post: operations['holdIncident'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents/{id}/actions/propose-major': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Propose it as a major incident */
    post: operations['proposeMajorIncident'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents/{id}/actions/reject-major': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** It is no major incident */
    post: operations['rejectMajorIncident'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents/{id}/actions/reopen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** It was not over */
    post: operations['reopenIncident'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents/{id}/actions/resolve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The service works again */
    post: operations['resolveIncident'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents/{id}/actions/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Go on */
    post: operations['resumeIncident'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents/{id}/actions/start': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take it in hand */
    post: operations['startIncident'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents/{id}/impact': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read what suffers from the fault of an incident: from its item and from all that alert */
    get: operations['readIncidentImpact'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents/{id}/notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the notes */
    get: operations['listIncidentNotes'];
    put?: never;
    /** Write a note */
    post: operations['addIncidentNote'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents/{id}/suspects': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read which changes may have caused an incident, with reasons */
    get: operations['readIncidentSuspects'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents/{id}/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the story of an incident */
    get: operations['listIncidentTimeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Report metric points
     * @description Answers when the points are durable, also while capacity-svc is down. A point sent twice is stored once.
     */
    post: operations['reportMetrics'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/relationships': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List relationships */
    get: operations['listRelationships'];
    put?: never;
    /** Relate two items */
    post: operations['createRelationship'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/relationships/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one relationship */
    get: operations['readRelationship'];
    put?: never;
    post?: never;
    /** Remove a relationship */
    delete: operations['deleteRelationship'];
    options?: never;
    head?: never;
    /** Change the attributes of a relationship */
    patch: operations['updateRelationship'];
    trace?: never;
  };
  '/v1/relationships/bulk': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Add and change many relationships
     * @description Each is answered by itself; what is refused of one changes nothing and leaves the others alone.
     */
    post: operations['changeRelationshipsInBulk'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/resources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists resources: the metric series of configuration items. */
    get: operations['listResources'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/resources/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads one resource with its newest value. */
    get: operations['readResource'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/resources/{id}/forecast': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Forecasts a resource from its last point on, with the time at which it meets a threshold. */
    get: operations['readResourceForecast'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/resources/{id}/series': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads the points of a resource, or its hourly roll-ups. */
    get: operations['listResourceSeries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Find incidents, changes, configuration items and alerts
     * @description What is called exactly so first, then by words in number and title, then by words in the text; what is open before what is over, the newest first. Finds only what the caller may read. Something new is found within a second or so.
     */
    get: operations['search'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Events as they happen (server-sent events)
     * @description Each event's id is a place in the log: a client that connects again with Last-Event-ID gets what it has missed, without a gap and nothing twice, from whichever gateway answers. You get what you may see. Of one caller only so many streams may be open; one more is answered with 429. Who reads too slowly is dropped and told so in a last comment.
     */
    get: operations['streamEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/thresholds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists thresholds, the newest first. */
    get: operations['listThresholds'];
    put?: never;
    /** Makes a threshold. */
    post: operations['createThreshold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/thresholds/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads one threshold. */
    get: operations['readThreshold'];
    put?: never;
    post?: never;
    /** Removes a threshold and clears its open breaches. */
    delete: operations['deleteThreshold'];
    options?: never;
    head?: never;
    /** Changes a threshold. Open breaches that it no longer selects are cleared. */
    patch: operations['updateThreshold'];
    trace?: never;
  };
  '/v1/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List webhooks */
    get: operations['listWebhooks'];
    put?: never;
    /**
     * Subscribe to events
     * @description From now on each event that fits the filter, and that you may see, is sent to the address for as long as you may: a CloudEvent, signed as Standard Webhooks 1.0 says. GET /v1/webhooks/{id}/secrets tells by which secret.
     */
    post: operations['createWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one webhook */
    get: operations['readWebhook'];
    put?: never;
    post?: never;
    /** Delete it, with all that was delivered for it */
    delete: operations['deleteWebhook'];
    options?: never;
    head?: never;
    /**
     * Change name, address or filter
     * @description It becomes yours: from then on it gets what you may see, for as long as you may.
     */
    patch: operations['updateWebhook'];
    trace?: never;
  };
  '/v1/webhooks/{id}/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was sent, each with its tries */
    get: operations['listWebhookDeliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{id}/deliveries/{deliveryId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One delivery, with its tries */
    get: operations['readWebhookDelivery'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{id}/deliveries/{deliveryId}/redeliver': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send it once more
     * @description Under the same webhook-id, with all its tries.
     */
    post: operations['redeliverWebhookDelivery'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{id}/disable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Let nothing go out
     * @description New events are not kept for it; what waits goes on waiting.
     */
    post: operations['disableWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{id}/enable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Let events go out again
     * @description What still waits goes first. It becomes yours: from then on it gets what you may see, for as long as you may.
     */
    post: operations['enableWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{id}/ping': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send an event for trying it out
     * @description Of the type itops.webhook.ping.v1. Read the delivery to see what became of it.
     */
    post: operations['pingWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{id}/redeliver': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send once more what was sent in a span of time
     * @description The oldest first, in the order of each resource; up to 10,000 at once.
     */
    post: operations['redeliverWebhookRange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{id}/rotate-secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign by a new secret
     * @description The one before signs beside it for a while, so that the receiver can be given the new one meanwhile.
     */
    post: operations['rotateWebhookSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{id}/secrets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The secrets that sign
     * @description That you have read them stands in the audit trail.
     */
    get: operations['readWebhookSecrets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface webhooks {
  alert: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Something happened: alert
     * @description - `itops.alert.fired.v1`: A condition was reported for the first time, or again after it had been resolved.
     *     - `itops.alert.repeated.v1`: An open condition was reported again.
     *     - `itops.alert.acknowledged.v1`: Somebody took notice of the condition.
     *     - `itops.alert.resolved.v1`: The condition is over.
     *     - `itops.alert.suppressed.v1`: The condition is expected and raises nobody.
     */
    post: operations['onAlert'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  breach: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Something happened: breach
     * @description - `itops.capacity.breach-opened.v1`: A threshold is crossed now.
     *     - `itops.capacity.breach-predicted.v1`: A forecast meets a threshold within the time that its owner wants to know ahead.
     *     - `itops.capacity.breach-cleared.v1`: The threshold is no longer crossed, or no longer predicted to be.
     */
    post: operations['onBreach'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'capacity-forecast-updated': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Something happened: capacity forecast updated
     * @description - `itops.capacity.forecast-updated.v1`: A resource has a new forecast.
     */
    post: operations['onCapacityForecastUpdated'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  change: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Something happened: change
     * @description - `itops.change.created.v1`: A change was requested.
     *     - `itops.change.updated.v1`: What was requested has been edited.
     *     - `itops.change.approval-requested.v1`: The change authority is asked.
     *     - `itops.change.approved.v1`: The change may go ahead.
     *     - `itops.change.rejected.v1`: The change may not go ahead as it is.
     *     - `itops.change.scheduled.v1`: It has its time.
     *     - `itops.change.started.v1`: Implementation began.
     *     - `itops.change.completed.v1`: Implementation ended well.
     *     - `itops.change.failed.v1`: Implementation ended badly.
     *     - `itops.change.backed-out.v1`: The implementation was undone.
     *     - `itops.change.reviewed.v1`: The review after implementation was written.
     *     - `itops.change.closed.v1`: Nothing more is to be done.
     *     - `itops.change.canceled.v1`: It will not be done.
     */
    post: operations['onChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  ci: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Something happened: ci
     * @description - `itops.ci.created.v1`: A configuration item became known.
     *     - `itops.ci.updated.v1`: Attributes, name, owner, stage or external ids changed.
     *     - `itops.ci.status-changed.v1`: The operational status moved.
     *     - `itops.ci.retired.v1`: The configuration item is no longer in use.
     */
    post: operations['onCi'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  incident: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Something happened: incident
     * @description - `itops.incident.opened.v1`: Work on a fault began to be tracked.
     *     - `itops.incident.assigned.v1`: The incident has another group or person.
     *     - `itops.incident.started.v1`: Somebody works on it.
     *     - `itops.incident.held.v1`: Work waits for somebody else.
     *     - `itops.incident.resumed.v1`: Work goes on.
     *     - `itops.incident.prioritised.v1`: Impact, urgency or what it affects changed, and so perhaps the priority.
     *     - `itops.incident.escalated.v1`: A wider circle was told.
     *     - `itops.incident.resolved.v1`: The service works again.
     *     - `itops.incident.reopened.v1`: It was not over.
     *     - `itops.incident.closed.v1`: Nothing more is to be done.
     *     - `itops.incident.canceled.v1`: It was no incident.
     */
    post: operations['onIncident'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'incident-noted': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Something happened: incident noted
     * @description - `itops.incident.noted.v1`: A note was written, or something about the incident was edited.
     */
    post: operations['onIncidentNoted'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'incident-suspects-found': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Something happened: incident suspects found
     * @description - `itops.incident.suspects-found.v1`: The changes that may have caused it were scored.
     */
    post: operations['onIncidentSuspectsFound'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  ping: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A subscription is tried out
     * @description - `itops.webhook.ping.v1`: Somebody asked for it: POST /v1/webhooks/{id}/ping.
     */
    post: operations['onPing'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  relationship: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Something happened: relationship
     * @description - `itops.relationship.added.v1`: Two configuration items are related, or the relation got other attributes.
     *     - `itops.relationship.removed.v1`: Two configuration items are no longer related.
     */
    post: operations['onRelationship'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface components {
  schemas: {
    AcceptedAlert: {
      /** @description By what a repetition of this alert is recognised, together with its source. */
      dedupKey: string;
      /**
       * Format: uuid
       * @description Id of the event that it became.
       */
      eventId: string;
      /** @description Place in the request, from 0. */
      index: number;
    };
    AcceptedReport: {
      /**
       * Format: uuid
       * @description Id of the event that it became.
       */
      eventId: string;
      /** @description Place in the request, from 0. */
      index: number;
    };
    AccuracyDto: {
      /** @description How many points were held back to measure it. */
      holdout: number;
      /** @description Error on the held-back points, in units of repeating the season; below 1 is better than that. */
      mase: number;
      /** @description Symmetric mean absolute percentage error on the held-back points, 0 to 200. */
      smape: number;
    };
    AddRelationshipInput: {
      /** @description Free attributes. `quorum` of a redundant type (Cluster of, Members): how many of the children the parent needs. */
      attributes?: {
        [key: string]: unknown;
      };
      /** @description The child end; this or childId. */
      child?:
        | string
        | {
            externalId: string;
            source: string;
          };
      /**
       * Format: uuid
       * @description The child end by its id, as responses name it.
       */
      childId?: string;
      /** @description The parent end; this or parentId. */
      parent?:
        | string
        | {
            externalId: string;
            source: string;
          };
      /**
       * Format: uuid
       * @description The parent end by its id, as responses name it.
       */
      parentId?: string;
      /**
       * @description How the parent is related to the child.
       * @enum {string}
       */
      type:
        | 'Depends on'
        | 'Runs on'
        | 'Hosted on'
        | 'Contains'
        | 'Connects to'
        | 'Cluster of'
        | 'Members'
        | 'Virtualized by'
        | 'Provides'
        | 'Protected by'
        | 'Replicates to'
        | 'Managed by';
    };
    AlertBulkAnswer: {
      /** @description Items that were refused. */
      failed: number;
      /** @description What became of each, in order. */
      items: components['schemas']['AlertBulkItemAnswer'][];
      /** @description Items that were carried out. */
      succeeded: number;
    };
    AlertBulkInput: {
      /**
       * @description What is to be done with each.
       * @enum {string}
       */
      action: 'acknowledge' | 'resolve';
      /** @description Ids of the alerts, whatever their versions. */
      ids: string[];
    };
    AlertBulkItemAnswer: {
      /** @description Why it was refused; such an item changed nothing. */
      error?: components['schemas']['Problem'];
      /** @description Place of the item in the request, from 0. */
      index: number;
      /** @description The alert as it is now. */
      resource?: components['schemas']['AlertResource'];
      /** @description What the status would be of the item sent alone. */
      status: number;
    };
    AlertEvent: components['schemas']['Event'] & {
      data?: {
        ciId: string | null;
        dedupKey: string;
        /** Format: date-time */
        firstSeenAt: string;
        /** Format: uuid */
        id: string;
        incidentId: string | null;
        labels: {
          [key: string]: string;
        };
        /** Format: date-time */
        lastSeenAt: string;
        occurrences: number;
        resolvedAt: string | null;
        /** @enum {string} */
        severity: 'critical' | 'error' | 'warning' | 'info';
        source: string;
        /** @enum {string} */
        state: 'firing' | 'acknowledged' | 'resolved' | 'suppressed';
        summary: string;
        version: number;
      };
      /** @enum {string} */
      type?:
        | 'itops.alert.fired.v1'
        | 'itops.alert.repeated.v1'
        | 'itops.alert.acknowledged.v1'
        | 'itops.alert.resolved.v1'
        | 'itops.alert.suppressed.v1';
    };
    AlertPage: {
      /** @description This page. */
      items: components['schemas']['AlertResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    AlertResource: {
      /** @description What may be done with it now. */
      allowedActions: string[];
      /** @description What helps people. */
      annotations: {
        [key: string]: string;
      };
      /** @description The item as the tool names it. */
      ci:
        | (
            | string
            | {
                externalId: string;
                source: string;
              }
          )
        | null;
      /**
       * Format: uuid
       * @description The item; null while it is not known.
       */
      ciId: string | null;
      /** @description Its name. */
      ciName: string | null;
      /**
       * Format: date-time
       * @description When it was stored.
       */
      createdAt: string;
      /** @description The tool that first reported it. */
      createdBy: string;
      /** @description By what repetitions are recognised, together with the source. */
      dedupKey: string;
      /**
       * Format: date-time
       * @description When it first fired.
       */
      firstSeenAt: string;
      /**
       * Format: uuid
       * @description The id.
       */
      id: string;
      /**
       * Format: uuid
       * @description The incident that it belongs to.
       */
      incidentId: string | null;
      /** @description What identifies the condition. */
      labels: {
        [key: string]: string;
      };
      /**
       * Format: date-time
       * @description When it was last reported.
       */
      lastSeenAt: string;
      /** @description Where to read more. */
      links: components['schemas']['LinkResource'][];
      /** @description How often it was reported as firing. */
      occurrences: number;
      /**
       * Format: date-time
       * @description When it ended; null while it is there.
       */
      resolvedAt: string | null;
      /**
       * @description The worst since it fired.
       * @enum {string}
       */
      severity: 'critical' | 'error' | 'warning' | 'info';
      /** @description The tool that reports it. */
      source: string;
      /**
       * Format: date-time
       * @description When the present, or last, firing began.
       */
      startedAt: string;
      /**
       * @description Where it is in its life cycle.
       * @enum {string}
       */
      state: 'firing' | 'acknowledged' | 'resolved' | 'suppressed';
      /** @description What is wrong. */
      summary: string;
      /** @description Why it raises nobody. */
      suppressedBy: components['schemas']['SuppressorResource'] | null;
      /**
       * Format: date-time
       * @description When it last changed.
       */
      updatedAt: string;
      /** @description Rises by one with each fact; the ETag. */
      version: number;
    };
    AlertsTakenDto: {
      /** @description Alerts that are durable now. */
      accepted: number;
      /** @description The events of the others. */
      items: components['schemas']['AcceptedAlert'][];
      /** @description Alerts that are not valid. */
      rejected: components['schemas']['RejectedReport'][];
    };
    ApiKeyDto: {
      /** @description What can be done with it now. */
      allowedActions: ('rotate' | 'revoke')[];
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: string;
      /** @description Who made it. */
      createdBy: string;
      /**
       * Format: date-time
       * @description From then on it is good for nothing.
       */
      expiresAt: string;
      /**
       * @description Assignment groups that it acts for.
       * @example [
       *       "network"
       *     ]
       */
      groups: string[];
      /**
       * Format: uuid
       * @description Its id. Who calls by it is key:<id>.
       */
      id: string;
      /**
       * Format: date-time
       * @description When it was last used; written once a minute.
       */
      lastUsedAt: string | null;
      /**
       * @description What uses the key, for people.
       * @example Prometheus in Frankfurt
       */
      name: string;
      /** @description Everybody who stands behind what it does. */
      principals: string[];
      /**
       * Format: date-time
       * @description When it was revoked.
       */
      revokedAt: string | null;
      /**
       * @description What the key may do: no more than who makes it.
       * @example [
       *       "integration"
       *     ]
       */
      roles: (
        | 'viewer'
        | 'operator'
        | 'security-responder'
        | 'change-manager'
        | 'approver'
        | 'capacity-planner'
        | 'cmdb-editor'
        | 'integration'
        | 'auditor'
        | 'admin'
      )[];
      /** @description Its secrets that are good, the newest first. */
      secrets: components['schemas']['ApiKeySecretDto'][];
      /**
       * @description Where it is in its life.
       * @enum {string}
       */
      state: 'active' | 'expired' | 'revoked';
      /**
       * Format: date-time
       * @description When it was changed last.
       */
      updatedAt: string;
      /** @description Raised with each change. */
      version: number;
    };
    ApiKeyPageDto: {
      /** @description The keys. */
      items: components['schemas']['ApiKeyDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    ApiKeySecretDto: {
      /**
       * @description How the secret begins.
       * @example itops_9aXk
       */
      begins: string;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description Until when it is good.
       */
      validUntil: string;
    };
    ApiKeyWithSecretDto: {
      /** @description What can be done with it now. */
      allowedActions: ('rotate' | 'revoke')[];
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: string;
      /** @description Who made it. */
      createdBy: string;
      /**
       * Format: date-time
       * @description From then on it is good for nothing.
       */
      expiresAt: string;
      /**
       * @description Assignment groups that it acts for.
       * @example [
       *       "network"
       *     ]
       */
      groups: string[];
      /**
       * Format: uuid
       * @description Its id. Who calls by it is key:<id>.
       */
      id: string;
      /**
       * Format: date-time
       * @description When it was last used; written once a minute.
       */
      lastUsedAt: string | null;
      /**
       * @description What uses the key, for people.
       * @example Prometheus in Frankfurt
       */
      name: string;
      /** @description Everybody who stands behind what it does. */
      principals: string[];
      /**
       * Format: date-time
       * @description When it was revoked.
       */
      revokedAt: string | null;
      /**
       * @description What the key may do: no more than who makes it.
       * @example [
       *       "integration"
       *     ]
       */
      roles: (
        | 'viewer'
        | 'operator'
        | 'security-responder'
        | 'change-manager'
        | 'approver'
        | 'capacity-planner'
        | 'cmdb-editor'
        | 'integration'
        | 'auditor'
        | 'admin'
      )[];
      /** @description The secret. It is shown this once and kept nowhere: put it where it is needed now. */
      secret: string;
      /** @description Its secrets that are good, the newest first. */
      secrets: components['schemas']['ApiKeySecretDto'][];
      /**
       * @description Where it is in its life.
       * @enum {string}
       */
      state: 'active' | 'expired' | 'revoked';
      /**
       * Format: date-time
       * @description When it was changed last.
       */
      updatedAt: string;
      /** @description Raised with each change. */
      version: number;
    };
    AssignDto: {
      /** @description The person that has it. */
      assignee?: string | null;
      /**
       * Format: date-time
       * @description When it happened, for records brought over from another system: not later than now, not before the last move. Left out: now.
       */
      at?: string;
      /** @description The group that has it. */
      group?: string | null;
    };
    AttemptResource: {
      /** @description The first KiB of the answer. */
      answer: string | null;
      /**
       * Format: date-time
       * @description When.
       */
      at: string;
      /** @description How long it took, in milliseconds. */
      durationMs: number;
      /** @description Why there was none. */
      error: string | null;
      /** @description HTTP status; null when there was no answer. */
      status: number | null;
    };
    AuditEntry: {
      /** @description What was done, or tried. */
      action: string;
      /** @description Who: a stable name that says nothing personal, such as user:<id> or key:<id>. */
      actor: string;
      /** @description What it was afterwards. */
      after: {
        [key: string]: unknown;
      } | null;
      /**
       * Format: date-time
       * @description When.
       */
      at: string;
      /** @description How many attempts the row counts; more than 1 only for refused ones. */
      attempts: number;
      /** @description What it was before. */
      before: {
        [key: string]: unknown;
      } | null;
      /** @description The event that led to it. */
      causationId: string | null;
      /**
       * Format: uuid
       * @description The service's chain.
       */
      chain: string;
      /** @description The same for all that followed from one first signal. */
      correlationId: string;
      /** @description By which credential they were known; null for the platform itself. */
      credential: string | null;
      /** @description Whether reason, before and after are known here; not when they were erased. */
      hasContent: boolean;
      /** @description SHA-256 of the row; covers the one before it. */
      hash: string;
      /**
       * Format: uuid
       * @description The id.
       */
      id: string;
      /**
       * @description Whether it was done.
       * @enum {string}
       */
      outcome: 'done' | 'refused';
      /** @description Why, where it was said. */
      reason: string | null;
      /** @description The request at the gateway. */
      requestId: string | null;
      /** @description To which; empty where it was about no single one. */
      resourceId: string;
      /** @description To what kind of thing. */
      resourceType: string;
      /** @description Its place in the chain. */
      seq: number;
      /** @description The service that did it, or refused it. */
      service: string;
    };
    AuditPage: {
      /** @description This page. */
      items: components['schemas']['AuditEntry'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    BackOutDto: {
      /** @description Why; kept in the history. */
      reason?: string;
    };
    BreachDto: {
      /** @description What a caller may do; a breach opens and clears by itself. */
      allowedActions: string[];
      /**
       * Format: uuid
       * @description The configuration item.
       */
      ciId: string;
      /** @description The configuration item's name. */
      ciName: string | null;
      /**
       * Format: date-time
       * @description When it was cleared.
       */
      clearedAt: string | null;
      /**
       * @description On which side of the threshold the breach is.
       * @enum {string}
       */
      comparator: '>' | '<';
      /**
       * Format: date-time
       * @description When it was recorded.
       */
      createdAt: string;
      /** @description Who recorded it. */
      createdBy: string;
      /**
       * Format: date-time
       * @description When it was found, by the points' own time.
       */
      detectedAt: string;
      /**
       * Format: date-time
       * @description The earliest time at which it may be met.
       */
      earliestAt: string | null;
      /**
       * Format: date-time
       * @description When the threshold is expected to be met; null for a current breach.
       */
      expectedAt: string | null;
      /**
       * Format: uuid
       * @description Id.
       */
      id: string;
      /**
       * @description Crossed now, or foreseen to be.
       * @enum {string}
       */
      kind: 'current' | 'predicted';
      /** @description Labels. */
      labels: {
        [key: string]: string;
      };
      /**
       * Format: date-time
       * @description The latest time; null when it is beyond the forecast.
       */
      latestAt: string | null;
      /** @description Metric. */
      metric: string;
      /** @description The forecast's model; null for a current breach. */
      model: string | null;
      /**
       * Format: uuid
       * @description The resource.
       */
      resourceId: string;
      /**
       * @description Severity.
       * @enum {string}
       */
      severity: 'critical' | 'error' | 'warning' | 'info';
      /**
       * @description State.
       * @enum {string}
       */
      state: 'open' | 'cleared';
      /**
       * Format: uuid
       * @description The threshold.
       */
      thresholdId: string;
      /** @description The threshold's value. */
      thresholdValue: number;
      /** @description Unit. */
      unit: string;
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updatedAt: string;
      /** @description The value when it was found. */
      value: number;
      /** @description Version, which is the ETag. */
      version: number;
    };
    BreachEvent: components['schemas']['Event'] & {
      data?: {
        /** Format: uuid */
        ciId: string;
        clearedAt: string | null;
        /** @enum {string} */
        comparator: '>' | '<';
        /** Format: date-time */
        detectedAt: string;
        earliestAt: string | null;
        expectedAt: string | null;
        /** Format: uuid */
        id: string;
        /** @enum {string} */
        kind: 'current' | 'predicted';
        labels: {
          [key: string]: string;
        };
        latestAt: string | null;
        metric: string;
        model: string | null;
        /** Format: uuid */
        resourceId: string;
        /** @enum {string} */
        severity: 'critical' | 'error' | 'warning' | 'info';
        /** @enum {string} */
        state: 'open' | 'cleared';
        /** Format: uuid */
        thresholdId: string;
        thresholdValue: number;
        unit: string;
        value: number;
        version: number;
      };
      /** @enum {string} */
      type?:
        'itops.capacity.breach-opened.v1' | 'itops.capacity.breach-predicted.v1' | 'itops.capacity.breach-cleared.v1';
    };
    BreachPageDto: {
      /** @description The breaches. */
      items: components['schemas']['BreachDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    CapacityForecastUpdatedEvent: components['schemas']['Event'] & {
      data?: {
        /** Format: uuid */
        ciId: string;
        exhaustionAt: string | null;
        metric: string;
        model: string;
        /** Format: uuid */
        resourceId: string;
        /** Format: date-time */
        trainedTo: string;
        version: number;
      };
      /** @enum {string} */
      type?: 'itops.capacity.forecast-updated.v1';
    };
    ChangeEvent: components['schemas']['Event'] & {
      data?: {
        actualEnd: string | null;
        actualStart: string | null;
        assignee: string | null;
        assignmentGroup: string | null;
        cis: string[];
        closeCode: ('successful' | 'successful_issues' | 'unsuccessful') | null;
        closeNotes: string | null;
        /** Format: date-time */
        createdAt: string;
        externalRef: string | null;
        failed: boolean;
        /** Format: uuid */
        id: string;
        number: string;
        plannedEnd: string | null;
        plannedStart: string | null;
        requestedBy: string;
        /** @enum {string} */
        source: 'manual' | 'deployment' | 'api' | 'capacity';
        /** @enum {string} */
        state: 'new' | 'assess' | 'authorize' | 'scheduled' | 'implement' | 'review' | 'closed' | 'canceled';
        title: string;
        /** @enum {string} */
        type: 'standard' | 'normal' | 'emergency';
        version: number;
      };
      /** @enum {string} */
      type?:
        | 'itops.change.created.v1'
        | 'itops.change.updated.v1'
        | 'itops.change.approval-requested.v1'
        | 'itops.change.approved.v1'
        | 'itops.change.rejected.v1'
        | 'itops.change.scheduled.v1'
        | 'itops.change.started.v1'
        | 'itops.change.completed.v1'
        | 'itops.change.failed.v1'
        | 'itops.change.backed-out.v1'
        | 'itops.change.reviewed.v1'
        | 'itops.change.closed.v1'
        | 'itops.change.canceled.v1';
    };
    ChangePage: {
      /** @description The changes. */
      items: components['schemas']['ChangeResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    ChangePlainActionDto: Record<string, never>;
    ChangeReasonDto: {
      /** @description Why; kept in the history. */
      reason: string;
    };
    ChangeResource: {
      /**
       * Format: date-time
       * @description When implementation ended.
       */
      actualEnd: string | null;
      /**
       * Format: date-time
       * @description When implementation began.
       */
      actualStart: string | null;
      /** @description The actions that are possible now. */
      allowedActions: string[];
      /** @description The person who implements it. */
      assignee: string | null;
      /** @description The group that implements it. */
      assignmentGroup: string | null;
      /** @description How it is undone. */
      backoutPlan: string | null;
      /** @description Ids of the CIs that it changes. */
      cis: string[];
      /**
       * @description How it went.
       * @enum {string|null}
       */
      closeCode: 'successful' | 'successful_issues' | 'unsuccessful' | null;
      /** @description How it went, in words. */
      closeNotes: string | null;
      /**
       * Format: date-time
       * @description When it was entered.
       */
      createdAt: string;
      /** @description Who entered it. */
      createdBy: string;
      /** @description What a pipeline reported. */
      deployment: components['schemas']['DeploymentResource'] | null;
      /** @description What is to be done. */
      description: string;
      /** @description The other system's own id for it. */
      externalRef: string | null;
      /** @description Whether the implementation failed or was backed out. */
      failed: boolean;
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @description How much it touches: 1 high, 2 medium, 3 low. */
      impact: number | null;
      /** @description How it is done. */
      implementationPlan: string | null;
      /** @description Why it is needed. */
      justification: string | null;
      /**
       * @description The number that people say.
       * @example CHG0000001
       */
      number: string;
      /**
       * Format: date-time
       * @description When implementation is to end; after plannedStart.
       * @example 2026-01-31T23:30:00.000Z
       */
      plannedEnd: string | null;
      /**
       * Format: date-time
       * @description When implementation is to begin.
       * @example 2026-01-31T22:00:00.000Z
       */
      plannedStart: string | null;
      /** @description Who wants it. */
      requestedBy: string;
      /** @description The post-implementation review. */
      review: string | null;
      /**
       * @description Where it came from.
       * @enum {string}
       */
      source: 'manual' | 'deployment' | 'api' | 'capacity';
      /**
       * @description Where it is in its life cycle.
       * @enum {string}
       */
      state: 'new' | 'assess' | 'authorize' | 'scheduled' | 'implement' | 'review' | 'closed' | 'canceled';
      /** @description How it is seen to work. */
      testPlan: string | null;
      /** @description What is to be done, in one line. */
      title: string;
      /**
       * @description Which life cycle it follows.
       * @enum {string}
       */
      type: 'standard' | 'normal' | 'emergency';
      /**
       * Format: date-time
       * @description When it last changed.
       */
      updatedAt: string;
      /** @description Goes up by one with every fact; the ETag. */
      version: number;
    };
    CiBulkAnswer: {
      /** @description Items that were refused. */
      failed: number;
      /** @description What became of each, in order. */
      items: components['schemas']['CiBulkItemAnswer'][];
      /** @description Items that were carried out. */
      succeeded: number;
    };
    CiBulkInput: {
      /** @description What is to be done, in this order. */
      items: components['schemas']['CiBulkItem'][];
    };
    CiBulkItem: {
      /** @description An item to create, as in POST /v1/cis. */
      create?: components['schemas']['CreateCiInput'];
      /** @description An item to change. */
      update?: components['schemas']['CiUpdate'];
    };
    CiBulkItemAnswer: {
      /** @description Why it was refused; such an item changed nothing. */
      error?: components['schemas']['Problem'];
      /** @description Place of the item in the request, from 0. */
      index: number;
      /** @description The item as it is now. */
      resource?: components['schemas']['CiResource'];
      /** @description What the status would be of the item sent alone. */
      status: number;
    };
    CiClassList: {
      /** @description All classes, a parent before its children. */
      items: components['schemas']['CiClassResource'][];
      /** @description Always null: the list has one page. */
      nextCursor: string | null;
    };
    CiClassResource: {
      /** @description JSON Schema of the attributes, with those inherited. */
      attributesSchema: {
        [key: string]: unknown;
      };
      /** @description Attributes by which two sources recognise the same item, strongest rule first. */
      identification: string[][];
      /** @description What people call it. */
      label: string;
      /**
       * @description Name of the class.
       * @example virtual_machine
       */
      name: string;
      /** @description Class that it is a kind of; null for the root. */
      parent: string | null;
    };
    CiEvent: components['schemas']['Event'] & {
      data?: {
        attributes: {
          [key: string]: unknown;
        };
        class: string;
        classPath?: string[];
        /** Format: date-time */
        createdAt: string;
        criticality: number;
        externalIds: {
          externalId: string;
          source: string;
        }[];
        /** Format: uuid */
        id: string;
        name: string;
        /** @enum {string} */
        operationalStatus: 'operational' | 'degraded' | 'non_operational' | 'maintenance' | 'retired';
        ownerGroup: string | null;
        /** @enum {string} */
        stage: 'design' | 'build' | 'operate' | 'retired';
        /** Format: date-time */
        updatedAt: string;
        version: number;
      };
      /** @enum {string} */
      type?: 'itops.ci.created.v1' | 'itops.ci.updated.v1' | 'itops.ci.status-changed.v1' | 'itops.ci.retired.v1';
    };
    CiHistory: {
      /** @description One page. */
      items: components['schemas']['CiHistoryEntry'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    CiHistoryEntry: {
      /** @description What was done. */
      action: string;
      /** @description Who. */
      actor: string;
      /** @description The item afterwards. */
      after: {
        [key: string]: unknown;
      } | null;
      /**
       * Format: date-time
       * @description When.
       */
      at: string;
      /** @description The item before. */
      before: {
        [key: string]: unknown;
      } | null;
      /**
       * Format: uuid
       * @description Id of the entry.
       */
      id: string;
      /** @description Why, where it was said. */
      reason: string | null;
    };
    CiList: {
      /** @description One page. */
      items: components['schemas']['CiResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    CiResource: {
      /** @description Actions that are possible now. */
      allowedActions: string[];
      /** @description Attributes by the schema of the item's class; others are allowed as well. */
      attributes: {
        [key: string]: unknown;
      };
      /**
       * @description Class, see /v1/ci-classes.
       * @example virtual_machine
       */
      class: string;
      /**
       * Format: date-time
       * @description When it was recorded.
       */
      createdAt: string;
      /** @description Who recorded it. */
      createdBy: string;
      /** @description 1 most critical to 4 least. */
      criticality: number;
      /** @description How sources call it. */
      externalIds: components['schemas']['ExternalIdField'][];
      /**
       * Format: date-time
       * @description When it first became known.
       */
      firstSeenAt: string;
      /**
       * Format: uuid
       * @description Id of the item.
       */
      id: string;
      /**
       * Format: date-time
       * @description When a source last said something new about it.
       */
      lastSeenAt: string;
      /**
       * @description What people call it.
       * @example shop-web-1
       */
      name: string;
      /**
       * @description Follows open incidents and running changes.
       * @enum {string}
       */
      operationalStatus: 'operational' | 'degraded' | 'non_operational' | 'maintenance' | 'retired';
      /** @description Group that answers for it. */
      ownerGroup: string | null;
      /** @description Which source set an attribute last. */
      sources: {
        [key: string]: string;
      };
      /**
       * @description Stage in its life cycle.
       * @enum {string}
       */
      stage: 'design' | 'build' | 'operate' | 'retired';
      /**
       * Format: date-time
       * @description When it last changed.
       */
      updatedAt: string;
      /** @description Rises by one with each event of the item; its ETag. */
      version: number;
    };
    CiUpdate: {
      /**
       * Format: uuid
       * @description The item to change.
       */
      id: string;
      /** @description The ETag of the version that was read, or * for any. */
      ifMatch?: string;
      /** @description What is to be different, as in PATCH /v1/cis/{id}. */
      patch: components['schemas']['UpdateCiInput'];
    };
    CloseDto: {
      /**
       * @description How it went.
       * @enum {string}
       */
      closeCode: 'successful' | 'successful_issues' | 'unsuccessful';
      /** @description How it went, in words. */
      closeNotes?: string | null;
    };
    CreateCiInput: {
      /** @description Attributes by the schema of the item's class; others are allowed as well. */
      attributes?: {
        [key: string]: unknown;
      };
      /**
       * @description Class, see /v1/ci-classes.
       * @example virtual_machine
       */
      class: string;
      /** @description 1 most critical to 4 least; 3 when left out. */
      criticality?: number;
      /** @description How sources call it. */
      externalIds?: components['schemas']['ExternalIdField'][];
      /**
       * @description What people call it.
       * @example shop-web-1
       */
      name: string;
      /** @description Group that answers for it. */
      ownerGroup?: string | null;
      /**
       * @description Stage in its life cycle; operate when left out.
       * @enum {string}
       */
      stage?: 'design' | 'build' | 'operate' | 'retired';
    };
    CreateThresholdDto: {
      /**
       * @description Which side is a breach.
       * @enum {string}
       */
      comparator: '>' | '<';
      /**
       * @description For how many minutes, by the points' own times, a value must stay beyond before it is a breach.
       * @default 0
       */
      forMinutes?: number;
      /**
       * @description The metric that it is about.
       * @example disk.used
       */
      metric: string;
      /** @description How many days ahead a breach is foreseen; null foresees none. */
      predictDays?: number | null;
      /** @description Which resources; every part that is given must hold. Empty: all with the metric. */
      selector?: components['schemas']['SelectorDto'];
      /**
       * @description How severe a breach is; warning unless given.
       * @enum {string}
       */
      severity?: 'critical' | 'error' | 'warning' | 'info';
      /** @description The value that is not to be crossed. */
      value: number;
    };
    DeadLetter: {
      aggregateId: string | null;
      aggregateType: string | null;
      aggregateVersion: number | null;
      /** @description What may be done with it now. */
      allowedActions: ('redrive' | 'discard')[];
      /** @description How often it was tried; 0 when it waits behind another message. */
      attempts: number;
      /** @description The consumer within the service. */
      consumer: string;
      discardReason: string | null;
      /** @description The CloudEvent id, where it could be read. */
      eventId: string | null;
      /** @description The same for failures with the same cause. */
      fingerprint: string;
      /** Format: date-time */
      firstAt: string;
      /** @description Where it failed: the first frame of the application's own code on the stack. */
      frame: string | null;
      /** @description Headers of the record. */
      headers: {
        [key: string]: unknown;
      };
      /** Format: uuid */
      id: string;
      key: string | null;
      /**
       * Format: date-time
       * @description When it was last tried.
       */
      lastAt: string;
      /** @description A 64-bit number as text. */
      offset: string;
      partition: number;
      /** @description The value as JSON, or as base64 text when payloadEncoding says so. */
      payload: (Record<string, never> | unknown[] | string | number | boolean) | null;
      /**
       * @description none: the record had no value.
       * @enum {string}
       */
      payloadEncoding: 'json' | 'base64' | 'none';
      reason: string;
      /** @description not-a-cloudevent, unknown-type, wrong-topic, invalid-data, invalid-time, upcast-failed, handler-failed, behind-parked, or one that the handler gave. */
      reasonKind: string;
      /** @description The service that could not handle it. */
      service: string;
      /**
       * Format: date-time
       * @description When it was redriven or discarded.
       */
      settledAt: string | null;
      /** @description Who redrove or discarded it. */
      settledBy: string | null;
      /** @enum {string} */
      status: 'parked' | 'redriven' | 'discarded';
      topic: string;
      type: string | null;
    };
    DeadLetterGroupsPage: {
      /** @description Largest first, each with service, consumer, topic, fingerprint, reasonKind, count, firstAt, lastAt, exampleId and exampleReason. */
      items: {
        [key: string]: unknown;
      }[];
      /** @description Whether a service has more groups; filters show them. */
      truncated: boolean;
      /** @description Services that did not answer; what they have put aside is missing here. */
      unavailable: ('cmdb-svc' | 'incident-svc' | 'change-svc' | 'capacity-svc' | 'gateway')[];
    };
    DeadLettersPage: {
      /** @description Messages that could not be handled, newest first unless asked otherwise. */
      items: components['schemas']['DeadLetter'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
      /** @description Services that did not answer; what they have put aside is missing here. */
      unavailable: ('cmdb-svc' | 'incident-svc' | 'change-svc' | 'capacity-svc' | 'gateway')[];
    };
    DeliveryPage: {
      /** @description The deliveries. */
      items: components['schemas']['DeliveryResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    DeliveryResource: {
      /** @description The tries, the oldest first; of more the last 50. */
      attempts: components['schemas']['AttemptResource'][];
      /**
       * Format: date-time
       * @description When it was put into the queue.
       */
      createdAt: string;
      /** @description The event's id; the receiver sees it as webhook-id, at each try the same. */
      eventId: string;
      /**
       * @description Why it has failed.
       * @enum {string|null}
       */
      failedReason: 'tries-used-up' | 'not-permitted' | null;
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /**
       * Format: date-time
       * @description When the next try is; null when none waits, or while it is under way.
       */
      nextAttemptAt: string | null;
      /** @description What the event is about, such as incident/<id>. */
      resource: string | null;
      /**
       * Format: date-time
       * @description When it was delivered or given up.
       */
      settledAt: string | null;
      /**
       * @description How far it is.
       * @enum {string}
       */
      state: 'pending' | 'delivered' | 'failed';
      /** @description The event's type. */
      type: string;
    };
    DeploymentResource: {
      /** @description The CI as the tool names it; `cis` is empty while it is not known. */
      ci:
        | (
            | string
            | {
                externalId: string;
                source: string;
              }
          )
        | null;
      /** @description Where it was deployed to. */
      environment: string | null;
      /** @description What was deployed. */
      revision: string | null;
      /** @description The tool that reported it. */
      source: string;
      /**
       * @description How far it is, by the latest report.
       * @enum {string}
       */
      status: 'started' | 'succeeded' | 'failed' | 'rolled_back';
      /** @description Where to read more. */
      url: string | null;
    };
    DeploymentsTakenDto: {
      /** @description Deployments that are durable now. */
      accepted: number;
      /** @description The events of the others. */
      items: components['schemas']['AcceptedReport'][];
      /** @description Reports that are not valid. */
      rejected: components['schemas']['RejectedReport'][];
    };
    DiscardLetter: {
      /** @description Why nobody needs it. */
      reason: string;
    };
    DiscardLetters: {
      /** @description Only of the aggregate with this id. */
      aggregate?: string;
      /** @description Only of this consumer, such as incident-svc.alerts. */
      consumer?: string;
      /** @description Only failures with the same cause. */
      fingerprint?: string;
      /** @description Why nobody needs them. */
      reason: string;
      /** @description Only put aside for this reason, such as invalid-data. */
      reasonKind?: string;
      /**
       * @description The service that has put them aside.
       * @enum {string}
       */
      service: 'cmdb-svc' | 'incident-svc' | 'change-svc' | 'capacity-svc' | 'gateway';
      /** @description Only from this topic. */
      topic?: string;
    };
    DiscoveredItem: {
      /**
       * Format: uuid
       * @description The configuration item that it is.
       */
      ciId: string;
      /** @description The source's own id. */
      externalId: string;
      /**
       * @description What became of it.
       * @enum {string}
       */
      outcome: 'created' | 'updated' | 'unchanged';
    };
    DiscoveryAnswer: {
      /** @description New items. */
      created: number;
      /** @description Each item that was taken. */
      items: components['schemas']['DiscoveredItem'][];
      /** @description What could not be taken, and why. */
      rejected: components['schemas']['RejectedEntry'][];
      /** @description The same for relationships. */
      relationships: components['schemas']['RelationshipCounts'];
      /** @description Items that a complete report no longer names and no other source knows. */
      retired: number;
      /** @description Items that are as they were: nothing was written. */
      unchanged: number;
      /** @description Items of which something new was said. */
      updated: number;
    };
    DiscoveryTakenDto: {
      /** @description Items that are durable now; each is judged when it is applied. */
      accepted: number;
      /**
       * Format: uuid
       * @description Id of the event that the report became.
       */
      eventId: string;
    };
    EditChangeDto: {
      /** @description The person who implements it. */
      assignee?: string | null;
      /** @description The group that implements it. */
      assignmentGroup?: string | null;
      /** @description How it is undone. */
      backoutPlan?: string | null;
      /** @description What is to be done. */
      description?: string;
      /** @description How much it touches: 1 high, 2 medium, 3 low. */
      impact?: number | null;
      /** @description How it is done. */
      implementationPlan?: string | null;
      /** @description Why it is needed. */
      justification?: string | null;
      /**
       * Format: date-time
       * @description When implementation is to end; after plannedStart.
       * @example 2026-01-31T23:30:00.000Z
       */
      plannedEnd?: string | null;
      /**
       * Format: date-time
       * @description When implementation is to begin.
       * @example 2026-01-31T22:00:00.000Z
       */
      plannedStart?: string | null;
      /** @description How it is seen to work. */
      testPlan?: string | null;
      /** @description What is to be done, in one line. */
      title?: string;
    };
    EditIncidentDto: {
      /**
       * Format: date-time
       * @description When it happened, for records brought over from another system: not later than now, not before the last move. Left out: now.
       */
      at?: string;
      /** @description Who reported it. */
      caller?: string | null;
      /**
       * Format: uuid
       * @description The change that caused it.
       */
      causedByChangeId?: string | null;
      /** @description The item at fault: its id, its name where unique, or a source’s own id. */
      ci?:
        | (
            | string
            | {
                externalId: string;
                source: string;
              }
          )
        | null;
      /** @description What is known, at length. */
      description?: string;
      /** @description 1 high, 2 medium, 3 low: how much is hit. */
      impact?: number;
      /** @description Whether it is a security incident, which only those see who may; only they may say so. */
      security?: boolean;
      /**
       * @description What is wrong, in one line.
       * @example Checkout is slow
       */
      title?: string;
      /** @description 1 high, 2 medium, 3 low: how soon it must end. */
      urgency?: number;
    };
    EditWebhookDto: {
      /** @description What is to be different of the filter. */
      filter?: components['schemas']['WebhookFilterEditDto'];
      /**
       * @description What it is for.
       * @example Chat of the operators
       */
      name?: string;
      /**
       * @description Where events are sent by POST. https or http, on the public internet at port 443 or 80 unless those who run the platform allow more.
       * @example https://example.com/hooks/itops
       */
      url?: string;
    };
    /** @description A CloudEvent 1.0 in structured form. */
    Event: {
      /** @description Who acted. */
      actor?: string;
      /** @description Gapless for each aggregate. Events that a platform service publishes. */
      aggregateversion?: number;
      /**
       * @description The id of the event that led here.
       * @example 0198c3a2-7d4e-7b1a-9f52-3c6de81b4a07
       */
      causationid?: string;
      /**
       * @description The same for all that follows from one first signal.
       * @example 0198c3a2-7d4e-7b1a-9f52-3c6de81b4a07
       */
      correlationid?: string;
      /** @description The resource after it, and what belongs to this event alone. */
      data: Record<string, never>;
      /** @constant */
      datacontenttype?: 'application/json';
      /** @description Unique for each source; a second event with the same id is not applied again. */
      id: string;
      /**
       * @description The service or tool that tells it.
       * @example incident-svc
       */
      source: string;
      /** @constant */
      specversion: '1.0';
      /**
       * @description The id of the aggregate that it is about.
       * @example 0198c3a2-7d4e-7b1a-9f52-3c6de81b4a07
       */
      subject?: string;
      /** Format: date-time */
      time: string;
      /** @description What happened. */
      type: string;
    };
    ExhaustionDto: {
      /**
       * Format: date-time
       * @description When the expected value meets it.
       */
      at: string;
      /**
       * Format: date-time
       * @description When the nearer bound meets it.
       */
      earliest: string;
      /**
       * Format: date-time
       * @description When the farther bound meets it; null when that is beyond the horizon.
       */
      latest: string | null;
      /**
       * Format: uuid
       * @description The threshold that is met first.
       */
      thresholdId: string;
    };
    ExternalIdField: {
      /**
       * @description That tool's own id.
       * @example device-17
       */
      externalId: string;
      /**
       * @description The tool that knows the item.
       * @example netbox
       */
      source: string;
    };
    ForecastDto: {
      /** @description How well it did on points that were held back. */
      accuracy: components['schemas']['AccuracyDto'];
      /** @description When a threshold will be met; null when none is within the horizon. */
      exhaustion: components['schemas']['ExhaustionDto'] | null;
      /** @description Share of future values that the interval is meant to hold. */
      level: number;
      /** @description Metric. */
      metric: string;
      /** @description The model that did best on held-back points; several, weightiest first, where their mean did. */
      model: string;
      /** @description The forecast. */
      points: components['schemas']['ForecastPointDto'][];
      /**
       * Format: uuid
       * @description The resource.
       */
      resourceId: string;
      /** @description What it was made from. */
      trainedOn: components['schemas']['TrainedOnDto'];
    };
    ForecastPointDto: {
      /**
       * Format: date-time
       * @description Time.
       */
      at: string;
      /** @description Lower bound of the prediction interval. */
      lower: number;
      /** @description Expected value. */
      mean: number;
      /** @description Upper bound of the prediction interval. */
      upper: number;
    };
    FoundDto: {
      /**
       * Format: date-time
       * @description When it began.
       */
      at: string;
      /**
       * @description By what it was found: it is called so, or the words are in title or text.
       * @enum {string}
       */
      foundBy: 'name' | 'title' | 'text';
      /**
       * @description Where it is read.
       * @example /v1/incidents/018f4e1a-6c2b-7d3e-8f90-123456789abc
       */
      href: string;
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /**
       * @description The number that people say.
       * @example INC0000042
       */
      number: string | null;
      /** @description Whether it is not over. */
      open: boolean;
      /** @description The part of its text in which the words are; plain text, no markup. */
      snippet: string;
      /** @description Where it is in its life cycle; of a configuration item its stage. */
      state: string;
      /** @description Its title; of a configuration item its name. */
      title: string;
      /**
       * @description What it is.
       * @enum {string}
       */
      type: 'incident' | 'change' | 'ci' | 'alert';
    };
    FoundPage: {
      /** @description This page, best first. */
      items: components['schemas']['FoundDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    HistoryEntry: {
      /**
       * @description What was done.
       * @example approve
       */
      action: string;
      /** @description Who did it. */
      actor: string;
      /** @description What is different since. */
      after: {
        [key: string]: unknown;
      };
      /**
       * Format: date-time
       * @description When it was done.
       */
      at: string;
      /** @description What was different before. */
      before: {
        [key: string]: unknown;
      };
      /** @description The same for everything that followed from one first signal. */
      correlationId: string;
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @description Why. */
      reason: string | null;
    };
    HistoryPage: {
      /** @description The steps, oldest first. */
      items: components['schemas']['HistoryEntry'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    HoldDto: {
      /**
       * Format: date-time
       * @description When it happened, for records brought over from another system: not later than now, not before the last move. Left out: now.
       */
      at?: string;
      /**
       * @description What work waits for.
       * @enum {string}
       */
      reason: 'caller' | 'problem' | 'vendor' | 'change';
    };
    Impact: {
      /**
       * Format: date-time
       * @description The time for which this holds.
       */
      asOf: string;
      /**
       * Format: uuid
       * @description The item that was asked about.
       */
      ciId: string;
      /** @description Most hops. */
      depth: number;
      /**
       * @description Which way was looked.
       * @enum {string}
       */
      direction: 'affected' | 'dependencies';
      /** @description Nearest first, then worst first. */
      items: components['schemas']['ImpactedCi'][];
      /** @description Whether there is more, beyond depth or limit. */
      truncated: boolean;
    };
    ImpactDto: {
      /**
       * Format: date-time
       * @description Of when this is.
       */
      asOf: string;
      /**
       * Format: uuid
       * @description The item at fault; null while it is not known.
       */
      ciId: string | null;
      /** @description Most hops. */
      depth: number;
      /**
       * @description Along or against the direction of impact.
       * @enum {string}
       */
      direction: 'affected';
      /** @description What suffers, nearest first. */
      items: components['schemas']['ImpactItemDto'][];
      /** @description Whether there is more. */
      truncated: boolean;
    };
    ImpactedCi: {
      /**
       * Format: uuid
       * @description Id of the item.
       */
      ciId: string;
      /** @description Its name. */
      ciName: string;
      /** @description Its class. */
      class: string;
      /** @description Fewest hops. */
      distance: number;
      /**
       * @description The worst that happens over all ways.
       * @enum {string}
       */
      effect: 'down' | 'degraded' | 'at_risk';
      /** @description A shortest way, with both ends. */
      path: components['schemas']['ImpactStep'][];
    };
    ImpactItemDto: {
      /**
       * Format: uuid
       * @description The item.
       */
      ciId: string;
      /** @description Its name. */
      ciName: string;
      /** @description Its class. */
      class: string;
      /** @description Hops from the nearest item of the fault; 0 for one that alerts. */
      distance: number;
      /**
       * @description What happens to it.
       * @enum {string}
       */
      effect: 'down' | 'degraded' | 'at_risk';
      /** @description The way there from that item, both ends included. */
      path: components['schemas']['PathStepDto'][];
    };
    ImpactStep: {
      /**
       * Format: uuid
       * @description Id of the item.
       */
      ciId: string;
      /** @description Its name. */
      ciName: string;
    };
    IncidentEvent: components['schemas']['Event'] & {
      data?: {
        acknowledgedAt: string | null;
        affectedCis: string[];
        alertCount: number;
        assignee: string | null;
        assignmentGroup: string | null;
        caller: string | null;
        causedByChangeId: string | null;
        ciId: string | null;
        closeCode: string | null;
        closedAt: string | null;
        closeNotes: string | null;
        description: string;
        holdReason: ('caller' | 'problem' | 'vendor' | 'change') | null;
        /** Format: uuid */
        id: string;
        impact: number;
        major?: {
          /** @enum {string} */
          state: 'candidate' | 'accepted' | 'rejected';
        } | null;
        number: string;
        /** Format: date-time */
        openedAt: string;
        priority: number;
        reassignmentCount: number;
        reopenCount: number;
        resolvedAt: string | null;
        security?: boolean;
        /** @enum {string} */
        source: 'manual' | 'alert' | 'capacity' | 'api';
        /** @enum {string} */
        state: 'new' | 'in_progress' | 'on_hold' | 'resolved' | 'closed' | 'canceled';
        title: string;
        urgency: number;
        version: number;
      };
      /** @enum {string} */
      type?:
        | 'itops.incident.opened.v1'
        | 'itops.incident.assigned.v1'
        | 'itops.incident.started.v1'
        | 'itops.incident.held.v1'
        | 'itops.incident.resumed.v1'
        | 'itops.incident.prioritised.v1'
        | 'itops.incident.escalated.v1'
        | 'itops.incident.resolved.v1'
        | 'itops.incident.reopened.v1'
        | 'itops.incident.closed.v1'
        | 'itops.incident.canceled.v1';
    };
    IncidentNotedEvent: components['schemas']['Event'] & {
      data?: {
        acknowledgedAt: string | null;
        affectedCis: string[];
        alertCount: number;
        assignee: string | null;
        assignmentGroup: string | null;
        caller: string | null;
        causedByChangeId: string | null;
        ciId: string | null;
        closeCode: string | null;
        closedAt: string | null;
        closeNotes: string | null;
        description: string;
        holdReason: ('caller' | 'problem' | 'vendor' | 'change') | null;
        /** Format: uuid */
        id: string;
        impact: number;
        major?: {
          /** @enum {string} */
          state: 'candidate' | 'accepted' | 'rejected';
        } | null;
        note: {
          author: string;
          /** @enum {string} */
          kind: 'work' | 'public';
          text: string;
        } | null;
        number: string;
        /** Format: date-time */
        openedAt: string;
        priority: number;
        reassignmentCount: number;
        reopenCount: number;
        resolvedAt: string | null;
        security?: boolean;
        /** @enum {string} */
        source: 'manual' | 'alert' | 'capacity' | 'api';
        /** @enum {string} */
        state: 'new' | 'in_progress' | 'on_hold' | 'resolved' | 'closed' | 'canceled';
        title: string;
        urgency: number;
        version: number;
      };
      /** @enum {string} */
      type?: 'itops.incident.noted.v1';
    };
    IncidentPage: {
      /** @description This page. */
      items: components['schemas']['IncidentResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    IncidentPlainActionDto: {
      /**
       * Format: date-time
       * @description When it happened, for records brought over from another system: not later than now, not before the last move. Left out: now.
       */
      at?: string;
    };
    IncidentReasonDto: {
      /**
       * Format: date-time
       * @description When it happened, for records brought over from another system: not later than now, not before the last move. Left out: now.
       */
      at?: string;
      /** @description Why. */
      reason: string;
    };
    IncidentResource: {
      /**
       * Format: date-time
       * @description When somebody first took it.
       */
      acknowledgedAt: string | null;
      /** @description Ids of the items that alert or suffer, the origin first. */
      affectedCis: string[];
      /** @description How many alerts belong to it. */
      alertCount: number;
      /** @description What may be done with it now. */
      allowedActions: string[];
      /** @description The person that has it. */
      assignee: string | null;
      /** @description The group that has it. */
      assignmentGroup: string | null;
      /** @description Who reported it. */
      caller: string | null;
      /**
       * Format: uuid
       * @description The change that caused it, as people have found.
       */
      causedByChangeId: string | null;
      /**
       * Format: uuid
       * @description The item at fault; of several alerting ones the likely origin.
       */
      ciId: string | null;
      /** @description Its name. */
      ciName: string | null;
      /** @description How it ended. */
      closeCode: string | null;
      /**
       * Format: date-time
       * @description When it was closed or canceled.
       */
      closedAt: string | null;
      /** @description How it ended, in words. */
      closeNotes: string | null;
      /**
       * Format: date-time
       * @description When the platform learned of it.
       */
      createdAt: string;
      /** @description Who opened it. */
      createdBy: string;
      /** @description What is known, at length. */
      description: string;
      /**
       * @description What it waits for, while on hold.
       * @enum {string|null}
       */
      holdReason: 'caller' | 'problem' | 'vendor' | 'change' | null;
      /**
       * Format: uuid
       * @description The id.
       */
      id: string;
      /** @description 1 high, 2 medium, 3 low: how much is hit. */
      impact: number;
      /** @description Set once it was proposed as a major incident. */
      major: components['schemas']['MajorResource'] | null;
      /**
       * @description What people call it.
       * @example INC0000042
       */
      number: string;
      /**
       * Format: date-time
       * @description Since when it is tracked.
       */
      openedAt: string;
      /** @description 1 critical to 5 planning, by the priority matrix. */
      priority: number;
      /**
       * Format: uuid
       * @description The problem behind it.
       */
      problemId: string | null;
      /** @description How often it went to another group; the first is none. */
      reassignmentCount: number;
      /** @description How often it was reopened. */
      reopenCount: number;
      /**
       * Format: date-time
       * @description When it was resolved.
       */
      resolvedAt: string | null;
      /** @description Whether it is a security incident, which only those see who may; only they may say so. */
      security: boolean;
      /**
       * @description How it came.
       * @enum {string}
       */
      source: 'manual' | 'alert' | 'capacity' | 'api';
      /**
       * @description Where it is in its life cycle.
       * @enum {string}
       */
      state: 'new' | 'in_progress' | 'on_hold' | 'resolved' | 'closed' | 'canceled';
      /**
       * @description What is wrong, in one line.
       * @example Checkout is slow
       */
      title: string;
      /**
       * Format: date-time
       * @description When it last changed here.
       */
      updatedAt: string;
      /** @description 1 high, 2 medium, 3 low: how soon it must end. */
      urgency: number;
      /** @description Rises by one with each fact; the ETag. */
      version: number;
    };
    IncidentSuspectsFoundEvent: components['schemas']['Event'] & {
      data?: {
        acknowledgedAt: string | null;
        affectedCis: string[];
        alertCount: number;
        assignee: string | null;
        assignmentGroup: string | null;
        caller: string | null;
        causedByChangeId: string | null;
        ciId: string | null;
        closeCode: string | null;
        closedAt: string | null;
        closeNotes: string | null;
        description: string;
        holdReason: ('caller' | 'problem' | 'vendor' | 'change') | null;
        /** Format: uuid */
        id: string;
        impact: number;
        major?: {
          /** @enum {string} */
          state: 'candidate' | 'accepted' | 'rejected';
        } | null;
        number: string;
        /** Format: date-time */
        openedAt: string;
        priority: number;
        reassignmentCount: number;
        reopenCount: number;
        resolvedAt: string | null;
        security?: boolean;
        /** @enum {string} */
        source: 'manual' | 'alert' | 'capacity' | 'api';
        /** @enum {string} */
        state: 'new' | 'in_progress' | 'on_hold' | 'resolved' | 'closed' | 'canceled';
        suspects: {
          /** Format: uuid */
          changeId: string;
          changeNumber: string;
          path: {
            /** Format: uuid */
            ciId: string;
            ciName: string;
          }[];
          reasons: {
            /** @enum {string} */
            kind: 'distance' | 'time' | 'type' | 'history' | 'signal';
            text: string;
            weight: number;
          }[];
          score: number;
          title: string;
        }[];
        title: string;
        urgency: number;
        version: number;
      };
      /** @enum {string} */
      type?: 'itops.incident.suspects-found.v1';
    };
    LinkResource: {
      /** @description Where to read more. */
      href: string;
      /** @description What is there. */
      text?: string;
    };
    MajorResource: {
      /**
       * @description How far the question is whether it is a major incident.
       * @enum {string}
       */
      state: 'candidate' | 'accepted' | 'rejected';
    };
    MetricsTakenDto: {
      /** @description Points that are durable now. */
      accepted: number;
      /** @description Series that are not valid. */
      rejected: components['schemas']['RejectedSeries'][];
    };
    MoveAlertDto: Record<string, never>;
    MoveCiStageInput: {
      /** @description Why, for the history. */
      reason?: string;
    };
    NewApiKeyDto: {
      /**
       * @description For how many days it is good.
       * @default 90
       */
      expiresInDays?: number;
      /**
       * @description Assignment groups that it acts for.
       * @example [
       *       "network"
       *     ]
       */
      groups?: string[];
      /**
       * @description What uses the key, for people.
       * @example Prometheus in Frankfurt
       */
      name: string;
      /**
       * @description What the key may do: no more than who makes it.
       * @example [
       *       "integration"
       *     ]
       */
      roles: (
        | 'viewer'
        | 'operator'
        | 'security-responder'
        | 'change-manager'
        | 'approver'
        | 'capacity-planner'
        | 'cmdb-editor'
        | 'integration'
        | 'auditor'
        | 'admin'
      )[];
    };
    NewWebhookDto: {
      /** @description Which events; without it all that you may see. */
      filter?: components['schemas']['WebhookFilterDto'];
      /**
       * @description What it is for.
       * @example Chat of the operators
       */
      name: string;
      /**
       * @description whsec_ and the base64 of 24 to 64 random bytes; without it one is made.
       * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
       */
      secret?: string;
      /**
       * @description Where events are sent by POST. https or http, on the public internet at port 443 or 80 unless those who run the platform allow more.
       * @example https://example.com/hooks/itops
       */
      url: string;
    };
    NoteIncidentDto: {
      /**
       * Format: date-time
       * @description When it happened, for records brought over from another system: not later than now, not before the last move. Left out: now.
       */
      at?: string;
      /**
       * @description work for those who work on it, public for the caller too.
       * @enum {string}
       */
      kind: 'work' | 'public';
      /** @description The note. */
      text: string;
    };
    NotePage: {
      /** @description This page, oldest first. */
      items: components['schemas']['NoteResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    NoteResource: {
      /**
       * Format: date-time
       * @description When it was written.
       */
      at: string;
      /** @description Who wrote it. */
      author: string;
      /**
       * Format: uuid
       * @description The id.
       */
      id: string;
      /**
       * @description work for those who work on it, public for the caller too.
       * @enum {string}
       */
      kind: 'work' | 'public';
      /** @description The note. */
      text: string;
    };
    NothingDto: Record<string, never>;
    OpenChangeDto: {
      /** @description The person who implements it. */
      assignee?: string | null;
      /** @description The group that implements it. */
      assignmentGroup?: string | null;
      /** @description How it is undone. */
      backoutPlan?: string | null;
      /** @description The CIs that it changes; each must be known. */
      cis?: (
        | string
        | {
            externalId: string;
            source: string;
          }
      )[];
      /** @description What is to be done. */
      description?: string;
      /** @description The other system's own id for it. */
      externalRef?: string | null;
      /** @description How much it touches: 1 high, 2 medium, 3 low. */
      impact?: number | null;
      /** @description How it is done. */
      implementationPlan?: string | null;
      /** @description Why it is needed. */
      justification?: string | null;
      /**
       * Format: date-time
       * @description When implementation is to end; after plannedStart.
       * @example 2026-01-31T23:30:00.000Z
       */
      plannedEnd?: string | null;
      /**
       * Format: date-time
       * @description When implementation is to begin.
       * @example 2026-01-31T22:00:00.000Z
       */
      plannedStart?: string | null;
      /** @description Who wants it; the caller without it. */
      requestedBy?: string;
      /**
       * @description Where it comes from; manual without it.
       * @enum {string}
       */
      source?: 'manual' | 'api';
      /** @description How it is seen to work. */
      testPlan?: string | null;
      /** @description What is to be done, in one line. */
      title: string;
      /**
       * @description Which life cycle it follows; normal without it.
       * @enum {string}
       */
      type?: 'standard' | 'normal' | 'emergency';
    };
    OpenIncidentDto: {
      /** @description The person that has it. */
      assignee?: string;
      /** @description The group that has it. */
      assignmentGroup?: string;
      /**
       * Format: date-time
       * @description When it happened, for records brought over from another system: not later than now, not before the last move. Left out: now.
       */
      at?: string;
      /** @description Who reported it. */
      caller?: string;
      /** @description The item at fault: its id, its name where unique, or a source’s own id. */
      ci?:
        | string
        | {
            externalId: string;
            source: string;
          };
      /** @description What is known, at length. */
      description?: string;
      /** @description 1 high, 2 medium, 3 low: how much is hit. */
      impact?: number;
      /** @description Whether it is a security incident, which only those see who may; only they may say so. */
      security?: boolean;
      /**
       * @description What is wrong, in one line.
       * @example Checkout is slow
       */
      title: string;
      /** @description 1 high, 2 medium, 3 low: how soon it must end. */
      urgency?: number;
    };
    OrderedErasure: {
      /** @description One for each name of the person; each service writes a row with its id into the trail when it is done. */
      erasures: string[];
    };
    OrderErasureDto: {
      /** @description Why; without naming the person. */
      reason?: string;
      /**
       * @description The person: a subject of this platform (user:<id>), whose name and e-mail are then looked up, or the words by which they are named.
       * @example ann.smith@example.org
       */
      subject: string;
    };
    PathStepDto: {
      /**
       * Format: uuid
       * @description The item.
       */
      ciId: string;
      /** @description Its name. */
      ciName: string;
    };
    PingEvent: components['schemas']['Event'] & {
      data?: {
        /** @description Its name. */
        name: string;
        /**
         * Format: uuid
         * @description The subscription.
         */
        webhookId: string;
      };
      /** @enum {string} */
      type?: 'itops.webhook.ping.v1';
    };
    Problem: {
      /** @description What is wrong with this request, and what to do. */
      detail: string;
      /** @description Each thing that is wrong with the input. */
      errors?: {
        /** @description Where: a JSON pointer. */
        pointer: string;
        /** @description Why. */
        reason: string;
      }[];
      /** @description The path of the request. */
      instance?: string;
      /** @description HTTP status. */
      status: number;
      /** @description The kind in words. */
      title: string;
      /** @description To be given to those who run the platform. */
      traceId?: string;
      /** @description Kind of problem, a path that does not change. */
      type: string;
    };
    RedeliveredRange: {
      /**
       * Format: date-time
       * @description Where to go on, as `from`, when there were more; null when these were all.
       */
      continueFrom: string | null;
      /** @description How many go out again. */
      count: number;
    };
    RedeliverRangeDto: {
      /**
       * Format: date-time
       * @description From then on, by when they were put into the queue.
       */
      from: string;
      /**
       * @description Only what is in this state.
       * @enum {string}
       */
      state?: 'delivered' | 'failed';
      /**
       * Format: date-time
       * @description Until before then.
       */
      to: string;
    };
    RedriveLetters: {
      /** @description Only of the aggregate with this id. */
      aggregate?: string;
      /** @description Only of this consumer, such as incident-svc.alerts. */
      consumer?: string;
      /** @description Only failures with the same cause. */
      fingerprint?: string;
      /** @description Only put aside for this reason, such as invalid-data. */
      reasonKind?: string;
      /**
       * @description The service that has put them aside.
       * @enum {string}
       */
      service: 'cmdb-svc' | 'incident-svc' | 'change-svc' | 'capacity-svc' | 'gateway';
      /** @description Only from this topic. */
      topic?: string;
    };
    RejectedEntry: {
      /** @description Its place in that list, from 0. */
      index: number;
      /**
       * @description In which list of the request.
       * @enum {string}
       */
      list: 'items' | 'relationships';
      /** @description Which value is wrong, as a JSON pointer into the request. */
      pointer: string;
      /** @description Why. */
      reason: string;
    };
    RejectedReport: {
      /** @description Why it was not taken. */
      errors: components['schemas']['ReportError'][];
      /** @description Place in the request, from 0. */
      index: number;
    };
    RejectedSeries: {
      /** @description Why it was not taken. */
      errors: components['schemas']['ReportError'][];
      /** @description Place in the request, from 0. */
      index: number;
      /** @description How many points it had. */
      points: number;
    };
    RelationshipBulkAnswer: {
      /** @description Items that were refused. */
      failed: number;
      /** @description What became of each, in order. */
      items: components['schemas']['RelationshipBulkItemAnswer'][];
      /** @description Items that were carried out. */
      succeeded: number;
    };
    RelationshipBulkInput: {
      /** @description What is to be done, in this order. */
      items: components['schemas']['RelationshipBulkItem'][];
    };
    RelationshipBulkItem: {
      /** @description A relationship to add, as in POST /v1/relationships. */
      create?: components['schemas']['AddRelationshipInput'];
      /** @description A relationship to change. */
      update?: components['schemas']['RelationshipUpdate'];
    };
    RelationshipBulkItemAnswer: {
      /** @description Why it was refused; such an item changed nothing. */
      error?: components['schemas']['Problem'];
      /** @description Place of the item in the request, from 0. */
      index: number;
      /** @description The relationship as it is now. */
      resource?: components['schemas']['RelationshipResource'];
      /** @description What the status would be of the item sent alone. */
      status: number;
    };
    RelationshipCounts: {
      /** @description New. */
      created: number;
      /** @description No longer reported by a complete report. */
      removed: number;
      /** @description As they were. */
      unchanged: number;
      /** @description With other attributes than before. */
      updated: number;
    };
    RelationshipEvent: components['schemas']['Event'] & {
      data?: {
        attributes: {
          [key: string]: unknown;
        };
        /** Format: uuid */
        childId: string;
        /** Format: uuid */
        id: string;
        /** Format: uuid */
        parentId: string;
        /** @enum {string} */
        type:
          | 'Depends on'
          | 'Runs on'
          | 'Hosted on'
          | 'Contains'
          | 'Connects to'
          | 'Cluster of'
          | 'Members'
          | 'Virtualized by'
          | 'Provides'
          | 'Protected by'
          | 'Replicates to'
          | 'Managed by';
        version: number;
      };
      /** @enum {string} */
      type?: 'itops.relationship.added.v1' | 'itops.relationship.removed.v1';
    };
    RelationshipList: {
      /** @description One page. */
      items: components['schemas']['RelationshipResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    RelationshipResource: {
      /** @description Free attributes. `quorum` of a redundant type (Cluster of, Members): how many of the children the parent needs. */
      attributes: {
        [key: string]: unknown;
      };
      /**
       * Format: uuid
       * @description Configuration item at the child end.
       */
      childId: string;
      /**
       * Format: date-time
       * @description When it was recorded.
       */
      createdAt: string;
      /** @description Who recorded it. */
      createdBy: string;
      /**
       * Format: uuid
       * @description Id of the relationship.
       */
      id: string;
      /**
       * Format: uuid
       * @description Configuration item at the parent end.
       */
      parentId: string;
      /** @description Who reported it first. */
      source: string;
      /**
       * @description How the parent is related to the child.
       * @enum {string}
       */
      type:
        | 'Depends on'
        | 'Runs on'
        | 'Hosted on'
        | 'Contains'
        | 'Connects to'
        | 'Cluster of'
        | 'Members'
        | 'Virtualized by'
        | 'Provides'
        | 'Protected by'
        | 'Replicates to'
        | 'Managed by';
      /**
       * Format: date-time
       * @description When it last changed.
       */
      updatedAt: string;
      /** @description Rises by one with each event of it; its ETag. */
      version: number;
    };
    RelationshipUpdate: {
      /**
       * Format: uuid
       * @description The relationship to change.
       */
      id: string;
      /** @description The ETag of the version that was read, or * for any. */
      ifMatch?: string;
      /** @description What is to be different, as in PATCH /v1/relationships/{id}. */
      patch: components['schemas']['UpdateRelationshipInput'];
    };
    ReportError: {
      /** @description Where in the report, as a JSON pointer; empty for the report itself. */
      pointer: string;
      /** @description What is wrong there. */
      reason: string;
    };
    ResolveDto: {
      /**
       * Format: date-time
       * @description When it happened, for records brought over from another system: not later than now, not before the last move. Left out: now.
       */
      at?: string;
      /**
       * @description How it ended, in one word.
       * @example fixed
       */
      closeCode: string;
      /** @description How it ended. */
      closeNotes: string;
    };
    ResourceDto: {
      /** @description The most that there can be, where that is known: 100 for a percentage. */
      capacity: number | null;
      /**
       * Format: uuid
       * @description The configuration item; null while it is not known.
       */
      ciId: string | null;
      /** @description The configuration item's name. */
      ciName: string | null;
      /**
       * Format: date-time
       * @description When its first point came.
       */
      createdAt: string;
      /** @description Who sent its first point. */
      createdBy: string;
      /**
       * Format: uuid
       * @description Id.
       */
      id: string;
      /** @description Labels. */
      labels: {
        [key: string]: string;
      };
      /**
       * Format: date-time
       * @description Time of the newest value.
       */
      lastAt: string | null;
      /** @description The newest value. */
      lastValue: number | null;
      /**
       * @description Metric.
       * @example disk.used
       */
      metric: string;
      /**
       * @description Unit; empty where the sender gave none.
       * @example %
       */
      unit: string;
      /** @description How the sender names the configuration item, while it is not known: id, name, or source and external id. */
      unresolvedCi: string | null;
      /**
       * Format: date-time
       * @description When its newest point came.
       */
      updatedAt: string;
      /** @description Counts the resource's events; new points don't change it. */
      version: number;
    };
    ResourcePageDto: {
      /** @description The resources. */
      items: components['schemas']['ResourceDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    RevealedSecret: {
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description Until then it signs beside the newest; null for the newest.
       */
      expiresAt: string | null;
      /** @description By which a receiver verifies what it gets. */
      secret: string;
    };
    RevealedSecrets: {
      /** @description Those that sign, the newest first. */
      items: components['schemas']['RevealedSecret'][];
    };
    ReviewDto: {
      /** @description The post-implementation review. */
      review?: string;
    };
    RevokeApiKeyDto: {
      /**
       * @description Why, for the audit trail.
       * @example It was in a log.
       */
      reason?: string;
    };
    RotateApiKeyDto: {
      /**
       * @description For how many days it is good from now on; as before unless given.
       * @default 90
       */
      expiresInDays?: number;
      /**
       * @description For how many minutes the secrets of before stay good; 0 ends them at once.
       * @default 1440
       */
      overlapMinutes?: number;
    };
    RotateSecretDto: {
      /**
       * @description For how many seconds the secret before signs as well; 0 when it has become known to others.
       * @default 86400
       */
      overlapSeconds?: number;
      /**
       * @description whsec_ and the base64 of 24 to 64 random bytes; without it one is made.
       * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
       */
      secret?: string;
    };
    ScheduleDto: {
      /**
       * Format: date-time
       * @description When implementation is to end; after plannedStart.
       * @example 2026-01-31T23:30:00.000Z
       */
      plannedEnd?: string;
      /**
       * Format: date-time
       * @description When implementation is to begin.
       * @example 2026-01-31T22:00:00.000Z
       */
      plannedStart?: string;
    };
    SelectedDto: {
      /** @description Class of the configuration items. */
      ciClass: string | null;
      /**
       * Format: uuid
       * @description The configuration item.
       */
      ciId: string | null;
      /** @description Labels. */
      labels: {
        [key: string]: string;
      };
    };
    SelectorDto: {
      /** @description Only configuration items of this class or one of its subclasses. */
      ciClass?: string | null;
      /**
       * Format: uuid
       * @description Only this configuration item.
       */
      ciId?: string | null;
      /** @description Only resources with these labels. */
      labels?: {
        [key: string]: string;
      };
    };
    SelectorPatchDto: {
      /** @description Only configuration items of this class or one of its subclasses. Null selects any. */
      ciClass?: string | null;
      /**
       * Format: uuid
       * @description Only this configuration item. Null selects any.
       */
      ciId?: string | null;
      /** @description Only resources with these labels. Those that are named are set, or removed by null; the others stay. */
      labels?: {
        [key: string]: string | null;
      };
    };
    SeriesDto: {
      /** @description The points, oldest first. */
      items: components['schemas']['SeriesItemDto'][];
      /** @description Metric. */
      metric: string;
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
      /**
       * @description What the items are.
       * @enum {string}
       */
      resolution: 'raw' | '1h';
      /**
       * Format: uuid
       * @description The resource.
       */
      resourceId: string;
      /** @description Unit. */
      unit: string;
    };
    SeriesItemDto: {
      /**
       * Format: date-time
       * @description Time of the point, or the beginning of the hour.
       */
      at: string;
      /** @description Number of points in the hour (1h). */
      count?: number;
      /** @description Last value of the hour (1h). */
      last?: number;
      /** @description Highest value of the hour (1h). */
      max?: number;
      /** @description Mean of the hour (1h). */
      mean?: number;
      /** @description Lowest value of the hour (1h). */
      min?: number;
      /** @description The value (raw). */
      value?: number;
    };
    SettledLetter: {
      /** @description Messages that failed again and stay parked, with what waits behind. */
      failed: number;
      /** @description The letter as it is now. */
      letter: {
        [key: string]: unknown;
      };
      /** @description Messages that are handled now: it and what waited behind it. */
      redriven: number;
    };
    SparseAlertPage: {
      /** @description This page. */
      items: components['schemas']['SparseAlertResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    SparseAlertResource: {
      /** @description What may be done with it now. */
      allowedActions?: string[];
      /** @description What helps people. */
      annotations?: {
        [key: string]: string;
      };
      /** @description The item as the tool names it. */
      ci?:
        | (
            | string
            | {
                externalId: string;
                source: string;
              }
          )
        | null;
      /**
       * Format: uuid
       * @description The item; null while it is not known.
       */
      ciId?: string | null;
      /** @description Its name. */
      ciName?: string | null;
      /**
       * Format: date-time
       * @description When it was stored.
       */
      createdAt?: string;
      /** @description The tool that first reported it. */
      createdBy?: string;
      /** @description By what repetitions are recognised, together with the source. */
      dedupKey?: string;
      /**
       * Format: date-time
       * @description When it first fired.
       */
      firstSeenAt?: string;
      /**
       * Format: uuid
       * @description The id.
       */
      id?: string;
      /**
       * Format: uuid
       * @description The incident that it belongs to.
       */
      incidentId?: string | null;
      /** @description What identifies the condition. */
      labels?: {
        [key: string]: string;
      };
      /**
       * Format: date-time
       * @description When it was last reported.
       */
      lastSeenAt?: string;
      /** @description Where to read more. */
      links?: components['schemas']['LinkResource'][];
      /** @description How often it was reported as firing. */
      occurrences?: number;
      /**
       * Format: date-time
       * @description When it ended; null while it is there.
       */
      resolvedAt?: string | null;
      /**
       * @description The worst since it fired.
       * @enum {string}
       */
      severity?: 'critical' | 'error' | 'warning' | 'info';
      /** @description The tool that reports it. */
      source?: string;
      /**
       * Format: date-time
       * @description When the present, or last, firing began.
       */
      startedAt?: string;
      /**
       * @description Where it is in its life cycle.
       * @enum {string}
       */
      state?: 'firing' | 'acknowledged' | 'resolved' | 'suppressed';
      /** @description What is wrong. */
      summary?: string;
      /** @description Why it raises nobody. */
      suppressedBy?: components['schemas']['SuppressorResource'] | null;
      /**
       * Format: date-time
       * @description When it last changed.
       */
      updatedAt?: string;
      /** @description Rises by one with each fact; the ETag. */
      version?: number;
    };
    SparseApiKeyDto: {
      /** @description What can be done with it now. */
      allowedActions?: ('rotate' | 'revoke')[];
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt?: string;
      /** @description Who made it. */
      createdBy?: string;
      /**
       * Format: date-time
       * @description From then on it is good for nothing.
       */
      expiresAt?: string;
      /**
       * @description Assignment groups that it acts for.
       * @example [
       *       "network"
       *     ]
       */
      groups?: string[];
      /**
       * Format: uuid
       * @description Its id. Who calls by it is key:<id>.
       */
      id?: string;
      /**
       * Format: date-time
       * @description When it was last used; written once a minute.
       */
      lastUsedAt?: string | null;
      /**
       * @description What uses the key, for people.
       * @example Prometheus in Frankfurt
       */
      name?: string;
      /** @description Everybody who stands behind what it does. */
      principals?: string[];
      /**
       * Format: date-time
       * @description When it was revoked.
       */
      revokedAt?: string | null;
      /**
       * @description What the key may do: no more than who makes it.
       * @example [
       *       "integration"
       *     ]
       */
      roles?: (
        | 'viewer'
        | 'operator'
        | 'security-responder'
        | 'change-manager'
        | 'approver'
        | 'capacity-planner'
        | 'cmdb-editor'
        | 'integration'
        | 'auditor'
        | 'admin'
      )[];
      /** @description Its secrets that are good, the newest first. */
      secrets?: components['schemas']['ApiKeySecretDto'][];
      /**
       * @description Where it is in its life.
       * @enum {string}
       */
      state?: 'active' | 'expired' | 'revoked';
      /**
       * Format: date-time
       * @description When it was changed last.
       */
      updatedAt?: string;
      /** @description Raised with each change. */
      version?: number;
    };
    SparseApiKeyPageDto: {
      /** @description The keys. */
      items: components['schemas']['SparseApiKeyDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    SparseAuditEntry: {
      /** @description What was done, or tried. */
      action?: string;
      /** @description Who: a stable name that says nothing personal, such as user:<id> or key:<id>. */
      actor?: string;
      /** @description What it was afterwards. */
      after?: {
        [key: string]: unknown;
      } | null;
      /**
       * Format: date-time
       * @description When.
       */
      at?: string;
      /** @description How many attempts the row counts; more than 1 only for refused ones. */
      attempts?: number;
      /** @description What it was before. */
      before?: {
        [key: string]: unknown;
      } | null;
      /** @description The event that led to it. */
      causationId?: string | null;
      /**
       * Format: uuid
       * @description The service's chain.
       */
      chain?: string;
      /** @description The same for all that followed from one first signal. */
      correlationId?: string;
      /** @description By which credential they were known; null for the platform itself. */
      credential?: string | null;
      /** @description Whether reason, before and after are known here; not when they were erased. */
      hasContent?: boolean;
      /** @description SHA-256 of the row; covers the one before it. */
      hash?: string;
      /**
       * Format: uuid
       * @description The id.
       */
      id?: string;
      /**
       * @description Whether it was done.
       * @enum {string}
       */
      outcome?: 'done' | 'refused';
      /** @description Why, where it was said. */
      reason?: string | null;
      /** @description The request at the gateway. */
      requestId?: string | null;
      /** @description To which; empty where it was about no single one. */
      resourceId?: string;
      /** @description To what kind of thing. */
      resourceType?: string;
      /** @description Its place in the chain. */
      seq?: number;
      /** @description The service that did it, or refused it. */
      service?: string;
    };
    SparseAuditPage: {
      /** @description This page. */
      items: components['schemas']['SparseAuditEntry'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    SparseBreachDto: {
      /** @description What a caller may do; a breach opens and clears by itself. */
      allowedActions?: string[];
      /**
       * Format: uuid
       * @description The configuration item.
       */
      ciId?: string;
      /** @description The configuration item's name. */
      ciName?: string | null;
      /**
       * Format: date-time
       * @description When it was cleared.
       */
      clearedAt?: string | null;
      /**
       * @description On which side of the threshold the breach is.
       * @enum {string}
       */
      comparator?: '>' | '<';
      /**
       * Format: date-time
       * @description When it was recorded.
       */
      createdAt?: string;
      /** @description Who recorded it. */
      createdBy?: string;
      /**
       * Format: date-time
       * @description When it was found, by the points' own time.
       */
      detectedAt?: string;
      /**
       * Format: date-time
       * @description The earliest time at which it may be met.
       */
      earliestAt?: string | null;
      /**
       * Format: date-time
       * @description When the threshold is expected to be met; null for a current breach.
       */
      expectedAt?: string | null;
      /**
       * Format: uuid
       * @description Id.
       */
      id?: string;
      /**
       * @description Crossed now, or foreseen to be.
       * @enum {string}
       */
      kind?: 'current' | 'predicted';
      /** @description Labels. */
      labels?: {
        [key: string]: string;
      };
      /**
       * Format: date-time
       * @description The latest time; null when it is beyond the forecast.
       */
      latestAt?: string | null;
      /** @description Metric. */
      metric?: string;
      /** @description The forecast's model; null for a current breach. */
      model?: string | null;
      /**
       * Format: uuid
       * @description The resource.
       */
      resourceId?: string;
      /**
       * @description Severity.
       * @enum {string}
       */
      severity?: 'critical' | 'error' | 'warning' | 'info';
      /**
       * @description State.
       * @enum {string}
       */
      state?: 'open' | 'cleared';
      /**
       * Format: uuid
       * @description The threshold.
       */
      thresholdId?: string;
      /** @description The threshold's value. */
      thresholdValue?: number;
      /** @description Unit. */
      unit?: string;
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updatedAt?: string;
      /** @description The value when it was found. */
      value?: number;
      /** @description Version, which is the ETag. */
      version?: number;
    };
    SparseBreachPageDto: {
      /** @description The breaches. */
      items: components['schemas']['SparseBreachDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    SparseChangePage: {
      /** @description The changes. */
      items: components['schemas']['SparseChangeResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    SparseChangeResource: {
      /**
       * Format: date-time
       * @description When implementation ended.
       */
      actualEnd?: string | null;
      /**
       * Format: date-time
       * @description When implementation began.
       */
      actualStart?: string | null;
      /** @description The actions that are possible now. */
      allowedActions?: string[];
      /** @description The person who implements it. */
      assignee?: string | null;
      /** @description The group that implements it. */
      assignmentGroup?: string | null;
      /** @description How it is undone. */
      backoutPlan?: string | null;
      /** @description Ids of the CIs that it changes. */
      cis?: string[];
      /**
       * @description How it went.
       * @enum {string|null}
       */
      closeCode?: 'successful' | 'successful_issues' | 'unsuccessful' | null;
      /** @description How it went, in words. */
      closeNotes?: string | null;
      /**
       * Format: date-time
       * @description When it was entered.
       */
      createdAt?: string;
      /** @description Who entered it. */
      createdBy?: string;
      /** @description What a pipeline reported. */
      deployment?: components['schemas']['DeploymentResource'] | null;
      /** @description What is to be done. */
      description?: string;
      /** @description The other system's own id for it. */
      externalRef?: string | null;
      /** @description Whether the implementation failed or was backed out. */
      failed?: boolean;
      /**
       * Format: uuid
       * @description Its id.
       */
      id?: string;
      /** @description How much it touches: 1 high, 2 medium, 3 low. */
      impact?: number | null;
      /** @description How it is done. */
      implementationPlan?: string | null;
      /** @description Why it is needed. */
      justification?: string | null;
      /**
       * @description The number that people say.
       * @example CHG0000001
       */
      number?: string;
      /**
       * Format: date-time
       * @description When implementation is to end; after plannedStart.
       * @example 2026-01-31T23:30:00.000Z
       */
      plannedEnd?: string | null;
      /**
       * Format: date-time
       * @description When implementation is to begin.
       * @example 2026-01-31T22:00:00.000Z
       */
      plannedStart?: string | null;
      /** @description Who wants it. */
      requestedBy?: string;
      /** @description The post-implementation review. */
      review?: string | null;
      /**
       * @description Where it came from.
       * @enum {string}
       */
      source?: 'manual' | 'deployment' | 'api' | 'capacity';
      /**
       * @description Where it is in its life cycle.
       * @enum {string}
       */
      state?: 'new' | 'assess' | 'authorize' | 'scheduled' | 'implement' | 'review' | 'closed' | 'canceled';
      /** @description How it is seen to work. */
      testPlan?: string | null;
      /** @description What is to be done, in one line. */
      title?: string;
      /**
       * @description Which life cycle it follows.
       * @enum {string}
       */
      type?: 'standard' | 'normal' | 'emergency';
      /**
       * Format: date-time
       * @description When it last changed.
       */
      updatedAt?: string;
      /** @description Goes up by one with every fact; the ETag. */
      version?: number;
    };
    SparseCiHistory: {
      /** @description One page. */
      items: components['schemas']['SparseCiHistoryEntry'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    SparseCiHistoryEntry: {
      /** @description What was done. */
      action?: string;
      /** @description Who. */
      actor?: string;
      /** @description The item afterwards. */
      after?: {
        [key: string]: unknown;
      } | null;
      /**
       * Format: date-time
       * @description When.
       */
      at?: string;
      /** @description The item before. */
      before?: {
        [key: string]: unknown;
      } | null;
      /**
       * Format: uuid
       * @description Id of the entry.
       */
      id?: string;
      /** @description Why, where it was said. */
      reason?: string | null;
    };
    SparseCiList: {
      /** @description One page. */
      items: components['schemas']['SparseCiResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    SparseCiResource: {
      /** @description Actions that are possible now. */
      allowedActions?: string[];
      /** @description Attributes by the schema of the item's class; others are allowed as well. */
      attributes?: {
        [key: string]: unknown;
      };
      /**
       * @description Class, see /v1/ci-classes.
       * @example virtual_machine
       */
      class?: string;
      /**
       * Format: date-time
       * @description When it was recorded.
       */
      createdAt?: string;
      /** @description Who recorded it. */
      createdBy?: string;
      /** @description 1 most critical to 4 least. */
      criticality?: number;
      /** @description How sources call it. */
      externalIds?: components['schemas']['ExternalIdField'][];
      /**
       * Format: date-time
       * @description When it first became known.
       */
      firstSeenAt?: string;
      /**
       * Format: uuid
       * @description Id of the item.
       */
      id?: string;
      /**
       * Format: date-time
       * @description When a source last said something new about it.
       */
      lastSeenAt?: string;
      /**
       * @description What people call it.
       * @example shop-web-1
       */
      name?: string;
      /**
       * @description Follows open incidents and running changes.
       * @enum {string}
       */
      operationalStatus?: 'operational' | 'degraded' | 'non_operational' | 'maintenance' | 'retired';
      /** @description Group that answers for it. */
      ownerGroup?: string | null;
      /** @description Which source set an attribute last. */
      sources?: {
        [key: string]: string;
      };
      /**
       * @description Stage in its life cycle.
       * @enum {string}
       */
      stage?: 'design' | 'build' | 'operate' | 'retired';
      /**
       * Format: date-time
       * @description When it last changed.
       */
      updatedAt?: string;
      /** @description Rises by one with each event of the item; its ETag. */
      version?: number;
    };
    SparseDeadLetter: {
      aggregateId?: string | null;
      aggregateType?: string | null;
      aggregateVersion?: number | null;
      /** @description What may be done with it now. */
      allowedActions?: ('redrive' | 'discard')[];
      /** @description How often it was tried; 0 when it waits behind another message. */
      attempts?: number;
      /** @description The consumer within the service. */
      consumer?: string;
      discardReason?: string | null;
      /** @description The CloudEvent id, where it could be read. */
      eventId?: string | null;
      /** @description The same for failures with the same cause. */
      fingerprint?: string;
      /** Format: date-time */
      firstAt?: string;
      /** @description Where it failed: the first frame of the application's own code on the stack. */
      frame?: string | null;
      /** @description Headers of the record. */
      headers?: {
        [key: string]: unknown;
      };
      /** Format: uuid */
      id?: string;
      key?: string | null;
      /**
       * Format: date-time
       * @description When it was last tried.
       */
      lastAt?: string;
      /** @description A 64-bit number as text. */
      offset?: string;
      partition?: number;
      /** @description The value as JSON, or as base64 text when payloadEncoding says so. */
      payload?: (Record<string, never> | unknown[] | string | number | boolean) | null;
      /**
       * @description none: the record had no value.
       * @enum {string}
       */
      payloadEncoding?: 'json' | 'base64' | 'none';
      reason?: string;
      /** @description not-a-cloudevent, unknown-type, wrong-topic, invalid-data, invalid-time, upcast-failed, handler-failed, behind-parked, or one that the handler gave. */
      reasonKind?: string;
      /** @description The service that could not handle it. */
      service?: string;
      /**
       * Format: date-time
       * @description When it was redriven or discarded.
       */
      settledAt?: string | null;
      /** @description Who redrove or discarded it. */
      settledBy?: string | null;
      /** @enum {string} */
      status?: 'parked' | 'redriven' | 'discarded';
      topic?: string;
      type?: string | null;
    };
    SparseDeadLettersPage: {
      /** @description Messages that could not be handled, newest first unless asked otherwise. */
      items: components['schemas']['SparseDeadLetter'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
      /** @description Services that did not answer; what they have put aside is missing here. */
      unavailable: ('cmdb-svc' | 'incident-svc' | 'change-svc' | 'capacity-svc' | 'gateway')[];
    };
    SparseDeliveryPage: {
      /** @description The deliveries. */
      items: components['schemas']['SparseDeliveryResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    SparseDeliveryResource: {
      /** @description The tries, the oldest first; of more the last 50. */
      attempts?: components['schemas']['AttemptResource'][];
      /**
       * Format: date-time
       * @description When it was put into the queue.
       */
      createdAt?: string;
      /** @description The event's id; the receiver sees it as webhook-id, at each try the same. */
      eventId?: string;
      /**
       * @description Why it has failed.
       * @enum {string|null}
       */
      failedReason?: 'tries-used-up' | 'not-permitted' | null;
      /**
       * Format: uuid
       * @description Its id.
       */
      id?: string;
      /**
       * Format: date-time
       * @description When the next try is; null when none waits, or while it is under way.
       */
      nextAttemptAt?: string | null;
      /** @description What the event is about, such as incident/<id>. */
      resource?: string | null;
      /**
       * Format: date-time
       * @description When it was delivered or given up.
       */
      settledAt?: string | null;
      /**
       * @description How far it is.
       * @enum {string}
       */
      state?: 'pending' | 'delivered' | 'failed';
      /** @description The event's type. */
      type?: string;
    };
    SparseFoundDto: {
      /**
       * Format: date-time
       * @description When it began.
       */
      at?: string;
      /**
       * @description By what it was found: it is called so, or the words are in title or text.
       * @enum {string}
       */
      foundBy?: 'name' | 'title' | 'text';
      /**
       * @description Where it is read.
       * @example /v1/incidents/018f4e1a-6c2b-7d3e-8f90-123456789abc
       */
      href?: string;
      /**
       * Format: uuid
       * @description Its id.
       */
      id?: string;
      /**
       * @description The number that people say.
       * @example INC0000042
       */
      number?: string | null;
      /** @description Whether it is not over. */
      open?: boolean;
      /** @description The part of its text in which the words are; plain text, no markup. */
      snippet?: string;
      /** @description Where it is in its life cycle; of a configuration item its stage. */
      state?: string;
      /** @description Its title; of a configuration item its name. */
      title?: string;
      /**
       * @description What it is.
       * @enum {string}
       */
      type?: 'incident' | 'change' | 'ci' | 'alert';
    };
    SparseFoundPage: {
      /** @description This page, best first. */
      items: components['schemas']['SparseFoundDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    SparseHistoryEntry: {
      /**
       * @description What was done.
       * @example approve
       */
      action?: string;
      /** @description Who did it. */
      actor?: string;
      /** @description What is different since. */
      after?: {
        [key: string]: unknown;
      };
      /**
       * Format: date-time
       * @description When it was done.
       */
      at?: string;
      /** @description What was different before. */
      before?: {
        [key: string]: unknown;
      };
      /** @description The same for everything that followed from one first signal. */
      correlationId?: string;
      /**
       * Format: uuid
       * @description Its id.
       */
      id?: string;
      /** @description Why. */
      reason?: string | null;
    };
    SparseHistoryPage: {
      /** @description The steps, oldest first. */
      items: components['schemas']['SparseHistoryEntry'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    SparseIncidentPage: {
      /** @description This page. */
      items: components['schemas']['SparseIncidentResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    SparseIncidentResource: {
      /**
       * Format: date-time
       * @description When somebody first took it.
       */
      acknowledgedAt?: string | null;
      /** @description Ids of the items that alert or suffer, the origin first. */
      affectedCis?: string[];
      /** @description How many alerts belong to it. */
      alertCount?: number;
      /** @description What may be done with it now. */
      allowedActions?: string[];
      /** @description The person that has it. */
      assignee?: string | null;
      /** @description The group that has it. */
      assignmentGroup?: string | null;
      /** @description Who reported it. */
      caller?: string | null;
      /**
       * Format: uuid
       * @description The change that caused it, as people have found.
       */
      causedByChangeId?: string | null;
      /**
       * Format: uuid
       * @description The item at fault; of several alerting ones the likely origin.
       */
      ciId?: string | null;
      /** @description Its name. */
      ciName?: string | null;
      /** @description How it ended. */
      closeCode?: string | null;
      /**
       * Format: date-time
       * @description When it was closed or canceled.
       */
      closedAt?: string | null;
      /** @description How it ended, in words. */
      closeNotes?: string | null;
      /**
       * Format: date-time
       * @description When the platform learned of it.
       */
      createdAt?: string;
      /** @description Who opened it. */
      createdBy?: string;
      /** @description What is known, at length. */
      description?: string;
      /**
       * @description What it waits for, while on hold.
       * @enum {string|null}
       */
      holdReason?: 'caller' | 'problem' | 'vendor' | 'change' | null;
      /**
       * Format: uuid
       * @description The id.
       */
      id?: string;
      /** @description 1 high, 2 medium, 3 low: how much is hit. */
      impact?: number;
      /** @description Set once it was proposed as a major incident. */
      major?: components['schemas']['MajorResource'] | null;
      /**
       * @description What people call it.
       * @example INC0000042
       */
      number?: string;
      /**
       * Format: date-time
       * @description Since when it is tracked.
       */
      openedAt?: string;
      /** @description 1 critical to 5 planning, by the priority matrix. */
      priority?: number;
      /**
       * Format: uuid
       * @description The problem behind it.
       */
      problemId?: string | null;
      /** @description How often it went to another group; the first is none. */
      reassignmentCount?: number;
      /** @description How often it was reopened. */
      reopenCount?: number;
      /**
       * Format: date-time
       * @description When it was resolved.
       */
      resolvedAt?: string | null;
      /** @description Whether it is a security incident, which only those see who may; only they may say so. */
      security?: boolean;
      /**
       * @description How it came.
       * @enum {string}
       */
      source?: 'manual' | 'alert' | 'capacity' | 'api';
      /**
       * @description Where it is in its life cycle.
       * @enum {string}
       */
      state?: 'new' | 'in_progress' | 'on_hold' | 'resolved' | 'closed' | 'canceled';
      /**
       * @description What is wrong, in one line.
       * @example Checkout is slow
       */
      title?: string;
      /**
       * Format: date-time
       * @description When it last changed here.
       */
      updatedAt?: string;
      /** @description 1 high, 2 medium, 3 low: how soon it must end. */
      urgency?: number;
      /** @description Rises by one with each fact; the ETag. */
      version?: number;
    };
    SparseNotePage: {
      /** @description This page, oldest first. */
      items: components['schemas']['SparseNoteResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    SparseNoteResource: {
      /**
       * Format: date-time
       * @description When it was written.
       */
      at?: string;
      /** @description Who wrote it. */
      author?: string;
      /**
       * Format: uuid
       * @description The id.
       */
      id?: string;
      /**
       * @description work for those who work on it, public for the caller too.
       * @enum {string}
       */
      kind?: 'work' | 'public';
      /** @description The note. */
      text?: string;
    };
    SparseRelationshipList: {
      /** @description One page. */
      items: components['schemas']['SparseRelationshipResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    SparseRelationshipResource: {
      /** @description Free attributes. `quorum` of a redundant type (Cluster of, Members): how many of the children the parent needs. */
      attributes?: {
        [key: string]: unknown;
      };
      /**
       * Format: uuid
       * @description Configuration item at the child end.
       */
      childId?: string;
      /**
       * Format: date-time
       * @description When it was recorded.
       */
      createdAt?: string;
      /** @description Who recorded it. */
      createdBy?: string;
      /**
       * Format: uuid
       * @description Id of the relationship.
       */
      id?: string;
      /**
       * Format: uuid
       * @description Configuration item at the parent end.
       */
      parentId?: string;
      /** @description Who reported it first. */
      source?: string;
      /**
       * @description How the parent is related to the child.
       * @enum {string}
       */
      type?:
        | 'Depends on'
        | 'Runs on'
        | 'Hosted on'
        | 'Contains'
        | 'Connects to'
        | 'Cluster of'
        | 'Members'
        | 'Virtualized by'
        | 'Provides'
        | 'Protected by'
        | 'Replicates to'
        | 'Managed by';
      /**
       * Format: date-time
       * @description When it last changed.
       */
      updatedAt?: string;
      /** @description Rises by one with each event of it; its ETag. */
      version?: number;
    };
    SparseResourceDto: {
      /** @description The most that there can be, where that is known: 100 for a percentage. */
      capacity?: number | null;
      /**
       * Format: uuid
       * @description The configuration item; null while it is not known.
       */
      ciId?: string | null;
      /** @description The configuration item's name. */
      ciName?: string | null;
      /**
       * Format: date-time
       * @description When its first point came.
       */
      createdAt?: string;
      /** @description Who sent its first point. */
      createdBy?: string;
      /**
       * Format: uuid
       * @description Id.
       */
      id?: string;
      /** @description Labels. */
      labels?: {
        [key: string]: string;
      };
      /**
       * Format: date-time
       * @description Time of the newest value.
       */
      lastAt?: string | null;
      /** @description The newest value. */
      lastValue?: number | null;
      /**
       * @description Metric.
       * @example disk.used
       */
      metric?: string;
      /**
       * @description Unit; empty where the sender gave none.
       * @example %
       */
      unit?: string;
      /** @description How the sender names the configuration item, while it is not known: id, name, or source and external id. */
      unresolvedCi?: string | null;
      /**
       * Format: date-time
       * @description When its newest point came.
       */
      updatedAt?: string;
      /** @description Counts the resource's events; new points don't change it. */
      version?: number;
    };
    SparseResourcePageDto: {
      /** @description The resources. */
      items: components['schemas']['SparseResourceDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    SparseThresholdDto: {
      /**
       * @description Which side is a breach.
       * @enum {string}
       */
      comparator?: '>' | '<';
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt?: string;
      /** @description Who made it. */
      createdBy?: string;
      /**
       * @description For how many minutes, by the points' own times, a value must stay beyond before it is a breach.
       * @default 0
       */
      forMinutes?: number;
      /**
       * Format: uuid
       * @description Id.
       */
      id?: string;
      /**
       * @description The metric that it is about.
       * @example disk.used
       */
      metric?: string;
      /** @description How many days ahead a breach is foreseen; null foresees none. */
      predictDays?: number | null;
      /** @description Which resources; every part that is given must hold. Empty: all with the metric. */
      selector?: components['schemas']['SelectedDto'];
      /**
       * @description How severe a breach is.
       * @enum {string}
       */
      severity?: 'critical' | 'error' | 'warning' | 'info';
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updatedAt?: string;
      /** @description The value that is not to be crossed. */
      value?: number;
      /** @description Version, which is the ETag. */
      version?: number;
    };
    SparseThresholdPageDto: {
      /** @description The thresholds. */
      items: components['schemas']['SparseThresholdDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    SparseTimelineEntryDto: {
      /** @description Who did it or saw it. */
      actor?: string;
      /**
       * Format: date-time
       * @description When it happened.
       */
      at?: string;
      /** @description The same for machines. */
      data?: {
        [key: string]: unknown;
      };
      /**
       * @description What it is about.
       * @enum {string}
       */
      kind?:
        'state' | 'assignment' | 'priority' | 'edit' | 'major' | 'alert' | 'note' | 'suspects' | 'change' | 'capacity';
      /** @description What happened, in words. */
      summary?: string;
    };
    SparseTimelinePage: {
      /** @description This page, oldest first. */
      items: components['schemas']['SparseTimelineEntryDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    SparseWebhookPage: {
      /** @description The webhooks. */
      items: components['schemas']['SparseWebhookResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    SparseWebhookResource: {
      /** @description What can be done with it now. */
      allowedActions?: string[];
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt?: string;
      /** @description Who made it. */
      createdBy?: string;
      /** @description Why it is disabled, in words; null while it is not. */
      disabledDetail?: string | null;
      /**
       * @description Why it is disabled; null for a reason that is none of these, which disabledDetail tells.
       * @enum {string|null}
       */
      disabledReason?: 'by-request' | 'gone' | 'failing' | null;
      /**
       * Format: date-time
       * @description Since when the receiver has taken nothing; null when it does.
       */
      failingSince?: string | null;
      /** @description Which events it gets. */
      filter?: components['schemas']['WebhookFilterDto'];
      /**
       * Format: uuid
       * @description Its id.
       */
      id?: string;
      /**
       * @description What it is for.
       * @example Chat of the operators
       */
      name?: string;
      /** @description Who saved it last. It gets what they might see then, as far as they still may. */
      owner?: string;
      /** @description What the owner was permitted then. It gets no more, and less once they are permitted less. */
      permissions?: string[];
      /** @description Those that sign, the newest first. */
      secrets?: components['schemas']['WebhookSecretResource'][];
      /**
       * @description Whether events go out.
       * @enum {string}
       */
      state?: 'enabled' | 'disabled';
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updatedAt?: string;
      /**
       * @description Where events are sent by POST. https or http, on the public internet at port 443 or 80 unless those who run the platform allow more.
       * @example https://example.com/hooks/itops
       */
      url?: string;
      /** @description Goes up by one with every change; the ETag. */
      version?: number;
    };
    SuppressorResource: {
      /** @description Its id. */
      id: string;
      /**
       * @description What suppresses it.
       * @enum {string}
       */
      kind: 'change' | 'window' | 'silence';
    };
    SuspectDto: {
      /**
       * Format: uuid
       * @description The change.
       */
      changeId: string;
      /** @description Its number. */
      changeNumber: string;
      /** @description From the changed item to an alerting one. */
      path: components['schemas']['PathStepDto'][];
      /** @description Heaviest first. */
      reasons: components['schemas']['SuspectReasonDto'][];
      /** @description The sum of the reasons: how likely it caused the fault. */
      score: number;
      /** @description Its title. */
      title: string;
    };
    SuspectReasonDto: {
      /**
       * @description The kind of evidence.
       * @enum {string}
       */
      kind: 'distance' | 'time' | 'type' | 'history' | 'signal';
      /** @description The evidence, in words. */
      text: string;
      /** @description What it adds to the score. */
      weight: number;
    };
    SuspectsDto: {
      /**
       * Format: date-time
       * @description When they were looked for; null when nothing could be suspected.
       */
      computedAt: string | null;
      /** @description Likeliest first. */
      items: components['schemas']['SuspectDto'][];
    };
    ThresholdDto: {
      /**
       * @description Which side is a breach.
       * @enum {string}
       */
      comparator: '>' | '<';
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: string;
      /** @description Who made it. */
      createdBy: string;
      /**
       * @description For how many minutes, by the points' own times, a value must stay beyond before it is a breach.
       * @default 0
       */
      forMinutes: number;
      /**
       * Format: uuid
       * @description Id.
       */
      id: string;
      /**
       * @description The metric that it is about.
       * @example disk.used
       */
      metric: string;
      /** @description How many days ahead a breach is foreseen; null foresees none. */
      predictDays: number | null;
      /** @description Which resources; every part that is given must hold. Empty: all with the metric. */
      selector: components['schemas']['SelectedDto'];
      /**
       * @description How severe a breach is.
       * @enum {string}
       */
      severity: 'critical' | 'error' | 'warning' | 'info';
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updatedAt: string;
      /** @description The value that is not to be crossed. */
      value: number;
      /** @description Version, which is the ETag. */
      version: number;
    };
    ThresholdPageDto: {
      /** @description The thresholds. */
      items: components['schemas']['ThresholdDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    TimelineEntryDto: {
      /** @description Who did it or saw it. */
      actor: string;
      /**
       * Format: date-time
       * @description When it happened.
       */
      at: string;
      /** @description The same for machines. */
      data: {
        [key: string]: unknown;
      };
      /**
       * @description What it is about.
       * @enum {string}
       */
      kind:
        'state' | 'assignment' | 'priority' | 'edit' | 'major' | 'alert' | 'note' | 'suspects' | 'change' | 'capacity';
      /** @description What happened, in words. */
      summary: string;
    };
    TimelinePage: {
      /** @description This page, oldest first. */
      items: components['schemas']['TimelineEntryDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    TrainedOnDto: {
      /**
       * Format: date-time
       * @description First point.
       */
      from: string;
      /** @description Number of points, evenly spaced. */
      points: number;
      /**
       * Format: date-time
       * @description Last point; the forecast begins after it.
       */
      to: string;
    };
    UpdateCiInput: {
      /** @description A merge patch (RFC 7396): what is named is set, null removes, what is not named stays. */
      attributes?: {
        [key: string]: unknown;
      };
      /** @description 1 most critical to 4 least. */
      criticality?: number;
      /** @description What people call it. */
      name?: string;
      /** @description Group that answers for it; null clears it. */
      ownerGroup?: string | null;
      /**
       * @description Stage in its life cycle.
       * @enum {string}
       */
      stage?: 'design' | 'build' | 'operate' | 'retired';
    };
    UpdateRelationshipInput: {
      /** @description A merge patch (RFC 7396). Free attributes. `quorum` of a redundant type (Cluster of, Members): how many of the children the parent needs. */
      attributes: {
        [key: string]: unknown;
      };
    };
    UpdateThresholdDto: {
      /**
       * @description Which side is a breach.
       * @enum {string}
       */
      comparator?: '>' | '<';
      /**
       * @description For how many minutes, by the points' own times, a value must stay beyond before it is a breach.
       * @default 0
       */
      forMinutes?: number;
      /**
       * @description The metric that it is about.
       * @example disk.used
       */
      metric?: string;
      /** @description How many days ahead a breach is foreseen; null foresees none. */
      predictDays?: number | null;
      /** @description Which resources; what is named in it is changed, the rest stays. */
      selector?: components['schemas']['SelectorPatchDto'];
      /**
       * @description How severe a breach is.
       * @enum {string}
       */
      severity?: 'critical' | 'error' | 'warning' | 'info';
      /** @description The value that is not to be crossed. */
      value?: number;
    };
    WebhookFilterDto: {
      /**
       * Format: uuid
       * @description Only events about this configuration item.
       */
      ci?: string;
      /** @description Only events of what has one of these priorities. */
      priorities?: (1 | 2 | 3 | 4 | 5)[];
      /** @description Only events of this kind of resource, or of one resource: incident, or incident/<id>. */
      resource?: string;
      /**
       * @description Only events of these types; a star at the end takes all that begin so.
       * @example [
       *       "itops.incident.*",
       *       "itops.change.started.v1"
       *     ]
       */
      types?: string[];
    };
    WebhookFilterEditDto: {
      /**
       * Format: uuid
       * @description Only events about this configuration item.
       */
      ci?: string | null;
      /** @description Only events of what has one of these priorities. */
      priorities?: (1 | 2 | 3 | 4 | 5)[] | null;
      /** @description Only events of this kind of resource, or of one resource: incident, or incident/<id>. */
      resource?: string | null;
      /**
       * @description Only events of these types; a star at the end takes all that begin so.
       * @example [
       *       "itops.incident.*",
       *       "itops.change.started.v1"
       *     ]
       */
      types?: string[] | null;
    };
    WebhookPage: {
      /** @description The webhooks. */
      items: components['schemas']['WebhookResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      nextCursor: string | null;
    };
    WebhookResource: {
      /** @description What can be done with it now. */
      allowedActions: string[];
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: string;
      /** @description Who made it. */
      createdBy: string;
      /** @description Why it is disabled, in words; null while it is not. */
      disabledDetail: string | null;
      /**
       * @description Why it is disabled; null for a reason that is none of these, which disabledDetail tells.
       * @enum {string|null}
       */
      disabledReason: 'by-request' | 'gone' | 'failing' | null;
      /**
       * Format: date-time
       * @description Since when the receiver has taken nothing; null when it does.
       */
      failingSince: string | null;
      /** @description Which events it gets. */
      filter: components['schemas']['WebhookFilterDto'];
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /**
       * @description What it is for.
       * @example Chat of the operators
       */
      name: string;
      /** @description Who saved it last. It gets what they might see then, as far as they still may. */
      owner: string;
      /** @description What the owner was permitted then. It gets no more, and less once they are permitted less. */
      permissions: string[];
      /** @description Those that sign, the newest first. */
      secrets: components['schemas']['WebhookSecretResource'][];
      /**
       * @description Whether events go out.
       * @enum {string}
       */
      state: 'enabled' | 'disabled';
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updatedAt: string;
      /**
       * @description Where events are sent by POST. https or http, on the public internet at port 443 or 80 unless those who run the platform allow more.
       * @example https://example.com/hooks/itops
       */
      url: string;
      /** @description Goes up by one with every change; the ETag. */
      version: number;
    };
    WebhookSecretResource: {
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description Until then it signs beside the newest; null for the newest.
       */
      expiresAt: string | null;
    };
  };
  responses: {
    /** @description `/problems/bad-request`: The request could not be read: its path is not well formed, or its body is no valid JSON. `/problems/invalid-input`: The request could be read, but something in it breaks a rule. Nothing was changed. */
    BadRequestOrInvalidInput: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          type?: '/problems/bad-request' | '/problems/invalid-input';
        };
      };
    };
    /** @description `/problems/conflict`: Two truths can not both hold: there is such a thing already, or somebody else has just changed it. `/problems/illegal-transition`: The action exists, but not in the state that the resource is in. */
    ConflictOrIllegalTransition: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          type?: '/problems/conflict' | '/problems/illegal-transition';
        };
      };
    };
    /** @description `/problems/conflict`: Two truths can not both hold: there is such a thing already, or somebody else has just changed it. `/problems/illegal-transition`: The action exists, but not in the state that the resource is in. `/problems/idempotency-key-in-use`: The same request is being carried out already, and its answer did not come in time to be given here too. */
    ConflictOrIllegalTransitionOrIdempotencyKeyInUse: {
      headers: {
        /** @description Seconds to wait before the request is repeated. */
        'Retry-After'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          type?: '/problems/conflict' | '/problems/illegal-transition' | '/problems/idempotency-key-in-use';
        };
      };
    };
    /** @description `/problems/forbidden`: It is known who asks, but this is not theirs to do. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          type?: '/problems/forbidden';
        };
      };
    };
    /** @description `/problems/headers-too-large`: All headers together may have at most 16 KiB. */
    HeadersTooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          type?: '/problems/headers-too-large';
        };
      };
    };
    /** @description `/problems/idempotency-key-in-use`: The same request is being carried out already, and its answer did not come in time to be given here too. */
    IdempotencyKeyInUse: {
      headers: {
        /** @description Seconds to wait before the request is repeated. */
        'Retry-After'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          type?: '/problems/idempotency-key-in-use';
        };
      };
    };
    /** @description `/problems/idempotency-key-reused`: The Idempotency-Key was sent before, by the same caller to the same path, with another body. Nothing was changed. */
    IdempotencyKeyReused: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          type?: '/problems/idempotency-key-reused';
        };
      };
    };
    /** @description `/problems/internal`: An error that nobody expected. It has been logged. */
    Internal: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          type?: '/problems/internal';
        };
      };
    };
    /** @description `/problems/internal`: An error that nobody expected. It has been logged. `/problems/outcome-unknown`: The database went away in the moment of the commit: the change was made as a whole, or not at all. */
    InternalOrOutcomeUnknown: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          type?: '/problems/internal' | '/problems/outcome-unknown';
        };
      };
    };
    /** @description `/problems/not-found`: There is nothing with this id or number. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          type?: '/problems/not-found';
        };
      };
    };
    /** @description `/problems/rate-limited`: More was asked for than this caller, or this address, may ask for in such a time. Nothing was done. The header RateLimit says what is left, RateLimit-Policy how much there is. */
    RateLimited: {
      headers: {
        /** @description Seconds to wait before the request is repeated. */
        'Retry-After'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          type?: '/problems/rate-limited';
        };
      };
    };
    /** @description `/problems/request-timeout`: The whole request did not arrive in time. */
    RequestTimeout: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          type?: '/problems/request-timeout';
        };
      };
    };
    /** @description `/problems/stale-version`: If-Match names a version that is no longer the current one. Nothing was changed. */
    StaleVersion: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          type?: '/problems/stale-version';
        };
      };
    };
    /** @description `/problems/too-large`: A body may have at most 1 MiB, and what is one event of it somewhat less. */
    TooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          type?: '/problems/too-large';
        };
      };
    };
    /** @description `/problems/unauthenticated`: The request showed no key and no token, or one that is not known here, has expired or was revoked: the detail and WWW-Authenticate say which. */
    Unauthenticated: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          type?: '/problems/unauthenticated';
        };
      };
    };
    /** @description `/problems/unavailable`: A dependency is away: a service, its database, or the event log. `/problems/busy`: More was asked at the same time than can be done. Nothing is away, and nothing was changed. `/problems/misconfigured`: Something that the platform runs on refuses to do it: a topic or a right is missing. */
    UnavailableOrBusyOrMisconfigured: {
      headers: {
        /** @description Seconds to wait before the request is repeated. */
        'Retry-After'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          type?: '/problems/unavailable' | '/problems/busy' | '/problems/misconfigured';
        };
      };
    };
    /** @description `/problems/unsupported-media-type`: The body is of a media type that is not read here. */
    UnsupportedMediaType: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          type?: '/problems/unsupported-media-type';
        };
      };
    };
    /** @description `/problems/upstream-timeout`: The service is there but took too long. Whether a change was made is not known. */
    UpstreamTimeout: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          type?: '/problems/upstream-timeout';
        };
      };
    };
    /** @description `/problems/uri-too-long`: The path with its query is longer than is taken. */
    UriTooLong: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          type?: '/problems/uri-too-long';
        };
      };
    };
    /** @description `/problems/version-required`: Whoever changes a resource has to say which version they have read. */
    VersionRequired: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          type?: '/problems/version-required';
        };
      };
    };
  };
  parameters: {
    /**
     * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
     * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
     */
    IdempotencyKey: string;
    /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
    IfNoneMatch: string;
    /**
     * @description The id of the event, the same at each try: remember what you have handled.
     * @example 0198c3a2-7d4e-7b1a-9f52-3c6de81b4a07
     */
    WebhookId: string;
    /**
     * @description Of "<webhook-id>.<webhook-timestamp>.<body>": the version v1 and the base64 of an HMAC-SHA256 under the secret. While secrets are exchanged there are two, divided by a space; one that fits is enough.
     * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
     */
    WebhookSignature: string;
    /**
     * @description When this try was made, in seconds since 1970: refuse old ones.
     * @example 1769851800
     */
    WebhookTimestamp: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listAlerts: {
    parameters: {
      query?: {
        /** @description About this item. */
        ciId?: string[];
        /** @description About this item. ciId!=…: is not. */
        'ciId!'?: string[];
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        cursor?: string;
        /** @description With this key. */
        dedupKey?: string[];
        /** @description With this key. dedupKey!=…: is not. */
        'dedupKey!'?: string[];
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'version'
          | 'dedupKey'
          | 'source'
          | 'summary'
          | 'severity'
          | 'state'
          | 'allowedActions'
          | 'labels'
          | 'annotations'
          | 'links'
          | 'ci'
          | 'ciId'
          | 'ciName'
          | 'incidentId'
          | 'occurrences'
          | 'firstSeenAt'
          | 'startedAt'
          | 'lastSeenAt'
          | 'resolvedAt'
          | 'suppressedBy'
          | 'createdAt'
          | 'updatedAt'
          | 'createdBy'
        )[];
        /** @description First fired at this time. */
        firstSeenAt?: string[];
        /** @description First fired at this time. firstSeenAt!=…: is not. */
        'firstSeenAt!'?: string[];
        /** @description First fired at this time. firstSeenAt<=…: at most. */
        'firstSeenAt<'?: string;
        /** @description First fired at this time. firstSeenAt>=…: at least. */
        'firstSeenAt>'?: string;
        /** @description Of one of these incidents. */
        incidentId?: string[];
        /** @description Last reported at this time. */
        lastSeenAt?: string[];
        /** @description Last reported at this time. lastSeenAt!=…: is not. */
        'lastSeenAt!'?: string[];
        /** @description Last reported at this time. lastSeenAt<=…: at most. */
        'lastSeenAt<'?: string;
        /** @description Last reported at this time. lastSeenAt>=…: at least. */
        'lastSeenAt>'?: string;
        /** @description Most items on a page. */
        limit?: number;
        /** @description Of one of these severities. */
        severity?: ('critical' | 'error' | 'warning' | 'info')[];
        /** @description Of one of these severities. severity!=…: is not. */
        'severity!'?: ('critical' | 'error' | 'warning' | 'info')[];
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: -firstSeenAt. */
        sort?: ('firstSeenAt' | '-firstSeenAt' | 'lastSeenAt' | '-lastSeenAt')[];
        /** @description Reported by this tool. */
        source?: string[];
        /** @description Reported by this tool. source!=…: is not. */
        'source!'?: string[];
        /** @description In one of these states. */
        state?: ('firing' | 'acknowledged' | 'resolved' | 'suppressed')[];
        /** @description In one of these states. state!=…: is not. */
        'state!'?: ('firing' | 'acknowledged' | 'resolved' | 'suppressed')[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AlertPage'] | components['schemas']['SparseAlertPage'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  reportAlerts: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "source": "prometheus",
         *       "summary": "Checkout is slow",
         *       "severity": "critical",
         *       "status": "firing",
         *       "dedupKey": "checkout-slow",
         *       "ci": "ci",
         *       "labels": {
         *         "service": "checkout"
         *       },
         *       "annotations": {},
         *       "startsAt": "2026-01-31T09:30:00.000Z",
         *       "endsAt": "2026-01-31T09:30:00.000Z",
         *       "links": [
         *         {
         *           "href": "https://wiki.example.org/checkout",
         *           "text": "Restarted the second worker."
         *         }
         *       ]
         *     }
         */
        'application/json':
          | {
              annotations?: {
                [key: string]: string;
              };
              ci?:
                | string
                | {
                    externalId: string;
                    source: string;
                  };
              dedupKey?: string;
              /** Format: date-time */
              endsAt?: string;
              labels?: {
                [key: string]: string;
              };
              links?: {
                href: string;
                text?: string;
              }[];
              /** @enum {string} */
              severity: 'critical' | 'error' | 'warning' | 'info';
              source: string;
              /** Format: date-time */
              startsAt?: string;
              /** @enum {string} */
              status?: 'firing' | 'resolved';
              summary: string;
            }
          | {
              annotations?: {
                [key: string]: string;
              };
              ci?:
                | string
                | {
                    externalId: string;
                    source: string;
                  };
              dedupKey?: string;
              /** Format: date-time */
              endsAt?: string;
              labels?: {
                [key: string]: string;
              };
              links?: {
                href: string;
                text?: string;
              }[];
              /** @enum {string} */
              severity: 'critical' | 'error' | 'warning' | 'info';
              source: string;
              /** Format: date-time */
              startsAt?: string;
              /** @enum {string} */
              status?: 'firing' | 'resolved';
              summary: string;
            }[];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AlertsTakenDto'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  readAlert: {
    parameters: {
      query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'version'
          | 'dedupKey'
          | 'source'
          | 'summary'
          | 'severity'
          | 'state'
          | 'allowedActions'
          | 'labels'
          | 'annotations'
          | 'links'
          | 'ci'
          | 'ciId'
          | 'ciName'
          | 'incidentId'
          | 'occurrences'
          | 'firstSeenAt'
          | 'startedAt'
          | 'lastSeenAt'
          | 'resolvedAt'
          | 'suppressedBy'
          | 'createdAt'
          | 'updatedAt'
          | 'createdBy'
        )[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AlertResource'] | components['schemas']['SparseAlertResource'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  acknowledgeAlert: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MoveAlertDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AlertResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  resolveAlert: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MoveAlertDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AlertResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  changeAlertsInBulk: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AlertBulkInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AlertBulkAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  listApiKeys: {
    parameters: {
      query?: {
        /** @description Made by this person or key. */
        createdBy?: string[];
        /** @description Made by this person or key. createdBy!=…: is not. */
        'createdBy!'?: string[];
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        cursor?: string;
        /** @description By the time at which it expires. */
        expiresAt?: string[];
        /** @description By the time at which it expires. expiresAt!=…: is not. */
        'expiresAt!'?: string[];
        /** @description By the time at which it expires. expiresAt<=…: at most. */
        'expiresAt<'?: string;
        /** @description By the time at which it expires. expiresAt>=…: at least. */
        'expiresAt>'?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'version'
          | 'name'
          | 'state'
          | 'allowedActions'
          | 'roles'
          | 'groups'
          | 'secrets'
          | 'principals'
          | 'createdBy'
          | 'createdAt'
          | 'updatedAt'
          | 'expiresAt'
          | 'revokedAt'
          | 'lastUsedAt'
        )[];
        /** @description Most items on a page. */
        limit?: number;
        /** @description With this name. */
        name?: string[];
        /** @description With this name. name!=…: is not. */
        'name!'?: string[];
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: -createdAt. */
        sort?: ('createdAt' | '-createdAt' | 'name' | '-name' | 'expiresAt' | '-expiresAt')[];
        /** @description In one of these states. */
        state?: ('active' | 'expired' | 'revoked')[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKeyPageDto'] | components['schemas']['SparseApiKeyPageDto'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  createApiKey: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewApiKeyDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKeyWithSecretDto'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  readApiKey: {
    parameters: {
      query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'version'
          | 'name'
          | 'state'
          | 'allowedActions'
          | 'roles'
          | 'groups'
          | 'secrets'
          | 'principals'
          | 'createdBy'
          | 'createdAt'
          | 'updatedAt'
          | 'expiresAt'
          | 'revokedAt'
          | 'lastUsedAt'
        )[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKeyDto'] | components['schemas']['SparseApiKeyDto'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  revokeApiKey: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read, or * for any. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RevokeApiKeyDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKeyDto'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  rotateApiKey: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read, or * for any. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RotateApiKeyDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKeyWithSecretDto'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  listAuditEntries: {
    parameters: {
      query?: {
        /** @description One of these actions. */
        action?: string[];
        /** @description One of these actions. action!=…: is not. */
        'action!'?: string[];
        /** @description By one of these. */
        actor?: string[];
        /** @description By one of these. actor!=…: is not. */
        'actor!'?: string[];
        /** @description At this time. */
        at?: string[];
        /** @description At this time. at!=…: is not. */
        'at!'?: string[];
        /** @description At this time. at<=…: at most. */
        'at<'?: string;
        /** @description At this time. at>=…: at least. */
        'at>'?: string;
        /** @description Of one of these flows. */
        correlationId?: string[];
        /** @description Of one of these flows. correlationId!=…: is not. */
        'correlationId!'?: string[];
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'service'
          | 'at'
          | 'actor'
          | 'credential'
          | 'action'
          | 'resourceType'
          | 'resourceId'
          | 'outcome'
          | 'attempts'
          | 'reason'
          | 'before'
          | 'after'
          | 'hasContent'
          | 'correlationId'
          | 'causationId'
          | 'requestId'
          | 'chain'
          | 'seq'
          | 'hash'
        )[];
        /** @description One of these rows. */
        id?: string[];
        /** @description One of these rows. id!=…: is not. */
        'id!'?: string[];
        /** @description Most items on a page. */
        limit?: number;
        /** @description Done, or refused. */
        outcome?: ('done' | 'refused')[];
        /** @description Done, or refused. outcome!=…: is not. */
        'outcome!'?: ('done' | 'refused')[];
        /** @description On one of these. */
        resourceId?: string[];
        /** @description On one of these. resourceId!=…: is not. */
        'resourceId!'?: string[];
        /** @description On one of these kinds. */
        resourceType?: string[];
        /** @description On one of these kinds. resourceType!=…: is not. */
        'resourceType!'?: string[];
        /** @description Of one of these services. */
        service?: string[];
        /** @description Of one of these services. service!=…: is not. */
        'service!'?: string[];
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: -at. */
        sort?: ('at' | '-at')[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditPage'] | components['schemas']['SparseAuditPage'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  readAuditEntry: {
    parameters: {
      query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'service'
          | 'at'
          | 'actor'
          | 'credential'
          | 'action'
          | 'resourceType'
          | 'resourceId'
          | 'outcome'
          | 'attempts'
          | 'reason'
          | 'before'
          | 'after'
          | 'hasContent'
          | 'correlationId'
          | 'causationId'
          | 'requestId'
          | 'chain'
          | 'seq'
          | 'hash'
        )[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditEntry'] | components['schemas']['SparseAuditEntry'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  eraseFromAudit: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OrderErasureDto'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderedErasure'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  exportAudit: {
    parameters: {
      query?: {
        /** @description From the first row at this time or later. */
        from?: string;
        /** @description Of this service alone. */
        service?: string;
        /** @description To the last row at this time or earlier. */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A JSON value on each line. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /** @example  */
          'application/x-ndjson': string;
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  listBreaches: {
    parameters: {
      query?: {
        /** @description On this configuration item. */
        ciId?: string[];
        /** @description On this configuration item. ciId!=…: is not. */
        'ciId!'?: string[];
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        cursor?: string;
        /** @description Found at this time, by the points' own time. */
        detectedAt?: string[];
        /** @description Found at this time, by the points' own time. detectedAt!=…: is not. */
        'detectedAt!'?: string[];
        /** @description Found at this time, by the points' own time. detectedAt<=…: at most. */
        'detectedAt<'?: string;
        /** @description Found at this time, by the points' own time. detectedAt>=…: at least. */
        'detectedAt>'?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'version'
          | 'resourceId'
          | 'ciId'
          | 'ciName'
          | 'metric'
          | 'unit'
          | 'labels'
          | 'thresholdId'
          | 'comparator'
          | 'thresholdValue'
          | 'severity'
          | 'kind'
          | 'state'
          | 'allowedActions'
          | 'value'
          | 'detectedAt'
          | 'expectedAt'
          | 'earliestAt'
          | 'latestAt'
          | 'model'
          | 'clearedAt'
          | 'createdAt'
          | 'updatedAt'
          | 'createdBy'
        )[];
        /** @description Of one of these kinds. */
        kind?: ('current' | 'predicted')[];
        /** @description Of one of these kinds. kind!=…: is not. */
        'kind!'?: ('current' | 'predicted')[];
        /** @description Most items on a page. */
        limit?: number;
        /** @description Of this resource. */
        resourceId?: string[];
        /** @description Of this resource. resourceId!=…: is not. */
        'resourceId!'?: string[];
        /** @description Of one of these severities. */
        severity?: ('critical' | 'error' | 'warning' | 'info')[];
        /** @description Of one of these severities. severity!=…: is not. */
        'severity!'?: ('critical' | 'error' | 'warning' | 'info')[];
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: -detectedAt. */
        sort?: ('detectedAt' | '-detectedAt')[];
        /** @description In one of these states. */
        state?: ('open' | 'cleared')[];
        /** @description In one of these states. state!=…: is not. */
        'state!'?: ('open' | 'cleared')[];
        /** @description Of this threshold. */
        thresholdId?: string[];
        /** @description Of this threshold. thresholdId!=…: is not. */
        'thresholdId!'?: string[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BreachPageDto'] | components['schemas']['SparseBreachPageDto'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  readBreach: {
    parameters: {
      query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'version'
          | 'resourceId'
          | 'ciId'
          | 'ciName'
          | 'metric'
          | 'unit'
          | 'labels'
          | 'thresholdId'
          | 'comparator'
          | 'thresholdValue'
          | 'severity'
          | 'kind'
          | 'state'
          | 'allowedActions'
          | 'value'
          | 'detectedAt'
          | 'expectedAt'
          | 'earliestAt'
          | 'latestAt'
          | 'model'
          | 'clearedAt'
          | 'createdAt'
          | 'updatedAt'
          | 'createdBy'
        )[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BreachDto'] | components['schemas']['SparseBreachDto'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  listChanges: {
    parameters: {
      query?: {
        /** @description Begun at this time. */
        actualStart?: string[];
        /** @description Begun at this time. actualStart!=…: is not. */
        'actualStart!'?: string[];
        /** @description Begun at this time. actualStart<=…: at most. */
        'actualStart<'?: string;
        /** @description Begun at this time. actualStart>=…: at least. */
        'actualStart>'?: string;
        /** @description Of this person. */
        assignee?: string[];
        /** @description Of this person. assignee!=…: is not. */
        'assignee!'?: string[];
        /** @description Of this group. */
        assignmentGroup?: string[];
        /** @description Of this group. assignmentGroup!=…: is not. */
        'assignmentGroup!'?: string[];
        /** @description Of one of these CIs. */
        ciId?: string[];
        /** @description Entered at this time. */
        createdAt?: string[];
        /** @description Entered at this time. createdAt!=…: is not. */
        'createdAt!'?: string[];
        /** @description Entered at this time. createdAt<=…: at most. */
        'createdAt<'?: string;
        /** @description Entered at this time. createdAt>=…: at least. */
        'createdAt>'?: string;
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        cursor?: string;
        /** @description With this id of the other system's. */
        externalRef?: string[];
        /** @description With this id of the other system's. externalRef!=…: is not. */
        'externalRef!'?: string[];
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'version'
          | 'number'
          | 'title'
          | 'description'
          | 'justification'
          | 'type'
          | 'state'
          | 'allowedActions'
          | 'cis'
          | 'plannedStart'
          | 'plannedEnd'
          | 'actualStart'
          | 'actualEnd'
          | 'implementationPlan'
          | 'backoutPlan'
          | 'testPlan'
          | 'impact'
          | 'assignmentGroup'
          | 'assignee'
          | 'requestedBy'
          | 'closeCode'
          | 'closeNotes'
          | 'review'
          | 'source'
          | 'externalRef'
          | 'failed'
          | 'deployment'
          | 'createdAt'
          | 'createdBy'
          | 'updatedAt'
        )[];
        /** @description Most items on a page. */
        limit?: number;
        /** @description With one of these numbers. */
        number?: string[];
        /** @description With one of these numbers. number!=…: is not. */
        'number!'?: string[];
        /** @description Planned to begin at this time. */
        plannedStart?: string[];
        /** @description Planned to begin at this time. plannedStart!=…: is not. */
        'plannedStart!'?: string[];
        /** @description Planned to begin at this time. plannedStart<=…: at most. */
        'plannedStart<'?: string;
        /** @description Planned to begin at this time. plannedStart>=…: at least. */
        'plannedStart>'?: string;
        /** @description Words in number, title or description. */
        q?: string;
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: -createdAt. */
        sort?: (
          | 'createdAt'
          | '-createdAt'
          | 'updatedAt'
          | '-updatedAt'
          | 'number'
          | '-number'
          | 'plannedStart'
          | '-plannedStart'
          | 'actualStart'
          | '-actualStart'
        )[];
        /** @description From one of these sources. */
        source?: ('manual' | 'deployment' | 'api' | 'capacity')[];
        /** @description From one of these sources. source!=…: is not. */
        'source!'?: ('manual' | 'deployment' | 'api' | 'capacity')[];
        /** @description In one of these states. */
        state?: ('new' | 'assess' | 'authorize' | 'scheduled' | 'implement' | 'review' | 'closed' | 'canceled')[];
        /** @description In one of these states. state!=…: is not. */
        'state!'?: ('new' | 'assess' | 'authorize' | 'scheduled' | 'implement' | 'review' | 'closed' | 'canceled')[];
        /** @description Of one of these types. */
        type?: ('standard' | 'normal' | 'emergency')[];
        /** @description Of one of these types. type!=…: is not. */
        'type!'?: ('standard' | 'normal' | 'emergency')[];
        /** @description Last changed at this time. */
        updatedAt?: string[];
        /** @description Last changed at this time. updatedAt!=…: is not. */
        'updatedAt!'?: string[];
        /** @description Last changed at this time. updatedAt<=…: at most. */
        'updatedAt<'?: string;
        /** @description Last changed at this time. updatedAt>=…: at least. */
        'updatedAt>'?: string;
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangePage'] | components['schemas']['SparseChangePage'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  openChange: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenChangeDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangeResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  readChange: {
    parameters: {
      query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'version'
          | 'number'
          | 'title'
          | 'description'
          | 'justification'
          | 'type'
          | 'state'
          | 'allowedActions'
          | 'cis'
          | 'plannedStart'
          | 'plannedEnd'
          | 'actualStart'
          | 'actualEnd'
          | 'implementationPlan'
          | 'backoutPlan'
          | 'testPlan'
          | 'impact'
          | 'assignmentGroup'
          | 'assignee'
          | 'requestedBy'
          | 'closeCode'
          | 'closeNotes'
          | 'review'
          | 'source'
          | 'externalRef'
          | 'failed'
          | 'deployment'
          | 'createdAt'
          | 'createdBy'
          | 'updatedAt'
        )[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangeResource'] | components['schemas']['SparseChangeResource'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  updateChange: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EditChangeDto'];
        'application/merge-patch+json': components['schemas']['EditChangeDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangeResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransition'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  approveChange: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePlainActionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangeResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  backOutChange: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BackOutDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangeResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  cancelChange: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangeResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  closeChange: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangeResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  completeChange: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePlainActionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangeResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  failChange: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangeResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  rejectChange: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangeResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  requestChangeApproval: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePlainActionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangeResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  reviewChange: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReviewDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangeResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  scheduleChange: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ScheduleDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangeResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  startChange: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePlainActionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangeResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  listChangeHistory: {
    parameters: {
      query?: {
        /** @description Done at this time. */
        at?: string[];
        /** @description Done at this time. at!=…: is not. */
        'at!'?: string[];
        /** @description Done at this time. at<=…: at most. */
        'at<'?: string;
        /** @description Done at this time. at>=…: at least. */
        'at>'?: string;
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: ('id' | 'at' | 'actor' | 'action' | 'before' | 'after' | 'reason' | 'correlationId')[];
        /** @description Most items on a page. */
        limit?: number;
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: at. */
        sort?: ('at' | '-at')[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HistoryPage'] | components['schemas']['SparseHistoryPage'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  listCiClasses: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CiClassList'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  readCiClass: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The name of the resource. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CiClassResource'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  listCis: {
    parameters: {
      query?: {
        /** @description Of one of these classes or of their subclasses. */
        class?: string[];
        /** @description Recorded at this time. */
        createdAt?: string[];
        /** @description Recorded at this time. createdAt!=…: is not. */
        'createdAt!'?: string[];
        /** @description Recorded at this time. createdAt<=…: at most. */
        'createdAt<'?: string;
        /** @description Recorded at this time. createdAt>=…: at least. */
        'createdAt>'?: string;
        /** @description With one of these criticalities. */
        criticality?: number[];
        /** @description With one of these criticalities. criticality!=…: is not. */
        'criticality!'?: number[];
        /** @description With one of these criticalities. criticality<=…: at most. */
        'criticality<'?: number;
        /** @description With one of these criticalities. criticality>=…: at least. */
        'criticality>'?: number;
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        cursor?: string;
        /** @description With one of these ids of a source's own; with source, of that source's. */
        externalId?: string[];
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'version'
          | 'class'
          | 'name'
          | 'attributes'
          | 'externalIds'
          | 'stage'
          | 'operationalStatus'
          | 'ownerGroup'
          | 'criticality'
          | 'sources'
          | 'firstSeenAt'
          | 'lastSeenAt'
          | 'createdAt'
          | 'updatedAt'
          | 'createdBy'
          | 'allowedActions'
        )[];
        /** @description Most items on a page. */
        limit?: number;
        /** @description With exactly this name. */
        name?: string[];
        /** @description With exactly this name. name!=…: is not. */
        'name!'?: string[];
        /** @description With one of these operational statuses. */
        operationalStatus?: ('operational' | 'degraded' | 'non_operational' | 'maintenance' | 'retired')[];
        /** @description With one of these operational statuses. operationalStatus!=…: is not. */
        'operationalStatus!'?: ('operational' | 'degraded' | 'non_operational' | 'maintenance' | 'retired')[];
        /** @description Of this group. */
        ownerGroup?: string[];
        /** @description Of this group. ownerGroup!=…: is not. */
        'ownerGroup!'?: string[];
        /** @description Whose name begins so; case does not matter. */
        q?: string;
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: createdAt. */
        sort?: (
          'createdAt' | '-createdAt' | 'updatedAt' | '-updatedAt' | 'name' | '-name' | 'criticality' | '-criticality'
        )[];
        /** @description Known by one of these sources. */
        source?: string[];
        /** @description In one of these stages. */
        stage?: ('design' | 'build' | 'operate' | 'retired')[];
        /** @description In one of these stages. stage!=…: is not. */
        'stage!'?: ('design' | 'build' | 'operate' | 'retired')[];
        /** @description Last changed at this time. */
        updatedAt?: string[];
        /** @description Last changed at this time. updatedAt!=…: is not. */
        'updatedAt!'?: string[];
        /** @description Last changed at this time. updatedAt<=…: at most. */
        'updatedAt<'?: string;
        /** @description Last changed at this time. updatedAt>=…: at least. */
        'updatedAt>'?: string;
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CiList'] | components['schemas']['SparseCiList'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  createCi: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateCiInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CiResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  readCi: {
    parameters: {
      query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'version'
          | 'class'
          | 'name'
          | 'attributes'
          | 'externalIds'
          | 'stage'
          | 'operationalStatus'
          | 'ownerGroup'
          | 'criticality'
          | 'sources'
          | 'firstSeenAt'
          | 'lastSeenAt'
          | 'createdAt'
          | 'updatedAt'
          | 'createdBy'
          | 'allowedActions'
        )[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CiResource'] | components['schemas']['SparseCiResource'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  updateCi: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that was read, or * for any. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateCiInput'];
        'application/merge-patch+json': components['schemas']['UpdateCiInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CiResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransition'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  moveCiStage: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read, or * for any. */
        'If-Match': string;
      };
      path: {
        /** @description What is done. */
        action: 'redesign' | 'build' | 'operate' | 'retire' | 'reinstate';
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['MoveCiStageInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CiResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  listCiHistory: {
    parameters: {
      query?: {
        /** @description Done at this time. */
        at?: string[];
        /** @description Done at this time. at!=…: is not. */
        'at!'?: string[];
        /** @description Done at this time. at<=…: at most. */
        'at<'?: string;
        /** @description Done at this time. at>=…: at least. */
        'at>'?: string;
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: ('id' | 'at' | 'actor' | 'action' | 'reason' | 'before' | 'after')[];
        /** @description Most items on a page. */
        limit?: number;
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: -at. */
        sort?: ('at' | '-at')[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CiHistory'] | components['schemas']['SparseCiHistory'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  readCiImpact: {
    parameters: {
      query?: {
        /** @description Most hops. */
        depth?: number;
        /** @description affected: what suffers when this item fails; dependencies: what it needs. affected when left out. */
        direction?: 'affected' | 'dependencies';
        /** @description Most items. */
        limit?: number;
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Impact'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  changeCisInBulk: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CiBulkInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CiBulkAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  readDeadLetterTask: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /** @example {} */
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  listDeadLetters: {
    parameters: {
      query?: {
        /** @description Of the aggregate with this id. */
        aggregate?: string[];
        /** @description Of the aggregate with this id. aggregate!=…: is not. */
        'aggregate!'?: string[];
        /** @description Of this consumer, such as incident-svc.alerts. */
        consumer?: string[];
        /** @description Of this consumer, such as incident-svc.alerts. consumer!=…: is not. */
        'consumer!'?: string[];
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'service'
          | 'consumer'
          | 'topic'
          | 'partition'
          | 'offset'
          | 'key'
          | 'eventId'
          | 'type'
          | 'aggregateType'
          | 'aggregateId'
          | 'aggregateVersion'
          | 'reasonKind'
          | 'reason'
          | 'fingerprint'
          | 'frame'
          | 'headers'
          | 'payload'
          | 'payloadEncoding'
          | 'attempts'
          | 'firstAt'
          | 'lastAt'
          | 'status'
          | 'allowedActions'
          | 'settledAt'
          | 'settledBy'
          | 'discardReason'
        )[];
        /** @description Failures with the same cause. */
        fingerprint?: string[];
        /** @description Failures with the same cause. fingerprint!=…: is not. */
        'fingerprint!'?: string[];
        /** @description First put aside at this time. */
        firstAt?: string[];
        /** @description First put aside at this time. firstAt!=…: is not. */
        'firstAt!'?: string[];
        /** @description First put aside at this time. firstAt<=…: at most. */
        'firstAt<'?: string;
        /** @description First put aside at this time. firstAt>=…: at least. */
        'firstAt>'?: string;
        /** @description Most items on a page. */
        limit?: number;
        /** @description Put aside for this reason, such as invalid-data. */
        reasonKind?: string[];
        /** @description Put aside for this reason, such as invalid-data. reasonKind!=…: is not. */
        'reasonKind!'?: string[];
        /** @description Of one of these services. */
        service?: ('cmdb-svc' | 'incident-svc' | 'change-svc' | 'capacity-svc' | 'gateway')[];
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: -firstAt. */
        sort?: ('firstAt' | '-firstAt')[];
        /** @description In this status. */
        status?: ('parked' | 'redriven' | 'discarded')[];
        /** @description In this status. status!=…: is not. */
        'status!'?: ('parked' | 'redriven' | 'discarded')[];
        /** @description From this topic. */
        topic?: string[];
        /** @description From this topic. topic!=…: is not. */
        'topic!'?: string[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadLettersPage'] | components['schemas']['SparseDeadLettersPage'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  readDeadLetter: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The letter. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /** @example {} */
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  discardDeadLetter: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DiscardLetter'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettledLetter'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  redriveDeadLetter: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettledLetter'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['IdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  discardDeadLetters: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DiscardLetters'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /** @example {} */
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      /** @description It goes on in the background, also after a restart. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /** @example {} */
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  listDeadLetterGroups: {
    parameters: {
      query?: {
        /** @description Only of the aggregate with this id. */
        aggregate?: string;
        /** @description Only of this consumer, such as incident-svc.alerts. */
        consumer?: string;
        /** @description Only failures with the same cause. */
        fingerprint?: string;
        /** @description Only put aside for this reason, such as invalid-data. */
        reasonKind?: string;
        /** @description Only of these services, divided by commas. */
        service?: ('cmdb-svc' | 'incident-svc' | 'change-svc' | 'capacity-svc' | 'gateway')[];
        /** @description Only in this status. */
        status?: 'parked' | 'redriven' | 'discarded';
        /** @description Only from this topic. */
        topic?: string;
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadLetterGroupsPage'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  redriveDeadLetters: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RedriveLetters'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /** @example {} */
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      /** @description It goes on in the background, also after a restart. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /** @example {} */
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  reportDeployments: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "source": "prometheus",
         *       "externalRef": "run-42",
         *       "ci": "ci",
         *       "status": "started",
         *       "at": "2026-01-31T09:30:00.000Z",
         *       "title": "Checkout is slow",
         *       "revision": "4f2c9e1",
         *       "url": "https://ci.example.org/runs/42",
         *       "actor": "dana",
         *       "environment": "production"
         *     }
         */
        'application/json':
          | {
              actor?: string;
              /** Format: date-time */
              at: string;
              ci:
                | string
                | {
                    externalId: string;
                    source: string;
                  };
              environment?: string;
              externalRef: string;
              revision?: string;
              source: string;
              /** @enum {string} */
              status: 'started' | 'succeeded' | 'failed' | 'rolled_back';
              title?: string;
              url?: string;
            }
          | {
              actor?: string;
              /** Format: date-time */
              at: string;
              ci:
                | string
                | {
                    externalId: string;
                    source: string;
                  };
              environment?: string;
              externalRef: string;
              revision?: string;
              source: string;
              /** @enum {string} */
              status: 'started' | 'succeeded' | 'failed' | 'rolled_back';
              title?: string;
              url?: string;
            }[];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeploymentsTakenDto'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  reportDiscovery: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description respond-async: answer as soon as the report is durable. */
        Prefer?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "source": "prometheus",
         *       "items": [
         *         {
         *           "class": "virtual_machine",
         *           "externalId": "i-0a1b2c3d",
         *           "name": "shop-web-1",
         *           "attributes": {
         *             "environment": "production"
         *           },
         *           "stage": "design"
         *         }
         *       ],
         *       "relationships": [
         *         {
         *           "type": "Depends on",
         *           "parent": {
         *             "externalId": "i-0a1b2c3d"
         *           },
         *           "child": {
         *             "externalId": "i-0a1b2c3d"
         *           },
         *           "attributes": {
         *             "environment": "production"
         *           }
         *         }
         *       ],
         *       "full": false
         *     }
         */
        'application/json': {
          full?: boolean;
          items: {
            attributes?: {
              [key: string]: unknown;
            };
            class: string;
            externalId: string;
            name: string;
            /** @enum {string} */
            stage?: 'design' | 'build' | 'operate' | 'retired';
          }[];
          relationships?: {
            attributes?: {
              [key: string]: unknown;
            };
            child: {
              externalId: string;
            };
            parent: {
              externalId: string;
            };
            /** @enum {string} */
            type:
              | 'Depends on'
              | 'Runs on'
              | 'Hosted on'
              | 'Contains'
              | 'Connects to'
              | 'Cluster of'
              | 'Members'
              | 'Virtualized by'
              | 'Provides'
              | 'Protected by'
              | 'Replicates to'
              | 'Managed by';
          }[];
          source: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DiscoveryAnswer'];
        };
      };
      /** @description With 'Prefer: respond-async'. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DiscoveryTakenDto'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  listIncidents: {
    parameters: {
      query?: {
        /** @description Of this person. */
        assignee?: string[];
        /** @description Of this person. assignee!=…: is not. */
        'assignee!'?: string[];
        /** @description Of this group. */
        assignmentGroup?: string[];
        /** @description Of this group. assignmentGroup!=…: is not. */
        'assignmentGroup!'?: string[];
        /** @description Caused by this change. */
        causedByChangeId?: string[];
        /** @description Caused by this change. causedByChangeId!=…: is not. */
        'causedByChangeId!'?: string[];
        /** @description About this item. */
        ciId?: string[];
        /** @description About this item. ciId!=…: is not. */
        'ciId!'?: string[];
        /** @description Known to the platform since this time. */
        createdAt?: string[];
        /** @description Known to the platform since this time. createdAt!=…: is not. */
        'createdAt!'?: string[];
        /** @description Known to the platform since this time. createdAt<=…: at most. */
        'createdAt<'?: string;
        /** @description Known to the platform since this time. createdAt>=…: at least. */
        'createdAt>'?: string;
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'version'
          | 'number'
          | 'title'
          | 'description'
          | 'state'
          | 'allowedActions'
          | 'holdReason'
          | 'impact'
          | 'urgency'
          | 'priority'
          | 'ciId'
          | 'ciName'
          | 'affectedCis'
          | 'assignmentGroup'
          | 'assignee'
          | 'caller'
          | 'source'
          | 'openedAt'
          | 'acknowledgedAt'
          | 'resolvedAt'
          | 'closedAt'
          | 'reopenCount'
          | 'reassignmentCount'
          | 'closeCode'
          | 'closeNotes'
          | 'major'
          | 'security'
          | 'problemId'
          | 'causedByChangeId'
          | 'alertCount'
          | 'createdAt'
          | 'updatedAt'
          | 'createdBy'
        )[];
        /** @description With one of these impacts. */
        impact?: number[];
        /** @description With one of these impacts. impact!=…: is not. */
        'impact!'?: number[];
        /** @description With one of these impacts. impact<=…: at most. */
        'impact<'?: number;
        /** @description With one of these impacts. impact>=…: at least. */
        'impact>'?: number;
        /** @description Most items on a page. */
        limit?: number;
        /** @description With one of these numbers. */
        number?: string[];
        /** @description With one of these numbers. number!=…: is not. */
        'number!'?: string[];
        /** @description Opened at this time. */
        openedAt?: string[];
        /** @description Opened at this time. openedAt!=…: is not. */
        'openedAt!'?: string[];
        /** @description Opened at this time. openedAt<=…: at most. */
        'openedAt<'?: string;
        /** @description Opened at this time. openedAt>=…: at least. */
        'openedAt>'?: string;
        /** @description With one of these priorities. */
        priority?: number[];
        /** @description With one of these priorities. priority!=…: is not. */
        'priority!'?: number[];
        /** @description With one of these priorities. priority<=…: at most. */
        'priority<'?: number;
        /** @description With one of these priorities. priority>=…: at least. */
        'priority>'?: number;
        /** @description Of this problem. */
        problemId?: string[];
        /** @description Of this problem. problemId!=…: is not. */
        'problemId!'?: string[];
        /** @description Words in title or description, or the number. */
        q?: string;
        /** @description Resolved at this time. */
        resolvedAt?: string[];
        /** @description Resolved at this time. resolvedAt!=…: is not. */
        'resolvedAt!'?: string[];
        /** @description Resolved at this time. resolvedAt<=…: at most. */
        'resolvedAt<'?: string;
        /** @description Resolved at this time. resolvedAt>=…: at least. */
        'resolvedAt>'?: string;
        /** @description Security incidents, or all others; the former only for those who may see them. */
        security?: boolean[];
        /** @description Security incidents, or all others; the former only for those who may see them. security!=…: is not. */
        'security!'?: boolean[];
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: -openedAt. */
        sort?: (
          'openedAt' | '-openedAt' | 'updatedAt' | '-updatedAt' | 'priority' | '-priority' | 'number' | '-number'
        )[];
        /** @description From one of these sources. */
        source?: ('manual' | 'alert' | 'capacity' | 'api')[];
        /** @description From one of these sources. source!=…: is not. */
        'source!'?: ('manual' | 'alert' | 'capacity' | 'api')[];
        /** @description In one of these states. */
        state?: ('new' | 'in_progress' | 'on_hold' | 'resolved' | 'closed' | 'canceled')[];
        /** @description In one of these states. state!=…: is not. */
        'state!'?: ('new' | 'in_progress' | 'on_hold' | 'resolved' | 'closed' | 'canceled')[];
        /** @description Last changed at this time. */
        updatedAt?: string[];
        /** @description Last changed at this time. updatedAt!=…: is not. */
        'updatedAt!'?: string[];
        /** @description Last changed at this time. updatedAt<=…: at most. */
        'updatedAt<'?: string;
        /** @description Last changed at this time. updatedAt>=…: at least. */
        'updatedAt>'?: string;
        /** @description With one of these urgencies. */
        urgency?: number[];
        /** @description With one of these urgencies. urgency!=…: is not. */
        'urgency!'?: number[];
        /** @description With one of these urgencies. urgency<=…: at most. */
        'urgency<'?: number;
        /** @description With one of these urgencies. urgency>=…: at least. */
        'urgency>'?: number;
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentPage'] | components['schemas']['SparseIncidentPage'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  openIncident: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenIncidentDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  readIncident: {
    parameters: {
      query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'version'
          | 'number'
          | 'title'
          | 'description'
          | 'state'
          | 'allowedActions'
          | 'holdReason'
          | 'impact'
          | 'urgency'
          | 'priority'
          | 'ciId'
          | 'ciName'
          | 'affectedCis'
          | 'assignmentGroup'
          | 'assignee'
          | 'caller'
          | 'source'
          | 'openedAt'
          | 'acknowledgedAt'
          | 'resolvedAt'
          | 'closedAt'
          | 'reopenCount'
          | 'reassignmentCount'
          | 'closeCode'
          | 'closeNotes'
          | 'major'
          | 'security'
          | 'problemId'
          | 'causedByChangeId'
          | 'alertCount'
          | 'createdAt'
          | 'updatedAt'
          | 'createdBy'
        )[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json':
            components['schemas']['IncidentResource'] | components['schemas']['SparseIncidentResource'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  updateIncident: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EditIncidentDto'];
        'application/merge-patch+json': components['schemas']['EditIncidentDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransition'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  acceptMajorIncident: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IncidentPlainActionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  assignIncident: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AssignDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  cancelIncident: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IncidentReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  closeIncident: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IncidentPlainActionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  holdIncident: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HoldDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  proposeMajorIncident: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IncidentPlainActionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  rejectMajorIncident: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IncidentPlainActionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  reopenIncident: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IncidentReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  resolveIncident: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResolveDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  resumeIncident: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IncidentPlainActionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  startIncident: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IncidentPlainActionDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  readIncidentImpact: {
    parameters: {
      query?: {
        /** @description Most hops. */
        depth?: number;
        /** @description Most items. */
        limit?: number;
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImpactDto'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  listIncidentNotes: {
    parameters: {
      query?: {
        /** @description At this time. */
        at?: string[];
        /** @description At this time. at!=…: is not. */
        'at!'?: string[];
        /** @description At this time. at<=…: at most. */
        'at<'?: string;
        /** @description At this time. at>=…: at least. */
        'at>'?: string;
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: ('id' | 'kind' | 'text' | 'author' | 'at')[];
        /** @description Most items on a page. */
        limit?: number;
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: at. */
        sort?: ('at' | '-at')[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NotePage'] | components['schemas']['SparseNotePage'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  addIncidentNote: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NoteIncidentDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoteResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  readIncidentSuspects: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SuspectsDto'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  listIncidentTimeline: {
    parameters: {
      query?: {
        /** @description At this time. */
        at?: string[];
        /** @description At this time. at!=…: is not. */
        'at!'?: string[];
        /** @description At this time. at<=…: at most. */
        'at<'?: string;
        /** @description At this time. at>=…: at least. */
        'at>'?: string;
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: ('at' | 'kind' | 'actor' | 'summary' | 'data')[];
        /** @description Most items on a page. */
        limit?: number;
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: at. */
        sort?: ('at' | '-at')[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TimelinePage'] | components['schemas']['SparseTimelinePage'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  reportMetrics: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "series": [
         *         {
         *           "ci": "ci",
         *           "metric": "cpu.utilization",
         *           "unit": "%",
         *           "labels": {
         *             "service": "checkout"
         *           },
         *           "points": [
         *             [
         *               1,
         *               1
         *             ]
         *           ]
         *         }
         *       ]
         *     }
         */
        'application/json': {
          series: {
            ci:
              | string
              | {
                  externalId: string;
                  source: string;
                };
            labels?: {
              [key: string]: string;
            };
            metric: string;
            /** @description Pairs of epoch milliseconds and value. */
            points: [number, number][];
            unit?: string;
          }[];
        };
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MetricsTakenDto'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  listRelationships: {
    parameters: {
      query?: {
        /** @description With this item as the child. */
        childId?: string[];
        /** @description With this item as the child. childId!=…: is not. */
        'childId!'?: string[];
        /** @description With one of these items at either end. */
        ciId?: string[];
        /** @description Recorded at this time. */
        createdAt?: string[];
        /** @description Recorded at this time. createdAt!=…: is not. */
        'createdAt!'?: string[];
        /** @description Recorded at this time. createdAt<=…: at most. */
        'createdAt<'?: string;
        /** @description Recorded at this time. createdAt>=…: at least. */
        'createdAt>'?: string;
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'version'
          | 'type'
          | 'parentId'
          | 'childId'
          | 'attributes'
          | 'source'
          | 'createdAt'
          | 'updatedAt'
          | 'createdBy'
        )[];
        /** @description Most items on a page. */
        limit?: number;
        /** @description With this item as the parent. */
        parentId?: string[];
        /** @description With this item as the parent. parentId!=…: is not. */
        'parentId!'?: string[];
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: createdAt. */
        sort?: ('createdAt' | '-createdAt')[];
        /** @description Of one of these types. */
        type?: (
          | 'Depends on'
          | 'Runs on'
          | 'Hosted on'
          | 'Contains'
          | 'Connects to'
          | 'Cluster of'
          | 'Members'
          | 'Virtualized by'
          | 'Provides'
          | 'Protected by'
          | 'Replicates to'
          | 'Managed by'
        )[];
        /** @description Of one of these types. type!=…: is not. */
        'type!'?: (
          | 'Depends on'
          | 'Runs on'
          | 'Hosted on'
          | 'Contains'
          | 'Connects to'
          | 'Cluster of'
          | 'Members'
          | 'Virtualized by'
          | 'Provides'
          | 'Protected by'
          | 'Replicates to'
          | 'Managed by'
        )[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json':
            components['schemas']['RelationshipList'] | components['schemas']['SparseRelationshipList'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  createRelationship: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddRelationshipInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RelationshipResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  readRelationship: {
    parameters: {
      query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'version'
          | 'type'
          | 'parentId'
          | 'childId'
          | 'attributes'
          | 'source'
          | 'createdAt'
          | 'updatedAt'
          | 'createdBy'
        )[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json':
            components['schemas']['RelationshipResource'] | components['schemas']['SparseRelationshipResource'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  deleteRelationship: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that was read, or * for any. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransition'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  updateRelationship: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that was read, or * for any. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateRelationshipInput'];
        'application/merge-patch+json': components['schemas']['UpdateRelationshipInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RelationshipResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransition'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  changeRelationshipsInBulk: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RelationshipBulkInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RelationshipBulkAnswer'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  listResources: {
    parameters: {
      query?: {
        /** @description Of this configuration item. */
        ciId?: string[];
        /** @description Of this configuration item. ciId!=…: is not. */
        'ciId!'?: string[];
        /** @description First reported at this time. */
        createdAt?: string[];
        /** @description First reported at this time. createdAt!=…: is not. */
        'createdAt!'?: string[];
        /** @description First reported at this time. createdAt<=…: at most. */
        'createdAt<'?: string;
        /** @description First reported at this time. createdAt>=…: at least. */
        'createdAt>'?: string;
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'version'
          | 'ciId'
          | 'ciName'
          | 'unresolvedCi'
          | 'metric'
          | 'unit'
          | 'labels'
          | 'lastValue'
          | 'lastAt'
          | 'capacity'
          | 'createdAt'
          | 'updatedAt'
          | 'createdBy'
        )[];
        /** @description Most items on a page. */
        limit?: number;
        /** @description With this metric. */
        metric?: string[];
        /** @description With this metric. metric!=…: is not. */
        'metric!'?: string[];
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: createdAt. */
        sort?: ('createdAt' | '-createdAt' | 'metric' | '-metric')[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResourcePageDto'] | components['schemas']['SparseResourcePageDto'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  readResource: {
    parameters: {
      query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'version'
          | 'ciId'
          | 'ciName'
          | 'unresolvedCi'
          | 'metric'
          | 'unit'
          | 'labels'
          | 'lastValue'
          | 'lastAt'
          | 'capacity'
          | 'createdAt'
          | 'updatedAt'
          | 'createdBy'
        )[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResourceDto'] | components['schemas']['SparseResourceDto'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  readResourceForecast: {
    parameters: {
      query?: {
        /** @description How far to look ahead from the last point: an ISO 8601 duration in days or hours, PT1H to P90D. */
        horizon?: string;
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ForecastDto'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      /** @description There are too few points; the problem says how many are needed. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  listResourceSeries: {
    parameters: {
      query?: {
        /** @description nextCursor of the page before, unchanged. */
        cursor?: string;
        /** @description First time; without it, the oldest point. */
        from?: string;
        /** @description Most points in the answer. */
        limit?: number;
        /** @description Every point, or one roll-up for each hour. */
        resolution?: 'raw' | '1h';
        /** @description Last time; without it, the newest point. */
        to?: string;
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SeriesDto'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  search: {
    parameters: {
      query: {
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: ('type' | 'id' | 'number' | 'title' | 'state' | 'open' | 'at' | 'foundBy' | 'snippet' | 'href')[];
        /** @description Most items on a page. */
        limit?: number;
        /** @description What is sought: words that must all be there, the last perhaps begun only; "in this order"; -without; a number. */
        q: string;
        /** @description Only what is one of these. */
        type?: ('incident' | 'change' | 'ci' | 'alert')[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FoundPage'] | components['schemas']['SparseFoundPage'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  streamEvents: {
    parameters: {
      query?: {
        /** @description Only events about this configuration item. */
        ci?: string;
        /** @description The id of the last event seen, for a client that can not send Last-Event-ID. */
        lastEventId?: string;
        /** @description Only events of what has one of these priorities, divided by commas. */
        priority?: ('1' | '2' | '3' | '4' | '5')[];
        /** @description Only events of this kind of resource, or of one resource: incident, or incident/<id>. */
        resource?: string;
        /** @description Only events of these types, divided by commas; a star at the end takes all that begin so. */
        type?: string;
      };
      header?: {
        /** @description The id of the last event that has arrived. */
        'Last-Event-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A CloudEvent in each event's data. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /** @example  */
          'text/event-stream': string;
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  listThresholds: {
    parameters: {
      query?: {
        /** @description Of this configuration item. */
        ciId?: string[];
        /** @description Of this configuration item. ciId!=…: is not. */
        'ciId!'?: string[];
        /** @description Made at this time. */
        createdAt?: string[];
        /** @description Made at this time. createdAt!=…: is not. */
        'createdAt!'?: string[];
        /** @description Made at this time. createdAt<=…: at most. */
        'createdAt<'?: string;
        /** @description Made at this time. createdAt>=…: at least. */
        'createdAt>'?: string;
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'version'
          | 'metric'
          | 'selector'
          | 'comparator'
          | 'value'
          | 'forMinutes'
          | 'predictDays'
          | 'severity'
          | 'createdAt'
          | 'updatedAt'
          | 'createdBy'
        )[];
        /** @description Most items on a page. */
        limit?: number;
        /** @description Of this metric. */
        metric?: string[];
        /** @description Of this metric. metric!=…: is not. */
        'metric!'?: string[];
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: -createdAt. */
        sort?: ('createdAt' | '-createdAt' | 'metric' | '-metric')[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json':
            components['schemas']['ThresholdPageDto'] | components['schemas']['SparseThresholdPageDto'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  createThreshold: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateThresholdDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ThresholdDto'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  readThreshold: {
    parameters: {
      query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'version'
          | 'metric'
          | 'selector'
          | 'comparator'
          | 'value'
          | 'forMinutes'
          | 'predictDays'
          | 'severity'
          | 'createdAt'
          | 'updatedAt'
          | 'createdBy'
        )[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ThresholdDto'] | components['schemas']['SparseThresholdDto'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  deleteThreshold: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that was read, or * for any. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransition'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  updateThreshold: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that was read, or * for any. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateThresholdDto'];
        'application/merge-patch+json': components['schemas']['UpdateThresholdDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ThresholdDto'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransition'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  listWebhooks: {
    parameters: {
      query?: {
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'version'
          | 'name'
          | 'url'
          | 'filter'
          | 'state'
          | 'disabledReason'
          | 'disabledDetail'
          | 'allowedActions'
          | 'secrets'
          | 'owner'
          | 'permissions'
          | 'failingSince'
          | 'createdAt'
          | 'updatedAt'
          | 'createdBy'
        )[];
        /** @description Most items on a page. */
        limit?: number;
        /** @description With this name. */
        name?: string[];
        /** @description With this name. name!=…: is not. */
        'name!'?: string[];
        /** @description Of this owner. */
        owner?: string[];
        /** @description Of this owner. owner!=…: is not. */
        'owner!'?: string[];
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: -createdAt. */
        sort?: ('createdAt' | '-createdAt' | 'name' | '-name')[];
        /** @description In one of these states. */
        state?: ('enabled' | 'disabled')[];
        /** @description In one of these states. state!=…: is not. */
        'state!'?: ('enabled' | 'disabled')[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookPage'] | components['schemas']['SparseWebhookPage'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  createWebhook: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewWebhookDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  readWebhook: {
    parameters: {
      query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'version'
          | 'name'
          | 'url'
          | 'filter'
          | 'state'
          | 'disabledReason'
          | 'disabledDetail'
          | 'allowedActions'
          | 'secrets'
          | 'owner'
          | 'permissions'
          | 'failingSince'
          | 'createdAt'
          | 'updatedAt'
          | 'createdBy'
        )[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookResource'] | components['schemas']['SparseWebhookResource'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  deleteWebhook: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that was read, or * for any. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransition'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  updateWebhook: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that was read, or * for any. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EditWebhookDto'];
        'application/merge-patch+json': components['schemas']['EditWebhookDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransition'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  listWebhookDeliveries: {
    parameters: {
      query?: {
        /** @description Put into the queue at this time. */
        createdAt?: string[];
        /** @description Put into the queue at this time. createdAt!=…: is not. */
        'createdAt!'?: string[];
        /** @description Put into the queue at this time. createdAt<=…: at most. */
        'createdAt<'?: string;
        /** @description Put into the queue at this time. createdAt>=…: at least. */
        'createdAt>'?: string;
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        cursor?: string;
        /** @description Of this event. */
        eventId?: string[];
        /** @description Of this event. eventId!=…: is not. */
        'eventId!'?: string[];
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'eventId'
          | 'type'
          | 'resource'
          | 'state'
          | 'failedReason'
          | 'attempts'
          | 'nextAttemptAt'
          | 'createdAt'
          | 'settledAt'
        )[];
        /** @description Most items on a page. */
        limit?: number;
        /** @description Of events of this resource. */
        resourceId?: string[];
        /** @description Of events of this resource. resourceId!=…: is not. */
        'resourceId!'?: string[];
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: -createdAt. */
        sort?: ('createdAt' | '-createdAt')[];
        /** @description In one of these states. */
        state?: ('pending' | 'delivered' | 'failed')[];
        /** @description In one of these states. state!=…: is not. */
        'state!'?: ('pending' | 'delivered' | 'failed')[];
        /** @description Of events of this type. */
        type?: string[];
        /** @description Of events of this type. type!=…: is not. */
        'type!'?: string[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeliveryPage'] | components['schemas']['SparseDeliveryPage'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  readWebhookDelivery: {
    parameters: {
      query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        fields?: (
          | 'id'
          | 'eventId'
          | 'type'
          | 'resource'
          | 'state'
          | 'failedReason'
          | 'attempts'
          | 'nextAttemptAt'
          | 'createdAt'
          | 'settledAt'
        )[];
      };
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the delivery. */
        deliveryId: string;
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json':
            components['schemas']['DeliveryResource'] | components['schemas']['SparseDeliveryResource'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  redeliverWebhookDelivery: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description The id of the delivery. */
        deliveryId: string;
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NothingDto'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeliveryResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  disableWebhook: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read, or * for any. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NothingDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  enableWebhook: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read, or * for any. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NothingDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  pingWebhook: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NothingDto'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeliveryResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  redeliverWebhookRange: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RedeliverRangeDto'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RedeliveredRange'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  rotateWebhookSecret: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read, or * for any. */
        'If-Match': string;
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RotateSecretDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookResource'];
        };
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      412: components['responses']['StaleVersion'];
      413: components['responses']['TooLarge'];
      414: components['responses']['UriTooLong'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      428: components['responses']['VersionRequired'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['InternalOrOutcomeUnknown'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  readWebhookSecrets: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        /** @description The id of the resource, or its number where it has one. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevealedSecrets'];
        };
      };
      /** @description The caller has the current representation already. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequestOrInvalidInput'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      408: components['responses']['RequestTimeout'];
      414: components['responses']['UriTooLong'];
      429: components['responses']['RateLimited'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      504: components['responses']['UpstreamTimeout'];
    };
  };
  onAlert: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The id of the event, the same at each try: remember what you have handled.
         * @example 0198c3a2-7d4e-7b1a-9f52-3c6de81b4a07
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description Of "<webhook-id>.<webhook-timestamp>.<body>": the version v1 and the base64 of an HMAC-SHA256 under the secret. While secrets are exchanged there are two, divided by a space; one that fits is enough.
         * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
        /**
         * @description When this try was made, in seconds since 1970: refuse old ones.
         * @example 1769851800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['AlertEvent'];
      };
    };
    responses: {
      /** @description Taken, when it is complete within 15 s. Its body is kept for the log of deliveries, up to 1 KiB. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Never again: the subscription is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not now: it comes again, not before the time in Retry-After. */
      429: {
        headers: {
          /** @description Seconds, or a date. */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not now: it comes again, not before the time in Retry-After. */
      503: {
        headers: {
          /** @description Seconds, or a date. */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not taken, a redirect included: it comes again, 10 times in all over two days. What follows of the same resource waits for it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  onBreach: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The id of the event, the same at each try: remember what you have handled.
         * @example 0198c3a2-7d4e-7b1a-9f52-3c6de81b4a07
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description Of "<webhook-id>.<webhook-timestamp>.<body>": the version v1 and the base64 of an HMAC-SHA256 under the secret. While secrets are exchanged there are two, divided by a space; one that fits is enough.
         * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
        /**
         * @description When this try was made, in seconds since 1970: refuse old ones.
         * @example 1769851800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['BreachEvent'];
      };
    };
    responses: {
      /** @description Taken, when it is complete within 15 s. Its body is kept for the log of deliveries, up to 1 KiB. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Never again: the subscription is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not now: it comes again, not before the time in Retry-After. */
      429: {
        headers: {
          /** @description Seconds, or a date. */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not now: it comes again, not before the time in Retry-After. */
      503: {
        headers: {
          /** @description Seconds, or a date. */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not taken, a redirect included: it comes again, 10 times in all over two days. What follows of the same resource waits for it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  onCapacityForecastUpdated: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The id of the event, the same at each try: remember what you have handled.
         * @example 0198c3a2-7d4e-7b1a-9f52-3c6de81b4a07
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description Of "<webhook-id>.<webhook-timestamp>.<body>": the version v1 and the base64 of an HMAC-SHA256 under the secret. While secrets are exchanged there are two, divided by a space; one that fits is enough.
         * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
        /**
         * @description When this try was made, in seconds since 1970: refuse old ones.
         * @example 1769851800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['CapacityForecastUpdatedEvent'];
      };
    };
    responses: {
      /** @description Taken, when it is complete within 15 s. Its body is kept for the log of deliveries, up to 1 KiB. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Never again: the subscription is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not now: it comes again, not before the time in Retry-After. */
      429: {
        headers: {
          /** @description Seconds, or a date. */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not now: it comes again, not before the time in Retry-After. */
      503: {
        headers: {
          /** @description Seconds, or a date. */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not taken, a redirect included: it comes again, 10 times in all over two days. What follows of the same resource waits for it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  onChange: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The id of the event, the same at each try: remember what you have handled.
         * @example 0198c3a2-7d4e-7b1a-9f52-3c6de81b4a07
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description Of "<webhook-id>.<webhook-timestamp>.<body>": the version v1 and the base64 of an HMAC-SHA256 under the secret. While secrets are exchanged there are two, divided by a space; one that fits is enough.
         * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
        /**
         * @description When this try was made, in seconds since 1970: refuse old ones.
         * @example 1769851800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['ChangeEvent'];
      };
    };
    responses: {
      /** @description Taken, when it is complete within 15 s. Its body is kept for the log of deliveries, up to 1 KiB. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Never again: the subscription is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not now: it comes again, not before the time in Retry-After. */
      429: {
        headers: {
          /** @description Seconds, or a date. */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not now: it comes again, not before the time in Retry-After. */
      503: {
        headers: {
          /** @description Seconds, or a date. */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not taken, a redirect included: it comes again, 10 times in all over two days. What follows of the same resource waits for it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  onCi: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The id of the event, the same at each try: remember what you have handled.
         * @example 0198c3a2-7d4e-7b1a-9f52-3c6de81b4a07
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description Of "<webhook-id>.<webhook-timestamp>.<body>": the version v1 and the base64 of an HMAC-SHA256 under the secret. While secrets are exchanged there are two, divided by a space; one that fits is enough.
         * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
        /**
         * @description When this try was made, in seconds since 1970: refuse old ones.
         * @example 1769851800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['CiEvent'];
      };
    };
    responses: {
      /** @description Taken, when it is complete within 15 s. Its body is kept for the log of deliveries, up to 1 KiB. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Never again: the subscription is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not now: it comes again, not before the time in Retry-After. */
      429: {
        headers: {
          /** @description Seconds, or a date. */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not now: it comes again, not before the time in Retry-After. */
      503: {
        headers: {
          /** @description Seconds, or a date. */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not taken, a redirect included: it comes again, 10 times in all over two days. What follows of the same resource waits for it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  onIncident: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The id of the event, the same at each try: remember what you have handled.
         * @example 0198c3a2-7d4e-7b1a-9f52-3c6de81b4a07
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description Of "<webhook-id>.<webhook-timestamp>.<body>": the version v1 and the base64 of an HMAC-SHA256 under the secret. While secrets are exchanged there are two, divided by a space; one that fits is enough.
         * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
        /**
         * @description When this try was made, in seconds since 1970: refuse old ones.
         * @example 1769851800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['IncidentEvent'];
      };
    };
    responses: {
      /** @description Taken, when it is complete within 15 s. Its body is kept for the log of deliveries, up to 1 KiB. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Never again: the subscription is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not now: it comes again, not before the time in Retry-After. */
      429: {
        headers: {
          /** @description Seconds, or a date. */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not now: it comes again, not before the time in Retry-After. */
      503: {
        headers: {
          /** @description Seconds, or a date. */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not taken, a redirect included: it comes again, 10 times in all over two days. What follows of the same resource waits for it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  onIncidentNoted: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The id of the event, the same at each try: remember what you have handled.
         * @example 0198c3a2-7d4e-7b1a-9f52-3c6de81b4a07
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description Of "<webhook-id>.<webhook-timestamp>.<body>": the version v1 and the base64 of an HMAC-SHA256 under the secret. While secrets are exchanged there are two, divided by a space; one that fits is enough.
         * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
        /**
         * @description When this try was made, in seconds since 1970: refuse old ones.
         * @example 1769851800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['IncidentNotedEvent'];
      };
    };
    responses: {
      /** @description Taken, when it is complete within 15 s. Its body is kept for the log of deliveries, up to 1 KiB. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Never again: the subscription is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not now: it comes again, not before the time in Retry-After. */
      429: {
        headers: {
          /** @description Seconds, or a date. */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not now: it comes again, not before the time in Retry-After. */
      503: {
        headers: {
          /** @description Seconds, or a date. */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not taken, a redirect included: it comes again, 10 times in all over two days. What follows of the same resource waits for it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  onIncidentSuspectsFound: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The id of the event, the same at each try: remember what you have handled.
         * @example 0198c3a2-7d4e-7b1a-9f52-3c6de81b4a07
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description Of "<webhook-id>.<webhook-timestamp>.<body>": the version v1 and the base64 of an HMAC-SHA256 under the secret. While secrets are exchanged there are two, divided by a space; one that fits is enough.
         * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
        /**
         * @description When this try was made, in seconds since 1970: refuse old ones.
         * @example 1769851800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['IncidentSuspectsFoundEvent'];
      };
    };
    responses: {
      /** @description Taken, when it is complete within 15 s. Its body is kept for the log of deliveries, up to 1 KiB. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Never again: the subscription is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not now: it comes again, not before the time in Retry-After. */
      429: {
        headers: {
          /** @description Seconds, or a date. */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not now: it comes again, not before the time in Retry-After. */
      503: {
        headers: {
          /** @description Seconds, or a date. */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not taken, a redirect included: it comes again, 10 times in all over two days. What follows of the same resource waits for it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  onPing: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The id of the event, the same at each try: remember what you have handled.
         * @example 0198c3a2-7d4e-7b1a-9f52-3c6de81b4a07
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description Of "<webhook-id>.<webhook-timestamp>.<body>": the version v1 and the base64 of an HMAC-SHA256 under the secret. While secrets are exchanged there are two, divided by a space; one that fits is enough.
         * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
        /**
         * @description When this try was made, in seconds since 1970: refuse old ones.
         * @example 1769851800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['PingEvent'];
      };
    };
    responses: {
      /** @description Taken, when it is complete within 15 s. Its body is kept for the log of deliveries, up to 1 KiB. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Never again: the subscription is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not now: it comes again, not before the time in Retry-After. */
      429: {
        headers: {
          /** @description Seconds, or a date. */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not now: it comes again, not before the time in Retry-After. */
      503: {
        headers: {
          /** @description Seconds, or a date. */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not taken, a redirect included: it comes again, 10 times in all over two days. What follows of the same resource waits for it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  onRelationship: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The id of the event, the same at each try: remember what you have handled.
         * @example 0198c3a2-7d4e-7b1a-9f52-3c6de81b4a07
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description Of "<webhook-id>.<webhook-timestamp>.<body>": the version v1 and the base64 of an HMAC-SHA256 under the secret. While secrets are exchanged there are two, divided by a space; one that fits is enough.
         * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
        /**
         * @description When this try was made, in seconds since 1970: refuse old ones.
         * @example 1769851800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': components['schemas']['RelationshipEvent'];
      };
    };
    responses: {
      /** @description Taken, when it is complete within 15 s. Its body is kept for the log of deliveries, up to 1 KiB. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Never again: the subscription is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not now: it comes again, not before the time in Retry-After. */
      429: {
        headers: {
          /** @description Seconds, or a date. */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not now: it comes again, not before the time in Retry-After. */
      503: {
        headers: {
          /** @description Seconds, or a date. */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not taken, a redirect included: it comes again, 10 times in all over two days. What follows of the same resource waits for it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
