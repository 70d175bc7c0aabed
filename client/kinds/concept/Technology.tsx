import { useAtom } from '#client/sheet/atom.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import s from './Concept.module.css'
import { Tick } from './Tick.tsx'
import { useConcept } from './useConcept.ts'
import { useWords } from './words.ts'

/** What a website of a group must promise (domain.md 3.3): ticked off one by one. */
export function Technology() {
  const w = useWords()
  const { session } = useConcept()
  const record = session.handle.record('technology')
  const hostInEu = useAtom(record, 'hostInEu')
  const noTracking = useAtom(record, 'noTracking')
  const contactWithoutAccount = useAtom(record, 'contactWithoutAccount')
  const imageRights = useAtom(record, 'imageRights')
  return (
    <div className={s.ticks} data-path="technology">
      <Tick atom={hostInEu} label={w('technology.hostInEu')} />
      <Gloss path="technology/hostInEu" />
      <Tick atom={noTracking} label={w('technology.noTracking')} />
      <Gloss path="technology/noTracking" />
      <Tick atom={contactWithoutAccount} label={w('technology.contactWithoutAccount')} />
      <Gloss path="technology/contactWithoutAccount" />
      <Tick atom={imageRights} label={w('technology.imageRights')} />
      <Gloss path="technology/imageRights" />
    </div>
  )
}
