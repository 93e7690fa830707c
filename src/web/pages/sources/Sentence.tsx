import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { hasEnded } from '../../data/ended-jobs.ts'
import { useJobs } from '../../data/jobs.ts'
import { useOrganization } from '../../data/organization.ts'
import { useFormat } from '../../ui/format.ts'

/** What was read last, or what has to be answered first. */
export function Sentence() {
  const { t } = useTranslation()
  const format = useFormat()
  const { params } = useOrganization()
  const questions = useAsk('GET /api/organizations/:organization/sources/questions', { params })
  const imports = useAsk('GET /api/organizations/:organization/imports', { params, query: { limit: 1 } })
  const jobs = useJobs(params)
  const asked = questions.data?.items.length ?? 0
  const latest = imports.data?.items[0]
  const isUnderWay = (kind: string) => jobs.data?.items.some((job) => job.kind === kind && !hasEnded(job))
  if (isUnderWay('demo')) return t('door.demoLoading')
  if (isUnderWay('ingest')) return t('sources.reading')
  if (asked > 0) return t('sources.asks', { count: asked })
  if (imports.data === undefined) return '\u00a0'
  if (latest === undefined) return t('sources.none')
  return t('sources.says', {
    tickets: latest.tickets,
    from: format.day(latest.dataFrom),
    until: format.day(latest.dataUntil),
    at: format.instant(latest.readAt),
    by: latest.readBy,
  })
}
