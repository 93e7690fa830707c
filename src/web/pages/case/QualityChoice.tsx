import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'

const qualities = ['measured', 'A', 'B', 'C', 'J'] as const

/** How good a source is. */
export type Quality = (typeof qualities)[number]

type Props = Readonly<{ value: Quality; choose: (quality: Quality) => void }>

/** The choice of how good the source of an amount is. */
export function QualityChoice({ value, choose }: Props) {
  const { t } = useTranslation()
  return (
    <NativeSelect
      label={t('businessCase.quality')}
      value={value}
      onChange={(event) => choose(event.currentTarget.value as Quality)} // the options are the qualities
    >
      {qualities.map((quality) => (
        <option key={quality} value={quality}>
          {t(`businessCase.qualityOf.${quality}`)}
        </option>
      ))}
    </NativeSelect>
  )
}
