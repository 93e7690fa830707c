import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Section } from '../../ui/Page.tsx'
import { Empty } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { AuditFrame } from './AuditFrame.tsx'
import styles from './Audits.module.css'
import { type AuditPage, answerTone, type Line } from './audit.ts'
import { Offline } from './Offline.tsx'
import { OneLine } from './OneLine.tsx'

/** The checklist of an audit: what is asked, what is expected, what the checks said, and what was answered. */
export function ChecklistPage() {
  return <AuditFrame>{(audit) => <Checklist audit={audit} />}</AuditFrame>
}

function Checklist({ audit }: Readonly<{ audit: AuditPage }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const [isOpenOnly, setOpenOnly] = useState(false)
  if (audit.lines.length === 0)
    return <Empty title={t('audits.noChecklist')} says={t('audits.noChecklistSays')} />
  const mayAnswer = audit.state === 'prepared' || audit.state === 'conducting'
  const shown = isOpenOnly ? audit.lines.filter(({ answer }) => answer === undefined) : audit.lines
  return (
    <>
      <Section
        title={t('audits.tabs.checklist')}
        says={t('audits.checklistSays')}
        actions={
          <Act size="xs" onClick={() => setOpenOnly((was) => !was)}>
            {t(isOpenOnly ? 'audits.showAll' : 'audits.showOpen')}
          </Act>
        }
      >
        {shown.map((line) => (
          <LineFold key={line.requirement} line={line} audit={audit} mayAnswer={mayAnswer} />
        ))}
      </Section>
      {audit.samples.length > 0 && (
        <Section title={t('audits.samples')}>
          <ul className={styles.plain}>
            {audit.samples.map(({ id, name, requirement, size, seed }) => (
              <li key={id}>
                <To href={to.sample(id)}>{name}</To>{' '}
                <span className="second">
                  {t('audits.sampleSays', { count: size, seed: seed ?? '–' })}
                  {requirement && `, ${requirement}`}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Offline audit={audit} mayAnswer={mayAnswer} />
    </>
  )
}

type LineProps = Readonly<{ line: Line; audit: AuditPage; mayAnswer: boolean }>

/** A line of the list; what belongs to it is drawn once it is opened, for a list may hold three hundred. */
function LineFold({ line, audit, mayAnswer }: LineProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { requirement, asks, answer } = line
  return (
    <div className={styles.line}>
      <h3>
        <button
          type="button"
          className={styles.opener}
          aria-expanded={isOpen}
          onClick={() => setOpen((was) => !was)}
        >
          {requirement} <span lang="en">{asks.title}</span>
        </button>
      </h3>
      {answer === undefined ? (
        <span className="second">{t('audits.unanswered')}</span>
      ) : (
        <Verdict tone={answerTone[answer]}>{t(`audits.answers.${answer}`)}</Verdict>
      )}
      {isOpen && <OneLine key={line.version} line={line} audit={audit} mayAnswer={mayAnswer} />}
    </div>
  )
}
