import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Page.tsx'
import { RatingBadge } from '../../ui/Verdict.tsx'
import styles from './Requirements.module.css'
import type { Requirement } from './requirement.ts'

/** The proposed rating and the path that led to it. */
export function Proposal({
  requirement: { proposal, typicalGap, remedy },
}: Readonly<{ requirement: Requirement }>) {
  const { t } = useTranslation()
  return (
    <Section title={t('requirements.proposal')} term="proposal" says={t('requirements.proposalSays')}>
      <p>
        <RatingBadge rating={proposal.rating} />
      </p>
      <ol className={styles.path} lang="en">
        {proposal.path.map(({ step, said, because }) => (
          <li key={step}>
            {step}: <strong>{said}</strong>
            <br />
            <span className="second">{because}</span>
          </li>
        ))}
      </ol>
      {proposal.missing.length > 0 && (
        <div>
          <h3>{t('requirements.missing')}</h3>
          <ul lang="en">
            {proposal.missing.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
      <dl className={styles.facts}>
        <dt>{t('requirements.typicalGap')}</dt>
        <dd lang="en">{typicalGap}</dd>
        <dt>{t('requirements.remedy')}</dt>
        <dd lang="en">
          {remedy.activity} ({remedy.role})
        </dd>
      </dl>
    </Section>
  )
}
