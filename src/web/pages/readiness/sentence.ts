import { useTranslation } from 'react-i18next'
import { leadingIndex, type Readiness } from '../../data/readiness.ts'

/** The sentence that answers "are we ready?", in the language of the reader and without clause numbers. */
export function useSentence(readiness: Readiness): string {
  const { t } = useTranslation()
  const index = leadingIndex(readiness)
  const unrated = readiness.rated.applicable - readiness.rated.rated
  const where = readiness.blocks.find(({ severity }) => severity === 'major')?.title ?? ''
  const parts = [
    majors(index.blocking.length, readiness.proposed.blocking.length),
    unrated > 0 ? t('readiness.unrated', { count: unrated }) : '',
    stage1(readiness),
  ]
  return t('readiness.sentence', {
    label: t(`readiness.says.${index.label}`),
    rest: parts.filter(Boolean).join('; '),
  })

  function majors(open: number, likely: number): string {
    if (open > 0) return t('readiness.majors', { count: open, where })
    return likely > 0 ? t('readiness.likelyMajors', { count: likely }) : t('readiness.noMajors')
  }
  function stage1({ stage1: date }: Readiness): string {
    if (!date) return t('readiness.noStage1')
    return date.days < 0 ? t('readiness.stage1Past') : t('readiness.stage1', { count: date.days })
  }
}
