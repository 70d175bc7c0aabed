import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { usePicked } from '#client/kinds/minutes/usePicked.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'

const candidatesOf = ({ elections }: MinutesDraft) =>
  elections.flatMap(({ id: election, candidates }) =>
    candidates.map(({ id, person, name }) => ({ election, id, person, name: name ?? null })),
  )

/** How the candidates of an election are called, by their ids. */
export function useCandidateNames(election: string): (candidate: string) => string {
  const { nameOf } = useMinutes()
  const candidates = usePicked(candidatesOf)
  return candidate => {
    const own = candidates.find(one => one.election === election && one.id === candidate)
    if (!own) return '–'
    return own.person === null ? (own.name ?? '–') : nameOf(own.person)
  }
}
