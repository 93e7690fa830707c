import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Empty } from '../../ui/States.tsx'
import { Underway, useIsUnderway } from '../../ui/Underway.tsx'

/** Nothing was collected yet: what to do first. */
export function NoEvidence() {
  const { t } = useTranslation()
  const { to, whyNot } = useOrganization()
  const router = useRouter()
  const isUnderway = useIsUnderway()
  if (isUnderway) return <Underway />
  return (
    <Empty
      title={t('evidence.empty')}
      says={t('evidence.emptySays')}
      action={
        <Act isPrimary whyNot={whyNot('import tickets')} onClick={() => router.history.push(to.sources)}>
          {t('evidence.emptyDo')}
        </Act>
      }
    />
  )
}
