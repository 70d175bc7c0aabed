import type { ReactNode } from 'react'
import { usePicked } from '#client/kinds/minutes/usePicked.ts'
import { useTraits } from '#client/kinds/minutes/useTraits.ts'
import { useWords } from '#client/kinds/minutes/words.ts'
import { cx } from '#client/ui/cx.ts'
import { type SpecialName, traitsOf } from '#shared/kinds/minutes/meetingKinds.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import { Assembly } from './Assembly.tsx'
import { Cooperation } from './Cooperation.tsx'
import { Founding } from './Founding.tsx'
import { Gathering } from './Gathering.tsx'
import { NaloxonePeer } from './NaloxonePeer.tsx'
import { RegionTeam } from './RegionTeam.tsx'
import { Steering } from './Steering.tsx'
import { Visit } from './Visit.tsx'

const parts: Readonly<Record<SpecialName, () => ReactNode>> = {
  regionTeam: RegionTeam,
  visit: Visit,
  gathering: Gathering,
  steering: Steering,
  assembly: Assembly,
  founding: Founding,
  naloxonePeer: NaloxonePeer,
  cooperation: Cooperation,
}

/** Whether nobody has entered anything in the special fields: then they are not printed. */
function isSpecialEmpty(value: MinutesDraft): boolean {
  const { special } = traitsOf(value.header.meetingKind)
  return special === null || isNothing(value[special])
}

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === '' ||
  value === false ||
  (typeof value === 'object' && Object.values(value).every(isNothing))

/** What only this kind of meeting has (domain.md 2.1). The fields of the other kinds stay in the document unseen. */
export function Special() {
  const w = useWords()
  const { special } = useTraits()
  const isEmpty = usePicked(isSpecialEmpty)
  if (special === null) return null
  const Part = parts[special]
  return (
    <section
      className={cx('item', isEmpty && 'noprint')}
      id="special"
      aria-labelledby="special-head"
      data-path={special}
      tabIndex={-1}
    >
      <h2 id="special-head">{w(`special.${special}`)}</h2>
      <Part />
    </section>
  )
}
