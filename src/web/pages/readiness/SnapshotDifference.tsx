import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { RatingBadge, type RatingWord, ratingTone } from '../../ui/Verdict.tsx'
import styles from './Readiness.module.css'

/** What changed between a snapshot and the assessment as it stands. */
export function SnapshotDifference({ snapshot }: Readonly<{ snapshot: string }>) {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/snapshots/:snapshot/difference', {
    params: { ...params, snapshot },
    query: {},
  })
  return (
    <Shown query={query}>
      {({ index, items, caution }) => {
        const changed = items.filter(({ direction }) => direction !== 'same')
        return (
          <>
            <p>
              {t('standing.indexFromTo', { before: index.before, after: index.after })}{' '}
              {t('standing.changed', { count: changed.length })}
            </p>
            {caution && <p lang="en">{caution}</p>}
            <ul className={styles.plain}>
              {changed.map(({ requirement, title, direction, rating }) => (
                <li key={requirement}>
                  <To href={to.requirement(requirement)}>{requirement}</To> <span lang="en">{title}</span>{' '}
                  <span className="second">{t(`standing.direction.${direction}`)}</span>{' '}
                  <Said rating={rating.before} /> → <Said rating={rating.after} />
                </li>
              ))}
            </ul>
          </>
        )
      }}
    </Shown>
  )
}

function Said({ rating }: Readonly<{ rating: string | undefined }>) {
  return isRating(rating) ? <RatingBadge rating={rating} /> : <span>{rating ?? '–'}</span>
}

function isRating(word: string | undefined): word is RatingWord {
  return word !== undefined && ratingTone(word as RatingWord) !== undefined // asks the table itself
}
