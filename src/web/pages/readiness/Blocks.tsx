import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import type { Gap } from '../../data/readiness.ts'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { To } from '../../ui/To.tsx'
import { RatingBadge } from '../../ui/Verdict.tsx'
import styles from './Readiness.module.css'

/** The gaps that stand in the way, the heaviest first, each with what to do. */
export function Blocks({ blocks }: Readonly<{ blocks: readonly Gap[] }>) {
  return (
    <>
      <EnglishNote />
      <ol className={styles.blocks}>
        {blocks.map((gap) => (
          <Block key={gap.requirement} gap={gap} />
        ))}
      </ol>
    </>
  )
}

function Block({ gap }: Readonly<{ gap: Gap }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const page = to.requirement(gap.requirement)
  const missing = gap.missing.length > 0 ? gap.missing.join('; ') : gap.typicalGap
  return (
    <li>
      <div className={styles.blockHead}>
        <h3 lang="en">
          <To href={page}>{gap.title}</To>
        </h3>
        <RatingBadge rating={gap.rating} />
        <span className="second">
          {gap.source === 'rating' ? t('readiness.byPeople') : t('readiness.byData')}
        </span>
      </div>
      <dl lang="en">
        <div>
          <dt>{t('readiness.missing')}</dt>
          <dd>{missing}</dd>
        </div>
        <div>
          <dt>{t('readiness.doNext')}</dt>
          <dd>
            {gap.remedy}{' '}
            <span className="second">
              ({gap.role},{' '}
              {t('readiness.effortDays', {
                low: format.number(gap.effortDays.low),
                high: format.number(gap.effortDays.high),
              })}
              )
            </span>
          </dd>
        </div>
        {gap.ticketCount > 0 && (
          <div>
            <dt>{t('readiness.tickets')}</dt>
            <dd>
              <To href={`${page}#computed`}>{format.number(gap.ticketCount)}</To>
            </dd>
          </div>
        )}
      </dl>
    </li>
  )
}
