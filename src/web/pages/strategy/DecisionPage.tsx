import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Facts } from '../../ui/Facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { type Proof, SignForm } from '../../ui/SignForm.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { DecisionFigures } from './DecisionFigures.tsx'
import styles from './Strategy.module.css'
import { StrategyTabs } from './StrategyTabs.tsx'

type Decisions = Answered<'GET /api/organizations/:organization/decision'>
type Signed = Decisions['decisions'][number]
type VerdictWord = Signed['verdict']

const verdicts = ['go', 'no-go', 'later'] as const satisfies readonly VerdictWord[]
const toneOf = { go: 'conforming', 'no-go': 'major', later: 'partially' } as const

/** Whether to go: range of value, date and training on one page, and the signature below. */
export function DecisionPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/decision', { params })
  return (
    <Page title={t('strategy.decision')} sentence={query.data && <Sentence page={query.data} />}>
      <StrategyTabs />
      <Shown query={query}>
        {(page) => (
          <>
            <DecisionFigures page={page} />
            <Reasons page={page} />
            <Decide page={page} />
            {page.decisions.length > 0 && <Earlier decisions={page.decisions} />}
          </>
        )}
      </Shown>
    </Page>
  )
}

function Sentence({ page }: Readonly<{ page: Decisions }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { figures, daysLate, decisions } = page
  const [last] = decisions
  const { certificationDate, probability } = figures.roadmap ?? {}
  const decided = last
    ? t(`strategy.decisionSays.${last.verdict}`, { by: last.signedBy, day: format.day(last.signedAt) })
    : t('strategy.decisionNothing')
  const risk =
    certificationDate === undefined || probability === undefined
      ? t('strategy.noDate')
      : t('strategy.risk', {
          day: format.day(certificationDate),
          probability: format.percent(probability, 0),
        })
  return [decided, risk, daysLate === undefined ? '' : lateness(daysLate)].filter(Boolean).join(' ')

  function lateness(days: number): string {
    return days > 0 ? t('strategy.late', { count: days }) : t('strategy.inTime')
  }
}

/** What it is for, and what stands in its way. */
function Reasons({ page: { goals, blocking } }: Readonly<{ page: Decisions }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  if (goals.length + blocking.length === 0) return null
  return (
    <div className={styles.columns}>
      {goals.length > 0 && (
        <Section title={t('strategy.serves')}>
          <ul className={styles.plain}>
            {goals.map(({ id, title }) => (
              <li key={id}>
                <To href={to.record('goals', id)}>{title}</To>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {blocking.length > 0 && (
        <Section title={t('strategy.blocks')}>
          <ul className={styles.plain}>
            {blocking.map(({ requirement, title }) => (
              <li key={requirement}>
                <To href={to.requirement(requirement)}>
                  <span lang="en">{title}</span>
                </To>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}

function Decide({ page }: Readonly<{ page: Decisions }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params } = useOrganization()
  const keep = useChange('POST /api/organizations/:organization/decision/signatures')
  const [verdict, setVerdict] = useState<VerdictWord>('later')
  const [reasons, setReasons] = useState('')
  const [conditions, setConditions] = useState('')
  const sign = async (proof: Proof) => {
    await keep.mutateAsync({ params, body: { verdict, reasons, conditions, seal: page.seal, proof } })
    setReasons('')
    setConditions('')
    say(t('strategy.signed'))
  }
  const parts = page.missing.map((part) => t(`strategy.part.${part}`)).join(', ')
  return (
    <Section title={t('strategy.decide')}>
      {page.missing.length > 0 && <p className={styles.note}>{t('strategy.missingParts', { parts })}</p>}
      <SignForm sign={sign}>
        <fieldset className={styles.choice}>
          <legend>{t('strategy.verdict')}</legend>
          {verdicts.map((one) => (
            <label key={one}>
              <input type="radio" name="verdict" checked={verdict === one} onChange={() => setVerdict(one)} />
              {t(`strategy.verdicts.${one}`)}
            </label>
          ))}
        </fieldset>
        <Textarea
          label={t('strategy.reasons')}
          required
          withAsterisk={false}
          autosize
          minRows={2}
          maxLength={4000}
          value={reasons}
          onChange={(event) => setReasons(event.currentTarget.value)}
        />
        <Textarea
          label={t('strategy.conditions')}
          description={t('strategy.conditionsHint')}
          autosize
          minRows={1}
          maxLength={4000}
          value={conditions}
          onChange={(event) => setConditions(event.currentTarget.value)}
        />
      </SignForm>
    </Section>
  )
}

function Earlier({ decisions }: Readonly<{ decisions: readonly Signed[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to, whyNot } = useOrganization()
  return (
    <Section
      title={t('strategy.earlier')}
      actions={
        whyNot('read the audit trail') === undefined && (
          <To href={to.trail({ kind: 'decision' })}>{t('strategy.inTrail')}</To>
        )
      }
    >
      <ul className={styles.list}>
        {decisions.map((one) => (
          <li key={one.id}>
            <div>
              <Verdict tone={toneOf[one.verdict]}>{t(`strategy.verdicts.${one.verdict}`)}</Verdict>
              <p>{one.reasons}</p>
              {one.conditions && (
                <Facts facts={[{ name: t('strategy.conditions'), value: one.conditions }]} />
              )}
              <p className="second">
                {t('strategy.decidedBy', {
                  by: one.signedBy,
                  role: t(`scales.role.${one.signedAs as 'owner'}`), // whoever signed had a role
                  at: format.instant(one.signedAt),
                })}
                {', '}
                {t(`strategy.provedBy.${one.provedBy}`)}
              </p>
              <Then signed={one} />
              <p className={styles.seal}>
                {t('strategy.seal')}: {one.seal}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The figures as they stood when it was signed. */
function Then({ signed: { figures } }: Readonly<{ signed: Signed }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { case: money, roadmap, training, gaps } = figures
  const text = t('strategy.asThen', {
    npv: money
      ? t('strategy.range', {
          low: format.money(money.npv.p10, money.currency),
          high: format.money(money.npv.p90, money.currency),
        })
      : t('strategy.notComputed'),
    p80: roadmap ? format.day(roadmap.p80) : t('strategy.notPlanned'),
    training: training ? t('strategy.trainingHours', { count: training.hours }) : t('strategy.notPlanned'),
    gaps: gaps.total,
  })
  return <p className={styles.small}>{text}</p>
}
