import { type Severity } from '@itops/contracts';

import { worseSeverity } from './assessment';

/** The alerts of one incident on one item; `ciId` is null for alerts whose item is not known. */
export interface AlertingItem {
  readonly ciId: string | null;
  readonly alerts: number;
  /** How many of them are not over. */
  readonly open: number;
  readonly firstAt: Date;
  readonly severity: Severity;
}

/** What correlation sees of an incident: which items alert, since when, and which is the likely origin. */
export class FaultCase {
  private readonly byCi: Map<string | null, AlertingItem>;

  constructor(
    readonly incidentId: string,
    readonly openedAt: Date,
    /** The likely origin so far. */
    public originId: string | null,
    items: Iterable<AlertingItem>,
    private firstSignal: Date | null,
    private lastSignal: Date | null,
  ) {
    this.byCi = new Map([...items].map((item) => [item.ciId, item]));
  }

  get items(): AlertingItem[] {
    return [...this.byCi.values()];
  }

  get alertingCis(): string[] {
    return [...this.byCi.keys()].filter((ciId) => ciId !== null);
  }

  get alertCount(): number {
    return this.items.reduce((sum, { alerts }) => sum + alerts, 0);
  }

  get hasAlerts(): boolean {
    return this.byCi.size > 0;
  }

  get isOver(): boolean {
    return this.items.every(({ open }) => open === 0);
  }

  get firstSignalAt(): Date | null {
    return this.firstSignal;
  }

  get lastSignalAt(): Date | null {
    return this.lastSignal;
  }

  get worstSeverity(): Severity {
    return this.items.map(({ severity }) => severity).reduce(worseSeverity, 'info');
  }

  alertsOn(ciId: string | null): boolean {
    return this.byCi.has(ciId);
  }

  /** An alert that it did not have before. */
  join(alert: { ciId: string | null; startedAt: Date; severity: Severity; isOver: boolean }): void {
    const { ciId, startedAt, severity } = alert;
    const item = this.byCi.get(ciId);
    this.byCi.set(ciId, {
      ciId,
      alerts: (item?.alerts ?? 0) + 1,
      open: (item?.open ?? 0) + (alert.isOver ? 0 : 1),
      firstAt: item === undefined || startedAt < item.firstAt ? startedAt : item.firstAt,
      severity: item === undefined ? severity : worseSeverity(item.severity, severity),
    });
    this.saw(startedAt);
  }

  /** An alert turned out to be about another item than this one. */
  leave(ciId: string | null, wasOver: boolean): void {
    const item = this.byCi.get(ciId);
    if (item === undefined) return;
    if (item.alerts <= 1) this.byCi.delete(ciId);
    else this.byCi.set(ciId, { ...item, alerts: item.alerts - 1, open: Math.max(item.open - (wasOver ? 0 : 1), 0) });
  }

  /** One of its alerts is over (-1), or there again (+1), or has another severity. */
  moved(ciId: string | null, open: -1 | 0 | 1, severity: Severity): void {
    const item = this.byCi.get(ciId);
    if (item === undefined) return;
    this.byCi.set(ciId, {
      ...item,
      open: Math.max(item.open + open, 0),
      severity: worseSeverity(item.severity, severity),
    });
  }

  /** A signal of the fault was seen. */
  saw(at: Date): void {
    if (this.firstSignal === null || at < this.firstSignal) this.firstSignal = at;
    if (this.lastSignal === null || at > this.lastSignal) this.lastSignal = at;
  }
}
