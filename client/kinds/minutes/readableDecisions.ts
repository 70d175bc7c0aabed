import type { Piece } from '#client/document/readable.ts'
import { joined, plainDay } from '#client/i18n/format.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import type { Decision, Election } from '#shared/kinds/minutes/schema.ts'
import { votesWords } from './decision/tallyWords.ts'
import { wordFor } from './options.ts'
import { word } from './words.ts'

type NameOf = (id: string) => string

/** A motion as a person reads it: wording first, then who moved it, how it is voted on, what was counted. */
export function decisionPieces(decision: Decision & { id: string }, nameOf: NameOf): Piece[] {
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
    ...countPieces(at, decision.tallyProposals, nameOf),
    ...text('dissentNote', word('decision.dissentNote')),
  ]
}

export function electionPieces(election: Election & { id: string }, nameOf: NameOf): Piece[] {
  const at = `elections/${election.id}`
  return [
    { path: at, label: word('election.head'), paragraphs: [election.office || word('election.unnamed')] },
    ...election.candidates.flatMap(({ id, person, name, accepted, tallyProposals }) => {
      const path = `${at}/candidates/${id}`
      const words = [
        person === null ? (name ?? '–') : nameOf(person),
        accepted === null ? '' : word(accepted ? 'election.acceptedYes' : 'election.acceptedNo'),
      ]
      return [
        {
          path,
          label: word('election.candidate'),
          paragraphs: [words.filter(part => part !== '').join(', ')],
        },
        ...countPieces(path, tallyProposals, nameOf),
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
