import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import type { Input } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { useToast } from '../../ui/Toasts.tsx'
import type { Finding } from './finding.ts'

const key = 'PATCH /api/organizations/:organization/findings/:finding'

/** Keeps a part of a finding, based on the version that is shown. */
export function useKeep(finding: Finding) {
  const { t } = useTranslation()
  const say = useToast()
  const { params } = useOrganization()
  const change = useChange(key)
  return {
    keep: (body: NonNullable<Input<typeof key>['body']>) =>
      change.mutate(
        { params: { ...params, finding: finding.id }, ifMatch: finding.version, body },
        { onSuccess: () => say(t('findings.kept')) },
      ),
    isBusy: change.isPending,
    error: change.error,
  }
}
