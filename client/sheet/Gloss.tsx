import { useText } from '#client/i18n/i18n.ts'
import { cx } from '#client/ui/cx.ts'
import { useFindingsAt } from './findingsByPath.ts'
import s from './Gloss.module.css'
import { useSheet } from './sheetContext.ts'

/**
 * The findings of one place as a marginal note: beside the paper where there is room, under the place elsewhere.
 * `data-gloss` is what `placeGlosses` moves.
 */
export function Gloss({ path }: { readonly path: string }) {
  const t = useText()
  const { findings, findingText } = useSheet()
  const here = useFindingsAt(findings, path)
  if (here.length === 0) return null
  return (
    <div role="note" className={s.gloss} data-gloss={path}>
      {here.map(finding => (
        <div
          key={`${finding.detail}/${JSON.stringify(finding.fields)}`}
          className={cx(s.one, s[finding.level])}
        >
          <p className={s.head}>{t(`level.${finding.level}`)}</p>
          <p>{findingText(finding)}</p>
        </div>
      ))}
    </div>
  )
}
