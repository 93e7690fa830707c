import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Lessons } from '../../ui/Lessons.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { type Baseline, OneBaseline } from './OneBaseline.tsx'
import { ReadinessTabs } from './ReadinessTabs.tsx'
import { StartBaseline } from './StartBaseline.tsx'

/** The assessments of the organization, one after the other: the one that is worked in, and those that were closed. */
export function BaselinesPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/baselines', { params })
  return (
    <Page title={t('baselines.title')} sentence={query.data && <Sentence baselines={query.data.items} />}>
      <ReadinessTabs />
      <Shown query={query}>
        {({ items }) => (
          <>
            {items.length === 0 && <Empty title={t('baselines.none')} says={t('baselines.noneSays')} />}
            {items.map((baseline) => (
              <Section key={baseline.id} title={baseline.name}>
                <OneBaseline key={baseline.version} baseline={baseline} />
              </Section>
            ))}
            <Lessons />
            <Section title={t('baselines.start')} says={t('baselines.startSays')}>
              <StartBaseline baselines={items} />
            </Section>
          </>
        )}
      </Shown>
    </Page>
  )
}

function Sentence({ baselines }: Readonly<{ baselines: readonly Baseline[] }>) {
  const { t } = useTranslation()
  const open = baselines.find(({ state }) => state === 'open')
  return open ? t('baselines.saysOpen', { name: open.name }) : t('baselines.saysNoneOpen')
}
