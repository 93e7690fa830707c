import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './Case.module.css'
import type { OwnPart } from './own-line-draft.ts'

const classes = { cost: ['hard', 'soft'], benefit: ['hard', 'freed time', 'soft'] } as const
const kinds = ['direct', 'own people'] as const
const reaches = ['inside IT', 'users', 'company'] as const

/** What an own line is called and of what kind it is. */
export function OwnNature({ draft, set }: OwnPart) {
  const { t } = useTranslation()
  const isBenefit = draft.side === 'benefit'
  return (
    <>
      <TextInput
        className={styles.all ?? ''}
        label={t('businessCase.line')}
        value={draft.title}
        maxLength={200}
        required
        withAsterisk={false}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('ownLines.side')}
        value={draft.side}
        onChange={(event) => {
          const side = event.currentTarget.value as typeof draft.side // the options are the sides
          set({ side, class: side === 'cost' ? 'hard' : draft.class })
        }}
      >
        <option value="cost">{t('ownLines.cost')}</option>
        <option value="benefit">{t('ownLines.benefit')}</option>
      </NativeSelect>
      <NativeSelect
        label={t('businessCase.countsAs')}
        value={draft.class}
        onChange={(event) => set({ class: event.currentTarget.value as typeof draft.class })} // the options are classes
      >
        {classes[draft.side].map((one) => (
          <option key={one} value={one}>
            {t(`businessCase.class.${one}`)}
          </option>
        ))}
      </NativeSelect>
      {isBenefit ? (
        <NativeSelect
          label={t('ownLines.reach')}
          value={draft.reach}
          onChange={(event) => set({ reach: event.currentTarget.value as typeof draft.reach })} // the options are reaches
        >
          {reaches.map((one) => (
            <option key={one} value={one}>
              {t(`ownLines.reaches.${one}`)}
            </option>
          ))}
        </NativeSelect>
      ) : (
        <NativeSelect
          label={t('ownLines.kind')}
          value={draft.kind}
          onChange={(event) => set({ kind: event.currentTarget.value as typeof draft.kind })} // the options are kinds
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {t(`ownLines.kinds.${one}`)}
            </option>
          ))}
        </NativeSelect>
      )}
      <Checkbox
        className={styles.all ?? ''}
        label={t('ownLines.needsCertificate')}
        checked={draft.needsCertificate}
        onChange={({ currentTarget: { checked } }) => set({ needsCertificate: checked })}
      />
    </>
  )
}
