import { Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Act } from '../../ui/Act.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Findings.module.css'
import type { Finding } from './finding.ts'
import { useKeep } from './keep.ts'

/** What was done at once, and for those whom it hit. */
export function Correction({ finding }: Readonly<{ finding: Finding }>) {
  const { t } = useTranslation()
  const { keep, isBusy, error } = useKeep(finding)
  const [correction, setCorrection] = useState(finding.correction)
  const isOver = finding.state === 'closed' || finding.state === 'rejected'
  if (!finding.mayWork || isOver)
    return <p className={styles.said}>{finding.correction || t('findings.notYet')}</p>
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keep({ correction })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Textarea
        label={t('findings.correction')}
        description={t('findings.hints.correction')}
        autosize
        minRows={2}
        maxLength={4000}
        value={correction}
        onChange={(event) => setCorrection(event.currentTarget.value)}
      />
      <Wrong error={error} />
      <div>
        <Act type="submit" size="xs" isBusy={isBusy} label={t('findings.keepCorrection')}>
          {t('ui.save')}
        </Act>
      </div>
    </form>
  )
}
