import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { meetingKindSchema } from './enums.ts'
import { fillMinutes } from './fill.ts'
import { findings } from './findings.ts'
import { firstContent } from './firstContent.ts'
import { meetingKinds } from './meetingKinds.ts'
import { minutes } from './schema.ts'

describe.each(meetingKindSchema.options)('%s', kind => {
  it('begins with an agenda that no rule has anything to say about but what is still open', () => {
    let count = 0
    const doc = new Y.Doc()
    Y.applyUpdate(doc, minutes.seed)
    fillMinutes(
      minutes.open(doc),
      firstContent(kind, () => `n${(count += 1)}`),
    )
    const { value, issues } = minutes.project(doc)
    expect(issues).toEqual([])
    expect(value.header).toMatchObject({ meetingKind: kind, protocolType: meetingKinds[kind].protocolType })
    expect(value.agenda.length).toBeGreaterThan(0)
    expect(value.agenda.every(({ title, onInvitation }) => title !== '' && onInvitation)).toBe(true)
    const said = new Set(findings(value).map(({ detail }) => detail))
    const open = ['chairMissing', 'minuteTakerMissing', 'decisionMissing']
    expect([...said].filter(detail => !open.includes(detail))).toEqual([])
    expect(said.has('chairMissing')).toBe(meetingKinds[kind].hasChair)
  })

  it('says what it needs: votes, rows, its special fields', () => {
    const traits = meetingKinds[kind]
    expect(minutes.draft.shape).toHaveProperty(traits.special)
    expect(traits.votes === 'none').toBe(kind === 'gruppenbesuch' || kind === 'naloxon_peer')
    expect(traits.attendance === 'counts').toBe(kind === 'naloxon_peer')
    expect(traits.rule === 'empfehlung').toBe(kind === 'steuerungsgruppe')
  })
})

it('a founding has its four motions and its election', () => {
  let count = 0
  const { agenda, decisions, elections } = firstContent('gruendungstreffen', () => `n${(count += 1)}`)
  const item = agenda?.find(({ type }) => type === 'beschluss')?.id
  expect(decisions?.map(({ subject }) => subject)).toEqual([
    'Name',
    'Tag, Zeit und Ort',
    'Zugang',
    'Anschluss an den Verband',
  ])
  expect(decisions?.every(({ agendaItemId }) => agendaItemId === item)).toBe(true)
  expect(elections?.map(({ office, agendaItemId }) => [office, agendaItemId])).toEqual([
    ['Ansprechperson', item],
  ])
})
