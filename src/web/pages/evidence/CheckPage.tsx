import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Comments } from '../../ui/Comments.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Share } from '../../ui/Share.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { VerdictBadge } from '../../ui/Verdict.tsx'
import { CheckHistory } from './CheckHistory.tsx'
import type { CheckDetail } from './check-view.ts'
import styles from './Evidence.module.css'
import { Exceptions } from './Exceptions.tsx'

/** One check: what it claims, what was counted, which tickets do not meet it, and how to repeat it. */
export function CheckPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const { check = '' } = useParams({ strict: false }) as { check?: string }
  const query = useAsk('GET /api/organizations/:organization/checks/:check', {
    params: { ...params, check },
    query: {},
  })
  return (
    <Shown query={query}>
      {(detail) => (
        <Page
          title={detail.title}
          trail={<To href={to.checks()}>{t('evidence.checks')}</To>}
          sentence={<Sentence detail={detail} />}
        >
          <EnglishNote />
          <div className={styles.columns}>
            <Section title={t('evidence.figure')}>
              <VerdictBadge verdict={detail.verdict} />
              <Share share={detail.share} interval={detail.interval} threshold={detail.threshold} />
              <Counted detail={detail} />
            </Section>
            <About detail={detail} />
          </div>
          <Exceptions detail={detail} />
          <CheckHistory detail={detail} />
          <Repeat detail={detail} />
          <Section title={t('attached.comments')}>
            <Comments on={`check:${detail.check}`} />
          </Section>
        </Page>
      )}
    </Shown>
  )
}

function Sentence({ detail }: Readonly<{ detail: CheckDetail }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { verdict, met, population, share, threshold, because } = detail
  if (share === undefined) return t('evidence.sayNothing', { because })
  const said = {
    met,
    n: population,
    share: format.percentBeside(share, threshold),
    threshold: format.percent(threshold),
    because,
  }
  if (verdict === 'pass') return t('evidence.sayPass', said)
  if (verdict === 'fail') return t('evidence.sayFail', { ...said, count: population - met })
  return t('evidence.sayUndecided', said)
}

function Counted({ detail }: Readonly<{ detail: CheckDetail }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { period, unknown, notApplicable, basis, severity, purpose } = detail
  return (
    <Facts
      facts={[
        { name: t('evidence.population'), value: detail.populationSays ?? detail.subject },
        { name: t('evidence.subject'), value: detail.subject },
        {
          name: t('evidence.period'),
          value: t('ui.period', { from: format.day(period.from), to: format.day(period.to) }),
        },
        { name: t('evidence.basis'), value: t(`evidence.bases.${basis}`) },
        { name: t('evidence.unknown'), value: t('evidence.cases', { count: unknown }) },
        { name: t('evidence.notApplicable'), value: t('evidence.cases', { count: notApplicable }) },
        {
          name: t('evidence.weight'),
          value: t(purpose === 'conformity' ? `scales.severity.${severity}` : 'evidence.noWeight'),
        },
      ]}
    />
  )
}

function About({ detail }: Readonly<{ detail: CheckDetail }>) {
  const { t } = useTranslation()
  const { to, whyNot } = useOrganization()
  const mayRead = whyNot('read requirements') === undefined
  return (
    <div className={styles.stack} lang="en">
      <Section title={t('evidence.claim')}>
        <p>{detail.claim ?? detail.title}</p>
      </Section>
      <Section title={t('evidence.remedy')}>
        <p>{detail.remedy}</p>
      </Section>
      <Section title={t('evidence.knownGaps')}>
        <ul className={styles.list}>
          {detail.knownGaps.map((gap) => (
            <li key={gap}>{gap}</li>
          ))}
        </ul>
      </Section>
      {detail.decides.length > 0 && (
        <Section title={t('evidence.decides')}>
          <ul className={styles.list}>
            {detail.decides.map(({ requirement, part }) => (
              <li key={`${requirement} ${part}`}>
                {mayRead ? <To href={to.requirement(requirement)}>{requirement}</To> : requirement} {part}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}

function Repeat({ detail }: Readonly<{ detail: CheckDetail }>) {
  const { t } = useTranslation()
  const reachable = { tabIndex: 0 }
  return (
    <Section title={t('evidence.repeat')} says={t('evidence.repeatSays')}>
      <Facts
        facts={[
          { name: t('evidence.check'), value: <code>{detail.check}</code> },
          { name: t('evidence.sqlHash'), value: <code>{detail.sqlHash}</code> },
          { name: t('evidence.dataHash'), value: <code>{detail.dataHash}</code> },
        ]}
      />
      {detail.sql && (
        <details>
          <summary className={styles.summary}>{t('evidence.sql')}</summary>
          <section className={styles.sql} aria-label={t('evidence.sql')} {...reachable}>
            <pre>{detail.sql}</pre>
          </section>
        </details>
      )}
    </Section>
  )
}
