import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { To } from '../../ui/To.tsx'
import { type Assumption, type Taken, unitIn } from './business-case.ts'
import { PlannedValue } from './PlannedValue.tsx'

type KnownProps = Readonly<{
  assumption: Assumption
  currency: string
  take: (taken: Taken, quality: 'measured' | 'J') => void
}>

/** What is known of an assumption before a value is given: who needs it, what the tickets count, what was found elsewhere. */
export function Known({ assumption, currency, take }: KnownProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to, whyNot } = useOrganization()
  const { neededBy, baseline, beside, reference } = assumption
  const month = (one: string) => format.month(one)
  const facts = [
    ...(neededBy.length === 0
      ? []
      : [{ name: t('businessCase.needed'), value: <span lang="en">{neededBy.join('; ')}</span> }]),
    ...(baseline
      ? [
          {
            name: t(baseline.register ? 'businessCase.counted' : 'businessCase.measured'),
            value: (
              <>
                <To href={baseline.register ? to.register(baseline.register) : to.measure(baseline.measure)}>
                  {t('businessCase.measuredSays', {
                    low: format.number(baseline.range.low, 3),
                    base: format.number(baseline.range.base, 3),
                    high: format.number(baseline.range.high, 3),
                    title: baseline.title,
                    from: month(baseline.period.from),
                    to: month(baseline.period.to),
                    n: baseline.n,
                  })}
                </To>{' '}
                <Act
                  size="xs"
                  whyNot={whyNot('write the business case')}
                  onClick={() =>
                    take(
                      {
                        ...baseline.range,
                        source: t(
                          baseline.register ? 'businessCase.countedSource' : 'businessCase.measuredSource',
                          {
                            title: baseline.title,
                            from: baseline.period.from,
                            to: baseline.period.to,
                            n: String(baseline.n),
                          },
                        ),
                      },
                      'measured',
                    )
                  }
                >
                  {t('businessCase.takeMeasured')}
                </Act>
              </>
            ),
          },
        ]
      : []),
    ...(assumption.planned
      ? [
          {
            name: t(`businessCase.plannedIn.${assumption.planned.by}`),
            value: <PlannedValue assumption={assumption} take={(taken) => take(taken, 'J')} />,
          },
        ]
      : []),
    ...beside.map((one) => ({
      name: `${t('businessCase.beside')}: ${one.title}`,
      value: (
        <To href={to.measure(one.measure)}>
          {t('businessCase.besideSays', {
            value: one.unit === 'share' ? format.percent(one.value) : format.number(one.value, 2),
            unit: one.unit === 'share' ? '' : one.unit,
            from: month(one.period.from),
            to: month(one.period.to),
            n: one.n,
          })}
        </To>
      ),
    })),
    ...reference.map((text) => ({
      name: t('businessCase.reference'),
      value: <span lang="en">{unitIn(text, currency)}</span>,
    })),
  ]
  return facts.length === 0 ? null : <Facts facts={facts} />
}
