import { Input, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Word } from '../../data/register-words.ts'
import { Act } from '../../ui/Act.tsx'
import { choicesIn } from './choices-in.ts'
import styles from './Registers.module.css'
import type { Shared } from './record.ts'
import type { Field } from './register-columns.tsx'

type Row = Readonly<Record<string, unknown>>
type Column = NonNullable<Field['rows']>[number]
type RowsInputProps = Readonly<{
  shared: Shared
  field: Field
  word: Word
  value: unknown
  set: (value: unknown) => void
}>

/** A small table inside a record. */
export function RowsInput({ shared, field, word, value, set }: RowsInputProps) {
  const { t } = useTranslation()
  const columns = field.rows ?? []
  const rows: readonly Row[] = Array.isArray(value) ? value : []
  const change = (at: number, name: string, cell: unknown) =>
    set(rows.map((row, index) => (index === at ? without({ ...row, [name]: cell }) : row)))
  const drop = (at: number) => {
    const left = rows.filter((_, index) => index !== at)
    set(left.length === 0 ? null : left)
  }

  return (
    <Input.Wrapper
      label={shared.label}
      description={shared.description}
      error={shared.error}
      labelElement="div"
    >
      <div className={styles.within}>
        <table className={styles.rows} aria-label={shared.label}>
          <thead>
            <tr>
              {columns.map(({ name, label }) => (
                <th key={name} scope="col">
                  {word(label)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => {
              const key = `row ${at}`
              return (
                <tr key={key}>
                  {columns.map((column) => (
                    <td key={column.name} style={{ minWidth: leastOf(column, word) }}>
                      <Cell
                        column={column}
                        word={word}
                        value={row[column.name]}
                        set={(cell) => change(at, column.name, cell)}
                      />
                    </td>
                  ))}
                  <td>
                    <Act size="xs" label={`${t('ui.delete')} ${at + 1}`} onClick={() => drop(at)}>
                      ×
                    </Act>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <Act size="xs" onClick={() => set([...rows, {}])}>
        {t('ui.add')}
      </Act>
    </Input.Wrapper>
  )
}

/** So wide that no choice is cut, whatever its language; what is typed in gets some room. */
function leastOf({ kind, choices = [] }: Column, word: Word): number {
  if (kind === 'choice') return 54 + 6.3 * Math.max(...choices.map((one) => word(one).length))
  return kind === 'text' ? 84 : 64
}

type CellProps = Readonly<{ column: Column; word: Word; value: unknown; set: (value: unknown) => void }>

const types = { text: 'text', number: 'number', day: 'date' } as const

function Cell({ column, word, value, set }: CellProps) {
  const { t } = useTranslation()
  const label = { 'aria-label': word(column.label) }
  const text = value === undefined || value === null ? '' : String(value)
  if (column.kind === 'choice')
    return (
      <NativeSelect
        {...label}
        data={choicesIn(column, word)}
        value={text}
        onChange={(event) => set(event.currentTarget.value || undefined)}
      />
    )
  if (column.kind === 'yes or no')
    return (
      <NativeSelect
        {...label}
        data={[
          { value: '', label: '' },
          { value: 'true', label: t('ui.yes') },
          { value: 'false', label: t('ui.no') },
        ]}
        value={text}
        onChange={({ currentTarget: { value: said } }) => set(said === '' ? undefined : said === 'true')}
      />
    )
  return (
    <TextInput
      {...label}
      type={types[column.kind]}
      step="any"
      value={text}
      onChange={({ currentTarget: { value: typed } }) => set(parsed(column, typed))}
    />
  )
}

function parsed(column: Column, typed: string): unknown {
  if (typed === '') return undefined
  return column.kind === 'number' ? Number(typed) : typed
}

function without(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== undefined))
}
