import type { Data, Fault } from './definition.ts'

/** One piece of documented information, as documents.yaml has it. */
export type Piece = Readonly<{
  id: string
  group: string
  name: string
  kind: string
  required_by: readonly string[]
  content: string
  owner: string
  cadence: string
  from_tickets: string
}>

/** A document as the register holds it. */
export type DocumentRecord = Readonly<{
  id: string
  number: string
  label: string
  state: string
  data: Data
}>

/** A register that is itself a piece of documented information, with how many records are in it. */
export type KeptIn = Readonly<{ register: string; title: string; records: number }>

/**
 * covered: a document in force, its review not overdue. overdue: in force, its review date has passed. in preparation: a
 * draft, or approved and not yet published. in a register: one of our registers is it. missing: none of these.
 */
export type CoverageStatus = 'covered' | 'overdue' | 'in preparation' | 'in a register' | 'missing'

/** How one piece of documented information is covered. */
export type Coverage = Readonly<{
  piece: Piece
  required: boolean
  status: CoverageStatus
  documents: readonly (DocumentRecord & Readonly<{ reviewOn: string | undefined; isOverdue: boolean }>)[]
  keptIn: KeptIn | undefined
}>

/** Which pieces of documented information are covered on a day, which are overdue for review, which are missing. */
export function coverDocuments(
  pieces: readonly Piece[],
  documents: readonly DocumentRecord[],
  keptIn: ReadonlyMap<string, KeptIn>,
  today: string,
): readonly Coverage[] {
  const live = documents.filter(({ state }) => state !== 'superseded' && state !== 'withdrawn')
  return pieces.map((piece) => {
    const covering = live
      .filter(({ data }) => Array.isArray(data.covers) && data.covers.includes(piece.id))
      .map((document) => {
        const reviewOn = typeof document.data.review_on === 'string' ? document.data.review_on : undefined
        return { ...document, reviewOn, isOverdue: reviewOn !== undefined && reviewOn < today }
      })
    const kept = keptIn.get(piece.id)
    const inRegister = kept && kept.records > 0 ? kept : undefined
    const inForce = covering.filter(({ state }) => state === 'in force')
    return {
      piece,
      required: piece.required_by.length > 0,
      status: statusOf(covering.length, inForce, inRegister !== undefined),
      documents: covering,
      keptIn: inRegister,
    }
  })
}

function statusOf(
  covering: number,
  inForce: readonly { isOverdue: boolean }[],
  isInRegister: boolean,
): CoverageStatus {
  if (inForce.some(({ isOverdue }) => !isOverdue)) return 'covered'
  if (inForce.length > 0) return 'overdue'
  if (isInRegister) return 'in a register'
  return covering > 0 ? 'in preparation' : 'missing'
}

/** Whoever wrote a document does not approve it (7.5.2). */
export function examineDocument(data: Data, state: string): readonly Fault[] {
  if (state !== 'approved' && state !== 'in force') return []
  if (!data.author || data.author !== data.approved_by) return []
  return [
    {
      field: 'approved_by',
      message: `${String(data.author)} wrote this document and cannot approve it: name somebody else.`,
    },
  ]
}
