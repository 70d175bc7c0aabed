/** A row that was not written because it was not allowed any more when its transaction began. */
export class StaleWrite extends Error {
  constructor() {
    super('not allowed any more')
    this.name = 'StaleWrite'
  }
}
