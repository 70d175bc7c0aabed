import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { writable } from '#client/lib/store.ts'
import type { ProseNode } from '#shared/document/prose.ts'
import { FactSourceProvider } from './factSource.ts'
import { StaticProse } from './StaticProse.tsx'

const html = (...nodes: ProseNode[]) => renderToStaticMarkup(<StaticProse nodes={nodes} />)
const text = (value: string, ...marks: { type: string; attrs?: Record<string, unknown> }[]): ProseNode => ({
  type: 'text',
  text: value,
  marks,
})

describe('static prose', () => {
  it('escapes what people write', () => {
    expect(html({ type: 'paragraph', content: [text('<img src=x onerror=alert(1)>')] })).toBe(
      '<p>&lt;img src=x onerror=alert(1)&gt;</p>',
    )
  })

  it('nests marks and blocks as the editor does', () => {
    expect(
      html(
        { type: 'heading', attrs: { level: 2 }, content: [text('A')] },
        {
          type: 'orderedList',
          attrs: { start: 3 },
          content: [
            {
              type: 'listItem',
              content: [{ type: 'paragraph', content: [text('b', { type: 'bold' }, { type: 'italic' })] }],
            },
          ],
        },
        { type: 'paragraph' },
      ),
    ).toBe('<h3>A</h3><ol start="3"><li><p><strong><em>b</em></strong></p></li></ol><p><br/></p>')
  })

  it('opens only https, mailto and tel', () => {
    const link = (href: string) =>
      html({ type: 'paragraph', content: [text('l', { type: 'link', attrs: { href } })] })
    expect(link('https://example.org/')).toContain('<a href="https://example.org/" rel="noopener noreferrer"')
    expect(link('javascript:alert(1)')).toBe('<p>l</p>')
  })

  it('shows what is unknown with its text', () => {
    const unknown = html({
      type: 'callout',
      content: [{ type: 'paragraph', content: [text('wichtig', { type: 'suggestion' })] }],
    })
    expect(unknown).toMatch(
      /<div class="[^"]+" data-node="callout"><p><span class="[^"]+" data-mark="suggestion">wichtig/,
    )
  })

  it('has tables, task lists and merge fields', () => {
    const line = (value: string): ProseNode => ({ type: 'paragraph', content: [text(value)] })
    expect(
      html({
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableHeader', attrs: { colspan: 2, rowspan: 1 }, content: [line('Was')] },
              { type: 'tableCell', content: [line('Wer')] },
            ],
          },
        ],
      }),
    ).toBe(
      '<div class="wide"><table><tbody><tr><th colSpan="2"><p>Was</p></th><td><p>Wer</p></td></tr></tbody></table></div>',
    )
    expect(
      html({
        type: 'taskList',
        content: [{ type: 'taskItem', attrs: { checked: true }, content: [line('Saal')] }],
      }),
    ).toBe(
      '<ul data-tasks=""><li data-checked="true"><label><input type="checkbox" disabled="" aria-label="Saal" checked=""/></label><div><p>Saal</p></div></li></ul>',
    )
    const field: ProseNode = {
      type: 'paragraph',
      content: [{ type: 'mergeField', attrs: { name: 'gruppe.name' } }],
    }
    expect(html(field)).toContain('Name der Gruppe fehlt noch')
    expect(
      renderToStaticMarkup(
        <FactSourceProvider value={writable({ 'gruppe.name': 'Mittwochsrunde' })}>
          <StaticProse nodes={[field]} />
        </FactSourceProvider>,
      ),
    ).toBe(
      '<p><span class="fact" data-merge-field="gruppe.name"><span class="sr">Name der Gruppe: </span><span>Mittwochsrunde</span></span></p>',
    )
  })
})
