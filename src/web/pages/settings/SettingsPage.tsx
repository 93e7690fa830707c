import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Account } from './Account.tsx'
import { BrandForm } from './BrandForm.tsx'
import { OrganizationForm } from './OrganizationForm.tsx'
import { Sessions } from './Sessions.tsx'
import styles from './Settings.module.css'
import { Templates } from './Templates.tsx'

/** What the organization decides for itself, and the person for his account. */
export function SettingsPage() {
  const { t } = useTranslation()
  const { organization } = useOrganization()
  return (
    <Page title={t('shell.settings')} sentence={t('settings.says')}>
      <div className={styles.columns}>
        <Section title={organization.name}>
          <OrganizationForm key={organization.version} />
        </Section>
        <Section title={t('brand.title')} says={t('brand.says')}>
          <BrandForm />
        </Section>
        <Section title={t('brand.templates')} says={t('brand.templatesSays')}>
          <Templates />
        </Section>
        <Account />
        <Sessions />
      </div>
    </Page>
  )
}
