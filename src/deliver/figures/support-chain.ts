import { keyOfWords } from '#content/sentences.ts'
import type { ChainLink, Support } from '#registers/agreement-chain.ts'
import { isMoreBetter, type Target } from '#registers/target.ts'
import type { ReportFigures } from '#service-level/report-figures.ts'
import type { Supporter } from '#service-level/support.ts'
import type { Speech } from '../speech.ts'
import { markOfLevel } from './service-levels.ts'
import type { Mark } from './tone.ts'

const toneOfSupport: Readonly<Record<ChainLink['verdict'], Mark['tone']>> = {
  supported: 'conforming',
  weaker: 'major',
  'not covered': 'minor',
  'not comparable': 'partially',
  alone: 'not_assessed',
}

/** One agreement below: who promises what in it, and whether that was kept. mark is absent in what was frozen before it was judged. */
export type SupporterLine = Readonly<{
  agreement: string
  party: string
  held: string
  own: string
  mark: Mark | undefined
}>

/** What holds up one service, as tables place it. */
export type ChainFigure = Readonly<{
  service: string
  links: readonly Readonly<{ says: string; mark: Mark; why: string }>[]
  supporters: readonly SupporterLine[]
}>

/** The chains of all services of a report. */
export function chainsOf({ chains }: ReportFigures, speech: Speech): readonly ChainFigure[] {
  const { say } = speech
  return chains.map(({ service, chain }) => ({
    service,
    links: chain.links.map((link) => ({
      says: say('chain.of-sla', { sla: link.sla.number, promise: promiseOf(link.target, speech) }),
      mark: { tone: toneOfSupport[link.verdict], word: say(`word-chain-${keyOfWords(link.verdict)}`) },
      why: [
        ...reasonsFor(link).map((one) => reasonOf(one, link.target, speech)),
        ...(link.accepted && link.verdict === 'weaker'
          ? [say('chain.accepted', { why: link.accepted })]
          : []),
      ].join(' '),
    })),
    supporters: chain.supporters.map((one) => supporterOf(one, speech)),
  }))
}

/** Whether a report has reasons that can only be given in the English in which they were frozen. */
export function hasFrozenEnglish({ chains }: ReportFigures): boolean {
  return chains.some(({ chain }) =>
    chain.links.some((link) => reasonsFor(link).some(({ because }) => because === undefined)),
  )
}

/** The agreements that give a promise its verdict; one that is held up needs no reason. */
function reasonsFor({ verdict, supports }: ChainLink): readonly Support[] {
  return supports.filter((one) => one.verdict === verdict && verdict !== 'supported')
}

function reasonOf(
  { agreement: { number }, because, below, joint, says }: Support,
  above: Target,
  speech: Speech,
) {
  const { say, thresholdOf, known } = speech
  const [agreement, what] = [number, whatOf(above, speech)]
  if (because === undefined) return say('because.frozen', { agreement, says })
  if (because === 'not promised') return say('because.not-promised', { agreement, what })
  if (joint)
    return say('because.in-a-row', {
      agreement,
      count: joint.count,
      joint: thresholdOf(joint.share),
      promised: amountOf(above, speech),
    })
  const key = `because.${keyOfWords(because)}`
  if (!below || known(key) === undefined) return says
  return say(key, { agreement, above: promiseOf(above, speech), below: promiseOf(below, speech) })
}

/** A promise in words, such as: time to resolve P1: at most 4 hours, around the clock. */
function promiseOf(target: Target, speech: Speech): string {
  const { say } = speech
  const said = {
    what: whatOf(target, speech),
    bound: say(isMoreBetter(target.measure) ? 'word-at-least' : 'word-at-most'),
    amount: amountOf(target, speech),
  }
  return target.hours === undefined
    ? say('chain.promise', said)
    : say('chain.promise-hours', { ...said, hours: wordOf(target.hours, speech) })
}

function whatOf({ measure, applies_to: of }: Target, speech: Speech): string {
  return [wordOf(measure, speech), ...(of ? [of] : [])].join(' ')
}

function amountOf({ value, unit }: Target, speech: Speech): string {
  return unit === '%' ? speech.thresholdOf(value / 100) : `${speech.number(value)} ${wordOf(unit, speech)}`
}

/** A word of a register as the documents say it; what they do not know stands as it was written. */
function wordOf(word: string, { known }: Speech): string {
  return known(`word-${keyOfWords(word)}`) ?? word
}

function supporterOf(
  { agreement, kind, party, held, agreed, verdict }: Supporter,
  speech: Speech,
): SupporterLine {
  const { say, shareOf, thresholdOf } = speech
  return {
    agreement: say('chain.kind', { number: agreement.number, kind: wordOf(kind, speech) }),
    party: party ?? say('chain.no-party'),
    held: held
      ? say(`chain.held-${held.as}`, { share: shareOf(held.kept, held.decided) })
      : say('chain.not-held'),
    own: agreed === undefined ? say('chain.none-promised') : thresholdOf(agreed),
    mark: verdict && markOfLevel(verdict, speech),
  }
}
