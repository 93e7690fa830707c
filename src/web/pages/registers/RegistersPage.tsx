import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { type RegisterWord, useRegisterWords } from '../../data/register-words.ts'
import { useFormat } from '../../ui/format.ts'
import { Page } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import styles from './Registers.module.css'
import { RegisterTabs } from './RegisterTabs.tsx'
import { useRegisterTitle } from './register-title.ts'

type RegisterList = Answered<'GET /api/organizations/:organization/registers'>['items']

/** Every register of the organization, with what it holds. */
export function RegistersPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/registers', { params })
  return (
    <Page title={t('shell.registers')} sentence={query.data && <Sentence registers={query.data.items} />}>
      <RegisterTabs />
      <Shown query={query}>{({ items }) => <List registers={items} />}</Shown>
    </Page>
  )
}

function Sentence({ registers }: Readonly<{ registers: RegisterList }>) {
  const { t } = useTranslation()
  const count = registers.reduce((sum, { records }) => sum + records, 0)
  const empty = registers.filter(({ records }) => records === 0).length
  if (count === 0) return t('registers.noneAtAll')
  return `${t('registers.hold', { count })} ${empty === 0 ? t('registers.noneEmpty') : t('registers.someEmpty', { count: empty })}`
}

function List({ registers }: Readonly<{ registers: RegisterList }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const titleOf = useRegisterTitle()
  const word = useRegisterWords()
  return (
    <table className={styles.list}>
      <thead>
        <tr>
          <th scope="col">{t('registers.register')}</th>
          <th scope="col" className="number">
            {t('registers.records')}
          </th>
          <th scope="col">{t('registers.states')}</th>
          <th scope="col">{t('registers.clauses')}</th>
        </tr>
      </thead>
      <tbody>
        {registers.map((register) => (
          <tr key={register.id}>
            <th scope="row">
              <To href={to.register(register.id)}>{titleOf(register)}</To>
              <p>{word(register.id, register.says)}</p>
            </th>
            <td className="number">{format.number(register.records)}</td>
            <td>{statesOf(register, word, format.number)}</td>
            <td>{register.clauses.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function statesOf(
  { id, states, byState }: RegisterList[number],
  word: RegisterWord,
  write: (count: number) => string,
): string {
  return states
    .filter((state) => (byState[state] ?? 0) > 0)
    .map((state) => `${word(id, state)} ${write(byState[state] ?? 0)}`)
    .join(', ')
}
