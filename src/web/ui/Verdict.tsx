import { useTranslation } from 'react-i18next'
import type { ToneName } from '#base/look.ts'
import { Shape } from './Shape.tsx'
import styles from './Verdict.module.css'

const toneOfRating = {
  conforming: 'conforming',
  ofi: 'opportunity',
  partially: 'partially',
  minor_nc: 'minor',
  major_nc: 'major',
  not_applicable: 'not_applicable',
  not_assessed: 'not_assessed',
} as const satisfies Record<string, ToneName>

const toneOfVerdict = { pass: 'conforming', fail: 'major', inconclusive: 'partially' } as const

const toneOfAnswer = {
  met: 'conforming',
  'not met': 'major',
  'not applicable': 'not_applicable',
  unknown: 'not_assessed',
} as const

const toneOfReadiness = {
  blocked: 'major',
  'not ready': 'minor',
  preparing: 'partially',
  'nearly ready': 'opportunity',
  'ready with conditions': 'opportunity',
  ready: 'conforming',
} as const satisfies Record<string, ToneName>

export type RatingWord = keyof typeof toneOfRating
export type VerdictWord = keyof typeof toneOfVerdict
export type AnswerWord = keyof typeof toneOfAnswer
export type ReadinessWord = keyof typeof toneOfReadiness

/** The tone of a rating, for what is drawn. */
export function ratingTone(rating: RatingWord): ToneName {
  return toneOfRating[rating]
}

/** Shape, word and colour, in one line. */
export function Verdict({ tone, children }: Readonly<{ tone: ToneName; children: string }>) {
  return (
    <span className={styles.verdict} style={{ color: `var(--tone-${tone})` }}>
      <Shape tone={tone} />
      <span>{children}</span>
    </span>
  )
}

/** The rating of a requirement. */
export function RatingBadge({ rating }: Readonly<{ rating: RatingWord }>) {
  const { t } = useTranslation()
  return <Verdict tone={toneOfRating[rating]}>{t(`scales.rating.${rating}`)}</Verdict>
}

/** What a check said. */
export function VerdictBadge({ verdict }: Readonly<{ verdict: VerdictWord }>) {
  const { t } = useTranslation()
  return <Verdict tone={toneOfVerdict[verdict]}>{t(`scales.verdict.${verdict}`)}</Verdict>
}

/** The answer of a check about one subject. */
export function AnswerBadge({ answer }: Readonly<{ answer: AnswerWord }>) {
  const { t } = useTranslation()
  return <Verdict tone={toneOfAnswer[answer]}>{t(`scales.answer.${answer}`)}</Verdict>
}

/** The word beside the readiness index. */
export function ReadinessBadge({ label }: Readonly<{ label: ReadinessWord }>) {
  const { t } = useTranslation()
  return <Verdict tone={toneOfReadiness[label]}>{t(`scales.readiness.${label}`)}</Verdict>
}
