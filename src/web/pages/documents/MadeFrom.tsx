import { useTranslation } from 'react-i18next'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { useFormat } from '../../ui/format.ts'
import { To } from '../../ui/To.tsx'

type Made = Answered<'GET /api/organizations/:organization/documents'>['items'][number]

/** From which snapshot a document is, and whether anything has changed since. */
export function MadeFrom({ document }: Readonly<{ document: Made }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const { snapshot, since } = document
  if (!snapshot) return <span className="second">{t('documents.byItself')}</span>
  const { number, at, changes, isNewest } = snapshot
  return (
    <>
      <To href={to.snapshots({ since: snapshot.id })}>
        {since
          ? t('documents.between', { since: since.number, number })
          : t('documents.snapshot', { number, on: format.day(at) })}
      </To>{' '}
      <span className="second">
        {changes === 0 ? t('documents.nothingSince') : t('documents.changesSince', { count: changes })}
        {isNewest ? '' : ` · ${t('documents.hasNewer')}`}
      </span>
    </>
  )
}
