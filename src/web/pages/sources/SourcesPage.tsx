import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { addressOf } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { evidenceJobs, JobsInHand } from '../../ui/JobsInHand.tsx'
import { Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Upload } from '../../ui/Upload.tsx'
import { FileTable } from './FileTable.tsx'
import { Questions } from './Questions.tsx'
import { SourcesFrame } from './SourcesFrame.tsx'

const fileKinds = '.csv,.tsv,.txt,.json,.jsonl,.ndjson,.xlsx,.xml,.xes,.jsonocel,.zip,.gz'
const most = 500

/** What was uploaded, what is being done with it, and what only a person can say about it. */
export function SourcesPage() {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const client = useQueryClient()
  const toast = useToast()
  const files = useAsk('GET /api/organizations/:organization/sources', { params, query: { limit: most } })
  const questions = useAsk('GET /api/organizations/:organization/sources/questions', { params })
  const done = (answer: unknown) => {
    const { items } = answer as { items: readonly unknown[] } // the answer of POST sources, by its contract
    toast(t('sources.uploaded', { count: items.length }))
    void client.invalidateQueries()
  }

  return (
    <SourcesFrame>
      <JobsInHand kinds={evidenceJobs} />
      {questions.data && questions.data.items.length > 0 && <Questions questions={questions.data.items} />}
      <Section title={t('sources.upload')}>
        <Upload
          address={addressOf('POST /api/organizations/:organization/sources', { params, query: {} })}
          accept={fileKinds}
          says={t('sources.uploadSays')}
          whyNot={whyNot('import tickets')}
          isQuiet={questions.data !== undefined && questions.data.items.length > 0}
          done={done}
        />
      </Section>
      <Shown query={files}>
        {({ items }) =>
          items.length > 0 && (
            <Section title={t('sources.filesTable')}>
              <FileTable files={items} />
            </Section>
          )
        }
      </Shown>
    </SourcesFrame>
  )
}
