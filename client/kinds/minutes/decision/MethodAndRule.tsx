import { optionsOf } from '#client/kinds/minutes/options.ts'
import { useWords } from '#client/kinds/minutes/words.ts'
import { type Atom, firmChoice } from '#client/sheet/atom.ts'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import type { MajorityRule, VoteMethod } from '#shared/kinds/minutes/schema.ts'
import s from './Decision.module.css'

/** How it is voted, and when it is accepted; `voteMethod`: null where nobody votes. */
export function MethodAndRule(props: {
  readonly voteMethod: Atom<VoteMethod, VoteMethod | undefined> | null
  readonly rule: Atom<MajorityRule, MajorityRule | undefined>
  readonly what: string
}) {
  const w = useWords()
  const { voteMethod, rule, what } = props
  return (
    <>
      {voteMethod === null ? null : (
        <SelectField
          {...firmChoice(voteMethod)}
          quiet
          small
          controlClass={s.soft}
          label={`${w('decision.method')}: ${what}`}
          options={optionsOf('voteMethod')}
        />
      )}
      <SelectField
        {...firmChoice(rule)}
        quiet
        small
        controlClass={s.soft}
        label={`${w('decision.rule')}: ${what}`}
        options={optionsOf('majorityRule')}
      />
    </>
  )
}
