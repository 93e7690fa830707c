import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { ChangeList } from '../../ui/ChangeList.tsx'
import { Shown } from '../../ui/States.tsx'
import type { Register } from './register-columns.tsx'

type HistoryProps = Readonly<{
  place: Readonly<{ organization: string; register: string; record: string }>
  register: Register
}>

/** Every change of a record: who, when, what before and after. */
export function History({ place, register }: HistoryProps) {
  const { t } = useTranslation()
  const query = useAsk('GET /api/organizations/:organization/registers/:register/records/:record/history', {
    params: place,
  })
  const labels = new Map(register.fields.map(({ name, label }) => [name, label]))
  return (
    <section aria-label={t('registers.history')}>
      <h3>{t('registers.history')}</h3>
      <Shown query={query}>
        {({ items }) => <ChangeList changes={items} labelOf={(name) => labels.get(name) ?? name} />}
      </Shown>
    </section>
  )
}
