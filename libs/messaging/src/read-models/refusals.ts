/** Why a read model is not rebuilt, compared or swapped now. The living one is as it was. */
export class Refused extends Error {
  override readonly name: string = 'Refused';
}

/** The log does not hold all that the living model was made of. */
export class LogIncomplete extends Refused {
  override readonly name = 'LogIncomplete';
}
