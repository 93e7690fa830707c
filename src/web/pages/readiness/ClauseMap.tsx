import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import type { Clause, Readiness } from '../../data/readiness.ts'
import { useAddress } from '../../ui/address.ts'
import { useFormat } from '../../ui/format.ts'
import { HeatMap, type HeatRow, Legend } from '../../ui/HeatMap.tsx'
import { Section } from '../../ui/Page.tsx'
import { type RatingWord, ratingTone } from '../../ui/Verdict.tsx'
import styles from './Readiness.module.css'

const fromWorst: readonly RatingWord[] = [
  'major_nc',
  'minor_nc',
  'partially',
  'ofi',
  'conforming',
  'not_assessed',
  'not_applicable',
]

/** Every clause with one mark for each requirement in it, as rated or as proposed. */
export function ClauseMap({ readiness }: Readonly<{ readiness: Readiness }>) {
  const { t } = useTranslation()
  const { said, say } = useAddress()
  const first = readiness.index.assessed > 0 ? 'ratings' : 'proposals'
  const basis = said.map === 'ratings' || said.map === 'proposals' ? said.map : first
  const rows = useRows(readiness.clauses, basis)

  return (
    <Section
      title={t('readiness.map')}
      term="clause"
      says={t('readiness.mapSays')}
      actions={
        <fieldset className={styles.choice}>
          <legend className="unseen">{t('readiness.map')}</legend>
          {(['ratings', 'proposals'] as const).map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="map"
                checked={basis === one}
                onChange={() => say({ map: one === first ? undefined : one })}
              />
              {t(`readiness.mapOf.${one}`)}
            </label>
          ))}
        </fieldset>
      }
    >
      <Legend
        entries={fromWorst.map((rating) => ({
          tone: ratingTone(rating),
          label: t(`scales.rating.${rating}`),
        }))}
      />
      <HeatMap
        label={t('readiness.map')}
        rows={rows}
        heads={{ row: t('readiness.clause'), cells: t('readiness.requirements'), end: t('readiness.met') }}
      />
    </Section>
  )
}

function useRows(clauses: readonly Clause[], basis: 'ratings' | 'proposals'): readonly HeatRow[] {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return clauses.map((clause) => {
    const seen = basis === 'ratings' ? clause : clause.proposed
    const present = fromWorst.flatMap((rating) => {
      const count = seen.counts[rating] ?? 0
      return count === 0 ? [] : [{ rating, count }]
    })
    const says = (rating: RatingWord, count: number) =>
      t('readiness.counts', { count, rating: t(`scales.rating.${rating}`) })
    return {
      key: clause.clause,
      label: `${clause.clause} ${clause.title}`,
      href: to.requirements({ clause: clause.clause }),
      says: present.map(({ rating, count }) => says(rating, count)).join(', '),
      end: seen.share === undefined || seen.assessed === 0 ? t('ui.noData') : format.percent(seen.share, 0),
      cells: present.flatMap(({ rating, count }) =>
        Array.from({ length: count }, (_, at) => ({
          key: `${rating} ${at}`,
          tone: ratingTone(rating),
          label: says(rating, count),
          href: to.requirements({
            clause: clause.clause,
            [basis === 'ratings' ? 'rating' : 'proposed']: rating,
          }),
        })),
      ),
    }
  })
}
