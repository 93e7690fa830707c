import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { Page } from '../../ui/Page.tsx'

/** What an organization decides for itself. */
export function SettingsPage() {
  const { t } = useTranslation()
  const { organization } = useOrganization()
  return <Page title={t('shell.settings')} sentence={organization.name} />
}
