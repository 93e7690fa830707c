import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { Tabs } from '../../ui/Tabs.tsx'

/** What the pages about the organization have in common. */
export function PeopleFrame({ sentence, children }: Readonly<{ sentence?: ReactNode; children: ReactNode }>) {
  const { t } = useTranslation()
  const { to, whyNot } = useOrganization()
  return (
    <Page title={t('shell.organization')} sentence={sentence}>
      <Tabs
        label={t('shell.organization')}
        tabs={[
          { href: to.people, name: t('people.people') },
          { href: to.trail(), name: t('people.trail'), whyNot: whyNot('read the audit trail') },
          { href: to.outbox, name: t('people.outbox'), whyNot: whyNot('manage people') },
          { href: to.webhooks, name: t('webhooks.title'), whyNot: whyNot('manage webhooks') },
          { href: to.tokens, name: t('people.tokens'), whyNot: whyNot('manage tokens') },
        ]}
      />
      {children}
    </Page>
  )
}
