import { Modal, NativeSelect, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './Roadmap.module.css'
import type { Remedy } from './roadmap.ts'

type DecideMarkedProps = Readonly<{ requirements: readonly string[]; close: () => void }>

const states: readonly Remedy['state'][] = ['deferred', 'declined', 'proposed']

/** Defers or declines several remedies with one reason, or opens them again. */
export function DecideMarked({ requirements, close }: DecideMarkedProps) {
  const { t } = useTranslation()
  const say = useToast()
  const { params } = useOrganization()
  const [state, setState] = useState<Remedy['state']>('deferred')
  const [reason, setReason] = useState('')
  const decide = useChange('POST /api/organizations/:organization/remedies/decisions')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    decide.mutate(
      { params, body: { requirements: [...requirements], state, reason } },
      {
        onSuccess: ({ decided }) => {
          say(t('roadmap.decided', { count: decided }))
          close()
        },
      },
    )
  }
  return (
    <Modal
      opened
      onClose={close}
      title={t('roadmap.decideMarked')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form className={styles.form} onSubmit={submit}>
        <p>{requirements.join(', ')}</p>
        <NativeSelect
          label={t('roadmap.state')}
          data={states.map((value) => ({ value, label: t(`roadmap.states.${value}`) }))}
          value={state}
          onChange={(event) => setState(states.find((one) => one === event.currentTarget.value) ?? state)}
        />
        <Textarea
          label={t('roadmap.why')}
          description={t('roadmap.whyHint')}
          autosize
          minRows={2}
          maxLength={2000}
          required={state !== 'proposed'}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Trouble error={decide.error} />
        <Act type="submit" isPrimary isBusy={decide.isPending}>
          {t('ui.save')}
        </Act>
      </form>
    </Modal>
  )
}
