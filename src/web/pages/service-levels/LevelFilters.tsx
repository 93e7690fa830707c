import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address.ts'
import { useMetric } from './LevelParts.tsx'
import styles from './Levels.module.css'

type LevelFiltersProps = Readonly<{
  metric: string
  metrics: readonly string[]
  customers: readonly string[]
}>

/** What is measured, and for whom; both stand in the address. */
export function LevelFilters({ metric, metrics, customers }: LevelFiltersProps) {
  const { t } = useTranslation()
  const { said, say } = useAddress()
  const metricName = useMetric()
  return (
    <div className={styles.filters}>
      <NativeSelect
        label={t('serviceLevels.metric')}
        value={metric}
        data={[...new Set([...metrics, metric])].map((value) => ({
          value,
          label: metricName(value),
        }))}
        onChange={(event) => say({ metric: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('serviceLevels.customer')}
        value={said.customer ?? ''}
        data={[
          { value: '', label: t('serviceLevels.allCustomers') },
          ...customers.filter((name) => name !== '').map((value) => ({ value, label: value })),
        ]}
        onChange={(event) => say({ customer: event.currentTarget.value || undefined })}
      />
    </div>
  )
}
