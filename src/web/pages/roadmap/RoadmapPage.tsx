import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useAddress } from '../../ui/address.ts'
import { Facts } from '../../ui/Facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { Baselines } from './Baselines.tsx'
import { Changes } from './Changes.tsx'
import { Dates } from './Dates.tsx'
import { Gantt } from './Gantt.tsx'
import styles from './Roadmap.module.css'
import { RoadmapFrame } from './RoadmapFrame.tsx'
import { type Roadmap, type Schedule, type Tried, withWish } from './roadmap.ts'
import { TaskTable } from './TaskTable.tsx'

/** What is done about the gaps, when, and when it will be finished. */
export function RoadmapPage() {
  const { params } = useOrganization()
  const { said } = useAddress()
  const query = useAsk('GET /api/organizations/:organization/roadmap', {
    params,
    query: said.baseline ? { baseline: said.baseline } : {},
  })
  return query.data ? (
    <Whole roadmap={query.data} />
  ) : (
    <RoadmapFrame>
      <Shown query={query}>{() => null}</Shown>
    </RoadmapFrame>
  )
}

function Whole({ roadmap }: Readonly<{ roadmap: Roadmap }>) {
  const { schedule, counts, plan } = roadmap
  const planning = usePlanning()
  if (!schedule)
    return (
      <RoadmapFrame>
        <Nothing counts={counts} planning={planning} />
        {counts.accepted + counts.options > 0 && plan.isAssumed && <Assumed roadmap={roadmap} />}
      </RoadmapFrame>
    )
  return (
    <RoadmapFrame
      sentence={<Sentence schedule={schedule} />}
      actions={<PlanAgain schedule={schedule} planning={planning} />}
    >
      <Trouble error={planning.error} />
      <Notes roadmap={roadmap} schedule={schedule} />
      <Shape schedule={schedule} />
      <Dates schedule={schedule} />
      {roadmap.difference && <Changes difference={roadmap.difference} />}
      <Timeline key={schedule.number} roadmap={roadmap} schedule={schedule} />
      <Baselines roadmap={roadmap} />
      <TaskTable roadmap={roadmap} schedule={schedule} />
    </RoadmapFrame>
  )
}

type Planning = ReturnType<typeof usePlanning>

function usePlanning() {
  return useChange('POST /api/organizations/:organization/roadmap/schedules')
}

function Nothing({ counts, planning }: Readonly<{ counts: Roadmap['counts']; planning: Planning }>) {
  const { t } = useTranslation()
  const { params, to, whyNot } = useOrganization()
  if (counts.accepted + counts.options === 0)
    return (
      <Empty
        title={t('roadmap.nothing')}
        says={t('roadmap.nothingAccepted', { count: counts.proposed })}
        action={<To href={to.remedies()}>{t('roadmap.decide')}</To>}
      />
    )
  return (
    <Empty
      title={t('roadmap.nothing')}
      says={
        <>
          {counts.accepted > 0 && t('roadmap.nothingPlanned', { count: counts.accepted })}{' '}
          {counts.options > 0 && t('roadmap.optionsPlanned', { count: counts.options })}
        </>
      }
      action={
        <>
          <Act
            isPrimary
            isBusy={planning.isPending}
            whyNot={whyNot('plan the roadmap')}
            onClick={() => planning.mutate({ params })}
          >
            {t('roadmap.planNow')}
          </Act>
          <Trouble error={planning.error} />
        </>
      }
    />
  )
}

function PlanAgain({ schedule, planning }: Readonly<{ schedule: Schedule; planning: Planning }>) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  return (
    <Act
      isPrimary={schedule.isStale}
      isBusy={planning.isPending}
      whyNot={whyNot('plan the roadmap')}
      onClick={() => planning.mutate({ params })}
    >
      {t('roadmap.planAgain')}
    </Act>
  )
}

function Sentence({ schedule }: Readonly<{ schedule: Schedule }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { finish, risk, tasks } = schedule
  const date = risk.dates.find(({ kind }) => kind === 'certification') ?? risk.dates.at(-1)
  return [
    t('roadmap.sentence', {
      count: tasks.length,
      finish: format.day(finish),
      p50: format.day(risk.p50),
      p80: format.day(risk.p80),
    }),
    date &&
      t('roadmap.kept', {
        title: date.title,
        on: format.day(date.on),
        share: format.percent(date.probability, 0),
      }),
  ]
    .filter(Boolean)
    .join(' ')
}

function Notes({ roadmap, schedule }: Readonly<{ roadmap: Roadmap; schedule: Schedule }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { isProved, bound, isStale, plannedBy, plannedAt } = schedule
  return (
    <div className={styles.notes}>
      {isStale && <p className={styles.stale}>{t('roadmap.stale')}</p>}
      {roadmap.plan.isAssumed && <Assumed roadmap={roadmap} />}
      <p className="second">
        {t('roadmap.planned', { name: plannedBy, at: format.instant(plannedAt) })}{' '}
        {isProved ? t('roadmap.proved') : t('roadmap.bound', { bound: format.day(bound) })}
      </p>
    </div>
  )
}

function Assumed({ roadmap }: Readonly<{ roadmap: Roadmap }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return (
    <p>
      {t('roadmap.assumed', { share: format.percent(roadmap.plan.roles[0]?.share ?? 0, 0) })}{' '}
      <To href={to.roadmapRoles}>{t('roadmap.sayRoles')}</To>
    </p>
  )
}

function Shape({ schedule }: Readonly<{ schedule: Schedule }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { personDays, workingDays, criticalDays, risk } = schedule
  const facts = [
    { name: t('roadmap.effort'), value: t('roadmap.days', { days: format.number(personDays) }) },
    { name: t('roadmap.workingDays'), value: format.number(workingDays) },
    {
      name: t('roadmap.chain'),
      term: 'critical-path',
      value: t('roadmap.chainDays', { days: format.number(criticalDays) }),
    },
    { name: t('roadmap.runs'), value: t('roadmap.runsSays', { runs: risk.runs, seed: risk.seed }) },
  ]
  return <Facts facts={facts} />
}

type Trial = Readonly<{ task: string; notBefore: string | undefined; tried: Tried }>

/** The Gantt, and what follows from moving a bar; nothing is kept until it is confirmed. */
function Timeline({ roadmap, schedule }: Readonly<{ roadmap: Roadmap; schedule: Schedule }>) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const [trial, setTrial] = useState<Trial>()
  const attempt = useChange('POST /api/organizations/:organization/roadmap/what-if')
  const write = useChange('PUT /api/organizations/:organization/roadmap/plan')
  const planning = usePlanning()
  const move = (task: string, notBefore: string | undefined) =>
    attempt.mutate(
      { params, body: withWish(roadmap.plan, task, notBefore) },
      { onSuccess: (tried) => setTrial({ task, notBefore, tried }) },
    )
  const keep = ({ task, notBefore }: Trial) =>
    write.mutate(
      { params, body: withWish(roadmap.plan, task, notBefore), ifMatch: roadmap.plan.version },
      { onSuccess: () => planning.mutate({ params }, { onSuccess: () => setTrial(undefined) }) },
    )
  return (
    <Section title={t('roadmap.gantt')} says={t('roadmap.ganttSays')}>
      <Gantt
        schedule={schedule}
        tried={trial?.tried.schedule}
        before={roadmap.baseline?.difference}
        isBusy={attempt.isPending}
        move={move}
      />
      <Trouble error={attempt.error ?? write.error ?? planning.error} />
      {trial && (
        <section className={styles.trial} aria-label={t('roadmap.whatIf')} aria-live="polite">
          <TrialSays trial={trial} />
          <div className={styles.buttons}>
            <Act
              isPrimary
              isBusy={write.isPending || planning.isPending}
              whyNot={whyNot('plan the roadmap')}
              onClick={() => keep(trial)}
            >
              {t('roadmap.keepIt')}
            </Act>
            <Act onClick={() => setTrial(undefined)}>{t('roadmap.discard')}</Act>
          </div>
        </section>
      )}
    </Section>
  )
}

function TrialSays({ trial: { task, notBefore, tried } }: Readonly<{ trial: Trial }>) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <>
      <h3>{t('roadmap.whatIf')}</h3>
      <p>
        {notBefore === undefined
          ? t('roadmap.whatIfFree', { task })
          : t('roadmap.whatIfSays', { task, on: format.day(notBefore) })}
      </p>
      {tried.difference && <Changes difference={tried.difference} isPlain />}
    </>
  )
}
