import { useTranslation } from 'react-i18next'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Figure, Tile, Tiles } from '../../ui/Figure.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { ReadinessBadge, type ReadinessWord } from '../../ui/Verdict.tsx'

type PageProps = Readonly<{ page: Answered<'GET /api/organizations/:organization/decision'> }>

/** The figures of the decision; what nobody planned says so, and is never zero. */
export function DecisionFigures({ page }: PageProps) {
  const { t } = useTranslation()
  return (
    <Section title={t('strategy.figures')}>
      <Tiles>
        <Money page={page} />
        <Finish page={page} />
        <Training page={page} />
      </Tiles>
      <Tiles>
        <Standing page={page} />
      </Tiles>
    </Section>
  )
}

function Money({ page: { figures } }: PageProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { case: money } = figures
  if (!money) return <Tile name={t('strategy.npv')}>{<Absent text={t('strategy.notComputed')} />}</Tile>
  const { npv, currency, probabilityPositive } = money
  // The minus sign of mathematics stays with its number at the end of a line.
  const amount = (value: number) => format.money(value, currency).replace('-', '\u2212')
  return (
    <Tile
      name={t('strategy.npv')}
      term="npv"
      says={t('strategy.npvSays', { p50: amount(npv.p50), share: format.percent(probabilityPositive, 0) })}
    >
      {t('strategy.range', { low: amount(npv.p10), high: amount(npv.p90) })}
    </Tile>
  )
}

function Finish({ page: { figures } }: PageProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { roadmap } = figures
  if (!roadmap) return <Tile name={t('strategy.finish')}>{<Absent text={t('strategy.notPlanned')} />}</Tile>
  return (
    <Tile
      name={t('strategy.finish')}
      term="p80-finish"
      says={t('strategy.finishSays', {
        p50: format.day(roadmap.p50),
        planned: format.day(roadmap.plannedFinish),
      })}
    >
      {format.day(roadmap.p80)}
    </Tile>
  )
}

function Training({ page: { figures } }: PageProps) {
  const { t } = useTranslation()
  const { training } = figures
  if (!training)
    return <Tile name={t('strategy.training')}>{<Absent text={t('strategy.notPlanned')} />}</Tile>
  return (
    <Tile name={t('strategy.training')} says={t('strategy.trainingSays', { count: training.persons })}>
      {t('strategy.trainingHours', { count: training.hours })}
    </Tile>
  )
}

function Standing({ page: { figures } }: PageProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const { readiness, gaps, alignment, risks } = figures
  const days = (value: number) => format.number(value, 0)
  const { accepted, major, effortDays } = gaps
  return (
    <>
      <Tile
        name={t('readiness.indexRated')}
        term="readiness-index"
        says={<ReadinessBadge label={readiness.label as ReadinessWord /* the label of the index */} />}
      >
        <Figure
          value={t('readiness.indexOf', { index: readiness.index })}
          href={to.readiness}
          origin={{ n: readiness.applicable }}
        />
      </Tile>
      <Tile name={t('strategy.gapsOpen')} says={t('strategy.gapsSay', { accepted, major })}>
        <Figure value={gaps.total} href={to.requirements({ gaps: 'true' })} />
      </Tile>
      <Tile
        name={t('strategy.effort')}
        says={t('strategy.effortSays', { low: days(effortDays.low), high: days(effortDays.high) })}
      >
        {t('strategy.effortDays', { likely: days(effortDays.likely) })}
      </Tile>
      <Tile name={t('strategy.coverage')} says={t('strategy.alignmentSays', { count: alignment.goals })}>
        <Figure
          value={alignment.coverage === undefined ? undefined : format.percent(alignment.coverage, 0)}
          href={to.strategy}
          origin={{ n: alignment.services }}
        />
      </Tile>
      <Tile name={t('strategy.high')} says={t('strategy.highSays', { rated: risks.rated })}>
        <Figure value={risks.high} href={to.register('risks')} origin={{ n: risks.rated }} />
      </Tile>
    </>
  )
}

function Absent({ text }: Readonly<{ text: string }>) {
  return (
    <span className="second" style={{ fontSize: 16, fontWeight: 400 }}>
      {text}
    </span>
  )
}
