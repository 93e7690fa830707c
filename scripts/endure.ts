import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** npm run endure [-- ROUNDS]: what npm test tries ten times, a hundred times. */
const [rounds = '100'] = process.argv.slice(2)
const file = fileURLToPath(new URL('../test/trust/killed.test.ts', import.meta.url))
const { status } = spawnSync(process.execPath, ['--test', file], {
  stdio: 'inherit',
  env: { ...process.env, CLAUSEWISE_ROUNDS: rounds },
})
process.exitCode = status ?? 1
