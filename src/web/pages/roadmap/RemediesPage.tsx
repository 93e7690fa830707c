import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { DecideMarked } from './DecideMarked.tsx'
import { RoadmapFrame } from './RoadmapFrame.tsx'
import type { Remedy } from './roadmap.ts'

/** What is proposed against each gap, and what was decided about it. */
export function RemediesPage() {
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/remedies', { params })
  return (
    <RoadmapFrame sentence={query.data && <Sentence remedies={query.data.items} />}>
      <Shown query={query}>{({ items }) => <Table remedies={items} />}</Shown>
    </RoadmapFrame>
  )
}

function Sentence({ remedies }: Readonly<{ remedies: readonly Remedy[] }>) {
  const { t } = useTranslation()
  const count = (state: Remedy['state']) => remedies.filter((one) => one.state === state).length
  return t('roadmap.remediesSays', {
    proposed: count('proposed'),
    accepted: count('accepted'),
    deferred: count('deferred'),
    declined: count('declined'),
  })
}

function Table({ remedies }: Readonly<{ remedies: readonly Remedy[] }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [isDeciding, setDeciding] = useState(false)
  const columns = useColumns()
  const decide = useChange('POST /api/organizations/:organization/remedies/decisions')
  const forbidden = whyNot('decide on remedies') ?? (marked.size === 0 ? t('roadmap.markFirst') : undefined)
  const accept = () => {
    const requirements = [...marked]
    decide.mutate(
      { params, body: { requirements, state: 'accepted' } },
      {
        onSuccess: ({ decided }) => {
          say(t('roadmap.decided', { count: decided }))
          setMarked(new Set())
        },
      },
    )
  }
  return (
    <>
      <EnglishNote />
      <Trouble error={decide.error} />
      <DataTable
        label={t('roadmap.remedies')}
        rows={remedies}
        columns={columns}
        rowKey={({ requirement }) => requirement}
        marks={{ marked, setMarked }}
        tools={
          <>
            <Act size="xs" isPrimary isBusy={decide.isPending} whyNot={forbidden} onClick={accept}>
              {t('roadmap.acceptMarked', { count: marked.size })}
            </Act>
            <Act size="xs" whyNot={forbidden} onClick={() => setDeciding(true)}>
              {t('roadmap.decideMarked')}
            </Act>
          </>
        }
      />
      {isDeciding && (
        <DecideMarked
          requirements={[...marked]}
          close={() => {
            setDeciding(false)
            setMarked(new Set())
          }}
        />
      )}
    </>
  )
}

const toneOfSeverity = { major: 'major', minor: 'minor', partial: 'partially' } as const
const order = { major: 0, minor: 1, partial: 2 } as const

function useColumns(): readonly Column<Remedy>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return useMemo(
    (): readonly Column<Remedy>[] => [
      {
        key: 'requirement',
        head: t('roadmap.requirement'),
        cell: ({ requirement }) => <To href={to.requirement(requirement)}>{requirement}</To>,
        value: ({ requirement }) => requirement,
        isName: true,
        width: 110,
      },
      {
        key: 'activity',
        head: t('roadmap.remedy'),
        cell: ({ activity, title }) => (
          <span lang="en" title={`${title}: ${activity}`}>
            {activity}
          </span>
        ),
        value: ({ activity, title }) => `${title} ${activity}`,
        width: 260,
        grows: true,
      },
      {
        key: 'severity',
        head: t('roadmap.severity'),
        cell: ({ severity }) => (
          <Verdict tone={toneOfSeverity[severity]}>{t(`roadmap.severities.${severity}`)}</Verdict>
        ),
        value: ({ severity }) => severity,
        order: ({ severity }) => order[severity],
        filter: true,
        width: 130,
      },
      {
        key: 'role',
        head: t('roadmap.role'),
        cell: ({ role }) => <span lang="en">{role}</span>,
        value: ({ role }) => role,
        filter: true,
        width: 170,
      },
      {
        key: 'days',
        head: t('roadmap.likely'),
        cell: ({ effort }) => format.number(effort.likely, 2),
        value: ({ effort }) => effort.likely,
        isNumber: true,
        width: 80,
      },
      {
        key: 'state',
        head: t('roadmap.state'),
        cell: ({ state, reason }) => <span title={reason}>{t(`roadmap.states.${state}`)}</span>,
        value: ({ state }) => state,
        filter: true,
        width: 120,
      },
      {
        key: 'finish',
        head: t('roadmap.finish'),
        cell: ({ finish }) => (finish === undefined ? '' : format.day(finish)),
        value: ({ finish }) => finish,
        width: 120,
      },
      {
        key: 'package',
        head: t('roadmap.package'),
        cell: ({ workPackage }) => (
          <span lang="en" title={workPackage}>
            {workPackage}
          </span>
        ),
        value: ({ workPackage }) => workPackage,
        filter: true,
        width: 190,
      },
    ],
    [t, format, to],
  )
}
