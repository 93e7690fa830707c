import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { useWordsOf, type Word } from '../../data/register-words.ts'
import { useAddress } from '../../ui/address.ts'
import { useFormat } from '../../ui/format.ts'
import { Page } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import styles from './Registers.module.css'
import { type Field, type Register, type Row, written } from './register-columns.tsx'
import { useRegisterTitle } from './register-title.ts'

/** More columns than these cannot be read side by side. */
const most = 5
const shownFirst = 3

/** Records of one register side by side: each a column, each field a row. */
export function ComparePage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const { register = '' } = useParams({ strict: false })
  const titleOf = useRegisterTitle()
  const place = { ...params, register }
  const definition = useAsk('GET /api/organizations/:organization/registers/:register', { params: place })
  const records = useAsk('GET /api/organizations/:organization/registers/:register/records', {
    params: place,
    query: { limit: 200, ...(definition.data ? { sort: definition.data.view.sort } : {}) },
  })
  const title = definition.data ? titleOf(definition.data) : t('shell.registers')
  return (
    <Page
      title={t('registers.compareTitle', { title })}
      sentence={t('registers.compareSays', { count: most })}
      trail={<To href={to.register(register)}>{title}</To>}
    >
      <Shown query={definition}>
        {(found) => (
          <Shown query={records}>{({ items }) => <SideBySide register={found} rows={items} />}</Shown>
        )}
      </Shown>
    </Page>
  )
}

function SideBySide({ register, rows }: Readonly<{ register: Register; rows: readonly Row[] }>) {
  const { t } = useTranslation()
  const { said, say } = useAddress()
  const wanted = said.of?.split(',')
  const chosen = wanted
    ? rows.filter(({ id }) => wanted.includes(id)).slice(0, most)
    : rows.filter(({ state }) => !register.ended.includes(state)).slice(0, shownFirst)
  const choose = (id: string, isChosen: boolean) => {
    const ids = chosen.map((one) => one.id).filter((one) => one !== id)
    say({ of: [...ids, ...(isChosen ? [id] : [])].join(',') || 'none' })
  }
  return (
    <>
      <fieldset className={styles.choose}>
        <legend>{t('registers.compareChoose')}</legend>
        {rows.map(({ id, number, label }) => {
          const isChosen = chosen.some((one) => one.id === id)
          return (
            <label key={id}>
              <input
                type="checkbox"
                checked={isChosen}
                disabled={!isChosen && chosen.length >= most}
                onChange={(event) => choose(id, event.currentTarget.checked)}
              />
              <span>
                {number} {label}
              </span>
            </label>
          )
        })}
      </fieldset>
      {chosen.length === 0 ? (
        <Empty title={t('registers.compareNone')} says={t('registers.compareNoneSays')} />
      ) : (
        <Table register={register} rows={chosen} />
      )}
    </>
  )
}

function Table({ register, rows }: Readonly<{ register: Register; rows: readonly Row[] }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const titleOf = useRegisterTitle()
  const word = useWordsOf(register.id)
  const filled = register.fields.filter(
    (field) => field.name !== register.label && rows.some((row) => isFilled(field, row)),
  )
  const sections = [...new Set(filled.map(({ section }) => section))]
  return (
    <section className={styles.wide} aria-label={t('ui.table', { label: titleOf(register) })} {...reachable}>
      <table className={styles.compared}>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t('registers.field')}</span>
            </th>
            {rows.map(({ id, number, label }) => (
              <th key={id} scope="col">
                <strong>
                  <To href={to.record(register.id, id)}>{label}</To>
                </strong>
                <span className="second">{number}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('registers.state')}</th>
            {rows.map(({ id, state }) => (
              <td key={id}>{word(state)}</td>
            ))}
          </tr>
        </tbody>
        {sections.map((section) => (
          <tbody key={section}>
            <tr>
              <th scope="colgroup" colSpan={rows.length + 1} className={styles.part}>
                {word(section)}
              </th>
            </tr>
            {filled
              .filter((field) => field.section === section)
              .map((field) => (
                <FieldRow key={field.name} field={field} word={word} rows={rows} />
              ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function FieldRow({ field, word, rows }: Readonly<{ field: Field; word: Word; rows: readonly Row[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const isNumber = field.kind === 'number' || field.kind === 'money'
  return (
    <tr>
      <th scope="row">{word(field.label)}</th>
      {rows.map((row) => (
        <td key={row.id} className={isNumber ? 'number' : undefined}>
          {field.kind === 'rows' ? (
            <Lines field={field} word={word} value={row.data[field.name]} />
          ) : (
            written(field, row, { format, word, yes: t('ui.yes'), no: t('ui.no') }) || '–'
          )}
        </td>
      ))}
    </tr>
  )
}

/** The small table of a field, a line each, its columns in their order. */
function Lines({ field, word, value }: Readonly<{ field: Field; word: Word; value: unknown }>) {
  if (!Array.isArray(value) || value.length === 0) return '–'
  const lines = (value as Record<string, unknown>[]).map(
    (
      row, // rows are records
    ) =>
      (field.rows ?? [])
        .flatMap(({ name, kind }) =>
          kind === 'choice' && row[name] ? word(String(row[name])) : (row[name] ?? []),
        )
        .join(' · '),
  )
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function isFilled(field: Field, row: Row): boolean {
  if (field.kind === 'link') return row.links.some((link) => link.field === field.name)
  const value = row.data[field.name]
  return value !== undefined && value !== null && value !== ''
}

/** What scrolls has to be reached by key, or those without a mouse could not scroll it. */
const reachable = { tabIndex: 0 }
