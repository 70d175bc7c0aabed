import { expect, it } from 'vitest'
import { fileName } from './textFile.ts'

it.each([
  ['Protokoll der 2. Sitzung', 'Protokoll der 2. Sitzung'],
  ['a/b\\c: „d“?', 'a b c „d“'],
  ['..\u202egpj.exe', 'gpj.exe'],
  ['', 'Text'],
])('names the file of %j %j', (title, name) => expect(fileName(title)).toBe(name))
