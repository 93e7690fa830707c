import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { BaselinePicker, OlderNote, useBaseline } from '../../ui/BaselinePicker.tsx'
import { Comments } from '../../ui/Comments.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { RatingBadge } from '../../ui/Verdict.tsx'
import { Asked } from './Asked.tsx'
import { AssignmentForm } from './AssignmentForm.tsx'
import { Computed } from './Computed.tsx'
import { EvidenceFiles } from './EvidenceFiles.tsx'
import { EvidenceLinks } from './EvidenceLinks.tsx'
import { Impact } from './Impact.tsx'
import { Proposal } from './Proposal.tsx'
import { RatingForm } from './RatingForm.tsx'
import { RemedyPart } from './RemedyForm.tsx'
import { RequirementHistory } from './RequirementHistory.tsx'
import styles from './Requirements.module.css'
import type { Requirement } from './requirement.ts'
import { StatementForm } from './StatementForm.tsx'

/** One requirement, whole: what is asked, what is shown, what is proposed, what was rated and by whom. */
export function RequirementPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const { requirement = '' } = useParams({ strict: false })
  const { baseline } = useBaseline()
  const query = useAsk('GET /api/organizations/:organization/requirements/:requirement', {
    params: { ...params, requirement },
    query: { baseline },
  })
  const trail = <To href={to.requirements()}>{t('shell.requirements')}</To>
  if (!query.data)
    return (
      <Page title={requirement} trail={trail}>
        <Shown query={query}>{() => null}</Shown>
      </Page>
    )
  return <Whole requirement={query.data} />
}

function Whole({ requirement }: Readonly<{ requirement: Requirement }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const { baseline, older } = useBaseline()
  const { currentRating, proposal } = requirement
  const trail = (
    <>
      <To href={to.requirements({ baseline })}>{t('shell.requirements')}</To> ·{' '}
      <To href={to.requirements({ clause: requirement.clause })}>
        <span lang="en">
          {requirement.clause} {requirement.clauseTitle}
        </span>
      </To>
    </>
  )
  return (
    <Page
      title={`${requirement.requirement} ${requirement.title}`}
      trail={trail}
      actions={<BaselinePicker />}
      sentence={
        <span className={styles.state}>
          <span>
            {t('requirements.ratedAs')} <RatingBadge rating={currentRating.rating} />
          </span>
          <span>
            {t('requirements.proposedAs')} <RatingBadge rating={proposal.rating} />
          </span>
          <span>
            {t('requirements.evidence')}{' '}
            {t('requirements.levels', {
              level: requirement.strength.level,
              needed: requirement.strength.needed,
            })}
          </span>
        </span>
      }
    >
      <OlderNote />
      <EnglishNote />
      <div className={styles.columns}>
        <div className={styles.main}>
          <Asked requirement={requirement} />
          <Computed requirement={requirement} />
          <EvidenceLinks requirement={requirement} />
          <EvidenceFiles requirement={requirement} />
          <Proposal requirement={requirement} />
          <Impact requirement={requirement.requirement} />
          <Section title={t('attached.comments')}>
            <Comments on={`requirement:${requirement.requirement}`} />
          </Section>
          <RequirementHistory requirement={requirement.requirement} />
        </div>
        <fieldset className={styles.side} disabled={older !== undefined}>
          <legend className="unseen">{t('requirements.rating')}</legend>
          <Section title={t('requirements.rating')} term="rating">
            <RatingForm key={currentRating.version} requirement={requirement} />
          </Section>
          <RemedyPart requirement={requirement.requirement} />
          <Section title={t('requirements.statement')}>
            <StatementForm key={requirement.currentStatement.version} requirement={requirement} />
          </Section>
          <Section title={t('requirements.assignment')}>
            <AssignmentForm key={requirement.assignment.version} requirement={requirement} />
          </Section>
        </fieldset>
      </div>
    </Page>
  )
}
