import { useTranslation } from 'react-i18next'
import { Door } from './Door.tsx'

/** An invitation that is accepted here. */
export function InvitationPage() {
  const { t } = useTranslation()
  return (
    <Door title={t('door.invitation')}>
      <p>{t('door.invitationGone')}</p>
    </Door>
  )
}
