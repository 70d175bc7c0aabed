import { spawnSync } from 'node:child_process'
import { seededRandom } from '#test/support/seededRandom.ts'
import type { Bench } from './bench.ts'
import { Figures } from './measure/figures.ts'
import { inShuffledRounds } from './measure/rounds.ts'
import { median, quantile } from './measure/stats.ts'
import { Overheads, reportOf } from './report/result.ts'
import { withServer } from './servers/start.ts'
import { openBrowser } from './sheet/browser.ts'
import { serveEmptyPage } from './sheet/emptyPage.ts'
import type { Fetched } from './sheet/firstBytes.ts'
import { type Typed, typeIntoEmptyPage } from './sheet/keyToPaint.ts'
import { longMinutes, sections, shortMinutes } from './sheet/longMinutes.ts'
import { others } from './sheet/others.ts'
import { firstKey, mountSheet, typeIntoSheet } from './sheet/ourSheet.ts'

const largestShown = 12

/** C1–C3: what a person feels on a long sheet, in Chromium, with the built client and the real server. */
export const sheet: Bench = async options => {
  const { rounds, quick, rows } = options
  const figures = new Figures()
  const keys = quick ? 60 : 100
  const isAsked = (row: string) => rows.length === 0 || rows.includes(row)
  const work = new Figures()
  const slowest = new Map<string, number>()
  let editors = 0
  let fetched: { readonly field: readonly Fetched[]; readonly text: readonly Fetched[] } | null = null
  const openMs: number[] = []
  const textKb: number[] = []

  buildClient()
  const browser = await openBrowser()
  const empty = await serveEmptyPage()
  try {
    const documents = [{ state: longMinutes() }, { state: shortMinutes() }]
    await withServer('ours', { documents }, async server => {
      const noteKeys = (figure: string, column: 'ours' | 'empty', typed: Typed) => {
        const [p50, p95] = [quantile(typed.keys, 0.5), quantile(typed.keys, 0.95)]
        figures.add(figure, column, p95)
        work.add(figure, column, quantile(typed.work, 0.95))
        const most = Math.max(...typed.keys)
        slowest.set(`${figure} ${column}`, Math.max(slowest.get(`${figure} ${column}`) ?? 0, most))
        process.stderr.write(
          `    busy p50 ${quantile(typed.work, 0.5).toFixed(1)} p95 ${quantile(typed.work, 0.95).toFixed(1)}  p50 ${p50.toFixed(1)}  p95 ${p95.toFixed(1)}  most ${most.toFixed(1)} ms  Event Timing p95 of those from 16 ms on ${quantile(typed.eventTimings, 0.95)} ms\n`,
        )
      }
      const typeOurs = (withOthers: boolean) => ({
        name: withOthers ? 'typing, others write' : 'typing alone',
        async run(round: number) {
          const random = seededRandom(options.seed * 1000 + round)
          const typed = await typeIntoSheet(browser, server, { keys, random, withOthers })
          editors = typed.editors
          noteKeys(withOthers ? 'keyInCompany' : 'key', 'ours', typed)
        },
      })
      const typeEmpty = {
        name: 'typing on an empty page',
        async run(round: number) {
          const random = seededRandom(options.seed * 1000 + round)
          const typed = await typeIntoEmptyPage(browser, empty.url, keys, random)
          for (const figure of ['key', 'keyInCompany']) noteKeys(figure, 'empty', typed)
        },
      }
      const mount = (allAtOnce: boolean) => ({
        name: allAtOnce ? 'mount, all editors at once' : 'mount',
        async run() {
          const mounted = await mountSheet(browser, server, { allAtOnce })
          figures.add('mountMs', allAtOnce ? 'all' : 'ours', mounted.mountMs)
          figures.add('sheetHeap', allAtOnce ? 'all' : 'ours', mounted.heapMb)
          if (!allAtOnce) openMs.push(mounted.openMs)
          process.stderr.write(
            `    mount ${mounted.mountMs.toFixed(0)} ms, from the click ${mounted.openMs.toFixed(0)} ms  heap ${mounted.heapMb.toFixed(1)} MB  ${mounted.editors} editors\n`,
          )
        },
      })
      const first = {
        name: 'cold open',
        async run() {
          fetched = await firstKey(browser, server)
          const { field, text } = fetched
          figures.add('firstKb', 'ours', kbOf(field, 'code'))
          textKb.push(kbOf(text, 'code'))
          process.stderr.write(
            `    code ${kbOf(field, 'code').toFixed(1)} kB, until a text takes keys ${kbOf(text, 'code').toFixed(1)} kB\n`,
          )
        },
      }
      await inShuffledRounds(rounds, seededRandom(options.seed), [
        ...(isAsked('C1') ? [typeOurs(false), typeOurs(true), typeEmpty] : []),
        ...(isAsked('C2') ? [mount(false), mount(true)] : []),
        ...(isAsked('C3') ? [first] : []),
      ])
    })
  } finally {
    empty.close()
    await browser.close()
  }

  const notes = [
    `Minutes of ${sections} agenda items and 20,000 words; ${editors} live editors; ${keys} keys a round; ${others} others at two edits a second in the items around. ${browser.version()}.`,
    ...[...slowest].map(([what, ms]) => `The slowest key of ${what}: ${ms.toFixed(0)} ms.`),
    ...(isAsked('C1')
      ? [
          `Of that the page is busy for (p95): alone ${shown(work.of('key', 'ours'))}, others writing ${shown(work.of('keyInCompany', 'ours'))}, empty page ${shown(work.of('key', 'empty'))} ms; the rest is waiting for the next of 60 frames a second.`,
        ]
      : []),
    ...(openMs.length > 0
      ? [`From the click on the desk to the painted sheet: ${quantile(openMs, 0.5).toFixed(0)} ms.`]
      : []),
    ...(fetched ? bytesNotes(fetched, median(textKb)) : []),
  ]
  const details = { fetched, openMs, textKb, editors }
  return reportOf({ figures, overheads: new Overheads(), options, notes, details })
}

function bytesNotes({ field }: { readonly field: readonly Fetched[] }, textKb: number): string[] {
  const largest = field.filter(({ sort }) => sort === 'code').slice(0, largestShown)
  return [
    `C3 is the first field; a text takes keys after ${textKb.toFixed(0)} kB of code, the editor being asked for when the sheet stands.`,
    `Beside the code before the first field: fonts ${kbOf(field, 'font').toFixed(0)} kB, answers and icons ${kbOf(field, 'other').toFixed(0)} kB. The largest:`,
    ...largest.map(({ name, bytes }) => `  ${(bytes / 1000).toFixed(1).padStart(6)} kB  ${name}`),
  ]
}

const shown = (ms: number | undefined): string => (ms ?? Number.NaN).toFixed(1)

const kbOf = (files: readonly Fetched[], sort: Fetched['sort']): number =>
  files.filter(file => file.sort === sort).reduce((sum, { bytes }) => sum + bytes, 0) / 1000

function buildClient(): void {
  const built = spawnSync(process.execPath, ['scripts/run/buildClient.mjs'], { stdio: 'inherit' })
  if (built.status !== 0) throw new Error('The client could not be built')
}
