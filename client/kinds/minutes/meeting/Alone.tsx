import type { LiveMeeting } from '#client/document/live.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useStore } from '#client/lib/store.ts'
import { NoticeStrip } from '#client/ui/NoticeStrip.tsx'
import { tell } from './useMeeting.ts'
import { useWords } from './words.ts'

/** Says plainly that a meeting goes on here alone, and what becomes of it when the connection is back. */
export function Alone({ live }: { readonly live: LiveMeeting }) {
  const w = useWords()
  const { session } = useMinutes()
  const view = useStore(live.view)
  const connection = useStore(session.connection)
  if (view.where === 'alone' && view.mayHandOver)
    return (
      <NoticeStrip label={w('alone.title')} says={w('alone.back')}>
        <button type="button" className="do main" onClick={() => void live.handOver().then(tell)}>
          {w('alone.handOver')}
        </button>
        <button type="button" className="do" onClick={() => live.letGo()}>
          {w('alone.letGo')}
        </button>
      </NoticeStrip>
    )
  if (view.where === 'alone') return <NoticeStrip label={w('alone.title')} says={w('alone.now')} />
  if (view.where === 'shared' && view.wasAlone)
    return (
      <NoticeStrip label={w('alone.title')} says={w('alone.lost')}>
        <button type="button" className="do" onClick={() => live.seen()}>
          {w('alone.seen')}
        </button>
      </NoticeStrip>
    )
  return connection.state === 'offline' ? (
    <NoticeStrip label={w('alone.title')} says={w('alone.cut')} />
  ) : null
}
