import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import type { Readiness } from '../../data/readiness.ts'
import { Section } from '../../ui/Page.tsx'
import { useRisk } from '../../ui/risk.ts'
import { To } from '../../ui/To.tsx'
import styles from './Today.module.css'

/** Why the wanted date is at risk, for whoever may read the readiness; nothing before anything is known. */
export function Standing() {
  const { params, whyNot } = useOrganization()
  const isAllowed = whyNot('read readiness') === undefined
  const { data } = useAsk(
    'GET /api/organizations/:organization/readiness',
    isAllowed ? { params, query: {} } : undefined,
  )
  const isKnown = data !== undefined && data.index.assessed + data.proposed.assessed > 0
  return isKnown ? <Risk readiness={data} /> : null
}

function Risk({ readiness }: Readonly<{ readiness: Readiness }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const risk = useRisk(readiness)
  if (risk === '') return null
  return (
    <Section title={t('today.standing')} actions={<To href={to.readiness}>{t('today.standingMore')}</To>}>
      <p className={styles.risk}>{risk}</p>
    </Section>
  )
}
