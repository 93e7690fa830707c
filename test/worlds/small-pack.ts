import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parse, stringify } from 'yaml'

/** Folders whose files name measures and checks. */
const naming = ['improvement', 'strategy', 'profiles']
const made = ['checks', 'measures', ...naming]

/** A pack like the one that ships, with only the questions named: everything else is the same, and asking is quick. */
export function smallPack(questions: readonly string[]): { folder: string; remove: () => void } {
  const whole = resolve('content')
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-pack-'))
  for (const name of readdirSync(whole))
    if (!made.includes(name)) symlinkSync(join(whole, name), join(folder, name))
  for (const name of made) mkdirSync(join(folder, name))
  for (const question of questions)
    for (const ending of ['.sql', '.yaml', '.test.yaml']) {
      const path = join(folder, `${question}${ending}`)
      mkdirSync(dirname(path), { recursive: true })
      cpSync(join(whole, `${question}${ending}`), path)
    }
  for (const name of naming.flatMap((inner) =>
    readdirSync(join(whole, inner)).map((file) => join(inner, file)),
  ))
    writeFileSync(
      join(folder, name),
      stringify(withOnly(parse(readFileSync(join(whole, name), 'utf8')), questions)),
    )
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** What names a measure or check that the pack does not have names one that it has. */
function withOnly(value: unknown, questions: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => withOnly(one, questions))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      if ((name === 'measure' || name === 'check') && typeof one === 'string')
        return [name, idIn(questions, `${name}s`)]
      if (name === 'measures' && Array.isArray(one)) return [name, [idIn(questions, name)]]
      return [name, withOnly(one, questions)]
    }),
  )
}

function idIn(questions: readonly string[], folder: string): string {
  const path = questions.find((question) => question.startsWith(`${folder}/`)) ?? ''
  return path.split('/').slice(1).join('.')
}
