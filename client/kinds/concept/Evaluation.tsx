import { plainText, useAtom } from '#client/sheet/atom.ts'
import { TextField } from '#client/ui/fields/TextField.tsx'
import s from './Concept.module.css'
import { useConcept } from './useConcept.ts'
import { useWords } from './words.ts'

/** Qualitätssicherung (domain.md 3.2): how, how often, who, and what is counted – without names. */
export function Evaluation() {
  const w = useWords()
  const { session } = useConcept()
  const record = session.handle.record('evaluation')
  const method = useAtom(record, 'method')
  const rhythm = useAtom(record, 'rhythm')
  const who = useAtom(record, 'who')
  const counted = useAtom(record, 'counted')
  return (
    <div className={s.fields} data-path="evaluation">
      <TextField
        {...plainText(method)}
        className={s.three}
        label={w('evaluation.method')}
        placeholder={w('evaluation.methodNone')}
      />
      <TextField
        {...plainText(rhythm)}
        className={s.three}
        label={w('evaluation.rhythm')}
        placeholder={w('evaluation.rhythmNone')}
      />
      <TextField
        {...plainText(who)}
        className={s.three}
        label={w('evaluation.who')}
        placeholder={w('evaluation.whoNone')}
      />
      <TextField
        {...plainText(counted)}
        className={s.three}
        label={w('evaluation.counted')}
        placeholder={w('evaluation.countedNone')}
      />
    </div>
  )
}

/** Verstetigung (domain.md 3.2): what stays, and who pays for it. */
export function Continuation() {
  const w = useWords()
  const { session } = useConcept()
  const record = session.handle.record('continuation')
  const stays = useAtom(record, 'stays')
  const financedBy = useAtom(record, 'financedBy')
  return (
    <div className={s.fields} data-path="continuation">
      <TextField
        {...plainText(stays)}
        className={s.three}
        label={w('continuation.stays')}
        placeholder={w('continuation.staysNone')}
      />
      <TextField
        {...plainText(financedBy)}
        className={s.three}
        label={w('continuation.financedBy')}
        placeholder={w('continuation.financedByNone')}
      />
    </div>
  )
}
