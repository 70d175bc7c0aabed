/** `npm test`: everything, in the order in which a mistake is cheapest to find. Ends with `N passed, N failed`. */
import { forget, playwrightCounts, vitestCounts } from './checks/counts.ts'
import { provideRequirements } from './checks/requirements.ts'
import { type Count, runStep, type Step } from './checks/step.ts'

const vitestFile = '.cache/vitest.json'
const playwrightFile = '.cache/e2e.json'

const steps: readonly Step[] = [
  { name: 'format', command: ['biome', 'check', '--linter-enabled=false', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'client build', command: ['node', 'scripts/run/buildClient.mjs'] },
  {
    name: 'unit, contract, integration, convergence',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestFile}`],
    count: () => vitestCounts(vitestFile),
  },
  { name: 'browser', command: ['playwright', 'test'], count: () => playwrightCounts(playwrightFile) },
]

const missing = provideRequirements()
if (missing !== null) {
  console.error(missing)
  console.log('0 passed, 1 failed')
  process.exit(2)
}
await Promise.all([forget(vitestFile), forget(playwrightFile)])

let total: Count = { passed: 0, failed: 0 }
for (const step of steps) {
  const count = await runStep(step)
  total = { passed: total.passed + count.passed, failed: total.failed + count.failed }
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
