import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import type { Programme } from './audit.ts'
import { PlanForm } from './PlanForm.tsx'

const nothing = {
  title: '',
  clauses: [],
  because: '',
  plannedOn: '',
  criteria: '',
  method: '',
  lead: '',
  team: [],
}

/** Puts an audit into the programme. */
export function NewAudit({ programme }: Readonly<{ programme: Programme }>) {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const router = useRouter()
  const plan = useChange('POST /api/organizations/:organization/audits')
  return (
    <PlanForm
      start={nothing}
      areas={programme.areas}
      people={programme.auditors}
      submit={t('audits.planDo')}
      isBusy={plan.isPending}
      error={plan.error}
      send={({ lead, team, clauses, ...said }) =>
        plan.mutate(
          { params, body: { ...said, clauses: [...clauses], team: [...team], ...(lead ? { lead } : {}) } },
          { onSuccess: ({ id }) => router.history.push(to.audit(id)) },
        )
      }
    />
  )
}
