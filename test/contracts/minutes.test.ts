import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readDocument, readFixture, sectionOf } from '#server/demo/files.ts'
import { a1Content } from '#server/demo/minutesA1.ts'
import { a2Content } from '#server/demo/minutesA2.ts'
import { c3Content } from '#server/demo/minutesC3.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import { type FindingOptions, findings } from '#shared/kinds/minutes/findings.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import { visitCounts } from '#shared/kinds/minutes/visitCount.ts'
import { germanDay } from '#shared/rules/germanForms.ts'
import { a1Record, c3Record, minutesDraft } from '#test/support/minutesDocuments.ts'
import { asFixture, expectMatches } from '#test/support/minutesFixture.ts'

const cast = z
  .object({ persons: z.array(z.object({ id: z.string(), name: z.string(), home: z.string() })) })
  .parse(readFixture('cast'))
const members = cast.persons.map(({ id, name }) => ({ personId: id, displayName: name }))
const homeGroup = (id: string) => cast.persons.find(person => person.id === id)?.home

const found = (value: MinutesDraft, options: FindingOptions = {}) =>
  findings(value, { members, isAtHome: (id, group) => homeGroup(id) === group, ...options }).map(
    ({ rule, level, path, detail }) => `${rule} ${level} ${path.join('/')} ${detail}`,
  )
const wordingOf = (nodes: MinutesDraft['decisions'][number]['wording']) => paragraphTexts(nodes).join('\n')
/** A printed line without its marks. */
const unmarked = (line: string) => line.replaceAll('**', '').replace(/^(?:- |\d+\. )/, '')

describe('A1, the minutes of the regional team', () => {
  const value = minutesDraft(a1Content())
  const record = a1Record()

  it('project equal to a.afterTimeline: draft, decisions, attachments, late contributions', () => {
    const fixture = z.looseObject({ lateContributions: z.unknown() }).parse(readFixture('a.afterTimeline'))
    expectMatches(asFixture(value), fixture)
    expect(asFixture(value).lateContributions).toEqual(fixture.lateContributions)
  })

  it('and with what was recorded equal to a.minutes', () => {
    const { header } = value
    const topOf = (id: string | null) => value.agenda.findIndex(item => item.id === id) + 1
    const frozen = new Map(record.frozen.map(row => [row.decisionId, row.wording]))
    const structured = {
      number: header.number,
      meetingKind: header.meetingKind,
      protocolType: header.protocolType,
      date: header.date,
      start: header.start,
      end: header.end,
      break: header.breaks[0],
      format: header.format,
      invitedOn: header.invitedOn,
      quorumRule: value.quorum.rule,
      attendance: value.attendance.map(({ id: person, status, voting, intervals }) => ({
        person,
        status,
        voting,
        intervals,
      })),
      agenda: value.agenda.map(({ id, title, type, result }) => ({
        id,
        top: topOf(id),
        title,
        type,
        result,
      })),
      decisions: record.decisions.map(
        ({ decisionId: id, register, at, rule, votes, eligiblePresent, result }) => ({
          id,
          register,
          at,
          rule,
          votes,
          eligiblePresent,
          result,
          top: topOf(value.decisions.find(own => own.id === id)?.agendaItemId ?? null),
          wording: frozen.get(id),
        }),
      ),
      motionsNotVoted: value.decisions
        .filter(({ id }) => record.decisions.every(row => row.decisionId !== id))
        .map(({ id, agendaItemId, wording }) => ({
          id,
          top: topOf(agendaItemId),
          wording: wordingOf(wording),
        })),
      tasks: value.tasks.map(({ id, what, who, due, agendaItemId }) => ({
        id,
        what,
        who,
        due,
        top: topOf(agendaItemId),
      })),
      attachments: value.attachments.map(({ no, title }) => ({ no, title })),
    }
    expect(readFixture('a.minutes')).toMatchObject(structured)
    expect(structured.decisions).toHaveLength(5)
    expect(structured.motionsNotVoted).toHaveLength(1)
  })

  it('says what the printed document says: every paragraph, wording, count and task', () => {
    const lines = readDocument('A1').split('\n')
    const names = new Map(cast.persons.map(({ id, name }) => [id, name]))
    value.agenda.forEach((item, index) => {
      const section = sectionOf(lines, `## TOP ${index + 1} ${item.title}`)
      const isText = (line: string) => !/^(?:\*\*(?:Beschluss|Antrag)|Abstimmung)/.test(line)
      expect(section.filter(isText).map(unmarked)).toEqual(paragraphTexts(item.body))
      const own = record.decisions.filter(
        row => value.decisions.find(({ id }) => id === row.decisionId)?.agendaItemId === item.id,
      )
      expect(section.filter(line => line.startsWith('**Beschluss')).map(unmarked)).toEqual(
        own.map(row => {
          const wording = record.frozen.find(({ decisionId }) => decisionId === row.decisionId)?.wording
          return `Beschluss ${row.register}: ${wording}`
        }),
      )
      const counts = section.filter(line => line.startsWith('Abstimmung')).map(unmarked)
      own.forEach(({ at, votes, result }, place) => {
        expect(counts[place]).toMatch(new RegExp(`^Abstimmung \\(offen, ${at} Uhr`))
        expect(counts[place]).toContain(
          `Ja ${votes?.yes}, Nein ${votes?.no}, Enthaltung ${votes?.abstain} – ${result}`,
        )
      })
    })
    expect(sectionOf(lines, '## Aufgaben').map(unmarked)).toEqual(
      value.tasks.map(({ what, who, due }) => {
        const people = who.map(id => names.get(id)).join(', ')
        return `${what} – ${people} – bis ${germanDay(due ?? '')}`
      }),
    )
  })

  it('has these findings, live and at closing', () => {
    const hints = [
      'V20 warn header/remoteAccessOnInvitation remoteAccessMissing',
      'V15 hint decisions/d02/wording editedAfterFreezing',
    ]
    expect(found(value, { record })).toEqual(hints)
    expect(found(value, { record, moment: 'closing' })).toEqual(hints)
    expect(found(value)).toEqual([
      'V20 warn header/remoteAccessOnInvitation remoteAccessMissing',
      'V19 hint decisions/d02/tallyProposals proposalsDiffer',
    ])
  })

  it('the refused vote on d06 would be an error', () => {
    const votes = { yes: 3, no: 0, abstain: 0, invalid: 0 }
    const row = { decisionId: 'd06', votes, objections: null, eligiblePresent: 3, at: '12:55' }
    const refused = {
      ...row,
      rule: 'einfach' as const,
      result: 'angenommen' as const,
      register: '2026-01/06',
    }
    const decisions = [...record.decisions, refused]
    expect(found(value, { record: { ...record, decisions }, moment: 'closing' })).toContain(
      'V03 error decisions/d06/votes notQuorateAtVote',
    )
  })
})

describe('A2, the short report on a visit', () => {
  const value = minutesDraft(a2Content())
  const facts = { isClosed: true, homeGroup, isAssociation: (id: string) => id === 'org.land' }

  it('projects equal to a.visit', () => {
    const { header, visit } = value
    const [counted] = visitCounts(value, facts)
    expect({
      fixture: 'a.visit',
      docId: 'A2',
      meetingKind: header.meetingKind,
      date: header.date,
      start: header.start,
      end: header.end,
      visitedGroup: visit.visitedGroup,
      visitors: visit.visitors,
      participantCount: visit.participantCount,
      projectPresented: visit.projectPresented,
      groupConsent: visit.groupConsent,
      consentRead: visit.consentRead,
      needs: visit.needs.map(({ need }) => need),
      earlyWarnings: visit.earlyWarnings.map(({ signal }) => signal),
      forwarded: visit.forwarded.map(({ to, on }) => ({ to, on })),
      countsFor: counted,
    }).toEqual(readFixture('a.visit'))
  })

  it('says what the printed document says', () => {
    const lines = readDocument('A2').split('\n')
    for (const { title, body } of value.agenda)
      expect(paragraphTexts(body)).toEqual(sectionOf(lines, `## ${title}`).map(unmarked))
    expect(value.agenda).toHaveLength(lines.filter(line => line.startsWith('## ')).length)
    const body = value.agenda.find(({ title }) => title === 'Was die Gruppe braucht')?.body
    expect(body?.[0]).toMatchObject({ type: 'orderedList' })
  })

  it('has no finding', () => {
    expect(found(value, { moment: 'closing' })).toEqual([])
  })
})

describe('C3, the founding minutes', () => {
  const value = minutesDraft(c3Content())
  const record = c3Record()

  it('projects equal to c.founding', () => {
    const { header, attendance } = value
    const voters = attendance.filter(({ voting }) => voting === 'stimmberechtigt')
    const [listing] = new Set(voters.map(row => row.listing))
    const decisions = record.decisions.map(
      ({ decisionId, register, rule, votes, eligiblePresent, result }) => ({
        register,
        rule,
        votes,
        eligiblePresent,
        result,
        subject: value.decisions.find(({ id }) => id === decisionId)?.subject,
      }),
    )
    const elections = record.elections.map(
      ({ electionId, candidates, elected, register, rule, eligiblePresent }) => {
        const election = value.elections.find(({ id }) => id === electionId)
        const candidate = election?.candidates.find(({ id }) => id === elected[0])
        return {
          register,
          subject: `Wahl der ${election?.office}`,
          candidate: candidate?.person,
          rule,
          votes: candidates[0]?.votes,
          eligiblePresent,
          result: elected.length > 0 ? 'gewaehlt' : 'nicht_gewaehlt',
          accepted: candidate?.accepted,
        }
      },
    )
    const byRegister = (left: { register?: string | undefined }, right: { register?: string | undefined }) =>
      (left.register ?? '') < (right.register ?? '') ? -1 : 1
    const subjects: Readonly<Record<string, string>> = { Zugang: 'zunächst geschlossen' }
    expect({
      fixture: 'c.founding',
      docId: 'C3',
      meetingKind: header.meetingKind,
      date: header.date,
      start: header.start,
      end: header.end,
      attendance: {
        stimmberechtigt: voters.length,
        gaeste: attendance.filter(({ status }) => status === 'gast').length,
        listing,
      },
      decisions: [...decisions, ...elections]
        .map(row => ({ ...row, subject: subjects[row.subject ?? ''] ?? row.subject }))
        .sort(byRegister),
    }).toEqual(readFixture('c.founding'))
    expect(new Set(voters.map(row => row.listing)).size).toBe(1)
  })

  it('says what the printed document says', () => {
    const lines = readDocument('C3').split('\n')
    for (const { id, title, type, body } of value.agenda) {
      const section = sectionOf(lines, `## ${id.slice(1)}. ${title}`)
      if (type !== 'beschluss') expect(paragraphTexts(body)).toEqual(section.map(unmarked))
    }
    const printed = sectionOf(lines, '## 3. Beschlüsse').map(unmarked)
    for (const { decisionId, register, votes, result } of record.decisions) {
      const own = value.decisions.find(({ id }) => id === decisionId)
      const text = [...paragraphTexts(own?.wording ?? []), ...paragraphTexts(own?.dissentNote ?? [])].join(
        ' ',
      )
      const counts = `Ja ${votes?.yes}, Nein ${votes?.no}, Enthaltung ${votes?.abstain}`
      expect(printed).toContain(`${register} ${own?.subject}. ${text} ${counts} – ${result}.`)
    }
  })

  it('is sound but for the names in it: founders are listed by initials', () => {
    const said = found(value, { record, moment: 'closing' })
    expect(new Set(said.map(line => line.split(' ')[0]))).toEqual(new Set(['V11']))
    expect(said).toContain('V11 warn decisions/d3/dissentNote protectedNameInText')
    const open = {
      ...value,
      attendance: value.attendance.map(row => ({ ...row, listing: 'klarname' as const })),
    }
    expect(found(open, { record, moment: 'closing' })).toEqual([])
  })
})
