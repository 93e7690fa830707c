import { useTranslation } from 'react-i18next'
import type { Readiness } from '../../data/readiness.ts'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'

/** What the numbers of the page were computed from, and how. */
export function Origin({ readiness: { computed, source } }: Readonly<{ readiness: Readiness }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const period = source.period && {
    from: format.day(source.period.from),
    to: format.day(source.period.to),
    at: source.collectedAt ? format.instant(source.collectedAt) : t('ui.noData'),
  }
  return (
    <Section title={t('readiness.from')}>
      <p>{period ? t('readiness.fromPeriod', period) : t('readiness.fromNothing')}</p>
      <p>
        {t('readiness.fromCounts', {
          requirements: computed.requirements,
          checks: computed.checks,
          statements: computed.statements,
        })}
      </p>
      <p className="second" lang="en">
        {computed.formula} {computed.catalogue}
      </p>
    </Section>
  )
}
