import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { AskFirst } from '../../ui/AskFirst.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import styles from './Readiness.module.css'

/** Lets go of the data of old snapshots, after it was said what that means; whoever may not do it does not see it. */
export function PruneSnapshots() {
  const { t } = useTranslation()
  const format = useFormat()
  const { params, whyNot } = useOrganization()
  const say = useToast()
  const [before, setBefore] = useState('')
  const prune = useChange('POST /api/organizations/:organization/snapshots/prune')
  if (whyNot('manage settings')) return null
  const on = before === '' ? '' : format.day(before)
  return (
    <Section title={t('standing.prune')} says={t('standing.pruneSays')}>
      <div className={styles.freeze}>
        <TextInput
          type="date"
          label={t('standing.pruneBefore')}
          value={before}
          onChange={({ currentTarget }) => setBefore(currentTarget.value)}
        />
        <AskFirst
          label={t('standing.pruneDo')}
          title={t('standing.pruneAsk', { on })}
          says={t('standing.pruneMeans')}
          whyNot={before === '' ? t('standing.pruneDay') : undefined}
          act={() =>
            prune
              .mutateAsync({ params, body: { before } })
              .then(({ snapshots }) => say(t('standing.pruned', { count: snapshots })))
          }
        >
          {t('standing.pruneDo')}
        </AskFirst>
      </div>
    </Section>
  )
}
