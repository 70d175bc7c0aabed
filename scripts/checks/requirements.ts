import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'

/** A program of the system that the checks need: how to see that it is there, and Debian's package for it. */
type Requirement = { readonly program: string; readonly path: string; readonly debianPackage: string }

const requirements: readonly Requirement[] = [
  { program: 'Chromium', path: process.env.CHROMIUM ?? '/usr/bin/chromium', debianPackage: 'chromium' },
  { program: 'Firefox', path: process.env.FIREFOX ?? '/usr/bin/firefox-esr', debianPackage: 'firefox-esr' },
  // The power cuts (THREATS a2) record the server through a small library that the test compiles.
  { program: 'gcc', path: '/usr/bin/gcc', debianPackage: 'gcc' },
  { program: "the C library's headers", path: '/usr/include/stdio.h', debianPackage: 'libc6-dev' },
]

const apt = (...args: string[]) =>
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

/**
 * Brings the machine to what the checks need: as root on Debian through apt, elsewhere it names what
 * to install. Answers a sentence for people if something stays missing, otherwise `null`.
 */
export function provideRequirements(): string | null {
  const missing = () => requirements.filter(needed => !existsSync(needed.path))
  if (missing().length > 0 && userInfo().uid === 0 && existsSync('/usr/bin/apt-get')) {
    const packages = missing().map(needed => needed.debianPackage)
    console.log(`Installing through apt: ${packages.join(' ')}`)
    if (!apt('update', '-q') || !apt('install', '-y', '-q', '--no-install-recommends', ...packages))
      return `apt-get could not install ${packages.join(' ')}. The lines above say why.`
  }
  const still = missing()
  if (still.length === 0) return null
  const names = still.map(
    needed => `${needed.program} (${needed.path}; Debian package ${needed.debianPackage})`,
  )
  return `The tests need ${names.join(' and ')}. Please install and run npm test again. Nothing was tested.`
}
