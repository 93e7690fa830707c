import { useTranslation } from 'react-i18next'
import { leadingIndex, type Readiness } from './readiness.ts'

/** The sentence that answers "are we ready?", in the language of the reader and without clause numbers. */
export function useSentence(readiness: Readiness): string {
  const { t } = useTranslation()
  const index = leadingIndex(readiness)
  const unrated = readiness.rated.applicable - readiness.rated.rated
  const where = readiness.blocks.find(({ severity }) => severity === 'major')?.title ?? ''
  const parts = [
    index.blocking.length > 0
      ? t('readiness.majors', { count: index.blocking.length, where })
      : t('readiness.noMajors'),
    unrated > 0 ? t('readiness.unrated', { count: unrated }) : '',
    stage1(readiness),
  ]
  return t('readiness.sentence', {
    label: t(`readiness.says.${index.label}`),
    rest: parts.filter(Boolean).join('; '),
  })

  function stage1({ stage1: date }: Readiness): string {
    if (!date) return t('readiness.noStage1')
    return date.days < 0 ? t('readiness.stage1Past') : t('readiness.stage1', { count: date.days })
  }
}
