import { PartsOutline } from '#client/sheet/PartsOutline.tsx'
import { parts } from './parts.ts'
import { useWords } from './words.ts'

/** The parts of the sheet in the margin. */
export function Outline({ onJump }: { readonly onJump?: () => void }) {
  const t = useWords()
  return <PartsOutline parts={parts} label={part => t(`part.${part}`)} onJump={onJump} />
}
