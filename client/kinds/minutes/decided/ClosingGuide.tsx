import { useMemo } from 'react'
import { useProjection } from '#client/document/hooks.ts'
import { clockTime, isoDay } from '#client/i18n/format.ts'
import { ClosingFindings } from '#client/kinds/minutes/ClosingFindings.tsx'
import { findingSubject } from '#client/kinds/minutes/findingSubject.ts'
import { useIsAtHome } from '#client/kinds/minutes/useIsAtHome.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useRecord } from '#client/kinds/minutes/useRecord.ts'
import { useStore } from '#client/lib/store.ts'
import { announce } from '#client/ui/announce.ts'
import { offered } from '#client/ui/offer.ts'
import { closedDraft } from '#shared/kinds/minutes/closing.ts'
import { endAt } from '#shared/kinds/minutes/decide/closing.ts'
import { findings } from '#shared/kinds/minutes/findings.ts'
import type { PayloadOf } from '#shared/kinds/minutes/payload.ts'
import { Answer } from './Answer.tsx'
import { closingNow, recordAsIntended } from './asIntended.ts'
import s from './Decided.module.css'
import { Intentions, useIntentions } from './Intentions.tsx'
import { refusalText } from './refusalText.ts'
import { useCommand } from './useCommand.ts'
import { useFunctions } from './useFunctions.ts'
import { useWords, word } from './words.ts'

/** „Sitzung schließen“: what is missing and where, what closing does, and then the one step that cannot be taken back. */
export function ClosingGuide({ onClose }: { readonly onClose: () => void }) {
  const w = useWords()
  const { session, now, nameOf } = useMinutes()
  const { value } = useProjection(session)
  const isAtHome = useIsAtHome(session)
  const isOnline = useStore(session.connection).state === 'online'
  const stands = useRecord()
  const intended = useStore(session.intentions)
  const { isChair, isMinuteTaker } = useFunctions()
  const command = useCommand()
  const closings = useIntentions(({ name }) => name === 'closeMeeting')
  const { all, decided, unfrozen } = useMemo(() => {
    const options = { isAtHome, now: now() }
    const record = recordAsIntended(session, value, options)
    const frozen = new Set(record.frozen.map(row => row.decisionId))
    // as closing would leave them: what lies behind the end is found, too
    const when = { on: isoDay(options.now), at: clockTime(options.now) }
    const end = value.header.end ?? (value.header.date === when.on ? endAt({ record, when }) : null)
    const closed = end === null ? value : closedDraft(value, end)
    return {
      all: findings(closed, { members: session.members, isAtHome, record, moment: 'closing' }),
      decided: closingNow(session, value, record, options),
      unfrozen: record.decisions.filter(row => !frozen.has(row.decisionId)).length,
    }
    // `stands` and `intended` are what the record is made of
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session, value, isAtHome, now, stands, intended])
  const mayClose = isChair || isMinuteTaker
  const payload = decided.outcome === 'done' ? closingOf(decided.payloads) : null
  const isClosing = closings.some(({ progress }) => progress.state === 'waiting')
  const run = async () => {
    const { outcome } = await command.run('closeMeeting', {})
    if (outcome !== 'done' && outcome !== 'intended') return
    const says = w(outcome === 'done' ? 'close.done' : 'close.intended')
    onClose()
    announce(says)
    offered.set({ says })
  }
  return (
    <div className={s.guide}>
      <ClosingFindings
        all={all}
        subjectOf={({ path }) => findingSubject(path, value, nameOf)}
        onJump={onClose}
      />
      <section aria-labelledby="close-what">
        <h3 id="close-what">{w('close.what')}</h3>
        <ul className={s.does}>
          {doesWords(payload, decided, unfrozen).map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <Intentions of={closings} />
      {isOnline || !mayClose || isClosing ? null : <p className={s.seen}>{w('close.offline')}</p>}
      <Answer now={command.now} />
      {mayClose ? (
        isClosing ? null : (
          <p className="dos">
            <button
              type="button"
              className="do main"
              disabled={payload === null || command.now.state === 'sending'}
              aria-describedby={payload === null ? 'close-first' : undefined}
              onClick={() => void run()}
            >
              {w('close.now')}
            </button>
            {payload === null ? (
              <span id="close-first" className={s.soft}>
                {decided.outcome === 'refused' && decided.reason !== 'errorsOpen'
                  ? refusalText(decided, nameOf)
                  : w('close.first')}
              </span>
            ) : null}
          </p>
        )
      ) : (
        <p className={s.soft}>{w('close.whoMay')}</p>
      )}
    </div>
  )
}

type Closing = PayloadOf<'meetingClosed'>

const closingOf = (payloads: readonly { readonly kind: string }[]): Closing | null =>
  payloads.find((payload): payload is Closing => payload.kind === 'meetingClosed') ?? null

function doesWords(
  payload: Closing | null,
  decided: ReturnType<typeof closingNow>,
  unfrozen: number,
): string[] {
  const lines: string[] = []
  if (decided.outcome === 'refused' && decided.reason === 'endMissing') lines.push(word('close.endMissing'))
  if (payload) {
    lines.push(word('close.end', { time: payload.end }))
    const [first, ...others] = payload.registers.map(({ register }) => register)
    const last = others.at(-1)
    if (first === undefined) lines.push(word('close.noRegister'))
    else if (last === undefined) lines.push(word('close.registerOne', { first }))
    else lines.push(word('close.registers', { count: others.length + 1, first, last }))
    const without = payload.withoutRegister.length
    if (without > 0) lines.push(word('close.without', { count: without }))
  }
  if (unfrozen > 0) lines.push(word('close.unfrozen', { count: unfrozen }))
  lines.push(word('close.readOnly'))
  if (payload) lines.push(word(payload.signers.length > 1 ? 'close.signBoth' : 'close.signOne'))
  return lines
}
