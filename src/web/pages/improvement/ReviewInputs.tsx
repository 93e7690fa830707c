import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Figure } from '../../ui/Figure.tsx'
import { useFormat } from '../../ui/format.ts'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Improvement.module.css'
import { type Review, type ReviewFigure, useFigure, useWhere } from './where.ts'

type InputsProps = Readonly<{
  review: Review
  minutes: Readonly<Record<string, string>>
  /** Absent once it is signed. */
  say: ((input: string, text: string) => void) | undefined
}>

/** Every input of the review, its figures beside those of the review before, and what is said about it. */
export function ReviewInputs({ review, minutes, say }: InputsProps) {
  const { t } = useTranslation()
  return review.inputs.map(({ id, title, asks, requirements, figures, hasFacts }) => (
    <section key={id} className={styles.input} aria-label={title}>
      <div>
        <h3 lang="en">{title}</h3>
        <p className="second" lang="en">
          {asks} ({requirements.join(', ')})
        </p>
      </div>
      {hasFacts ? (
        <Figures figures={figures} />
      ) : (
        <Verdict tone="not_assessed">{t('improvement.noFacts')}</Verdict>
      )}
      {say ? (
        <Textarea
          label={t('improvement.said')}
          autosize
          minRows={1}
          maxLength={4000}
          value={minutes[id] ?? ''}
          onChange={(event) => say(id, event.currentTarget.value)}
        />
      ) : (
        minutes[id] && <p>{minutes[id]}</p>
      )}
    </section>
  ))
}

function Figures({ figures }: Readonly<{ figures: readonly ReviewFigure[] }>) {
  const { t } = useTranslation()
  const where = useWhere()
  const write = useFigure()
  return (
    <div className={styles.wide}>
      <table className={`${styles.table} ${styles.stacked}`}>
        <thead>
          <tr>
            <th>{t('improvement.figure')}</th>
            <th className={styles.number}>{t('improvement.now')}</th>
            <th className={styles.number}>{t('improvement.before')}</th>
            <th>{t('improvement.change')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.id}>
              <th scope="row" lang="en">
                {figure.title}
                {figure.target !== undefined && (
                  <span className="second">
                    {' '}
                    ({t('improvement.target')}: {write(figure.target, figure.unit)})
                  </span>
                )}
              </th>
              <td className={styles.number}>
                {figure.value !== undefined && figure.where ? (
                  <Figure
                    value={write(figure.value, figure.unit)}
                    href={where(figure.where)}
                    origin={{ n: figure.n }}
                  />
                ) : (
                  <span className="second">{t('ui.noData')}</span>
                )}
              </td>
              <td className={styles.number}>
                {figure.before === undefined ? t('improvement.firstTime') : write(figure.before, figure.unit)}
              </td>
              <td>
                <Course figure={figure} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const toneOf = {
  better: 'conforming',
  worse: 'major',
  same: 'not_applicable',
  changed: 'opportunity',
} as const

/** Shape, word and amount of the change since the review before. */
function Course({ figure: { value, before, good, unit } }: Readonly<{ figure: ReviewFigure }>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (value === undefined || before === undefined) return null
  const course = courseOf(value - before, good)
  const amount =
    unit === 'share' ? format.number(100 * (value - before), 1) : format.number(value - before, 2)
  const sign = value > before ? '+' : ''
  return (
    <Verdict tone={toneOf[course]}>
      {course === 'same'
        ? t('improvement.course.same')
        : `${t(`improvement.course.${course}`)} (${sign}${amount.replace('-', '\u2212')})`}
    </Verdict>
  )
}

function courseOf(change: number, good: ReviewFigure['good']): keyof typeof toneOf {
  if (change === 0) return 'same'
  if (good === 'neutral') return 'changed'
  return change > 0 === (good === 'up') ? 'better' : 'worse'
}
