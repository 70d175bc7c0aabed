import { useField, useThings } from '#client/document/hooks.ts'
import { FactText } from '#client/sheet/FactText.tsx'
import { goTo } from '#client/sheet/goTo.ts'
import o from '#client/sheet/Outline.module.css'
import { cx } from '#client/ui/cx.ts'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { blockSchema } from '#shared/kinds/kitItem/schema.ts'
import { useKitItem } from './useKitItem.ts'
import { useWords } from './words.ts'

/** The blocks in the margin. */
export function Outline({ onJump }: { readonly onJump?: () => void }) {
  const t = useWords()
  const { session } = useKitItem()
  const list = session.handle.list('blocks')
  const ids = useThings(list)
  if (ids.length === 0) return <p className="soft">{t('outline.empty')}</p>
  return (
    <ol className={o.outline}>
      {ids.map(id => {
        const block = list.get(id)
        return block ? <Entry key={id} id={id} block={block} onJump={onJump} /> : null
      })}
    </ol>
  )
}

function Entry(props: {
  readonly id: string
  readonly block: RecordHandle<typeof blockSchema>
  readonly onJump: (() => void) | undefined
}) {
  const t = useWords()
  const title = useField(props.block, 'title')
  const locked = useField(props.block, 'locked')
  return (
    <li>
      <button
        type="button"
        className={cx(title === '' && 'soft')}
        onClick={() => {
          props.onJump?.()
          goTo(`blocks/${props.id}`)
        }}
      >
        <FactText text={title || t('block.titleNone')} />
        {locked ? <small> {t('block.locked')}</small> : null}
      </button>
    </li>
  )
}
