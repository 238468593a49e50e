import { Injectable } from '@nestjs/common';
import { askedFor, type Condition, isUuid, type ListRequest, Lists } from '@itops/kit';
import { DataSource } from 'typeorm';

import { ClassCatalogue } from '../../domain/class-catalogue';
import { CiNotFound } from '../../domain/not-found.errors';
import { CI_COLUMNS, type CiRow, toCiState } from '../../persistence/ci.row';
import { CIS, knownBy } from '../../persistence/cmdb.lists';
import { type CiResource, toCiResource } from '../../resource/ci.resource';
import { type CiList } from './find-cis.dto';

@Injectable()
export class FindCis {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lists: Lists,
    private readonly catalogue: ClassCatalogue,
  ) {}

  /** @throws InvalidInput */
  page(request: ListRequest): Promise<CiList> {
    const where = [...this.ofClasses(request), ...known(request)];
    return this.lists.page(CIS, request, (row: CiRow) => toCiResource(toCiState(row)), { where });
  }

  /** @throws NotFound */
  async one(id: string): Promise<CiResource> {
    const rows = isUuid(id)
      ? await this.dataSource.query<CiRow[]>(`select ${CI_COLUMNS} from ci where ci.id = $1`, [id])
      : [];
    const [row] = rows;
    if (row === undefined) throw new CiNotFound(id);
    return toCiResource(toCiState(row));
  }

  private ofClasses(request: ListRequest): Condition[] {
    return askedFor(request, 'class').map((classes) => ({
      sql: 'ci.class = any(?::text[])',
      values: [classes.flatMap((name) => this.catalogue.withSubclasses(name))],
    }));
  }
}

/** Source and external id name one thing where both are given. */
function known(request: ListRequest): Condition[] {
  const [sources, externalIds] = [askedFor(request, 'source'), askedFor(request, 'externalId')];
  const most = Math.max(sources.length, externalIds.length);
  return Array.from({ length: most }, (_, at) => knownBy(sources[at], externalIds[at]));
}
