import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'

import { useOrganization } from '../../data/organization.ts'
import { useAddress } from '../../ui/address.ts'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { ProcessGraph } from '../../ui/ProcessGraph.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { BrokenRules, useBrokenRules, useTopTeam, worstFirst } from './BrokenRules.tsx'
import { Deviations } from './Deviations.tsx'
import styles from './Evidence.module.css'
import { ProcessMeasures } from './ProcessMeasures.tsx'
import { Stays, Teams, Variants } from './ProcessTables.tsx'
import type { Process } from './process-view.ts'
import { sayId } from './say-id.ts'

/** One process as it was really done: the map, where paths left the model, which team, and how long it waited. */
export function ProcessPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const { process = '' } = useParams({ strict: false }) as { process?: string }
  const { said } = useAddress()
  const query = useAsk('GET /api/organizations/:organization/conformance/:process', {
    params: { ...params, process },
    query: { team: said.team },
  })
  return (
    <Shown query={query}>
      {(view) => (
        <Page
          title={view.title}
          trail={<To href={to.conformance}>{t('evidence.conformance')}</To>}
          sentence={<Sentence view={view} />}
        >
          <EnglishNote />
          <TeamChoice view={view} />
          <Section title={t('evidence.map')} says={t('evidence.mapSays')}>
            <ProcessMap view={view} />
          </Section>
          <Section title={t('evidence.deviations')} says={t('evidence.deviationsSay')}>
            <Deviations view={view} />
          </Section>
          <BrokenRules process={view.process} />
          {view.teams.length > 0 && (
            <Section title={t('evidence.teams')}>
              <Teams view={view} />
            </Section>
          )}
          <ProcessMeasures process={view.process} />
          <Section title={t('evidence.waits')}>
            <Stays view={view} />
          </Section>
          <Section
            title={t('evidence.variants')}
            says={t('evidence.variantsSay', { shown: view.variants.length, all: view.variantCount })}
          >
            <Variants view={view} />
          </Section>
        </Page>
      )}
    </Shown>
  )
}

function Sentence({ view }: Readonly<{ view: Process }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { share, finished, deviationList } = view
  const rules = useBrokenRules(view.process)
  const top = deviationList[0]
  const rule = worstFirst(rules.data?.items ?? [])[0]
  const ruleTeam = useTopTeam(top ? undefined : rule?.check)
  const team = top?.teams?.[0]
  const follows =
    share === undefined
      ? t('evidence.processNothing')
      : t('evidence.processSays', { share: format.percent(share), n: finished })
  if (!top) {
    const broken = rule && {
      title: rule.title,
      count: rule.exceptionCount,
      n: rule.population,
    }
    const by = ruleTeam ? ` ${t('evidence.ruleTeam', ruleTeam)}` : ''
    return `${follows} ${broken ? t('evidence.ruleWorst', broken) : t('evidence.processClean')}${by}`
  }
  const worst = t('evidence.processWorst', { count: top.count, says: top.says })
  const where = team
    ? ` ${t('evidence.processTeam', { team: team.team, part: team.count, whole: top.count })}`
    : ''
  return `${follows} ${worst}${where}`
}

/** Every team, or one of them; the choice stands in the address. */
function TeamChoice({ view }: Readonly<{ view: Process }>) {
  const { t } = useTranslation()
  const { said, say } = useAddress()
  if (view.teams.length === 0) return null
  return (
    <div>
      <select
        className={styles.choice}
        aria-label={t('ui.filterBy', { column: t('evidence.team') })}
        value={said.team ?? ''}
        onChange={(event) => say({ team: event.currentTarget.value })}
      >
        <option value="">{t('evidence.everyTeam')}</option>
        {view.teams.map(({ team }) => (
          <option key={team}>{team}</option>
        ))}
      </select>
    </div>
  )
}

function ProcessMap({ view }: Readonly<{ view: Process }>) {
  const { t } = useTranslation()
  const steps = useMemo(
    () =>
      view.states.map(({ state, visits, meaning, starts, ends }) => ({
        id: state,
        label: sayId(state),
        count: visits,
        isOutside: meaning === undefined,
        starts,
        ends,
      })),
    [view],
  )
  const flows = useMemo(
    () =>
      view.steps.map(({ from, to, count, medianMinutes, isAllowed }) => ({
        from,
        to,
        count,
        wait: medianMinutes,
        isOutside: !isAllowed,
      })),
    [view],
  )
  return <ProcessGraph label={t('evidence.mapOf', { process: view.title })} steps={steps} flows={flows} />
}
