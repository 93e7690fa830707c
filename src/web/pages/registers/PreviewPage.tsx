import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import { Fates } from './Fates.tsx'
import type { Import } from './import.ts'
import { useRegisterTitle } from './register-title.ts'

/** What a file would do to a register, row by row, until it is written; afterwards, what it did. */
export function PreviewPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const { register = '', import: id = '' } = useParams({ strict: false }) as Record<string, string>
  const titleOf = useRegisterTitle()
  const known = useAsk('GET /api/organizations/:organization/registers/:register', {
    params: { ...params, register },
  })
  const query = useAsk('GET /api/organizations/:organization/registers/:register/imports/:import', {
    params: { ...params, register, import: id },
    query: { limit: 1 },
  })
  const trail = (
    <To href={to.register(register)}>{known.data ? titleOf(known.data) : t('shell.registers')}</To>
  )
  const title = query.data
    ? t('imports.previewTitle', { file: query.data.file })
    : t('imports.title', { register: known.data ? titleOf(known.data) : register })
  return (
    <Page
      title={title}
      trail={trail}
      sentence={query.data && <Sentence read={query.data} />}
      actions={query.data && <Acts read={query.data} />}
    >
      <Shown query={query}>
        {(read) => (
          <>
            <Notes read={read} />
            <Fates read={read} register={known.data} />
          </>
        )}
      </Shown>
    </Page>
  )
}

function Sentence({ read: { counts, appliedAt } }: Readonly<{ read: Import }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const rows = counts.new + counts.changed + counts.unchanged + counts.refused
  const parts = t('imports.counts', {
    added: counts.new,
    changed: counts.changed,
    unchanged: counts.unchanged,
    refused: counts.refused,
  })
  const head = appliedAt
    ? t('imports.appliedSays', { count: counts.new + counts.changed, at: format.instant(appliedAt) })
    : t('imports.previewSays', { count: rows })
  return `${head} ${parts}`
}

function Notes({ read }: Readonly<{ read: Import }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { counts, ignored, expiresAt, appliedAt } = read
  const notes = [
    counts.refused > 0 && t('imports.refusedStay'),
    ignored.length > 0 && t('imports.ignored', { columns: ignored.join(', ') }),
    !appliedAt && counts.new + counts.changed > 0 && t('imports.until', { at: format.instant(expiresAt) }),
  ].filter((note) => note !== false)
  return (
    notes.length > 0 && (
      <div>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
    )
  )
}

function Acts({ read }: Readonly<{ read: Import }>) {
  const { t } = useTranslation()
  const { params, to, whyNot } = useOrganization()
  const apply = useChange(
    'POST /api/organizations/:organization/registers/:register/imports/:import/application',
  )
  const { counts, register, id, appliedAt } = read
  const count = counts.new + counts.changed
  if (appliedAt)
    return (
      <>
        <To href={to.importInto(register)}>{t('imports.another')}</To>
        <To href={to.register(register)}>{t('imports.toRegister')}</To>
      </>
    )
  const go = () => apply.mutate({ params: { ...params, register, import: id } })
  return (
    <>
      <Wrong error={apply.error} />
      <To href={to.importInto(register)}>{t('imports.another')}</To>
      <Act
        isPrimary
        isBusy={apply.isPending}
        whyNot={whyNot('write registers') ?? (count === 0 ? t('imports.nothingToWrite') : undefined)}
        onClick={go}
      >
        {t('imports.apply', { count })}
      </Act>
    </>
  )
}
