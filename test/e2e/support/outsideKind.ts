import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve('.')
const left = new Set(['node_modules', 'dist', 'data', '.git', '.cache', 'test-results'])

/** A copy of this project with one more kind in it. */
export interface Enlarged {
  readonly root: string
  /** Runs a program of the copy to its end and answers what it printed. @throws if it fails */
  run(...args: string[]): string
  remove(): Promise<void>
}

/** Does what `shared/kinds/README.md` says with the kind that lies under `test/outside/<name>`. */
export async function withOutsideKind(name: string): Promise<Enlarged> {
  const copy = await mkdtemp(path.join(tmpdir(), 'mitschrift-outside-'))
  await cp(root, copy, {
    recursive: true,
    filter: source => !left.has(path.relative(root, source).split(path.sep)[0] ?? ''),
  })
  await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
  const run = (...args: string[]): string => {
    const result = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' })
    if (result.status !== 0) throw new Error(`${args.join(' ')}\n${result.stdout}${result.stderr}`)
    return result.stdout
  }

  const shared = path.join(copy, 'shared/kinds', name)
  await cp(path.join(root, 'test/outside', name, 'shared'), shared, { recursive: true })
  await cp(path.join(root, 'test/outside', name, 'client'), path.join(copy, 'client/kinds', name), {
    recursive: true,
  })
  await addLine(path.join(copy, 'shared/kinds/registry.ts'), /^} as const satisfies/m, registryLine(name))
  const views = path.join(copy, 'client/kinds/registry.ts')
  await addLine(views, /^}\n\nconst anyKind/m, viewLine(name))
  await addLine(views, /^import \{ minutesLabel/m, `import { ${name}Label } from './${name}/label.ts'`)

  const seedFile = path.join(shared, 'seed.ts')
  const seed = (bytes: string) => writeFile(seedFile, `export const ${name}Seed =\n  '${bytes}'\n`)
  await seed('')
  const printed = new RegExp(`^${name} 1\\n(.+)$`, 'm').exec(run('scripts/seed.ts'))?.[1]
  if (!printed) throw new Error('No seed was printed')
  await seed(printed)
  return { root: copy, run, remove: () => rm(copy, { recursive: true, force: true }) }
}

const registryLine = (name: string) => `  ${name}: async () => (await import('./${name}/schema.ts')).${name},`
const viewLine = (name: string) =>
  `  ${name}: { label: ${name}Label, view: () => import('./${name}/view.ts') },`

/** Puts a line before the first that matches. @throws if none does: then the walk-through is out of date */
async function addLine(file: string, before: RegExp, line: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  if (!before.test(text)) throw new Error(`${file}: nothing matches ${before}`)
  await writeFile(
    file,
    text.replace(before, found => `${line}\n${found}`),
  )
}
