import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { BaselinePicker, OlderNote, useBaseline } from '../../ui/BaselinePicker.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import styles from './Readiness.module.css'
import { ReadinessTabs } from './ReadinessTabs.tsx'

/** Where the assessment contradicts itself, or stands on too little. */
export function ConsistencyPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const { params, to } = useOrganization()
  const { baseline } = useBaseline()
  const query = useAsk('GET /api/organizations/:organization/consistency', {
    params,
    query: { baseline },
  })
  const count = query.data?.count
  const sentence =
    count === 0 ? t('standing.consistent') : count !== undefined && t('standing.doubts', { count })
  return (
    <Page title={t('standing.consistency')} sentence={sentence} actions={<BaselinePicker />}>
      <ReadinessTabs />
      <OlderNote />
      <EnglishNote />
      <Shown query={query}>
        {({ rules, rises }) => (
          <>
            {rules.map((rule) => (
              <Section key={rule.id} title={rule.title} says={<span lang="en">{rule.why}</span>}>
                {rule.found.length === 0 && <p className="second">{t('standing.nothingFound')}</p>}
                <ul className={styles.plain}>
                  {rule.found.map(({ requirement, title, says }) => (
                    <li key={requirement}>
                      <To href={to.requirement(requirement)}>{requirement}</To>{' '}
                      <span lang="en">
                        {title}: {says}
                      </span>
                    </li>
                  ))}
                </ul>
              </Section>
            ))}
            {rises.length > 0 && (
              <Section title={t('standing.rises')}>
                <ul className={styles.plain}>
                  {rises.map(({ by, on, requirements }) => (
                    <li key={`${by} ${on}`}>
                      {by}, {format.day(on)}: {requirements.join(', ')}
                    </li>
                  ))}
                </ul>
              </Section>
            )}
          </>
        )}
      </Shown>
    </Page>
  )
}
