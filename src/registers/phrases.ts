import type { Register } from './definition.ts'
import { registers } from './registers.ts'

/** What a register says in a word or two, and its sentences. */
export type Phrases = Readonly<{ short: ReadonlySet<string>; sentences: ReadonlySet<string> }>

/** Every phrase that a register shows to people. */
export function phrasesOf(register: Register): Phrases {
  const named = [...register.fields, ...register.fields.flatMap(({ rows = [] }) => rows)]
  return {
    short: new Set([
      register.one,
      ...register.states,
      ...register.moves.flatMap(({ says, pointedAtBy }) => [says, ...pointedAtBy.map((one) => one.says)]),
      ...register.fields.map(({ section }) => section),
      ...named.flatMap(({ label, choices = [], unit = [] }) => [label, ...choices, unit].flat()),
    ]),
    sentences: new Set([register.says, ...named.flatMap(({ help = [] }) => help)]),
  }
}

/** Every key that a translation may have: a phrase, or a phrase of one register. */
export function phraseKeys(): ReadonlySet<string> {
  return new Set(
    registers.flatMap(({ register }) => {
      const { short, sentences } = phrasesOf(register)
      return [...short, ...sentences].flatMap((phrase) => [phrase, `${register.id}: ${phrase}`])
    }),
  )
}
