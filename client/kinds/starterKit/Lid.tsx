import { useField } from '#client/document/hooks.ts'
import { useFactSource } from '#client/editor/factSource.ts'
import { useStore } from '#client/lib/store.ts'
import { useAtom } from '#client/sheet/atom.ts'
import { FactsChoice, FactsFrom } from '#client/sheet/FactsFrom.tsx'
import { useGroupRecord } from '#client/sheet/GroupFactsProvider.tsx'
import { LidFacts } from './LidFacts.tsx'
import s from './StarterKit.module.css'
import { useKit } from './useKit.ts'
import { useWords } from './words.ts'

/** The lid: whose kit it is, and the facts that stand on every sheet in it. */
export function Lid() {
  const t = useWords()
  const { session } = useKit()
  const title = useField(session.handle.record('header'), 'title')
  const groupRecordId = useAtom(session.handle, 'groupRecordId')
  const facts = useStore(useFactSource())
  const record = useGroupRecord()
  const name = facts['gruppe.name'] || title || t('lid.untitled')
  return (
    <section className={s.lid} aria-labelledby="lid-head" data-path="header" tabIndex={-1}>
      <div className={s.lining}>
        {session.space.name === name ? null : <p className={s.letterhead}>{session.space.name}</p>}
        <h1 id="lid-head" tabIndex={-1}>
          {name}
        </h1>
        <p className={s.hint}>{t('lid.hint')}</p>
        {record.state === 'ready' ? <LidFacts id={record.id} session={record.session} /> : null}
        {record.state === 'ready' && groupRecordId.value !== null ? (
          <FactsChoice groupRecordId={groupRecordId} className={s.choice} />
        ) : (
          <FactsFrom groupRecordId={groupRecordId} />
        )}
      </div>
      <div className={s.hinge} aria-hidden="true" />
    </section>
  )
}
