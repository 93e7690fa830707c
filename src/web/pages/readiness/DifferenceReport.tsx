import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'

/** Has what changed since a snapshot written as a report. */
export function DifferenceReport({ since }: Readonly<{ since: string }>) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const say = useToast()
  const make = useChange('POST /api/organizations/:organization/documents')
  return (
    <div>
      <Act
        whyNot={whyNot('make documents')}
        isBusy={make.isPending}
        onClick={() =>
          make.mutate(
            { params, body: { kind: 'difference report', since } },
            { onSuccess: () => say(t('standing.reportAsked')) },
          )
        }
      >
        {t('standing.reportOf')}
      </Act>
      <Trouble error={make.error} />
    </div>
  )
}
