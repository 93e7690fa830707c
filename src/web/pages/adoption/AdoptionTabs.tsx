import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { Tabs } from '../../ui/Tabs.tsx'

/** The pages of the people side; whoever may not read one sees why. */
export function AdoptionTabs() {
  const { t } = useTranslation()
  const { to, whyNot } = useOrganization()
  const reading = whyNot('read adoption')
  return (
    <Tabs
      label={t('shell.adoption')}
      tabs={[
        { href: to.adoption, name: t('adoption.overview'), whyNot: reading },
        { href: to.surveys, name: t('adoption.surveys.title'), whyNot: reading },
        { href: to.training(), name: t('adoption.training.title'), whyNot: reading },
        { href: to.courses, name: t('adoption.courses.mine') },
        {
          href: to.stakeholders,
          name: t('adoption.stakeholders.title'),
          whyNot: whyNot('keep stakeholders'),
        },
        { href: to.communication, name: t('adoption.communication.title'), whyNot: reading },
        { href: to.leadership, name: t('adoption.leadership.title') },
        { href: to.feedback, name: t('adoption.feedback.title') },
      ]}
    />
  )
}
