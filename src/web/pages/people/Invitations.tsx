import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { AskFirst } from '../../ui/AskFirst.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import styles from './People.module.css'

/** The invitations, newest first; open ones can be taken back. */
export function Invitations() {
  const { t } = useTranslation()
  const format = useFormat()
  const { params } = useOrganization()
  const say = useToast()
  const query = useAsk('GET /api/organizations/:organization/invitations', { params, query: { limit: 100 } })
  const revoke = useChange('DELETE /api/organizations/:organization/invitations/:invitation')
  if (query.data?.items.length === 0) return null
  return (
    <Section title={t('people.invitations')}>
      <Shown query={query}>
        {({ items }) => (
          <table className={styles.list}>
            <thead>
              <tr>
                <th scope="col">{t('people.email')}</th>
                <th scope="col">{t('people.role')}</th>
                <th scope="col">{t('people.state')}</th>
                <th scope="col">{t('people.invitedOn')}</th>
                <th scope="col">
                  <span className="unseen">{t('people.revoke')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.id}>
                  <th scope="row">{one.email}</th>
                  <td>{t(`scales.role.${one.role}`)}</td>
                  <td>{t(`people.states.${one.state}`)}</td>
                  <td>{format.instant(one.createdAt)}</td>
                  <td>
                    {one.state === 'open' && (
                      <AskFirst
                        label={`${t('people.revoke')}: ${one.email}`}
                        title={t('people.revokeAsk', { name: one.email })}
                        says={t('people.revokeSays')}
                        act={() =>
                          revoke
                            .mutateAsync({ params: { ...params, invitation: one.id } })
                            .then(() => say(t('people.revoked', { email: one.email })))
                        }
                      >
                        {t('people.revoke')}
                      </AskFirst>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Shown>
    </Section>
  )
}
