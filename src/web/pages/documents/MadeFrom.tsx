import { useTranslation } from 'react-i18next'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { useFormat } from '../../ui/format.ts'
import { To } from '../../ui/To.tsx'

type Made = Answered<'GET /api/organizations/:organization/documents'>['items'][number]

/** From which snapshot a document is. */
export function MadeFrom({ document }: Readonly<{ document: Made }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const { snapshot, since } = document
  if (!snapshot) return <span className="second">{t('documents.byItself')}</span>
  const { id, number, at } = snapshot
  return (
    <To href={to.snapshots({ since: id })}>
      {since
        ? t('documents.between', { since: since.number, number })
        : t('documents.snapshot', { number, on: format.day(at) })}
    </To>
  )
}

/** Whether anything has changed since the snapshot of a document, and whether a newer one was taken. */
export function SinceThen({ document: { snapshot } }: Readonly<{ document: Made }>) {
  const { t } = useTranslation()
  if (!snapshot) return null
  const { changes, isNewest } = snapshot
  const says = changes === 0 ? t('documents.nothingSince') : t('documents.changesSince', { count: changes })
  return <span>{isNewest ? says : `${says} · ${t('documents.hasNewer')}`}</span>
}
