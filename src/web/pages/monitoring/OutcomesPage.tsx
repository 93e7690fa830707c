import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import type { Outcomes } from './kpi-view.ts'
import styles from './Monitoring.module.css'
import { MonitoringTabs } from './MonitoringTabs.tsx'
import { useSayers } from './use-sayers.ts'
import { WhatCame } from './WhatCame.tsx'

type Followed = Outcomes['families'][number]['kpis'][number]
type FollowedProps = Readonly<{ followed: Followed }>

/** What came of it: delivery, satisfaction and risk, each before and now, held against its target. */
export function OutcomesPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/outcomes', { params })
  return (
    <Shown query={query}>
      {(outcomes) => (
        <Page title={t('monitoring.outcomes')} sentence={<Sentence outcomes={outcomes} />}>
          <MonitoringTabs />
          <p className="second">
            <HowCompared since={outcomes.since} />
          </p>
          <EnglishNote />
          {outcomes.families.map(({ id, kpis }) => (
            <Section key={id} title={t(`monitoring.family.${id}`)}>
              <ul className={styles.outcomes}>
                {kpis.map((followed) => (
                  <li key={followed.kpi.id}>
                    <OneOutcome followed={followed} />
                  </li>
                ))}
              </ul>
            </Section>
          ))}
        </Page>
      )}
    </Shown>
  )
}

function Sentence({ outcomes }: Readonly<{ outcomes: Outcomes }>) {
  const { t } = useTranslation()
  const all = outcomes.families.flatMap(({ kpis }) => kpis)
  const count = (verdict: string) => all.filter(({ outcome }) => outcome?.verdict === verdict).length
  return t('monitoring.outcomesSay', {
    better: count('better'),
    worse: count('worse'),
    unclear: count('unclear'),
    unknown: count('unknown') + all.filter(({ outcome }) => outcome === undefined).length,
  })
}

function HowCompared({ since }: Readonly<{ since: string | undefined }>) {
  const { t } = useTranslation()
  const format = useFormat()
  return since === undefined
    ? t('monitoring.comparedOverTime')
    : t('monitoring.comparedSince', { day: format.day(since) })
}

function OneOutcome({ followed }: FollowedProps) {
  const { to } = useOrganization()
  const { kpi, outcome, owner } = followed
  return (
    <div className={styles.outcome}>
      <div>
        <h3 lang="en">
          <To href={followed.isAdopted ? to.kpi(kpi.id) : to.kpis({ search: kpi.id })}>{kpi.title}</To>
        </h3>
        {owner && <p className="second">{owner}</p>}
        <Target followed={followed} />
      </div>
      {outcome ? <WhatCame effect={outcome.effect} kpi={ofKpi(followed)} /> : <OnlyNow followed={followed} />}
    </div>
  )
}

/** A target as a figure, and as what it asks of the figure before: relative, or in points. */
function Target({ followed }: FollowedProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { writerOf, differenceOf } = useSayers()
  const { target, outcome } = followed
  if (target === undefined) return null
  const against = outcome?.targetAgainst
  const asked =
    against?.by === 'relative'
      ? t('monitoring.targetRelative', {
          change: `${against.value > 0 ? '+' : ''}${format.percent(against.value)}`,
        })
      : against && t('monitoring.targetPoints', { change: differenceOf(ofKpi(followed))(against.value) })
  return (
    <p>
      {t('monitoring.targetIs', { target: writerOf(ofKpi(followed))(target) })}
      {asked && <span className="second"> {asked}</span>}
    </p>
  )
}

function OnlyNow({ followed }: FollowedProps) {
  const { t } = useTranslation()
  const { writerOf } = useSayers()
  const { latest, because, source } = followed
  const why = source.by === 'nobody' ? source.needs : because
  return (
    <div className={styles.small}>
      {latest ? (
        <p>{t('monitoring.presentValue', { value: writerOf(ofKpi(followed))(latest.number) })}</p>
      ) : (
        <p className="second">
          {t('ui.noData')}
          {why && <span lang="en">. {why}</span>}
        </p>
      )}
      {latest && <p className="second">{t('monitoring.nobodyWatches')}</p>}
    </div>
  )
}

function ofKpi({ kpi, source }: Followed) {
  const isComputed = source.by !== 'nobody'
  return {
    answers: isComputed ? source.answers : ('value' as const),
    unit: isComputed ? source.unit : kpi.unit,
    direction: kpi.direction,
  }
}
