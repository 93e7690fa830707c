import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './Roadmap.module.css'

type WeekdaysProps = Readonly<{
  label: string
  value: readonly number[]
  change: (days: number[]) => void
}>

const all = [1, 2, 3, 4, 5, 6, 7] as const

/** Days of the week to be ticked, named in the language of the reader. */
export function Weekdays({ label, value, change }: WeekdaysProps) {
  const { i18n } = useTranslation()
  const named = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' })
  const turn = (day: number) =>
    change(
      value.includes(day) ? value.filter((one) => one !== day) : [...value, day].toSorted((a, b) => a - b),
    )
  return (
    <fieldset className={styles.weekdays}>
      <legend>{label}</legend>
      {all.map((day) => (
        <Checkbox
          key={day}
          // The fifth of January 1970 was a Monday.
          label={named.format((day + 3) * 86_400_000)}
          checked={value.includes(day)}
          onChange={() => turn(day)}
        />
      ))}
    </fieldset>
  )
}
