import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sendFiles } from '../data/send-files.ts'
import { Act } from './Act.tsx'
import { Page } from './Page.tsx'
import { Upload } from './Upload.tsx'
import { Wrong } from './Wrong.tsx'

/** What an uploaded list would do, or did, as far as every such list says it. */
type Plan = Readonly<{
  file: string
  isApplied: boolean
  digest: string
  counts: Readonly<Record<'new' | 'changed' | 'unchanged' | 'refused', number>>
  rows: readonly unknown[]
}>

type Props<P extends Plan> = Readonly<{
  title: string
  says: string
  /** What a file may be. */
  takes: string
  trail: ReactNode
  whyNot: string | undefined
  /** Where the list is sent; with the digest of what was looked at it is done. */
  address: (digest?: string) => string
  /** The words for a number of rows that are to be written, and that were. */
  apply: (count: number) => string
  applied: (count: number) => string
  rows: (list: P) => ReactNode
  /** What stands below the upload. */
  below?: ReactNode
}>

type Looked<P> = Readonly<{ list: P; files: readonly File[] }>

/** A page that takes a list: what each of its rows would do, and then does it. P: the answer of the address, by its contract. */
export function ListImport<P extends Plan>(props: Props<P>) {
  const { title, says, takes, trail, whyNot, address, apply, applied, rows, below } = props
  const { t } = useTranslation()
  const client = useQueryClient()
  const [looked, setLooked] = useState<Looked<P>>()
  const [error, setError] = useState<Error>()
  const [isBusy, setBusy] = useState(false)
  const list = looked?.list
  const count = list ? list.counts.new + list.counts.changed : 0
  const write = async () => {
    if (!looked) return
    setBusy(true)
    setError(undefined)
    await sendFiles(address(looked.list.digest), looked.files).then(
      (answer) => {
        setLooked({ ...looked, list: answer as P }) // by its contract
        void client.invalidateQueries()
      },
      (wrong: unknown) => setError(wrong instanceof Error ? wrong : new Error(String(wrong))),
    )
    setBusy(false)
  }
  return (
    <Page
      title={list ? t('imports.previewTitle', { file: list.file }) : title}
      sentence={list ? <Sentence list={list} applied={applied} /> : says}
      trail={trail}
      actions={
        list && (
          <>
            <Act onClick={() => setLooked(undefined)}>{t('imports.another')}</Act>
            {!list.isApplied && (
              <Act
                isPrimary
                isBusy={isBusy}
                whyNot={whyNot ?? (count === 0 ? t('imports.nothingToWrite') : undefined)}
                onClick={() => void write()}
              >
                {apply(count)}
              </Act>
            )}
          </>
        )
      }
    >
      <Wrong error={error} />
      {list ? (
        rows(list)
      ) : (
        <>
          <Upload
            isSingle
            address={address()}
            accept=".csv,.xlsx"
            says={takes}
            whyNot={whyNot}
            done={(answer, files) => setLooked({ list: answer as P, files })} // by its contract
          />
          {below}
        </>
      )}
    </Page>
  )
}

function Sentence({ list, applied }: Readonly<{ list: Plan; applied: (count: number) => string }>) {
  const { t } = useTranslation()
  const { counts, isApplied, rows } = list
  const head = isApplied
    ? applied(counts.new + counts.changed)
    : t('imports.previewSays', { count: rows.length })
  const parts = t('imports.counts', {
    added: counts.new,
    changed: counts.changed,
    unchanged: counts.unchanged,
    refused: counts.refused,
  })
  return `${head} ${parts}`
}
