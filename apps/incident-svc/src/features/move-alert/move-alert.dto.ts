/** These actions say nothing but their names. */
export class MoveAlertDto {}
