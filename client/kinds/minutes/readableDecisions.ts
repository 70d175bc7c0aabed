import type { Piece } from '#client/document/readable.ts'
import { joined, plainDay } from '#client/i18n/format.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import type { DecisionRecord, MinutesRecord } from '#shared/kinds/minutes/record.ts'
import type { Decision, Election } from '#shared/kinds/minutes/schema.ts'
import { votesWords } from './decision/tallyWords.ts'
import { wordFor } from './options.ts'
import { word } from './words.ts'

type NameOf = (id: string) => string

/** A motion as a person reads it: wording first, then who moved it, how it is voted on, what was counted. */
export function decisionPieces(
  decision: Decision & { id: string },
  record: MinutesRecord,
  nameOf: NameOf,
): Piece[] {
  const row = record.decisions.find(own => own.decisionId === decision.id)
  const at = `decisions/${decision.id}`
  const { subject, movedBy, voteMethod, rule, excludedPersons, validFrom, supersedes } = decision
  const text = (field: 'wording' | 'motion' | 'dissentNote', label: string): Piece[] => {
    const paragraphs = paragraphTexts(decision[field]).filter(line => line.trim() !== '')
    return paragraphs.length > 0 ? [{ path: `${at}/${field}`, label, paragraphs }] : []
  }
  const facts = [
    subject,
    movedBy === null ? '' : `${word('decision.by')} ${nameOf(movedBy)}`,
    wordFor('voteMethod', voteMethod),
    wordFor('majorityRule', rule),
    excludedPersons.length > 0 ? `${word('decision.excluded')}: ${joined(excludedPersons.map(nameOf))}` : '',
    validFrom === null ? '' : `${word('decision.validFrom')} ${plainDay(validFrom)}`,
    supersedes === null ? '' : `${word('decision.supersedes')} ${supersedes}`,
  ]
  return [
    ...text('wording', word('decision.head')),
    { path: at, label: word('decision.head'), paragraphs: [facts.filter(fact => fact !== '').join(', ')] },
    ...text('motion', word('decision.motion')),
    ...(row ? [confirmedPiece(at, row, nameOf)] : countPieces(at, decision.tallyProposals, nameOf)),
    ...text('dissentNote', word('decision.dissentNote')),
  ]
}

/** The count that holds, with its number in the register. */
function confirmedPiece(at: string, row: DecisionRecord, nameOf: NameOf): Piece {
  const { votes, result, objections, register, by } = row
  const facts = [
    register === undefined ? '' : word('decision.number', { number: register }),
    votes === null ? '' : votesWords(votes),
    objections === null ? '' : `${word('tally.objections')}: ${objections}`,
    result === null ? '' : word(`result.${result}`),
  ]
  const confirmed =
    by === undefined
      ? word('tally.confirmedAt', { time: row.at })
      : word('tally.confirmedBy', { name: nameOf(by), time: row.at })
  return {
    path: `${at}/votes`,
    label: word('tally.result'),
    paragraphs: [`${facts.filter(Boolean).join(', ')}. ${confirmed}`],
  }
}

export function electionPieces(
  election: Election & { id: string },
  record: MinutesRecord,
  nameOf: NameOf,
): Piece[] {
  const row = record.elections.find(own => own.electionId === election.id)
  const at = `elections/${election.id}`
  return [
    {
      path: at,
      label:
        row?.register === undefined
          ? word('election.head')
          : word('decision.number', { number: row.register }),
      paragraphs: [election.office || word('election.unnamed')],
    },
    ...election.candidates.flatMap(({ id, person, name, accepted, tallyProposals }) => {
      const path = `${at}/candidates/${id}`
      const stands = row ? row.accepted?.[id] : (accepted ?? undefined)
      const words = [
        person === null ? (name ?? '–') : nameOf(person),
        row?.elected.includes(id) ? word('tally.elected') : '',
        stands === undefined ? '' : word(stands ? 'election.acceptedYes' : 'election.acceptedNo'),
      ]
      const confirmed = row?.candidates.find(own => own.candidateId === id)
      return [
        {
          path,
          label: word('election.candidate'),
          paragraphs: [words.filter(part => part !== '').join(', ')],
        },
        ...(confirmed
          ? [{ path: `${path}/votes`, label: word('tally.title'), paragraphs: [votesWords(confirmed.votes)] }]
          : countPieces(path, tallyProposals, nameOf)),
      ]
    }),
  ]
}

const countPieces = (at: string, counts: Decision['tallyProposals'], nameOf: NameOf): Piece[] =>
  Object.entries(counts).map(([person, votes]) => ({
    path: `${at}/tallyProposals/${person}`,
    label: word('tally.by', { name: nameOf(person) }),
    paragraphs: [votesWords(votes)],
  }))
