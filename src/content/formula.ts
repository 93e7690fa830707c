import { z } from 'zod'

/** A formula of the pack as a tree: a number, a name, or an operation on two formulas. */
export type Formula =
  | Readonly<{ kind: 'number'; value: number }>
  | Readonly<{ kind: 'name'; name: string }>
  | Readonly<{ kind: 'operation'; sign: Sign; left: Formula; right: Formula }>
type Sign = '+' | '-' | '*' | '/'

/** A formula as it is written in a file of the pack: names, numbers, + - * / and brackets. */
export const FormulaText = z
  .string()
  .min(1)
  .superRefine((text, context) => {
    try {
      parseFormula(text)
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) })
    }
  })

/** Reads a formula; throws an Error that says where it cannot be understood. Multiplication binds more than addition. */
export function parseFormula(text: string): Formula {
  const words = wordsOf(text)
  const { formula, next } = parseSum(words, 0)
  if (next < words.length) throw new Error(`"${words[next]}" is not expected in the formula "${text}".`)
  return formula
}

/** The names in a formula, each once, in their order. */
export function namesIn(formula: Formula): readonly string[] {
  if (formula.kind === 'number') return []
  if (formula.kind === 'name') return [formula.name]
  return [...new Set([...namesIn(formula.left), ...namesIn(formula.right)])]
}

/** Makes a formula into a function of a row of values; place says where the value of a name stands in the row. */
export function compileFormula(
  formula: Formula,
  place: (name: string) => number,
): (row: Float64Array) => number {
  if (formula.kind === 'number') return () => formula.value
  if (formula.kind === 'name') {
    const at = place(formula.name)
    return (row) => row[at] ?? Number.NaN
  }
  const left = compileFormula(formula.left, place)
  const right = compileFormula(formula.right, place)
  return operations[formula.sign](left, right)
}

type Value = (row: Float64Array) => number

const operations: Readonly<Record<Sign, (left: Value, right: Value) => Value>> = {
  '+': (left, right) => (row) => left(row) + right(row),
  '-': (left, right) => (row) => left(row) - right(row),
  '*': (left, right) => (row) => left(row) * right(row),
  '/': (left, right) => (row) => left(row) / right(row),
}

type Parsed = Readonly<{ formula: Formula; next: number }>

function wordsOf(text: string): readonly string[] {
  const words = text.match(/[a-z][a-z0-9_]*|\d+(?:\.\d+)?|[-+*/()]|\S/g) ?? []
  const strange = words.find((word) => !/^(?:[a-z][a-z0-9_]*|\d+(?:\.\d+)?|[-+*/()])$/.test(word))
  if (strange !== undefined) throw new Error(`"${strange}" has no meaning in the formula "${text}".`)
  return words
}

function parseSum(words: readonly string[], at: number): Parsed {
  return parseChain(words, at, ['+', '-'], parseProduct)
}

function parseProduct(words: readonly string[], at: number): Parsed {
  return parseChain(words, at, ['*', '/'], parseOperand)
}

/** Operations of one rank, from left to right. */
function parseChain(
  words: readonly string[],
  at: number,
  signs: readonly Sign[],
  parsePart: (words: readonly string[], at: number) => Parsed,
): Parsed {
  let { formula, next } = parsePart(words, at)
  for (;;) {
    const sign = signs.find((one) => one === words[next])
    if (sign === undefined) return { formula, next }
    const right = parsePart(words, next + 1)
    formula = { kind: 'operation', sign, left: formula, right: right.formula }
    next = right.next
  }
}

function parseOperand(words: readonly string[], at: number): Parsed {
  const word = words[at]
  if (word === undefined) throw new Error(`The formula "${words.join(' ')}" ends too early.`)
  if (word === '(') {
    const inner = parseSum(words, at + 1)
    if (words[inner.next] !== ')') throw new Error(`A bracket is not closed in "${words.join(' ')}".`)
    return { formula: inner.formula, next: inner.next + 1 }
  }
  if (/^\d/.test(word)) return { formula: { kind: 'number', value: Number(word) }, next: at + 1 }
  if (/^[a-z]/.test(word)) return { formula: { kind: 'name', name: word }, next: at + 1 }
  throw new Error(`"${word}" is not expected in the formula "${words.join(' ')}".`)
}
