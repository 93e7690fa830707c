import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/Page.tsx'
import { Factors } from './Account.tsx'

/** Stands in place of every page of an organization that asks for two factors, until the session has proved two. */
export function TwoFactorsPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('settings.needsTwo')} sentence={t('settings.needsTwoSays')}>
      <Factors />
    </Page>
  )
}
