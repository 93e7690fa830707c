import { NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import type { KpiDetail } from './kpi-view.ts'
import styles from './Monitoring.module.css'
import { useSayers } from './use-sayers.ts'

/** The targets as they were set, each with its reason, and a form for the next. */
export function Targets({ kpi }: Readonly<{ kpi: KpiDetail }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const write = useSayers().writerOf(kpi)
  return (
    <Section title={t('monitoring.targets')} term="baseline-value" says={t('monitoring.targetsSay')}>
      {kpi.targets.length === 0 ? (
        <p>{t('evidence.noTarget')}</p>
      ) : (
        <ul className={styles.items}>
          {kpi.targets.toReversed().map(({ number, target, validFrom, reason, setAt, setBy }) => (
            <li key={number}>
              <strong>{write(target)}</strong>{' '}
              {t('monitoring.targetLine', {
                from: format.month(validFrom),
                day: format.day(setAt),
                by: setBy,
              })}
              <p className="second">{reason}</p>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{t('monitoring.newTarget')}</summary>
        <TargetForm kpi={kpi} />
      </details>
    </Section>
  )
}

function TargetForm({ kpi }: Readonly<{ kpi: KpiDetail }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const set = useChange('POST /api/organizations/:organization/monitoring/:kpi/targets')
  const [target, setTarget] = useState<number | string>('')
  const [validFrom, setValidFrom] = useState(() => new Date().toISOString().slice(0, 7))
  const [reason, setReason] = useState('')
  const isShare = kpi.answers === 'share' || kpi.unit === 'share'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const value = isShare ? Number(target) / 100 : Number(target)
    set.mutate(
      { params: { ...params, kpi: kpi.kpi }, body: { target: value, validFrom, reason } },
      {
        onSuccess: () => {
          setTarget('')
          setReason('')
          say(t('monitoring.targetKept'))
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.row}>
        <NumberInput
          label={t('monitoring.targetIn', { unit: isShare ? '%' : kpi.unit })}
          required
          withAsterisk={false}
          hideControls
          value={target}
          onChange={setTarget}
        />
        <TextInput
          label={t('monitoring.validFrom')}
          type="month"
          required
          withAsterisk={false}
          value={validFrom}
          onChange={(event) => setValidFrom(event.currentTarget.value)}
        />
      </div>
      <TextInput
        label={t('monitoring.reason')}
        required
        withAsterisk={false}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Trouble error={set.error} />
      <div>
        <Act type="submit" isBusy={set.isPending} whyNot={whyNot('write registers')}>
          {t('monitoring.keepTarget')}
        </Act>
      </div>
    </form>
  )
}
