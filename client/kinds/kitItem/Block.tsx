import { useMemo, useSyncExternalStore } from 'react'
import { projectionOf, useField } from '#client/document/hooks.ts'
import { ProseField } from '#client/editor/ProseField.tsx'
import { plainText, useAtom } from '#client/sheet/atom.ts'
import { FactField } from '#client/sheet/FactField.tsx'
import { FactText } from '#client/sheet/FactText.tsx'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { MoveButtons } from '#client/sheet/MoveButtons.tsx'
import { TextTools } from '#client/sheet/TextTools.tsx'
import { Popover } from '#client/ui/Popover.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import { type BlockOrigin, mayEditBlock, originOf } from '#shared/kinds/kitItem/rules.ts'
import type { blockSchema, KitItemDraft } from '#shared/kinds/kitItem/schema.ts'
import { addBlock, moveBlock, removeBlock } from './blockActions.ts'
import s from './KitItem.module.css'
import { type KitItemSession, useKitItem } from './useKitItem.ts'
import { useWords } from './words.ts'

/** One block: its title and its text. A locked one is read, and says why. */
export function Block(props: {
  readonly id: string
  readonly block: RecordHandle<typeof blockSchema>
  readonly basedOn: KitItemDraft['header']['basedOn']
  readonly place: number
  readonly count: number
  /** the first locked block of a sheet says why it is locked */
  readonly saysWhy: boolean
}) {
  const t = useWords()
  const { id, block, place, basedOn } = props
  const sheet = useKitItem()
  const { session } = sheet
  const title = useAtom(block, 'title')
  const locked = useField(block, 'locked')
  const right = mayEditBlock({ basedOn }, { locked })
  const isLocked = right.state === 'locked'
  const readOnly = sheet.readOnly || isLocked
  const origin = useOrigin(session, id)
  const { y } = block
  // a container that a peer replaced is another fragment
  // oxlint-disable-next-line react/exhaustive-deps
  const fragment = useMemo(() => block.prose('body'), [y])
  const at = `blocks/${id}`
  const name = title.value || t('block.titleNone')
  return (
    <section className="item" data-path={at} aria-labelledby={`${id}-head`} tabIndex={-1}>
      <div className={s.blockHead}>
        {readOnly ? (
          <h2 id={`${id}-head`} className={s.blockTitle}>
            <FactText text={name} />
          </h2>
        ) : (
          <>
            <h2 id={`${id}-head`} className="sr">
              {name}
            </h2>
            <FactField
              {...plainText(title)}
              quiet
              className={s.blockField}
              label={t('block.title', { number: place })}
              textClass={s.blockTitle}
              placeholder={t('block.titleNone')}
            />
          </>
        )}
        {sheet.readOnly ? null : (
          <span className={`${s.more} noprint`}>
            <Popover label="⋯" name={t('block.more', { title: name })} className={s.dots} side="end">
              {close => (
                <div className={s.menu}>
                  <MoveButtons
                    place={place}
                    count={props.count}
                    move={by => moveBlock(session, id, by)}
                    up={t('block.up')}
                    down={t('block.down')}
                  />
                  <button
                    type="button"
                    className="do"
                    onClick={() => {
                      close()
                      addBlock(session, id)
                    }}
                  >
                    {t('block.insert')}
                  </button>
                  {isLocked ? null : (
                    <button
                      type="button"
                      className="do lose"
                      onClick={() => {
                        close()
                        removeBlock(session, id)
                      }}
                    >
                      {t('block.remove')}
                    </button>
                  )}
                </div>
              )}
            </Popover>
          </span>
        )}
      </div>
      {isLocked ? (
        <p className={s.mark} data-locked="">
          <b>{t('block.locked')}</b>{' '}
          {props.saysWhy ? <span className="noprint">{t('block.lockedWhy')}</span> : null}
        </p>
      ) : origin === 'unchanged' || basedOn === null ? null : (
        <p className={`${s.mark} noprint`}>{t(origin === 'own' ? 'block.own' : 'block.changed')}</p>
      )}
      <Gloss path={`${at}/title`} />
      {fragment ? (
        <div className={isLocked ? s.lockedText : undefined}>
          {readOnly ? null : <TextTools path={`${at}/body`} />}
          <ProseField
            fragment={fragment}
            session={session}
            path={`${at}/body`}
            label={t('block.body', { title: name })}
            placeholder={t('block.bodyNone')}
            readOnly={readOnly}
          />
        </div>
      ) : null}
      <Gloss path={`${at}/body`} />
    </section>
  )
}

/** How the block stands to its master; renders again only when that changes. */
function useOrigin(session: KitItemSession, id: string): BlockOrigin {
  const projection = projectionOf(session)
  return useSyncExternalStore(projection.subscribe, () => {
    const block = projection.get().value.blocks.find(one => one.id === id)
    return block ? originOf(block) : 'own'
  })
}
