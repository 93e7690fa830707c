import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answered, addressOf } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { sendFiles } from '../../data/send-files.ts'
import { Act } from '../../ui/Act.tsx'
import { Download } from '../../ui/Download.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Upload } from '../../ui/Upload.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Audits.module.css'
import type { AuditPage } from './audit.ts'

const key = 'POST /api/organizations/:organization/audits/:audit/checklist'
type Plan = Answered<typeof key>

const tones = {
  answer: 'conforming',
  unchanged: 'not_applicable',
  conflict: 'minor',
  refused: 'major',
} as const

type OfflineProps = Readonly<{ audit: AuditPage; mayAnswer: boolean }>

/** The checklist without a connection: taken along as a workbook, and brought back with a look at every row first. */
export function Offline({ audit, mayAnswer }: OfflineProps) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const [plan, setPlan] = useState<Plan>()
  const [file, setFile] = useState<File>()
  const named = { ...params, audit: audit.id }
  if (whyNot('hold audits') !== undefined) return null
  return (
    <Fold title={t('audits.offline')} says={t('audits.offlineSays')}>
      <p>
        <Download
          href={addressOf('GET /api/organizations/:organization/audits/:audit/checklist', { params: named })}
        >
          {t('audits.takeAlong')}
        </Download>
      </p>
      <Upload
        isSingle
        isQuiet
        accept=".xlsx,.csv"
        address={addressOf(key, { params: named, query: {} })}
        says={t('audits.bringBack')}
        whyNot={mayAnswer ? undefined : t('audits.notNow')}
        done={(answer, files) => {
          setPlan(answer as Plan) // the answer of this address, by its contract
          setFile(files[0])
        }}
      />
      {plan && file && (
        <Rows
          plan={plan}
          file={file}
          address={addressOf(key, { params: named, query: { digest: plan.digest } })}
          done={setPlan}
        />
      )}
    </Fold>
  )
}

type RowsProps = Readonly<{ plan: Plan; file: File; address: string; done: (plan: Plan | undefined) => void }>

function Rows({ plan, file, address, done }: RowsProps) {
  const { t } = useTranslation()
  const say = useToast()
  const client = useQueryClient()
  const [error, setError] = useState<Error>()
  const { answer } = plan.counts
  const apply = async () => {
    try {
      await sendFiles(address, [file], 'file', () => undefined)
      done(undefined)
      say(t('audits.applied', { count: answer }))
      await client.invalidateQueries()
    } catch (cause) {
      setError(cause instanceof Error ? cause : new Error(String(cause)))
    }
  }
  return (
    <>
      <ul className={styles.plain} aria-label={t('audits.fates')}>
        {plan.rows
          .filter(({ fate }) => fate !== 'unchanged')
          .map((row) => (
            <li key={row.line}>
              <Verdict tone={tones[row.fate]}>{t(`audits.fate.${row.fate}`)}</Verdict> {row.requirement}{' '}
              {row.answer && t(`audits.answers.${row.answer}`)}{' '}
              <span className="second" lang="en">
                {t('audits.row', { line: row.line })}: {row.says}
              </span>
            </li>
          ))}
      </ul>
      <p className="second">{t('audits.unchangedRows', { count: plan.counts.unchanged })}</p>
      <Wrong error={error} />
      <Act
        isPrimary
        whyNot={answer === 0 ? t('audits.nothingToApply') : undefined}
        onClick={() => void apply()}
      >
        {t('audits.apply', { count: answer })}
      </Act>
    </>
  )
}
