import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Section } from '../../ui/Page.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Findings.module.css'
import type { Finding } from './finding.ts'

type Move = Finding['moves'][number]

/** Where the finding can go from here, and what it lacks for that. */
export function Moves({ finding }: Readonly<{ finding: Finding }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params } = useOrganization()
  const move = useChange('POST /api/organizations/:organization/findings/:finding/moves')
  const [reason, setReason] = useState('')
  const { moves, lacksToClose, state } = finding
  const asksReason = moves.some((one) => one.asksReason && one.isOwn)
  const go = ({ to }: Move) =>
    move.mutate(
      {
        params: { ...params, finding: finding.id },
        ifMatch: finding.version,
        body: { to, ...(reason.trim() ? { reason } : {}) },
      },
      {
        onSuccess: () => {
          setReason('')
          say(t('findings.moved', { state: t(`findings.states.${to}`) }))
        },
      },
    )
  const isChain = finding.grade === 'major' || finding.grade === 'minor'
  const isOver = state === 'closed' || state === 'rejected'
  if (moves.length === 0 && isOver) return null
  return (
    <Section
      title={t('findings.goOn')}
      says={
        isChain && !isOver && lacksToClose.length > 0 ? (
          <span>
            {t('findings.lacksToClose')} <span lang="en">{lacksToClose.join('; ')}</span>
          </span>
        ) : undefined
      }
    >
      <div className={styles.moves}>
        {asksReason && (
          <TextInput
            label={t('findings.reason')}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {moves.map((one) => (
          <Act
            key={`${one.name} ${one.to}`}
            isPrimary={!one.asksReason}
            isBusy={move.isPending}
            whyNot={whyNotOf(one)}
            onClick={() => go(one)}
          >
            {t(`findings.moves.${one.name as 'correct'}` /* the names of the moves are these */)}
          </Act>
        ))}
      </div>
      {state === 'verifying' && <p className="second">{t('findings.verifyingSays')}</p>}
      <Wrong error={move.error} />
    </Section>
  )

  function whyNotOf({ isOwn, lacks, asksReason: needsReason }: Move): string | undefined {
    if (!isOwn) return t('findings.notYours')
    if (lacks.length > 0) return t('findings.lacks', { what: lacks.join('; ') })
    return needsReason && reason.trim() === '' ? t('findings.reasonFirst') : undefined
  }
}
