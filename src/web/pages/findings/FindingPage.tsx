import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Attachments } from '../../ui/Attachments.tsx'
import { ChangeList } from '../../ui/ChangeList.tsx'
import { Comments } from '../../ui/Comments.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { FindingText } from '../../ui/FindingText.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { Chain } from './Chain.tsx'
import styles from './Findings.module.css'
import { FollowUp } from './FollowUp.tsx'
import { type Finding, gradeTone, stateTone } from './finding.ts'
import { Moves } from './Moves.tsx'

/** One finding: what it says, and its chain from correction to proven effect. */
export function FindingPage() {
  const { t } = useTranslation()
  const { params, to, organization } = useOrganization()
  const { finding: id = '' } = useParams({ strict: false }) as { finding?: string }
  const query = useAsk('GET /api/organizations/:organization/findings/:finding', {
    params: { ...params, finding: id },
  })
  const isReader = organization.permissions.includes('read audits')
  return (
    <Shown query={query}>
      {(finding) => (
        <Page
          title={`${finding.name} ${finding.title}`}
          trail={<To href={to.findings()}>{t('findings.title')}</To>}
          sentence={<Sentence finding={finding} />}
          actions={
            <>
              <Verdict tone={gradeTone[finding.grade]}>{t(`findings.grades.${finding.grade}`)}</Verdict>
              <Verdict tone={stateTone(finding.state)}>{t(`findings.states.${finding.state}`)}</Verdict>
            </>
          }
        >
          <EnglishNote />
          <Text finding={finding} />
          <Moves finding={finding} />
          {(finding.grade === 'major' || finding.grade === 'minor') && <Chain finding={finding} />}
          {finding.mayVerify && finding.state !== 'closed' && finding.state !== 'rejected' && (
            <FollowUp key={finding.version} finding={finding} />
          )}
          {finding.recurrence.length > 0 && <Recurrence finding={finding} />}
          {isReader && (
            <>
              <Section title={t('attached.files')}>
                <Attachments on={`finding:${id}`} />
              </Section>
              <Section title={t('attached.comments')}>
                <Comments on={`finding:${id}`} />
              </Section>
              <History id={id} />
            </>
          )}
        </Page>
      )}
    </Shown>
  )
}

function Sentence({ finding }: Readonly<{ finding: Finding }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { overdueSince, nextOn, owner, reopened } = finding
  const who = owner ? t('findings.saysOwner', { name: owner.name }) : t('findings.saysNobody')
  return [
    t(`findings.saysState.${finding.state}`),
    finding.state === 'closed' || finding.state === 'rejected' ? '' : who,
    overdueSince ? t('findings.saysLate', { day: format.day(overdueSince) }) : '',
    !overdueSince && nextOn ? t('findings.saysNext', { day: format.day(nextOn) }) : '',
    reopened > 0 ? t('findings.saysReopened', { count: reopened }) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function Text({ finding }: Readonly<{ finding: Finding }>) {
  const { t } = useTranslation()
  const { to, organization } = useOrganization()
  const { requirementTexts, evidence, missing, gradeReason, extent, audit, source, sourceName, check } =
    finding
  const mayEdit = !finding.isTextFixed && finding.mayWork && organization.permissions.includes('hold audits')
  const said = [
    { name: t('findings.evidence'), value: evidence },
    { name: t('findings.missing'), value: missing },
    { name: t('findings.gradeReason'), value: gradeReason },
    { name: t('findings.extent'), value: extent },
    { name: t('findings.decision'), value: finding.decision },
  ].filter(({ value }) => value !== '')
  return (
    <Section title={t('findings.text')} says={finding.isTextFixed ? t('findings.textFixed') : undefined}>
      <Facts
        facts={[
          {
            name: t('findings.requirements'),
            value: (
              <ul className={styles.plain}>
                {requirementTexts.map(({ requirement, title, statement }) => (
                  <li key={requirement}>
                    <To href={to.requirement(requirement)}>{requirement}</To>{' '}
                    <span lang="en">
                      {title}. <span className="second">{statement}</span>
                    </span>
                  </li>
                ))}
              </ul>
            ),
          },
          ...said.map(({ name, value }) => ({ name, value: <span className={styles.said}>{value}</span> })),
          {
            name: t('findings.source'),
            value: audit ? (
              <To href={to.audit(audit.id)}>{audit.name}</To>
            ) : (
              `${t(`findings.sources.${source}`)}${sourceName ? `: ${sourceName}` : ''}`
            ),
          },
          ...(check ? [{ name: t('findings.check'), value: <To href={to.check(check)}>{check}</To> }] : []),
        ]}
      />
      {mayEdit && (
        <Fold title={t('findings.editText')}>
          <EditText key={finding.version} finding={finding} />
        </Fold>
      )}
    </Section>
  )
}

function EditText({ finding }: Readonly<{ finding: Finding }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params } = useOrganization()
  const change = useChange('PATCH /api/organizations/:organization/findings/:finding')
  return (
    <FindingText
      start={finding}
      submit={t('ui.save')}
      isBusy={change.isPending}
      error={change.error}
      send={({ grade, title, requirements, evidence, missing, gradeReason, extent }) =>
        change.mutate(
          {
            params: { ...params, finding: finding.id },
            ifMatch: finding.version,
            body: { grade, title, requirements, evidence, missing, gradeReason, extent },
          },
          { onSuccess: () => say(t('findings.kept')) },
        )
      }
    />
  )
}

function Recurrence({ finding }: Readonly<{ finding: Finding }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return (
    <Section title={t('findings.recurrence')} says={t('findings.recurrenceSays')}>
      <ul className={styles.plain}>
        {finding.recurrence.map(({ id, name, title, by, what, state }) => (
          <li key={id}>
            <To href={to.finding(id)}>
              {name} {title}
            </To>{' '}
            <span className="second">
              {by === 'cause'
                ? t('findings.sameCause', { what: t(`findings.categories.${what as 'people'}`) }) // a category, by its kind
                : t('findings.sameRequirement', { what })}
              {', '}
              {t(`findings.states.${state}`)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function History({ id }: Readonly<{ id: string }>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/findings/:finding/history', {
    params: { ...params, finding: id },
  })
  return (
    <Fold title={t('registers.history')}>
      <Shown query={query}>{({ items }) => <ChangeList changes={items} />}</Shown>
    </Fold>
  )
}
