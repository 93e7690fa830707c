import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useWordsOf } from '../../data/register-words.ts'
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
  const word = useWordsOf(register.id)
  const labels = new Map([
    ['number', t('registers.number')],
    ['register', t('registers.register')],
    ['state', t('registers.state')],
    ...register.fields.map(({ name, label }) => [name, word(label)] as const),
  ])
  const chosen = new Set([
    'state',
    ...register.fields.flatMap(({ kind, name }) => (kind === 'choice' ? [name] : [])),
  ])
  return (
    <section aria-label={t('registers.history')}>
      <h3>{t('registers.history')}</h3>
      <Shown query={query}>
        {({ items }) => (
          <ChangeList
            changes={items}
            labelOf={(name) => labels.get(name) ?? name}
            textOf={(name, text) => (chosen.has(name) ? word(text) : text)}
          />
        )}
      </Shown>
    </section>
  )
}
