import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { Tabs } from '../../ui/Tabs.tsx'

/** The pages about why, whether, and how far. */
export function StrategyTabs() {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return (
    <Tabs
      label={t('shell.strategy')}
      tabs={[
        { href: to.strategy, name: t('strategy.goals') },
        { href: to.decision, name: t('strategy.decision') },
        { href: to.programme, name: t('strategy.programme') },
        { href: to.technology, name: t('strategy.technology') },
        { href: to.capability, name: t('capabilityTargets.title') },
        { href: to.questions, name: t('executive.title') },
        { href: to.profile, name: t('strategy.profile') },
      ]}
    />
  )
}
