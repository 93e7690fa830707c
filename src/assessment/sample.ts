import { createHash } from 'node:crypto'
import { discoverySize, drawSample } from './sampling.ts'

/** One record that a sample may be drawn from; mustSee says why it is looked at in any case. */
export type Member = Readonly<{ id: string; stratum: string; mustSee: readonly string[] }>

/** How many to draw: a number, or as many as notice an error rate with a confidence when none of them has an error. */
export type SampleSize = Readonly<
  { size: number } | { errorRate: number; confidence: number; finite: boolean }
>

/** One part of the population, and how much of it was drawn. */
export type Stratum = Readonly<{ name: string; population: number; drawn: number }>

/** A drawn record and the part of the population it stands for. */
export type Drawn = Readonly<{ id: string; stratum: string }>

/** What a draw gave. The random part leaves out what is seen in any case. */
export type Draw = Readonly<{
  populationSize: number
  populationHash: string
  mustSee: readonly Readonly<{ id: string; because: readonly string[] }>[]
  size: number
  sizeText: string
  strata: readonly Stratum[]
  drawn: readonly Drawn[]
}>

/** Draws from a population with a seed: the same seed and the same ids give the same records, in whatever order they come. */
export function draw(members: readonly Member[], size: SampleSize, seed: number): Draw {
  const byId = new Map(members.map((member) => [member.id, member]))
  const all = [...byId.values()]
  const mustSee = all.filter((member) => member.mustSee.length > 0)
  const rest = all.filter((member) => member.mustSee.length === 0)
  const wanted = Math.min(rest.length, sizeOf(size, rest.length))
  const parts = allot(rest, wanted)
  return {
    populationSize: byId.size,
    populationHash: hashOfIds(byId.keys()),
    mustSee: mustSee.map(({ id, mustSee: because }) => ({ id, because })).toSorted(inOrder),
    size: wanted,
    sizeText: describeSize(size, rest.length, wanted),
    strata: parts.map(({ name, ids, drawn }) => ({ name, population: ids.length, drawn })),
    drawn: parts.flatMap(({ name, ids, drawn }) =>
      drawSample(ids, drawn, seed).map((id) => ({ id, stratum: name })),
    ),
  }
}

/** The hash by which a population is known again: SHA-256 over its sorted ids, one a line. */
export function hashOfIds(ids: Iterable<string>): string {
  return createHash('sha256')
    .update([...new Set(ids)].sort().join('\n'))
    .digest('hex')
}

function sizeOf(size: SampleSize, population: number): number {
  if ('size' in size) return size.size
  if (population === 0) return 0
  return discoverySize(size.errorRate, size.confidence, size.finite ? population : undefined)
}

function describeSize(size: SampleSize, population: number, drawn: number): string {
  const all = drawn === population ? `, which is all of ${population}` : ` of ${population}`
  if ('size' in size) return `${drawn}${all}, as asked for.`
  const { errorRate, confidence, finite } = size
  const kind = finite ? 'hypergeometric, for this population' : 'for a large population'
  return `${drawn}${all}: discovery sampling (${kind}); ${percent(confidence)} confidence to notice an error rate of ${percent(errorRate)} when none of them has an error.`
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(2))} %`
}

type Part = { readonly name: string; readonly ids: readonly string[]; readonly drawn: number }

/** Shares a number out in proportion to the parts; what is left over goes to the largest remainders. */
function allot(members: readonly Member[], size: number): readonly Part[] {
  const parts = [...Map.groupBy(members, ({ stratum }) => stratum)]
    .map(([name, inIt]) => ({
      name,
      ids: inIt.map(({ id }) => id),
      exact: (size * inIt.length) / members.length,
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const given = parts.reduce((sum, { exact }) => sum + Math.floor(exact), 0)
  const byRemainder = parts.toSorted(
    (a, b) => b.exact - Math.floor(b.exact) - (a.exact - Math.floor(a.exact)) || (a.name < b.name ? -1 : 1),
  )
  const lucky = new Set(byRemainder.slice(0, size - given).map(({ name }) => name))
  return parts.map(({ name, ids, exact }) => ({
    name,
    ids,
    drawn: Math.floor(exact) + (lucky.has(name) ? 1 : 0),
  }))
}

function inOrder(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}
