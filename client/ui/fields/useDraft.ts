import { type ChangeEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import {
  arrived,
  type Draft,
  isUnwritten,
  left,
  resting,
  shownText,
  tried,
  typed,
  type Written,
} from './draft.ts'
import { addDraft } from './drafts.ts'

/** After this pause in typing a draft is written (ms): others see it come, and it is not written letter by letter. */
const pause = 700

type Control = HTMLInputElement | HTMLTextAreaElement

/** Binds a draft to a text control. `write` is called outside of rendering, at most once per change. */
export function useDraft(value: string, write: (text: string) => Written) {
  const [draft, setDraft] = useState<Draft>(resting)
  const now = useRef({ draft, value, write, timer: 0 })
  const go = (next: Draft) => {
    now.current.draft = next
    setDraft(next)
  }
  const writeNow = () => {
    window.clearTimeout(now.current.timer)
    const current = now.current.draft
    if (isUnwritten(current)) go(tried(current, now.current.write(current.typed)))
  }

  useLayoutEffect(() => {
    now.current.write = write
    if (now.current.value === value) return
    now.current.value = value
    go(arrived(now.current.draft, value))
  })
  useEffect(() => {
    const state = now.current
    const flush = () => {
      window.clearTimeout(state.timer)
      if (!isUnwritten(state.draft)) return
      state.draft = tried(state.draft, state.write(state.draft.typed))
      setDraft(state.draft)
    }
    const remove = addDraft(flush)
    return () => {
      flush()
      remove()
    }
  }, [])

  return {
    text: shownText(draft, value),
    other: draft.state === 'typing' ? draft.other : null,
    problem: draft.state === 'typing' ? draft.problem : null,
    /** back to what stands in the document */
    drop: () => {
      window.clearTimeout(now.current.timer)
      go(resting)
    },
    leave: () => {
      writeNow()
      go(left(now.current.draft))
    },
    control: {
      onChange(event: ChangeEvent<Control>) {
        window.clearTimeout(now.current.timer)
        go(typed(now.current.draft, event.currentTarget.value, value))
        now.current.timer = window.setTimeout(writeNow, pause)
      },
      onKeyDown(event: KeyboardEvent<Control>) {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') {
          event.preventDefault()
          writeNow()
        } else if (event.key === 'Escape' && now.current.draft.state === 'typing') {
          event.preventDefault()
          event.stopPropagation()
          go(resting)
        }
      },
    },
  }
}
