import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import type { Readiness } from '../../data/readiness.ts'
import { BaselinePicker, OlderNote, useBaseline } from '../../ui/BaselinePicker.tsx'
import { evidenceJobs, JobsInHand } from '../../ui/JobsInHand.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { useRisk } from '../../ui/risk.ts'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Underway, useIsUnderway } from '../../ui/Underway.tsx'
import { Blocks } from './Blocks.tsx'
import { ClauseMap } from './ClauseMap.tsx'
import { Gates } from './Gates.tsx'
import { IndexFigure } from './IndexFigure.tsx'
import { KeyFigures } from './KeyFigures.tsx'
import { Origin } from './Origin.tsx'
import { ReadinessTabs } from './ReadinessTabs.tsx'
import { useSentence } from './sentence.ts'

/** Are we ready? The sentence, the index with what holds it down, what blocks, the gates, the clauses. */
export function ReadinessPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const { baseline } = useBaseline()
  const query = useAsk('GET /api/organizations/:organization/readiness', { params, query: { baseline } })
  if (!query.data)
    return (
      <Page title={t('shell.readiness')}>
        <Shown query={query}>{() => null}</Shown>
      </Page>
    )
  return <Answer readiness={query.data} />
}

function Answer({ readiness }: Readonly<{ readiness: Readiness }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const sentence = useSentence(readiness)
  const risk = useRisk(readiness)
  const isUnderway = useIsUnderway()
  const isUnknown = readiness.index.assessed === 0 && readiness.proposed.assessed === 0
  if (isUnknown)
    return (
      <Page title={t('shell.readiness')}>
        {isUnderway ? (
          <Underway />
        ) : (
          <Empty
            title={t('readiness.emptyTitle')}
            says={t('readiness.emptySays')}
            action={<To href={to.sources}>{t('readiness.emptyDo')}</To>}
          />
        )}
        <Gates gates={readiness.gates} />
      </Page>
    )

  return (
    <Page title={t('shell.readiness')} sentence={`${risk} ${sentence}`} actions={<BaselinePicker />}>
      <ReadinessTabs />
      <OlderNote />
      {isUnderway && <JobsInHand kinds={evidenceJobs} />}
      <KeyFigures readiness={readiness} />
      <IndexFigure readiness={readiness} />
      <Section
        title={t('readiness.blocks')}
        term="gap"
        says={readiness.blocks.length > 0 ? t('readiness.blocksSays') : t('readiness.blocksNone')}
        actions={
          readiness.gapCount > readiness.blocks.length && (
            <To href={to.requirements({ gaps: 'true' })}>
              {t('readiness.allGaps', { count: readiness.gapCount })}
            </To>
          )
        }
      >
        {readiness.blocks.length > 0 && <Blocks blocks={readiness.blocks} />}
      </Section>
      <ClauseMap readiness={readiness} />
      <Gates gates={readiness.gates} />
      <Origin readiness={readiness} />
    </Page>
  )
}
