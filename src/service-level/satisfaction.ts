import { withhold } from '#adoption/withhold.ts'
import type { Interval } from '#evidence/result.ts'
import { wilson } from '#evidence/verdict.ts'
import type { SurveyMonth } from './experience.ts'

/** So many answers a group needs before anything is said of it: with fewer one would know who said what. */
export const smallestGroup = 5

/** A share with its 95 % interval. */
export type CountedShare = Readonly<{ part: number; whole: number; share: number; interval: Interval }>

/** What the surveys of a group said. Without satisfaction it says why: nobody answered, too few did, or another group is protected. */
export type Satisfaction = Readonly<{
  name: string
  sent: number
  answered: number
  response: CountedShare | undefined
  satisfied: CountedShare | undefined
  withheld: 'no answers' | 'too few' | 'protects another' | undefined
}>

/** A share of counts; undefined where nothing was counted. */
export function shareOf(part: number, whole: number): CountedShare | undefined {
  return whole === 0 ? undefined : { part, whole, share: part / whole, interval: wilson(part, whole) }
}

/** Satisfaction in all and by group; groups that are too small are withheld so that nobody can compute them from the whole. */
export function satisfactionBy(
  surveys: readonly SurveyMonth[],
  groupOf: (survey: SurveyMonth) => string,
): Readonly<{ whole: Satisfaction; groups: readonly Satisfaction[] }> {
  const counted = [...Map.groupBy(surveys, groupOf)]
    .map(([name, own]) => ({ name, ...totalOf(own) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const { tables, withheld } = withhold(
    counted
      .filter(({ answered }) => answered > 0)
      .map(({ name, answered }) => ({ name, counts: [answered] })),
    smallestGroup,
  )
  const all = totalOf(surveys)
  return {
    whole: said('', all, tables[0] ? undefined : 'too few'),
    groups: counted.map(({ name, ...total }) => said(name, total, withheld.get(name))),
  }
}

type Total = Readonly<{ sent: number; answered: number; satisfied: number }>

function totalOf(surveys: readonly SurveyMonth[]): Total {
  return surveys.reduce(
    (sum, one) => ({
      sent: sum.sent + one.sent,
      answered: sum.answered + one.answered,
      satisfied: sum.satisfied + one.satisfied,
    }),
    { sent: 0, answered: 0, satisfied: 0 },
  )
}

function said(
  name: string,
  { sent, answered, satisfied }: Total,
  why: Satisfaction['withheld'],
): Satisfaction {
  const withheld = answered === 0 ? 'no answers' : why
  return {
    name,
    sent,
    answered,
    response: shareOf(answered, sent),
    satisfied: withheld === undefined ? shareOf(satisfied, answered) : undefined,
    withheld,
  }
}
