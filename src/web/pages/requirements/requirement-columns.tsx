import type { TFunction } from 'i18next'
import type { Answered } from '../../data/call.ts'
import type { OrganizationLinks } from '../../links.ts'
import type { Choice, Column } from '../../ui/column.ts'
import type { Format } from '../../ui/format.ts'
import { To } from '../../ui/To.tsx'
import { RatingBadge, type RatingWord } from '../../ui/Verdict.tsx'

export type Row = Answered<'GET /api/organizations/:organization/requirements'>['items'][number]

/** The scale from worst to best, as it is chosen from. */
export const scale: readonly RatingWord[] = [
  'major_nc',
  'minor_nc',
  'partially',
  'ofi',
  'conforming',
  'not_applicable',
  'not_assessed',
]

const statuses = ['automated', 'partial', 'stated', 'documented', 'not applicable', 'open'] as const
const confirmations = ['not rated', 'one person', 'waits for a second person', 'two persons'] as const
const criticalities = ['high', 'medium', 'low'] as const

/** The columns of the list of requirements. */
export function columnsOf(
  t: TFunction,
  to: OrganizationLinks,
  format: Format,
  baseline?: string,
): readonly Column<Row>[] {
  const ratings = scale.map((value): Choice => ({ value, label: t(`scales.rating.${value}`) }))
  return [
    {
      key: 'requirement',
      head: t('requirements.number'),
      cell: ({ requirement }) => <To href={to.requirement(requirement, { baseline })}>{requirement}</To>,
      value: ({ requirement }) => requirement,
      isName: true,
      width: 84,
    },
    {
      key: 'title',
      head: t('requirements.title'),
      cell: ({ title }) => (
        <span lang="en" title={title}>
          {title}
        </span>
      ),
      value: ({ title }) => title,
      width: 230,
      grows: true,
    },
    {
      key: 'rating',
      head: t('requirements.rating'),
      cell: ({ rating }) => <RatingBadge rating={rating} />,
      value: ({ rating }) => rating,
      order: ({ rating }) => scale.indexOf(rating),
      filter: ratings,
      width: 212,
    },
    {
      key: 'proposed',
      head: t('requirements.proposed'),
      cell: ({ proposed }) => <RatingBadge rating={proposed} />,
      value: ({ proposed }) => proposed,
      order: ({ proposed }) => scale.indexOf(proposed),
      filter: ratings,
      width: 212,
    },
    {
      key: 'criticality',
      head: t('requirements.criticality'),
      cell: ({ criticality }) => t(`scales.criticality.${criticality}`),
      value: ({ criticality }) => criticality,
      order: ({ criticality }) => criticalities.indexOf(criticality),
      filter: criticalities.map((value) => ({ value, label: t(`scales.criticality.${value}`) })),
      width: 92,
    },
    ...evidenceColumns(t, format),
    ...workColumns(t, format),
    quickScanFilter(t),
  ]
}

function quickScanFilter(t: TFunction): Column<Row> {
  return {
    key: 'quick',
    head: t('baselines.quickScan'),
    cell: () => null,
    value: ({ isQuickScan }) => (isQuickScan ? 'in' : 'out'),
    filter: [
      { value: 'in', label: t('baselines.inQuickScan') },
      { value: 'out', label: t('baselines.notInQuickScan') },
    ],
    isHidden: true,
    width: 0,
  }
}

function evidenceColumns(t: TFunction, format: Format): readonly Column<Row>[] {
  return [
    {
      key: 'evidence',
      head: t('requirements.evidence'),
      cell: ({ evidence }) => t('requirements.levels', { level: evidence.level, needed: evidence.needed }),
      value: ({ evidence }) => evidence.level,
      width: 96,
    },
    {
      key: 'exceptions',
      head: t('requirements.exceptions'),
      cell: ({ checks }) => (checks.asked === 0 ? '' : format.number(checks.exceptions)),
      value: ({ checks }) => (checks.asked === 0 ? undefined : checks.exceptions),
      isNumber: true,
      width: 104,
    },
    {
      key: 'status',
      head: t('requirements.status'),
      cell: ({ status }) => t(`requirements.statuses.${status}`),
      value: ({ status }) => status,
      filter: statuses.map((value) => ({ value, label: t(`requirements.statuses.${value}`) })),
      width: 116,
    },
  ]
}

function workColumns(t: TFunction, format: Format): readonly Column<Row>[] {
  return [
    {
      key: 'confirmation',
      head: t('requirements.confirmation'),
      cell: ({ confirmation }) => t(`requirements.confirmations.${confirmation}`),
      value: ({ confirmation }) => confirmation,
      filter: confirmations.map((value) => ({ value, label: t(`requirements.confirmations.${value}`) })),
      width: 160,
    },
    {
      key: 'assignee',
      head: t('requirements.assignee'),
      cell: ({ assignee }) => assignee?.name ?? '',
      value: ({ assignee }) => assignee?.name,
      filter: true,
      width: 130,
    },
    {
      key: 'due',
      head: t('requirements.due'),
      cell: ({ dueOn }) => (dueOn ? format.day(dueOn) : ''),
      value: ({ dueOn }) => dueOn,
      width: 116,
    },
  ]
}
