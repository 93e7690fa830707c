import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { FindingText } from '../../ui/FindingText.tsx'

/** Raises a finding by hand; audits raise theirs on their own page. */
export function RaiseForm() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const router = useRouter()
  const raise = useChange('POST /api/organizations/:organization/findings')
  return (
    <FindingText
      submit={t('findings.raiseDo')}
      isBusy={raise.isPending}
      error={raise.error}
      hasSource
      send={({ source = 'by hand', ...text }) =>
        raise.mutate(
          { params, body: { ...text, source } },
          { onSuccess: ({ id }) => router.history.push(to.finding(id)) },
        )
      }
    />
  )
}
