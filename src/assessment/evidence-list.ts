import type { Result } from '#evidence/result.ts'
import type { EvidenceLink } from './evidence-link.ts'

/** Something that is shown for a requirement: what people put to it, and the checks that speak about it. */
export type Shown = Readonly<{
  requirement: string
  title: string
  evidence: readonly (EvidenceLink & { readonly sha256: string | undefined })[]
  checks: readonly Result[]
}>

/** The heads of the evidence list. */
export const evidenceHeads = [
  'Requirement',
  'Title',
  'Kind',
  'Evidence',
  'Where',
  'Seen on',
  'Valid until',
  'Put here by',
  'Cases',
  'Cases that meet it',
  'SHA-256',
] as const

type Cell = Readonly<{ text: string; number?: number; day?: string }>

/**
 * The list of evidence as an auditor takes it along: a line for every piece, with the hash by which it is known again; of a
 * file its own, of a check that of the data it read. No rating and no verdict is among it.
 */
export function evidenceList(shown: readonly Shown[]): readonly (readonly Cell[])[] {
  return shown.flatMap(({ requirement, title, evidence, checks }) => {
    const about: readonly Cell[] = [{ text: requirement }, { text: title }]
    const given = evidence.map((one) => [
      ...about,
      { text: one.kind },
      { text: one.title },
      { text: one.kind === 'link' ? one.target : '' },
      dayCell(one.seenOn),
      dayCell(one.expiresOn),
      { text: one.addedBy },
      { text: '' },
      { text: '' },
      { text: one.sha256 ?? '' },
    ])
    const asked = checks.map((result) => [
      ...about,
      { text: 'check' },
      { text: result.title },
      { text: result.check },
      dayCell(result.period.to),
      { text: '' },
      { text: '' },
      { text: String(result.population), number: result.population },
      { text: String(result.met), number: result.met },
      { text: result.dataHash },
    ])
    return [...given, ...asked]
  })
}

function dayCell(day: string | undefined): Cell {
  return day === undefined ? { text: '' } : { text: day, day }
}
