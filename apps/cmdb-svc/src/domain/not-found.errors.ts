import { NotFound } from '@itops/kit';

/** In a path an item is named by its id alone: a name may be that of several. */
export class CiNotFound extends NotFound {
  constructor(id: string) {
    super('configuration item', id, 'GET /v1/cis?name=… finds it by its name');
  }
}

export class RelationshipNotFound extends NotFound {
  constructor(id: string) {
    super('relationship', id, 'GET /v1/relationships?ciId=… lists those of an item');
  }
}
