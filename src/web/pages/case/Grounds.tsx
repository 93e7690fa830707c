import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './Case.module.css'
import { type Quality, QualityChoice } from './QualityChoice.tsx'

type Grounded = Readonly<{ source: string; quality: Quality; owner: string }>

type GroundsProps = Readonly<{ draft: Grounded; set: (change: Partial<Grounded>) => void }>

/** Where a figure comes from, how good that is, and who answers for it. */
export function Grounds({ draft, set }: GroundsProps) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        className={styles.all ?? ''}
        label={t('businessCase.source')}
        value={draft.source}
        maxLength={500}
        onChange={(event) => set({ source: event.currentTarget.value })}
      />
      <QualityChoice value={draft.quality} choose={(quality) => set({ quality })} />
      <TextInput
        label={t('businessCase.owner')}
        value={draft.owner}
        maxLength={200}
        onChange={(event) => set({ owner: event.currentTarget.value })}
      />
    </>
  )
}
