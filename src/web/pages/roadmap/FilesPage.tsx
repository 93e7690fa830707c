import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answered } from '../../data/call.ts'
import { addressOf } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { sendFiles } from '../../data/send-files.ts'
import { Act } from '../../ui/Act.tsx'
import { Download } from '../../ui/Download.tsx'
import { LanguageChoice, useDocumentLanguage } from '../../ui/LanguageChoice.tsx'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { Upload } from '../../ui/Upload.tsx'
import styles from './Roadmap.module.css'
import { RoadmapFrame } from './RoadmapFrame.tsx'
import { placeOf } from './roadmap.ts'

type Edits = Answered<'POST /api/organizations/:organization/roadmap/edits'>
type Preview = Readonly<{ edits: Edits; files: readonly File[] }>

const formats = ['xlsx', 'csv', 'ics', 'xml'] as const
const edits = 'POST /api/organizations/:organization/roadmap/edits'

/** The roadmap as files, and what an edited one says otherwise. */
export function FilesPage() {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const [preview, setPreview] = useState<Preview>()
  const [language, choose] = useDocumentLanguage()
  return (
    <RoadmapFrame>
      <Section title={t('roadmap.download')}>
        <LanguageChoice label={t('roadmap.bookLanguage')} language={language} choose={choose} />
        <ul className={styles.downloads}>
          {formats.map((format) => (
            <li key={format}>
              <Download
                href={addressOf('GET /api/organizations/:organization/roadmap/file', {
                  params,
                  query: format === 'xlsx' ? { format, language } : { format },
                })}
              >
                {t(`roadmap.formats.${format}`)}
              </Download>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('roadmap.upload')}>
        <Upload
          address={addressOf(edits, { params, query: {} })}
          accept=".xlsx,.csv,.ics,.xml"
          says={t('roadmap.uploadSays')}
          whyNot={whyNot('plan the roadmap')}
          isSingle
          isQuiet={preview !== undefined}
          // The server writes it by the contract.
          done={(answer, files) => setPreview({ edits: answer as Edits, files })}
        />
      </Section>
      {preview && <Differences preview={preview} close={() => setPreview(undefined)} />}
    </RoadmapFrame>
  )
}

function Differences({ preview, close }: Readonly<{ preview: Preview; close: () => void }>) {
  const { t } = useTranslation()
  const say = useToast()
  const client = useQueryClient()
  const { params } = useOrganization()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Error>()
  const { digest, edits: found, file } = preview.edits
  const usable = found.filter(({ refused }) => refused === undefined)
  const apply = async () => {
    setBusy(true)
    await sendFiles(addressOf(edits, { params, query: { digest } }), preview.files).then(
      async () => {
        await client.invalidateQueries()
        say(t('roadmap.applied'))
        close()
      },
      (error: unknown) => setProblem(error instanceof Error ? error : new Error(String(error))),
    )
    setBusy(false)
  }
  if (found.length === 0)
    return (
      <Section title={file}>
        <p>{t('roadmap.noDifferences')}</p>
      </Section>
    )
  return (
    <Section title={`${file}: ${t('roadmap.differences', { count: found.length })}`}>
      <EditTable found={found} />
      <Trouble error={problem} />
      <div className={styles.buttons}>
        <Act
          isPrimary
          isBusy={isBusy}
          whyNot={usable.length === 0 ? t('roadmap.refused') : undefined}
          onClick={() => void apply()}
        >
          {t('roadmap.apply')}
        </Act>
        <Act onClick={close}>{t('roadmap.discard')}</Act>
      </div>
    </Section>
  )
}

function EditTable({ found }: Readonly<{ found: Edits['edits'] }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return (
    <div className={styles.scroller}>
      <table className={styles.plain}>
        <thead>
          <tr>
            <th scope="col">{t('roadmap.task')}</th>
            <th scope="col">{t('roadmap.field')}</th>
            <th scope="col">{t('roadmap.before')}</th>
            <th scope="col">{t('roadmap.after')}</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ line, task, field, before, after, refused }) => (
            <tr key={`${line} ${task} ${field}`}>
              <th scope="row">{field === 'unknown' ? task : <To href={placeOf(task, to)}>{task}</To>}</th>
              <td>{t(`roadmap.fields.${field}`)}</td>
              <td>{before || '–'}</td>
              <td>
                {after || '–'}
                {refused && (
                  <span className={styles.refused}>
                    {' '}
                    {t('roadmap.refused')}: {refused}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
