import { Checkbox, NativeSelect, TagsInput, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import styles from './Case.module.css'
import { Grounds } from './Grounds.tsx'
import type { OwnPart } from './own-line-draft.ts'

/** Where an own line comes from, who answers for it, and what keeps it from being counted twice. */
export function OwnGrounds({ draft, set, businessCase }: OwnPart) {
  const { t } = useTranslation()
  const isBenefit = draft.side === 'benefit'
  return (
    <>
      <Grounds draft={draft} set={set} />
      {isBenefit && (
        <>
          <TagsInput
            className={styles.all ?? ''}
            label={t('ownLines.claims')}
            description={t('ownLines.claimsSay')}
            data={businessCase.claims}
            value={[...draft.claims]}
            maxTags={10}
            acceptValueOnBlur
            onChange={(claims) => set({ claims })}
          />
          <Proof draft={draft} set={set} />
          <Textarea
            className={styles.all ?? ''}
            label={t('businessCase.settled')}
            value={draft.settled}
            maxLength={2000}
            onChange={(event) => set({ settled: event.currentTarget.value })}
          />
        </>
      )}
      <Textarea
        className={styles.all ?? ''}
        label={t('businessCase.guard')}
        value={draft.guard}
        maxLength={2000}
        onChange={(event) => set({ guard: event.currentTarget.value })}
      />
      <Textarea
        className={styles.all ?? ''}
        label={t('businessCase.note')}
        value={draft.note}
        maxLength={2000}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <Checkbox
        className={styles.all ?? ''}
        label={t('businessCase.inCase')}
        checked={draft.isIn}
        onChange={({ currentTarget: { checked } }) => set({ isIn: checked })}
      />
    </>
  )
}

/** The measure that will show the benefit: one of those that were collected. */
function Proof({ draft, set }: Pick<OwnPart, 'draft' | 'set'>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/measures', { params, query: {} })
  const measures = (query.data?.items ?? []).map(({ id, title }) => ({ id, title }))
  const isKnown = draft.proof === '' || measures.some(({ id }) => id === draft.proof)
  return (
    <NativeSelect
      className={styles.all ?? ''}
      label={t('businessCase.proof')}
      value={draft.proof}
      onChange={(event) => set({ proof: event.currentTarget.value })}
    >
      <option value="">{t('ownLines.proofNone')}</option>
      {!isKnown && <option value={draft.proof}>{draft.proof}</option>}
      {measures.map(({ id, title }) => (
        <option key={id} value={id} lang="en">
          {title}
        </option>
      ))}
    </NativeSelect>
  )
}
