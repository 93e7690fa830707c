import { useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useAddress } from '../../ui/address.ts'
import { BaselinePicker, OlderNote, useBaseline } from '../../ui/BaselinePicker.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { BulkRating } from './BulkRating.tsx'
import { columnsOf, type Row } from './requirement-columns.tsx'

type List = Answered<'GET /api/organizations/:organization/requirements'>

/** Every requirement with its state; several can be rated at once. */
export function RequirementsPage() {
  const { t } = useTranslation()
  const { params, to, whyNot } = useOrganization()
  const router = useRouter()
  const { said } = useAddress()
  const query = useAsk('GET /api/organizations/:organization/requirements', {
    params,
    query: {
      limit: 500,
      baseline: said.baseline,
      clause: said.clause,
      gaps: said.gaps,
      overdue: said.overdue,
    },
  })
  return (
    <Page
      title={t('shell.requirements')}
      sentence={query.data && <Sentence list={query.data} />}
      actions={
        <>
          <BaselinePicker />
          <Act whyNot={whyNot('rate requirements')} onClick={() => router.history.push(to.gapList)}>
            {t('gapList.open')}
          </Act>
        </>
      }
    >
      <OlderNote />
      <Shown query={query}>{(list) => <Table rows={list.items} />}</Shown>
    </Page>
  )
}

function Sentence({ list: { items, total } }: Readonly<{ list: List }>) {
  const { t } = useTranslation()
  const { said } = useAddress()
  const unrated = items.filter(({ rating }) => rating === 'not_assessed').length
  const waiting = items.filter(({ confirmation }) => confirmation === 'waits for a second person').length
  const narrowed = said.clause ?? (said.gaps ? t('requirements.gapsOnly') : undefined)
  return [
    narrowed === undefined ? '' : `${narrowed}:`,
    t('requirements.total', { count: total }),
    unrated === 0 ? t('requirements.allRated') : t('requirements.unrated', { count: unrated }),
    waiting === 0 ? '' : t('requirements.waiting', { count: waiting }),
  ]
    .filter(Boolean)
    .join(' ')
}

const narrowings = ['clause', 'gaps', 'overdue'] as const

function Table({ rows }: Readonly<{ rows: readonly Row[] }>) {
  const { t } = useTranslation()
  const { to, whyNot } = useOrganization()
  const { said, say } = useAddress()
  const format = useFormat()
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [isRating, setRating] = useState(false)
  const columns = useMemo(() => columnsOf(t, to, format, said.baseline), [t, to, format, said.baseline])
  const { older } = useBaseline()
  const isNarrowed = narrowings.some((name) => said[name] !== undefined)

  return (
    <>
      <EnglishNote />
      <DataTable
        label={t('shell.requirements')}
        rows={rows}
        columns={columns}
        rowKey={({ requirement }) => requirement}
        marks={{ marked, setMarked }}
        tools={
          <>
            {isNarrowed && (
              <Act size="xs" onClick={() => say({ clause: undefined, gaps: undefined, overdue: undefined })}>
                {t('requirements.showAll')}
              </Act>
            )}
            <Act
              size="xs"
              whyNot={
                whyNot('rate requirements') ??
                (older && t('baselines.older', { name: older.name })) ??
                (marked.size === 0 ? t('requirements.markFirst') : undefined)
              }
              onClick={() => setRating(true)}
            >
              {t('requirements.rateMarked', { count: marked.size })}
            </Act>
          </>
        }
      />
      {isRating && (
        <BulkRating
          rows={rows.filter(({ requirement }) => marked.has(requirement))}
          close={() => {
            setRating(false)
            setMarked(new Set())
          }}
        />
      )}
    </>
  )
}
