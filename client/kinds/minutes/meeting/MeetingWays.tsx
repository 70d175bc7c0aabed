import { useLocation } from 'wouter'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useRecord } from '#client/kinds/minutes/useRecord.ts'
import { useWords } from '#client/kinds/minutes/words.ts'
import { useStore } from '#client/lib/store.ts'

/** From the sheet into its meeting, and onto the wall: in a window of its own, for the projector; until it is closed. */
export function MeetingWays() {
  const w = useWords()
  const [, go] = useLocation()
  const { session } = useMinutes()
  const live = useStore(session.live)
  const { closing } = useRecord()
  const isOn = live?.state != null
  const { id } = session.info
  if (closing !== null) return null
  return (
    <p className="dos noprint">
      <button type="button" className="do" data-palette="" onClick={() => go(`/sitzung/${id}`)}>
        {w(isOn ? 'meeting.join' : 'meeting.open')}
      </button>
      <button
        type="button"
        className="do"
        data-palette=""
        onClick={() => window.open(`/wand/${id}`, `wand-${id}`)}
      >
        {w('meeting.wall')}
      </button>
    </p>
  )
}
