import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { MeasureTile } from '../../ui/MeasureTile.tsx'
import { latestOf } from '../../ui/measure-view.ts'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import styles from './Evidence.module.css'

const shown = 12

/** What is measured about a process, those with a value first. */
export function ProcessMeasures({ process }: Readonly<{ process: string }>) {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const name = process.replaceAll('_', '-')
  const { data } = useAsk('GET /api/organizations/:organization/measures', {
    params,
    query: { process: name },
  })
  const measures = data?.items.filter((one) => latestOf(one) !== undefined) ?? []
  if (measures.length === 0) return null
  return (
    <Section
      title={t('evidence.measuresOf')}
      actions={measures.length > shown && <To href={to.measures({ process: name })}>{t('ui.more')}</To>}
    >
      <div className={styles.multiples}>
        {measures.slice(0, shown).map((one) => (
          <MeasureTile key={one.id} measure={one} />
        ))}
      </div>
    </Section>
  )
}
