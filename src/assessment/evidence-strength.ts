import { isDocumentNamed, type Requirement } from '#content/requirement.ts'
import type { DataEvidence } from './data-evidence.ts'
import { daysBetween } from './span.ts'
import { isInForce, type Statement } from './statement.ts'

/** None, a statement, a document, records by judgement, records by random sample or all of them (E0 to E4). */
export type Level = 0 | 1 | 2 | 3 | 4

/** The ways of knowing; a requirement of high criticality needs two of them. */
export type Kind = 'statement' | 'document' | 'records'

/** How strong the evidence for a requirement is, and what it would need for conforming. */
export type Strength = {
  readonly level: Level
  readonly needed: Level
  readonly kinds: readonly Kind[]
  readonly kindsNeeded: 1 | 2
  readonly isEnough: boolean
}

/** What a person said and what the tickets show about one requirement. */
export type EvidenceSeen = { readonly statement: Statement | undefined; readonly data: DataEvidence }

/** A document in force or records of work that somebody put to a requirement and looked at on a day. */
export type Attached = { readonly kind: 'document' | 'records'; readonly on: string }

/** What the strength of a requirement's evidence is measured from; cadenceDays is how often it should be renewed. */
export type Evidence = EvidenceSeen & {
  readonly on: string
  readonly cadenceDays: number
  readonly attached?: readonly Attached[]
}

type Piece = { readonly kind: Kind; readonly level: Level; readonly on: string }

/** Days of each cadence that the document list uses; what happens on an event is looked at once a year. */
const cadences: Readonly<Record<string, number>> = {
  monthly: 30,
  quarterly: 91,
  'half-yearly': 183,
  yearly: 365,
}

/** Evidence that says nothing else is renewed once a year. */
export const yearly = 365

/** Days of a cadence in words, such as "half-yearly" or "yearly and on change". */
export function daysOfCadence(words: string): number {
  const name = words.trim().toLowerCase().split(' ', 1)[0] ?? ''
  return cadences[name] ?? yearly
}

/** Strength of the evidence for one requirement (assessment model 2.3). */
export function strengthOf(requirement: Requirement, evidence: Evidence): Strength {
  const pieces = piecesOf(requirement, evidence)
  const aged = pieces.map((piece) => ({ ...piece, level: age(piece.level, piece.on, evidence) }))
  const lasting = aged.filter((piece) => piece.level > 0)
  const level = lasting.reduce<Level>((best, piece) => (piece.level > best ? piece.level : best), 0)
  const kinds = [...new Set(lasting.map((piece) => piece.kind))]
  const needed = neededLevel(requirement, evidence)
  const kindsNeeded = requirement.criticality === 'high' ? 2 : 1
  return { level, needed, kinds, kindsNeeded, isEnough: level >= needed && kinds.length >= kindsNeeded }
}

/** E2 for a requirement about a document, or about an event that has not happened yet; E3 for one about doing. */
function neededLevel(requirement: Requirement, evidence: Evidence): Level {
  return isAboutDocument(requirement) || isNotYetExercised(requirement, evidence) ? 2 : 3
}

/** True when only the rule can be rated: the event it is for has not happened and was not rehearsed. */
export function isNotYetExercised(requirement: Requirement, { statement, data }: EvidenceSeen): boolean {
  return requirement.applicability.mode === 'on_event' && statement?.exercised === false && data.cases === 0
}

/** True when the thing asked for is a document itself, not records of work done. */
export function isAboutDocument(requirement: Requirement): boolean {
  return isDocumentNamed(requirement) && requirement.documented_information.kind === 'document'
}

/** Share of items whose evidence is enough, 0 to 1; undefined when there is no item. */
export function coverage(strengths: readonly Strength[]): number | undefined {
  if (strengths.length === 0) return undefined
  return strengths.filter((strength) => strength.isEnough).length / strengths.length
}

/** One level less once the evidence is older than 1.5 times its cadence. */
function age(level: Level, seenOn: string, { on, cadenceDays }: Evidence): Level {
  if (level === 0 || daysBetween(seenOn, on) <= 1.5 * cadenceDays) return level
  return lower[level]
}

const lower = { 1: 0, 2: 1, 3: 2, 4: 3 } as const

function piecesOf(requirement: Requirement, { statement, data, attached }: Evidence): readonly Piece[] {
  return [
    ...(statement ? statedPieces(requirement, statement) : []),
    ...dataPieces(data, statement),
    ...(attached ?? []).map(({ kind, on }): Piece => ({ kind, level: kind === 'document' ? 2 : 3, on })),
  ]
}

function statedPieces(requirement: Requirement, statement: Statement): readonly Piece[] {
  const { on, records, document } = statement
  const pieces: Piece[] = [{ kind: 'statement', level: 1, on }]
  if (isInForce(document)) pieces.push({ kind: 'document', level: 2, on })
  const isRecord = requirement.documented_information.kind === 'record'
  const recordSeen = isRecord && document?.exists === true && document.reference !== undefined
  if (records !== undefined || recordSeen) pieces.push({ kind: 'records', level: 3, on })
  return pieces
}

/** Decided conformity results are records; figures of performance only confirm that a stated practice leaves records. */
function dataPieces(data: DataEvidence, statement: Statement | undefined): readonly Piece[] {
  const decided = [...data.passing, ...data.failing].map(
    (result): Piece => ({
      kind: 'records',
      level: result.basis === 'population' ? 4 : 3,
      on: result.period.to,
    }),
  )
  if (!statement) return decided
  const measured = data.aside.filter((result) => result.verdict !== 'inconclusive')
  return [
    ...decided,
    ...measured.map((result): Piece => ({ kind: 'records', level: 3, on: result.period.to })),
  ]
}
