import { median } from '#test/bench/measure/stats.ts'
import type { ServerName } from '#test/bench/servers/server.ts'

export type Point = { readonly server: ServerName; readonly x: number; readonly y: number }

const width = 760
const height = 420
const area = { left: 64, right: 690, top: 24, bottom: 360 }
const xRange = { from: 8, to: 3_000 }
const yRange = { from: 1, to: 10_000 }
// Middle tones that stand out on white and on black; each line has its own dash and mark besides.
const looks: Record<ServerName, { color: string; dash: string; mark: string }> = {
  ours: { color: '#1f9e77', dash: '', mark: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z' },
  V: { color: '#d0661b', dash: '7 4', mark: 'M-4-4h8v8h-8z' },
  'y-ws': { color: '#7d74c8', dash: '2 4', mark: 'M0-5l5 9h-10z' },
  relay: { color: '#8a8a8a', dash: '10 4 2 4', mark: 'M-5 0l5-5l5 5l-5 5z' },
}
const goals = [
  { y: 60, text: '60 ms: goal at 200' },
  { y: 100, text: '100 ms: S1' },
]
const grey = '#888'

const logScale = (range: { from: number; to: number }, from: number, to: number) => {
  const span = Math.log(range.to / range.from)
  return (value: number): number => {
    const bounded = Math.min(range.to, Math.max(range.from, value))
    return Math.round((from + (Math.log(bounded / range.from) / span) * (to - from)) * 10) / 10
  }
}
const toX = logScale(xRange, area.left, area.right)
const toY = logScale(yRange, area.bottom, area.top)

/** p95 against the number of typists, one line per server, as SVG that reads on light and dark. */
export function plotOf(points: readonly Point[]): string {
  const lines = (Object.keys(looks) as ServerName[]).flatMap(server => lineOf(server, points))
  const ticks = [
    ...[10, 30, 100, 300, 1_000, 3_000].map(value =>
      tick(toX(value), area.bottom + 18, 'middle', value.toLocaleString('en')),
    ),
    ...[1, 10, 100, 1_000, 10_000].map(value =>
      tick(area.left - 8, toY(value) + 4, 'end', value.toLocaleString('en')),
    ),
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="${grey}">`,
    '<title>p95 from sending an edit to its arrival at everybody else, by number of typists in one document</title>',
    `<path d="M${area.left} ${area.top}V${area.bottom}H${area.right}" fill="none" stroke="${grey}"/>`,
    ...goals.map(
      ({ y, text }) =>
        `<path d="M${area.left} ${toY(y)}H${area.right}" stroke="${grey}" stroke-dasharray="1 3"/><text x="${area.left + 6}" y="${toY(y) - 4}">${text}</text>`,
    ),
    ...ticks,
    `<text x="${(area.left + area.right) / 2}" y="${height - 14}" text-anchor="middle">typists in one document, 2 edits per second each</text>`,
    `<text x="16" y="${(area.top + area.bottom) / 2}" text-anchor="middle" transform="rotate(-90 16 ${(area.top + area.bottom) / 2})">p95 in ms</text>`,
    ...lines,
    '</svg>',
  ].join('\n')
}

const tick = (x: number, y: number, anchor: string, text: string): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}">${text}</text>`

function lineOf(server: ServerName, points: readonly Point[]): string[] {
  const byX = new Map<number, number[]>()
  for (const point of points) {
    if (point.server === server) byX.set(point.x, [...(byX.get(point.x) ?? []), point.y])
  }
  const places = [...byX].sort(([a], [b]) => a - b).map(([x, ys]) => ({ x: toX(x), y: toY(median(ys)) }))
  const last = places.at(-1)
  if (!last) return []
  const { color, dash, mark } = looks[server]
  const path = places.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  return [
    `<path d="${path}" fill="none" stroke="${color}" stroke-width="2" stroke-dasharray="${dash}"/>`,
    ...places.map(({ x, y }) => `<path d="${mark}" transform="translate(${x} ${y})" fill="${color}"/>`),
    `<text x="${last.x + 9}" y="${last.y + 4}" fill="${color}" font-weight="bold">${server}</text>`,
  ]
}
