import { Checkbox, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address.ts'
import { useFormat } from '../../ui/format.ts'
import { readingOf } from './business-case.ts'
import styles from './Case.module.css'

const shares = [0.25, 0.5, 0.75, 1] as const

/** What is counted in this reading; it stands in the address, so that it can be sent to somebody. */
export function ReadingForm() {
  const { t } = useTranslation()
  const format = useFormat()
  const { said, say } = useAddress()
  const reading = readingOf(said)
  return (
    <form className={styles.reading} onSubmit={(event) => event.preventDefault()}>
      <Checkbox
        label={t('businessCase.soft')}
        description={t('businessCase.softHint')}
        checked={reading.soft === 'on'}
        onChange={(event) => say({ soft: event.currentTarget.checked ? undefined : 'off' })}
      />
      <Checkbox
        label={t('businessCase.certificate')}
        description={t('businessCase.certificateHint')}
        checked={reading.certificate === 'on'}
        onChange={(event) => say({ certificate: event.currentTarget.checked ? undefined : 'off' })}
      />
      <Checkbox
        label={t('businessCase.insideIt')}
        description={t('businessCase.insideItHint')}
        checked={reading.only === 'inside IT'}
        onChange={(event) => say({ only: event.currentTarget.checked ? 'it' : undefined })}
      />
      <NativeSelect
        label={t('businessCase.freedTime')}
        description={t('businessCase.freedTimeHint')}
        value={String(reading.freedTime)}
        onChange={({ currentTarget: { value } }) => say({ freed: value === 'assumed' ? undefined : value })}
      >
        <option value="assumed">{t('businessCase.freedAssumed')}</option>
        <option value="off">{t('businessCase.freedOff')}</option>
        {shares.map((share) => (
          <option key={share} value={share}>
            {t('businessCase.freedAt', { share: format.percent(share, 0) })}
          </option>
        ))}
      </NativeSelect>
    </form>
  )
}
