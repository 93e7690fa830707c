import { Modal, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import type { Assignment as Row } from './adoption.ts'
import styles from './Quiz.module.css'

/** Exempts somebody until a day, or grants further attempts after a talk: both with the reason. */
export function Excuse({ row, close }: Readonly<{ row: Row; close: () => void }>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const [because, setBecause] = useState(row.exempt?.because ?? '')
  const [until, setUntil] = useState(row.exempt?.until ?? '')
  const exempt = useChange('PUT /api/organizations/:organization/adoption/training/:enrolment/exemption')
  const grant = useChange('POST /api/organizations/:organization/adoption/training/:enrolment/talks')
  const at = { ...params, enrolment: row.id }
  const isTalk = row.state === 'to talk about'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isTalk) grant.mutate({ params: at, body: { talk: because } }, { onSuccess: close })
    else exempt.mutate({ params: at, body: { exempt: { because, until } } }, { onSuccess: close })
  }
  return (
    <Modal
      opened
      onClose={close}
      title={`${row.name}: ${row.title}`}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form className={styles.excuse} onSubmit={submit}>
        <p>{t(isTalk ? 'adoption.training.talkSays' : 'adoption.training.excuseSays')}</p>
        <TextInput
          label={t(isTalk ? 'adoption.training.talk' : 'adoption.training.because')}
          required
          withAsterisk={false}
          minLength={3}
          maxLength={300}
          value={because}
          onChange={(event) => setBecause(event.currentTarget.value)}
        />
        {!isTalk && (
          <TextInput
            type="date"
            label={t('adoption.training.until')}
            required
            withAsterisk={false}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        )}
        <Wrong error={exempt.error ?? grant.error} />
        <div className={styles.row}>
          <Act type="submit" isPrimary isBusy={exempt.isPending || grant.isPending}>
            {t(isTalk ? 'adoption.training.grant' : 'adoption.training.excuse')}
          </Act>
          {row.exempt && (
            <Act onClick={() => exempt.mutate({ params: at, body: { exempt: null } }, { onSuccess: close })}>
              {t('adoption.training.endExemption')}
            </Act>
          )}
        </div>
      </form>
    </Modal>
  )
}
