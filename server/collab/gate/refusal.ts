/** Why an update is not taken (THREATS b). One closed list; it goes into the quarantine and into no message to people. */
export type RefusalReason =
  | 'undecodable'
  | 'tooManyStructs'
  | 'structTooLong'
  | 'emptyStruct'
  | 'forbiddenKey'
  | 'tooDeep'
  /** between two structs that do not stand in one list, or at one key */
  | 'misplaced'
  | 'foreignClient'
  | 'ownedByAnother'
  | 'gap'
  | 'tooLarge'

/** An update that can never be taken, whoever sends it and whenever. */
export class RefusedUpdate extends Error {
  readonly reason: RefusalReason

  constructor(reason: RefusalReason) {
    super(`The update is refused: ${reason}`)
    this.name = 'RefusedUpdate'
    this.reason = reason
  }
}
