import { expect, it } from 'vitest'
import { writtenFigures } from './summaryFigures.ts'

it.each<[string, [number, string][]]>([
  [
    'Das Projekt kostet 2.444 Euro; 1.900 Euro sollen als Projektförderung nach § 20h SGB V beantragt werden.',
    [
      [244_400, 'cost'],
      [190_000, 'requested'],
    ],
  ],
  [
    'Die Gesamtkosten von 2.444,00\u00a0€ sollen mit 1.900 € gefördert werden',
    [
      [244_400, 'other'],
      [190_000, 'other'],
    ],
  ],
  [
    'Es kostet 45,– EUR, davon beantragen wir 40 EUR.',
    [
      [4_500, 'cost'],
      [4_000, 'requested'],
    ],
  ],
  [
    '60 Euro. Am 30. Juni 2027 sind es 12,50 Euro',
    [
      [6_000, 'other'],
      [1_250, 'other'],
    ],
  ],
  [
    'Das kostet 2.444 Euro wovon 1.900 Euro beantragt sind und 250 Euro da sind',
    [
      [244_400, 'cost'],
      [190_000, 'requested'],
      [25_000, 'other'],
    ],
  ],
  ['§ 20h, 60 Menschen, 2.000 Stück, 12 Europäer', []],
])('the amounts of „%s“', (text, expected) => {
  expect(writtenFigures(text).map(({ cents, says }) => [cents, says])).toEqual(expected)
})
