import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format.ts'
import { Verdict } from '../../ui/Verdict.tsx'
import type { Candidate } from './audit.ts'

/** What shows that somebody can audit; where nothing does, it is said. */
export function Qualified({ qualified }: Readonly<{ qualified: Candidate['qualified'] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (qualified.by === 'course')
    return <Verdict tone="conforming">{t('audits.byCourse', { day: format.day(qualified.until) })}</Verdict>
  if (qualified.by === 'record')
    return <Verdict tone="conforming">{t('audits.byRecord', { what: qualified.what })}</Verdict>
  return <Verdict tone="not_assessed">{t('audits.byNothing')}</Verdict>
}
