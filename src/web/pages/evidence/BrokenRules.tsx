import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import type { CheckRow } from './check-view.ts'
import styles from './Evidence.module.css'

const shown = 8

/** The checks of a process that fail, those with the most tickets first. */
export function useBrokenRules(process: string) {
  const { params } = useOrganization()
  return useAsk('GET /api/organizations/:organization/checks', {
    params,
    query: { process: process.replaceAll('_', '-'), verdict: 'fail', limit: 500 },
  })
}

export function worstFirst(items: readonly CheckRow[]): readonly CheckRow[] {
  return items.toSorted((a, b) => b.exceptionCount - a.exceptionCount)
}

/** Which rules the tickets of a process broke, and in which team. */
export function BrokenRules({ process }: Readonly<{ process: string }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const query = useBrokenRules(process)
  return (
    <Section title={t('evidence.rules')} says={t('evidence.rulesSay')}>
      <Shown query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('evidence.rulesNone')}</p>
          ) : (
            <>
              <table className={styles.rules} aria-label={t('evidence.rules')}>
                <thead>
                  <tr>
                    <th scope="col">{t('evidence.check')}</th>
                    <th scope="col" className="number">
                      {t('evidence.tickets')}
                    </th>
                    <th scope="col">{t('evidence.brokenBy')}</th>
                  </tr>
                </thead>
                <tbody>
                  {worstFirst(items)
                    .slice(0, shown)
                    .map((check) => (
                      <Rule key={check.check} check={check} />
                    ))}
                </tbody>
              </table>
              {items.length > shown && <To href={to.checks({ process, verdict: 'fail' })}>{t('ui.more')}</To>}
            </>
          )
        }
      </Shown>
    </Section>
  )
}

function Rule({ check }: Readonly<{ check: CheckRow }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return (
    <tr>
      <th scope="row">
        <To href={to.check(check.check)}>{check.title}</To>
      </th>
      <td className="number">{t('ui.of', { part: check.exceptionCount, whole: check.population })}</td>
      <td>
        <TopTeam check={check.check} />
      </td>
    </tr>
  )
}

/** The team most often named among the tickets that are listed with a check; undefined as long as it is not known. */
export function useTopTeam(
  check: string | undefined,
): Readonly<{ team: string; part: number; whole: number }> | undefined {
  const { params } = useOrganization()
  const { data } = useAsk(
    'GET /api/organizations/:organization/checks/:check/exceptions',
    check === undefined ? undefined : { params: { ...params, check }, query: { limit: 500 } },
  )
  return useMemo(() => {
    const teams = Map.groupBy(data?.items.flatMap(({ ticket }) => ticket?.team ?? []) ?? [], (team) => team)
    const [top] = [...teams].toSorted(([, a], [, b]) => b.length - a.length)
    return top && { team: top[0], part: top[1].length, whole: data?.items.length ?? 0 }
  }, [data])
}

/** Which team broke a rule most often. */
export function TopTeam({ check }: Readonly<{ check: string }>) {
  const { t } = useTranslation()
  const top = useTopTeam(check)
  return top ? `${top.team} (${t('ui.of', { part: top.part, whole: top.whole })})` : '–'
}
