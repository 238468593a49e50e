import {
  type CiData,
  type CiStage,
  type DomainEvent,
  type OperationalStatus,
  ciCreated,
  ciRetired,
  ciStatusChanged,
  ciUpdated,
} from '@itops/contracts';
import { type FieldError, InvalidInput, newId, mergePatch, sameJson } from '@itops/kit';

import { type ClassCatalogue } from './class-catalogue';
import { actionTo, type StageAction, stageLifecycle, stageWay, statusLifecycle } from './ci.lifecycle';

export interface ExternalId {
  readonly source: string;
  readonly externalId: string;
}

export interface CiState {
  readonly id: string;
  readonly version: number;
  readonly class: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Who set an attribute last. */
  readonly sources: Readonly<Record<string, string>>;
  readonly externalIds: readonly ExternalId[];
  readonly stage: CiStage;
  readonly operationalStatus: OperationalStatus;
  readonly ownerGroup: string | null;
  /** 1 most critical to 4 least. */
  readonly criticality: number;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly createdBy: string;
}

/** What people set on a CI. Attributes are a merge patch. */
export interface CiEdit {
  readonly name?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly ownerGroup?: string | null;
  readonly criticality?: number;
  readonly stage?: CiStage;
}

export interface NewCi extends CiEdit {
  readonly class: string;
  readonly name: string;
  readonly externalIds?: readonly ExternalId[];
}

/** What a source says of a CI. */
export interface CiReport {
  readonly source: string;
  readonly externalId: string;
  readonly class: string;
  readonly name: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly stage?: CiStage;
}

/** The source of what people and API clients set themselves. */
export const MANUAL = 'manual';
const DEFAULT_CRITICALITY = 3;
/** The action that is named when a stage is asked for to which no single move leads. */
const ACTION_FOR = { design: 'redesign', build: 'build', operate: 'operate', retired: 'retire' } as const;

/** A configuration item. Each method that changes it returns the facts; each fact is one version. */
export class Ci {
  /** The version in the database, which a save has to find there; 0 for a new one. */
  readonly savedVersion: number;

  constructor(
    private current: CiState,
    private readonly classes: ClassCatalogue,
    isNew = false,
  ) {
    this.savedVersion = isNew ? 0 : current.version;
  }

  get state(): CiState {
    return this.current;
  }

  /** @throws InvalidInput */
  static create(catalogue: ClassCatalogue, input: NewCi, now: Date, actor: string): { ci: Ci; events: DomainEvent[] } {
    return Ci.begin(catalogue, input, input.externalIds?.[0]?.source ?? MANUAL, now, actor);
  }

  /** A CI that a source has found. @throws InvalidInput */
  static discover(
    catalogue: ClassCatalogue,
    report: CiReport,
    now: Date,
    actor: string,
  ): { ci: Ci; events: DomainEvent[] } {
    const { source, externalId } = report;
    return Ci.begin(catalogue, { ...report, externalIds: [{ source, externalId }] }, source, now, actor);
  }

  private static begin(
    catalogue: ClassCatalogue,
    input: NewCi,
    source: string,
    now: Date,
    actor: string,
  ): { ci: Ci; events: DomainEvent[] } {
    catalogue.require(input.class);
    const attributes = mergePatch({}, input.attributes ?? {});
    refuse(catalogue.attributeErrors(input.class, attributes));
    const stage = input.stage ?? 'operate';
    const ci = new Ci(
      {
        id: newId(),
        version: 1,
        class: input.class,
        name: input.name,
        attributes,
        sources: Object.fromEntries(Object.keys(attributes).map((name) => [name, source])),
        externalIds: input.externalIds ?? [],
        stage,
        operationalStatus: stage === 'retired' ? 'retired' : 'operational',
        ownerGroup: input.ownerGroup ?? null,
        criticality: input.criticality ?? DEFAULT_CRITICALITY,
        ...{ firstSeenAt: now, lastSeenAt: now, createdAt: now, updatedAt: now, createdBy: actor },
      },
      catalogue,
      true,
    );
    return { ci, events: [ciCreated.of(ci.current.id, 1, ci.announced())] };
  }

  /** @throws InvalidInput, IllegalTransition */
  edit(catalogue: ClassCatalogue, change: CiEdit, now: Date): DomainEvent[] {
    const { stage, attributes: patch = {}, name, ownerGroup, criticality } = change;
    const next = {
      ...this.current,
      ...this.merged(patch, MANUAL),
      name: name ?? this.current.name,
      ownerGroup: ownerGroup === undefined ? this.current.ownerGroup : ownerGroup,
      criticality: criticality ?? this.current.criticality,
    };
    refuse(catalogue.attributeErrors(next.class, next.attributes));
    if (stage === undefined || stage === this.current.stage) return this.update(next, now);
    // Where no single move leads there, the table refuses the move, before anything has changed, and says what is possible.
    const action = actionTo(stageLifecycle, this.current.stage, stage) ?? ACTION_FOR[stage];
    stageLifecycle.next(this.current.stage, action);
    return [...this.update(next, now), ...this.move(action, now)];
  }

  /** Takes over what a source says; nothing when it says nothing new. @throws InvalidInput, IllegalTransition */
  report(catalogue: ClassCatalogue, report: CiReport, now: Date): DomainEvent[] {
    const { source, externalId, attributes = {} } = report;
    const next = {
      ...this.current,
      ...this.merged(attributes, source),
      class: this.classFrom(catalogue, report),
      name: this.isNamedBy(source) ? report.name : this.current.name,
      externalIds: this.hasExternalId(source, externalId)
        ? this.current.externalIds
        : [...this.current.externalIds, { source, externalId }],
    };
    refuse(catalogue.attributeErrors(next.class, next.attributes));
    const stage = report.stage ?? (this.current.stage === 'retired' ? 'operate' : this.current.stage);
    const events = [
      ...this.update(next, now),
      ...stageWay(this.current.stage, stage).flatMap((action) => this.move(action, now)),
    ];
    if (events.length > 0) this.current = { ...this.current, lastSeenAt: now };
    return events;
  }

  /** The source no longer has it: it is retired, unless another source still knows it. */
  dropFrom(source: string, now: Date): DomainEvent[] {
    if (this.current.stage === 'retired') return [];
    const others = this.current.externalIds.filter((id) => id.source !== source);
    return others.length > 0 ? this.update({ ...this.current, externalIds: others }, now) : this.move('retire', now);
  }

  /** @throws IllegalTransition */
  move(action: StageAction, now: Date): DomainEvent[] {
    const before = this.current.stage;
    const stage = stageLifecycle.next(before, action);
    const status = this.current.operationalStatus;
    const operationalStatus =
      stage === 'retired'
        ? statusLifecycle.next(status, 'retire')
        : before === 'retired'
          ? statusLifecycle.next(status, 'restore')
          : status;
    this.advance({ ...this.current, stage, operationalStatus }, now);
    return [(stage === 'retired' ? ciRetired : ciUpdated).of(this.current.id, this.current.version, this.announced())];
  }

  /** Follows its incidents and changes. A retired CI stays retired. */
  takeStatus(status: OperationalStatus, now: Date): DomainEvent[] {
    if (this.current.stage === 'retired' || this.current.operationalStatus === status) return [];
    const action = actionTo(statusLifecycle, this.current.operationalStatus, status);
    if (action === undefined) return [];
    const operationalStatus = statusLifecycle.next(this.current.operationalStatus, action);
    this.advance({ ...this.current, operationalStatus }, now);
    return [ciStatusChanged.of(this.current.id, this.current.version, this.announced())];
  }

  toData(): CiData {
    const { sources: _s, firstSeenAt: _f, lastSeenAt: _l, createdBy: _c, ...state } = this.current;
    return {
      ...state,
      attributes: { ...state.attributes },
      externalIds: [...state.externalIds],
      createdAt: state.createdAt.toISOString(),
      updatedAt: state.updatedAt.toISOString(),
    };
  }

  /** What its events say of it. */
  private announced(): CiData {
    return { ...this.toData(), classPath: [...this.classes.pathOf(this.current.class)] };
  }

  private hasExternalId(source: string, externalId: string): boolean {
    return this.current.externalIds.some((id) => id.source === source && id.externalId === externalId);
  }

  /** The source that knew it first names it: else two sources with two names would rename it for ever. */
  private isNamedBy(source: string): boolean {
    const first = this.current.externalIds[0];
    return first === undefined || first.source === source;
  }

  /** A more special class is taken over, a more general one is not. Only a source that is alone may correct it. */
  private classFrom(catalogue: ClassCatalogue, { source, class: reported }: CiReport): string {
    catalogue.require(reported);
    const now = this.current.class;
    const isAlone = this.current.externalIds.every((id) => id.source === source);
    return !catalogue.isA(now, reported) && (catalogue.isA(reported, now) || isAlone) ? reported : now;
  }

  private merged(patch: Readonly<Record<string, unknown>>, source: string): Pick<CiState, 'attributes' | 'sources'> {
    const before = this.current.attributes;
    const attributes = mergePatch(before, patch);
    const sources = Object.keys(attributes).map((name): [string, string] => {
      const isKept = Object.hasOwn(before, name) && sameJson(before[name], attributes[name]);
      return [name, (isKept ? this.current.sources[name] : undefined) ?? source];
    });
    return { attributes, sources: Object.fromEntries(sources) };
  }

  private update(next: CiState, now: Date): DomainEvent[] {
    if (sameJson(contentOf(next), contentOf(this.current))) return [];
    this.advance(next, now);
    return [ciUpdated.of(this.current.id, this.current.version, this.announced())];
  }

  private advance(next: CiState, now: Date): void {
    this.current = { ...next, version: this.current.version + 1, updatedAt: now };
  }
}

function contentOf({ class: className, name, attributes, externalIds, ownerGroup, criticality }: CiState) {
  return { className, name, attributes, externalIds, ownerGroup, criticality };
}

function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new InvalidInput(errors);
}
