import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { Lessons } from '../../ui/Lessons.tsx'
import { Page } from '../../ui/Page.tsx'
import { type Proof, SignForm } from '../../ui/SignForm.tsx'
import { Shown } from '../../ui/States.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Strategy.module.css'
import { StrategyTabs } from './StrategyTabs.tsx'

type Phase = Answered<'GET /api/organizations/:organization/phases'>['phases'][number]
type Criterion = Phase['criteria'][number]

const phaseTone = {
  waiting: 'not_assessed',
  open: 'partially',
  ready: 'opportunity',
  signed: 'conforming',
} as const
const criterionTone = { met: 'conforming', 'not met': 'major', unknown: 'not_assessed' } as const

/** How far the programme is: four phases, their criteria, and who signed them off. */
export function ProgrammePage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/phases', { params })
  return (
    <Page title={t('strategy.programme')} sentence={query.data && <Sentence phases={query.data.phases} />}>
      <StrategyTabs />
      <Shown query={query}>
        {({ phases }) => (
          <div className={styles.phases}>
            <EnglishNote />
            {phases.map((phase) => (
              <OnePhase key={`${phase.id} ${phase.state}`} phase={phase} />
            ))}
            {/* Who begins a programme reads first what the last one taught. */}
            {phases.every(({ signature }) => signature === undefined) && <Lessons />}
          </div>
        )}
      </Shown>
    </Page>
  )
}

function useTitle(): (phase: Phase) => string {
  const { t, i18n } = useTranslation()
  return ({ id, title }) => {
    const key = `strategy.phaseTitle.${id}`
    return i18n.exists(key) ? t(key as 'strategy.phaseTitle.assessment') : title
  }
}

function isUnderWay({ state }: Phase): boolean {
  return state === 'open' || state === 'ready'
}

function openOf({ criteria }: Phase): readonly Criterion[] {
  return criteria.filter(({ standing }) => standing !== 'met')
}

function Sentence({ phases }: Readonly<{ phases: readonly Phase[] }>) {
  const { t } = useTranslation()
  const titleOf = useTitle()
  const now = phases.find(isUnderWay)
  if (!now) return t('strategy.phaseAllSigned')
  const open = openOf(now).length
  const rest = open === 0 ? t('strategy.phaseReady') : t('strategy.openCriteria', { count: open })
  return t('strategy.phaseNow', { phase: titleOf(now), rest })
}

function OnePhase({ phase }: Readonly<{ phase: Phase }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const titleOf = useTitle()
  const { state, criteria, signature } = phase
  return (
    <details className={styles.phase} open={isUnderWay(phase)}>
      <summary>
        <h2>{titleOf(phase)}</h2>
        <Verdict tone={phaseTone[state]}>{t(`strategy.state.${state}`)}</Verdict>
        {signature && (
          <span className="second">
            {t('strategy.signedOff', { by: signature.by, day: format.day(signature.at) })}
          </span>
        )}
      </summary>
      {(['entry', 'exit'] as const).map((side) => {
        const own = criteria.filter((one) => one.side === side)
        return (
          own.length > 0 && (
            <section key={side} aria-label={t(`strategy.side.${side}`)}>
              <h3>{t(`strategy.side.${side}`)}</h3>
              {own.map((one) => (
                <OneCriterion key={one.id} criterion={one} isOpen={isUnderWay(phase)} />
              ))}
            </section>
          )
        )
      })}
      {isUnderWay(phase) && <SignOff phase={phase} />}
    </details>
  )
}

function OneCriterion({ criterion, isOpen }: Readonly<{ criterion: Criterion; isOpen: boolean }>) {
  const { t } = useTranslation()
  const { standing, title, because, waiver, isStated } = criterion
  return (
    <div className={styles.criterion}>
      <Verdict tone={criterionTone[standing]}>{t(`strategy.standing.${standing}`)}</Verdict>
      <div>
        <span lang="en">{title}</span>
        <p className="second" lang="en">
          {because}
        </p>
        {waiver && <p>{t('strategy.waived', { reason: waiver })}</p>}
        {isStated && isOpen && <StateIt criterion={criterion} />}
      </div>
    </div>
  )
}

/** What no record decides is said by a person. */
function StateIt({ criterion: { id, standing } }: Readonly<{ criterion: Criterion }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const keep = useChange('POST /api/organizations/:organization/phases/statements')
  const [isMet, setMet] = useState(standing === 'met')
  const [says, setSays] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keep.mutate(
      { params, body: { criterion: id, isMet, says } },
      {
        onSuccess: () => {
          setSays('')
          say(t('strategy.stated'))
        },
      },
    )
  }
  return (
    <details>
      <summary>{t('strategy.stateIt')}</summary>
      <form className={styles.form} onSubmit={submit}>
        <Checkbox
          label={t('strategy.isMet')}
          checked={isMet}
          onChange={(event) => setMet(event.currentTarget.checked)}
        />
        <TextInput
          label={t('strategy.says')}
          required
          withAsterisk={false}
          maxLength={2000}
          value={says}
          onChange={(event) => setSays(event.currentTarget.value)}
        />
        <Trouble error={keep.error} />
        <div>
          <Act type="submit" size="xs" isBusy={keep.isPending} whyNot={whyNot('manage baselines')}>
            {t('strategy.stateDo')}
          </Act>
        </div>
      </form>
    </details>
  )
}

function SignOff({ phase }: Readonly<{ phase: Phase }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params } = useOrganization()
  const keep = useChange('POST /api/organizations/:organization/phases/:phase/signatures')
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const open = openOf(phase)
  const sign = async (proof: Proof) => {
    const waivers = open.map(({ id }) => ({ criterion: id, reason: reasons[id] ?? '' }))
    const id = phase.id as 'assessment' // the phases of the content are those of the address
    await keep.mutateAsync({ params: { ...params, phase: id }, body: { waivers, proof } })
    say(t('strategy.signed'))
  }
  return (
    <section aria-label={t('strategy.signOff')}>
      <h3>{t('strategy.signOff')}</h3>
      <SignForm sign={sign}>
        {open.length > 0 && <p className="second">{t('strategy.signOffSays')}</p>}
        {open.map(({ id, title }) => (
          <Textarea
            key={id}
            label={title}
            description={t('strategy.waive')}
            required
            withAsterisk={false}
            autosize
            minRows={1}
            maxLength={2000}
            value={reasons[id] ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget
              setReasons((old) => ({ ...old, [id]: value }))
            }}
          />
        ))}
      </SignForm>
    </section>
  )
}
