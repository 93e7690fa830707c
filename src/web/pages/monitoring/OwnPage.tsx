import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import styles from './Monitoring.module.css'
import { MonitoringTabs } from './MonitoringTabs.tsx'
import { OwnForm } from './OwnForm.tsx'

type Own = Answered<'GET /api/organizations/:organization/own-kpis'>

/** What the organization asks itself: selects over facts, tried before they are kept, with every version. */
export function OwnPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/own-kpis', { params })
  return (
    <Shown query={query}>
      {(own) => (
        <Page title={t('monitoring.ownKpis')} sentence={t('monitoring.ownSays')}>
          <MonitoringTabs />
          <Written own={own} />
          <Fold title={t('monitoring.facts')} says={t('monitoring.factsSay', { count: own.facts.length })}>
            <dl className={styles.small} lang="en">
              {own.facts.map(({ name, row, columns }) => (
                <div key={name}>
                  <dt>
                    <code>{name}</code>: {row}
                  </dt>
                  <dd className="second">{columns.join(', ')}</dd>
                </div>
              ))}
            </dl>
          </Fold>
        </Page>
      )}
    </Shown>
  )
}

function Written({ own: { items } }: Readonly<{ own: Own }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const [edited, setEdited] = useState<Own['items'][number]>()
  const newest = items.filter((one, at) => items[at - 1]?.kpi !== one.kpi)
  return (
    <>
      {newest.length > 0 && (
        <ul className={styles.items}>
          {newest.map((one) => (
            <li key={one.kpi}>
              <div className={styles.top}>
                <strong>{`${one.title} (${one.kpi})`}</strong>
                <Act size="compact-sm" onClick={() => setEdited(one)}>
                  {t('monitoring.newVersion')}
                </Act>
              </div>
              <p>{one.claim}</p>
              {items
                .filter(({ kpi }) => kpi === one.kpi)
                .map(({ number, reason, by, at }) => (
                  <p key={number} className="second">
                    {t('monitoring.versionLine', { number, day: format.day(at), by, reason })}
                  </p>
                ))}
            </li>
          ))}
        </ul>
      )}
      <Section
        title={edited ? t('monitoring.newVersionOf', { title: edited.title }) : t('monitoring.newOwn')}
        says={t('monitoring.newOwnSays')}
      >
        <OwnForm key={edited?.kpi ?? 'new'} edited={edited} done={() => setEdited(undefined)} />
      </Section>
    </>
  )
}
