import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answered, addressOf } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { sendFiles } from '../../data/send-files.ts'
import { Act } from '../../ui/Act.tsx'
import { FateBadge } from '../../ui/Fate.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import { Upload } from '../../ui/Upload.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Case.module.css'
import { Wide } from './Wide.tsx'

const key = 'POST /api/organizations/:organization/case/own-line-list'
type List = Answered<typeof key>
type Looked = Readonly<{ list: List; files: readonly File[] }>

/** Takes a list of own lines: what each row would do, and then does it. */
export function OwnListPage() {
  const { t } = useTranslation()
  const { params, to, whyNot } = useOrganization()
  const client = useQueryClient()
  const [looked, setLooked] = useState<Looked>()
  const [error, setError] = useState<Error>()
  const [isBusy, setBusy] = useState(false)
  const list = looked?.list
  const count = list ? list.counts.new + list.counts.changed : 0
  const reason = whyNot('write the business case')
  const apply = async () => {
    if (!looked) return
    setBusy(true)
    setError(undefined)
    await sendFiles(addressOf(key, { params, query: { digest: looked.list.digest } }), looked.files).then(
      (answer) => {
        setLooked({ ...looked, list: answer as List }) // the answer of the address, by its contract
        void client.invalidateQueries()
      },
      (wrong: unknown) => setError(wrong instanceof Error ? wrong : new Error(String(wrong))),
    )
    setBusy(false)
  }
  return (
    <Page
      title={list ? t('imports.previewTitle', { file: list.file }) : t('ownLines.import')}
      sentence={list ? <Sentence list={list} /> : t('ownLines.importSays')}
      trail={<To href={to.caseLines}>{t('businessCase.lines')}</To>}
      actions={
        list && (
          <>
            <Act onClick={() => setLooked(undefined)}>{t('imports.another')}</Act>
            {!list.isApplied && (
              <Act
                isPrimary
                isBusy={isBusy}
                whyNot={reason ?? (count === 0 ? t('imports.nothingToWrite') : undefined)}
                onClick={() => void apply()}
              >
                {t('ownLines.apply', { count })}
              </Act>
            )}
          </>
        )
      }
    >
      <Wrong error={error} />
      {list ? (
        <Rows list={list} />
      ) : (
        <>
          <Upload
            isSingle
            address={addressOf(key, { params, query: {} })}
            accept=".csv,.xlsx"
            says={t('ownLines.takes')}
            whyNot={reason}
            done={(answer, files) => setLooked({ list: answer as List, files })} // by its contract
          />
          <Section title={t('imports.columns')} says={t('ownLines.columns')}>
            <p lang="en">
              Line; Side; Counts as; Unit; Price; Once low; Once likely; Once high; Yearly low; Yearly likely;
              Yearly high; Once in year; First year; Last year; Realised share; Programme share; Claims;
              Leaves out; Measure; Source; Quality; Owner; Note; Kind of cost; Where
            </p>
          </Section>
        </>
      )}
    </Page>
  )
}

function Sentence({ list: { counts, isApplied, rows } }: Readonly<{ list: List }>) {
  const { t } = useTranslation()
  const parts = t('imports.counts', {
    added: counts.new,
    changed: counts.changed,
    unchanged: counts.unchanged,
    refused: counts.refused,
  })
  const head = isApplied
    ? t('ownLines.applied', { count: counts.new + counts.changed })
    : t('imports.previewSays', { count: rows.length })
  return (
    <>
      {head} {parts}
    </>
  )
}

/** Every row with its fate, its likely amounts before and after, and why it is refused. */
function Rows({ list }: Readonly<{ list: List }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const amounts = (line: List['rows'][number]['before']) =>
    [line?.once?.base, line?.yearly?.base].map((one) => (one === undefined ? '–' : format.number(one)))
  return (
    <Wide label={t('imports.rows')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('imports.line')}</th>
            <th scope="col">{t('businessCase.line')}</th>
            <th scope="col">{t('imports.fate')}</th>
            <th scope="col">{t('ownLines.before')}</th>
            <th scope="col">{t('ownLines.after')}</th>
            <th scope="col">{t('ownLines.whyNot')}</th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => (
            <tr key={row.line}>
              <td>{row.line}</td>
              <th scope="row">{row.title}</th>
              <td>
                <FateBadge fate={row.fate} isDone={list.isApplied} />
              </td>
              <td>{amounts(row.before).join(' / ')}</td>
              <td>{amounts(row.after).join(' / ')}</td>
              <td lang="en">{row.reason ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
