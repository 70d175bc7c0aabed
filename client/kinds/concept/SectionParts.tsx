import type { SectionName } from '#shared/kinds/concept/sections.ts'
import { Attachments } from './Attachments.tsx'
import { Audiences } from './Audiences.tsx'
import { Budget } from './Budget.tsx'
import { Continuation, Evaluation } from './Evaluation.tsx'
import { Evidence } from './Evidence.tsx'
import { FundingCheck } from './FundingCheck.tsx'
import { Goals } from './Goals.tsx'
import { Measures } from './Measures.tsx'
import { Milestones } from './Milestones.tsx'
import { PagePlan } from './PagePlan.tsx'
import { Partners } from './Partners.tsx'
import { Resources } from './Resources.tsx'
import { Risks } from './Risks.tsx'
import { Technology } from './Technology.tsx'

/** The typed fields and rows below the text of a section; nothing where a section is text alone. */
export function SectionParts({ name }: { readonly name: SectionName }) {
  switch (name) {
    case 'background':
      return <Evidence />
    case 'goals':
      return <Goals />
    case 'audiences':
      return <Audiences />
    case 'measures':
      return <Measures />
    case 'cooperation':
      return <Partners />
    case 'schedule':
      return <Milestones />
    case 'resources':
      return <Resources />
    case 'budget':
      return (
        <>
          <Budget />
          <FundingCheck />
        </>
      )
    case 'evaluation':
      return <Evaluation />
    case 'continuation':
      return <Continuation />
    case 'risks':
      return <Risks />
    case 'attachments':
      return <Attachments />
    case 'pagePlan':
      return <PagePlan />
    case 'technology':
      return <Technology />
    case 'timeAndCost':
      return (
        <>
          <Milestones />
          <Budget />
        </>
      )
    default:
      return null
  }
}
