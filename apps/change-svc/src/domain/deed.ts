/** Who acts, and when. */
export interface Deed {
  readonly actor: string;
  /** Everybody who stands behind the actor, the actor included. */
  readonly principals: readonly string[];
  readonly at: Date;
}
