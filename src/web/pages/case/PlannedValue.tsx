import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import type { Assumption, Taken } from './business-case.ts'

type PlannedProps = Readonly<{ assumption: Assumption; take: (taken: Taken) => void }>

/** What roadmap or training plan for an assumption, to be taken as its likely value. */
export function PlannedValue({ assumption: { planned, value, unit }, take }: PlannedProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { whyNot } = useOrganization()
  if (!planned) return null
  const said =
    planned.from === undefined || planned.to === undefined
      ? `${format.number(planned.value)} ${unit}`
      : t('businessCase.plannedSays', {
          value: format.number(planned.value),
          unit,
          from: format.day(planned.from),
          to: format.day(planned.to),
        })
  const takeIt = () =>
    take({
      low: Math.min(value?.low ?? planned.value, planned.value),
      base: planned.value,
      high: Math.max(value?.high ?? planned.value, planned.value),
      source: `${t(`businessCase.plannedIn.${planned.by}`)}: ${said}`,
    })
  return (
    <>
      {said}{' '}
      <Act size="xs" whyNot={whyNot('write the business case')} onClick={takeIt}>
        {t('businessCase.takePlanned')}
      </Act>
    </>
  )
}
