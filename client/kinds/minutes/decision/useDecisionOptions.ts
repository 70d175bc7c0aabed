import { useMemo } from 'react'
import { useLanguage, useText } from '#client/i18n/i18n.ts'
import { usePicked } from '#client/kinds/minutes/usePicked.ts'
import { useRecord } from '#client/kinds/minutes/useRecord.ts'
import { useWords } from '#client/kinds/minutes/words.ts'
import type { Option } from '#client/ui/fields/SelectField.tsx'
import { paragraphTexts } from '#shared/document/prose.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'

/** As much of a wording as tells decisions apart. */
const excerptLength = 48

/** The beginning, without half a word. */
function excerpt(text: string): string {
  if (text.length <= excerptLength) return text
  const cut = text.slice(0, excerptLength + 1)
  const end = cut.lastIndexOf(' ')
  return `${(end > 0 ? cut.slice(0, end) : cut.slice(0, excerptLength)).trimEnd()} …`
}

/** Place on the agenda (0 = on none) and name of every decision. */
const namesOf = ({ agenda, decisions }: MinutesDraft) =>
  decisions.map(({ id, agendaItemId, subject, wording }) => ({
    id,
    place: agenda.findIndex(item => item.id === agendaItemId) + 1,
    subject,
    live: excerpt(paragraphTexts(wording).join(' ').trim()),
  }))

/** The decisions of these minutes as choices, by item and keyword or the beginning of the wording; without `except`. */
export function useDecisionOptions(except?: string): readonly Option[] {
  const t = useText()
  const w = useWords()
  const language = useLanguage()
  const names = usePicked(namesOf)
  // of a frozen wording the words that stand, whatever the live text says by now (V15)
  const { frozen } = useRecord()
  return useMemo(
    () =>
      names
        .filter(({ id }) => id !== except)
        .map(({ id, place, subject, live }) => {
          const stands = frozen.find(row => row.decisionId === id)?.wording
          const words = stands === undefined ? live : excerpt(stands.replaceAll('\n', ' '))
          const label = subject || words || w('decision.unnamed')
          return { value: id, label: place === 0 ? label : `${t('agenda.top', { number: place })}: ${label}` }
        }),
    // the words follow the language
    // oxlint-disable-next-line react/exhaustive-deps
    [names, frozen, except, language],
  )
}

/** How a decision is called in a sentence: its place and keyword, or what stands there, such as a register number. */
export function useDecisionWord(): (id: string) => string {
  const options = useDecisionOptions()
  return id => options.find(({ value }) => value === id)?.label ?? id
}
