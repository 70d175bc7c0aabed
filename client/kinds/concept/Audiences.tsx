import { plainText, useAtom } from '#client/sheet/atom.ts'
import { TextField } from '#client/ui/fields/TextField.tsx'
import s from './Concept.module.css'
import { useConcept } from './useConcept.ts'
import { useWords } from './words.ts'

/** Zielgruppen (domain.md 3.2): direct, indirect, and what they need to take part. */
export function Audiences() {
  const w = useWords()
  const { session } = useConcept()
  const record = session.handle.record('audiences')
  const direct = useAtom(record, 'direct')
  const indirect = useAtom(record, 'indirect')
  const accessibility = useAtom(record, 'accessibility')
  return (
    <div className={s.fields} data-path="audiences">
      <TextField
        {...plainText(direct)}
        className={s.two}
        label={w('audience.direct')}
        placeholder={w('audience.directNone')}
      />
      <TextField
        {...plainText(indirect)}
        className={s.two}
        label={w('audience.indirect')}
        placeholder={w('audience.indirectNone')}
      />
      <TextField
        {...plainText(accessibility)}
        className={s.two}
        label={w('audience.accessibility')}
        placeholder={w('audience.accessibilityNone')}
      />
    </div>
  )
}
