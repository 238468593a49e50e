import { Injectable } from '@nestjs/common';
import { isUuid, NotFound } from '@itops/kit';
import { type ListSpec, readPage, when } from '@itops/platform';
import { DataSource } from 'typeorm';

import { RELATIONSHIP_COLUMNS, type RelationshipRow, toRelationshipState } from '../../persistence/relationship.row';
import { type RelationshipResource, toRelationshipResource } from '../../resource/relationship.resource';
import { type FindRelationshipsQuery, type RelationshipList } from './find-relationships.dto';

const LIST: ListSpec = {
  select: RELATIONSHIP_COLUMNS,
  from: 'relationship r',
  id: 'r.id',
  sorts: { createdAt: { column: 'r.created_at', type: 'timestamptz' } },
  defaultSort: 'createdAt',
};

@Injectable()
export class FindRelationships {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws InvalidInput */
  page(query: FindRelationshipsQuery): Promise<RelationshipList> {
    return readPage<RelationshipRow, RelationshipResource>(
      this.dataSource,
      LIST,
      [
        ...when(query.ciId, (id) => ({ sql: '(r.parent_id = ? or r.child_id = ?)', values: [id, id] })),
        ...when(query.parentId, (id) => ({ sql: 'r.parent_id = ?', values: [id] })),
        ...when(query.childId, (id) => ({ sql: 'r.child_id = ?', values: [id] })),
        ...when(query.type, (types) => ({ sql: 'r.type = any(?::text[])', values: [types] })),
      ],
      query,
      (row) => toRelationshipResource(toRelationshipState(row)),
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
    if (row === undefined) throw new NotFound('relationship', id);
    return toRelationshipResource(toRelationshipState(row));
  }
}
