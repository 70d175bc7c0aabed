import prose from '#client/editor/prose.module.css'
import { StaticProse } from '#client/editor/StaticProse.tsx'
import { useStore } from '#client/lib/store.ts'
import { FactText } from '#client/sheet/FactText.tsx'
import { paragraphTexts } from '#shared/document/prose.ts'
import { opennessSchema } from '#shared/kinds/pressTemplate/enums.ts'
import type { PressDraft } from '#shared/kinds/pressTemplate/schema.ts'
import { germanDay } from '#shared/rules/germanForms.ts'
import { wordFor } from './options.ts'
import s from './Preview.module.css'
import { useDrawn } from './useRelease.ts'
import { useWords } from './words.ts'

/** The release as it goes out, on paper as on the screen; what is open is said in its place. */
export function Preview() {
  const t = useWords()
  const { value, release } = useStore(useDrawn())
  const { header, text } = value
  const isTemplate = header.form === 'vorlage'
  const isEmpty = release.headline === '' && release.text.length === 0
  return (
    <article className={s.page} lang="de" aria-label={t('view.print')}>
      {isTemplate ? <TemplateHead value={value} /> : null}
      <p className={s.mark}>
        {t('print.release')}
        {isDraft(value) ? (
          <span>
            {t('print.draft', {
              version: header.version,
              day: header.date === null ? '' : germanDay(header.date),
            })}
          </span>
        ) : null}
      </p>
      {release.embargo === null ? null : <p className={s.embargo}>{release.embargo}</p>}
      {value.embargo.spokenWord ? <p className={s.spoken}>{t('print.spokenWord')}</p> : null}
      {isEmpty ? <p className="soft">{t('print.empty')}</p> : null}
      <h1 className={s.headline}>
        <FactText text={release.headline} />
      </h1>
      {release.subheading === '' ? null : (
        <p className={s.subheading}>
          <FactText text={release.subheading} />
        </p>
      )}
      <div className={prose.prose}>
        <StaticProse nodes={isTemplate ? [...text.lead, ...text.body] : release.text} />
      </div>
      {isTemplate ? <AccessVariants value={value} /> : null}
      <Foot />
      {isTemplate && paragraphTexts(value.local.notes).join('') !== '' ? (
        <div className={s.local}>
          <h2>{t('local.notes')}</h2>
          <div className={prose.prose}>
            <StaticProse nodes={value.local.notes} />
          </div>
        </div>
      ) : null}
    </article>
  )
}

const isDraft = ({ header }: PressDraft): boolean =>
  header.form === 'mitteilung' && header.version.startsWith('0')

/** What a template says of itself before its text. */
function TemplateHead({ value: { header } }: { readonly value: PressDraft }) {
  const t = useWords()
  const lines = [
    header.publisher && t('print.publisher', { publisher: header.publisher }),
    header.usage && t('print.usage', { usage: header.usage }),
    t('print.limit', { limit: header.lengthLimit.toLocaleString('de-DE') }),
  ].filter(Boolean)
  return (
    <header className={s.template}>
      <p>
        <b>{t('print.templateHead', { code: header.code, title: header.title, version: header.version })}</b>
      </p>
      <p>{lines.join(' · ')}</p>
    </header>
  )
}

/** A template shows all its access paragraphs, each with its case. */
function AccessVariants({ value }: { readonly value: PressDraft }) {
  const t = useWords()
  return opennessSchema.options
    .filter(name => paragraphTexts(value.access[name]).join('') !== '')
    .map(name => (
      <div key={name} className={s.variant}>
        <p>{t('print.accessOf', { openness: wordFor('openness', name) })}</p>
        <div className={prose.prose}>
          <StaticProse nodes={value.access[name]} />
        </div>
      </div>
    ))
}

/** Über uns, Pressekontakt, Bildmaterial, Krisenhinweis: what stands there and nothing else. */
function Foot() {
  const t = useWords()
  const { value, release } = useStore(useDrawn())
  return (
    <footer className={s.foot}>
      {release.about === '' ? null : (
        <section>
          <h2>{t('print.about')}</h2>
          <p>
            <FactText text={release.about} />
          </p>
        </section>
      )}
      {release.contact === '' && release.responsible === '' ? null : (
        <section>
          <h2>{t('print.contact')}</h2>
          <p>
            <FactText text={release.contact} />
          </p>
          {release.responsible === '' ? null : (
            <p>
              <FactText text={t('print.responsible', { who: release.responsible })} />
            </p>
          )}
        </section>
      )}
      {release.images.length === 0 ? null : (
        <section>
          <h2>{t('print.images')}</h2>
          {release.images.map((line, index) => (
            <p key={value.images[index]?.id}>
              <FactText text={line} />
            </p>
          ))}
        </section>
      )}
      {release.crisis === '' ? null : (
        <p>
          <b>{t('print.crisis')}</b> <FactText text={release.crisis} />
        </p>
      )}
      <p className={s.end}>
        {[
          t('print.length', { written: release.length.toLocaleString('de-DE') }),
          value.header.voucherCopy ? t('print.voucherCopy') : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </footer>
  )
}
