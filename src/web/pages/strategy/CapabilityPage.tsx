import { NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ToneName } from '#base/look.ts'
import { useAsk, useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Strategy.module.css'
import { StrategyTabs } from './StrategyTabs.tsx'

type Process = Answered<'GET /api/organizations/:organization/capability-targets'>['processes'][number]

/** Nothing here is green: tickets show some attributes of a level, and none proves it. */
const toneOf = {
  'reached as far as seen': 'not_assessed',
  short: 'minor',
  'not seen': 'not_assessed',
} as const satisfies Record<Process['standing'], ToneName>
const levels = [0, 1, 2, 3, 4, 5] as const

/** The level that each process is to have, where that comes from, and the gap as far as tickets can tell. */
export function CapabilityPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const [open, setOpen] = useState<string>()
  const query = useAsk('GET /api/organizations/:organization/capability-targets', { params })
  const short = query.data?.processes.filter(({ standing }) => standing === 'short').length
  return (
    <Page
      title={t('capabilityTargets.title')}
      sentence={
        short !== undefined &&
        (short === 0 ? t('capabilityTargets.nothing') : t('capabilityTargets.says', { count: short }))
      }
    >
      <StrategyTabs />
      <p className="second">{t('capabilityTargets.rule')}</p>
      <Shown query={query}>
        {({ processes }) => (
          <div className={styles.wide}>
            <table className={`${styles.matrix} ${styles.stacked}`} aria-label={t('capabilityTargets.title')}>
              <thead>
                <tr>
                  {(['process', 'target', 'goals', 'shown', 'standing'] as const).map((word) => (
                    <th key={word} scope="col">
                      {t(`capabilityTargets.${word}`)}
                    </th>
                  ))}
                  <th scope="col">
                    <span className="unseen">{t('capabilityTargets.change')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {processes.map((process) => (
                  <Row
                    key={process.clause}
                    process={process}
                    isOpen={open === process.clause}
                    open={(isOpen) => setOpen(isOpen ? process.clause : undefined)}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Shown>
    </Page>
  )
}

type RowProps = Readonly<{ process: Process; isOpen: boolean; open: (isOpen: boolean) => void }>

function Row({ process, isOpen, open }: RowProps) {
  const { t } = useTranslation()
  const { to, whyNot } = useOrganization()
  const { clause, title, target, derived, goals, set, attributes, standing } = process
  const short = attributes.reduce((sum, one) => sum + (one.short ?? 0), 0)
  return (
    <tr>
      <th scope="row">
        <To href={to.requirements({ q: clause })}>{clause}</To> <span lang="en">{title}</span>
        {set && (
          <div className="second">
            {t('capabilityTargets.setBy', { derived, by: set.changedBy, reason: set.reason })}
          </div>
        )}
        {isOpen && <Form process={process} close={() => open(false)} />}
      </th>
      <td>
        {t('capabilityTargets.level')} {target}
      </td>
      <td>
        {goals.length === 0 ? (
          <span className="second">{t('capabilityTargets.noGoal')}</span>
        ) : (
          goals.map((goal) => (
            <div key={goal.id}>
              <To href={to.record('goals', goal.id)}>{goal.title}</To>
            </div>
          ))
        )}
      </td>
      <td>
        {attributes.map((one) => (
          <Attribute key={one.attribute} attribute={one} />
        ))}
      </td>
      <td>
        <Verdict tone={toneOf[standing]}>{t(`capabilityTargets.standings.${standing}`)}</Verdict>
        {short > 0 && <div className="second">{t('capabilityTargets.short', { count: short })}</div>}
      </td>
      <td>
        <Act
          size="xs"
          whyNot={whyNot('write registers')}
          label={`${t('capabilityTargets.change')}: ${clause} ${title}`}
          onClick={() => open(!isOpen)}
        >
          {t('capabilityTargets.change')}
        </Act>
      </td>
    </tr>
  )
}

function Attribute({
  attribute: { attribute, above, shown },
}: Readonly<{ attribute: Process['attributes'][number] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const asked = { attribute, above: format.percent(above / 100, 0) }
  return (
    <div className={styles.small}>
      {shown === undefined
        ? t('capabilityTargets.notSeen', asked)
        : t('capabilityTargets.above', { ...asked, shown: format.percent(shown / 100, 0) })}
    </div>
  )
}

/** Another level, with its reason; or back to what follows from goals. */
function Form({
  process: { clause, target, set },
  close,
}: Readonly<{ process: Process; close: () => void }>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const [level, setLevel] = useState(target)
  const [reason, setReason] = useState(set?.reason ?? '')
  const put = useChange('PUT /api/organizations/:organization/capability-targets/:clause')
  const clear = useChange('DELETE /api/organizations/:organization/capability-targets/:clause')
  const place = { ...params, clause }
  const send = (event: FormEvent) => {
    event.preventDefault()
    put.mutate({ params: place, body: { level, reason }, ifMatch: set?.version ?? 0 }, { onSuccess: close })
  }
  return (
    <form className={styles.form} onSubmit={send}>
      <NativeSelect
        label={t('capabilityTargets.level')}
        value={String(level)}
        onChange={(event) => setLevel(Number(event.currentTarget.value))}
        data={levels.map(String)}
      />
      <TextInput
        label={t('capabilityTargets.reason')}
        value={reason}
        maxLength={1000}
        required
        withAsterisk={false}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Wrong error={put.error ?? clear.error} />
      <div className={styles.row}>
        <Act type="submit" isPrimary isBusy={put.isPending}>
          {t('capabilityTargets.save')}
        </Act>
        {set && (
          <Act isBusy={clear.isPending} onClick={() => clear.mutate({ params: place }, { onSuccess: close })}>
            {t('capabilityTargets.clear')}
          </Act>
        )}
      </div>
    </form>
  )
}
