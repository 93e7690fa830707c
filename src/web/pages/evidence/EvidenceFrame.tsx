import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { Tabs } from '../../ui/Tabs.tsx'

/** What stands above every part of the evidence. */
export function EvidenceFrame({
  sentence,
  children,
}: Readonly<{ sentence?: ReactNode; children: ReactNode }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const tabs = [
    { href: to.checks(), name: t('evidence.checks') },
    { href: to.measures(), name: t('evidence.measures') },
    { href: to.conformance, name: t('evidence.conformance') },
    { href: to.dataQuality, name: t('evidence.quality') },
    { href: to.samples, name: t('samples.title') },
  ]
  return (
    <Page title={t('shell.evidence')} sentence={sentence}>
      <Tabs label={t('evidence.parts')} tabs={tabs} />
      {children}
    </Page>
  )
}
