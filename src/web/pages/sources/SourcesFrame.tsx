import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { Sentence } from './Sentence.tsx'

/** What stands above every page of the sources. */
export function SourcesFrame({ children }: Readonly<{ children: ReactNode }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const tabs = [
    { href: to.sources, name: t('sources.files') },
    { href: to.mapping(), name: t('sources.mapping') },
    { href: to.jobs, name: t('sources.history') },
  ]
  return (
    <Page title={t('shell.sources')} sentence={<Sentence />}>
      <Tabs label={t('sources.parts')} tabs={tabs} />
      {children}
    </Page>
  )
}
