import type { Doc } from 'yjs'
import type { Membership, Spaces } from '#server/access/spaces.ts'
import type { Clock } from '#server/clock.ts'
import type { Database } from '#server/db/database.ts'
import type { Roles } from '#server/programmes/roles.ts'
import type { DocumentInfo, Space } from '#shared/api/contract.ts'
import type {
  Counters,
  ExtractAnswer,
  ExtractChoices,
  RegionReport,
  RegionWarnings,
  RegisteredDecision,
  RegisteredDuty,
  RegisteredFeedback,
  RegisteredTask,
} from '#shared/api/registers.ts'
import { AppError } from '#shared/errors.ts'
import { documentIdSchema, type PersonId, type SpaceId, spaceIdSchema } from '#shared/ids.ts'
import { decisionEntries, decisionRegister } from '#shared/kinds/minutes/projections/decisions.ts'
import { withoutNames } from '#shared/kinds/minutes/projections/earlyWarnings.ts'
import type { Named, Placed, VisitEntry } from '#shared/kinds/minutes/projections/entry.ts'
import { extractOf } from '#shared/kinds/minutes/projections/extract.ts'
import { openTasks } from '#shared/kinds/minutes/projections/tasks.ts'
import type { MinutesRecord } from '#shared/kinds/minutes/record.ts'
import { type MinutesDraft, minutes } from '#shared/kinds/minutes/schema.ts'
import { may } from '#shared/permissions.ts'
import type { Programmes } from '#shared/programmes/schema.ts'
import { type DutySubject, dutyStandings, roleCoverage } from '#shared/rules/duties.ts'
import { isSameGroup } from '#shared/rules/homeGroup.ts'
import { interimReport } from '#shared/rules/interimReport.ts'
import { regionGauge } from '#shared/rules/regionGauge.ts'
import { openFeedback, type VisitFacts } from '#shared/rules/visits.ts'
import type { Room } from '#shared/wire/room.ts'
import { associationOf } from './association.ts'
import type { Projections } from './projections.ts'

/**
 * The registers as somebody sees them.
 *
 * - [RG1] Only what lies in the space that was asked for, or in a part of the organisation below it to which the asker
 *   belongs, too; of all others nothing is told, not even their number (THREATS P7). That the asker may read the space
 *   is decided before.
 * - [RG2] What a group keeps for itself goes into no board of a region: only its group record is looked at there, by
 *   whoever belongs to the group.
 * - [RG3] Early warnings and interim reports name nobody of the space.
 */
export interface Registers {
  decisions(spaceId: SpaceId): Promise<RegisteredDecision[]>
  tasks(spaceId: SpaceId): Promise<{ today: string; tasks: RegisteredTask[] }>
  earlyWarnings(spaceId: SpaceId, asker: PersonId): Promise<RegionWarnings[]>
  feedback(spaceId: SpaceId, asker: PersonId): Promise<RegisteredFeedback[]>
  interimReport(
    spaceId: SpaceId,
    asker: PersonId,
    within: { readonly from: string; readonly to: string },
  ): Promise<RegionReport[]>
  counters(spaceId: SpaceId, asker: PersonId): Promise<Counters>
  extractChoices(document: DocumentInfo): Promise<ExtractChoices>
  extract(document: DocumentInfo, of: string): Promise<ExtractAnswer>
  /** `badInput` for minutes that are no report on a visit, or of one to which the group has not agreed. */
  noteForwarded(
    document: DocumentInfo,
    note: { readonly id: string; readonly to: string; readonly on: string },
    by: Membership,
  ): Promise<void>
}

export function createRegisters(deps: {
  database: Database
  clock: Clock
  today: () => string
  spaces: Spaces
  roles: Roles
  programmes: Programmes
  entries: Projections['entries']
  read: <T>(room: Room, look: (doc: Doc) => T) => Promise<T>
  recordOf: (document: DocumentInfo) => Promise<MinutesRecord>
}): Registers {
  const { spaces, entries, today } = deps
  const { kysely } = deps.database

  type Names = (person: Named) => { id: string | null; name: string | null }
  async function namesOf(spaceId: SpaceId): Promise<Names> {
    const members = await spaces.members(spaceId)
    return ({ id, name }) => ({
      id,
      name: name ?? members.find(({ personId }) => personId === id)?.displayName ?? null,
    })
  }

  /** The space, then the regions below it to which the asker belongs (RG1, RG2). */
  async function regions(spaceId: SpaceId, asker: PersonId): Promise<Space[]> {
    const own = (await spaces.ofPerson(asker)).filter(({ role }) => may(role, 'read'))
    const parents = await parentsOf()
    const isBelow = (id: string): boolean => {
      for (let at = parents.get(id)?.parentId ?? null; at !== null; at = parents.get(at)?.parentId ?? null)
        if (at === spaceId) return true
      return false
    }
    return [
      ...own.filter(({ id }) => id === spaceId),
      ...own.filter(({ id, level }) => level !== 'group' && isBelow(id)),
    ]
  }

  async function parentsOf() {
    const rows = await kysely.selectFrom('space').select(['id', 'name', 'level', 'parent_id']).execute()
    return new Map(
      rows.map(({ id, name, level, parent_id }) => [id, { id, name, level, parentId: parent_id }] as const),
    )
  }

  /** Visits with what was noted of their being passed on after they were closed. */
  async function visitsOf(spaceIds: readonly SpaceId[]): Promise<Placed<VisitEntry>[]> {
    const found = await entries.of(spaceIds, 'visit')
    if (found.length === 0) return found
    const notes = await kysely
      .selectFrom('forwarding')
      .innerJoin('document', 'document.id', 'forwarding.document_id')
      .select(['forwarding.document_id', 'forwarding.to_whom', 'forwarding.on_day'])
      .where('document.space_id', 'in', spaceIds)
      .orderBy('forwarding.on_day')
      .execute()
    return found.map(entry => {
      const own = notes.filter(note => note.document_id === entry.documentId)
      if (entry.source !== 'report' || own.length === 0) return entry
      return {
        ...entry,
        forwarded: [...entry.forwarded, ...own.map(({ to_whom: to, on_day: on }) => ({ to, on }))],
      }
    })
  }

  async function factsOf(spaceId: SpaceId): Promise<VisitFacts> {
    const [members, parents] = await Promise.all([spaces.members(spaceId), parentsOf()])
    return {
      isAtHome: (person, group) =>
        isSameGroup(members.find(({ personId }) => personId === person)?.label ?? '', group),
      isAssociation: associationOf(spaceId, parents, deps.programmes.levelLabels),
    }
  }

  async function dutiesOf(spaceId: SpaceId, asker: PersonId): Promise<Counters['programmes']> {
    const space = await spaces.space(spaceId, asker)
    const programmes = deps.programmes.programmes.filter(({ level }) => level === space?.level)
    if (programmes.length === 0) return []
    const [assignments, visits, meetings, facts, names, groups] = await Promise.all([
      deps.roles.of(spaceId),
      visitsOf([spaceId]),
      entries.of([spaceId], 'meeting'),
      factsOf(spaceId),
      namesOf(spaceId),
      groupsOf(spaceId, asker),
    ])
    const named = (ids: readonly string[]) => ids.map(id => names({ id, name: null }))
    const subject = ({ persons, ...own }: DutySubject) => ({
      ...own,
      persons: named(persons),
      visits: own.visits.map(({ entry, why }) => ({
        why,
        entry: located({ ...entry, visitors: entry.visitors.map(names) }),
      })),
      meetings: own.meetings.map(({ entry, isCounted }) => ({ entry: located(entry), isCounted })),
    })
    return programmes.map(programme => {
      const coverage = programme.coverage && roleCoverage(programme.coverage, assignments, today())
      const gauge = programme.groups && regionGauge(groups, programme.groups)
      return {
        id: programme.id,
        duties: dutyStandings(programme, { today: today(), assignments, visits, meetings, facts }).map(
          ({ subjects, others, ...own }): RegisteredDuty => ({
            ...own,
            subjects: subjects.map(subject),
            others: others.map(subject),
          }),
        ),
        coverage: coverage && {
          ...coverage,
          roles: coverage.roles.map(({ role, persons }) => ({ role, persons: named(persons) })),
        },
        groups: gauge && { ...gauge, groups: gauge.groups.map(located) },
      }
    })
  }

  /** Groups that the space itself names, and the records of groups below it to which the asker belongs (RG2). */
  async function groupsOf(spaceId: SpaceId, asker: PersonId) {
    const own = await spaces.ofPerson(asker)
    const below = own
      .filter(({ parentId, level, role }) => parentId === spaceId && level === 'group' && may(role, 'read'))
      .map(({ id }) => id)
    const [here, records] = await Promise.all([entries.of([spaceId], 'group'), entries.of(below, 'group')])
    return [...here, ...records.filter(({ source }) => source === 'record')]
  }

  async function minutesOf(document: DocumentInfo): Promise<{ value: MinutesDraft; record: MinutesRecord }> {
    if (document.kind !== minutes.name) throw new AppError('notFound')
    const room = { documentId: document.id, generation: document.generation }
    const [value, record] = await Promise.all([
      deps.read(room, doc => minutes.project(doc).value),
      deps.recordOf(document),
    ])
    return { value, record }
  }

  async function tasks(spaceId: SpaceId) {
    const [found, names] = await Promise.all([entries.of([spaceId], 'task'), namesOf(spaceId)])
    return openTasks(found, today()).map(entry => located({ ...entry, who: entry.who.map(names) }))
  }

  async function feedback(spaceId: SpaceId, asker: PersonId): Promise<RegisteredFeedback[]> {
    const parts = await regions(spaceId, asker)
    const visits = await visitsOf(parts.map(({ id }) => id))
    const found = openFeedback(visits, today())
    return Promise.all(
      found.map(async (entry): Promise<RegisteredFeedback> => {
        const own = located(entry)
        const part = parts.find(({ id }) => id === own.spaceId)
        const names = await namesOf(own.spaceId)
        const mayNote = part !== undefined && may(part.role, 'write') && entry.consent === true
        return { ...own, visitors: own.visitors.map(names), regionName: part?.name ?? '', mayNote }
      }),
    )
  }

  return {
    async decisions(spaceId) {
      const [found, names] = await Promise.all([entries.of([spaceId], 'decision'), namesOf(spaceId)])
      return decisionRegister(found).map(entry =>
        located({
          ...entry,
          elected: entry.elected.map(one => ({ ...names(one), accepted: one.accepted })),
        }),
      )
    },

    tasks: async spaceId => ({ today: today(), tasks: await tasks(spaceId) }),

    async earlyWarnings(spaceId, asker) {
      const parts = await regions(spaceId, asker)
      return Promise.all(
        parts.map(async ({ id, name }) => ({ spaceId: id, name, signals: await signalsOf(id) })),
      )
    },

    feedback,

    async interimReport(spaceId, asker, within) {
      const parts = await regions(spaceId, asker)
      return Promise.all(
        parts.map(async ({ id, name }) => {
          const [visits, signals, facts] = await Promise.all([visitsOf([id]), signalsOf(id), factsOf(id)])
          const report = interimReport(visits, signals, within, facts.isAssociation)
          const hide = await hiding(id)
          return {
            spaceId: id,
            name,
            ...report,
            needs: report.needs.map(({ text, count }) => ({ text: hide(text), count })),
            signals: [...report.signals],
          }
        }),
      )
    },

    async counters(spaceId, asker) {
      const [programmes, open, reports] = await Promise.all([
        dutiesOf(spaceId, asker),
        tasks(spaceId),
        feedback(spaceId, asker),
      ])
      return {
        today: today(),
        programmes,
        openTasks: open.length,
        overdueTasks: open.filter(({ isOverdue }) => isOverdue).length,
        openFeedback: reports.length,
      }
    },

    async extractChoices(document) {
      const { value, record } = await minutesOf(document)
      return {
        items: value.agenda.map(({ id, title }, index) => ({ of: `agenda/${id}`, number: index + 1, title })),
        decisions: decisionEntries(value, record).map(({ path, number, subject, wording }) => ({
          of: path,
          number,
          subject: subject || short(wording),
        })),
      }
    },

    async extract(document, of) {
      const [{ value, record }, members] = await Promise.all([
        minutesOf(document),
        spaces.members(document.spaceId),
      ])
      const answer = extractOf(
        value,
        record,
        of,
        id => members.find(({ personId }) => personId === id)?.displayName,
      )
      if (answer.state === 'refused') return answer
      const { course, decisions } = answer.extract
      return {
        state: 'made',
        extract: {
          ...answer.extract,
          course: [...course],
          decisions: decisions.map(own => ({ ...own, elected: [...own.elected] })),
        },
      }
    },

    async noteForwarded(document, { id, to, on }, by) {
      const { value } = await minutesOf(document)
      const wrong = (why: string) => new AppError('badInput', { fields: { path: 'documentId', why } })
      if (value.header.meetingKind !== 'gruppenbesuch') throw wrong('noVisit')
      if (value.visit.groupConsent !== true) throw wrong('noConsent')
      const row = { to_whom: to, on_day: on, written_at: deps.clock.now(), written_by: by.authorId }
      await kysely
        .insertInto('forwarding')
        .values({ id, document_id: document.id, ...row })
        .onConflict(conflict =>
          conflict.column('id').doUpdateSet(row).where('forwarding.document_id', '=', document.id),
        )
        .execute()
    },
  }

  /** Words without the names under which the space shows its people (RG3). */
  async function hiding(spaceId: SpaceId): Promise<(text: string) => string> {
    const names = (await spaces.members(spaceId)).map(({ displayName }) => displayName)
    return text => withoutNames(text, names)
  }

  async function signalsOf(spaceId: SpaceId) {
    const [found, hide] = await Promise.all([entries.of([spaceId], 'earlyWarning'), hiding(spaceId)])
    return found
      .map(entry => located({ ...entry, signal: hide(entry.signal) }))
      .sort((a, b) => (b.meeting.date ?? '').localeCompare(a.meeting.date ?? ''))
  }
}

/** So much of a wording stands in a choice. */
const shortLength = 90
const short = (text: string): string =>
  text.length <= shortLength ? text : `${text.slice(0, shortLength - 1).replace(/[\uD800-\uDBFF]$/, '')}…`

/** Ids as the edge knows them. */
const located = <E>(entry: Placed<E>) => ({
  ...entry,
  documentId: documentIdSchema.parse(entry.documentId),
  spaceId: spaceIdSchema.parse(entry.spaceId),
})
