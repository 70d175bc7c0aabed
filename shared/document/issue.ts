import { cleanText } from './text.ts'

export type IssueCode =
  /** a container that has to be there is not */
  | 'missing'
  /** something else stands where this field belongs */
  | 'wrongType'
  /** the value breaks the rules of its field; the default is shown */
  | 'invalid'
  /** texts held characters that were cleaned away */
  | 'uncleanText'
  | 'unknownKey'
  | 'unknownRoot'
  | 'unknownNode'
  | 'unknownMark'
  | 'badOrderKey'
  | 'tooDeep'
  /** made by a newer version of this program */
  | 'newerSchema'
  /** the document says that it is of another kind */
  | 'otherKind'

/** One oddity found while reading. `path` names entries by their id, never by their place. */
export type Issue = { path: string[]; code: IssueCode; severity: 'error' | 'info' }
export type Projection<T> = { value: T; issues: Issue[] }

/** More issues help nobody and a hostile peer could make millions: what comes after is not listed. */
export const maxIssues = 1000

/** Collects issues up to `maxIssues`. */
export class IssueList {
  readonly all: Issue[] = []
  add(path: readonly string[], code: IssueCode, severity: Issue['severity'] = 'error'): void {
    if (this.all.length < maxIssues) this.all.push({ path: path.map(cleanText), code, severity })
  }
}
