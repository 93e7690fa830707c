import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** A pack like the one that ships, with only the questions named: everything else is the same, and asking is quick. */
export function smallPack(questions: readonly string[]): { folder: string; remove: () => void } {
  const whole = resolve('content')
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-pack-'))
  for (const name of readdirSync(whole))
    if (name !== 'checks' && name !== 'measures') symlinkSync(join(whole, name), join(folder, name))
  for (const name of ['checks', 'measures']) mkdirSync(join(folder, name))
  for (const question of questions)
    for (const ending of ['.sql', '.yaml', '.test.yaml']) {
      const path = join(folder, `${question}${ending}`)
      mkdirSync(dirname(path), { recursive: true })
      cpSync(join(whole, `${question}${ending}`), path)
    }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
