import { NumberInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './Case.module.css'
import { isEmpty, type OwnPart } from './own-line-draft.ts'

/** How much an own line comes to: its three points, in what unit and at what price, how much of it counts, and when. */
export function OwnAmounts({ draft, set, businessCase: { settings } }: OwnPart) {
  const { t } = useTranslation()
  const isBenefit = draft.side === 'benefit'
  const unit = draft.unit.trim() === '' ? settings.currency : draft.unit.trim()
  return (
    <>
      <TextInput
        label={t('businessCase.unit')}
        description={t('ownLines.unitSays', { currency: settings.currency })}
        value={draft.unit}
        maxLength={60}
        onChange={(event) => set({ unit: event.currentTarget.value })}
      />
      {draft.unit.trim() !== '' && (
        <Range
          part="price"
          legend={t('ownLines.price', { currency: settings.currency })}
          {...{ draft, set }}
        />
      )}
      {(isBenefit ? (['yearly'] as const) : (['once', 'yearly'] as const)).map((part) => (
        <Range
          key={part}
          part={part}
          legend={t(isBenefit ? 'ownLines.fullYear' : `ownLines.${part}`, { unit })}
          {...{ draft, set }}
        />
      ))}
      {isBenefit ? (
        <>
          <Amount
            name="realisation"
            label={t('ownLines.realisation')}
            says={t('ownLines.realisationSays')}
            {...{ draft, set }}
          />
          <Amount
            name="attribution"
            label={t('ownLines.attribution')}
            says={t('businessCase.shareHint')}
            {...{ draft, set }}
          />
        </>
      ) : (
        <Amount
          name="onceIn"
          label={t('ownLines.onceIn')}
          says={t('ownLines.onceInSays')}
          {...{ draft, set }}
        />
      )}
      <Amount
        name="fromYear"
        label={t('ownLines.fromYear')}
        says={t('ownLines.yearsSay', { years: settings.years })}
        {...{ draft, set }}
      />
      <Amount name="toYear" label={t('ownLines.toYear')} {...{ draft, set }} />
    </>
  )
}

type RangeProps = Pick<OwnPart, 'draft' | 'set'> &
  Readonly<{ part: 'price' | 'once' | 'yearly'; legend: string }>

/** Low, likely and high of one part; once one of them is written, all three are asked for. */
function Range({ part, legend, draft, set }: RangeProps) {
  const { t } = useTranslation()
  return (
    <fieldset className={`${styles.all} ${styles.points}`}>
      <legend>{legend}</legend>
      {(['low', 'base', 'high'] as const).map((name) => (
        <NumberInput
          key={name}
          label={t(name === 'base' ? 'businessCase.likely' : `businessCase.${name}`)}
          value={draft[part][name]}
          onChange={(value) => set({ [part]: { ...draft[part], [name]: value } })}
          required={!isEmpty(draft[part])}
          withAsterisk={false}
          hideControls
        />
      ))}
    </fieldset>
  )
}

type AmountProps = Pick<OwnPart, 'draft' | 'set'> &
  Readonly<{
    name: 'realisation' | 'attribution' | 'onceIn' | 'fromYear' | 'toYear'
    label: string
    says?: string
  }>

function Amount({ name, label, says, draft, set }: AmountProps) {
  return (
    <NumberInput
      label={label}
      description={says}
      value={draft[name]}
      onChange={(value) => set({ [name]: value })}
      hideControls
    />
  )
}
