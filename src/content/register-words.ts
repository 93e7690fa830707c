import { join } from 'node:path'
import { z } from 'zod'
import { type Language, languageCodes } from '#base/language.ts'
import type { Problem } from '#base/problem.ts'
import { flawedPack } from './flawed-pack.ts'
import { readYaml } from './read.ts'

const Words = z.record(z.string(), z.string().trim().min(1))

/**
 * What the registers say in one language, by the English phrase. Where registers mean different things by one phrase,
 * `register: phrase` is the key of the one that differs.
 */
export type RegisterWords = Readonly<Record<string, string>>

type ByLanguage = Readonly<Record<Language, RegisterWords>>

/** The languages that need translations: the definitions themselves are English. */
const translated = languageCodes.filter((language) => language !== 'en')

/** Reads content/registers; `used` are the keys that some register says. */
export function readRegisterWords(
  content: string,
  used?: ReadonlySet<string>,
): { value: ByLanguage; problems: readonly Problem[] } {
  const read = translated.map((language) => {
    const path = join(content, 'registers', `${language}.yaml`)
    const { value = {}, problems } = readYaml(path, Words)
    return { language, words: value, problems: [...problems, ...(used ? strangers(path, value, used) : [])] }
  })
  const words = Object.fromEntries(read.map((one) => [one.language, one.words]))
  return {
    value: { en: {}, ...words } as ByLanguage, // every other language was read just now
    problems: read.flatMap(({ problems }) => problems),
  }
}

const opened = new Map<string, ByLanguage>()

/** Opens the words of the registers once for the life of a program; refuses a pack with problems. */
export function openRegisterWords(content: string): ByLanguage {
  const open = opened.get(content)
  if (open) return open
  const { value, problems } = readRegisterWords(content)
  if (problems.length > 0) throw flawedPack(problems)
  opened.set(content, value)
  return value
}

function strangers(path: string, words: RegisterWords, used: ReadonlySet<string>): readonly Problem[] {
  return Object.keys(words)
    .filter((key) => !used.has(key))
    .map((key) => ({
      code: 'content.not-valid',
      level: 'error',
      message: `No register says “${key}”. Remove the line, or write the phrase as its definition has it.`,
      where: { file: path },
    }))
}
