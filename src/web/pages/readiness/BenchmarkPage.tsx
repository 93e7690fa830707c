import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Figure } from '../../ui/Figure.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import styles from './Readiness.module.css'
import { ReadinessTabs } from './ReadinessTabs.tsx'

/** Own state beside the target and the reference profiles, each with its source and date. */
export function BenchmarkPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const { params, to } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/benchmark', { params, query: {} })
  const share = (value: number | undefined) => (value === undefined ? undefined : format.percent(value, 0))
  return (
    <Page title={t('standing.benchmark')} sentence={t('standing.benchmarkSays')}>
      <ReadinessTabs />
      <Shown query={query}>
        {({ lines, profiles }) => (
          <>
            <section className={styles.wide} aria-label={t('standing.benchmark')} {...reachable}>
              <table className={styles.bench}>
                <thead>
                  <tr>
                    <th scope="col">{t('readiness.clause')}</th>
                    <th scope="col">{t('requirements.rating')}</th>
                    <th scope="col">{t('requirements.proposed')}</th>
                    <th scope="col">{t('standing.target')}</th>
                    {profiles.map(({ id, title }) => (
                      <th key={id} scope="col" lang="en">
                        {title}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {lines.map((line) => (
                    <tr key={line.group}>
                      <th scope="row" lang="en">
                        {line.title}
                      </th>
                      <td>
                        <Figure
                          value={line.rated.assessed === 0 ? undefined : share(line.rated.share)}
                          href={to.requirements()}
                          origin={{ n: line.rated.of }}
                        />
                      </td>
                      <td>
                        <Figure
                          value={share(line.proposed.share)}
                          href={to.requirements()}
                          origin={{ n: line.proposed.of }}
                        />
                      </td>
                      <td>{share(line.target) ?? '–'}</td>
                      {profiles.map(({ id }) => (
                        <td key={id}>{share(line.references[id]) ?? '–'}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
            <ul className={styles.plain} lang="en">
              {profiles.map(({ id, title, source, asOf }) => (
                <li key={id}>
                  {title}: {source} ({asOf})
                </li>
              ))}
            </ul>
          </>
        )}
      </Shown>
    </Page>
  )
}

/** What may scroll sideways is reached by key. */
const reachable = { tabIndex: 0 }
