import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { leadingIndex, type Readiness } from '../../data/readiness.ts'
import { Figure, Tile, Tiles } from '../../ui/Figure.tsx'
import { useFormat } from '../../ui/format.ts'
import { To } from '../../ui/To.tsx'
import { ReadinessBadge } from '../../ui/Verdict.tsx'

/** Index, how much is rated, how much is evidenced, and the days that are left. */
export function KeyFigures({ readiness }: Readonly<{ readiness: Readiness }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const { rated, stage1, source } = readiness
  const index = leadingIndex(readiness)
  const origin = { n: index.applicable, period: source.period }

  return (
    <Tiles>
      <Tile
        name={t(index.basis === 'ratings' ? 'readiness.indexRated' : 'readiness.indexProposed')}
        term="readiness-index"
        says={<ReadinessBadge label={index.label} />}
      >
        <Figure
          value={t('readiness.indexOf', { index: index.index })}
          href={to.requirements()}
          origin={origin}
        />
      </Tile>
      <Tile
        name={t('readiness.rated')}
        term="rating"
        says={t('readiness.ratedSays', { confirmed: rated.confirmed, waiting: rated.waiting })}
      >
        <Figure
          value={t('ui.of', { part: rated.rated, whole: rated.applicable })}
          href={to.requirements({ rating: 'not_assessed' })}
          origin={{ n: rated.applicable }}
        />
      </Tile>
      <Tile name={t('readiness.evidenceShare')} term="evidence-strength" says={t('readiness.evidenceSays')}>
        <Figure value={format.percent(index.evidenceShare, 0)} href={to.requirements()} origin={origin} />
      </Tile>
      <Tile name={t('readiness.stage1')} term="stage-1" says={stage1 && format.day(stage1.on)}>
        {stage1 ? (
          t('readiness.days', { count: stage1.days })
        ) : (
          <To href={to.settings} style={{ fontSize: 14, fontWeight: 400 }}>
            {t('readiness.stage1Set')}
          </To>
        )}
      </Tile>
    </Tiles>
  )
}
