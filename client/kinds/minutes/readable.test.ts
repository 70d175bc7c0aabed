import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { wholeText } from '#client/document/readable.ts'
import { fillMinutes, type MinutesContent } from '#shared/kinds/minutes/fill.ts'
import { type MinutesRecord, noRecord } from '#shared/kinds/minutes/record.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { readableMinutes } from './readable.ts'

function read(content: MinutesContent, record: Partial<MinutesRecord> = {}) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, minutes.seed)
  fillMinutes(minutes.open(doc), content)
  const nameOf = (id: string) => (id === 'u.ma' ? 'Marlies' : id)
  return readableMinutes(minutes.project(doc).value, nameOf, { ...noRecord, ...record })
}
const votes = { yes: 3, no: 1, abstain: 1, invalid: 0 }

describe('minutes as a person reads them', () => {
  it('have a decision, what was counted and an election with their item', () => {
    const [section] = read({
      agenda: [{ id: 'top1', title: 'Naloxon' }],
      decisions: [
        {
          id: 'd1',
          agendaItemId: 'top1',
          movedBy: 'u.ma',
          wording: ['Zwei Termine.'],
          dissentNote: ['Einer genügt.'],
          tallyProposals: { 'u.ma': votes },
        },
      ],
      elections: [
        {
          id: 'e1',
          agendaItemId: 'top1',
          office: 'Ansprechperson',
          candidates: [{ id: 'c1', person: 'u.ma', accepted: true }],
        },
      ],
    }).filter(({ title }) => title.includes('Naloxon'))
    expect(section?.pieces.map(({ path, paragraphs }) => [path, paragraphs.join('\n')])).toEqual([
      ['agenda/top1/title', 'Naloxon'],
      ['decisions/d1/wording', 'Zwei Termine.'],
      ['decisions/d1', 'von Marlies, offen, einfache Mehrheit'],
      ['decisions/d1/tallyProposals/u.ma', 'Ja 3, Nein 1, Enthaltung 1'],
      ['decisions/d1/dissentNote', 'Einer genügt.'],
      ['elections/e1', 'Ansprechperson'],
      ['elections/e1/candidates/c1', 'Marlies, nimmt die Wahl an'],
    ])
  })
  it('have the special fields of their kind, formalia, attachments and what came late', () => {
    const text = wholeText(
      'Besuch',
      read(
        {
          header: { meetingKind: 'gruppenbesuch' },
          formalia: { agendaApproved: { approved: true, changes: ['TOP 7 zuerst'] } },
          visit: {
            visitedGroup: 'Windlicht Auenstedt',
            visitors: ['u.ma'],
            participantCount: 9,
            groupConsent: true,
            needs: [{ id: 'n1', need: 'Austausch' }],
            forwarded: [{ id: 'f1', to: 'Landesverband', on: '2026-02-02' }],
          },
          naloxonePeer: { participantCount: 4 },
          attachments: [{ id: 'a1', no: 1, title: 'Kurzbericht', file: 'bericht.pdf' }],
          lateContributions: [{ id: 'l1', author: 'u.ma', text: '25. Juni' }],
        },
        { late: [{ lateId: 'l1', decision: 'vermerkt', on: '2026-03-20', by: 'u.ma' }] },
      ),
    )
    for (const line of [
      'Änderungen an der Tagesordnung: TOP 7 zuerst',
      'Besuchte Gruppe: Windlicht Auenstedt',
      'Besuch durch: Marlies',
      'Teilnehmende (nur die Zahl): 9',
      'Gruppe stimmt der Weitergabe zu: ja',
      'Was die Gruppe braucht: Austausch',
      'Weitergeleitet: Landesverband, 2.\u00a0Februar 2026',
      'Anlage 1: Kurzbericht, bericht.pdf',
      'Entscheidung der Protokollführung: vermerkt',
    ])
      expect(text).toContain(line)
    expect(text).not.toContain(': 4')
  })
  it('say what was decided, and nothing that somebody only wrote into the draft', () => {
    const [section] = read(
      {
        agenda: [{ id: 'top1', title: 'Naloxon' }],
        decisions: [
          {
            id: 'd1',
            agendaItemId: 'top1',
            wording: ['Drei Termine.'],
            tallyProposals: { 'u.ma': { yes: 9, no: 0, abstain: 0, invalid: 0 } },
          },
        ],
        lateContributions: [{ id: 'l1', text: '25. Juni', decision: 'uebernommen' }],
      },
      {
        decisions: [
          {
            decisionId: 'd1',
            votes,
            objections: null,
            eligiblePresent: 5,
            at: '12:12',
            by: 'u.ma',
            rule: 'einfach',
            result: 'angenommen',
            register: '2026-01/03',
          },
        ],
        frozen: [{ decisionId: 'd1', at: '12:12', wording: 'Zwei Termine.' }],
      },
    ).filter(({ title }) => title.includes('Naloxon'))
    expect(section?.pieces.map(({ path, paragraphs }) => [path, paragraphs.join('\n')])).toEqual([
      ['agenda/top1/title', 'Naloxon'],
      ['decisions/d1/wording', 'Zwei Termine.'],
      ['decisions/d1', 'offen, einfache Mehrheit'],
      [
        'decisions/d1/votes',
        'Beschluss 2026-01/03, Ja 3, Nein 1, Enthaltung 1, angenommen. Bestätigt von Marlies um 12:12 Uhr.',
      ],
    ])
  })
})
