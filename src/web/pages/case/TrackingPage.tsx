import { NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Case.module.css'
import { CaseTabs } from './CaseTabs.tsx'
import { Wide } from './Wide.tsx'

type Tracking = Answered<'GET /api/organizations/:organization/case/tracking'>
type Line = Tracking['items'][number]
type Quarter = Line['quarters'][number]

/** Do the benefits come? Planned and measured, quarter by quarter. */
export function TrackingPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const kept = useAsk('GET /api/organizations/:organization/case', { params, query: {} })
  const query = useAsk('GET /api/organizations/:organization/case/tracking', { params })
  const currency = kept.data?.settings.currency ?? 'EUR'
  return (
    <Page
      title={t('businessCase.tracking')}
      trail={<To href={to.businessCase()}>{t('businessCase.title')}</To>}
      sentence={query.data && <Sentence tracking={query.data} currency={currency} />}
    >
      <CaseTabs />
      <EnglishNote />
      <Shown query={query}>
        {({ startsOn, items }) =>
          startsOn === undefined ? (
            <Empty
              title={t('businessCase.trackingNone')}
              says={t('businessCase.trackingNoneSays')}
              action={<To href={to.assumptions()}>{t('businessCase.how')}</To>}
            />
          ) : (
            items
              .filter(({ quarters }) => quarters.length > 0)
              .map((line) => <Tracked key={line.line} line={line} currency={currency} />)
          )
        }
      </Shown>
    </Page>
  )
}

function Sentence({ tracking, currency }: Readonly<{ tracking: Tracking; currency: string }>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (tracking.startsOn === undefined) return null
  const quarters = tracking.items.flatMap((line) => line.quarters.filter(({ isOver }) => isOver))
  if (quarters.length === 0)
    return <>{t('businessCase.trackingStart', { day: format.day(tracking.startsOn) })}</>
  const measured = quarters.filter(({ actual }) => actual)
  const sum = (values: readonly number[]) =>
    format.money(
      values.reduce((total, value) => total + value, 0),
      currency,
    )
  return (
    <>
      {t('businessCase.trackingSay', {
        measured: sum(measured.map(({ actual }) => actual?.value ?? 0)),
        planned: sum(quarters.map(({ planned }) => planned)),
        open: quarters.length - measured.length,
      })}
    </>
  )
}

function Tracked({ line, currency }: Readonly<{ line: Line; currency: string }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const [open, setOpen] = useState<string>()
  const quarter = line.quarters.find((one) => one.quarter === open)
  return (
    <Section
      title={line.title}
      says={line.owner === '' ? undefined : `${t('businessCase.owner')}: ${line.owner}`}
    >
      <Wide label={line.title}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('businessCase.quarter')}</th>
              {(['planned', 'actual', 'shareOfPlan'] as const).map((word) => (
                <th key={word} scope="col" className="number">
                  {t(`businessCase.${word}`)}
                </th>
              ))}
              <th scope="col">{t('businessCase.evidence')}</th>
              <th scope="col">{t('businessCase.proof')}</th>
              <th scope="col">
                <span className="unseen">{t('businessCase.record')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {line.quarters.map((one) => (
              <tr key={one.quarter}>
                <th scope="row">{one.quarter}</th>
                <td className="number">{format.money(one.planned, currency)}</td>
                <td className="number">{one.actual ? format.money(one.actual.value, currency) : '–'}</td>
                <td className="number">
                  {one.actual && one.planned > 0 ? format.percent(one.actual.value / one.planned, 0) : '–'}
                </td>
                <td>{one.actual ? `${one.actual.evidence} (${one.actual.by})` : ''}</td>
                <td>
                  <Proof quarter={one} />
                </td>
                <td>
                  <Act
                    size="xs"
                    whyNot={one.isOver ? undefined : t('businessCase.notOver')}
                    label={t('businessCase.recordOf', { line: line.title, quarter: one.quarter })}
                    onClick={() => setOpen(one.quarter)}
                  >
                    {t('businessCase.record')}
                  </Act>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {quarter && (
        <RecordForm
          key={quarter.quarter}
          line={line.line}
          quarter={quarter}
          close={() => setOpen(undefined)}
        />
      )}
    </Section>
  )
}

function Proof({ quarter: { proof } }: Readonly<{ quarter: Quarter }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  if (!proof) return <span className="second">{t('ui.noData')}</span>
  const isShare = proof.unit === 'share'
  return (
    <To href={to.measure(proof.measure)}>
      {t('businessCase.proofSays', {
        title: proof.title,
        value: isShare ? format.percent(proof.value) : format.number(proof.value),
        unit: isShare ? '' : proof.unit,
        n: proof.n,
      })}
    </To>
  )
}

type RecordProps = Readonly<{ line: string; quarter: Quarter; close: () => void }>

function RecordForm({ line, quarter: { quarter, actual }, close }: RecordProps) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const say = useToast()
  const write = useChange('PUT /api/organizations/:organization/case/tracking/:line/:quarter')
  const [value, setValue] = useState<number | string>(actual?.value ?? '')
  const [evidence, setEvidence] = useState(actual?.evidence ?? '')
  const send = (event: FormEvent) => {
    event.preventDefault()
    const body = { value: Number(value), evidence }
    write.mutate(
      { params: { ...params, line, quarter }, body, ifMatch: actual?.version ?? 0 },
      {
        onSuccess: () => {
          say(t('ui.saved'))
          close()
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={send}>
      <NumberInput
        label={`${t('businessCase.value')}, ${quarter}`}
        value={value}
        onChange={setValue}
        hideControls
        required
        withAsterisk={false}
      />
      <TextInput
        label={t('businessCase.evidence')}
        value={evidence}
        maxLength={2000}
        required
        withAsterisk={false}
        onChange={(event) => setEvidence(event.currentTarget.value)}
      />
      <div className={styles.all}>
        <Wrong error={write.error} />
        <Act type="submit" isBusy={write.isPending} whyNot={whyNot('write the business case')}>
          {t('businessCase.save')}
        </Act>
      </div>
    </form>
  )
}
