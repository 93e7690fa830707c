import { Outlet } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { type Assumption, type BusinessCase, stateOf, unitIn } from './business-case.ts'
import { CaseTabs } from './CaseTabs.tsx'
import { SettingsForm } from './SettingsForm.tsx'

/** What the case supposes: three points, source, quality and owner of each; those without a source can be asked for. */
export function AssumptionsPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/case', { params, query: {} })
  if (!query.data)
    return (
      <Page title={t('businessCase.assumptions')}>
        <Shown query={query}>{() => null}</Shown>
      </Page>
    )
  return <Answer businessCase={query.data} />
}

function Answer({ businessCase }: Readonly<{ businessCase: BusinessCase }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const { assumptions, settings } = businessCase
  const count = (state: string) => assumptions.filter((one) => stateOf(one) === state).length
  const unsourced = count('no source')
  return (
    <Page
      title={t('businessCase.assumptions')}
      trail={<To href={to.businessCase()}>{t('businessCase.title')}</To>}
      sentence={t('businessCase.assumptionsSay', {
        needed: assumptions.length - count('not needed'),
        missing: count('missing value'),
        unsourced,
      })}
      actions={
        unsourced > 0 && (
          <To href={to.assumptions({ state: 'no source' })}>
            {t('businessCase.withoutSource', { count: unsourced })}
          </To>
        )
      }
    >
      <CaseTabs />
      <EnglishNote />
      <Table rows={assumptions} currency={settings.currency} />
      <SettingsForm key={businessCase.version} businessCase={businessCase} />
      <Outlet />
    </Page>
  )
}

function Table({ rows, currency }: Readonly<{ rows: readonly Assumption[]; currency: string }>) {
  const { t } = useTranslation()
  const columns = useColumns(currency)
  return (
    <DataTable label={t('businessCase.assumptions')} rows={rows} columns={columns} rowKey={({ id }) => id} />
  )
}

function useColumns(currency: string): readonly Column<Assumption>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return useMemo(() => {
    const point = (name: 'low' | 'base' | 'high', head: string): Column<Assumption> => ({
      key: name,
      head,
      cell: ({ value }) => (value ? format.number(value[name], 3) : '–'),
      value: ({ value }) => value?.[name],
      isNumber: true,
      width: 100,
    })
    const states = ['missing value', 'no source', 'complete', 'not needed'] as const
    return [
      {
        key: 'title',
        head: t('businessCase.assumption'),
        cell: ({ id, title }) => (
          <To href={to.assumption(id)} lang="en">
            {title}
          </To>
        ),
        value: ({ title }) => title,
        isName: true,
        width: 280,
        grows: true,
      },
      point('low', t('businessCase.low')),
      point('base', t('businessCase.likely')),
      point('high', t('businessCase.high')),
      {
        key: 'unit',
        head: t('businessCase.unit'),
        cell: ({ unit }) => <span lang="en">{unitIn(unit, currency)}</span>,
        width: 140,
      },
      {
        key: 'state',
        head: t('businessCase.state'),
        cell: (row) => t(`businessCase.states.${stateOf(row)}`),
        value: stateOf,
        filter: states.map((value) => ({ value, label: t(`businessCase.states.${value}`) })),
        width: 130,
      },
      {
        key: 'source',
        head: t('businessCase.source'),
        cell: ({ value }) => value?.source ?? '',
        value: ({ value }) => value?.source,
        width: 260,
      },
      {
        key: 'owner',
        head: t('businessCase.owner'),
        cell: ({ value }) => value?.owner ?? '',
        value: ({ value }) => value?.owner,
        filter: true,
        width: 150,
      },
    ]
  }, [t, format, to, currency])
}
