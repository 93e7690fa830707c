import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { Tabs } from '../../ui/Tabs.tsx'

/** The registers, and what is checked across them. */
export function RegisterTabs() {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return (
    <Tabs
      label={t('shell.registers')}
      tabs={[
        { href: to.registers, name: t('shell.registers') },
        { href: to.coverage(), name: t('across.coverage') },
        { href: to.chain(), name: t('across.chain') },
      ]}
    />
  )
}
