import type { MajorityRule, MeetingKind, ProtocolType } from './enums.ts'
import type { MinutesDraft } from './schema.ts'

/** The records of the draft that only some kinds of meeting fill. */
export type SpecialName = keyof Pick<
  MinutesDraft,
  'regionTeam' | 'visit' | 'gathering' | 'steering' | 'assembly' | 'founding' | 'naloxonePeer' | 'cooperation'
>

/** What a kind of meeting needs on its sheet (domain.md 2.1). */
export type MeetingKindTraits = {
  /** its special fields */
  readonly special: SpecialName
  /** `binding`: it decides; `advisory`: it recommends and binds nobody; `none`: nothing is voted on */
  readonly votes: 'binding' | 'advisory' | 'none'
  /** `rows`: who was there; `visitors`: only those who visit; `counts`: numbers only, never a name (V12) */
  readonly attendance: 'rows' | 'visitors' | 'counts'
  /** whether somebody leads it, beside the minute taker (V10) */
  readonly hasChair: boolean
  /** what new minutes of this kind are, until somebody chooses */
  readonly protocolType: ProtocolType
  /** the rule of a new decision */
  readonly rule: MajorityRule
}

const usual = {
  votes: 'binding',
  attendance: 'rows',
  hasChair: true,
  protocolType: 'ergebnis',
  rule: 'einfach',
} as const satisfies Omit<MeetingKindTraits, 'special'>

export const meetingKinds: Readonly<Record<MeetingKind, MeetingKindTraits>> = {
  regionalteam: { ...usual, special: 'regionTeam' },
  // A short report tells how it went; nobody is in the chair and nobody votes.
  gruppenbesuch: {
    ...usual,
    special: 'visit',
    votes: 'none',
    attendance: 'visitors',
    hasChair: false,
    protocolType: 'verlauf',
  },
  fruehjahrstreffen: { ...usual, special: 'gathering' },
  herbsttreffen: { ...usual, special: 'gathering' },
  steuerungsgruppe: {
    ...usual,
    special: 'steering',
    votes: 'advisory',
    rule: 'empfehlung',
    protocolType: 'ergebnis_mit_verlauf',
  },
  delegiertenversammlung: { ...usual, special: 'assembly' },
  gruendungstreffen: { ...usual, special: 'founding', protocolType: 'ergebnis_mit_verlauf' },
  naloxon_peer: { ...usual, special: 'naloxonePeer', votes: 'none', attendance: 'counts', hasChair: false },
  kooperationstreffen: { ...usual, special: 'cooperation' },
  facharbeitskreis: { ...usual, special: 'cooperation' },
  fachveranstaltung: { ...usual, special: 'cooperation' },
}

/** Minutes of which nobody has said yet what they are of: rows, votes, no special fields. */
export const unknownMeeting: Omit<MeetingKindTraits, 'special'> & { readonly special: null } = {
  ...usual,
  special: null,
}

export const traitsOf = (kind: MeetingKind | null): MeetingKindTraits | typeof unknownMeeting =>
  kind === null ? unknownMeeting : meetingKinds[kind]
