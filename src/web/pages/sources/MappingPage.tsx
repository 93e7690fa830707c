import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Refused } from '../../data/refused.ts'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { JobsInHand } from '../../ui/JobsInHand.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { MappingEditor } from './MappingEditor.tsx'
import { SourcesFrame } from './SourcesFrame.tsx'

const kinds = ['ingest', 'collect'] as const

/** How the files are read: which column fills what, which status is which state; changed with a look at what it would do. */
export function MappingPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/mapping', { params })
  const isNone = query.error instanceof Refused && query.error.status === 404
  return (
    <SourcesFrame>
      <JobsInHand kinds={kinds} />
      <EnglishNote />
      {isNone ? (
        <Empty title={t('mapping.none')} says={t('mapping.noneSays')} />
      ) : (
        <Shown query={query}>{(view) => <MappingEditor key={view.hash} view={view} />}</Shown>
      )}
    </SourcesFrame>
  )
}
