import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Page.tsx'
import styles from './Requirements.module.css'
import type { Requirement } from './requirement.ts'

/** What the requirement asks, in our own words, and what an auditor expects to see. */
export function Asked({ requirement }: Readonly<{ requirement: Requirement }>) {
  const { t } = useTranslation()
  const { usuallyShown, documents, applicability } = requirement
  const shown = [
    [t('requirements.documents'), usuallyShown.documents],
    [t('requirements.records'), usuallyShown.records],
    [t('requirements.interviews'), usuallyShown.interviews],
    [t('requirements.data'), usuallyShown.data],
  ] as const
  return (
    <Section title={t('requirements.asked')}>
      <p lang="en">{requirement.statementText}</p>
      <dl className={styles.facts}>
        <dt>{t('requirements.question')}</dt>
        <dd lang="en">{requirement.question}</dd>
        <dt>{t('requirements.expects')}</dt>
        <dd lang="en">{requirement.expects}</dd>
        {shown.map(([name, some]) => some.length > 0 && <Shown key={name} name={name} some={some} />)}
        {documents.length > 0 && (
          <>
            <dt>{t('requirements.pieces')}</dt>
            <dd lang="en">
              <ul>
                {documents.map(({ id, name, content }) => (
                  <li key={id}>
                    {name}: {content}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {'condition' in applicability && (
          <>
            <dt>{t('requirements.condition')}</dt>
            <dd lang="en">{String(applicability.condition)}</dd>
          </>
        )}
      </dl>
    </Section>
  )
}

function Shown({ name, some }: Readonly<{ name: string; some: readonly string[] }>) {
  return (
    <>
      <dt>{name}</dt>
      <dd lang="en">{some.join(', ')}</dd>
    </>
  )
}
