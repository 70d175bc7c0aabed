import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fillMinutes, type MinutesContent } from './fill.ts'
import { type FindingOptions, findings } from './findings.ts'
import { minutes } from './schema.ts'

const present = { status: 'anwesend', voting: 'stimmberechtigt', intervals: [['10:00', null]] } as const
const header = {
  date: '2026-03-14',
  start: '10:00',
  end: '13:20',
  chair: 'u.ma',
  minuteTakers: ['u.dy'],
} as const
/** Minutes that no rule has anything to say about. */
const fine = {
  header: { ...header, minuteTakers: ['u.dy'] },
  attendance: [
    { id: 'u.ma', ...present, intervals: [['10:00', '13:20']] },
    {
      id: 'u.dy',
      ...present,
      intervals: [
        ['10:00', '11:00'],
        ['11:00', null],
      ],
    },
    { id: 'gast1', name: 'Annegret Sommerlatte', status: 'gast' },
    { id: 'gast2', name: 'Gerd T.', status: 'gast' },
  ],
  tasks: [{ id: 'T1', what: 'Raum anfragen', who: ['u.ma'], due: '2026-03-14' }],
} satisfies MinutesContent

function found(content: MinutesContent, options?: FindingOptions): string[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, minutes.seed)
  fillMinutes(minutes.open(doc), content)
  return findings(minutes.project(doc).value, options).map(
    ({ rule, level, path, detail, fields }) =>
      `${rule} ${level} ${path.join('/')} ${detail} ${JSON.stringify(fields)}`,
  )
}
const ma = (intervals: [string, string | null][]) => ({
  ...fine,
  attendance: [{ id: 'u.ma', ...present, intervals }, ...fine.attendance.slice(1)],
})
const task = (values: object) => ({ ...fine, tasks: [{ ...fine.tasks[0], id: 'T1', ...values }] })
const head = (values: object) => ({ ...fine, header: { ...fine.header, ...values } })

describe('findings, domain.md 2.4', () => {
  it('nothing where all is well', () => {
    expect(found(fine)).toEqual([])
    expect(found(fine, { moment: 'closing' })).toEqual([])
  })

  it.each<[string, MinutesContent, string[]]>([
    ['V08 nobody', task({ who: [] }), ['V08 hint tasks/T1/who whoMissing {}']],
    ['V08 no day', task({ due: null }), ['V08 hint tasks/T1/due dueMissing {}']],
    [
      'V08 before the meeting',
      task({ due: '2026-03-13' }),
      ['V08 hint tasks/T1/due dueBeforeMeeting {"due":"2026-03-13","date":"2026-03-14"}'],
    ],
    [
      'V08 both',
      task({ who: [], due: null }),
      ['V08 hint tasks/T1/who whoMissing {}', 'V08 hint tasks/T1/due dueMissing {}'],
    ],
    [
      'V08 the meeting has no day yet',
      { ...task({ due: '2000-01-01' }), header: { ...fine.header, date: null } },
      [],
    ],

    [
      'V09 end at the start',
      { ...head({ end: '10:00' }), attendance: [] },
      ['V09 error header/end endNotAfterStart {"start":"10:00","end":"10:00"}'],
    ],
    ['V09 no end yet', { ...head({ end: null }), attendance: [] }, []],
    [
      'V09 backwards',
      ma([['11:00', '10:30']]),
      ['V09 error attendance/u.ma/intervals intervalBackwards {"from":"11:00","to":"10:30"}'],
    ],
    [
      'V09 empty',
      ma([['11:00', '11:00']]),
      ['V09 error attendance/u.ma/intervals intervalBackwards {"from":"11:00","to":"11:00"}'],
    ],
    [
      'V09 before the start',
      ma([['09:59', null]]),
      ['V09 error attendance/u.ma/intervals intervalOutsideMeeting {"from":"09:59"}'],
    ],
    [
      'V09 after the end',
      ma([['10:00', '13:21']]),
      ['V09 error attendance/u.ma/intervals intervalOutsideMeeting {"from":"10:00","to":"13:21"}'],
    ],
    [
      'V09 comes at the end',
      ma([['13:20', null]]),
      ['V09 error attendance/u.ma/intervals intervalOutsideMeeting {"from":"13:20"}'],
    ],
    [
      'V09 twice the same',
      ma([
        ['10:00', '11:00'],
        ['10:00', '11:00'],
      ]),
      ['V09 error attendance/u.ma/intervals intervalsOverlap {"from":"10:00","to":"11:00"}'],
    ],
    [
      'V09 overlapping, not in order',
      ma([
        ['10:30', '12:00'],
        ['10:00', '11:00'],
      ]),
      ['V09 error attendance/u.ma/intervals intervalsOverlap {"from":"10:30","to":"12:00"}'],
    ],
    [
      'V09 open and another after it',
      ma([
        ['10:00', null],
        ['11:00', null],
      ]),
      ['V09 error attendance/u.ma/intervals intervalsOverlap {"from":"11:00"}'],
    ],
    [
      'V09 the same guest twice',
      { ...fine, attendance: [...fine.attendance, { id: 'gast3', name: ' annegret  sommerlatte' }] },
      ['V09 error attendance/gast3/name samePersonTwice {"other":"gast1"}'],
    ],

    ['V10 no chair', head({ chair: null }), ['V10 warn header/chair chairMissing {}']],
    [
      'V10 no minute taker',
      head({ minuteTakers: [] }),
      ['V10 warn header/minuteTakers minuteTakerMissing {}'],
    ],
    [
      'V10 chair not on the list',
      head({ chair: 'u.hp' }),
      ['V10 warn header/chair chairAbsent {"person":"u.hp"}'],
    ],
    [
      'V10 minute taker is a guest',
      head({ minuteTakers: ['gast1'] }),
      ['V10 warn header/minuteTakers minuteTakerAbsent {"person":"gast1"}'],
    ],
    [
      'V10 one and the same',
      head({ minuteTakers: ['u.ma'] }),
      ['V10 warn header/minuteTakers chairIsMinuteTaker {"person":"u.ma"}'],
    ],
    ['V10 list not begun', { ...fine, attendance: [] }, []],
  ])('%s', (_, content, expected) => {
    expect(found(content)).toEqual(expected)
  })

  it('V08 is an error at closing', () => {
    expect(found(task({ due: null }), { moment: 'closing' })).toEqual([
      'V08 error tasks/T1/due dueMissing {}',
    ])
  })

  it('V09 finds a guest who is on the list as a member, too', () => {
    const displayName = (id: string) => (id === 'u.ma' ? 'GERD T.' : undefined)
    expect(found(fine, { displayName })).toEqual([
      'V09 error attendance/gast2/name samePersonTwice {"other":"u.ma"}',
    ])
  })

  it('V09 lets two members of one name be two people', () => {
    const displayName = (id: string) => (id === 'u.ma' || id === 'u.dy' ? 'Karin M.' : undefined)
    expect(found(fine, { displayName })).toEqual([])
  })

  it('V10 somebody who joined from afar is there', () => {
    const zugeschaltet = {
      ...fine,
      attendance: fine.attendance.map(row => ({ ...row, status: 'zugeschaltet' as const })),
    }
    expect(found(zugeschaltet)).toEqual([])
  })
})
