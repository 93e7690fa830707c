import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Act } from '../../ui/Act.tsx'
import { type DraftDate, newKey } from './plan-draft.ts'
import styles from './Roadmap.module.css'
import { dayAfter } from './roadmap.ts'

type Dates = readonly DraftDate[]
type DateRowsProps = Readonly<{ dates: Dates; change: (dates: Dates) => void }>

const kinds = ['stage 1', 'stage 2', 'certification', 'other'] as const
const needs = ['high criticality', 'everything'] as const
const inAYear = 365

/** The days that were agreed with others, and what has to be finished before them. */
export function DateRows({ dates, change }: DateRowsProps) {
  const { t } = useTranslation()
  const put = (at: number, part: Partial<Dates[number]>) =>
    change(dates.map((date, place) => (place === at ? { ...date, ...part } : date)))
  const add = () => {
    const kind = kinds.find((one) => !dates.some((date) => date.kind === one)) ?? 'other'
    const on = dayAfter(new Date().toISOString().slice(0, 10), inAYear)
    const wanted = kind === 'stage 1' ? 'high criticality' : 'everything'
    change([...dates, { kind, title: t(`roadmap.dateKinds.${kind}`), on, needs: wanted, key: newKey() }])
  }
  return (
    <>
      {dates.map((date, at) => (
        <div key={date.key} className={styles.row}>
          <NativeSelect
            label={t('roadmap.dateKind')}
            data={kinds.map((value) => ({ value, label: t(`roadmap.dateKinds.${value}`) }))}
            value={date.kind}
            onChange={(event) =>
              put(at, { kind: kinds.find((one) => one === event.currentTarget.value) ?? date.kind })
            }
          />
          <TextInput
            label={t('roadmap.dateTitle')}
            required
            withAsterisk={false}
            value={date.title}
            maxLength={200}
            onChange={(event) => put(at, { title: event.currentTarget.value })}
          />
          <TextInput
            label={t('roadmap.dateOn')}
            type="date"
            required
            withAsterisk={false}
            value={date.on}
            onChange={(event) => put(at, { on: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('roadmap.needs')}
            data={needs.map((value) => ({ value, label: t(`roadmap.needsWhat.${value}`) }))}
            value={date.needs}
            onChange={(event) =>
              put(at, { needs: needs.find((one) => one === event.currentTarget.value) ?? date.needs })
            }
          />
          <Act onClick={() => change(dates.filter((_, place) => place !== at))}>{t('roadmap.remove')}</Act>
        </div>
      ))}
      <div>
        <Act onClick={add}>{t('roadmap.addDate')}</Act>
      </div>
    </>
  )
}
