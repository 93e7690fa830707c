import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { Tabs } from '../../ui/Tabs.tsx'

type RoadmapFrameProps = Readonly<{ sentence?: ReactNode; actions?: ReactNode; children: ReactNode }>

/** What stands above every part of the roadmap. */
export function RoadmapFrame({ sentence, actions, children }: RoadmapFrameProps) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const tabs = [
    { href: to.roadmap(), name: t('roadmap.plan') },
    { href: to.remedies(), name: t('roadmap.remedies') },
    { href: to.roadmapRoles, name: t('roadmap.roles') },
    { href: to.roadmapLoad, name: t('roadmap.load') },
    { href: to.roadmapFiles, name: t('roadmap.files') },
  ]
  return (
    <Page title={t('shell.roadmap')} sentence={sentence} actions={actions}>
      <Tabs label={t('roadmap.parts')} tabs={tabs} />
      {children}
    </Page>
  )
}
