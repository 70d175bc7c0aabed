import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { useText } from '#client/i18n/i18n.ts'
import { cx } from '#client/ui/cx.ts'
import { placeItem } from './itemActions.ts'
import s from './Outline.module.css'
import { OutlineEntry } from './OutlineEntry.tsx'
import { useMinutes } from './useMinutes.ts'

/** The outline with handles to drag; only the order key of the dragged item is written, once, when it is let go. */
export function SortableOutline(props: {
  readonly ids: readonly string[]
  readonly onJump?: (() => void) | undefined
  readonly withWords?: boolean | undefined
}) {
  const t = useText()
  const { session } = useMinutes()
  const { ids } = props
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 120, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const drop = ({ active, over }: DragEndEvent) => {
    const [from, to] = [ids.indexOf(String(active.id)), ids.indexOf(String(over?.id ?? ''))]
    if (from < 0 || to < 0 || from === to) return
    placeItem(session, String(active.id), (to > from ? ids[to + 1] : ids[to]) ?? null)
  }
  const place = (id: string | number | undefined) => ids.indexOf(String(id)) + 1
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{
        screenReaderInstructions: { draggable: t('agenda.dragHow') },
        announcements: {
          onDragStart: ({ active }) => t('agenda.dragStart', { number: place(active.id) }),
          onDragOver: ({ over }) => (over ? t('agenda.dragOver', { number: place(over.id) }) : undefined),
          onDragEnd: () => undefined,
          onDragCancel: () => t('agenda.dragCancel'),
        },
      }}
    >
      <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
        <ol className={s.list}>
          {ids.map((id, index) => (
            <SortableEntry
              key={id}
              id={id}
              place={index + 1}
              count={ids.length}
              onJump={props.onJump}
              withWords={props.withWords}
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  )
}

function SortableEntry(props: {
  readonly id: string
  readonly place: number
  readonly count: number
  readonly onJump?: (() => void) | undefined
  readonly withWords?: boolean | undefined
}) {
  const t = useText()
  const sortable = useSortable({ id: props.id })
  return (
    <li
      ref={sortable.setNodeRef}
      className={cx(s.entry, sortable.isDragging && s.dragged)}
      style={{ transform: CSS.Translate.toString(sortable.transform), transition: sortable.transition }}
    >
      <OutlineEntry
        {...props}
        handle={
          <button
            ref={sortable.setActivatorNodeRef}
            type="button"
            className={s.handle}
            {...sortable.attributes}
            {...sortable.listeners}
            aria-label={t('agenda.dragHandle', { number: props.place })}
          >
            <span className={s.grip} aria-hidden="true" />
          </button>
        }
      />
    </li>
  )
}
