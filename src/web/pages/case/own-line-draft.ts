import type { Input } from '../../data/call.ts'
import type { BusinessCase, Line } from './business-case.ts'

/** An own line as the server takes it. */
export type OwnLineBody = NonNullable<Input<'POST /api/organizations/:organization/case/own-lines'>['body']>

type Amount = number | string
type Points = Readonly<{ low: Amount; base: Amount; high: Amount }>

/** An own line while it is written: numbers may still be empty, and nothing is left out. */
export type OwnDraft = Readonly<{
  title: string
  side: 'cost' | 'benefit'
  class: 'hard' | 'freed time' | 'soft'
  kind: 'own people' | 'direct'
  reach: 'inside IT' | 'users' | 'company'
  needsCertificate: boolean
  once: Points
  yearly: Points
  unit: string
  price: Points
  realisation: Amount
  attribution: Amount
  onceIn: Amount
  fromYear: Amount
  toYear: Amount
  claims: readonly string[]
  guard: string
  proof: string
  source: string
  quality: 'measured' | 'A' | 'B' | 'C' | 'J'
  owner: string
  note: string
  settled: string
  isIn: boolean
}>

/** What the parts of the form work on. */
export type OwnPart = Readonly<{
  draft: OwnDraft
  set: (change: Partial<OwnDraft>) => void
  businessCase: BusinessCase
}>

const nothing: Points = { low: '', base: '', high: '' }

const empty: OwnDraft = {
  title: '',
  side: 'cost',
  class: 'hard',
  kind: 'direct',
  reach: 'inside IT',
  needsCertificate: false,
  once: nothing,
  yearly: nothing,
  unit: '',
  price: nothing,
  realisation: '',
  attribution: '',
  onceIn: '',
  fromYear: '',
  toYear: '',
  claims: [],
  guard: '',
  proof: '',
  source: '',
  quality: 'J',
  owner: '',
  note: '',
  settled: '',
  isIn: true,
}

/** The draft of a line that is there, or of a new one. */
export function draftOf(line: Line | undefined): OwnDraft {
  if (!line?.own) return empty
  const { owner, settled, isIn } = line
  return { ...empty, ...definedOf(line.own), owner, settled, isIn }
}

/** What is sent: only what belongs to the side, and no number that was not written. */
export function bodyOf(draft: OwnDraft): OwnLineBody {
  const { title, side, class: kindOfBenefit, kind, reach, isIn, owner, settled, quality, source } = draft
  const { needsCertificate, unit, guard, note, proof, claims } = draft
  const isBenefit = side === 'benefit'
  const once = isBenefit ? undefined : pointsOf(draft.once)
  const yearly = pointsOf(draft.yearly)
  const price = pointsOf(draft.price)
  return {
    title,
    side,
    class: !isBenefit && kindOfBenefit === 'freed time' ? 'hard' : kindOfBenefit,
    ...(isBenefit ? { reach } : { kind }),
    ...(once ? { once } : {}),
    ...(yearly ? { yearly } : {}),
    ...(price && unit.trim() !== '' ? { price } : {}),
    ...written({ unit, guard, note }),
    ...(isBenefit ? written({ proof }) : {}),
    ...numbersOf(draft, isBenefit ? ['realisation', 'attribution'] : ['onceIn']),
    ...numbersOf(draft, ['fromYear', 'toYear']),
    ...(isBenefit && claims.length > 0 ? { claims: [...claims] } : {}),
    ...(needsCertificate ? { needsCertificate } : {}),
    source,
    quality,
    owner,
    settled,
    isIn,
  }
}

/** Nothing where none was written; the form asks for the others once one is there. */
function pointsOf({ low, base, high }: Points): { low: number; base: number; high: number } | undefined {
  if (isEmpty({ low, base, high })) return undefined
  return { low: Number(low), base: Number(base), high: Number(high) }
}

/** Whether none of the three was written. */
export function isEmpty({ low, base, high }: Points): boolean {
  return low === '' && base === '' && high === ''
}

type Numbers = 'realisation' | 'attribution' | 'onceIn' | 'fromYear' | 'toYear'

function numbersOf<K extends Numbers>(draft: OwnDraft, names: readonly K[]): { [N in K]?: number } {
  const given = names.flatMap((name) => (draft[name] === '' ? [] : [[name, Number(draft[name])] as const]))
  return Object.fromEntries(given) as { [N in K]?: number } // the names are those that were asked for
}

function written<T extends Record<string, string>>(texts: T): { [K in keyof T]?: string } {
  const given = Object.entries(texts).filter(([, text]) => text.trim() !== '')
  return Object.fromEntries(given) as { [K in keyof T]?: string } // the names are those that were asked for
}

function definedOf<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const all = Object.entries(given).filter(([, value]) => value !== undefined)
  return Object.fromEntries(all) as { [K in keyof T]: Exclude<T[K], undefined> } // what is undefined was just taken out
}
