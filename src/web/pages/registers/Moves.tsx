import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useReason } from '../../ui/States.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import styles from './Registers.module.css'
import type { RecordWhole } from './record.ts'
import type { Register } from './register-columns.tsx'

type Move = RecordWhole['moves'][number]

/** Where a record stands, and the steps that lead on. */
export function Moves({ register, whole }: Readonly<{ register: Register; whole: RecordWhole }>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const say = useToast()
  const [asking, setAsking] = useState<Move>()
  const [reason, setReason] = useState('')
  const move = useChange('POST /api/organizations/:organization/registers/:register/records/:record/moves')
  const go = (to: Move, because?: string) =>
    move.mutate(
      {
        params: { ...params, register: register.id, record: whole.id },
        ifMatch: whole.version,
        body: { to: to.to, ...(because ? { reason: because } : {}) },
      },
      {
        onSuccess: () => {
          setAsking(undefined)
          setReason('')
          say(t('registers.moved', { state: to.to }))
        },
      },
    )
  const whyNot = (one: Move) =>
    one.why ??
    (one.missing.length > 0 ? t('registers.missing', { fields: one.missing.join(', ') }) : undefined)

  return (
    <div>
      <div className={styles.moves} lang="en">
        <strong>{whole.state}</strong>
        {whole.moves.map((one) => (
          <Act
            key={one.to}
            size="xs"
            whyNot={whyNot(one)}
            isBusy={move.isPending}
            onClick={() => (one.asksReason ? setAsking(one) : go(one))}
          >
            {one.says}
          </Act>
        ))}
      </div>
      {asking && (
        <form
          className={styles.moves}
          onSubmit={(event) => {
            event.preventDefault()
            go(asking, reason)
          }}
        >
          <TextInput
            label={t('registers.why')}
            required
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Act type="submit" isPrimary isBusy={move.isPending}>
            {asking.says}
          </Act>
        </form>
      )}
      {move.error && <Said error={move.error} />}
    </div>
  )
}

function Said({ error }: Readonly<{ error: Error }>) {
  return (
    <p role="alert" style={{ color: 'var(--tone-major)' }}>
      {useReason(error)}
    </p>
  )
}
