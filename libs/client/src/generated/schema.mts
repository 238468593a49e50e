/** What each operation takes and answers. Made from openapi.json by `npm run generate`. */
export interface paths {
  readonly '/v1/alerts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** List alerts */
    readonly get: operations['listAlerts'];
    readonly put?: never;
    /**
     * Report alerts
     * @description Answers when the alerts are durable, also while incident-svc is down. A bad alert of a batch is named and does not hold up the others; when all are bad the answer is 400.
     */
    readonly post: operations['reportAlerts'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/alerts/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Read one alert */
    readonly get: operations['readAlert'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/alerts/{id}/actions/acknowledge': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Take notice of it */
    readonly post: operations['acknowledgeAlert'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/alerts/{id}/actions/resolve': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Declare it over */
    readonly post: operations['resolveAlert'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/alerts/bulk': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Acknowledge or resolve many alerts
     * @description Each is answered by itself; what is refused of one changes nothing and leaves the others alone.
     */
    readonly post: operations['changeAlertsInBulk'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/api-keys': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Lists keys of machines, the newest first. Secrets are not among what is shown. */
    readonly get: operations['listApiKeys'];
    readonly put?: never;
    /**
     * Makes a key for a machine. The answer shows its secret, once.
     * @description The key may do no more than you may, and what it does counts as yours where a second person is asked for.
     */
    readonly post: operations['createApiKey'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/api-keys/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Reads one key. Its secrets are not shown. */
    readonly get: operations['readApiKey'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/api-keys/{id}/actions/revoke': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Ends a key with all of its secrets, at every gateway within two seconds. */
    readonly post: operations['revokeApiKey'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/api-keys/{id}/actions/rotate': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Gives a key another secret and a new lifetime. The answer shows the secret, once.
     * @description The secrets of before stay good for the overlap, so that nothing has to stop. You stand behind the key from then on.
     */
    readonly post: operations['rotateApiKey'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/audit': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Who did what, and who tried in vain, in all services
     * @description A row is here within a few seconds of what it tells, when it is part of its service’s chain.
     */
    readonly get: operations['listAuditEntries'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/audit/entries/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Read one row of the audit trail */
    readonly get: operations['readAuditEntry'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/audit/erasures': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Erase what the audit trails hold about a person
     * @description Before, after and reason of every row that names the person are erased in every service, for ever; who did what and when stays, and the chains stay whole. GET /v1/audit?resourceType=erasure tells when each service is done.
     */
    readonly post: operations['eraseFromAudit'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/audit/export': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Write the audit trail out, to be verified elsewhere
     * @description Lines of JSON: each chain’s rows in its order with their signed checkpoints, without gaps, and a last line that says how many rows they were. `npm run audit -- verify` reads it. That somebody has exported it is part of the trail.
     */
    readonly get: operations['exportAudit'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/breaches': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Lists breaches of thresholds, current and predicted, the newest first. */
    readonly get: operations['listBreaches'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/breaches/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Reads one breach. */
    readonly get: operations['readBreach'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/changes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** List changes */
    readonly get: operations['listChanges'];
    readonly put?: never;
    /** Request a change */
    readonly post: operations['openChange'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/changes/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Read one change by its id or number */
    readonly get: operations['readChange'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    /** Edit a change that is not closed or canceled */
    readonly patch: operations['updateChange'];
    readonly trace?: never;
  };
  readonly '/v1/changes/{id}/actions/approve': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Let it go ahead; not by any who stand behind it */
    readonly post: operations['approveChange'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/changes/{id}/actions/back-out': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** The implementation was undone */
    readonly post: operations['backOutChange'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/changes/{id}/actions/cancel': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** It will not be done */
    readonly post: operations['cancelChange'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/changes/{id}/actions/close': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Close it */
    readonly post: operations['closeChange'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/changes/{id}/actions/complete': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Implementation ended well */
    readonly post: operations['completeChange'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/changes/{id}/actions/fail': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Implementation ended badly */
    readonly post: operations['failChange'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/changes/{id}/actions/reject': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Refuse it as it is */
    readonly post: operations['rejectChange'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/changes/{id}/actions/request-approval': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Ask the change authority */
    readonly post: operations['requestChangeApproval'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/changes/{id}/actions/review': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Write the review */
    readonly post: operations['reviewChange'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/changes/{id}/actions/schedule': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Give it its time */
    readonly post: operations['scheduleChange'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/changes/{id}/actions/start': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Begin implementation */
    readonly post: operations['startChange'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/changes/{id}/history': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What was done to a change, by whom */
    readonly get: operations['listChangeHistory'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/ci-classes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List the classes of items
     * @description All of them at once: the catalogue is short.
     */
    readonly get: operations['listCiClasses'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/ci-classes/{name}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Read one class by its name */
    readonly get: operations['readCiClass'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cis': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** List configuration items */
    readonly get: operations['listCis'];
    readonly put?: never;
    /**
     * Create a configuration item
     * @description Where its identification says that it is there already, it is refused with 409.
     */
    readonly post: operations['createCi'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cis/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Read one configuration item */
    readonly get: operations['readCi'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    /**
     * Change an item
     * @description What is not named stays. Attributes are merged, null removes one.
     */
    readonly patch: operations['updateCi'];
    readonly trace?: never;
  };
  readonly '/v1/cis/{id}/actions/{action}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Move an item to another stage of its life */
    readonly post: operations['moveCiStage'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cis/{id}/history': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * What happened to an item
     * @description Each fact with its cause, the newest first.
     */
    readonly get: operations['listCiHistory'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cis/{id}/impact': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * What suffers when an item fails, or what it depends on
     * @description The nearest first.
     */
    readonly get: operations['readCiImpact'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cis/bulk': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Create and change many items
     * @description Each is answered by itself; what is refused of one changes nothing and leaves the others alone.
     */
    readonly post: operations['changeCisInBulk'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/dead-letter-tasks/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** How far a redrive or discard of many has come */
    readonly get: operations['readDeadLetterTask'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/dead-letters': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Messages that could not be handled, of all services, newest first */
    readonly get: operations['listDeadLetters'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/dead-letters/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One message that could not be handled */
    readonly get: operations['readDeadLetter'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/dead-letters/{id}/discard': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Give it up for a reason; its version counts as applied, and what waits behind it goes on */
    readonly post: operations['discardDeadLetter'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/dead-letters/{id}/redrive': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Handle it again, and all that waits behind it in its aggregate */
    readonly post: operations['redriveDeadLetter'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/dead-letters/discard': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Give up what matches, for a reason */
    readonly post: operations['discardDeadLetters'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/dead-letters/groups': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What is parked in all services, counted by cause: begin here */
    readonly get: operations['listDeadLetterGroups'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/dead-letters/redrive': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Handle again what matches, each aggregate in the order of its versions */
    readonly post: operations['redriveDeadLetters'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/deployments': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Report deployments
     * @description Answers when the reports are durable, also while change-svc is down. They open or move one change for each source and externalRef.
     */
    readonly post: operations['reportDeployments'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/discovery': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Report what was found in the estate
     * @description Answers with each item's outcome; with 'Prefer: respond-async' as soon as the report is durable, also while cmdb-svc is down.
     */
    readonly post: operations['reportDiscovery'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** List incidents */
    readonly get: operations['listIncidents'];
    readonly put?: never;
    /** Open an incident */
    readonly post: operations['openIncident'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Read one incident by its id or number */
    readonly get: operations['readIncident'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    /** Edit an incident */
    readonly patch: operations['updateIncident'];
    readonly trace?: never;
  };
  readonly '/v1/incidents/{id}/actions/accept-major': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Accept it as a major incident */
    readonly post: operations['acceptMajorIncident'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents/{id}/actions/assign': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Give it to a group or person */
    readonly post: operations['assignIncident'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents/{id}/actions/cancel': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** It was no incident */
    readonly post: operations['cancelIncident'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents/{id}/actions/close': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Close it */
    readonly post: operations['closeIncident'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents/{id}/actions/hold': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Let it wait */
    readonly post: operations['holdIncident'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents/{id}/actions/propose-major': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Propose it as a major incident */
    readonly post: operations['proposeMajorIncident'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents/{id}/actions/reject-major': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** It is no major incident */
    readonly post: operations['rejectMajorIncident'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents/{id}/actions/reopen': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** It was not over */
    readonly post: operations['reopenIncident'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents/{id}/actions/resolve': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** The service works again */
    readonly post: operations['resolveIncident'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents/{id}/actions/resume': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Go on */
    readonly post: operations['resumeIncident'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents/{id}/actions/start': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Take it in hand */
    readonly post: operations['startIncident'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents/{id}/impact': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Read what suffers from the fault of an incident: from its item and from all that alert */
    readonly get: operations['readIncidentImpact'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents/{id}/notes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Read the notes */
    readonly get: operations['listIncidentNotes'];
    readonly put?: never;
    /** Write a note */
    readonly post: operations['addIncidentNote'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents/{id}/suspects': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Read which changes may have caused an incident, with reasons */
    readonly get: operations['readIncidentSuspects'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents/{id}/timeline': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Read the story of an incident */
    readonly get: operations['listIncidentTimeline'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/metrics': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Report metric points
     * @description Answers when the points are durable, also while capacity-svc is down. A point sent twice is stored once.
     */
    readonly post: operations['reportMetrics'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/relationships': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** List relationships */
    readonly get: operations['listRelationships'];
    readonly put?: never;
    /** Relate two items */
    readonly post: operations['createRelationship'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/relationships/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Read one relationship */
    readonly get: operations['readRelationship'];
    readonly put?: never;
    readonly post?: never;
    /** Remove a relationship */
    readonly delete: operations['deleteRelationship'];
    readonly options?: never;
    readonly head?: never;
    /** Change the attributes of a relationship */
    readonly patch: operations['updateRelationship'];
    readonly trace?: never;
  };
  readonly '/v1/relationships/bulk': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Add and change many relationships
     * @description Each is answered by itself; what is refused of one changes nothing and leaves the others alone.
     */
    readonly post: operations['changeRelationshipsInBulk'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/resources': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Lists resources: the metric series of configuration items. */
    readonly get: operations['listResources'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/resources/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Reads one resource with its newest value. */
    readonly get: operations['readResource'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/resources/{id}/forecast': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Forecasts a resource from its last point on, with the time at which it meets a threshold. */
    readonly get: operations['readResourceForecast'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/resources/{id}/series': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Reads the points of a resource, or its hourly roll-ups. */
    readonly get: operations['listResourceSeries'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/search': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Find incidents, changes, configuration items and alerts
     * @description What is called exactly so first, then by words in number and title, then by words in the text; what is open before what is over, the newest first. Finds only what the caller may read. Something new is found within a second or so.
     */
    readonly get: operations['search'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/stream': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Events as they happen (server-sent events)
     * @description Each event's id is a place in the log: a client that connects again with Last-Event-ID gets what it has missed, without a gap and nothing twice, from whichever gateway answers. You get what you may see. Of one caller only so many streams may be open; one more is answered with 429. Who reads too slowly is dropped and told so in a last comment.
     */
    readonly get: operations['streamEvents'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/thresholds': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Lists thresholds, the newest first. */
    readonly get: operations['listThresholds'];
    readonly put?: never;
    /** Makes a threshold. */
    readonly post: operations['createThreshold'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/thresholds/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Reads one threshold. */
    readonly get: operations['readThreshold'];
    readonly put?: never;
    readonly post?: never;
    /** Removes a threshold and clears its open breaches. */
    readonly delete: operations['deleteThreshold'];
    readonly options?: never;
    readonly head?: never;
    /** Changes a threshold. Open breaches that it no longer selects are cleared. */
    readonly patch: operations['updateThreshold'];
    readonly trace?: never;
  };
  readonly '/v1/webhooks': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** List webhooks */
    readonly get: operations['listWebhooks'];
    readonly put?: never;
    /**
     * Subscribe to events
     * @description From now on each event that fits the filter, and that you may see, is sent to the address: a CloudEvent, signed as Standard Webhooks 1.0 says. GET /v1/webhooks/{id}/secrets tells by which secret.
     */
    readonly post: operations['createWebhook'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhooks/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Read one webhook */
    readonly get: operations['readWebhook'];
    readonly put?: never;
    readonly post?: never;
    /** Delete it, with all that was delivered for it */
    readonly delete: operations['deleteWebhook'];
    readonly options?: never;
    readonly head?: never;
    /**
     * Change name, address or filter
     * @description It becomes yours: from then on it gets what you may see.
     */
    readonly patch: operations['updateWebhook'];
    readonly trace?: never;
  };
  readonly '/v1/webhooks/{id}/deliveries': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What was sent, each with its tries */
    readonly get: operations['listWebhookDeliveries'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhooks/{id}/deliveries/{deliveryId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One delivery, with its tries */
    readonly get: operations['readWebhookDelivery'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhooks/{id}/deliveries/{deliveryId}/redeliver': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Send it once more
     * @description Under the same webhook-id, with all its tries.
     */
    readonly post: operations['redeliverWebhookDelivery'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhooks/{id}/disable': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Let nothing go out
     * @description New events are not kept for it; what waits goes on waiting.
     */
    readonly post: operations['disableWebhook'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhooks/{id}/enable': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Let events go out again
     * @description What still waits goes first. It becomes yours: from then on it gets what you may see.
     */
    readonly post: operations['enableWebhook'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhooks/{id}/ping': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Send an event for trying it out
     * @description Of the type itops.webhook.ping.v1. Read the delivery to see what became of it.
     */
    readonly post: operations['pingWebhook'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhooks/{id}/redeliver': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Send once more what was sent in a span of time
     * @description The oldest first, in the order of each resource; up to 10,000 at once.
     */
    readonly post: operations['redeliverWebhookRange'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhooks/{id}/rotate-secret': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Sign by a new secret
     * @description The one before signs beside it for a while, so that the receiver can be given the new one meanwhile.
     */
    readonly post: operations['rotateWebhookSecret'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhooks/{id}/secrets': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * The secrets that sign
     * @description That you have read them stands in the audit trail.
     */
    readonly get: operations['readWebhookSecrets'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    readonly AcceptedAlert: {
      /** @description By what a repetition of this alert is recognised, together with its source. */
      readonly dedupKey: string;
      /**
       * Format: uuid
       * @description Id of the event that it became.
       */
      readonly eventId: string;
      /** @description Place in the request, from 0. */
      readonly index: number;
    };
    readonly AcceptedReport: {
      /**
       * Format: uuid
       * @description Id of the event that it became.
       */
      readonly eventId: string;
      /** @description Place in the request, from 0. */
      readonly index: number;
    };
    readonly AccuracyDto: {
      /** @description How many points were held back to measure it. */
      readonly holdout: number;
      /** @description Error on the held-back points, in units of repeating the season; below 1 is better than that. */
      readonly mase: number;
      /** @description Symmetric mean absolute percentage error on the held-back points, 0 to 200. */
      readonly smape: number;
    };
    readonly AddRelationshipInput: {
      /** @description Free attributes. `quorum` of a redundant type (Cluster of, Members): how many of the children the parent needs. */
      readonly attributes?: {
        readonly [key: string]: unknown;
      };
      /** @description The child end; this or childId. */
      readonly child?:
        | string
        | {
            readonly externalId: string;
            readonly source: string;
          };
      /**
       * Format: uuid
       * @description The child end by its id, as responses name it.
       */
      readonly childId?: string;
      /** @description The parent end; this or parentId. */
      readonly parent?:
        | string
        | {
            readonly externalId: string;
            readonly source: string;
          };
      /**
       * Format: uuid
       * @description The parent end by its id, as responses name it.
       */
      readonly parentId?: string;
      /**
       * @description How the parent is related to the child.
       * @enum {string}
       */
      readonly type:
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
    readonly AlertBulkAnswer: {
      /** @description Items that were refused. */
      readonly failed: number;
      /** @description What became of each, in order. */
      readonly items: readonly components['schemas']['AlertBulkItemAnswer'][];
      /** @description Items that were carried out. */
      readonly succeeded: number;
    };
    readonly AlertBulkInput: {
      /**
       * @description What is to be done with each.
       * @enum {string}
       */
      readonly action: 'acknowledge' | 'resolve';
      /** @description Ids of the alerts, whatever their versions. */
      readonly ids: readonly string[];
    };
    readonly AlertBulkItemAnswer: {
      /** @description Why it was refused; such an item changed nothing. */
      readonly error?: components['schemas']['Problem'];
      /** @description Place of the item in the request, from 0. */
      readonly index: number;
      /** @description The alert as it is now. */
      readonly resource?: components['schemas']['AlertResource'];
      /** @description What the status would be of the item sent alone. */
      readonly status: number;
    };
    readonly AlertPage: {
      /** @description This page. */
      readonly items: readonly components['schemas']['AlertResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly AlertResource: {
      /** @description What may be done with it now. */
      readonly allowedActions: readonly string[];
      /** @description What helps people. */
      readonly annotations: {
        readonly [key: string]: string;
      };
      /** @description The item as the tool names it. */
      readonly ci:
        | (
            | string
            | {
                readonly externalId: string;
                readonly source: string;
              }
          )
        | null;
      /**
       * Format: uuid
       * @description The item; null while it is not known.
       */
      readonly ciId: string | null;
      /** @description Its name. */
      readonly ciName: string | null;
      /**
       * Format: date-time
       * @description When it was stored.
       */
      readonly createdAt: string;
      /** @description The tool that first reported it. */
      readonly createdBy: string;
      /** @description By what repetitions are recognised, together with the source. */
      readonly dedupKey: string;
      /**
       * Format: date-time
       * @description When it first fired.
       */
      readonly firstSeenAt: string;
      /**
       * Format: uuid
       * @description The id.
       */
      readonly id: string;
      /**
       * Format: uuid
       * @description The incident that it belongs to.
       */
      readonly incidentId: string | null;
      /** @description What identifies the condition. */
      readonly labels: {
        readonly [key: string]: string;
      };
      /**
       * Format: date-time
       * @description When it was last reported.
       */
      readonly lastSeenAt: string;
      /** @description Where to read more. */
      readonly links: readonly components['schemas']['LinkResource'][];
      /** @description How often it was reported as firing. */
      readonly occurrences: number;
      /**
       * Format: date-time
       * @description When it ended; null while it is there.
       */
      readonly resolvedAt: string | null;
      /**
       * @description The worst since it fired.
       * @enum {string}
       */
      readonly severity: 'critical' | 'error' | 'warning' | 'info';
      /** @description The tool that reports it. */
      readonly source: string;
      /**
       * Format: date-time
       * @description When the present, or last, firing began.
       */
      readonly startedAt: string;
      /**
       * @description Where it is in its life cycle.
       * @enum {string}
       */
      readonly state: 'firing' | 'acknowledged' | 'resolved' | 'suppressed';
      /** @description What is wrong. */
      readonly summary: string;
      /** @description Why it raises nobody. */
      readonly suppressedBy: components['schemas']['SuppressorResource'] | null;
      /**
       * Format: date-time
       * @description When it last changed.
       */
      readonly updatedAt: string;
      /** @description Rises by one with each fact; the ETag. */
      readonly version: number;
    };
    readonly AlertsTakenDto: {
      /** @description Alerts that are durable now. */
      readonly accepted: number;
      /** @description The events of the others. */
      readonly items: readonly components['schemas']['AcceptedAlert'][];
      /** @description Alerts that are not valid. */
      readonly rejected: readonly components['schemas']['RejectedReport'][];
    };
    readonly ApiKeyDto: {
      /** @description What can be done with it now. */
      readonly allowedActions: readonly ('rotate' | 'revoke')[];
      /**
       * Format: date-time
       * @description When it was made.
       */
      readonly createdAt: string;
      /** @description Who made it. */
      readonly createdBy: string;
      /**
       * Format: date-time
       * @description From then on it is good for nothing.
       */
      readonly expiresAt: string;
      /**
       * @description Assignment groups that it acts for.
       * @example [
       *       "network"
       *     ]
       */
      readonly groups: readonly string[];
      /**
       * Format: uuid
       * @description Its id. Who calls by it is key:<id>.
       */
      readonly id: string;
      /**
       * Format: date-time
       * @description When it was last used; written once a minute.
       */
      readonly lastUsedAt: string | null;
      /**
       * @description What uses the key, for people.
       * @example Prometheus in Frankfurt
       */
      readonly name: string;
      /** @description Everybody who stands behind what it does. */
      readonly principals: readonly string[];
      /**
       * Format: date-time
       * @description When it was revoked.
       */
      readonly revokedAt: string | null;
      /**
       * @description What the key may do: no more than who makes it.
       * @example [
       *       "integration"
       *     ]
       */
      readonly roles: readonly (
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
      readonly secrets: readonly components['schemas']['ApiKeySecretDto'][];
      /**
       * @description Where it is in its life.
       * @enum {string}
       */
      readonly state: 'active' | 'expired' | 'revoked';
      /**
       * Format: date-time
       * @description When it was changed last.
       */
      readonly updatedAt: string;
      /** @description Raised with each change. */
      readonly version: number;
    };
    readonly ApiKeyPageDto: {
      /** @description The keys. */
      readonly items: readonly components['schemas']['ApiKeyDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly ApiKeySecretDto: {
      /**
       * @description How the secret begins.
       * @example itops_9aXk
       */
      readonly begins: string;
      /**
       * Format: date-time
       * @description When it was made.
       */
      readonly createdAt: string;
      /**
       * Format: date-time
       * @description Until when it is good.
       */
      readonly validUntil: string;
    };
    readonly ApiKeyWithSecretDto: {
      /** @description What can be done with it now. */
      readonly allowedActions: readonly ('rotate' | 'revoke')[];
      /**
       * Format: date-time
       * @description When it was made.
       */
      readonly createdAt: string;
      /** @description Who made it. */
      readonly createdBy: string;
      /**
       * Format: date-time
       * @description From then on it is good for nothing.
       */
      readonly expiresAt: string;
      /**
       * @description Assignment groups that it acts for.
       * @example [
       *       "network"
       *     ]
       */
      readonly groups: readonly string[];
      /**
       * Format: uuid
       * @description Its id. Who calls by it is key:<id>.
       */
      readonly id: string;
      /**
       * Format: date-time
       * @description When it was last used; written once a minute.
       */
      readonly lastUsedAt: string | null;
      /**
       * @description What uses the key, for people.
       * @example Prometheus in Frankfurt
       */
      readonly name: string;
      /** @description Everybody who stands behind what it does. */
      readonly principals: readonly string[];
      /**
       * Format: date-time
       * @description When it was revoked.
       */
      readonly revokedAt: string | null;
      /**
       * @description What the key may do: no more than who makes it.
       * @example [
       *       "integration"
       *     ]
       */
      readonly roles: readonly (
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
      readonly secret: string;
      /** @description Its secrets that are good, the newest first. */
      readonly secrets: readonly components['schemas']['ApiKeySecretDto'][];
      /**
       * @description Where it is in its life.
       * @enum {string}
       */
      readonly state: 'active' | 'expired' | 'revoked';
      /**
       * Format: date-time
       * @description When it was changed last.
       */
      readonly updatedAt: string;
      /** @description Raised with each change. */
      readonly version: number;
    };
    readonly AssignDto: {
      /** @description The person that has it. */
      readonly assignee?: string | null;
      /**
       * Format: date-time
       * @description When it happened, for records brought over from another system: not later than now, not before the last move. Left out: now.
       */
      readonly at?: string;
      /** @description The group that has it. */
      readonly group?: string | null;
    };
    readonly AttemptResource: {
      /** @description The first KiB of the answer. */
      readonly answer: string | null;
      /**
       * Format: date-time
       * @description When.
       */
      readonly at: string;
      /** @description How long it took, in milliseconds. */
      readonly durationMs: number;
      /** @description Why there was none. */
      readonly error: string | null;
      /** @description HTTP status; null when there was no answer. */
      readonly status: number | null;
    };
    readonly AuditEntry: {
      /** @description What was done, or tried. */
      readonly action: string;
      /** @description Who: a stable name that says nothing personal, such as user:<id> or key:<id>. */
      readonly actor: string;
      /** @description What it was afterwards. */
      readonly after: {
        readonly [key: string]: unknown;
      } | null;
      /**
       * Format: date-time
       * @description When.
       */
      readonly at: string;
      /** @description How many attempts the row counts; more than 1 only for refused ones. */
      readonly attempts: number;
      /** @description What it was before. */
      readonly before: {
        readonly [key: string]: unknown;
      } | null;
      /** @description The event that led to it. */
      readonly causationId: string | null;
      /**
       * Format: uuid
       * @description The service's chain.
       */
      readonly chain: string;
      /** @description The same for all that followed from one first signal. */
      readonly correlationId: string;
      /** @description By which credential they were known; null for the platform itself. */
      readonly credential: string | null;
      /** @description Whether reason, before and after are known here; not when they were erased. */
      readonly hasContent: boolean;
      /** @description SHA-256 of the row; covers the one before it. */
      readonly hash: string;
      /**
       * Format: uuid
       * @description The id.
       */
      readonly id: string;
      /**
       * @description Whether it was done.
       * @enum {string}
       */
      readonly outcome: 'done' | 'refused';
      /** @description Why, where it was said. */
      readonly reason: string | null;
      /** @description The request at the gateway. */
      readonly requestId: string | null;
      /** @description To which. */
      readonly resourceId: string;
      /** @description To what kind of thing. */
      readonly resourceType: string;
      /** @description Its place in the chain. */
      readonly seq: number;
      /** @description The service that did it, or refused it. */
      readonly service: string;
    };
    readonly AuditPage: {
      /** @description This page. */
      readonly items: readonly components['schemas']['AuditEntry'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly BackOutDto: {
      /** @description Why; kept in the history. */
      readonly reason?: string;
    };
    readonly BreachDto: {
      /** @description What a caller may do; a breach opens and clears by itself. */
      readonly allowedActions: readonly string[];
      /**
       * Format: uuid
       * @description The configuration item.
       */
      readonly ciId: string;
      /** @description The configuration item's name. */
      readonly ciName: string | null;
      /**
       * Format: date-time
       * @description When it was cleared.
       */
      readonly clearedAt: string | null;
      /**
       * @description On which side of the threshold the breach is.
       * @enum {string}
       */
      readonly comparator: '>' | '<';
      /**
       * Format: date-time
       * @description When it was recorded.
       */
      readonly createdAt: string;
      /** @description Who recorded it. */
      readonly createdBy: string;
      /**
       * Format: date-time
       * @description When it was found, by the points' own time.
       */
      readonly detectedAt: string;
      /**
       * Format: date-time
       * @description The earliest time at which it may be met.
       */
      readonly earliestAt: string | null;
      /**
       * Format: date-time
       * @description When the threshold is expected to be met; null for a current breach.
       */
      readonly expectedAt: string | null;
      /**
       * Format: uuid
       * @description Id.
       */
      readonly id: string;
      /**
       * @description Crossed now, or foreseen to be.
       * @enum {string}
       */
      readonly kind: 'current' | 'predicted';
      /** @description Labels. */
      readonly labels: {
        readonly [key: string]: string;
      };
      /**
       * Format: date-time
       * @description The latest time; null when it is beyond the forecast.
       */
      readonly latestAt: string | null;
      /** @description Metric. */
      readonly metric: string;
      /** @description The forecast's model; null for a current breach. */
      readonly model: string | null;
      /**
       * Format: uuid
       * @description The resource.
       */
      readonly resourceId: string;
      /**
       * @description Severity.
       * @enum {string}
       */
      readonly severity: 'critical' | 'error' | 'warning' | 'info';
      /**
       * @description State.
       * @enum {string}
       */
      readonly state: 'open' | 'cleared';
      /**
       * Format: uuid
       * @description The threshold.
       */
      readonly thresholdId: string;
      /** @description The threshold's value. */
      readonly thresholdValue: number;
      /** @description Unit. */
      readonly unit: string;
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      readonly updatedAt: string;
      /** @description The value when it was found. */
      readonly value: number;
      /** @description Version, which is the ETag. */
      readonly version: number;
    };
    readonly BreachPageDto: {
      /** @description The breaches. */
      readonly items: readonly components['schemas']['BreachDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly ChangePage: {
      /** @description The changes. */
      readonly items: readonly components['schemas']['ChangeResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly ChangePlainActionDto: Record<string, never>;
    readonly ChangeReasonDto: {
      /** @description Why; kept in the history. */
      readonly reason: string;
    };
    readonly ChangeResource: {
      /**
       * Format: date-time
       * @description When implementation ended.
       */
      readonly actualEnd: string | null;
      /**
       * Format: date-time
       * @description When implementation began.
       */
      readonly actualStart: string | null;
      /** @description The actions that are possible now. */
      readonly allowedActions: readonly string[];
      /** @description The person who implements it. */
      readonly assignee: string | null;
      /** @description The group that implements it. */
      readonly assignmentGroup: string | null;
      /** @description How it is undone. */
      readonly backoutPlan: string | null;
      /** @description Ids of the CIs that it changes. */
      readonly cis: readonly string[];
      /**
       * @description How it went.
       * @enum {string|null}
       */
      readonly closeCode: 'successful' | 'successful_issues' | 'unsuccessful' | null;
      /** @description How it went, in words. */
      readonly closeNotes: string | null;
      /**
       * Format: date-time
       * @description When it was entered.
       */
      readonly createdAt: string;
      /** @description Who entered it. */
      readonly createdBy: string;
      /** @description What a pipeline reported. */
      readonly deployment: components['schemas']['DeploymentResource'] | null;
      /** @description What is to be done. */
      readonly description: string;
      /** @description The other system's own id for it. */
      readonly externalRef: string | null;
      /** @description Whether the implementation failed or was backed out. */
      readonly failed: boolean;
      /**
       * Format: uuid
       * @description Its id.
       */
      readonly id: string;
      /** @description How much it touches: 1 high, 2 medium, 3 low. */
      readonly impact: number | null;
      /** @description How it is done. */
      readonly implementationPlan: string | null;
      /** @description Why it is needed. */
      readonly justification: string | null;
      /**
       * @description The number that people say.
       * @example CHG0000001
       */
      readonly number: string;
      /**
       * Format: date-time
       * @description When implementation is to end; after plannedStart.
       * @example 2026-01-31T23:30:00.000Z
       */
      readonly plannedEnd: string | null;
      /**
       * Format: date-time
       * @description When implementation is to begin.
       * @example 2026-01-31T22:00:00.000Z
       */
      readonly plannedStart: string | null;
      /** @description Who wants it. */
      readonly requestedBy: string;
      /** @description The post-implementation review. */
      readonly review: string | null;
      /**
       * @description Where it came from.
       * @enum {string}
       */
      readonly source: 'manual' | 'deployment' | 'api' | 'capacity';
      /**
       * @description Where it is in its life cycle.
       * @enum {string}
       */
      readonly state: 'new' | 'assess' | 'authorize' | 'scheduled' | 'implement' | 'review' | 'closed' | 'canceled';
      /** @description How it is seen to work. */
      readonly testPlan: string | null;
      /** @description What is to be done, in one line. */
      readonly title: string;
      /**
       * @description Which life cycle it follows.
       * @enum {string}
       */
      readonly type: 'standard' | 'normal' | 'emergency';
      /**
       * Format: date-time
       * @description When it last changed.
       */
      readonly updatedAt: string;
      /** @description Goes up by one with every fact; the ETag. */
      readonly version: number;
    };
    readonly CiBulkAnswer: {
      /** @description Items that were refused. */
      readonly failed: number;
      /** @description What became of each, in order. */
      readonly items: readonly components['schemas']['CiBulkItemAnswer'][];
      /** @description Items that were carried out. */
      readonly succeeded: number;
    };
    readonly CiBulkInput: {
      /** @description What is to be done, in this order. */
      readonly items: readonly components['schemas']['CiBulkItem'][];
    };
    readonly CiBulkItem: {
      /** @description An item to create, as in POST /v1/cis. */
      readonly create?: components['schemas']['CreateCiInput'];
      /** @description An item to change. */
      readonly update?: components['schemas']['CiUpdate'];
    };
    readonly CiBulkItemAnswer: {
      /** @description Why it was refused; such an item changed nothing. */
      readonly error?: components['schemas']['Problem'];
      /** @description Place of the item in the request, from 0. */
      readonly index: number;
      /** @description The item as it is now. */
      readonly resource?: components['schemas']['CiResource'];
      /** @description What the status would be of the item sent alone. */
      readonly status: number;
    };
    readonly CiClassList: {
      /** @description All classes, a parent before its children. */
      readonly items: readonly components['schemas']['CiClassResource'][];
      /** @description Always null: the list has one page. */
      readonly nextCursor: string | null;
    };
    readonly CiClassResource: {
      /** @description JSON Schema of the attributes, with those inherited. */
      readonly attributesSchema: {
        readonly [key: string]: unknown;
      };
      /** @description Attributes by which two sources recognise the same item, strongest rule first. */
      readonly identification: readonly (readonly string[])[];
      /** @description What people call it. */
      readonly label: string;
      /**
       * @description Name of the class.
       * @example virtual_machine
       */
      readonly name: string;
      /** @description Class that it is a kind of; null for the root. */
      readonly parent: string | null;
    };
    readonly CiHistory: {
      /** @description One page. */
      readonly items: readonly components['schemas']['CiHistoryEntry'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly CiHistoryEntry: {
      /** @description What was done. */
      readonly action: string;
      /** @description Who. */
      readonly actor: string;
      /** @description The item afterwards. */
      readonly after: {
        readonly [key: string]: unknown;
      } | null;
      /**
       * Format: date-time
       * @description When.
       */
      readonly at: string;
      /** @description The item before. */
      readonly before: {
        readonly [key: string]: unknown;
      } | null;
      /**
       * Format: uuid
       * @description Id of the entry.
       */
      readonly id: string;
      /** @description Why, where it was said. */
      readonly reason: string | null;
    };
    readonly CiList: {
      /** @description One page. */
      readonly items: readonly components['schemas']['CiResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly CiResource: {
      /** @description Actions that are possible now. */
      readonly allowedActions: readonly string[];
      /** @description Attributes by the schema of the item's class; others are allowed as well. */
      readonly attributes: {
        readonly [key: string]: unknown;
      };
      /**
       * @description Class, see /v1/ci-classes.
       * @example virtual_machine
       */
      readonly class: string;
      /**
       * Format: date-time
       * @description When it was recorded.
       */
      readonly createdAt: string;
      /** @description Who recorded it. */
      readonly createdBy: string;
      /** @description 1 most critical to 4 least. */
      readonly criticality: number;
      /** @description How sources call it. */
      readonly externalIds: readonly components['schemas']['ExternalIdField'][];
      /**
       * Format: date-time
       * @description When it first became known.
       */
      readonly firstSeenAt: string;
      /**
       * Format: uuid
       * @description Id of the item.
       */
      readonly id: string;
      /**
       * Format: date-time
       * @description When a source last said something new about it.
       */
      readonly lastSeenAt: string;
      /**
       * @description What people call it.
       * @example shop-web-1
       */
      readonly name: string;
      /**
       * @description Follows open incidents and running changes.
       * @enum {string}
       */
      readonly operationalStatus: 'operational' | 'degraded' | 'non_operational' | 'maintenance' | 'retired';
      /** @description Group that answers for it. */
      readonly ownerGroup: string | null;
      /** @description Which source set an attribute last. */
      readonly sources: {
        readonly [key: string]: string;
      };
      /**
       * @description Stage in its life cycle.
       * @enum {string}
       */
      readonly stage: 'design' | 'build' | 'operate' | 'retired';
      /**
       * Format: date-time
       * @description When it last changed.
       */
      readonly updatedAt: string;
      /** @description Rises by one with each event of the item; its ETag. */
      readonly version: number;
    };
    readonly CiUpdate: {
      /**
       * Format: uuid
       * @description The item to change.
       */
      readonly id: string;
      /** @description The ETag of the version that was read, or * for any. */
      readonly ifMatch?: string;
      /** @description What is to be different, as in PATCH /v1/cis/{id}. */
      readonly patch: components['schemas']['UpdateCiInput'];
    };
    readonly CloseDto: {
      /**
       * @description How it went.
       * @enum {string}
       */
      readonly closeCode: 'successful' | 'successful_issues' | 'unsuccessful';
      /** @description How it went, in words. */
      readonly closeNotes?: string | null;
    };
    readonly CreateCiInput: {
      /** @description Attributes by the schema of the item's class; others are allowed as well. */
      readonly attributes?: {
        readonly [key: string]: unknown;
      };
      /**
       * @description Class, see /v1/ci-classes.
       * @example virtual_machine
       */
      readonly class: string;
      /** @description 1 most critical to 4 least; 3 when left out. */
      readonly criticality?: number;
      /** @description How sources call it. */
      readonly externalIds?: readonly components['schemas']['ExternalIdField'][];
      /**
       * @description What people call it.
       * @example shop-web-1
       */
      readonly name: string;
      /** @description Group that answers for it. */
      readonly ownerGroup?: string | null;
      /**
       * @description Stage in its life cycle; operate when left out.
       * @enum {string}
       */
      readonly stage?: 'design' | 'build' | 'operate' | 'retired';
    };
    readonly CreateThresholdDto: {
      /**
       * @description Which side is a breach.
       * @enum {string}
       */
      readonly comparator: '>' | '<';
      /**
       * @description For how many minutes, by the points' own times, a value must stay beyond before it is a breach.
       * @default 0
       */
      readonly forMinutes: number;
      /**
       * @description The metric that it is about.
       * @example disk.used
       */
      readonly metric: string;
      /** @description How many days ahead a breach is foreseen; null foresees none. */
      readonly predictDays?: number | null;
      /** @description Which resources; every part that is given must hold. Empty: all with the metric. */
      readonly selector?: components['schemas']['SelectorDto'];
      /**
       * @description How severe a breach is; warning unless given.
       * @enum {string}
       */
      readonly severity?: 'critical' | 'error' | 'warning' | 'info';
      /** @description The value that is not to be crossed. */
      readonly value: number;
    };
    readonly DeadLetter: {
      readonly aggregateId: string | null;
      readonly aggregateType: string | null;
      readonly aggregateVersion: number | null;
      /** @description What may be done with it now. */
      readonly allowedActions: readonly ('redrive' | 'discard')[];
      /** @description How often it was tried; 0 when it waits behind another message. */
      readonly attempts: number;
      /** @description The consumer within the service. */
      readonly consumer: string;
      readonly discardReason: string | null;
      /** @description The CloudEvent id, where it could be read. */
      readonly eventId: string | null;
      /** @description The same for failures with the same cause. */
      readonly fingerprint: string;
      /** Format: date-time */
      readonly firstAt: string;
      /** @description Where it failed: the first frame of the application's own code on the stack. */
      readonly frame: string | null;
      /** @description Headers of the record. */
      readonly headers: {
        readonly [key: string]: unknown;
      };
      /** Format: uuid */
      readonly id: string;
      readonly key: string | null;
      /**
       * Format: date-time
       * @description When it was last tried.
       */
      readonly lastAt: string;
      /** @description A 64-bit number as text. */
      readonly offset: string;
      readonly partition: number;
      /** @description The value as JSON, or as base64 text when payloadEncoding says so. */
      readonly payload: (Record<string, never> | readonly unknown[] | string | number | boolean) | null;
      /**
       * @description none: the record had no value.
       * @enum {string}
       */
      readonly payloadEncoding: 'json' | 'base64' | 'none';
      readonly reason: string;
      /** @description not-a-cloudevent, unknown-type, wrong-topic, invalid-data, invalid-time, upcast-failed, handler-failed, behind-parked, or one that the handler gave. */
      readonly reasonKind: string;
      /** @description The service that could not handle it. */
      readonly service: string;
      /**
       * Format: date-time
       * @description When it was redriven or discarded.
       */
      readonly settledAt: string | null;
      /** @description Who redrove or discarded it. */
      readonly settledBy: string | null;
      /** @enum {string} */
      readonly status: 'parked' | 'redriven' | 'discarded';
      readonly topic: string;
      readonly type: string | null;
    };
    readonly DeadLetterGroupsPage: {
      /** @description Largest first, each with service, consumer, topic, fingerprint, reasonKind, count, firstAt, lastAt, exampleId and exampleReason. */
      readonly items: readonly {
        readonly [key: string]: unknown;
      }[];
      /** @description Whether a service has more groups; filters show them. */
      readonly truncated: boolean;
      /** @description Services that did not answer; what they have put aside is missing here. */
      readonly unavailable: readonly ('cmdb-svc' | 'incident-svc' | 'change-svc' | 'capacity-svc' | 'gateway')[];
    };
    readonly DeadLettersPage: {
      /** @description Messages that could not be handled, newest first unless asked otherwise. */
      readonly items: readonly components['schemas']['DeadLetter'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
      /** @description Services that did not answer; what they have put aside is missing here. */
      readonly unavailable: readonly ('cmdb-svc' | 'incident-svc' | 'change-svc' | 'capacity-svc' | 'gateway')[];
    };
    readonly DeliveryPage: {
      /** @description The deliveries. */
      readonly items: readonly components['schemas']['DeliveryResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly DeliveryResource: {
      /** @description The tries, the oldest first; of more the last 50. */
      readonly attempts: readonly components['schemas']['AttemptResource'][];
      /**
       * Format: date-time
       * @description When it was put into the queue.
       */
      readonly createdAt: string;
      /** @description The event's id; the receiver sees it as webhook-id, at each try the same. */
      readonly eventId: string;
      /**
       * @description Why it has failed.
       * @enum {string|null}
       */
      readonly failedReason: 'tries-used-up' | 'not-permitted' | null;
      /**
       * Format: uuid
       * @description Its id.
       */
      readonly id: string;
      /**
       * Format: date-time
       * @description When the next try is; null when none waits, or while it is under way.
       */
      readonly nextAttemptAt: string | null;
      /** @description What the event is about, such as incident/<id>. */
      readonly resource: string | null;
      /**
       * Format: date-time
       * @description When it was delivered or given up.
       */
      readonly settledAt: string | null;
      /**
       * @description How far it is.
       * @enum {string}
       */
      readonly state: 'pending' | 'delivered' | 'failed';
      /** @description The event's type. */
      readonly type: string;
    };
    readonly DeploymentResource: {
      /** @description The CI as the tool names it; `cis` is empty while it is not known. */
      readonly ci:
        | (
            | string
            | {
                readonly externalId: string;
                readonly source: string;
              }
          )
        | null;
      /** @description Where it was deployed to. */
      readonly environment: string | null;
      /** @description What was deployed. */
      readonly revision: string | null;
      /** @description The tool that reported it. */
      readonly source: string;
      /**
       * @description How far it is, by the latest report.
       * @enum {string}
       */
      readonly status: 'started' | 'succeeded' | 'failed' | 'rolled_back';
      /** @description Where to read more. */
      readonly url: string | null;
    };
    readonly DeploymentsTakenDto: {
      /** @description Deployments that are durable now. */
      readonly accepted: number;
      /** @description The events of the others. */
      readonly items: readonly components['schemas']['AcceptedReport'][];
      /** @description Reports that are not valid. */
      readonly rejected: readonly components['schemas']['RejectedReport'][];
    };
    readonly DiscardLetter: {
      /** @description Why nobody needs it. */
      readonly reason: string;
    };
    readonly DiscardLetters: {
      /** @description Only of the aggregate with this id. */
      readonly aggregate?: string;
      /** @description Only of this consumer, such as incident-svc.alerts. */
      readonly consumer?: string;
      /** @description Only failures with the same cause. */
      readonly fingerprint?: string;
      /** @description Why nobody needs them. */
      readonly reason: string;
      /** @description Only put aside for this reason, such as invalid-data. */
      readonly reasonKind?: string;
      /**
       * @description The service that has put them aside.
       * @enum {string}
       */
      readonly service: 'cmdb-svc' | 'incident-svc' | 'change-svc' | 'capacity-svc' | 'gateway';
      /** @description Only from this topic. */
      readonly topic?: string;
    };
    readonly DiscoveredItem: {
      /**
       * Format: uuid
       * @description The configuration item that it is.
       */
      readonly ciId: string;
      /** @description The source's own id. */
      readonly externalId: string;
      /**
       * @description What became of it.
       * @enum {string}
       */
      readonly outcome: 'created' | 'updated' | 'unchanged';
    };
    readonly DiscoveryAnswer: {
      /** @description New items. */
      readonly created: number;
      /** @description Each item that was taken. */
      readonly items: readonly components['schemas']['DiscoveredItem'][];
      /** @description What could not be taken, and why. */
      readonly rejected: readonly components['schemas']['RejectedEntry'][];
      /** @description The same for relationships. */
      readonly relationships: components['schemas']['RelationshipCounts'];
      /** @description Items that a complete report no longer names and no other source knows. */
      readonly retired: number;
      /** @description Items that are as they were: nothing was written. */
      readonly unchanged: number;
      /** @description Items of which something new was said. */
      readonly updated: number;
    };
    readonly DiscoveryTakenDto: {
      /** @description Items that are durable now; each is judged when it is applied. */
      readonly accepted: number;
      /**
       * Format: uuid
       * @description Id of the event that the report became.
       */
      readonly eventId: string;
    };
    readonly EditChangeDto: {
      /** @description The person who implements it. */
      readonly assignee?: string | null;
      /** @description The group that implements it. */
      readonly assignmentGroup?: string | null;
      /** @description How it is undone. */
      readonly backoutPlan?: string | null;
      /** @description What is to be done. */
      readonly description?: string;
      /** @description How much it touches: 1 high, 2 medium, 3 low. */
      readonly impact?: number | null;
      /** @description How it is done. */
      readonly implementationPlan?: string | null;
      /** @description Why it is needed. */
      readonly justification?: string | null;
      /**
       * Format: date-time
       * @description When implementation is to end; after plannedStart.
       * @example 2026-01-31T23:30:00.000Z
       */
      readonly plannedEnd?: string | null;
      /**
       * Format: date-time
       * @description When implementation is to begin.
       * @example 2026-01-31T22:00:00.000Z
       */
      readonly plannedStart?: string | null;
      /** @description How it is seen to work. */
      readonly testPlan?: string | null;
      /** @description What is to be done, in one line. */
      readonly title?: string;
    };
    readonly EditIncidentDto: {
      /**
       * Format: date-time
       * @description When it happened, for records brought over from another system: not later than now, not before the last move. Left out: now.
       */
      readonly at?: string;
      /** @description Who reported it. */
      readonly caller?: string | null;
      /**
       * Format: uuid
       * @description The change that caused it.
       */
      readonly causedByChangeId?: string | null;
      /** @description The item at fault: its id, its name where unique, or a source’s own id. */
      readonly ci?:
        | (
            | string
            | {
                readonly externalId: string;
                readonly source: string;
              }
          )
        | null;
      /** @description What is known, at length. */
      readonly description?: string;
      /** @description 1 high, 2 medium, 3 low: how much is hit. */
      readonly impact?: number;
      /** @description Whether it is a security incident, which only those see who may; only they may say so. */
      readonly security?: boolean;
      /**
       * @description What is wrong, in one line.
       * @example Checkout is slow
       */
      readonly title?: string;
      /** @description 1 high, 2 medium, 3 low: how soon it must end. */
      readonly urgency?: number;
    };
    readonly EditWebhookDto: {
      /** @description What is to be different of the filter. */
      readonly filter?: components['schemas']['WebhookFilterEditDto'];
      /**
       * @description What it is for.
       * @example Chat of the operators
       */
      readonly name?: string;
      /**
       * @description Where events are sent by POST. https or http, on the public internet at port 443 or 80 unless those who run the platform allow more.
       * @example https://example.com/hooks/itops
       */
      readonly url?: string;
    };
    readonly ExhaustionDto: {
      /**
       * Format: date-time
       * @description When the expected value meets it.
       */
      readonly at: string;
      /**
       * Format: date-time
       * @description When the nearer bound meets it.
       */
      readonly earliest: string;
      /**
       * Format: date-time
       * @description When the farther bound meets it; null when that is beyond the horizon.
       */
      readonly latest: string | null;
      /**
       * Format: uuid
       * @description The threshold that is met first.
       */
      readonly thresholdId: string;
    };
    readonly ExternalIdField: {
      /**
       * @description That tool's own id.
       * @example device-17
       */
      readonly externalId: string;
      /**
       * @description The tool that knows the item.
       * @example netbox
       */
      readonly source: string;
    };
    readonly ForecastDto: {
      /** @description How well it did on points that were held back. */
      readonly accuracy: components['schemas']['AccuracyDto'];
      /** @description When a threshold will be met; null when none is within the horizon. */
      readonly exhaustion: components['schemas']['ExhaustionDto'] | null;
      /** @description Share of future values that the interval is meant to hold. */
      readonly level: number;
      /** @description Metric. */
      readonly metric: string;
      /** @description The model that did best on held-back points; several, weightiest first, where their mean did. */
      readonly model: string;
      /** @description The forecast. */
      readonly points: readonly components['schemas']['ForecastPointDto'][];
      /**
       * Format: uuid
       * @description The resource.
       */
      readonly resourceId: string;
      /** @description What it was made from. */
      readonly trainedOn: components['schemas']['TrainedOnDto'];
    };
    readonly ForecastPointDto: {
      /**
       * Format: date-time
       * @description Time.
       */
      readonly at: string;
      /** @description Lower bound of the prediction interval. */
      readonly lower: number;
      /** @description Expected value. */
      readonly mean: number;
      /** @description Upper bound of the prediction interval. */
      readonly upper: number;
    };
    readonly FoundDto: {
      /**
       * Format: date-time
       * @description When it began.
       */
      readonly at: string;
      /**
       * @description By what it was found: it is called so, or the words are in title or text.
       * @enum {string}
       */
      readonly foundBy: 'name' | 'title' | 'text';
      /**
       * @description Where it is read.
       * @example /v1/incidents/018f4e1a-6c2b-7d3e-8f90-123456789abc
       */
      readonly href: string;
      /**
       * Format: uuid
       * @description Its id.
       */
      readonly id: string;
      /**
       * @description The number that people say.
       * @example INC0000042
       */
      readonly number: string | null;
      /** @description Whether it is not over. */
      readonly open: boolean;
      /** @description The part of its text in which the words are; plain text, no markup. */
      readonly snippet: string;
      /** @description Where it is in its life cycle; of a configuration item its stage. */
      readonly state: string;
      /** @description Its title; of a configuration item its name. */
      readonly title: string;
      /**
       * @description What it is.
       * @enum {string}
       */
      readonly type: 'incident' | 'change' | 'ci' | 'alert';
    };
    readonly FoundPage: {
      /** @description This page, best first. */
      readonly items: readonly components['schemas']['FoundDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly HistoryEntry: {
      /**
       * @description What was done.
       * @example approve
       */
      readonly action: string;
      /** @description Who did it. */
      readonly actor: string;
      /** @description What is different since. */
      readonly after: {
        readonly [key: string]: unknown;
      };
      /**
       * Format: date-time
       * @description When it was done.
       */
      readonly at: string;
      /** @description What was different before. */
      readonly before: {
        readonly [key: string]: unknown;
      };
      /** @description The same for everything that followed from one first signal. */
      readonly correlationId: string;
      /**
       * Format: uuid
       * @description Its id.
       */
      readonly id: string;
      /** @description Why. */
      readonly reason: string | null;
    };
    readonly HistoryPage: {
      /** @description The steps, oldest first. */
      readonly items: readonly components['schemas']['HistoryEntry'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly HoldDto: {
      /**
       * Format: date-time
       * @description When it happened, for records brought over from another system: not later than now, not before the last move. Left out: now.
       */
      readonly at?: string;
      /**
       * @description What work waits for.
       * @enum {string}
       */
      readonly reason: 'caller' | 'problem' | 'vendor' | 'change';
    };
    readonly Impact: {
      /**
       * Format: date-time
       * @description The time for which this holds.
       */
      readonly asOf: string;
      /**
       * Format: uuid
       * @description The item that was asked about.
       */
      readonly ciId: string;
      /** @description Most hops. */
      readonly depth: number;
      /**
       * @description Which way was looked.
       * @enum {string}
       */
      readonly direction: 'affected' | 'dependencies';
      /** @description Nearest first, then worst first. */
      readonly items: readonly components['schemas']['ImpactedCi'][];
      /** @description Whether there is more, beyond depth or limit. */
      readonly truncated: boolean;
    };
    readonly ImpactDto: {
      /**
       * Format: date-time
       * @description Of when this is.
       */
      readonly asOf: string;
      /**
       * Format: uuid
       * @description The item at fault; null while it is not known.
       */
      readonly ciId: string | null;
      /** @description Most hops. */
      readonly depth: number;
      /**
       * @description Along or against the direction of impact.
       * @enum {string}
       */
      readonly direction: 'affected';
      /** @description What suffers, nearest first. */
      readonly items: readonly components['schemas']['ImpactItemDto'][];
      /** @description Whether there is more. */
      readonly truncated: boolean;
    };
    readonly ImpactedCi: {
      /**
       * Format: uuid
       * @description Id of the item.
       */
      readonly ciId: string;
      /** @description Its name. */
      readonly ciName: string;
      /** @description Its class. */
      readonly class: string;
      /** @description Fewest hops. */
      readonly distance: number;
      /**
       * @description The worst that happens over all ways.
       * @enum {string}
       */
      readonly effect: 'down' | 'degraded' | 'at_risk';
      /** @description A shortest way, with both ends. */
      readonly path: readonly components['schemas']['ImpactStep'][];
    };
    readonly ImpactItemDto: {
      /**
       * Format: uuid
       * @description The item.
       */
      readonly ciId: string;
      /** @description Its name. */
      readonly ciName: string;
      /** @description Its class. */
      readonly class: string;
      /** @description Hops from the nearest item of the fault; 0 for one that alerts. */
      readonly distance: number;
      /**
       * @description What happens to it.
       * @enum {string}
       */
      readonly effect: 'down' | 'degraded' | 'at_risk';
      /** @description The way there from that item, both ends included. */
      readonly path: readonly components['schemas']['PathStepDto'][];
    };
    readonly ImpactStep: {
      /**
       * Format: uuid
       * @description Id of the item.
       */
      readonly ciId: string;
      /** @description Its name. */
      readonly ciName: string;
    };
    readonly IncidentPage: {
      /** @description This page. */
      readonly items: readonly components['schemas']['IncidentResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly IncidentPlainActionDto: {
      /**
       * Format: date-time
       * @description When it happened, for records brought over from another system: not later than now, not before the last move. Left out: now.
       */
      readonly at?: string;
    };
    readonly IncidentReasonDto: {
      /**
       * Format: date-time
       * @description When it happened, for records brought over from another system: not later than now, not before the last move. Left out: now.
       */
      readonly at?: string;
      /** @description Why. */
      readonly reason: string;
    };
    readonly IncidentResource: {
      /**
       * Format: date-time
       * @description When somebody first took it.
       */
      readonly acknowledgedAt: string | null;
      /** @description Ids of the items that alert or suffer, the origin first. */
      readonly affectedCis: readonly string[];
      /** @description How many alerts belong to it. */
      readonly alertCount: number;
      /** @description What may be done with it now. */
      readonly allowedActions: readonly string[];
      /** @description The person that has it. */
      readonly assignee: string | null;
      /** @description The group that has it. */
      readonly assignmentGroup: string | null;
      /** @description Who reported it. */
      readonly caller: string | null;
      /**
       * Format: uuid
       * @description The change that caused it, as people have found.
       */
      readonly causedByChangeId: string | null;
      /**
       * Format: uuid
       * @description The item at fault; of several alerting ones the likely origin.
       */
      readonly ciId: string | null;
      /** @description Its name. */
      readonly ciName: string | null;
      /** @description How it ended. */
      readonly closeCode: string | null;
      /**
       * Format: date-time
       * @description When it was closed or canceled.
       */
      readonly closedAt: string | null;
      /** @description How it ended, in words. */
      readonly closeNotes: string | null;
      /**
       * Format: date-time
       * @description When the platform learned of it.
       */
      readonly createdAt: string;
      /** @description Who opened it. */
      readonly createdBy: string;
      /** @description What is known, at length. */
      readonly description: string;
      /**
       * @description What it waits for, while on hold.
       * @enum {string|null}
       */
      readonly holdReason: 'caller' | 'problem' | 'vendor' | 'change' | null;
      /**
       * Format: uuid
       * @description The id.
       */
      readonly id: string;
      /** @description 1 high, 2 medium, 3 low: how much is hit. */
      readonly impact: number;
      /** @description Set once it was proposed as a major incident. */
      readonly major: components['schemas']['MajorResource'] | null;
      /**
       * @description What people call it.
       * @example INC0000042
       */
      readonly number: string;
      /**
       * Format: date-time
       * @description Since when it is tracked.
       */
      readonly openedAt: string;
      /** @description 1 critical to 5 planning, by the priority matrix. */
      readonly priority: number;
      /**
       * Format: uuid
       * @description The problem behind it.
       */
      readonly problemId: string | null;
      /** @description How often it went to another group; the first is none. */
      readonly reassignmentCount: number;
      /** @description How often it was reopened. */
      readonly reopenCount: number;
      /**
       * Format: date-time
       * @description When it was resolved.
       */
      readonly resolvedAt: string | null;
      /** @description Whether it is a security incident, which only those see who may; only they may say so. */
      readonly security: boolean;
      /**
       * @description How it came.
       * @enum {string}
       */
      readonly source: 'manual' | 'alert' | 'capacity' | 'api';
      /**
       * @description Where it is in its life cycle.
       * @enum {string}
       */
      readonly state: 'new' | 'in_progress' | 'on_hold' | 'resolved' | 'closed' | 'canceled';
      /**
       * @description What is wrong, in one line.
       * @example Checkout is slow
       */
      readonly title: string;
      /**
       * Format: date-time
       * @description When it last changed here.
       */
      readonly updatedAt: string;
      /** @description 1 high, 2 medium, 3 low: how soon it must end. */
      readonly urgency: number;
      /** @description Rises by one with each fact; the ETag. */
      readonly version: number;
    };
    readonly LinkResource: {
      /** @description Where to read more. */
      readonly href: string;
      /** @description What is there. */
      readonly text?: string;
    };
    readonly MajorResource: {
      /**
       * @description How far the question is whether it is a major incident.
       * @enum {string}
       */
      readonly state: 'candidate' | 'accepted' | 'rejected';
    };
    readonly MetricsTakenDto: {
      /** @description Points that are durable now. */
      readonly accepted: number;
      /** @description Series that are not valid. */
      readonly rejected: readonly components['schemas']['RejectedSeries'][];
    };
    readonly MoveAlertDto: Record<string, never>;
    readonly MoveCiStageInput: {
      /** @description Why, for the history. */
      readonly reason?: string;
    };
    readonly NewApiKeyDto: {
      /**
       * @description For how many days it is good.
       * @default 90
       */
      readonly expiresInDays: number;
      /**
       * @description Assignment groups that it acts for.
       * @example [
       *       "network"
       *     ]
       */
      readonly groups?: readonly string[];
      /**
       * @description What uses the key, for people.
       * @example Prometheus in Frankfurt
       */
      readonly name: string;
      /**
       * @description What the key may do: no more than who makes it.
       * @example [
       *       "integration"
       *     ]
       */
      readonly roles: readonly (
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
    readonly NewWebhookDto: {
      /** @description Which events; without it all that you may see. */
      readonly filter?: components['schemas']['WebhookFilterDto'];
      /**
       * @description What it is for.
       * @example Chat of the operators
       */
      readonly name: string;
      /** @description whsec_ and the base64 of 24 to 64 random bytes; without it one is made. */
      readonly secret?: string;
      /**
       * @description Where events are sent by POST. https or http, on the public internet at port 443 or 80 unless those who run the platform allow more.
       * @example https://example.com/hooks/itops
       */
      readonly url: string;
    };
    readonly NoteIncidentDto: {
      /**
       * Format: date-time
       * @description When it happened, for records brought over from another system: not later than now, not before the last move. Left out: now.
       */
      readonly at?: string;
      /**
       * @description work for those who work on it, public for the caller too.
       * @enum {string}
       */
      readonly kind: 'work' | 'public';
      /** @description The note. */
      readonly text: string;
    };
    readonly NotePage: {
      /** @description This page, oldest first. */
      readonly items: readonly components['schemas']['NoteResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly NoteResource: {
      /**
       * Format: date-time
       * @description When it was written.
       */
      readonly at: string;
      /** @description Who wrote it. */
      readonly author: string;
      /**
       * Format: uuid
       * @description The id.
       */
      readonly id: string;
      /**
       * @description work for those who work on it, public for the caller too.
       * @enum {string}
       */
      readonly kind: 'work' | 'public';
      /** @description The note. */
      readonly text: string;
    };
    readonly NothingDto: Record<string, never>;
    readonly OpenChangeDto: {
      /** @description The person who implements it. */
      readonly assignee?: string | null;
      /** @description The group that implements it. */
      readonly assignmentGroup?: string | null;
      /** @description How it is undone. */
      readonly backoutPlan?: string | null;
      /** @description The CIs that it changes; each must be known. */
      readonly cis?: readonly (
        | string
        | {
            readonly externalId: string;
            readonly source: string;
          }
      )[];
      /** @description What is to be done. */
      readonly description?: string;
      /** @description The other system's own id for it. */
      readonly externalRef?: string | null;
      /** @description How much it touches: 1 high, 2 medium, 3 low. */
      readonly impact?: number | null;
      /** @description How it is done. */
      readonly implementationPlan?: string | null;
      /** @description Why it is needed. */
      readonly justification?: string | null;
      /**
       * Format: date-time
       * @description When implementation is to end; after plannedStart.
       * @example 2026-01-31T23:30:00.000Z
       */
      readonly plannedEnd?: string | null;
      /**
       * Format: date-time
       * @description When implementation is to begin.
       * @example 2026-01-31T22:00:00.000Z
       */
      readonly plannedStart?: string | null;
      /** @description Who wants it; the caller without it. */
      readonly requestedBy?: string;
      /**
       * @description Where it comes from; manual without it.
       * @enum {string}
       */
      readonly source?: 'manual' | 'api';
      /** @description How it is seen to work. */
      readonly testPlan?: string | null;
      /** @description What is to be done, in one line. */
      readonly title: string;
      /**
       * @description Which life cycle it follows; normal without it.
       * @enum {string}
       */
      readonly type?: 'standard' | 'normal' | 'emergency';
    };
    readonly OpenIncidentDto: {
      /** @description The person that has it. */
      readonly assignee?: string;
      /** @description The group that has it. */
      readonly assignmentGroup?: string;
      /**
       * Format: date-time
       * @description When it happened, for records brought over from another system: not later than now, not before the last move. Left out: now.
       */
      readonly at?: string;
      /** @description Who reported it. */
      readonly caller?: string;
      /** @description The item at fault: its id, its name where unique, or a source’s own id. */
      readonly ci?:
        | string
        | {
            readonly externalId: string;
            readonly source: string;
          };
      /** @description What is known, at length. */
      readonly description?: string;
      /** @description 1 high, 2 medium, 3 low: how much is hit. */
      readonly impact?: number;
      /** @description Whether it is a security incident, which only those see who may; only they may say so. */
      readonly security?: boolean;
      /**
       * @description What is wrong, in one line.
       * @example Checkout is slow
       */
      readonly title: string;
      /** @description 1 high, 2 medium, 3 low: how soon it must end. */
      readonly urgency?: number;
    };
    readonly OrderedErasure: {
      /** @description One for each name of the person; each service writes a row with its id into the trail when it is done. */
      readonly erasures: readonly string[];
    };
    readonly OrderErasureDto: {
      /** @description Why; without naming the person. */
      readonly reason?: string;
      /**
       * @description The person: a subject of this platform (user:<id>), whose name and e-mail are then looked up, or the words by which they are named.
       * @example ann.smith@example.org
       */
      readonly subject: string;
    };
    readonly PathStepDto: {
      /**
       * Format: uuid
       * @description The item.
       */
      readonly ciId: string;
      /** @description Its name. */
      readonly ciName: string;
    };
    readonly Problem: {
      /** @description What is wrong with this request, and what to do. */
      readonly detail: string;
      /** @description Each thing that is wrong with the input. */
      readonly errors?: readonly {
        /** @description Where: a JSON pointer. */
        readonly pointer: string;
        /** @description Why. */
        readonly reason: string;
      }[];
      /** @description The path of the request. */
      readonly instance?: string;
      /** @description HTTP status. */
      readonly status: number;
      /** @description The kind in words. */
      readonly title: string;
      /** @description To be given to those who run the platform. */
      readonly traceId?: string;
      /** @description Kind of problem, a path that does not change. */
      readonly type: string;
    };
    readonly RedeliveredRange: {
      /**
       * Format: date-time
       * @description Where to go on, as `from`, when there were more; null when these were all.
       */
      readonly continueFrom: string | null;
      /** @description How many go out again. */
      readonly count: number;
    };
    readonly RedeliverRangeDto: {
      /**
       * Format: date-time
       * @description From then on, by when they were put into the queue.
       */
      readonly from: string;
      /**
       * @description Only what is in this state.
       * @enum {string}
       */
      readonly state?: 'delivered' | 'failed';
      /**
       * Format: date-time
       * @description Until before then.
       */
      readonly to: string;
    };
    readonly RedriveLetters: {
      /** @description Only of the aggregate with this id. */
      readonly aggregate?: string;
      /** @description Only of this consumer, such as incident-svc.alerts. */
      readonly consumer?: string;
      /** @description Only failures with the same cause. */
      readonly fingerprint?: string;
      /** @description Only put aside for this reason, such as invalid-data. */
      readonly reasonKind?: string;
      /**
       * @description The service that has put them aside.
       * @enum {string}
       */
      readonly service: 'cmdb-svc' | 'incident-svc' | 'change-svc' | 'capacity-svc' | 'gateway';
      /** @description Only from this topic. */
      readonly topic?: string;
    };
    readonly RejectedEntry: {
      /** @description Its place in that list, from 0. */
      readonly index: number;
      /**
       * @description In which list of the request.
       * @enum {string}
       */
      readonly list: 'items' | 'relationships';
      /** @description Which value is wrong, as a JSON pointer into the request. */
      readonly pointer: string;
      /** @description Why. */
      readonly reason: string;
    };
    readonly RejectedReport: {
      /** @description Why it was not taken. */
      readonly errors: readonly components['schemas']['ReportError'][];
      /** @description Place in the request, from 0. */
      readonly index: number;
    };
    readonly RejectedSeries: {
      /** @description Why it was not taken. */
      readonly errors: readonly components['schemas']['ReportError'][];
      /** @description Place in the request, from 0. */
      readonly index: number;
      /** @description How many points it had. */
      readonly points: number;
    };
    readonly RelationshipBulkAnswer: {
      /** @description Items that were refused. */
      readonly failed: number;
      /** @description What became of each, in order. */
      readonly items: readonly components['schemas']['RelationshipBulkItemAnswer'][];
      /** @description Items that were carried out. */
      readonly succeeded: number;
    };
    readonly RelationshipBulkInput: {
      /** @description What is to be done, in this order. */
      readonly items: readonly components['schemas']['RelationshipBulkItem'][];
    };
    readonly RelationshipBulkItem: {
      /** @description A relationship to add, as in POST /v1/relationships. */
      readonly create?: components['schemas']['AddRelationshipInput'];
      /** @description A relationship to change. */
      readonly update?: components['schemas']['RelationshipUpdate'];
    };
    readonly RelationshipBulkItemAnswer: {
      /** @description Why it was refused; such an item changed nothing. */
      readonly error?: components['schemas']['Problem'];
      /** @description Place of the item in the request, from 0. */
      readonly index: number;
      /** @description The relationship as it is now. */
      readonly resource?: components['schemas']['RelationshipResource'];
      /** @description What the status would be of the item sent alone. */
      readonly status: number;
    };
    readonly RelationshipCounts: {
      /** @description New. */
      readonly created: number;
      /** @description No longer reported by a complete report. */
      readonly removed: number;
      /** @description As they were. */
      readonly unchanged: number;
      /** @description With other attributes than before. */
      readonly updated: number;
    };
    readonly RelationshipList: {
      /** @description One page. */
      readonly items: readonly components['schemas']['RelationshipResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly RelationshipResource: {
      /** @description Free attributes. `quorum` of a redundant type (Cluster of, Members): how many of the children the parent needs. */
      readonly attributes: {
        readonly [key: string]: unknown;
      };
      /**
       * Format: uuid
       * @description Configuration item at the child end.
       */
      readonly childId: string;
      /**
       * Format: date-time
       * @description When it was recorded.
       */
      readonly createdAt: string;
      /** @description Who recorded it. */
      readonly createdBy: string;
      /**
       * Format: uuid
       * @description Id of the relationship.
       */
      readonly id: string;
      /**
       * Format: uuid
       * @description Configuration item at the parent end.
       */
      readonly parentId: string;
      /** @description Who reported it first. */
      readonly source: string;
      /**
       * @description How the parent is related to the child.
       * @enum {string}
       */
      readonly type:
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
      readonly updatedAt: string;
      /** @description Rises by one with each event of it; its ETag. */
      readonly version: number;
    };
    readonly RelationshipUpdate: {
      /**
       * Format: uuid
       * @description The relationship to change.
       */
      readonly id: string;
      /** @description The ETag of the version that was read, or * for any. */
      readonly ifMatch?: string;
      /** @description What is to be different, as in PATCH /v1/relationships/{id}. */
      readonly patch: components['schemas']['UpdateRelationshipInput'];
    };
    readonly ReportError: {
      /** @description Where in the report, as a JSON pointer; empty for the report itself. */
      readonly pointer: string;
      /** @description What is wrong there. */
      readonly reason: string;
    };
    readonly ResolveDto: {
      /**
       * Format: date-time
       * @description When it happened, for records brought over from another system: not later than now, not before the last move. Left out: now.
       */
      readonly at?: string;
      /**
       * @description How it ended, in one word.
       * @example fixed
       */
      readonly closeCode: string;
      /** @description How it ended. */
      readonly closeNotes: string;
    };
    readonly ResourceDto: {
      /** @description The most that there can be, where that is known: 100 for a percentage. */
      readonly capacity: number | null;
      /**
       * Format: uuid
       * @description The configuration item; null while it is not known.
       */
      readonly ciId: string | null;
      /** @description The configuration item's name. */
      readonly ciName: string | null;
      /**
       * Format: date-time
       * @description When its first point came.
       */
      readonly createdAt: string;
      /** @description Who sent its first point. */
      readonly createdBy: string;
      /**
       * Format: uuid
       * @description Id.
       */
      readonly id: string;
      /** @description Labels. */
      readonly labels: {
        readonly [key: string]: string;
      };
      /**
       * Format: date-time
       * @description Time of the newest value.
       */
      readonly lastAt: string | null;
      /** @description The newest value. */
      readonly lastValue: number | null;
      /**
       * @description Metric.
       * @example disk.used
       */
      readonly metric: string;
      /**
       * @description Unit; empty where the sender gave none.
       * @example %
       */
      readonly unit: string;
      /** @description How the sender names the configuration item, while it is not known: id, name, or source and external id. */
      readonly unresolvedCi: string | null;
      /**
       * Format: date-time
       * @description When its newest point came.
       */
      readonly updatedAt: string;
      /** @description Counts the resource's events; new points don't change it. */
      readonly version: number;
    };
    readonly ResourcePageDto: {
      /** @description The resources. */
      readonly items: readonly components['schemas']['ResourceDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly RevealedSecret: {
      /**
       * Format: date-time
       * @description When it was made.
       */
      readonly createdAt: string;
      /**
       * Format: date-time
       * @description Until then it signs beside the newest; null for the newest.
       */
      readonly expiresAt: string | null;
      /** @description By which a receiver verifies what it gets. */
      readonly secret: string;
    };
    readonly RevealedSecrets: {
      /** @description Those that sign, the newest first. */
      readonly items: readonly components['schemas']['RevealedSecret'][];
    };
    readonly ReviewDto: {
      /** @description The post-implementation review. */
      readonly review?: string;
    };
    readonly RevokeApiKeyDto: {
      /**
       * @description Why, for the audit trail.
       * @example It was in a log.
       */
      readonly reason?: string;
    };
    readonly RotateApiKeyDto: {
      /**
       * @description For how many days it is good from now on; as before unless given.
       * @default 90
       */
      readonly expiresInDays: number;
      /**
       * @description For how many minutes the secrets of before stay good; 0 ends them at once.
       * @default 1440
       */
      readonly overlapMinutes: number;
    };
    readonly RotateSecretDto: {
      /**
       * @description For how many seconds the secret before signs as well; 0 when it has become known to others.
       * @default 86400
       */
      readonly overlapSeconds: number;
      /** @description whsec_ and the base64 of 24 to 64 random bytes; without it one is made. */
      readonly secret?: string;
    };
    readonly ScheduleDto: {
      /**
       * Format: date-time
       * @description When implementation is to end; after plannedStart.
       * @example 2026-01-31T23:30:00.000Z
       */
      readonly plannedEnd?: string;
      /**
       * Format: date-time
       * @description When implementation is to begin.
       * @example 2026-01-31T22:00:00.000Z
       */
      readonly plannedStart?: string;
    };
    readonly SelectedDto: {
      /** @description Class of the configuration items. */
      readonly ciClass: string | null;
      /**
       * Format: uuid
       * @description The configuration item.
       */
      readonly ciId: string | null;
      /** @description Labels. */
      readonly labels: {
        readonly [key: string]: string;
      };
    };
    readonly SelectorDto: {
      /** @description Only configuration items of this class or one of its subclasses. */
      readonly ciClass?: string | null;
      /**
       * Format: uuid
       * @description Only this configuration item.
       */
      readonly ciId?: string | null;
      /** @description Only resources with these labels. */
      readonly labels?: {
        readonly [key: string]: string;
      };
    };
    readonly SelectorPatchDto: {
      /** @description Only configuration items of this class or one of its subclasses. Null selects any. */
      readonly ciClass?: string | null;
      /**
       * Format: uuid
       * @description Only this configuration item. Null selects any.
       */
      readonly ciId?: string | null;
      /** @description Only resources with these labels. Those that are named are set, or removed by null; the others stay. */
      readonly labels?: {
        readonly [key: string]: string | null;
      };
    };
    readonly SeriesDto: {
      /** @description The points, oldest first. */
      readonly items: readonly components['schemas']['SeriesItemDto'][];
      /** @description Metric. */
      readonly metric: string;
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
      /**
       * @description What the items are.
       * @enum {string}
       */
      readonly resolution: 'raw' | '1h';
      /**
       * Format: uuid
       * @description The resource.
       */
      readonly resourceId: string;
      /** @description Unit. */
      readonly unit: string;
    };
    readonly SeriesItemDto: {
      /**
       * Format: date-time
       * @description Time of the point, or the beginning of the hour.
       */
      readonly at: string;
      /** @description Number of points in the hour (1h). */
      readonly count?: number;
      /** @description Last value of the hour (1h). */
      readonly last?: number;
      /** @description Highest value of the hour (1h). */
      readonly max?: number;
      /** @description Mean of the hour (1h). */
      readonly mean?: number;
      /** @description Lowest value of the hour (1h). */
      readonly min?: number;
      /** @description The value (raw). */
      readonly value?: number;
    };
    readonly SettledLetter: {
      /** @description Messages that failed again and stay parked, with what waits behind. */
      readonly failed: number;
      /** @description The letter as it is now. */
      readonly letter: {
        readonly [key: string]: unknown;
      };
      /** @description Messages that are handled now: it and what waited behind it. */
      readonly redriven: number;
    };
    readonly SparseAlertPage: {
      /** @description This page. */
      readonly items: readonly components['schemas']['SparseAlertResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly SparseAlertResource: {
      /** @description What may be done with it now. */
      readonly allowedActions?: readonly string[];
      /** @description What helps people. */
      readonly annotations?: {
        readonly [key: string]: string;
      };
      /** @description The item as the tool names it. */
      readonly ci?:
        | (
            | string
            | {
                readonly externalId: string;
                readonly source: string;
              }
          )
        | null;
      /**
       * Format: uuid
       * @description The item; null while it is not known.
       */
      readonly ciId?: string | null;
      /** @description Its name. */
      readonly ciName?: string | null;
      /**
       * Format: date-time
       * @description When it was stored.
       */
      readonly createdAt?: string;
      /** @description The tool that first reported it. */
      readonly createdBy?: string;
      /** @description By what repetitions are recognised, together with the source. */
      readonly dedupKey?: string;
      /**
       * Format: date-time
       * @description When it first fired.
       */
      readonly firstSeenAt?: string;
      /**
       * Format: uuid
       * @description The id.
       */
      readonly id?: string;
      /**
       * Format: uuid
       * @description The incident that it belongs to.
       */
      readonly incidentId?: string | null;
      /** @description What identifies the condition. */
      readonly labels?: {
        readonly [key: string]: string;
      };
      /**
       * Format: date-time
       * @description When it was last reported.
       */
      readonly lastSeenAt?: string;
      /** @description Where to read more. */
      readonly links?: readonly components['schemas']['LinkResource'][];
      /** @description How often it was reported as firing. */
      readonly occurrences?: number;
      /**
       * Format: date-time
       * @description When it ended; null while it is there.
       */
      readonly resolvedAt?: string | null;
      /**
       * @description The worst since it fired.
       * @enum {string}
       */
      readonly severity?: 'critical' | 'error' | 'warning' | 'info';
      /** @description The tool that reports it. */
      readonly source?: string;
      /**
       * Format: date-time
       * @description When the present, or last, firing began.
       */
      readonly startedAt?: string;
      /**
       * @description Where it is in its life cycle.
       * @enum {string}
       */
      readonly state?: 'firing' | 'acknowledged' | 'resolved' | 'suppressed';
      /** @description What is wrong. */
      readonly summary?: string;
      /** @description Why it raises nobody. */
      readonly suppressedBy?: components['schemas']['SuppressorResource'] | null;
      /**
       * Format: date-time
       * @description When it last changed.
       */
      readonly updatedAt?: string;
      /** @description Rises by one with each fact; the ETag. */
      readonly version?: number;
    };
    readonly SparseApiKeyDto: {
      /** @description What can be done with it now. */
      readonly allowedActions?: readonly ('rotate' | 'revoke')[];
      /**
       * Format: date-time
       * @description When it was made.
       */
      readonly createdAt?: string;
      /** @description Who made it. */
      readonly createdBy?: string;
      /**
       * Format: date-time
       * @description From then on it is good for nothing.
       */
      readonly expiresAt?: string;
      /**
       * @description Assignment groups that it acts for.
       * @example [
       *       "network"
       *     ]
       */
      readonly groups?: readonly string[];
      /**
       * Format: uuid
       * @description Its id. Who calls by it is key:<id>.
       */
      readonly id?: string;
      /**
       * Format: date-time
       * @description When it was last used; written once a minute.
       */
      readonly lastUsedAt?: string | null;
      /**
       * @description What uses the key, for people.
       * @example Prometheus in Frankfurt
       */
      readonly name?: string;
      /** @description Everybody who stands behind what it does. */
      readonly principals?: readonly string[];
      /**
       * Format: date-time
       * @description When it was revoked.
       */
      readonly revokedAt?: string | null;
      /**
       * @description What the key may do: no more than who makes it.
       * @example [
       *       "integration"
       *     ]
       */
      readonly roles?: readonly (
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
      readonly secrets?: readonly components['schemas']['ApiKeySecretDto'][];
      /**
       * @description Where it is in its life.
       * @enum {string}
       */
      readonly state?: 'active' | 'expired' | 'revoked';
      /**
       * Format: date-time
       * @description When it was changed last.
       */
      readonly updatedAt?: string;
      /** @description Raised with each change. */
      readonly version?: number;
    };
    readonly SparseApiKeyPageDto: {
      /** @description The keys. */
      readonly items: readonly components['schemas']['SparseApiKeyDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly SparseAuditEntry: {
      /** @description What was done, or tried. */
      readonly action?: string;
      /** @description Who: a stable name that says nothing personal, such as user:<id> or key:<id>. */
      readonly actor?: string;
      /** @description What it was afterwards. */
      readonly after?: {
        readonly [key: string]: unknown;
      } | null;
      /**
       * Format: date-time
       * @description When.
       */
      readonly at?: string;
      /** @description How many attempts the row counts; more than 1 only for refused ones. */
      readonly attempts?: number;
      /** @description What it was before. */
      readonly before?: {
        readonly [key: string]: unknown;
      } | null;
      /** @description The event that led to it. */
      readonly causationId?: string | null;
      /**
       * Format: uuid
       * @description The service's chain.
       */
      readonly chain?: string;
      /** @description The same for all that followed from one first signal. */
      readonly correlationId?: string;
      /** @description By which credential they were known; null for the platform itself. */
      readonly credential?: string | null;
      /** @description Whether reason, before and after are known here; not when they were erased. */
      readonly hasContent?: boolean;
      /** @description SHA-256 of the row; covers the one before it. */
      readonly hash?: string;
      /**
       * Format: uuid
       * @description The id.
       */
      readonly id?: string;
      /**
       * @description Whether it was done.
       * @enum {string}
       */
      readonly outcome?: 'done' | 'refused';
      /** @description Why, where it was said. */
      readonly reason?: string | null;
      /** @description The request at the gateway. */
      readonly requestId?: string | null;
      /** @description To which. */
      readonly resourceId?: string;
      /** @description To what kind of thing. */
      readonly resourceType?: string;
      /** @description Its place in the chain. */
      readonly seq?: number;
      /** @description The service that did it, or refused it. */
      readonly service?: string;
    };
    readonly SparseAuditPage: {
      /** @description This page. */
      readonly items: readonly components['schemas']['SparseAuditEntry'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly SparseBreachDto: {
      /** @description What a caller may do; a breach opens and clears by itself. */
      readonly allowedActions?: readonly string[];
      /**
       * Format: uuid
       * @description The configuration item.
       */
      readonly ciId?: string;
      /** @description The configuration item's name. */
      readonly ciName?: string | null;
      /**
       * Format: date-time
       * @description When it was cleared.
       */
      readonly clearedAt?: string | null;
      /**
       * @description On which side of the threshold the breach is.
       * @enum {string}
       */
      readonly comparator?: '>' | '<';
      /**
       * Format: date-time
       * @description When it was recorded.
       */
      readonly createdAt?: string;
      /** @description Who recorded it. */
      readonly createdBy?: string;
      /**
       * Format: date-time
       * @description When it was found, by the points' own time.
       */
      readonly detectedAt?: string;
      /**
       * Format: date-time
       * @description The earliest time at which it may be met.
       */
      readonly earliestAt?: string | null;
      /**
       * Format: date-time
       * @description When the threshold is expected to be met; null for a current breach.
       */
      readonly expectedAt?: string | null;
      /**
       * Format: uuid
       * @description Id.
       */
      readonly id?: string;
      /**
       * @description Crossed now, or foreseen to be.
       * @enum {string}
       */
      readonly kind?: 'current' | 'predicted';
      /** @description Labels. */
      readonly labels?: {
        readonly [key: string]: string;
      };
      /**
       * Format: date-time
       * @description The latest time; null when it is beyond the forecast.
       */
      readonly latestAt?: string | null;
      /** @description Metric. */
      readonly metric?: string;
      /** @description The forecast's model; null for a current breach. */
      readonly model?: string | null;
      /**
       * Format: uuid
       * @description The resource.
       */
      readonly resourceId?: string;
      /**
       * @description Severity.
       * @enum {string}
       */
      readonly severity?: 'critical' | 'error' | 'warning' | 'info';
      /**
       * @description State.
       * @enum {string}
       */
      readonly state?: 'open' | 'cleared';
      /**
       * Format: uuid
       * @description The threshold.
       */
      readonly thresholdId?: string;
      /** @description The threshold's value. */
      readonly thresholdValue?: number;
      /** @description Unit. */
      readonly unit?: string;
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      readonly updatedAt?: string;
      /** @description The value when it was found. */
      readonly value?: number;
      /** @description Version, which is the ETag. */
      readonly version?: number;
    };
    readonly SparseBreachPageDto: {
      /** @description The breaches. */
      readonly items: readonly components['schemas']['SparseBreachDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly SparseChangePage: {
      /** @description The changes. */
      readonly items: readonly components['schemas']['SparseChangeResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly SparseChangeResource: {
      /**
       * Format: date-time
       * @description When implementation ended.
       */
      readonly actualEnd?: string | null;
      /**
       * Format: date-time
       * @description When implementation began.
       */
      readonly actualStart?: string | null;
      /** @description The actions that are possible now. */
      readonly allowedActions?: readonly string[];
      /** @description The person who implements it. */
      readonly assignee?: string | null;
      /** @description The group that implements it. */
      readonly assignmentGroup?: string | null;
      /** @description How it is undone. */
      readonly backoutPlan?: string | null;
      /** @description Ids of the CIs that it changes. */
      readonly cis?: readonly string[];
      /**
       * @description How it went.
       * @enum {string|null}
       */
      readonly closeCode?: 'successful' | 'successful_issues' | 'unsuccessful' | null;
      /** @description How it went, in words. */
      readonly closeNotes?: string | null;
      /**
       * Format: date-time
       * @description When it was entered.
       */
      readonly createdAt?: string;
      /** @description Who entered it. */
      readonly createdBy?: string;
      /** @description What a pipeline reported. */
      readonly deployment?: components['schemas']['DeploymentResource'] | null;
      /** @description What is to be done. */
      readonly description?: string;
      /** @description The other system's own id for it. */
      readonly externalRef?: string | null;
      /** @description Whether the implementation failed or was backed out. */
      readonly failed?: boolean;
      /**
       * Format: uuid
       * @description Its id.
       */
      readonly id?: string;
      /** @description How much it touches: 1 high, 2 medium, 3 low. */
      readonly impact?: number | null;
      /** @description How it is done. */
      readonly implementationPlan?: string | null;
      /** @description Why it is needed. */
      readonly justification?: string | null;
      /**
       * @description The number that people say.
       * @example CHG0000001
       */
      readonly number?: string;
      /**
       * Format: date-time
       * @description When implementation is to end; after plannedStart.
       * @example 2026-01-31T23:30:00.000Z
       */
      readonly plannedEnd?: string | null;
      /**
       * Format: date-time
       * @description When implementation is to begin.
       * @example 2026-01-31T22:00:00.000Z
       */
      readonly plannedStart?: string | null;
      /** @description Who wants it. */
      readonly requestedBy?: string;
      /** @description The post-implementation review. */
      readonly review?: string | null;
      /**
       * @description Where it came from.
       * @enum {string}
       */
      readonly source?: 'manual' | 'deployment' | 'api' | 'capacity';
      /**
       * @description Where it is in its life cycle.
       * @enum {string}
       */
      readonly state?: 'new' | 'assess' | 'authorize' | 'scheduled' | 'implement' | 'review' | 'closed' | 'canceled';
      /** @description How it is seen to work. */
      readonly testPlan?: string | null;
      /** @description What is to be done, in one line. */
      readonly title?: string;
      /**
       * @description Which life cycle it follows.
       * @enum {string}
       */
      readonly type?: 'standard' | 'normal' | 'emergency';
      /**
       * Format: date-time
       * @description When it last changed.
       */
      readonly updatedAt?: string;
      /** @description Goes up by one with every fact; the ETag. */
      readonly version?: number;
    };
    readonly SparseCiHistory: {
      /** @description One page. */
      readonly items: readonly components['schemas']['SparseCiHistoryEntry'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly SparseCiHistoryEntry: {
      /** @description What was done. */
      readonly action?: string;
      /** @description Who. */
      readonly actor?: string;
      /** @description The item afterwards. */
      readonly after?: {
        readonly [key: string]: unknown;
      } | null;
      /**
       * Format: date-time
       * @description When.
       */
      readonly at?: string;
      /** @description The item before. */
      readonly before?: {
        readonly [key: string]: unknown;
      } | null;
      /**
       * Format: uuid
       * @description Id of the entry.
       */
      readonly id?: string;
      /** @description Why, where it was said. */
      readonly reason?: string | null;
    };
    readonly SparseCiList: {
      /** @description One page. */
      readonly items: readonly components['schemas']['SparseCiResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly SparseCiResource: {
      /** @description Actions that are possible now. */
      readonly allowedActions?: readonly string[];
      /** @description Attributes by the schema of the item's class; others are allowed as well. */
      readonly attributes?: {
        readonly [key: string]: unknown;
      };
      /**
       * @description Class, see /v1/ci-classes.
       * @example virtual_machine
       */
      readonly class?: string;
      /**
       * Format: date-time
       * @description When it was recorded.
       */
      readonly createdAt?: string;
      /** @description Who recorded it. */
      readonly createdBy?: string;
      /** @description 1 most critical to 4 least. */
      readonly criticality?: number;
      /** @description How sources call it. */
      readonly externalIds?: readonly components['schemas']['ExternalIdField'][];
      /**
       * Format: date-time
       * @description When it first became known.
       */
      readonly firstSeenAt?: string;
      /**
       * Format: uuid
       * @description Id of the item.
       */
      readonly id?: string;
      /**
       * Format: date-time
       * @description When a source last said something new about it.
       */
      readonly lastSeenAt?: string;
      /**
       * @description What people call it.
       * @example shop-web-1
       */
      readonly name?: string;
      /**
       * @description Follows open incidents and running changes.
       * @enum {string}
       */
      readonly operationalStatus?: 'operational' | 'degraded' | 'non_operational' | 'maintenance' | 'retired';
      /** @description Group that answers for it. */
      readonly ownerGroup?: string | null;
      /** @description Which source set an attribute last. */
      readonly sources?: {
        readonly [key: string]: string;
      };
      /**
       * @description Stage in its life cycle.
       * @enum {string}
       */
      readonly stage?: 'design' | 'build' | 'operate' | 'retired';
      /**
       * Format: date-time
       * @description When it last changed.
       */
      readonly updatedAt?: string;
      /** @description Rises by one with each event of the item; its ETag. */
      readonly version?: number;
    };
    readonly SparseDeadLetter: {
      readonly aggregateId?: string | null;
      readonly aggregateType?: string | null;
      readonly aggregateVersion?: number | null;
      /** @description What may be done with it now. */
      readonly allowedActions?: readonly ('redrive' | 'discard')[];
      /** @description How often it was tried; 0 when it waits behind another message. */
      readonly attempts?: number;
      /** @description The consumer within the service. */
      readonly consumer?: string;
      readonly discardReason?: string | null;
      /** @description The CloudEvent id, where it could be read. */
      readonly eventId?: string | null;
      /** @description The same for failures with the same cause. */
      readonly fingerprint?: string;
      /** Format: date-time */
      readonly firstAt?: string;
      /** @description Where it failed: the first frame of the application's own code on the stack. */
      readonly frame?: string | null;
      /** @description Headers of the record. */
      readonly headers?: {
        readonly [key: string]: unknown;
      };
      /** Format: uuid */
      readonly id?: string;
      readonly key?: string | null;
      /**
       * Format: date-time
       * @description When it was last tried.
       */
      readonly lastAt?: string;
      /** @description A 64-bit number as text. */
      readonly offset?: string;
      readonly partition?: number;
      /** @description The value as JSON, or as base64 text when payloadEncoding says so. */
      readonly payload?: (Record<string, never> | readonly unknown[] | string | number | boolean) | null;
      /**
       * @description none: the record had no value.
       * @enum {string}
       */
      readonly payloadEncoding?: 'json' | 'base64' | 'none';
      readonly reason?: string;
      /** @description not-a-cloudevent, unknown-type, wrong-topic, invalid-data, invalid-time, upcast-failed, handler-failed, behind-parked, or one that the handler gave. */
      readonly reasonKind?: string;
      /** @description The service that could not handle it. */
      readonly service?: string;
      /**
       * Format: date-time
       * @description When it was redriven or discarded.
       */
      readonly settledAt?: string | null;
      /** @description Who redrove or discarded it. */
      readonly settledBy?: string | null;
      /** @enum {string} */
      readonly status?: 'parked' | 'redriven' | 'discarded';
      readonly topic?: string;
      readonly type?: string | null;
    };
    readonly SparseDeadLettersPage: {
      /** @description Messages that could not be handled, newest first unless asked otherwise. */
      readonly items: readonly components['schemas']['SparseDeadLetter'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
      /** @description Services that did not answer; what they have put aside is missing here. */
      readonly unavailable: readonly ('cmdb-svc' | 'incident-svc' | 'change-svc' | 'capacity-svc' | 'gateway')[];
    };
    readonly SparseDeliveryPage: {
      /** @description The deliveries. */
      readonly items: readonly components['schemas']['SparseDeliveryResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly SparseDeliveryResource: {
      /** @description The tries, the oldest first; of more the last 50. */
      readonly attempts?: readonly components['schemas']['AttemptResource'][];
      /**
       * Format: date-time
       * @description When it was put into the queue.
       */
      readonly createdAt?: string;
      /** @description The event's id; the receiver sees it as webhook-id, at each try the same. */
      readonly eventId?: string;
      /**
       * @description Why it has failed.
       * @enum {string|null}
       */
      readonly failedReason?: 'tries-used-up' | 'not-permitted' | null;
      /**
       * Format: uuid
       * @description Its id.
       */
      readonly id?: string;
      /**
       * Format: date-time
       * @description When the next try is; null when none waits, or while it is under way.
       */
      readonly nextAttemptAt?: string | null;
      /** @description What the event is about, such as incident/<id>. */
      readonly resource?: string | null;
      /**
       * Format: date-time
       * @description When it was delivered or given up.
       */
      readonly settledAt?: string | null;
      /**
       * @description How far it is.
       * @enum {string}
       */
      readonly state?: 'pending' | 'delivered' | 'failed';
      /** @description The event's type. */
      readonly type?: string;
    };
    readonly SparseFoundDto: {
      /**
       * Format: date-time
       * @description When it began.
       */
      readonly at?: string;
      /**
       * @description By what it was found: it is called so, or the words are in title or text.
       * @enum {string}
       */
      readonly foundBy?: 'name' | 'title' | 'text';
      /**
       * @description Where it is read.
       * @example /v1/incidents/018f4e1a-6c2b-7d3e-8f90-123456789abc
       */
      readonly href?: string;
      /**
       * Format: uuid
       * @description Its id.
       */
      readonly id?: string;
      /**
       * @description The number that people say.
       * @example INC0000042
       */
      readonly number?: string | null;
      /** @description Whether it is not over. */
      readonly open?: boolean;
      /** @description The part of its text in which the words are; plain text, no markup. */
      readonly snippet?: string;
      /** @description Where it is in its life cycle; of a configuration item its stage. */
      readonly state?: string;
      /** @description Its title; of a configuration item its name. */
      readonly title?: string;
      /**
       * @description What it is.
       * @enum {string}
       */
      readonly type?: 'incident' | 'change' | 'ci' | 'alert';
    };
    readonly SparseFoundPage: {
      /** @description This page, best first. */
      readonly items: readonly components['schemas']['SparseFoundDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly SparseHistoryEntry: {
      /**
       * @description What was done.
       * @example approve
       */
      readonly action?: string;
      /** @description Who did it. */
      readonly actor?: string;
      /** @description What is different since. */
      readonly after?: {
        readonly [key: string]: unknown;
      };
      /**
       * Format: date-time
       * @description When it was done.
       */
      readonly at?: string;
      /** @description What was different before. */
      readonly before?: {
        readonly [key: string]: unknown;
      };
      /** @description The same for everything that followed from one first signal. */
      readonly correlationId?: string;
      /**
       * Format: uuid
       * @description Its id.
       */
      readonly id?: string;
      /** @description Why. */
      readonly reason?: string | null;
    };
    readonly SparseHistoryPage: {
      /** @description The steps, oldest first. */
      readonly items: readonly components['schemas']['SparseHistoryEntry'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly SparseIncidentPage: {
      /** @description This page. */
      readonly items: readonly components['schemas']['SparseIncidentResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly SparseIncidentResource: {
      /**
       * Format: date-time
       * @description When somebody first took it.
       */
      readonly acknowledgedAt?: string | null;
      /** @description Ids of the items that alert or suffer, the origin first. */
      readonly affectedCis?: readonly string[];
      /** @description How many alerts belong to it. */
      readonly alertCount?: number;
      /** @description What may be done with it now. */
      readonly allowedActions?: readonly string[];
      /** @description The person that has it. */
      readonly assignee?: string | null;
      /** @description The group that has it. */
      readonly assignmentGroup?: string | null;
      /** @description Who reported it. */
      readonly caller?: string | null;
      /**
       * Format: uuid
       * @description The change that caused it, as people have found.
       */
      readonly causedByChangeId?: string | null;
      /**
       * Format: uuid
       * @description The item at fault; of several alerting ones the likely origin.
       */
      readonly ciId?: string | null;
      /** @description Its name. */
      readonly ciName?: string | null;
      /** @description How it ended. */
      readonly closeCode?: string | null;
      /**
       * Format: date-time
       * @description When it was closed or canceled.
       */
      readonly closedAt?: string | null;
      /** @description How it ended, in words. */
      readonly closeNotes?: string | null;
      /**
       * Format: date-time
       * @description When the platform learned of it.
       */
      readonly createdAt?: string;
      /** @description Who opened it. */
      readonly createdBy?: string;
      /** @description What is known, at length. */
      readonly description?: string;
      /**
       * @description What it waits for, while on hold.
       * @enum {string|null}
       */
      readonly holdReason?: 'caller' | 'problem' | 'vendor' | 'change' | null;
      /**
       * Format: uuid
       * @description The id.
       */
      readonly id?: string;
      /** @description 1 high, 2 medium, 3 low: how much is hit. */
      readonly impact?: number;
      /** @description Set once it was proposed as a major incident. */
      readonly major?: components['schemas']['MajorResource'] | null;
      /**
       * @description What people call it.
       * @example INC0000042
       */
      readonly number?: string;
      /**
       * Format: date-time
       * @description Since when it is tracked.
       */
      readonly openedAt?: string;
      /** @description 1 critical to 5 planning, by the priority matrix. */
      readonly priority?: number;
      /**
       * Format: uuid
       * @description The problem behind it.
       */
      readonly problemId?: string | null;
      /** @description How often it went to another group; the first is none. */
      readonly reassignmentCount?: number;
      /** @description How often it was reopened. */
      readonly reopenCount?: number;
      /**
       * Format: date-time
       * @description When it was resolved.
       */
      readonly resolvedAt?: string | null;
      /** @description Whether it is a security incident, which only those see who may; only they may say so. */
      readonly security?: boolean;
      /**
       * @description How it came.
       * @enum {string}
       */
      readonly source?: 'manual' | 'alert' | 'capacity' | 'api';
      /**
       * @description Where it is in its life cycle.
       * @enum {string}
       */
      readonly state?: 'new' | 'in_progress' | 'on_hold' | 'resolved' | 'closed' | 'canceled';
      /**
       * @description What is wrong, in one line.
       * @example Checkout is slow
       */
      readonly title?: string;
      /**
       * Format: date-time
       * @description When it last changed here.
       */
      readonly updatedAt?: string;
      /** @description 1 high, 2 medium, 3 low: how soon it must end. */
      readonly urgency?: number;
      /** @description Rises by one with each fact; the ETag. */
      readonly version?: number;
    };
    readonly SparseNotePage: {
      /** @description This page, oldest first. */
      readonly items: readonly components['schemas']['SparseNoteResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly SparseNoteResource: {
      /**
       * Format: date-time
       * @description When it was written.
       */
      readonly at?: string;
      /** @description Who wrote it. */
      readonly author?: string;
      /**
       * Format: uuid
       * @description The id.
       */
      readonly id?: string;
      /**
       * @description work for those who work on it, public for the caller too.
       * @enum {string}
       */
      readonly kind?: 'work' | 'public';
      /** @description The note. */
      readonly text?: string;
    };
    readonly SparseRelationshipList: {
      /** @description One page. */
      readonly items: readonly components['schemas']['SparseRelationshipResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly SparseRelationshipResource: {
      /** @description Free attributes. `quorum` of a redundant type (Cluster of, Members): how many of the children the parent needs. */
      readonly attributes?: {
        readonly [key: string]: unknown;
      };
      /**
       * Format: uuid
       * @description Configuration item at the child end.
       */
      readonly childId?: string;
      /**
       * Format: date-time
       * @description When it was recorded.
       */
      readonly createdAt?: string;
      /** @description Who recorded it. */
      readonly createdBy?: string;
      /**
       * Format: uuid
       * @description Id of the relationship.
       */
      readonly id?: string;
      /**
       * Format: uuid
       * @description Configuration item at the parent end.
       */
      readonly parentId?: string;
      /** @description Who reported it first. */
      readonly source?: string;
      /**
       * @description How the parent is related to the child.
       * @enum {string}
       */
      readonly type?:
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
      readonly updatedAt?: string;
      /** @description Rises by one with each event of it; its ETag. */
      readonly version?: number;
    };
    readonly SparseResourceDto: {
      /** @description The most that there can be, where that is known: 100 for a percentage. */
      readonly capacity?: number | null;
      /**
       * Format: uuid
       * @description The configuration item; null while it is not known.
       */
      readonly ciId?: string | null;
      /** @description The configuration item's name. */
      readonly ciName?: string | null;
      /**
       * Format: date-time
       * @description When its first point came.
       */
      readonly createdAt?: string;
      /** @description Who sent its first point. */
      readonly createdBy?: string;
      /**
       * Format: uuid
       * @description Id.
       */
      readonly id?: string;
      /** @description Labels. */
      readonly labels?: {
        readonly [key: string]: string;
      };
      /**
       * Format: date-time
       * @description Time of the newest value.
       */
      readonly lastAt?: string | null;
      /** @description The newest value. */
      readonly lastValue?: number | null;
      /**
       * @description Metric.
       * @example disk.used
       */
      readonly metric?: string;
      /**
       * @description Unit; empty where the sender gave none.
       * @example %
       */
      readonly unit?: string;
      /** @description How the sender names the configuration item, while it is not known: id, name, or source and external id. */
      readonly unresolvedCi?: string | null;
      /**
       * Format: date-time
       * @description When its newest point came.
       */
      readonly updatedAt?: string;
      /** @description Counts the resource's events; new points don't change it. */
      readonly version?: number;
    };
    readonly SparseResourcePageDto: {
      /** @description The resources. */
      readonly items: readonly components['schemas']['SparseResourceDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly SparseThresholdDto: {
      /**
       * @description Which side is a breach.
       * @enum {string}
       */
      readonly comparator?: '>' | '<';
      /**
       * Format: date-time
       * @description When it was made.
       */
      readonly createdAt?: string;
      /** @description Who made it. */
      readonly createdBy?: string;
      /**
       * @description For how many minutes, by the points' own times, a value must stay beyond before it is a breach.
       * @default 0
       */
      readonly forMinutes: number;
      /**
       * Format: uuid
       * @description Id.
       */
      readonly id?: string;
      /**
       * @description The metric that it is about.
       * @example disk.used
       */
      readonly metric?: string;
      /** @description How many days ahead a breach is foreseen; null foresees none. */
      readonly predictDays?: number | null;
      /** @description Which resources; every part that is given must hold. Empty: all with the metric. */
      readonly selector?: components['schemas']['SelectedDto'];
      /**
       * @description How severe a breach is.
       * @enum {string}
       */
      readonly severity?: 'critical' | 'error' | 'warning' | 'info';
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      readonly updatedAt?: string;
      /** @description The value that is not to be crossed. */
      readonly value?: number;
      /** @description Version, which is the ETag. */
      readonly version?: number;
    };
    readonly SparseThresholdPageDto: {
      /** @description The thresholds. */
      readonly items: readonly components['schemas']['SparseThresholdDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly SparseTimelineEntryDto: {
      /** @description Who did it or saw it. */
      readonly actor?: string;
      /**
       * Format: date-time
       * @description When it happened.
       */
      readonly at?: string;
      /** @description The same for machines. */
      readonly data?: {
        readonly [key: string]: unknown;
      };
      /**
       * @description What it is about.
       * @enum {string}
       */
      readonly kind?:
        'state' | 'assignment' | 'priority' | 'edit' | 'major' | 'alert' | 'note' | 'suspects' | 'change' | 'capacity';
      /** @description What happened, in words. */
      readonly summary?: string;
    };
    readonly SparseTimelinePage: {
      /** @description This page, oldest first. */
      readonly items: readonly components['schemas']['SparseTimelineEntryDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly SparseWebhookPage: {
      /** @description The webhooks. */
      readonly items: readonly components['schemas']['SparseWebhookResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly SparseWebhookResource: {
      /** @description What can be done with it now. */
      readonly allowedActions?: readonly string[];
      /**
       * Format: date-time
       * @description When it was made.
       */
      readonly createdAt?: string;
      /** @description Who made it. */
      readonly createdBy?: string;
      /**
       * @description Why it is disabled.
       * @enum {string|null}
       */
      readonly disabledReason?: 'by-request' | 'gone' | 'failing' | null;
      /**
       * Format: date-time
       * @description Since when the receiver has taken nothing; null when it does.
       */
      readonly failingSince?: string | null;
      /** @description Which events it gets. */
      readonly filter?: components['schemas']['WebhookFilterDto'];
      /**
       * Format: uuid
       * @description Its id.
       */
      readonly id?: string;
      /**
       * @description What it is for.
       * @example Chat of the operators
       */
      readonly name?: string;
      /** @description Who saved it last. It gets what they might see then. */
      readonly owner?: string;
      /** @description What the owner was permitted then. */
      readonly permissions?: readonly string[];
      /** @description Those that sign, the newest first. */
      readonly secrets?: readonly components['schemas']['WebhookSecretResource'][];
      /**
       * @description Whether events go out.
       * @enum {string}
       */
      readonly state?: 'enabled' | 'disabled';
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      readonly updatedAt?: string;
      /**
       * @description Where events are sent by POST. https or http, on the public internet at port 443 or 80 unless those who run the platform allow more.
       * @example https://example.com/hooks/itops
       */
      readonly url?: string;
      /** @description Goes up by one with every change; the ETag. */
      readonly version?: number;
    };
    readonly SuppressorResource: {
      /** @description Its id. */
      readonly id: string;
      /**
       * @description What suppresses it.
       * @enum {string}
       */
      readonly kind: 'change' | 'window' | 'silence';
    };
    readonly SuspectDto: {
      /**
       * Format: uuid
       * @description The change.
       */
      readonly changeId: string;
      /** @description Its number. */
      readonly changeNumber: string;
      /** @description From the changed item to an alerting one. */
      readonly path: readonly components['schemas']['PathStepDto'][];
      /** @description Heaviest first. */
      readonly reasons: readonly components['schemas']['SuspectReasonDto'][];
      /** @description The sum of the reasons: how likely it caused the fault. */
      readonly score: number;
      /** @description Its title. */
      readonly title: string;
    };
    readonly SuspectReasonDto: {
      /**
       * @description The kind of evidence.
       * @enum {string}
       */
      readonly kind: 'distance' | 'time' | 'type' | 'history' | 'signal';
      /** @description The evidence, in words. */
      readonly text: string;
      /** @description What it adds to the score. */
      readonly weight: number;
    };
    readonly SuspectsDto: {
      /**
       * Format: date-time
       * @description When they were looked for; null when nothing could be suspected.
       */
      readonly computedAt: string | null;
      /** @description Likeliest first. */
      readonly items: readonly components['schemas']['SuspectDto'][];
    };
    readonly ThresholdDto: {
      /**
       * @description Which side is a breach.
       * @enum {string}
       */
      readonly comparator: '>' | '<';
      /**
       * Format: date-time
       * @description When it was made.
       */
      readonly createdAt: string;
      /** @description Who made it. */
      readonly createdBy: string;
      /**
       * @description For how many minutes, by the points' own times, a value must stay beyond before it is a breach.
       * @default 0
       */
      readonly forMinutes: number;
      /**
       * Format: uuid
       * @description Id.
       */
      readonly id: string;
      /**
       * @description The metric that it is about.
       * @example disk.used
       */
      readonly metric: string;
      /** @description How many days ahead a breach is foreseen; null foresees none. */
      readonly predictDays: number | null;
      /** @description Which resources; every part that is given must hold. Empty: all with the metric. */
      readonly selector: components['schemas']['SelectedDto'];
      /**
       * @description How severe a breach is.
       * @enum {string}
       */
      readonly severity: 'critical' | 'error' | 'warning' | 'info';
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      readonly updatedAt: string;
      /** @description The value that is not to be crossed. */
      readonly value: number;
      /** @description Version, which is the ETag. */
      readonly version: number;
    };
    readonly ThresholdPageDto: {
      /** @description The thresholds. */
      readonly items: readonly components['schemas']['ThresholdDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly TimelineEntryDto: {
      /** @description Who did it or saw it. */
      readonly actor: string;
      /**
       * Format: date-time
       * @description When it happened.
       */
      readonly at: string;
      /** @description The same for machines. */
      readonly data: {
        readonly [key: string]: unknown;
      };
      /**
       * @description What it is about.
       * @enum {string}
       */
      readonly kind:
        'state' | 'assignment' | 'priority' | 'edit' | 'major' | 'alert' | 'note' | 'suspects' | 'change' | 'capacity';
      /** @description What happened, in words. */
      readonly summary: string;
    };
    readonly TimelinePage: {
      /** @description This page, oldest first. */
      readonly items: readonly components['schemas']['TimelineEntryDto'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly TrainedOnDto: {
      /**
       * Format: date-time
       * @description First point.
       */
      readonly from: string;
      /** @description Number of points, evenly spaced. */
      readonly points: number;
      /**
       * Format: date-time
       * @description Last point; the forecast begins after it.
       */
      readonly to: string;
    };
    readonly UpdateCiInput: {
      /** @description A merge patch (RFC 7396): what is named is set, null removes, what is not named stays. */
      readonly attributes?: {
        readonly [key: string]: unknown;
      };
      /** @description 1 most critical to 4 least. */
      readonly criticality?: number;
      /** @description What people call it. */
      readonly name?: string;
      /** @description Group that answers for it; null clears it. */
      readonly ownerGroup?: string | null;
      /**
       * @description Stage in its life cycle.
       * @enum {string}
       */
      readonly stage?: 'design' | 'build' | 'operate' | 'retired';
    };
    readonly UpdateRelationshipInput: {
      /** @description A merge patch (RFC 7396). Free attributes. `quorum` of a redundant type (Cluster of, Members): how many of the children the parent needs. */
      readonly attributes: {
        readonly [key: string]: unknown;
      };
    };
    readonly UpdateThresholdDto: {
      /**
       * @description Which side is a breach.
       * @enum {string}
       */
      readonly comparator?: '>' | '<';
      /**
       * @description For how many minutes, by the points' own times, a value must stay beyond before it is a breach.
       * @default 0
       */
      readonly forMinutes: number;
      /**
       * @description The metric that it is about.
       * @example disk.used
       */
      readonly metric?: string;
      /** @description How many days ahead a breach is foreseen; null foresees none. */
      readonly predictDays?: number | null;
      /** @description Which resources; what is named in it is changed, the rest stays. */
      readonly selector?: components['schemas']['SelectorPatchDto'];
      /**
       * @description How severe a breach is.
       * @enum {string}
       */
      readonly severity?: 'critical' | 'error' | 'warning' | 'info';
      /** @description The value that is not to be crossed. */
      readonly value?: number;
    };
    readonly WebhookFilterDto: {
      /**
       * Format: uuid
       * @description Only events about this configuration item.
       */
      readonly ci?: string;
      /** @description Only events of what has one of these priorities. */
      readonly priorities?: readonly (1 | 2 | 3 | 4 | 5)[];
      /** @description Only events of this kind of resource, or of one resource: incident, or incident/<id>. */
      readonly resource?: string;
      /**
       * @description Only events of these types; a star at the end takes all that begin so.
       * @example [
       *       "itops.incident.*",
       *       "itops.change.started.v1"
       *     ]
       */
      readonly types?: readonly string[];
    };
    readonly WebhookFilterEditDto: {
      /**
       * Format: uuid
       * @description Only events about this configuration item.
       */
      readonly ci?: string | null;
      /** @description Only events of what has one of these priorities. */
      readonly priorities?: readonly (1 | 2 | 3 | 4 | 5)[] | null;
      /** @description Only events of this kind of resource, or of one resource: incident, or incident/<id>. */
      readonly resource?: string | null;
      /**
       * @description Only events of these types; a star at the end takes all that begin so.
       * @example [
       *       "itops.incident.*",
       *       "itops.change.started.v1"
       *     ]
       */
      readonly types?: readonly string[] | null;
    };
    readonly WebhookPage: {
      /** @description The webhooks. */
      readonly items: readonly components['schemas']['WebhookResource'][];
      /** @description Pass it as cursor for the next page; null on the last one. */
      readonly nextCursor: string | null;
    };
    readonly WebhookResource: {
      /** @description What can be done with it now. */
      readonly allowedActions: readonly string[];
      /**
       * Format: date-time
       * @description When it was made.
       */
      readonly createdAt: string;
      /** @description Who made it. */
      readonly createdBy: string;
      /**
       * @description Why it is disabled.
       * @enum {string|null}
       */
      readonly disabledReason: 'by-request' | 'gone' | 'failing' | null;
      /**
       * Format: date-time
       * @description Since when the receiver has taken nothing; null when it does.
       */
      readonly failingSince: string | null;
      /** @description Which events it gets. */
      readonly filter: components['schemas']['WebhookFilterDto'];
      /**
       * Format: uuid
       * @description Its id.
       */
      readonly id: string;
      /**
       * @description What it is for.
       * @example Chat of the operators
       */
      readonly name: string;
      /** @description Who saved it last. It gets what they might see then. */
      readonly owner: string;
      /** @description What the owner was permitted then. */
      readonly permissions: readonly string[];
      /** @description Those that sign, the newest first. */
      readonly secrets: readonly components['schemas']['WebhookSecretResource'][];
      /**
       * @description Whether events go out.
       * @enum {string}
       */
      readonly state: 'enabled' | 'disabled';
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      readonly updatedAt: string;
      /**
       * @description Where events are sent by POST. https or http, on the public internet at port 443 or 80 unless those who run the platform allow more.
       * @example https://example.com/hooks/itops
       */
      readonly url: string;
      /** @description Goes up by one with every change; the ETag. */
      readonly version: number;
    };
    readonly WebhookSecretResource: {
      /**
       * Format: date-time
       * @description When it was made.
       */
      readonly createdAt: string;
      /**
       * Format: date-time
       * @description Until then it signs beside the newest; null for the newest.
       */
      readonly expiresAt: string | null;
    };
  };
  responses: {
    /** @description `/problems/bad-request`: The request could not be read: its path is not well formed, or its body is no valid JSON. `/problems/invalid-input`: The request could be read, but something in it breaks a rule. Nothing was changed. */
    readonly BadRequestOrInvalidInput: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          readonly type?: '/problems/bad-request' | '/problems/invalid-input';
        };
      };
    };
    /** @description `/problems/conflict`: Two truths can not both hold: there is such a thing already, or somebody else has just changed it. `/problems/illegal-transition`: The action exists, but not in the state that the resource is in. */
    readonly ConflictOrIllegalTransition: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          readonly type?: '/problems/conflict' | '/problems/illegal-transition';
        };
      };
    };
    /** @description `/problems/conflict`: Two truths can not both hold: there is such a thing already, or somebody else has just changed it. `/problems/illegal-transition`: The action exists, but not in the state that the resource is in. `/problems/idempotency-key-in-use`: The same request is being carried out already, and its answer did not come in time to be given here too. */
    readonly ConflictOrIllegalTransitionOrIdempotencyKeyInUse: {
      headers: {
        /** @description Seconds to wait before the request is repeated. */
        readonly 'Retry-After'?: number;
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          readonly type?: '/problems/conflict' | '/problems/illegal-transition' | '/problems/idempotency-key-in-use';
        };
      };
    };
    /** @description `/problems/forbidden`: It is known who asks, but this is not theirs to do. */
    readonly Forbidden: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          readonly type?: '/problems/forbidden';
        };
      };
    };
    /** @description `/problems/headers-too-large`: All headers together may have at most 16 KiB. */
    readonly HeadersTooLarge: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          readonly type?: '/problems/headers-too-large';
        };
      };
    };
    /** @description `/problems/idempotency-key-in-use`: The same request is being carried out already, and its answer did not come in time to be given here too. */
    readonly IdempotencyKeyInUse: {
      headers: {
        /** @description Seconds to wait before the request is repeated. */
        readonly 'Retry-After'?: number;
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          readonly type?: '/problems/idempotency-key-in-use';
        };
      };
    };
    /** @description `/problems/idempotency-key-reused`: The Idempotency-Key was sent before, by the same caller to the same path, with another body. Nothing was changed. */
    readonly IdempotencyKeyReused: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          readonly type?: '/problems/idempotency-key-reused';
        };
      };
    };
    /** @description `/problems/internal`: An error that nobody expected. It has been logged. */
    readonly Internal: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          readonly type?: '/problems/internal';
        };
      };
    };
    /** @description `/problems/internal`: An error that nobody expected. It has been logged. `/problems/outcome-unknown`: The database went away in the moment of the commit: the change was made as a whole, or not at all. */
    readonly InternalOrOutcomeUnknown: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          readonly type?: '/problems/internal' | '/problems/outcome-unknown';
        };
      };
    };
    /** @description `/problems/not-found`: There is nothing with this id or number. */
    readonly NotFound: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          readonly type?: '/problems/not-found';
        };
      };
    };
    /** @description `/problems/rate-limited`: More was asked for than this caller, or this address, may ask for in such a time. Nothing was done. The header RateLimit says what is left, RateLimit-Policy how much there is. */
    readonly RateLimited: {
      headers: {
        /** @description Seconds to wait before the request is repeated. */
        readonly 'Retry-After'?: number;
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          readonly type?: '/problems/rate-limited';
        };
      };
    };
    /** @description `/problems/request-timeout`: The whole request did not arrive in time. */
    readonly RequestTimeout: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          readonly type?: '/problems/request-timeout';
        };
      };
    };
    /** @description `/problems/stale-version`: If-Match names a version that is no longer the current one. Nothing was changed. */
    readonly StaleVersion: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          readonly type?: '/problems/stale-version';
        };
      };
    };
    /** @description `/problems/too-large`: A body may have at most 1 MiB, and what is one event of it somewhat less. */
    readonly TooLarge: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          readonly type?: '/problems/too-large';
        };
      };
    };
    /** @description `/problems/unauthenticated`: The request showed no key and no token, or one that is not good here, or no more. */
    readonly Unauthenticated: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          readonly type?: '/problems/unauthenticated';
        };
      };
    };
    /** @description `/problems/unavailable`: A dependency is away: a service, its database, or the event log. `/problems/busy`: More was asked at the same time than can be done. Nothing is away, and nothing was changed. `/problems/misconfigured`: Something that the platform runs on refuses to do it: a topic or a right is missing. */
    readonly UnavailableOrBusyOrMisconfigured: {
      headers: {
        /** @description Seconds to wait before the request is repeated. */
        readonly 'Retry-After'?: number;
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          readonly type?: '/problems/unavailable' | '/problems/busy' | '/problems/misconfigured';
        };
      };
    };
    /** @description `/problems/unsupported-media-type`: The body is of a media type that is not read here. */
    readonly UnsupportedMediaType: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          readonly type?: '/problems/unsupported-media-type';
        };
      };
    };
    /** @description `/problems/upstream-timeout`: The service is there but took too long. Whether a change was made is not known. */
    readonly UpstreamTimeout: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          readonly type?: '/problems/upstream-timeout';
        };
      };
    };
    /** @description `/problems/uri-too-long`: The path with its query is longer than is taken. */
    readonly UriTooLong: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          readonly type?: '/problems/uri-too-long';
        };
      };
    };
    /** @description `/problems/version-required`: Whoever changes a resource has to say which version they have read. */
    readonly VersionRequired: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          readonly type?: '/problems/version-required';
        };
      };
    };
  };
  parameters: {
    /**
     * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
     * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
     */
    readonly IdempotencyKey: string;
    /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
    readonly IfNoneMatch: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  readonly listAlerts: {
    readonly parameters: {
      readonly query?: {
        /** @description About this item. */
        readonly ciId?: readonly string[];
        /** @description About this item. ciId!=…: is not. */
        readonly 'ciId!'?: readonly string[];
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        readonly cursor?: string;
        /** @description With this key. */
        readonly dedupKey?: readonly string[];
        /** @description With this key. dedupKey!=…: is not. */
        readonly 'dedupKey!'?: readonly string[];
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
        readonly firstSeenAt?: readonly string[];
        /** @description First fired at this time. firstSeenAt!=…: is not. */
        readonly 'firstSeenAt!'?: readonly string[];
        /** @description First fired at this time. firstSeenAt<=…: at most. */
        readonly 'firstSeenAt<'?: string;
        /** @description First fired at this time. firstSeenAt>=…: at least. */
        readonly 'firstSeenAt>'?: string;
        /** @description Of one of these incidents. */
        readonly incidentId?: readonly string[];
        /** @description Last reported at this time. */
        readonly lastSeenAt?: readonly string[];
        /** @description Last reported at this time. lastSeenAt!=…: is not. */
        readonly 'lastSeenAt!'?: readonly string[];
        /** @description Last reported at this time. lastSeenAt<=…: at most. */
        readonly 'lastSeenAt<'?: string;
        /** @description Last reported at this time. lastSeenAt>=…: at least. */
        readonly 'lastSeenAt>'?: string;
        /** @description Most items on a page. */
        readonly limit?: number;
        /** @description Of one of these severities. */
        readonly severity?: readonly ('critical' | 'error' | 'warning' | 'info')[];
        /** @description Of one of these severities. severity!=…: is not. */
        readonly 'severity!'?: readonly ('critical' | 'error' | 'warning' | 'info')[];
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: -firstSeenAt. */
        readonly sort?: readonly ('firstSeenAt' | '-firstSeenAt' | 'lastSeenAt' | '-lastSeenAt')[];
        /** @description Reported by this tool. */
        readonly source?: readonly string[];
        /** @description Reported by this tool. source!=…: is not. */
        readonly 'source!'?: readonly string[];
        /** @description In one of these states. */
        readonly state?: readonly ('firing' | 'acknowledged' | 'resolved' | 'suppressed')[];
        /** @description In one of these states. state!=…: is not. */
        readonly 'state!'?: readonly ('firing' | 'acknowledged' | 'resolved' | 'suppressed')[];
      };
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AlertPage'] | components['schemas']['SparseAlertPage'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly reportAlerts: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
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
        readonly 'application/json':
          | {
              readonly annotations?: {
                readonly [key: string]: string;
              };
              readonly ci?:
                | string
                | {
                    readonly externalId: string;
                    readonly source: string;
                  };
              readonly dedupKey?: string;
              /** Format: date-time */
              readonly endsAt?: string;
              readonly labels?: {
                readonly [key: string]: string;
              };
              readonly links?: readonly {
                readonly href: string;
                readonly text?: string;
              }[];
              /** @enum {string} */
              readonly severity: 'critical' | 'error' | 'warning' | 'info';
              readonly source: string;
              /** Format: date-time */
              readonly startsAt?: string;
              /** @enum {string} */
              readonly status?: 'firing' | 'resolved';
              readonly summary: string;
            }
          | readonly {
              readonly annotations?: {
                readonly [key: string]: string;
              };
              readonly ci?:
                | string
                | {
                    readonly externalId: string;
                    readonly source: string;
                  };
              readonly dedupKey?: string;
              /** Format: date-time */
              readonly endsAt?: string;
              readonly labels?: {
                readonly [key: string]: string;
              };
              readonly links?: readonly {
                readonly href: string;
                readonly text?: string;
              }[];
              /** @enum {string} */
              readonly severity: 'critical' | 'error' | 'warning' | 'info';
              readonly source: string;
              /** Format: date-time */
              readonly startsAt?: string;
              /** @enum {string} */
              readonly status?: 'firing' | 'resolved';
              readonly summary: string;
            }[];
      };
    };
    readonly responses: {
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AlertsTakenDto'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly readAlert: {
    readonly parameters: {
      readonly query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json':
            components['schemas']['AlertResource'] | components['schemas']['SparseAlertResource'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly acknowledgeAlert: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['MoveAlertDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AlertResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly resolveAlert: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['MoveAlertDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AlertResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly changeAlertsInBulk: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AlertBulkInput'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AlertBulkAnswer'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly listApiKeys: {
    readonly parameters: {
      readonly query?: {
        /** @description Made by this person or key. */
        readonly createdBy?: readonly string[];
        /** @description Made by this person or key. createdBy!=…: is not. */
        readonly 'createdBy!'?: readonly string[];
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        readonly cursor?: string;
        /** @description By the time at which it expires. */
        readonly expiresAt?: readonly string[];
        /** @description By the time at which it expires. expiresAt!=…: is not. */
        readonly 'expiresAt!'?: readonly string[];
        /** @description By the time at which it expires. expiresAt<=…: at most. */
        readonly 'expiresAt<'?: string;
        /** @description By the time at which it expires. expiresAt>=…: at least. */
        readonly 'expiresAt>'?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
        readonly limit?: number;
        /** @description With this name. */
        readonly name?: readonly string[];
        /** @description With this name. name!=…: is not. */
        readonly 'name!'?: readonly string[];
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: -createdAt. */
        readonly sort?: readonly ('createdAt' | '-createdAt' | 'name' | '-name' | 'expiresAt' | '-expiresAt')[];
        /** @description In one of these states. */
        readonly state?: readonly ('active' | 'expired' | 'revoked')[];
      };
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json':
            components['schemas']['ApiKeyPageDto'] | components['schemas']['SparseApiKeyPageDto'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly createApiKey: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NewApiKeyDto'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ApiKeyWithSecretDto'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly readApiKey: {
    readonly parameters: {
      readonly query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ApiKeyDto'] | components['schemas']['SparseApiKeyDto'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly revokeApiKey: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read, or * for any. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RevokeApiKeyDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ApiKeyDto'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly rotateApiKey: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read, or * for any. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RotateApiKeyDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ApiKeyWithSecretDto'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly listAuditEntries: {
    readonly parameters: {
      readonly query?: {
        /** @description One of these actions. */
        readonly action?: readonly string[];
        /** @description One of these actions. action!=…: is not. */
        readonly 'action!'?: readonly string[];
        /** @description By one of these. */
        readonly actor?: readonly string[];
        /** @description By one of these. actor!=…: is not. */
        readonly 'actor!'?: readonly string[];
        /** @description At this time. */
        readonly at?: readonly string[];
        /** @description At this time. at!=…: is not. */
        readonly 'at!'?: readonly string[];
        /** @description At this time. at<=…: at most. */
        readonly 'at<'?: string;
        /** @description At this time. at>=…: at least. */
        readonly 'at>'?: string;
        /** @description Of one of these flows. */
        readonly correlationId?: readonly string[];
        /** @description Of one of these flows. correlationId!=…: is not. */
        readonly 'correlationId!'?: readonly string[];
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        readonly cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
        readonly id?: readonly string[];
        /** @description One of these rows. id!=…: is not. */
        readonly 'id!'?: readonly string[];
        /** @description Most items on a page. */
        readonly limit?: number;
        /** @description Done, or refused. */
        readonly outcome?: readonly ('done' | 'refused')[];
        /** @description Done, or refused. outcome!=…: is not. */
        readonly 'outcome!'?: readonly ('done' | 'refused')[];
        /** @description On one of these. */
        readonly resourceId?: readonly string[];
        /** @description On one of these. resourceId!=…: is not. */
        readonly 'resourceId!'?: readonly string[];
        /** @description On one of these kinds. */
        readonly resourceType?: readonly string[];
        /** @description On one of these kinds. resourceType!=…: is not. */
        readonly 'resourceType!'?: readonly string[];
        /** @description Of one of these services. */
        readonly service?: readonly string[];
        /** @description Of one of these services. service!=…: is not. */
        readonly 'service!'?: readonly string[];
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: -at. */
        readonly sort?: readonly ('at' | '-at')[];
      };
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AuditPage'] | components['schemas']['SparseAuditPage'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly readAuditEntry: {
    readonly parameters: {
      readonly query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AuditEntry'] | components['schemas']['SparseAuditEntry'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly eraseFromAudit: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['OrderErasureDto'];
      };
    };
    readonly responses: {
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OrderedErasure'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly exportAudit: {
    readonly parameters: {
      readonly query?: {
        /** @description From the first row at this time or later. */
        readonly from?: string;
        /** @description Of this service alone. */
        readonly service?: string;
        /** @description To the last row at this time or earlier. */
        readonly to?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A JSON value on each line. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          /** @example  */
          readonly 'application/x-ndjson': string;
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly listBreaches: {
    readonly parameters: {
      readonly query?: {
        /** @description On this configuration item. */
        readonly ciId?: readonly string[];
        /** @description On this configuration item. ciId!=…: is not. */
        readonly 'ciId!'?: readonly string[];
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        readonly cursor?: string;
        /** @description Found at this time, by the points' own time. */
        readonly detectedAt?: readonly string[];
        /** @description Found at this time, by the points' own time. detectedAt!=…: is not. */
        readonly 'detectedAt!'?: readonly string[];
        /** @description Found at this time, by the points' own time. detectedAt<=…: at most. */
        readonly 'detectedAt<'?: string;
        /** @description Found at this time, by the points' own time. detectedAt>=…: at least. */
        readonly 'detectedAt>'?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
        readonly kind?: readonly ('current' | 'predicted')[];
        /** @description Of one of these kinds. kind!=…: is not. */
        readonly 'kind!'?: readonly ('current' | 'predicted')[];
        /** @description Most items on a page. */
        readonly limit?: number;
        /** @description Of this resource. */
        readonly resourceId?: readonly string[];
        /** @description Of this resource. resourceId!=…: is not. */
        readonly 'resourceId!'?: readonly string[];
        /** @description Of one of these severities. */
        readonly severity?: readonly ('critical' | 'error' | 'warning' | 'info')[];
        /** @description Of one of these severities. severity!=…: is not. */
        readonly 'severity!'?: readonly ('critical' | 'error' | 'warning' | 'info')[];
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: -detectedAt. */
        readonly sort?: readonly ('detectedAt' | '-detectedAt')[];
        /** @description In one of these states. */
        readonly state?: readonly ('open' | 'cleared')[];
        /** @description In one of these states. state!=…: is not. */
        readonly 'state!'?: readonly ('open' | 'cleared')[];
        /** @description Of this threshold. */
        readonly thresholdId?: readonly string[];
        /** @description Of this threshold. thresholdId!=…: is not. */
        readonly 'thresholdId!'?: readonly string[];
      };
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json':
            components['schemas']['BreachPageDto'] | components['schemas']['SparseBreachPageDto'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly readBreach: {
    readonly parameters: {
      readonly query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['BreachDto'] | components['schemas']['SparseBreachDto'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly listChanges: {
    readonly parameters: {
      readonly query?: {
        /** @description Begun at this time. */
        readonly actualStart?: readonly string[];
        /** @description Begun at this time. actualStart!=…: is not. */
        readonly 'actualStart!'?: readonly string[];
        /** @description Begun at this time. actualStart<=…: at most. */
        readonly 'actualStart<'?: string;
        /** @description Begun at this time. actualStart>=…: at least. */
        readonly 'actualStart>'?: string;
        /** @description Of this person. */
        readonly assignee?: readonly string[];
        /** @description Of this person. assignee!=…: is not. */
        readonly 'assignee!'?: readonly string[];
        /** @description Of this group. */
        readonly assignmentGroup?: readonly string[];
        /** @description Of this group. assignmentGroup!=…: is not. */
        readonly 'assignmentGroup!'?: readonly string[];
        /** @description Of one of these CIs. */
        readonly ciId?: readonly string[];
        /** @description Entered at this time. */
        readonly createdAt?: readonly string[];
        /** @description Entered at this time. createdAt!=…: is not. */
        readonly 'createdAt!'?: readonly string[];
        /** @description Entered at this time. createdAt<=…: at most. */
        readonly 'createdAt<'?: string;
        /** @description Entered at this time. createdAt>=…: at least. */
        readonly 'createdAt>'?: string;
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        readonly cursor?: string;
        /** @description With this id of the other system's. */
        readonly externalRef?: readonly string[];
        /** @description With this id of the other system's. externalRef!=…: is not. */
        readonly 'externalRef!'?: readonly string[];
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
        readonly limit?: number;
        /** @description With one of these numbers. */
        readonly number?: readonly string[];
        /** @description With one of these numbers. number!=…: is not. */
        readonly 'number!'?: readonly string[];
        /** @description Planned to begin at this time. */
        readonly plannedStart?: readonly string[];
        /** @description Planned to begin at this time. plannedStart!=…: is not. */
        readonly 'plannedStart!'?: readonly string[];
        /** @description Planned to begin at this time. plannedStart<=…: at most. */
        readonly 'plannedStart<'?: string;
        /** @description Planned to begin at this time. plannedStart>=…: at least. */
        readonly 'plannedStart>'?: string;
        /** @description Words in number, title or description. */
        readonly q?: string;
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: -createdAt. */
        readonly sort?: readonly (
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
        readonly source?: readonly ('manual' | 'deployment' | 'api' | 'capacity')[];
        /** @description From one of these sources. source!=…: is not. */
        readonly 'source!'?: readonly ('manual' | 'deployment' | 'api' | 'capacity')[];
        /** @description In one of these states. */
        readonly state?: readonly (
          'new' | 'assess' | 'authorize' | 'scheduled' | 'implement' | 'review' | 'closed' | 'canceled'
        )[];
        /** @description In one of these states. state!=…: is not. */
        readonly 'state!'?: readonly (
          'new' | 'assess' | 'authorize' | 'scheduled' | 'implement' | 'review' | 'closed' | 'canceled'
        )[];
        /** @description Of one of these types. */
        readonly type?: readonly ('standard' | 'normal' | 'emergency')[];
        /** @description Of one of these types. type!=…: is not. */
        readonly 'type!'?: readonly ('standard' | 'normal' | 'emergency')[];
        /** @description Last changed at this time. */
        readonly updatedAt?: readonly string[];
        /** @description Last changed at this time. updatedAt!=…: is not. */
        readonly 'updatedAt!'?: readonly string[];
        /** @description Last changed at this time. updatedAt<=…: at most. */
        readonly 'updatedAt<'?: string;
        /** @description Last changed at this time. updatedAt>=…: at least. */
        readonly 'updatedAt>'?: string;
      };
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ChangePage'] | components['schemas']['SparseChangePage'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly openChange: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['OpenChangeDto'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ChangeResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly readChange: {
    readonly parameters: {
      readonly query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json':
            components['schemas']['ChangeResource'] | components['schemas']['SparseChangeResource'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly updateChange: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['EditChangeDto'];
        readonly 'application/merge-patch+json': components['schemas']['EditChangeDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ChangeResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransition'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly approveChange: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChangePlainActionDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ChangeResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly backOutChange: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['BackOutDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ChangeResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly cancelChange: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChangeReasonDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ChangeResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly closeChange: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CloseDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ChangeResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly completeChange: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChangePlainActionDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ChangeResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly failChange: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChangeReasonDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ChangeResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly rejectChange: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChangeReasonDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ChangeResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly requestChangeApproval: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChangePlainActionDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ChangeResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly reviewChange: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ReviewDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ChangeResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly scheduleChange: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ScheduleDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ChangeResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly startChange: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChangePlainActionDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ChangeResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly listChangeHistory: {
    readonly parameters: {
      readonly query?: {
        /** @description Done at this time. */
        readonly at?: readonly string[];
        /** @description Done at this time. at!=…: is not. */
        readonly 'at!'?: readonly string[];
        /** @description Done at this time. at<=…: at most. */
        readonly 'at<'?: string;
        /** @description Done at this time. at>=…: at least. */
        readonly 'at>'?: string;
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        readonly cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
          'id' | 'at' | 'actor' | 'action' | 'before' | 'after' | 'reason' | 'correlationId'
        )[];
        /** @description Most items on a page. */
        readonly limit?: number;
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: at. */
        readonly sort?: readonly ('at' | '-at')[];
      };
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json':
            components['schemas']['HistoryPage'] | components['schemas']['SparseHistoryPage'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly listCiClasses: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CiClassList'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly readCiClass: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The name of the resource. */
        readonly name: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CiClassResource'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly listCis: {
    readonly parameters: {
      readonly query?: {
        /** @description Of one of these classes or of their subclasses. */
        readonly class?: readonly string[];
        /** @description Recorded at this time. */
        readonly createdAt?: readonly string[];
        /** @description Recorded at this time. createdAt!=…: is not. */
        readonly 'createdAt!'?: readonly string[];
        /** @description Recorded at this time. createdAt<=…: at most. */
        readonly 'createdAt<'?: string;
        /** @description Recorded at this time. createdAt>=…: at least. */
        readonly 'createdAt>'?: string;
        /** @description With one of these criticalities. */
        readonly criticality?: readonly number[];
        /** @description With one of these criticalities. criticality!=…: is not. */
        readonly 'criticality!'?: readonly number[];
        /** @description With one of these criticalities. criticality<=…: at most. */
        readonly 'criticality<'?: number;
        /** @description With one of these criticalities. criticality>=…: at least. */
        readonly 'criticality>'?: number;
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        readonly cursor?: string;
        /** @description With one of these ids of a source's own; with source, of that source's. */
        readonly externalId?: readonly string[];
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
        readonly limit?: number;
        /** @description With exactly this name. */
        readonly name?: readonly string[];
        /** @description With exactly this name. name!=…: is not. */
        readonly 'name!'?: readonly string[];
        /** @description With one of these operational statuses. */
        readonly operationalStatus?: readonly (
          'operational' | 'degraded' | 'non_operational' | 'maintenance' | 'retired'
        )[];
        /** @description With one of these operational statuses. operationalStatus!=…: is not. */
        readonly 'operationalStatus!'?: readonly (
          'operational' | 'degraded' | 'non_operational' | 'maintenance' | 'retired'
        )[];
        /** @description Of this group. */
        readonly ownerGroup?: readonly string[];
        /** @description Of this group. ownerGroup!=…: is not. */
        readonly 'ownerGroup!'?: readonly string[];
        /** @description Whose name begins so; case does not matter. */
        readonly q?: string;
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: createdAt. */
        readonly sort?: readonly (
          'createdAt' | '-createdAt' | 'updatedAt' | '-updatedAt' | 'name' | '-name' | 'criticality' | '-criticality'
        )[];
        /** @description Known by one of these sources. */
        readonly source?: readonly string[];
        /** @description In one of these stages. */
        readonly stage?: readonly ('design' | 'build' | 'operate' | 'retired')[];
        /** @description In one of these stages. stage!=…: is not. */
        readonly 'stage!'?: readonly ('design' | 'build' | 'operate' | 'retired')[];
        /** @description Last changed at this time. */
        readonly updatedAt?: readonly string[];
        /** @description Last changed at this time. updatedAt!=…: is not. */
        readonly 'updatedAt!'?: readonly string[];
        /** @description Last changed at this time. updatedAt<=…: at most. */
        readonly 'updatedAt<'?: string;
        /** @description Last changed at this time. updatedAt>=…: at least. */
        readonly 'updatedAt>'?: string;
      };
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CiList'] | components['schemas']['SparseCiList'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly createCi: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CreateCiInput'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CiResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly readCi: {
    readonly parameters: {
      readonly query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CiResource'] | components['schemas']['SparseCiResource'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly updateCi: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description The ETag of the version that was read, or * for any. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['UpdateCiInput'];
        readonly 'application/merge-patch+json': components['schemas']['UpdateCiInput'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CiResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransition'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly moveCiStage: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read, or * for any. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description What is done. */
        readonly action: 'redesign' | 'build' | 'operate' | 'retire' | 'reinstate';
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: {
      readonly content: {
        readonly 'application/json': components['schemas']['MoveCiStageInput'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CiResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly listCiHistory: {
    readonly parameters: {
      readonly query?: {
        /** @description Done at this time. */
        readonly at?: readonly string[];
        /** @description Done at this time. at!=…: is not. */
        readonly 'at!'?: readonly string[];
        /** @description Done at this time. at<=…: at most. */
        readonly 'at<'?: string;
        /** @description Done at this time. at>=…: at least. */
        readonly 'at>'?: string;
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        readonly cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly ('id' | 'at' | 'actor' | 'action' | 'reason' | 'before' | 'after')[];
        /** @description Most items on a page. */
        readonly limit?: number;
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: -at. */
        readonly sort?: readonly ('at' | '-at')[];
      };
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CiHistory'] | components['schemas']['SparseCiHistory'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly readCiImpact: {
    readonly parameters: {
      readonly query?: {
        /** @description Most hops. */
        readonly depth?: number;
        /** @description affected: what suffers when this item fails; dependencies: what it needs. affected when left out. */
        readonly direction?: 'affected' | 'dependencies';
        /** @description Most items. */
        readonly limit?: number;
      };
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Impact'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly changeCisInBulk: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CiBulkInput'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CiBulkAnswer'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly readDeadLetterTask: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          /** @example {} */
          readonly 'application/json': {
            readonly [key: string]: unknown;
          };
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly listDeadLetters: {
    readonly parameters: {
      readonly query?: {
        /** @description Of the aggregate with this id. */
        readonly aggregate?: readonly string[];
        /** @description Of the aggregate with this id. aggregate!=…: is not. */
        readonly 'aggregate!'?: readonly string[];
        /** @description Of this consumer, such as incident-svc.alerts. */
        readonly consumer?: readonly string[];
        /** @description Of this consumer, such as incident-svc.alerts. consumer!=…: is not. */
        readonly 'consumer!'?: readonly string[];
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        readonly cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
        readonly fingerprint?: readonly string[];
        /** @description Failures with the same cause. fingerprint!=…: is not. */
        readonly 'fingerprint!'?: readonly string[];
        /** @description First put aside at this time. */
        readonly firstAt?: readonly string[];
        /** @description First put aside at this time. firstAt!=…: is not. */
        readonly 'firstAt!'?: readonly string[];
        /** @description First put aside at this time. firstAt<=…: at most. */
        readonly 'firstAt<'?: string;
        /** @description First put aside at this time. firstAt>=…: at least. */
        readonly 'firstAt>'?: string;
        /** @description Most items on a page. */
        readonly limit?: number;
        /** @description Put aside for this reason, such as invalid-data. */
        readonly reasonKind?: readonly string[];
        /** @description Put aside for this reason, such as invalid-data. reasonKind!=…: is not. */
        readonly 'reasonKind!'?: readonly string[];
        /** @description Of one of these services. */
        readonly service?: readonly ('cmdb-svc' | 'incident-svc' | 'change-svc' | 'capacity-svc' | 'gateway')[];
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: -firstAt. */
        readonly sort?: readonly ('firstAt' | '-firstAt')[];
        /** @description In this status. */
        readonly status?: readonly ('parked' | 'redriven' | 'discarded')[];
        /** @description In this status. status!=…: is not. */
        readonly 'status!'?: readonly ('parked' | 'redriven' | 'discarded')[];
        /** @description From this topic. */
        readonly topic?: readonly string[];
        /** @description From this topic. topic!=…: is not. */
        readonly 'topic!'?: readonly string[];
      };
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json':
            components['schemas']['DeadLettersPage'] | components['schemas']['SparseDeadLettersPage'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly readDeadLetter: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The letter. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          /** @example {} */
          readonly 'application/json': {
            readonly [key: string]: unknown;
          };
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly discardDeadLetter: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['DiscardLetter'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SettledLetter'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly redriveDeadLetter: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SettledLetter'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['IdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly discardDeadLetters: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['DiscardLetters'];
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          /** @example {} */
          readonly 'application/json': {
            readonly [key: string]: unknown;
          };
        };
      };
      /** @description It goes on in the background, also after a restart. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          /** @example {} */
          readonly 'application/json': {
            readonly [key: string]: unknown;
          };
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly listDeadLetterGroups: {
    readonly parameters: {
      readonly query?: {
        /** @description Only of the aggregate with this id. */
        readonly aggregate?: string;
        /** @description Only of this consumer, such as incident-svc.alerts. */
        readonly consumer?: string;
        /** @description Only failures with the same cause. */
        readonly fingerprint?: string;
        /** @description Only put aside for this reason, such as invalid-data. */
        readonly reasonKind?: string;
        /** @description Only of these services, divided by commas. */
        readonly service?: readonly ('cmdb-svc' | 'incident-svc' | 'change-svc' | 'capacity-svc' | 'gateway')[];
        /** @description Only in this status. */
        readonly status?: 'parked' | 'redriven' | 'discarded';
        /** @description Only from this topic. */
        readonly topic?: string;
      };
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['DeadLetterGroupsPage'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly redriveDeadLetters: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RedriveLetters'];
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          /** @example {} */
          readonly 'application/json': {
            readonly [key: string]: unknown;
          };
        };
      };
      /** @description It goes on in the background, also after a restart. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          /** @example {} */
          readonly 'application/json': {
            readonly [key: string]: unknown;
          };
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly reportDeployments: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
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
        readonly 'application/json':
          | {
              readonly actor?: string;
              /** Format: date-time */
              readonly at: string;
              readonly ci:
                | string
                | {
                    readonly externalId: string;
                    readonly source: string;
                  };
              readonly environment?: string;
              readonly externalRef: string;
              readonly revision?: string;
              readonly source: string;
              /** @enum {string} */
              readonly status: 'started' | 'succeeded' | 'failed' | 'rolled_back';
              readonly title?: string;
              readonly url?: string;
            }
          | readonly {
              readonly actor?: string;
              /** Format: date-time */
              readonly at: string;
              readonly ci:
                | string
                | {
                    readonly externalId: string;
                    readonly source: string;
                  };
              readonly environment?: string;
              readonly externalRef: string;
              readonly revision?: string;
              readonly source: string;
              /** @enum {string} */
              readonly status: 'started' | 'succeeded' | 'failed' | 'rolled_back';
              readonly title?: string;
              readonly url?: string;
            }[];
      };
    };
    readonly responses: {
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['DeploymentsTakenDto'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly reportDiscovery: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description respond-async: answer as soon as the report is durable. */
        readonly Prefer?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
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
        readonly 'application/json': {
          readonly full?: boolean;
          readonly items: readonly {
            readonly attributes?: {
              readonly [key: string]: unknown;
            };
            readonly class: string;
            readonly externalId: string;
            readonly name: string;
            /** @enum {string} */
            readonly stage?: 'design' | 'build' | 'operate' | 'retired';
          }[];
          readonly relationships?: readonly {
            readonly attributes?: {
              readonly [key: string]: unknown;
            };
            readonly child: {
              readonly externalId: string;
            };
            readonly parent: {
              readonly externalId: string;
            };
            /** @enum {string} */
            readonly type:
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
          readonly source: string;
        };
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['DiscoveryAnswer'];
        };
      };
      /** @description With 'Prefer: respond-async'. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['DiscoveryTakenDto'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly listIncidents: {
    readonly parameters: {
      readonly query?: {
        /** @description Of this person. */
        readonly assignee?: readonly string[];
        /** @description Of this person. assignee!=…: is not. */
        readonly 'assignee!'?: readonly string[];
        /** @description Of this group. */
        readonly assignmentGroup?: readonly string[];
        /** @description Of this group. assignmentGroup!=…: is not. */
        readonly 'assignmentGroup!'?: readonly string[];
        /** @description Caused by this change. */
        readonly causedByChangeId?: readonly string[];
        /** @description Caused by this change. causedByChangeId!=…: is not. */
        readonly 'causedByChangeId!'?: readonly string[];
        /** @description About this item. */
        readonly ciId?: readonly string[];
        /** @description About this item. ciId!=…: is not. */
        readonly 'ciId!'?: readonly string[];
        /** @description Known to the platform since this time. */
        readonly createdAt?: readonly string[];
        /** @description Known to the platform since this time. createdAt!=…: is not. */
        readonly 'createdAt!'?: readonly string[];
        /** @description Known to the platform since this time. createdAt<=…: at most. */
        readonly 'createdAt<'?: string;
        /** @description Known to the platform since this time. createdAt>=…: at least. */
        readonly 'createdAt>'?: string;
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        readonly cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
        readonly impact?: readonly number[];
        /** @description With one of these impacts. impact!=…: is not. */
        readonly 'impact!'?: readonly number[];
        /** @description With one of these impacts. impact<=…: at most. */
        readonly 'impact<'?: number;
        /** @description With one of these impacts. impact>=…: at least. */
        readonly 'impact>'?: number;
        /** @description Most items on a page. */
        readonly limit?: number;
        /** @description With one of these numbers. */
        readonly number?: readonly string[];
        /** @description With one of these numbers. number!=…: is not. */
        readonly 'number!'?: readonly string[];
        /** @description Opened at this time. */
        readonly openedAt?: readonly string[];
        /** @description Opened at this time. openedAt!=…: is not. */
        readonly 'openedAt!'?: readonly string[];
        /** @description Opened at this time. openedAt<=…: at most. */
        readonly 'openedAt<'?: string;
        /** @description Opened at this time. openedAt>=…: at least. */
        readonly 'openedAt>'?: string;
        /** @description With one of these priorities. */
        readonly priority?: readonly number[];
        /** @description With one of these priorities. priority!=…: is not. */
        readonly 'priority!'?: readonly number[];
        /** @description With one of these priorities. priority<=…: at most. */
        readonly 'priority<'?: number;
        /** @description With one of these priorities. priority>=…: at least. */
        readonly 'priority>'?: number;
        /** @description Of this problem. */
        readonly problemId?: readonly string[];
        /** @description Of this problem. problemId!=…: is not. */
        readonly 'problemId!'?: readonly string[];
        /** @description Words in title or description, or the number. */
        readonly q?: string;
        /** @description Resolved at this time. */
        readonly resolvedAt?: readonly string[];
        /** @description Resolved at this time. resolvedAt!=…: is not. */
        readonly 'resolvedAt!'?: readonly string[];
        /** @description Resolved at this time. resolvedAt<=…: at most. */
        readonly 'resolvedAt<'?: string;
        /** @description Resolved at this time. resolvedAt>=…: at least. */
        readonly 'resolvedAt>'?: string;
        /** @description Security incidents, or all others; the former only for those who may see them. */
        readonly security?: readonly boolean[];
        /** @description Security incidents, or all others; the former only for those who may see them. security!=…: is not. */
        readonly 'security!'?: readonly boolean[];
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: -openedAt. */
        readonly sort?: readonly (
          'openedAt' | '-openedAt' | 'updatedAt' | '-updatedAt' | 'priority' | '-priority' | 'number' | '-number'
        )[];
        /** @description From one of these sources. */
        readonly source?: readonly ('manual' | 'alert' | 'capacity' | 'api')[];
        /** @description From one of these sources. source!=…: is not. */
        readonly 'source!'?: readonly ('manual' | 'alert' | 'capacity' | 'api')[];
        /** @description In one of these states. */
        readonly state?: readonly ('new' | 'in_progress' | 'on_hold' | 'resolved' | 'closed' | 'canceled')[];
        /** @description In one of these states. state!=…: is not. */
        readonly 'state!'?: readonly ('new' | 'in_progress' | 'on_hold' | 'resolved' | 'closed' | 'canceled')[];
        /** @description Last changed at this time. */
        readonly updatedAt?: readonly string[];
        /** @description Last changed at this time. updatedAt!=…: is not. */
        readonly 'updatedAt!'?: readonly string[];
        /** @description Last changed at this time. updatedAt<=…: at most. */
        readonly 'updatedAt<'?: string;
        /** @description Last changed at this time. updatedAt>=…: at least. */
        readonly 'updatedAt>'?: string;
        /** @description With one of these urgencies. */
        readonly urgency?: readonly number[];
        /** @description With one of these urgencies. urgency!=…: is not. */
        readonly 'urgency!'?: readonly number[];
        /** @description With one of these urgencies. urgency<=…: at most. */
        readonly 'urgency<'?: number;
        /** @description With one of these urgencies. urgency>=…: at least. */
        readonly 'urgency>'?: number;
      };
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json':
            components['schemas']['IncidentPage'] | components['schemas']['SparseIncidentPage'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly openIncident: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['OpenIncidentDto'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly readIncident: {
    readonly parameters: {
      readonly query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json':
            components['schemas']['IncidentResource'] | components['schemas']['SparseIncidentResource'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly updateIncident: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['EditIncidentDto'];
        readonly 'application/merge-patch+json': components['schemas']['EditIncidentDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransition'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly acceptMajorIncident: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['IncidentPlainActionDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly assignIncident: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AssignDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly cancelIncident: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['IncidentReasonDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly closeIncident: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['IncidentPlainActionDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly holdIncident: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['HoldDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly proposeMajorIncident: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['IncidentPlainActionDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly rejectMajorIncident: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['IncidentPlainActionDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly reopenIncident: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['IncidentReasonDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly resolveIncident: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ResolveDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly resumeIncident: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['IncidentPlainActionDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly startIncident: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['IncidentPlainActionDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly readIncidentImpact: {
    readonly parameters: {
      readonly query?: {
        /** @description Most hops. */
        readonly depth?: number;
        /** @description Most items. */
        readonly limit?: number;
      };
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ImpactDto'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly listIncidentNotes: {
    readonly parameters: {
      readonly query?: {
        /** @description At this time. */
        readonly at?: readonly string[];
        /** @description At this time. at!=…: is not. */
        readonly 'at!'?: readonly string[];
        /** @description At this time. at<=…: at most. */
        readonly 'at<'?: string;
        /** @description At this time. at>=…: at least. */
        readonly 'at>'?: string;
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        readonly cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly ('id' | 'kind' | 'text' | 'author' | 'at')[];
        /** @description Most items on a page. */
        readonly limit?: number;
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: at. */
        readonly sort?: readonly ('at' | '-at')[];
      };
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['NotePage'] | components['schemas']['SparseNotePage'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly addIncidentNote: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NoteIncidentDto'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['NoteResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly readIncidentSuspects: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SuspectsDto'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly listIncidentTimeline: {
    readonly parameters: {
      readonly query?: {
        /** @description At this time. */
        readonly at?: readonly string[];
        /** @description At this time. at!=…: is not. */
        readonly 'at!'?: readonly string[];
        /** @description At this time. at<=…: at most. */
        readonly 'at<'?: string;
        /** @description At this time. at>=…: at least. */
        readonly 'at>'?: string;
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        readonly cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly ('at' | 'kind' | 'actor' | 'summary' | 'data')[];
        /** @description Most items on a page. */
        readonly limit?: number;
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: at. */
        readonly sort?: readonly ('at' | '-at')[];
      };
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json':
            components['schemas']['TimelinePage'] | components['schemas']['SparseTimelinePage'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly reportMetrics: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
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
        readonly 'application/json': {
          readonly series: readonly {
            readonly ci:
              | string
              | {
                  readonly externalId: string;
                  readonly source: string;
                };
            readonly labels?: {
              readonly [key: string]: string;
            };
            readonly metric: string;
            /** @description Pairs of epoch milliseconds and value. */
            readonly points: readonly (readonly [number, number])[];
            readonly unit?: string;
          }[];
        };
      };
    };
    readonly responses: {
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['MetricsTakenDto'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly listRelationships: {
    readonly parameters: {
      readonly query?: {
        /** @description With this item as the child. */
        readonly childId?: readonly string[];
        /** @description With this item as the child. childId!=…: is not. */
        readonly 'childId!'?: readonly string[];
        /** @description With one of these items at either end. */
        readonly ciId?: readonly string[];
        /** @description Recorded at this time. */
        readonly createdAt?: readonly string[];
        /** @description Recorded at this time. createdAt!=…: is not. */
        readonly 'createdAt!'?: readonly string[];
        /** @description Recorded at this time. createdAt<=…: at most. */
        readonly 'createdAt<'?: string;
        /** @description Recorded at this time. createdAt>=…: at least. */
        readonly 'createdAt>'?: string;
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        readonly cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
        readonly limit?: number;
        /** @description With this item as the parent. */
        readonly parentId?: readonly string[];
        /** @description With this item as the parent. parentId!=…: is not. */
        readonly 'parentId!'?: readonly string[];
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: createdAt. */
        readonly sort?: readonly ('createdAt' | '-createdAt')[];
        /** @description Of one of these types. */
        readonly type?: readonly (
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
        readonly 'type!'?: readonly (
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
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json':
            components['schemas']['RelationshipList'] | components['schemas']['SparseRelationshipList'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly createRelationship: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AddRelationshipInput'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RelationshipResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly readRelationship: {
    readonly parameters: {
      readonly query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json':
            components['schemas']['RelationshipResource'] | components['schemas']['SparseRelationshipResource'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly deleteRelationship: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description The ETag of the version that was read, or * for any. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransition'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly updateRelationship: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description The ETag of the version that was read, or * for any. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['UpdateRelationshipInput'];
        readonly 'application/merge-patch+json': components['schemas']['UpdateRelationshipInput'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RelationshipResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransition'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly changeRelationshipsInBulk: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RelationshipBulkInput'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RelationshipBulkAnswer'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly listResources: {
    readonly parameters: {
      readonly query?: {
        /** @description Of this configuration item. */
        readonly ciId?: readonly string[];
        /** @description Of this configuration item. ciId!=…: is not. */
        readonly 'ciId!'?: readonly string[];
        /** @description First reported at this time. */
        readonly createdAt?: readonly string[];
        /** @description First reported at this time. createdAt!=…: is not. */
        readonly 'createdAt!'?: readonly string[];
        /** @description First reported at this time. createdAt<=…: at most. */
        readonly 'createdAt<'?: string;
        /** @description First reported at this time. createdAt>=…: at least. */
        readonly 'createdAt>'?: string;
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        readonly cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
        readonly limit?: number;
        /** @description With this metric. */
        readonly metric?: readonly string[];
        /** @description With this metric. metric!=…: is not. */
        readonly 'metric!'?: readonly string[];
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: createdAt. */
        readonly sort?: readonly ('createdAt' | '-createdAt' | 'metric' | '-metric')[];
      };
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json':
            components['schemas']['ResourcePageDto'] | components['schemas']['SparseResourcePageDto'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly readResource: {
    readonly parameters: {
      readonly query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json':
            components['schemas']['ResourceDto'] | components['schemas']['SparseResourceDto'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly readResourceForecast: {
    readonly parameters: {
      readonly query?: {
        /** @description How far to look ahead from the last point: an ISO 8601 duration in days or hours, PT1H to P90D. */
        readonly horizon?: string;
      };
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ForecastDto'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      /** @description There are too few points; the problem says how many are needed. */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly listResourceSeries: {
    readonly parameters: {
      readonly query?: {
        /** @description nextCursor of the page before, unchanged. */
        readonly cursor?: string;
        /** @description First time; without it, the oldest point. */
        readonly from?: string;
        /** @description Most points in the answer. */
        readonly limit?: number;
        /** @description Every point, or one roll-up for each hour. */
        readonly resolution?: 'raw' | '1h';
        /** @description Last time; without it, the newest point. */
        readonly to?: string;
      };
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SeriesDto'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly search: {
    readonly parameters: {
      readonly query: {
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        readonly cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
          'type' | 'id' | 'number' | 'title' | 'state' | 'open' | 'at' | 'foundBy' | 'snippet' | 'href'
        )[];
        /** @description Most items on a page. */
        readonly limit?: number;
        /** @description What is sought: words that must all be there, the last perhaps begun only; "in this order"; -without; a number. */
        readonly q: string;
        /** @description Only what is one of these. */
        readonly type?: readonly ('incident' | 'change' | 'ci' | 'alert')[];
      };
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['FoundPage'] | components['schemas']['SparseFoundPage'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly streamEvents: {
    readonly parameters: {
      readonly query?: {
        /** @description Only events about this configuration item. */
        readonly ci?: string;
        /** @description The id of the last event seen, for a client that can not send Last-Event-ID. */
        readonly lastEventId?: string;
        /** @description Only events of what has one of these priorities, divided by commas. */
        readonly priority?: readonly ('1' | '2' | '3' | '4' | '5')[];
        /** @description Only events of this kind of resource, or of one resource: incident, or incident/<id>. */
        readonly resource?: string;
        /** @description Only events of these types, divided by commas; a star at the end takes all that begin so. */
        readonly type?: string;
      };
      readonly header?: {
        /** @description The id of the last event that has arrived. */
        readonly 'Last-Event-ID'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A CloudEvent in each event's data. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          /** @example  */
          readonly 'text/event-stream': string;
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly listThresholds: {
    readonly parameters: {
      readonly query?: {
        /** @description Of this configuration item. */
        readonly ciId?: readonly string[];
        /** @description Of this configuration item. ciId!=…: is not. */
        readonly 'ciId!'?: readonly string[];
        /** @description Made at this time. */
        readonly createdAt?: readonly string[];
        /** @description Made at this time. createdAt!=…: is not. */
        readonly 'createdAt!'?: readonly string[];
        /** @description Made at this time. createdAt<=…: at most. */
        readonly 'createdAt<'?: string;
        /** @description Made at this time. createdAt>=…: at least. */
        readonly 'createdAt>'?: string;
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        readonly cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
        readonly limit?: number;
        /** @description Of this metric. */
        readonly metric?: readonly string[];
        /** @description Of this metric. metric!=…: is not. */
        readonly 'metric!'?: readonly string[];
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: -createdAt. */
        readonly sort?: readonly ('createdAt' | '-createdAt' | 'metric' | '-metric')[];
      };
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json':
            components['schemas']['ThresholdPageDto'] | components['schemas']['SparseThresholdPageDto'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly createThreshold: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CreateThresholdDto'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ThresholdDto'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly readThreshold: {
    readonly parameters: {
      readonly query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json':
            components['schemas']['ThresholdDto'] | components['schemas']['SparseThresholdDto'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly deleteThreshold: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description The ETag of the version that was read, or * for any. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description It is gone. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransition'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly updateThreshold: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description The ETag of the version that was read, or * for any. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['UpdateThresholdDto'];
        readonly 'application/merge-patch+json': components['schemas']['UpdateThresholdDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ThresholdDto'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransition'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly listWebhooks: {
    readonly parameters: {
      readonly query?: {
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        readonly cursor?: string;
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
          | 'id'
          | 'version'
          | 'name'
          | 'url'
          | 'filter'
          | 'state'
          | 'disabledReason'
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
        readonly limit?: number;
        /** @description With this name. */
        readonly name?: readonly string[];
        /** @description With this name. name!=…: is not. */
        readonly 'name!'?: readonly string[];
        /** @description Of this owner. */
        readonly owner?: readonly string[];
        /** @description Of this owner. owner!=…: is not. */
        readonly 'owner!'?: readonly string[];
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: -createdAt. */
        readonly sort?: readonly ('createdAt' | '-createdAt' | 'name' | '-name')[];
        /** @description In one of these states. */
        readonly state?: readonly ('enabled' | 'disabled')[];
        /** @description In one of these states. state!=…: is not. */
        readonly 'state!'?: readonly ('enabled' | 'disabled')[];
      };
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json':
            components['schemas']['WebhookPage'] | components['schemas']['SparseWebhookPage'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly createWebhook: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NewWebhookDto'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['WebhookResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly readWebhook: {
    readonly parameters: {
      readonly query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
          | 'id'
          | 'version'
          | 'name'
          | 'url'
          | 'filter'
          | 'state'
          | 'disabledReason'
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
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json':
            components['schemas']['WebhookResource'] | components['schemas']['SparseWebhookResource'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly deleteWebhook: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description The ETag of the version that was read, or * for any. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description It is gone. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransition'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly updateWebhook: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description The ETag of the version that was read, or * for any. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['EditWebhookDto'];
        readonly 'application/merge-patch+json': components['schemas']['EditWebhookDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['WebhookResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransition'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly listWebhookDeliveries: {
    readonly parameters: {
      readonly query?: {
        /** @description Put into the queue at this time. */
        readonly createdAt?: readonly string[];
        /** @description Put into the queue at this time. createdAt!=…: is not. */
        readonly 'createdAt!'?: readonly string[];
        /** @description Put into the queue at this time. createdAt<=…: at most. */
        readonly 'createdAt<'?: string;
        /** @description Put into the queue at this time. createdAt>=…: at least. */
        readonly 'createdAt>'?: string;
        /** @description nextCursor of the page before, unchanged. Filters and sort stay as they were. */
        readonly cursor?: string;
        /** @description Of this event. */
        readonly eventId?: readonly string[];
        /** @description Of this event. eventId!=…: is not. */
        readonly 'eventId!'?: readonly string[];
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
        readonly limit?: number;
        /** @description Of events of this resource. */
        readonly resourceId?: readonly string[];
        /** @description Of events of this resource. resourceId!=…: is not. */
        readonly 'resourceId!'?: readonly string[];
        /** @description The order: up to 3 fields, a minus before one turns it round. Unless given: -createdAt. */
        readonly sort?: readonly ('createdAt' | '-createdAt')[];
        /** @description In one of these states. */
        readonly state?: readonly ('pending' | 'delivered' | 'failed')[];
        /** @description In one of these states. state!=…: is not. */
        readonly 'state!'?: readonly ('pending' | 'delivered' | 'failed')[];
        /** @description Of events of this type. */
        readonly type?: readonly string[];
        /** @description Of events of this type. type!=…: is not. */
        readonly 'type!'?: readonly string[];
      };
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json':
            components['schemas']['DeliveryPage'] | components['schemas']['SparseDeliveryPage'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly readWebhookDelivery: {
    readonly parameters: {
      readonly query?: {
        /** @description Only these members of the resource. The ETag tells the version all the same. */
        readonly fields?: readonly (
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
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the delivery. */
        readonly deliveryId: string;
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json':
            components['schemas']['DeliveryResource'] | components['schemas']['SparseDeliveryResource'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly redeliverWebhookDelivery: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      readonly path: {
        /** @description The id of the delivery. */
        readonly deliveryId: string;
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NothingDto'];
      };
    };
    readonly responses: {
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['DeliveryResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly disableWebhook: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read, or * for any. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NothingDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['WebhookResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly enableWebhook: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read, or * for any. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NothingDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['WebhookResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly pingWebhook: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NothingDto'];
      };
    };
    readonly responses: {
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['DeliveryResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly redeliverWebhookRange: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RedeliverRangeDto'];
      };
    };
    readonly responses: {
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RedeliveredRange'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly rotateWebhookSecret: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. A request that failed has left nothing under its key.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        readonly 'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of the version that was read, or * for any. */
        readonly 'If-Match': string;
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RotateSecretDto'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['WebhookResource'];
        };
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 409: components['responses']['ConflictOrIllegalTransitionOrIdempotencyKeyInUse'];
      readonly 412: components['responses']['StaleVersion'];
      readonly 413: components['responses']['TooLarge'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 415: components['responses']['UnsupportedMediaType'];
      readonly 422: components['responses']['IdempotencyKeyReused'];
      readonly 428: components['responses']['VersionRequired'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['InternalOrOutcomeUnknown'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
  readonly readWebhookSecrets: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description ETags of what the caller has already; the answer is 304 without a body where one of them is current. */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        /** @description The id of the resource, or its number where it has one. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RevealedSecrets'];
        };
      };
      /** @description The caller has the current representation already. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['BadRequestOrInvalidInput'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 408: components['responses']['RequestTimeout'];
      readonly 414: components['responses']['UriTooLong'];
      readonly 429: components['responses']['RateLimited'];
      readonly 431: components['responses']['HeadersTooLarge'];
      readonly 500: components['responses']['Internal'];
      readonly 503: components['responses']['UnavailableOrBusyOrMisconfigured'];
      readonly 504: components['responses']['UpstreamTimeout'];
    };
  };
}
