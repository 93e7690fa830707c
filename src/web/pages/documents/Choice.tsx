import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { useSaid } from '../../ui/instrument.ts'
import styles from './Documents.module.css'

/** What is chosen for the documents that leave a choice: a role, and a guide; nothing is everything. */
export type Chosen = Readonly<{ role?: string; guide?: string }>

/** What a document is asked for by. */
export function choiceFor(kind: string, { role, guide }: Chosen): { roles?: string[]; guide?: string } {
  if (kind === 'awareness deck' && role) return { roles: [role] }
  return kind === 'process guidelines' && guide ? { guide } : {}
}

/** Whom the awareness deck is for, or which guide is wanted; nothing for other documents. */
export function Choice({
  kind,
  chosen,
  onChoose,
}: Readonly<{ kind: string; chosen: Chosen; onChoose: (chosen: Chosen) => void }>) {
  const { t } = useTranslation()
  const said = useSaid()
  const { params } = useOrganization()
  const { data } = useAsk('GET /api/organizations/:organization/documents/choices', { params })
  if (!data) return null
  if (kind === 'awareness deck')
    return (
      <NativeSelect
        className={styles.choice ?? ''}
        label={t('documents.forWhom')}
        value={chosen.role ?? ''}
        onChange={({ currentTarget }) => onChoose({ ...chosen, role: currentTarget.value })}
        data={[
          { value: '', label: t('documents.forAll') },
          ...data.roles.map(({ id, title }) => ({ value: id, label: said(title) })),
        ]}
      />
    )
  if (kind !== 'process guidelines') return null
  return (
    <NativeSelect
      className={styles.choice ?? ''}
      label={t('documents.whichGuide')}
      value={chosen.guide ?? ''}
      onChange={({ currentTarget }) => onChoose({ ...chosen, guide: currentTarget.value })}
      data={[
        { value: '', label: t('documents.allGuides') },
        ...data.guides.map(({ id, title, isFull }) => ({
          value: id,
          label: isFull ? t('documents.fullGuide', { title }) : title,
        })),
      ]}
    />
  )
}
