import { Injectable } from '@nestjs/common';
import { isUuid, type ListRequest, Lists } from '@itops/kit';
import { DataSource } from 'typeorm';

import { RelationshipNotFound } from '../../domain/not-found.errors';
import { RELATIONSHIPS } from '../../persistence/cmdb.lists';
import { RELATIONSHIP_COLUMNS, type RelationshipRow, toRelationshipState } from '../../persistence/relationship.row';
import { type RelationshipResource, toRelationshipResource } from '../../resource/relationship.resource';
import { type RelationshipList } from './find-relationships.dto';

@Injectable()
export class FindRelationships {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lists: Lists,
  ) {}

  /** @throws InvalidInput */
  page(request: ListRequest): Promise<RelationshipList> {
    return this.lists.page(RELATIONSHIPS, request, (row: RelationshipRow) =>
      toRelationshipResource(toRelationshipState(row)),
    );
  }

  /** @throws NotFound */
  async one(id: string): Promise<RelationshipResource> {
    const rows = isUuid(id)
      ? await this.dataSource.query<RelationshipRow[]>(
          `select ${RELATIONSHIP_COLUMNS} from relationship r where r.id = $1`,
          [id],
        )
      : [];
    const [row] = rows;
    if (row === undefined) throw new RelationshipNotFound(id);
    return toRelationshipResource(toRelationshipState(row));
  }
}
