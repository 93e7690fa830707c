import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { Invitations } from './Invitations.tsx'
import { InviteForm } from './InviteForm.tsx'
import { MemberRow } from './MemberRow.tsx'
import styles from './People.module.css'
import { PeopleFrame } from './PeopleFrame.tsx'

/** Who belongs to the organization, as what, and until when. */
export function PeoplePage() {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/members', { params, query: { limit: 500 } })
  const owners = query.data?.items.filter(({ role }) => role === 'owner').length ?? 0
  const count = query.data?.items.length ?? 0
  return (
    <PeopleFrame
      sentence={
        query.data &&
        `${t('people.count', { count })} ${owners < 2 ? t('people.oneOwner') : t('people.owners', { count: owners })}`
      }
    >
      <Section title={t('people.members')}>
        <Shown query={query}>
          {({ items }) => (
            <table className={styles.list}>
              <thead>
                <tr>
                  <th scope="col">{t('people.name')}</th>
                  <th scope="col">{t('people.email')}</th>
                  <th scope="col">{t('people.role')}</th>
                  <th scope="col">{t('people.until')}</th>
                  <th scope="col">
                    <span className="unseen">{t('ui.delete')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((member) => (
                  <MemberRow key={`${member.person} ${member.version}`} member={member} />
                ))}
              </tbody>
            </table>
          )}
        </Shown>
      </Section>
      <Section title={t('people.invite')} says={whyNot('manage people') ?? t('people.inviteSays')}>
        <InviteForm />
      </Section>
      {whyNot('manage people') === undefined && <Invitations />}
    </PeopleFrame>
  )
}
