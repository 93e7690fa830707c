import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Comments } from '../../ui/Comments.tsx'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Samples.module.css'

type Sample = Answered<'GET /api/organizations/:organization/samples/:sample'>

/** One sample: how it was made, that it can be repeated, and its records. */
export function SamplePage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const { sample: id = '' } = useParams({ strict: false }) as { sample?: string }
  const query = useAsk('GET /api/organizations/:organization/samples/:sample', {
    params: { ...params, sample: id },
  })
  return (
    <Shown query={query}>
      {(sample) => (
        <Page
          title={sample.name}
          trail={<To href={to.samples}>{t('samples.title')}</To>}
          sentence={t(sample.seed === undefined ? 'samples.sayJudged' : 'samples.sayDrawn', {
            size: sample.size,
            whole: sample.populationSize,
            population: sample.populationTitle,
            seed: String(sample.seed),
          })}
        >
          <Repeated sample={sample} />
          <Section title={t('samples.how')}>
            <How sample={sample} />
          </Section>
          {sample.mustSee.length > 0 && (
            <Section title={t('samples.mustSee')} says={t('samples.mustSeeHint')}>
              <MustSee rows={sample.mustSee} />
            </Section>
          )}
          <Section title={t('samples.drawn')}>
            <Drawn rows={sample.drawn} />
          </Section>
          <Section title={t('attached.comments')}>
            <Comments on={`sample:${sample.id}`} />
          </Section>
        </Page>
      )}
    </Shown>
  )
}

/** Draws it again at once, and says which other samples hold the very same records. */
function Repeated({ sample }: Readonly<{ sample: Sample }>) {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const again = useAsk('GET /api/organizations/:organization/samples/:sample/repetition', {
    params: { ...params, sample: sample.id },
  })
  const others = useAsk('GET /api/organizations/:organization/samples', { params, query: { limit: 500 } })
  const same =
    others.data?.items.filter(({ id, sha256 }) => id !== sample.id && sha256 === sample.sha256) ?? []
  return (
    <Section title={t('samples.repeat')}>
      <Shown query={again}>
        {({ isSameDraw, isSamePopulation, drawn }) => (
          <div className={styles.repeat}>
            <Verdict tone={isSameDraw ? 'conforming' : 'partially'}>
              {isSameDraw
                ? t('samples.repeatSame', { count: drawn.length })
                : t(isSamePopulation ? 'samples.repeatOther' : 'samples.repeatChanged')}
            </Verdict>
          </div>
        )}
      </Shown>
      {same.length > 0 && (
        <ul>
          {same.slice(0, 10).map(({ id, name }) => (
            <li key={id}>
              {t('samples.sameAs')} <To href={to.sample(id)}>{name}</To>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function How({ sample }: Readonly<{ sample: Sample }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { order, strata } = sample
  const facts = [
    { name: t('samples.population'), value: sample.populationTitle },
    { name: t('samples.size'), value: sample.sizeText },
    ...(order.method === 'random'
      ? [{ name: t('samples.seed'), value: String(order.seed) }]
      : [{ name: t('samples.because'), value: order.because }]),
    ...(strata.length > 1
      ? [
          {
            name: t('samples.strata'),
            value: strata
              .map(({ name, drawn, population }) =>
                t('samples.stratum', { name, part: drawn, whole: population }),
              )
              .join('; '),
          },
        ]
      : []),
    { name: t('samples.by'), value: `${sample.drawnBy}, ${format.instant(sample.drawnAt)}` },
    { name: t('samples.populationHash'), value: <code>{sample.populationHash}</code> },
    { name: t('samples.hash'), value: <code>{sample.sha256}</code> },
  ]
  return <Facts facts={facts} />
}

type Seen = Sample['mustSee'][number]

function MustSee({ rows }: Readonly<{ rows: readonly Seen[] }>) {
  const { t } = useTranslation()
  const columns = useMemo(
    (): readonly Column<Seen>[] => [
      {
        key: 'id',
        head: t('samples.record'),
        cell: ({ id }) => <Ticket id={id} />,
        value: ({ id }) => id,
        isName: true,
        width: 180,
      },
      {
        key: 'because',
        head: t('samples.because'),
        cell: ({ because }) => because.join('; '),
        value: ({ because }) => because.join('; '),
        filter: true,
        width: 320,
        grows: true,
      },
    ],
    [t],
  )
  return (
    <DataTable
      scope="seen"
      label={t('samples.mustSee')}
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
    />
  )
}

type Drew = Sample['drawn'][number]

function Drawn({ rows }: Readonly<{ rows: readonly Drew[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const numbered = useMemo(() => rows.map((row, at) => ({ ...row, at: at + 1 })), [rows])
  const columns = useMemo(
    (): readonly Column<(typeof numbered)[number]>[] => [
      {
        key: 'at',
        head: t('samples.place'),
        cell: ({ at }) => format.number(at),
        value: ({ at }) => at,
        isNumber: true,
        width: 72,
      },
      {
        key: 'id',
        head: t('samples.record'),
        cell: ({ id }) => <Ticket id={id} />,
        value: ({ id }) => id,
        isName: true,
        width: 200,
      },
      {
        key: 'stratum',
        head: t('samples.group'),
        cell: ({ stratum }) => stratum || '–',
        value: ({ stratum }) => stratum,
        width: 240,
        grows: true,
      },
    ],
    [t, format],
  )
  return <DataTable label={t('samples.drawn')} rows={numbered} columns={columns} rowKey={({ id }) => id} />
}

/** Whoever may not read the evidence sees the number without its page. */
function Ticket({ id }: Readonly<{ id: string }>) {
  const { organization, to } = useOrganization()
  const mayRead = ['read evidence', 'enter the evidence room'].some((one) =>
    organization.permissions.includes(one),
  )
  return mayRead ? <To href={to.ticket(id)}>{id}</To> : id
}
