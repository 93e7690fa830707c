import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { NewWebhook } from './NewWebhook.tsx'
import { OneWebhook } from './OneWebhook.tsx'
import { PeopleFrame } from './PeopleFrame.tsx'
import styles from './Webhooks.module.css'

/** Where other programs are told of changes: each address with its events, its secret, and what was sent to it. */
export function WebhooksPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/webhooks', { params })
  return (
    <PeopleFrame sentence={t('webhooks.says')}>
      <Section title={t('webhooks.new')}>
        <NewWebhook />
      </Section>
      <Section title={t('webhooks.title')}>
        <Shown query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="second">{t('webhooks.none')}</p>
            ) : (
              <ul className={styles.list}>
                {items.map((webhook) => (
                  <li key={webhook.id}>
                    <OneWebhook webhook={webhook} />
                  </li>
                ))}
              </ul>
            )
          }
        </Shown>
      </Section>
    </PeopleFrame>
  )
}
