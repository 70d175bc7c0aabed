import type * as Y from 'yjs'
import { nodesFromLines } from '#shared/document/proseLines.ts'
import { type ConceptContent, fillConcept } from '#shared/kinds/concept/fill.ts'
import { concept } from '#shared/kinds/concept/schema.ts'
import type { SectionName } from '#shared/kinds/concept/sections.ts'
import { kitItem } from '#shared/kinds/kitItem/schema.ts'
import { fillMinutes } from '#shared/kinds/minutes/fill.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { fillPress } from '#shared/kinds/pressTemplate/fill.ts'
import { pv03 } from '#shared/kinds/pressTemplate/masters/pv03.ts'
import { pressTemplate } from '#shared/kinds/pressTemplate/schema.ts'
import type { ItemDocumentKind } from './enums.ts'
import { copyMaster } from './fromMaster.ts'
import type { KitMaster } from './masters/master.ts'

type Fill = (doc: Y.Doc, master: KitMaster) => void

/**
 * How a master becomes a document of its kind. Running it again changes nothing. It names no group: an item shows the
 * facts of its kit's.
 */
const fills: Readonly<Record<ItemDocumentKind, Fill>> = {
  kitItem: (doc, master) => copyMaster(kitItem.open(doc), master),

  // SP-06: minutes of the founding meeting; the blocks are its agenda
  minutes(doc, master) {
    fillMinutes(minutes.open(doc), {
      // nobody has said yet when the group is founded
      header: { title: master.title, date: null, meetingKind: 'gruendungstreffen', protocolType: 'ergebnis' },
      agenda: master.blocks.map(({ id, title, lines }) => ({
        id,
        title,
        type: title.startsWith('Beschluss') ? 'beschluss' : 'beratung',
        body: nodesFromLines(lines),
      })),
    })
  },

  // SP-17: a Kleinstkonzept; the blocks are its sections
  concept(doc, master) {
    const sections: NonNullable<ConceptContent['sections']> = Object.fromEntries(
      master.blocks.flatMap(({ id, title, lines }) => {
        const name = sectionNames.get(id)
        return name === undefined ? [] : [[name, { title, body: nodesFromLines(lines) }]]
      }),
    )
    fillConcept(concept.open(doc), {
      cover: {
        conceptKind: 'kleinstkonzept',
        title: master.title,
        version: master.version,
        asOf: master.asOf,
      },
      sections,
    })
  },

  // SP-13: the press template PV-03
  pressTemplate: doc => fillPress(pressTemplate.open(doc), pv03),
}

/** The sections of a Kleinstkonzept (domain.md 3.1) by the ids of SP-17's blocks. */
const sectionNames: ReadonlyMap<string, SectionName> = new Map([
  ['wer_wir_sind', 'whoWeAre'],
  ['was_wir_anbieten', 'whatWeOffer'],
  ['was_wir_nicht_sind', 'whatWeAreNot'],
  ['wie_man_zu_uns_kommt', 'howToJoin'],
  ['haltung', 'stance'],
  ['wuensche_an_partner', 'wishes'],
  ['kontakt', 'contact'],
])

export const fillItem: Fill = (doc, master) => fills[master.documentKind](doc, master)
