import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { SideSheet } from '../../ui/SideSheet.tsx'
import { ColumnSelects } from './ColumnSelects.tsx'
import styles from './Mapping.module.css'
import {
  columnsFor,
  type Draft,
  type FileMapping,
  type ReadAs,
  readAnew,
  readAsOf,
  unusedOf,
  type View,
  waysToRead,
  withColumn,
  withFile,
} from './mapping-draft.ts'
import { useReadAs } from './read-as.ts'

type FileSheetProps = Readonly<{ view: View; draft: Draft; set: (draft: Draft) => void; name: string }>

/** One file: as what it is read, and from which of its columns each of ours is filled. */
export function FileSheet({ view, draft, set, name }: FileSheetProps) {
  const { t } = useTranslation()
  const { to, whyNot } = useOrganization()
  const file = draft.mapping.files.find((one) => one.file === name)
  if (!file) return null
  const has = view.tables.find((table) => table.file === name)?.columns ?? []
  const change = (to_: (file: FileMapping) => FileMapping) => set(withFile(draft, name, to_))
  const unused = unusedOf(file, has)
  const reason = whyNot('import tickets')

  return (
    <SideSheet title={name} back={to.mapping()}>
      <fieldset className={styles.sheet} disabled={reason !== undefined}>
        <legend className="unseen">{name}</legend>
        {reason && <p>{reason}</p>}
        <Head view={view} file={file} change={change} has={has} />
        {file.table !== 'ignore' && (
          <ColumnSelects
            title={t('mapping.columns')}
            columns={columnsFor(file, view.canonical)}
            has={has}
            filled={file.columns}
            set={(column, source) => change((old) => withColumn(old, column, source))}
          />
        )}
        {Object.entries(file.also ?? {}).map(([group, filled]) => (
          <ColumnSelects
            key={group}
            title={t('mapping.also', { table: group.replaceAll('_', ' ') })}
            columns={view.canonical.find(({ table }) => table === group)?.columns ?? []}
            has={has}
            filled={filled}
            set={(column, source) => change((old) => withColumn(old, column, source, group))}
          />
        ))}
        <section aria-label={t('mapping.unused')}>
          <h3>{t('mapping.unused')}</h3>
          <p className="second">{unused.length === 0 ? t('mapping.unusedNone') : t('mapping.unusedSays')}</p>
          <ul className={styles.words}>
            {unused.map((column) => (
              <li key={column}>{column}</li>
            ))}
          </ul>
        </section>
      </fieldset>
    </SideSheet>
  )
}

type HeadProps = Readonly<{
  view: View
  file: FileMapping
  change: (change: (file: FileMapping) => FileMapping) => void
  has: readonly string[]
}>

const dayOrders = ['day first', 'month first'] as const

function Head({ view, file, change, has }: HeadProps) {
  const { t } = useTranslation()
  const nameOf = useReadAs(view.canonical)
  const isTicket = file.shape === 'list' || file.shape === 'log'
  const ways = waysToRead(view.canonical).map((value) => {
    const [shape, table = ''] = value.split(' ') as [FileMapping['shape'], string?]
    return { value, label: nameOf({ shape, table }) }
  })
  return (
    <>
      <NativeSelect
        label={t('mapping.readAs')}
        data={ways}
        value={readAsOf(file)}
        onChange={(event) => {
          const as = event.currentTarget.value as ReadAs // one of the ways above
          change((old) => readAnew(old, as, has, view.canonical))
        }}
      />
      {isTicket && (
        <NativeSelect
          label={t('mapping.type')}
          description={t('mapping.typeHint')}
          data={[
            { value: '', label: t('mapping.typeByColumn') },
            ...view.ticketTypes.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
          ]}
          value={file.type ?? ''}
          onChange={(event) => {
            const type = event.currentTarget.value
            change(({ type: _, ...old }) => (type === '' ? old : { ...old, type }))
          }}
        />
      )}
      <NativeSelect
        label={t('mapping.dayOrder')}
        data={[
          { value: '', label: t('mapping.dayOrderSeen') },
          ...dayOrders.map((value) => ({ value, label: t(`sources.${value}`) })),
        ]}
        value={file.day_order ?? ''}
        onChange={(event) => {
          const order = dayOrders.find((one) => one === event.currentTarget.value)
          change(({ day_order: _, ...old }) => (order ? { ...old, day_order: order } : old))
        }}
      />
    </>
  )
}
