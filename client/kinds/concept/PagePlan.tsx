import { useState } from 'react'
import { useThings } from '#client/document/hooks.ts'
import { firmChoice, plainText, useAtom } from '#client/sheet/atom.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { cx } from '#client/ui/cx.ts'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { missingPages } from '#shared/kinds/concept/pageFindings.ts'
import type { pageSchema } from '#shared/kinds/concept/schema.ts'
import { optionsOf } from './options.ts'
import s from './PagePlan.module.css'
import { RowMenu } from './RowMenu.tsx'
import { goDown, isEnterIn, type RowProps } from './Rows.tsx'
import { addRow } from './rowActions.ts'
import { useConcept, useWorkedOut } from './useConcept.ts'
import { useWords } from './words.ts'

/** Seitenplan (domain.md 3.3): each page with purpose, audience, who looks after it and how often. */
export function PagePlan() {
  const w = useWords()
  const { session, readOnly } = useConcept()
  const list = session.handle.list('pages')
  const ids = useThings(list)
  const [fresh, setFresh] = useState<string | null>(null)
  const missing = useWorkedOut(session, ({ pages }) => missingPages(pages))
  const add = () => setFresh(addRow(session, list))
  return (
    <div data-path="pages" tabIndex={-1} className={cx(ids.length === 0 && 'noprint')}>
      {ids.length === 0 ? (
        <p className="soft">{w('page.empty')}</p>
      ) : (
        <div
          role="presentation"
          onKeyDown={event => {
            if (!readOnly && isEnterIn(event)) goDown(event, add)
          }}
        >
          <table className={s.table}>
            <caption className="sr">{w('page.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{w('page.page')}</th>
                <th scope="col">
                  {w('page.purpose')}, {w('page.audience')}
                </th>
                <th scope="col">
                  {w('page.owner')}, {w('page.updateEvery')}
                </th>
                <th scope="col">{w('page.state')}</th>
                {readOnly ? null : (
                  <th scope="col" className="noprint">
                    <span className="sr">{w('row.more', { name: '' })}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {ids.map((id, index) => {
                const row = list.get(id)
                return row ? (
                  <PageRow key={id} id={id} row={row} place={index + 1} focusFirst={id === fresh} />
                ) : null
              })}
            </tbody>
          </table>
        </div>
      )}
      <Gloss path="pages" />
      {readOnly ? null : (
        <p className="dos noprint">
          <button type="button" className="do" onClick={add}>
            {w('page.add')}
          </button>
          {missing.map(page => (
            <button
              key={page}
              type="button"
              className="do small"
              onClick={() =>
                addRow(session, list, {
                  path: `/${page}`,
                  title: w(`page.${page}`),
                  purpose: w(`page.${page}For`),
                })
              }
            >
              {w('page.addMissing', { page: w(`page.${page}`) })}
            </button>
          ))}
        </p>
      )}
    </div>
  )
}

function PageRow({ id, row, place, focusFirst }: RowProps<typeof pageSchema>) {
  const w = useWords()
  const { session, readOnly } = useConcept()
  const title = useAtom(row, 'title')
  const address = useAtom(row, 'path')
  const purpose = useAtom(row, 'purpose')
  const audience = useAtom(row, 'audience')
  const owner = useAtom(row, 'owner')
  const updateEvery = useAtom(row, 'updateEvery')
  const sourceField = useAtom(row, 'sourceField')
  const plainLanguage = useAtom(row, 'plainLanguage')
  const state = useAtom(row, 'state')
  const name = w('page.title', { number: place })
  const path = `pages/${id}`
  return (
    <tr data-path={path} data-row tabIndex={-1}>
      <th scope="row" className={s.page}>
        <TextField
          {...plainText(title)}
          quiet
          label={name}
          placeholder={w('page.titleNone')}
          focusFirst={focusFirst}
        />
        <TextField
          {...plainText(address)}
          quiet
          textClass={s.address}
          label={`${name}: ${w('page.path')}`}
          placeholder={w('page.pathNone')}
        />
        <Gloss path={`${path}/path`} />
      </th>
      <td className={s.why}>
        <TextField
          {...plainText(purpose)}
          quiet
          textClass={s.words}
          label={`${name}: ${w('page.purpose')}`}
          placeholder={w('page.purposeNone')}
        />
        <TextField
          {...plainText(audience)}
          quiet
          textClass={cx(s.words, s.soft)}
          label={`${name}: ${w('page.audience')}`}
          placeholder={w('page.audienceNone')}
        />
        <TextField
          {...plainText(sourceField)}
          quiet
          textClass={cx(s.words, s.soft)}
          label={`${name}: ${w('page.sourceField')}`}
          placeholder={w('page.sourceFieldNone')}
        />
      </td>
      <td className={s.who}>
        <TextField
          {...plainText(owner)}
          quiet
          textClass={s.words}
          label={`${name}: ${w('page.owner')}`}
          placeholder={w('page.ownerNone')}
        />
        <TextField
          {...plainText(updateEvery)}
          quiet
          textClass={cx(s.words, s.soft)}
          label={`${name}: ${w('page.updateEvery')}`}
          placeholder={w('page.updateEveryNone')}
        />
        <Gloss path={`${path}/owner`} />
      </td>
      <td className={s.state}>
        <SelectField
          {...firmChoice(state)}
          quiet
          small
          label={`${name}: ${w('page.state')}`}
          options={optionsOf('pageState')}
        />
        <SelectField
          {...firmChoice(plainLanguage)}
          quiet
          small
          className={cx(plainLanguage.value === 'keine' && 'noprint')}
          label={`${name}: ${w('page.plainLanguage')}`}
          options={optionsOf('plainLanguage')}
        />
      </td>
      {readOnly ? null : (
        <td className={cx(s.menu, 'noprint')}>
          <RowMenu list={session.handle.list('pages')} id={id} name={title.value || name} />
        </td>
      )}
    </tr>
  )
}
