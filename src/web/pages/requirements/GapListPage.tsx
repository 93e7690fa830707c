import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addressOf } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { sendFiles } from '../../data/send-files.ts'
import { Act } from '../../ui/Act.tsx'
import { Page } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import { Upload } from '../../ui/Upload.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import { GapRows } from './GapRows.tsx'
import type { GapList } from './gap-list.ts'

type Looked = Readonly<{ list: GapList; files: readonly File[] }>

const key = 'POST /api/organizations/:organization/gap-list'

/** Takes an own gap list: what each of its rows would do to a rating, and then does it. */
export function GapListPage() {
  const { t } = useTranslation()
  const { params, to, whyNot } = useOrganization()
  const client = useQueryClient()
  const [looked, setLooked] = useState<Looked>()
  const [error, setError] = useState<Error>()
  const [isBusy, setBusy] = useState(false)
  const list = looked?.list
  const apply = async () => {
    if (!looked) return
    setBusy(true)
    setError(undefined)
    await sendFiles(addressOf(key, { params, query: { digest: looked.list.digest } }), looked.files).then(
      (answer) => {
        setLooked({ ...looked, list: answer as GapList }) // the answer of POST gap-list, by its contract
        void client.invalidateQueries()
      },
      (reason: unknown) => setError(reason instanceof Error ? reason : new Error(String(reason))),
    )
    setBusy(false)
  }
  const count = list ? list.counts.new + list.counts.changed : 0

  return (
    <Page
      title={list ? t('imports.previewTitle', { file: list.file }) : t('gapList.title')}
      sentence={list ? <Sentence list={list} /> : t('gapList.says')}
      trail={<To href={to.requirements()}>{t('shell.requirements')}</To>}
      actions={
        list && (
          <>
            <Act onClick={() => setLooked(undefined)}>{t('imports.another')}</Act>
            {!list.isApplied && (
              <Act
                isPrimary
                isBusy={isBusy}
                whyNot={
                  whyNot('rate requirements') ?? (count === 0 ? t('imports.nothingToWrite') : undefined)
                }
                onClick={() => void apply()}
              >
                {t('gapList.apply', { count })}
              </Act>
            )}
          </>
        )
      }
    >
      <Wrong error={error} />
      {list ? (
        <GapRows list={list} />
      ) : (
        <Upload
          isSingle
          address={addressOf(key, { params, query: {} })}
          accept=".csv,.xlsx"
          says={t('gapList.takes')}
          whyNot={whyNot('rate requirements')}
          done={(answer, files) => setLooked({ list: answer as GapList, files })}
        />
      )}
    </Page>
  )
}

function Sentence({ list: { counts, isApplied, rows } }: Readonly<{ list: GapList }>) {
  const { t } = useTranslation()
  const parts = t('imports.counts', {
    added: counts.new,
    changed: counts.changed,
    unchanged: counts.unchanged,
    refused: counts.refused,
  })
  const head = isApplied
    ? t('gapList.applied', { count: counts.new + counts.changed })
    : t('imports.previewSays', { count: rows.length })
  return `${head} ${parts}`
}
