import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { Tabs } from '../../ui/Tabs.tsx'

/** The pages about where the assessment stands. */
export function ReadinessTabs() {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return (
    <Tabs
      label={t('shell.readiness')}
      tabs={[
        { href: to.readiness, name: t('shell.readiness') },
        { href: to.snapshots(), name: t('standing.snapshots') },
        { href: to.consistency, name: t('standing.consistency') },
        { href: to.baselines, name: t('baselines.title') },
        { href: to.programmeFacts, name: t('programme.title') },
        { href: to.benchmark, name: t('standing.benchmark') },
      ]}
    />
  )
}
