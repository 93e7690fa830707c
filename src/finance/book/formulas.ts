import type { Formula } from '#content/formula.ts'

/** A formula of the pack as Excel computes it; place gives the cell of a name. Brackets stand around every operation. */
export function excelFormula(formula: Formula, place: (name: string) => string): string {
  if (formula.kind === 'number') return String(formula.value)
  if (formula.kind === 'name') return place(formula.name)
  return `(${excelFormula(formula.left, place)}${formula.sign}${excelFormula(formula.right, place)})`
}

/** The letters of a column, counted from 1. */
export function column(number: number): string {
  const rest = Math.floor((number - 1) / 26)
  const letter = String.fromCharCode(65 + ((number - 1) % 26))
  return rest > 0 ? column(rest) + letter : letter
}
