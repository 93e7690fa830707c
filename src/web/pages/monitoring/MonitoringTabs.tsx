import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { Tabs } from '../../ui/Tabs.tsx'

/** What is watched, how it serves the goals, what could be, and what the organization asks itself. */
export function MonitoringTabs() {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return (
    <Tabs
      label={t('shell.monitoring')}
      tabs={[
        { href: to.monitoring, name: t('monitoring.watched') },
        { href: to.scorecard, name: t('monitoring.scorecard') },
        { href: to.outcomes, name: t('monitoring.outcomes') },
        { href: to.kpis(), name: t('monitoring.library') },
        { href: to.ownKpis, name: t('monitoring.ownKpis') },
      ]}
    />
  )
}
