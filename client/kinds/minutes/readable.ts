import type { Piece, Section } from '#client/document/readable.ts'
import { joined, plainDay } from '#client/i18n/format.ts'
import { text } from '#client/i18n/i18n.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import { type MinutesRecord, noRecord } from '#shared/kinds/minutes/record.ts'
import type {
  AgendaItem,
  Attachment,
  AttendanceRow,
  Header,
  LateContribution,
  MinutesDraft,
  Task,
} from '#shared/kinds/minutes/schema.ts'
import { minutesView } from '#shared/kinds/minutes/view.ts'
import { wordFor } from './options.ts'
import { decisionPieces, electionPieces } from './readableDecisions.ts'
import { recordPieces } from './readableRecord.ts'
import { specialPieces } from './readableSpecial.ts'
import { word } from './words.ts'

type NameOf = (id: string) => string

/**
 * Minutes as a person reads them from top to bottom, for reading and copying: the draft, and where something was decided
 * what was decided. What nobody entered is left out.
 */
export function readableMinutes(
  draft: MinutesDraft,
  membersName: NameOf,
  record: MinutesRecord = noRecord,
): Section[] {
  const { value } = minutesView(draft, record)
  const nameOf: NameOf = id => value.attendance.find(row => row.id === id)?.name ?? membersName(id)
  return [
    { title: text('header.title'), pieces: headerPieces(value.header, nameOf) },
    { title: word('formalia.title'), pieces: formaliaPieces(value.formalia) },
    { title: text('attendance.title'), pieces: value.attendance.map(row => attendancePiece(row, nameOf)) },
    ...value.agenda.map((item, index) => ({
      title: `${text('agenda.top', { number: index + 1 })} ${item.title || text('agenda.untitled')}`,
      pieces: [...itemPieces(item, nameOf), ...votingsOf(value, record, id => id === item.id, nameOf)],
    })),
    {
      title: word('decision.others'),
      pieces: votingsOf(value, record, id => !value.agenda.some(item => item.id === id), nameOf),
    },
    specialPieces(value, nameOf),
    { title: text('tasks.title'), pieces: value.tasks.map(task => taskPiece(task, nameOf)) },
    { title: word('attachments.title'), pieces: value.attachments.map(attachmentPiece) },
    { title: word('record.title'), pieces: recordPieces(record, nameOf) },
    { title: word('late.title'), pieces: value.lateContributions.map(late => latePiece(late, nameOf)) },
  ].filter(section => section.pieces.length > 0)
}

/** The motions and elections that belong to some item. */
const votingsOf = (
  value: MinutesDraft,
  record: MinutesRecord,
  belongs: (agendaItemId: string | null) => boolean,
  nameOf: NameOf,
): Piece[] => [
  ...value.decisions
    .filter(one => belongs(one.agendaItemId))
    .flatMap(decision => decisionPieces(decision, record, nameOf)),
  ...value.elections
    .filter(one => belongs(one.agendaItemId))
    .flatMap(election => electionPieces(election, record, nameOf)),
]

const formaliaPieces = ({ agendaApproved, previousMinutes }: MinutesDraft['formalia']): Piece[] =>
  pieces([
    [
      'formalia/agendaApproved',
      text('formalia.agendaApproved'),
      agendaApproved && yesNo(agendaApproved.approved),
    ],
    ['formalia/changes', word('formalia.changes'), agendaApproved && agendaApproved.changes.join('; ')],
    [
      'formalia/previousMinutes',
      word('formalia.previousApproved'),
      previousMinutes && yesNo(previousMinutes.approved),
    ],
    [
      'formalia/objections',
      word('formalia.objections'),
      previousMinutes && previousMinutes.objections.join('; '),
    ],
  ])
const yesNo = (is: boolean) => word(is ? 'yes' : 'no')

const attachmentPiece = ({ id, no, title, file, docId }: Attachment & { id: string }): Piece => ({
  path: `attachments/${id}`,
  label: no === null ? null : word('attachments.number', { number: no }),
  paragraphs: [[title || word('attachments.unnamed'), file ?? docId].filter(Boolean).join(', ')],
})

const latePiece = (late: LateContribution & { id: string }, nameOf: NameOf): Piece => ({
  path: `lateContributions/${late.id}`,
  label: late.author === null ? word('late.fromSomebody') : word('late.from', { name: nameOf(late.author) }),
  paragraphs: [
    late.text,
    ...(late.decision === null
      ? []
      : [`${word('late.decision')}: ${wordFor('lateDecision', late.decision)}`]),
  ],
})

/** A piece for each of the lines that says something. */
const pieces = (lines: readonly (readonly [path: string, label: string, words: string | null])[]): Piece[] =>
  lines.flatMap(([path, label, words]) => (words ? [{ path, label, paragraphs: [words] }] : []))

const day = (written: string | null) => (written === null ? null : plainDay(written))

function headerPieces(header: Header, nameOf: NameOf): Piece[] {
  const name = (id: string | null) => (id === null ? null : nameOf(id))
  const { nextMeeting: next } = header
  return pieces([
    ['header/title', text('sheet.title'), header.title],
    ['header/number', text('header.number'), header.number],
    [
      'header/meetingKind',
      text('header.meetingKind'),
      header.meetingKind && wordFor('meetingKind', header.meetingKind),
    ],
    ['header/date', text('header.date'), day(header.date)],
    ['header/start', text('header.start'), header.start],
    ['header/end', text('header.end'), header.end],
    ['header/breaks', text('breaks.label'), header.breaks.map(({ from, to }) => `${from}–${to}`).join(', ')],
    ['header/place', text('header.place'), header.place],
    ['header/format', text('header.format'), header.format && wordFor('format', header.format)],
    ['header/chair', text('header.chair'), name(header.chair)],
    ['header/minuteTakers', text('header.minuteTakers'), joined(header.minuteTakers.map(nameOf))],
    ['header/timeKeeper', text('header.timeKeeper'), name(header.timeKeeper)],
    ['header/speakerListKeeper', text('header.speakerListKeeper'), name(header.speakerListKeeper)],
    [
      'header/confidentiality',
      text('header.confidentiality'),
      header.confidentiality && wordFor('confidentiality', header.confidentiality),
    ],
    [
      'header/protocolType',
      text('header.protocolType'),
      header.protocolType && wordFor('protocolType', header.protocolType),
    ],
    ['header/invitedOn', text('header.invitedOn'), day(header.invitedOn)],
    ['header/agendaSentOn', text('header.agendaSentOn'), day(header.agendaSentOn)],
    ['header/objectionsUntil', text('header.objectionsUntil'), day(header.objectionsUntil)],
    [
      'header/nextMeeting',
      text('next.label'),
      next && [plainDay(next.date), next.start, next.place].filter(Boolean).join(', '),
    ],
  ])
}

const attendancePiece = (row: AttendanceRow & { id: string }, nameOf: NameOf): Piece => ({
  path: `attendance/${row.id}`,
  label: null,
  paragraphs: [
    [
      `${row.name ?? nameOf(row.id)}: ${wordFor('status', row.status)}`,
      row.affiliation,
      row.function,
      ...row.intervals.map(([from, to]) => `${from}–${to ?? text('attendance.open')}`),
    ]
      .filter(Boolean)
      .join(', '),
  ],
})

function itemPieces(item: AgendaItem & { id: string }, nameOf: NameOf): Piece[] {
  const at = `agenda/${item.id}`
  const body = paragraphTexts(item.body).filter(paragraph => paragraph.trim() !== '')
  return [
    ...pieces([
      [`${at}/title`, text('readable.title'), item.title],
      [
        `${at}/presenter`,
        text('readable.presenter'),
        item.presenter === null ? null : nameOf(item.presenter),
      ],
      [
        `${at}/plannedMin`,
        text('readable.planned'),
        item.plannedMin === null ? null : text('agenda.minutesLong', { count: item.plannedMin }),
      ],
    ]),
    ...(body.length > 0 ? [{ path: `${at}/body`, label: null, paragraphs: body }] : []),
    ...pieces([
      [
        `${at}/result`,
        text('agenda.result'),
        item.result === 'offen' ? null : wordFor('agendaResult', item.result),
      ],
      ...item.earlyWarnings.map(
        ({ id, signal }) => [`${at}/earlyWarnings/${id}`, text('warnings.signal'), signal] as const,
      ),
    ]),
  ]
}

const taskPiece = (task: Task & { id: string }, nameOf: NameOf): Piece => ({
  path: `tasks/${task.id}`,
  label: null,
  paragraphs: [
    [
      task.what || text('tasks.unnamed'),
      joined(task.who.map(nameOf)),
      task.due === null ? null : text('tasks.until', { day: plainDay(task.due) }),
      task.state === 'offen' ? null : wordFor('taskState', task.state),
    ]
      .filter(Boolean)
      .join(', '),
  ],
})
