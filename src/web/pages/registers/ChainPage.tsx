import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { useAddress } from '../../ui/address.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { type Chain, chainTones, type Link, verdicts } from './chain.ts'
import { RegisterTabs } from './RegisterTabs.tsx'
import { TargetSheet } from './TargetSheet.tsx'

/** What is promised to customers, against what others promise us. */
export function ChainPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/agreement-chain', { params })
  return (
    <Page title={t('across.chain')} sentence={query.data && <Sentence chain={query.data} />}>
      <RegisterTabs />
      <EnglishNote />
      <Shown query={query}>
        {(chain) => (
          <>
            {chain.links.length === 0 ? (
              <Empty title={t('across.noTargets')} says={t('across.noTargetsSays')} />
            ) : (
              <Targets links={chain.links} />
            )}
            <Gaps chain={chain} />
          </>
        )}
      </Shown>
    </Page>
  )
}

function Sentence({ chain: { links, counts, servicesWithoutSla, unagreed } }: Readonly<{ chain: Chain }>) {
  const { t } = useTranslation()
  const parts = verdicts
    .filter((verdict) => (counts[verdict] ?? 0) > 0)
    .map((verdict) =>
      t('across.countOf', { count: counts[verdict] ?? 0, what: t(`across.verdicts.${verdict}`) }),
    )
  return [
    `${t('across.targets', { count: links.length })} ${parts.join(', ')}.`,
    servicesWithoutSla.length > 0 ? t('across.without', { count: servicesWithoutSla.length }) : '',
    unagreed.length > 0 ? t('across.unagreedCount', { count: unagreed.length }) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

type Row = Link & Readonly<{ key: string }>

function Targets({ links }: Readonly<{ links: readonly Link[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const { said } = useAddress()
  const rows = useMemo(
    () => links.map((link, at): Row => ({ ...link, key: `${link.sla.number}.${at + 1}` })),
    [links],
  )
  const open = rows.find(({ key }) => key === said.target)
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        key: 'says',
        head: t('across.target'),
        cell: ({ key, says }) => (
          <To href={to.chain({ ...said, target: key })} lang="en" title={says}>
            {says}
          </To>
        ),
        value: ({ says }) => says,
        isName: true,
        width: 330,
        grows: true,
      },
      {
        key: 'sla',
        head: t('across.sla'),
        cell: ({ sla: { number, label } }) => <span title={label}>{`${number} ${label}`}</span>,
        value: ({ sla: { number, label } }) => `${number} ${label}`,
        width: 270,
      },
      {
        key: 'verdict',
        head: t('across.heldUp'),
        cell: ({ verdict }) => (
          <Verdict tone={chainTones[verdict]}>{t(`across.verdicts.${verdict}`)}</Verdict>
        ),
        value: ({ verdict }) => verdict,
        order: ({ verdict }) => verdicts.indexOf(verdict),
        filter: verdicts.map((value) => ({ value, label: t(`across.verdicts.${value}`) })),
        width: 160,
      },
      {
        key: 'supports',
        head: t('across.supports'),
        cell: ({ supports }) => format.number(supports.length),
        value: ({ supports }) => supports.length,
        isNumber: true,
        width: 130,
      },
    ],
    [t, format, to, said],
  )
  return (
    <>
      <DataTable
        label={t('across.chain')}
        rows={rows}
        columns={columns}
        rowKey={({ key }) => key}
        selected={said.target}
      />
      {open && <TargetSheet link={open} back={to.chain({ ...said, target: undefined })} />}
    </>
  )
}

function Gaps({ chain: { servicesWithoutSla, unagreed } }: Readonly<{ chain: Chain }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return (
    <>
      {servicesWithoutSla.length > 0 && (
        <Section title={t('across.servicesWithoutSla')}>
          <ul>
            {servicesWithoutSla.map(({ id, number, label }) => (
              <li key={id}>
                <To href={to.record('services', id)}>{`${number} ${label}`}</To>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {unagreed.length > 0 && (
        <Section title={t('across.unagreed')}>
          <ul>
            {unagreed.map(({ service, party }) => (
              <li key={`${service.id} ${party.id}`}>
                <To href={to.record('services', service.id)}>{`${service.number} ${service.label}`}</To>:{' '}
                <To href={to.record('parties', party.id)}>{`${party.number} ${party.label}`}</To>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
