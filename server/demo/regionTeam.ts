import type { MinutesContent } from '#shared/kinds/minutes/fill.ts'
import { nameOf } from './cast.ts'

/**
 * What A1 says of visits, roles and groups in its running text (TOP 2 and 3), entered in the fields for it. `report`:
 * the document that is the report on the visit to Windlicht.
 */
export const regionTeamOfA1 = (report: string): NonNullable<MinutesContent['regionTeam']> => ({
  multiplicators: ['u.ma'],
  transparencyPersons: ['u.dy'],
  cooperationPersons: ['u.hp'],
  visits: [
    {
      id: 'v1',
      person: 'u.ma',
      group: nameOf('g.windlicht'),
      date: '2026-01-22',
      report,
      forwarded: true,
    },
    { id: 'v2', person: 'u.dy', group: nameOf('g.morgenrot'), date: '2026-02-17' },
  ],
  groups: [
    ...['g.aufwind', 'g.neuland', 'g.windlicht', 'g.morgenrot', 'g.ufer'].map(id => ({
      id: id.replace('.', '-'),
      name: nameOf(id),
      phase: 'stabil' as const,
      contactPerson: true,
    })),
    { id: 'g-kompass', name: nameOf('g.kompass'), phase: 'stabil', contactPerson: false },
    { id: 'g-hohenlichtern', name: 'Initiative Hohenlichtern', phase: 'idee', contactPerson: false },
  ],
})
