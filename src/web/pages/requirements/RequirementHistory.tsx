import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { ChangeList } from '../../ui/ChangeList.tsx'
import { Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'

/** Everything that was done about one requirement, newest first. */
export function RequirementHistory({ requirement }: Readonly<{ requirement: string }>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/requirements/:requirement/history', {
    params: { ...params, requirement },
  })
  return (
    <Section title={t('requirements.history')}>
      <Shown query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="second">{t('requirements.noHistory')}</p>
          ) : (
            <ChangeList changes={items.map((item) => ({ ...item, by: item.who.name }))} />
          )
        }
      </Shown>
    </Section>
  )
}
