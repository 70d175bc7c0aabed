import { Component, type ReactNode } from 'react'
import { text } from '#client/i18n/i18n.ts'
import { PaperPage, Shell } from './Shell.tsx'

type Props = { readonly children: ReactNode }

/** In place of a page that failed while it was drawn: what happened, what is safe, what to do. Never a blank window. */
export class Broken extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true }
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    return (
      <Shell>
        <PaperPage title={text('broken.title')}>
          <p>{text('broken.text')}</p>
          <p>{text('failed.safe')}</p>
          <p className="dos">
            <button type="button" className="do main" onClick={() => location.reload()}>
              {text('broken.reload')}
            </button>
          </p>
        </PaperPage>
      </Shell>
    )
  }
}
