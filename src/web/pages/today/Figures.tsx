import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { type Organization, useOrganization } from '../../data/organization.ts'
import { MeasureTile } from '../../ui/MeasureTile.tsx'
import { latestOf } from '../../ui/measure-view.ts'
import { Section } from '../../ui/Page.tsx'
import styles from './Today.module.css'

type Measure = Answered<'GET /api/organizations/:organization/measures'>['items'][number]

/** What some roles look at first; all others see what the pack puts first. */
const ofRole: Readonly<Partial<Record<Organization['role'], readonly string[]>>> = {
  'service desk lead': [
    'service-request.approval-share',
    'service-request.backlog',
    'service-desk.first-contact-resolution',
    'service-request.delivery-time',
  ],
}

/** The measures that whoever asks looks at first. */
export function Figures() {
  const { t } = useTranslation()
  const { organization, params, whyNot } = useOrganization()
  const { data } = useAsk(
    'GET /api/organizations/:organization/measures',
    whyNot('read evidence') === undefined ? { params, query: {} } : undefined,
  )
  const shown = chosen(data?.items ?? [], ofRole[organization.role])
  if (shown.length === 0) return null
  return (
    <Section title={t('today.figures')} says={t('today.figuresSay')}>
      <div className={styles.figures}>
        {shown.map((measure) => (
          <MeasureTile key={measure.id} measure={measure} />
        ))}
      </div>
    </Section>
  )
}

function chosen(items: readonly Measure[], wanted: readonly string[] | undefined): readonly Measure[] {
  const known = items.filter((one) => latestOf(one) !== undefined)
  if (!wanted) return known.filter(({ headline }) => headline)
  return wanted.flatMap((id) => known.find((one) => one.id === id) ?? [])
}
