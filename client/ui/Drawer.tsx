import { type ReactNode, useEffect, useRef } from 'react'
import { useText } from '#client/i18n/i18n.ts'
import s from './Drawer.module.css'

/** A dialog that rises from the bottom bar on a phone and lies in the middle elsewhere. The browser keeps the focus inside. */
export function Drawer(props: {
  readonly title: string
  /** the word that leaves it, where „Schließen“ would be taken for something else */
  readonly leave?: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const t = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    // A press beside the paper closes it; by keyboard Escape does.
    const beside = (event: MouseEvent) => {
      if (event.target === element) element?.close()
    }
    element?.addEventListener('click', beside)
    return () => {
      element?.removeEventListener('click', beside)
      element?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog ref={dialog} className={s.drawer} aria-label={props.title} onClose={props.onClose}>
      <div className={s.inside}>
        <header className={s.head}>
          <h2>{props.title}</h2>
          <button type="button" className="do" onClick={props.onClose}>
            {props.leave ?? t('drawer.close')}
          </button>
        </header>
        {props.children}
      </div>
    </dialog>
  )
}
