import { Link } from 'wouter'
import { useSpaceDocuments } from '#client/sheet/spaceDocuments.ts'
import { useMinutes } from './useMinutes.ts'
import { useWords } from './words.ts'

/** „aus einer früheren Sitzung“, and the way there where the minutes are known. `from`: their id, a slash, the task. */
export function CarriedFrom({ from }: { readonly from: string }) {
  const w = useWords()
  const { session } = useMinutes()
  const [minutes = ''] = from.split('/')
  const isKnown = useSpaceDocuments(session).some(({ id }) => id === minutes)
  return isKnown ? (
    <Link href={`/blatt/${minutes}`} aria-label={`${w('tasks.carried')}: ${w('tasks.carriedOpen')}`}>
      {w('tasks.carried')}
    </Link>
  ) : (
    <span>{w('tasks.carried')}</span>
  )
}
