import { useTranslation } from 'react-i18next'
import { Act } from './Act.tsx'
import { useToast } from './Toasts.tsx'

/** Copies a text that has to be taken elsewhere; not there where the browser forbids it. */
export function Copy({ text, label }: Readonly<{ text: string; label?: string }>) {
  const { t } = useTranslation()
  const say = useToast()
  // Absent on pages that come neither by https nor from this machine.
  const clipboard = navigator.clipboard as Clipboard | undefined
  if (!clipboard) return null
  return (
    <Act
      size="xs"
      {...(label ? { label } : {})}
      onClick={() => void clipboard.writeText(text).then(() => say(t('ui.copied')))}
    >
      {t('ui.copy')}
    </Act>
  )
}
