import { useTranslation } from 'react-i18next'
import { leadingIndex, type Readiness } from '../data/readiness.ts'
import { useFormat } from './format.ts'

/** Gates that anybody understands, the one that takes longest to pass first. */
const plainGates = ['G8', 'G9', 'G1', 'G11', 'G12'] as const
const mostReasons = 3
const enoughEvidence = 0.9

/** Why the wanted date is at risk, in one sentence that can be read aloud: no clause numbers, no terms of the trade. */
export function useRisk(readiness: Readiness): string {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const { certificate, stage1, rated } = readiness
  const index = leadingIndex(readiness)
  const majors = new Set([...readiness.index.blocking, ...readiness.proposed.blocking]).size
  const unrated = rated.applicable - rated.rated
  const isRed = (id: string) => readiness.gates.some((gate) => gate.id === id && gate.colour === 'red')
  const all = [
    ...plainGates.slice(0, 2).map((id) => isRed(id) && t(`readiness.risk.${id}`)),
    majors > 0 && t('readiness.risk.majors', { count: majors }),
    unrated > 0 && t('readiness.risk.unrated', { count: unrated, whole: rated.applicable }),
    ...plainGates.slice(2).map((id) => isRed(id) && t(`readiness.risk.${id}`)),
    index.evidenceShare < enoughEvidence &&
      t('readiness.risk.evidence', { share: format.percent(index.evidenceShare, 0) }),
  ].filter((reason) => reason !== false)
  const reasons = new Intl.ListFormat(i18n.language).format(all.slice(0, mostReasons))
  const date = certificate ?? stage1
  if (!date) return all.length > 0 ? t('readiness.risk.noDate', { reasons }) : ''

  const day = format.day(date.on)
  if (all.length === 0) return t('readiness.risk.none', { day })
  if (date.days < 0) return t('readiness.risk.past', { day, reasons })
  return t(certificate ? 'readiness.risk.certificate' : 'readiness.risk.stage1', { day, reasons })
}
