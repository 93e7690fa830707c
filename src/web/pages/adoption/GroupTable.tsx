import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Adoption.module.css'
import type { GroupsProps } from './adoption.ts'
import { Bar } from './Bar.tsx'

type Group = GroupsProps['groups'][number]

/** One row: its name, the share of the whole as a bar from 0 to 1, and what stands for each group. */
type Row = Readonly<{
  id: string
  name: string
  share: number
  cell: (group: Group) => Readonly<{ says: ReactNode; hint?: string | undefined }>
}>

type GroupTableProps = Readonly<{
  label: string
  /** What the rows are. */
  head: string
  groups: readonly Group[]
  rows: readonly Row[]
}>

const reachable = { tabIndex: 0 }

/** What a survey found, a row for each thing asked and a column for each group that may be shown. */
export function GroupTable({ label, head, groups, rows }: GroupTableProps) {
  const { t } = useTranslation()
  return (
    <section className={styles.scroller} aria-label={t('ui.table', { label })} {...reachable}>
      <table className={styles.bars}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <td />
            {groups.map(({ name, answered }) => (
              <th key={name} scope="col" className="number">
                {name}
                <br />
                {t('ui.n', { n: answered })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, share, cell }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>
                <Bar share={share} />
              </td>
              {groups.map((group) => {
                const { says, hint } = cell(group)
                return (
                  <td key={group.name} className={styles.figure} title={hint}>
                    {says}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
