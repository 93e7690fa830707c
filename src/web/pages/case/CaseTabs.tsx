import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { Tabs } from '../../ui/Tabs.tsx'

/** The pages of the business case. */
export function CaseTabs() {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return (
    <Tabs
      label={t('businessCase.tabs')}
      tabs={[
        { href: to.businessCase(), name: t('businessCase.result') },
        { href: to.assumptions(), name: t('businessCase.assumptions') },
        { href: to.caseLines, name: t('businessCase.lines') },
        { href: to.scenarios, name: t('businessCase.scenarios') },
        { href: to.growth(), name: t('growth.title') },
        { href: to.tracking, name: t('businessCase.tracking') },
      ]}
    />
  )
}
