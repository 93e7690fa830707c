import type { Duty, KeptProof, RegisterProof } from '#content/improvement.ts'
import type { MeasureResult } from '#evidence/collected.ts'
import type { Record } from '#registers/record.ts'
import { type Day, daysAfter, monthsAfter } from './days.ts'
import type { Proof } from './duty.ts'
import type { RecordsOf } from './record-facts.ts'

/** Where proofs of duties are looked for. */
export type ProofMatter = Readonly<{
  of: RecordsOf
  measures: readonly MeasureResult[]
  kept: ReadonlyMap<KeptProof, readonly Proof[]>
}>

/** Everything that proves a duty: records, what is kept, months of measures, and what somebody wrote down. */
export function proofsOf(duty: Duty, matter: ProofMatter): readonly Proof[] {
  return [
    ...duty.proved_by.flatMap((one) => {
      if ('kept' in one) return matter.kept.get(one.kept) ?? []
      return 'measure' in one ? ofMeasure(one.measure, matter.measures) : ofRegister(one, matter.of)
    }),
    ...writtenDown(duty.id, matter.of),
  ]
}

function ofRegister({ register, field, where, states, covers }: RegisterProof, of: RecordsOf) {
  return of(register).flatMap((record): Proof[] => {
    const on = record.data[field]
    const fits =
      Object.entries(where).every(([name, value]) => record.data[name] === value) &&
      (states === undefined || states.includes(record.state)) &&
      (covers === undefined || (Array.isArray(record.data.covers) && record.data.covers.includes(covers)))
    return typeof on === 'string' && fits ? [proofIn(record, on)] : []
  })
}

/** A month in which the measure counted something in the tickets; it is proved at its end. */
function ofMeasure(id: string, measures: readonly MeasureResult[]): readonly Proof[] {
  const points = measures.find((one) => one.id === id)?.points ?? []
  return points
    .filter(({ n, period }) => n > 0 && /^\d{4}-\d{2}/.test(period))
    .map(({ period }) => ({
      on: lastOf(period.slice(0, 7)),
      title: period.slice(0, 7),
      where: { page: 'measure', id },
    }))
}

function lastOf(month: string): Day {
  return daysAfter(monthsAfter(`${month}-01`, 1), -1)
}

function writtenDown(duty: string, of: RecordsOf): readonly Proof[] {
  return of('activities').flatMap((record): Proof[] => {
    const { duty: named, done_on: on } = record.data
    return named === duty && record.state === 'done' && typeof on === 'string' ? [proofIn(record, on)] : []
  })
}

function proofIn({ id, register, number, label }: Record, on: Day): Proof {
  return { on, title: `${number} ${label}`, where: { page: 'record', id: register, record: id } }
}
