import { useTranslation } from 'react-i18next'
import type { ToneName } from '#base/look.ts'
import { Verdict } from './Verdict.tsx'

/** What can become of a row that is imported, in the order in which people look. */
export const fates = ['refused', 'new', 'changed', 'unchanged'] as const
type Fate = (typeof fates)[number]

const tones = {
  new: 'opportunity',
  changed: 'partially',
  unchanged: 'not_assessed',
  refused: 'major',
} as const satisfies Record<Fate, ToneName>

export function isFate(word: string | undefined): word is Fate {
  return fates.some((fate) => fate === word)
}

/** The fate of one row; done says that it has happened. */
export function FateBadge({ fate, isDone = false }: Readonly<{ fate: Fate; isDone?: boolean }>) {
  const { t } = useTranslation()
  return (
    <Verdict tone={tones[fate]}>{t(isDone ? `imports.fatesDone.${fate}` : `imports.fates.${fate}`)}</Verdict>
  )
}
