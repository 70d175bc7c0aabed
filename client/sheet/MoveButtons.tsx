/** „Nach oben“, „Nach unten“ in the slip of an entry that stands at `place` of `count`. */
export function MoveButtons(props: {
  readonly place: number
  readonly count: number
  readonly move: (by: -1 | 1) => void
  readonly up: string
  readonly down: string
}) {
  const { place, count, move } = props
  return (
    <>
      <button type="button" className="do" disabled={place === 1} onClick={() => move(-1)}>
        {props.up}
      </button>
      <button type="button" className="do" disabled={place === count} onClick={() => move(1)}>
        {props.down}
      </button>
    </>
  )
}
