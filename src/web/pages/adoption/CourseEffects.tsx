import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Adoption.module.css'
import type { Training } from './adoption.ts'

type Row = Training['effects'][number]
type Known = Extract<Row['effect'], { isKnown: true }>

const reachable = { tabIndex: 0 }

/** Whether the errors that a course is about became fewer once its learners had passed. */
export function CourseEffects({ rows }: Readonly<{ rows: readonly Row[] }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  if (rows.length === 0) return null
  const title = t('adoption.training.effects')
  return (
    <Section title={title} says={t('adoption.training.effectsSays')}>
      <section className={styles.scroller} aria-label={t('ui.table', { label: title })} {...reachable}>
        <table className={styles.bars}>
          <thead>
            <tr>
              <th scope="col">{t('adoption.training.course')}</th>
              <th scope="col">{t('adoption.training.claim')}</th>
              <th scope="col">{t('adoption.training.effect')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ course, title, check, claim, effect }) => (
              <tr key={`${course} ${check}`}>
                <th scope="row">{title}</th>
                <td lang="en">
                  <To href={to.check(check)}>{claim}</To>
                </td>
                <td>{effect.isKnown ? <Seen effect={effect} /> : <span lang="en">{effect.because}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  )
}

function Seen({ effect }: Readonly<{ effect: Known }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { before, after, difference, low, high, isClear, method } = effect
  const side = ({ from, to, number, part = 0, whole = 0 }: Known['before']) =>
    `${format.month(from)} – ${format.month(to)}: ${format.percent(number, 1)} (${t('ui.of', { part, whole })})`
  const points = (share: number) => format.number(100 * share, 1)
  const clear = difference > 0 ? 'better' : 'worse'
  const word = isClear ? clear : 'unclear'
  return (
    <>
      <div>{side(before)}</div>
      <div>{side(after)}</div>
      <div title={method}>
        {t('adoption.training.points', {
          difference: points(difference),
          low: points(low),
          high: points(high),
        })}{' '}
        <Verdict tone={({ unclear: 'not_applicable', better: 'conforming', worse: 'major' } as const)[word]}>
          {t(`adoption.training.became.${word}`)}
        </Verdict>
      </div>
    </>
  )
}
