import { gatesOfProgramme } from './gates-of-programme.ts'
import type { Programme } from './programme.ts'
import { isMet, type Rating } from './rating.ts'
import { type RatedItem, systemicClauses } from './readiness.ts'

/** Green: the facts are good. Red: they are not. Grey: there are no facts, which is never green. */
export type Colour = 'green' | 'red' | 'grey'

/** The two stages of a certification audit; stage 2 asks for more. */
export type Stage = 'stage 1' | 'stage 2'

/** One gate on the way to the audit; any red one means: do not book stage 2. */
export type Gate = {
  readonly id: string
  readonly title: string
  readonly colour: Colour
  readonly because: string
}

/** What the gates are judged on. Ratings, never proposals; evidenceShare is undefined while there is no evidence. */
export type GateFacts = {
  readonly items: readonly RatedItem[]
  readonly evidenceShare: number | undefined
  readonly programme: Programme
  readonly dataSince: string | undefined
  readonly requiredDocuments: number
  readonly on: string
  readonly stage: Stage
}

/** The twelve gates in their order (assessment model 4.1). */
export function judgeGates(facts: GateFacts): readonly Gate[] {
  const applicable = facts.items.filter((item) => item.rating !== 'not_applicable')
  return [
    ...gatesOfProgramme(facts, ['G1']),
    noMajor(applicable),
    noSystemicClause(applicable),
    highItems(applicable, facts.stage),
    share(applicable, facts.stage),
    evidence(facts.evidenceShare),
    ...gatesOfProgramme(facts, ['G7', 'G8', 'G9', 'G10', 'G11', 'G12']),
  ]
}

function noMajor(items: readonly RatedItem[]): Gate {
  const gate = { id: 'G2', title: 'No open major nonconformity' }
  const majors = items.filter((item) => item.rating === 'major_nc').map((item) => item.id)
  if (majors.length > 0) return { ...gate, colour: 'red', because: `Open: ${majors.join(', ')}.` }
  return { ...gate, ...cleanOrUnknown(items, 'No major nonconformity is open.') }
}

function noSystemicClause(items: readonly RatedItem[]): Gate {
  const gate = { id: 'G3', title: 'No clause with three or more minor or partial ratings' }
  const clauses = systemicClauses(items)
  if (clauses.length > 0) return { ...gate, colour: 'red', because: `Clauses: ${clauses.join(', ')}.` }
  return { ...gate, ...cleanOrUnknown(items, 'No clause has three or more.') }
}

/** Nothing bad among the rated items proves something only when all of them are rated. */
function cleanOrUnknown(items: readonly RatedItem[], clean: string): Pick<Gate, 'colour' | 'because'> {
  const unrated = count(items, 'not_assessed')
  if (items.length === 0 || unrated === items.length)
    return { colour: 'grey', because: 'Nobody has rated yet.' }
  if (unrated > 0) {
    return {
      colour: 'grey',
      because: `None among the ${items.length - unrated} rated; ${unrated} are not rated.`,
    }
  }
  return { colour: 'green', because: clean }
}

function highItems(items: readonly RatedItem[], stage: Stage): Gate {
  const gate = { id: 'G4', title: 'Requirements of high criticality are met' }
  const high = items.filter((item) => item.criticality === 'high')
  if (high.length === 0)
    return { ...gate, colour: 'grey', because: 'There is no requirement of high criticality.' }
  const unrated = count(high, 'not_assessed')
  if (unrated > 0) return { ...gate, colour: 'red', because: `${unrated} of ${high.length} are not rated.` }
  const short = high.filter((item) => !isGoodEnough(item.rating, stage)).map((item) => item.id)
  if (short.length > 0)
    return { ...gate, colour: 'red', because: `Not enough for ${stage}: ${short.join(', ')}.` }
  return { ...gate, colour: 'green', because: `All ${high.length} are good enough for ${stage}.` }
}

function isGoodEnough(rating: Rating, stage: Stage): boolean {
  return isMet(rating) || (stage === 'stage 1' && rating === 'partially')
}

function share(items: readonly RatedItem[], stage: Stage): Gate {
  const needed = stage === 'stage 1' ? 95 : 100
  const gate = { id: 'G5', title: 'Requirements are rated' }
  if (items.length === 0) return { ...gate, colour: 'grey', because: 'There is no applicable requirement.' }
  const rated = items.length - count(items, 'not_assessed')
  const because = `${rated} of ${items.length} are rated; ${stage} needs ${needed} %.`
  return { ...gate, colour: 100 * rated >= needed * items.length ? 'green' : 'red', because }
}

function evidence(evidenceShare: number | undefined): Gate {
  const gate = { id: 'G6', title: 'Evidence is strong and current' }
  if (evidenceShare === undefined)
    return { ...gate, colour: 'grey', because: 'There is no statement and no result yet.' }
  const because = `${Math.floor(100 * evidenceShare + 1e-9)} % of the applicable requirements have enough; 90 % are needed.`
  return { ...gate, colour: evidenceShare >= 0.9 ? 'green' : 'red', because }
}

function count(items: readonly RatedItem[], rating: Rating): number {
  return items.filter((item) => item.rating === rating).length
}
