import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { useWordsOf, type Word } from '../../data/register-words.ts'
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
  const word = useWordsOf(register.id)
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
          say(t('registers.moved', { state: word(to.to) }))
        },
      },
    )
  const whyNot = (one: Move) =>
    isOnlyMissing(one)
      ? t('registers.missing', { fields: one.missing.map(inWords(word)).join(', ') })
      : one.why

  return (
    <div>
      <div className={styles.moves}>
        <strong>{word(whole.state)}</strong>
        {whole.moves.map((one) => (
          <Act
            key={one.to}
            size="xs"
            whyNot={whyNot(one)}
            isBusy={move.isPending}
            onClick={() => (one.asksReason ? setAsking(one) : go(one))}
          >
            {word(one.says)}
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
            {word(asking.says)}
          </Act>
        </form>
      )}
      {move.error && <Said error={move.error} />}
    </div>
  )
}

/** Whether nothing but empty fields stands against a move: the server then says just that, in English. */
function isOnlyMissing({ missing, why }: Move): boolean {
  return missing.length > 0 && (why === undefined || why === `Fill in first: ${missing.join(', ')}.`)
}

/** What is missing is a field, a field with the choice it needs, or what has to point at the record. */
function inWords(word: Word): Word {
  return (missing) => (word(missing) === missing ? missing.split(': ').map(word).join(': ') : word(missing))
}

function Said({ error }: Readonly<{ error: Error }>) {
  return (
    <p role="alert" style={{ color: 'var(--tone-major)' }}>
      {useReason(error)}
    </p>
  )
}
