import { describe, expect, it } from 'vitest'
import type { MinutesContent } from '#shared/kinds/minutes/fill.ts'
import { found, meeting, members } from './made.ts'

const body = (...paragraphs: string[]) =>
  [{ id: 'top1', title: 'Bericht', type: 'bericht', body: paragraphs }] as const
const founders = (
  listing: 'klarname' | 'vorname' | 'kuerzel' | 'ungenannt',
  text: string,
): MinutesContent => ({
  ...meeting,
  decisions: [],
  agenda: body(text),
  attendance: [
    ...meeting.attendance,
    { id: 'g1', name: 'Karin M.', status: 'anwesend', listing, intervals: [['10:00', '11:00']] },
  ],
})

describe('people, domain.md 2.4', () => {
  it('V09 a meeting of two days has its times with each day', () => {
    const days = [
      { id: 'a', date: '2026-10-10', start: '14:00', end: '18:00' },
      { id: 'b', date: '2026-10-11', start: '09:00', end: '12:00' },
    ]
    const twoDays = {
      ...meeting,
      header: { ...meeting.header, start: '14:00', end: '12:00' },
      gathering: { days },
    } satisfies MinutesContent
    expect(found(twoDays)).toEqual([])
    expect(found({ ...twoDays, gathering: { days: days.slice(0, 1) } })).toContain(
      'V09 error header/end endNotAfterStart {"start":"14:00","end":"12:00"}',
    )
    const backwards = days.map(day => (day.id === 'b' ? { ...day, end: '08:00' } : day))
    expect(found({ ...twoDays, gathering: { days: backwards } })).toEqual([
      'V09 error gathering/days/b/end endNotAfterStart {"start":"09:00","end":"08:00"}',
    ])
  })

  it('V10 a guest with times has been there', () => {
    const guest = (intervals: [string, string][]) =>
      ({
        ...meeting,
        header: { ...meeting.header, chair: 'u.gast' },
        attendance: [
          ...meeting.attendance,
          { id: 'u.gast', name: 'Annegret Sommerlatte', status: 'gast', intervals },
        ],
      }) satisfies MinutesContent
    expect(found(guest([['10:00', '12:00']]))).toEqual([])
    expect(found(guest([]))).toEqual(['V10 warn header/chair chairAbsent {"person":"u.gast"}'])
  })
  it('V10 nobody chairs a visit', () => {
    const visit = {
      header: { meetingKind: 'gruppenbesuch', minuteTakers: ['u.ma'], chair: null },
    } satisfies MinutesContent
    expect(found(visit)).toEqual([])
    expect(found({ header: { ...visit.header, chair: 'u.ma' } })).toEqual([])
    expect(found({ header: { ...visit.header, meetingKind: 'regionalteam' } })).toEqual([
      'V10 warn header/chair chairMissing {}',
    ])
  })

  it.each([
    ['ungenannt', 'Karin fragt nach.', 'Karin'],
    ['ungenannt', 'Karin M. fragt nach.', 'Karin M.'],
    ['ungenannt', 'K. M. fragt nach.', 'K. M.'],
    ['kuerzel', 'Das ist Karins Sorge.', 'Karin'],
  ] as const)('V11 whoever is listed as %s is named in „%s“', (listing, text, name) => {
    expect(found(founders(listing, text))).toEqual([
      `V11 warn agenda/top1/body protectedNameInText {"person":"g1","name":"${name}"}`,
    ])
  })
  it.each([
    ['kuerzel', 'K. M. fragt nach.'],
    ['klarname', 'Karin M. fragt nach.'],
    ['vorname', 'Karin fragt nach.'],
    ['ungenannt', 'Eine Person fragt nach der Karte „Karinat“.'],
  ] as const)('V11 nothing to say: listed as %s, „%s“', (listing, text) => {
    expect(found(founders(listing, text))).toEqual([])
  })
  it('V11 initials that are all there is of a name may stand in the text', () => {
    const { attendance = [], ...rest } = founders('kuerzel', 'A. K. arbeitet im Schichtdienst.')
    const named = attendance.map(row => (row.id === 'g1' ? { ...row, name: 'A. K.' } : row))
    expect(found({ ...rest, attendance: named })).toEqual([])
    const hidden = named.map(row => (row.id === 'g1' ? { ...row, listing: 'ungenannt' as const } : row))
    expect(found({ ...rest, attendance: hidden })).toHaveLength(1)
  })
  it('V11 a first name that somebody listed openly has, too, says nothing', () => {
    const two = founders('ungenannt', 'Karin fragt nach.')
    const open = { id: 'g2', name: 'Karin Ohnesorg', status: 'gast' as const }
    expect(found({ ...two, attendance: [...(two.attendance ?? []), open] })).toEqual([])
  })
  it('V11 looks at wording, tasks and results of working groups as well', () => {
    const hidden = {
      ...founders('ungenannt', ''),
      decisions: [{ id: 'd1', wording: ['Karin wird gewählt.'], dissentNote: ['Karin war dagegen.'] }],
      tasks: [{ id: 't1', what: 'Karin anrufen', who: ['u.ma'], due: '2026-04-01' }],
      gathering: { workingGroups: [{ id: 'w1', results: ['Karin stellt vor.'] }], results: ['Karin'] },
    } satisfies MinutesContent
    expect(found(hidden).map(line => line.split(' ')[2])).toEqual([
      'gathering/workingGroups/w1/results',
      'gathering/results',
      'decisions/d1/wording',
      'decisions/d1/dissentNote',
      'tasks/t1/what',
    ])
  })

  const naloxone = {
    header: { meetingKind: 'naloxon_peer', minuteTakers: ['u.ma'] },
    naloxonePeer: { trainers: ['u.sk'], medicalPerson: 'Dr. Ilse Rabenau', participantCount: 12 },
    agenda: body(
      'Svea Kallweit und Ilse Rabenau haben geübt, Marlies Achterberg hat gezählt: zwölf Menschen.',
    ),
  } satisfies MinutesContent
  it('V12 of a naloxone event only counts are kept', () => {
    expect(found(naloxone, { members })).toEqual([])
    expect(found({ ...naloxone, attendance: [{ id: 'u.ma', status: 'anwesend' }] }, { members })).toEqual([
      'V12 error attendance/u.ma rowInCountsOnly {"person":"u.ma"}',
    ])
  })
  it('V12 no name of a member in the text but of those who ran it', () => {
    expect(found({ ...naloxone, agenda: body('Bernd hat mitgemacht.') }, { members })).toEqual([
      'V12 error agenda/top1/body nameInCountsOnly {"name":"Bernd"}',
    ])
  })
  it('V12 of a visit only the visitors are listed', () => {
    const visit = (...ids: string[]): MinutesContent => ({
      header: { meetingKind: 'gruppenbesuch', minuteTakers: ['u.ma'] },
      visit: { visitors: ['u.ma'], participantCount: 9 },
      attendance: ids.map(id => ({ id, status: 'anwesend' })),
    })
    expect(found(visit('u.ma'))).toEqual([])
    expect(found(visit('u.ma', 'u.bernd'))).toEqual([
      'V12 error attendance/u.bernd participantInVisit {"person":"u.bernd"}',
    ])
    expect(found({ ...visit('u.ma', 'u.bernd'), header: meeting.header }).join()).not.toContain('V12')
  })

  const visit = (values: object): MinutesContent => ({
    header: { meetingKind: 'gruppenbesuch', minuteTakers: ['u.ma'] },
    visit: { visitedGroup: 'g.windlicht', visitors: ['u.ma', 'u.sk'], ...values },
  })
  it('V13 somebody visits the own group', () => {
    const isAtHome = (person: string, group: string) =>
      group === (person === 'u.sk' ? 'g.ufer' : 'g.windlicht')
    expect(found(visit({}), { isAtHome })).toEqual([
      'V13 warn visit/visitedGroup ownHomeGroup {"person":"u.ma"}',
    ])
    expect(found(visit({ visitedGroup: 'g.neuland' }), { isAtHome })).toEqual([])
    expect(found(visit({ visitedGroup: null }), { isAtHome })).toEqual([])
  })
  it('V13 the report goes out only when the group has agreed', () => {
    const forwarded = [{ id: 'f1', to: 'org.land', on: '2026-02-02' }]
    const says = ['V13 error visit/groupConsent forwardedWithoutConsent {}']
    expect(found(visit({ forwarded }))).toEqual(says)
    expect(found(visit({ forwarded, groupConsent: false }))).toEqual(says)
    expect(found(visit({ forwarded, groupConsent: true }))).toEqual([])
    expect(
      found({ ...visit({ forwarded }), header: { ...meeting.header, chair: null } }).join(),
    ).not.toContain('V13')
  })

  const told = (...paragraphs: string[]) =>
    found({ ...meeting, decisions: [], agenda: body(...paragraphs) }, { members })
  it.each([
    ['Karin M. hatte im Januar einen Rückfall.', 'Karin M.', 'Rückfall'],
    ['Leider ist Bernd wieder rückfällig geworden.', 'Bernd', 'rückfällig'],
    ['Bei Svea wurde eine Depression festgestellt.', 'Svea', 'Depression'],
    ['Pfefferkorns Sohn nimmt Methadon.', 'Pfefferkorn', 'Methadon'],
    ['Deniz war nach der Entgiftung vier Wochen in der Therapie.', 'Deniz', 'Entgiftung'],
    ['Marlies ist seit drei Wochen krankgeschrieben.', 'Marlies', 'krankgeschrieben'],
    ['Der alkoholabhängige Bernd kommt nicht mehr.', 'Bernd', 'alkoholabhängige'],
    ['Bernd trinkt wieder.', 'Bernd', 'trinkt wieder'],
  ])('V18 „%s“', (text, name, word) => {
    expect(told('Ein ruhiger Abend.', text)).toEqual([
      `V18 hint agenda/top1/body healthWordNearName {"name":"${name}","word":"${word}"}`,
    ])
  })
  it.each([
    'Die Gruppe spricht über Rückfälle. Marlies Achterberg dankt allen.',
    'Rückfall und Scham waren Thema.\nBernd leitet den Abend.',
    'Marlies Achterberg berichtet von Wartezeiten in der Suchtberatung.',
    'Svea Kallweit plant zwei Peer-Informationsveranstaltungen zu Naloxon.',
    'Bernd hat den trockenen Keller gemietet; Alkohol gibt es dort nicht.',
    'Hanne Pfefferkorn spricht mit der Suchtkrankenhilfe und dem Verein „Methadonhilfe“.',
    'Ein Mann berichtet von seiner Entgiftung.',
    'Rückfälle waren Thema im Jahr 2025. Marlies Achterberg dankt allen.',
    'Es ging um Rückfälle! „Und um Scham.“ Bernd leitet den Abend.',
  ])('V18 says nothing of „%s“', text => expect(told(...text.split('\n'))).toEqual([]))
  it('V18 a sentence does not end with an initial, a title or a number', () => {
    expect(told('Karin M. war am 4. Mai mit Dr. Rabenau betrunken.')).toHaveLength(1)
  })

  // As long as a document may be; a rule that looks back without a bound does not come to an end here.
  it.each(['…', '1', '”', '. ', '1.', 'Karin '])(
    'V11 V18 read endless rows of „%s“ like any other text',
    part => {
      expect(told('Bernd trinkt wieder.', part.repeat(100_000))).toHaveLength(1)
    },
  )
})
