import { Modal } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Act } from './Act.tsx'
import styles from './AskFirst.module.css'
import { Wrong } from './Wrong.tsx'

type AskFirstProps = Readonly<{
  /** What the button says, and the button that does it. */
  children: string
  /** The same with the name of what it is done to. */
  label: string
  title: string
  says: ReactNode
  whyNot?: string | undefined
  /** Does it; what it is refused with is shown, and nothing closes. */
  act: () => Promise<unknown>
}>

/** What cannot be taken back: a button that says first what will follow, and then does it. */
export function AskFirst({ children, label, title, says, whyNot, act }: AskFirstProps) {
  const { t } = useTranslation()
  const [isAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<Error>()
  const go = async () => {
    setBusy(true)
    setError(undefined)
    await act().then(
      () => setAsked(false),
      (cause: unknown) => setError(cause instanceof Error ? cause : new Error(String(cause))),
    )
    setBusy(false)
  }

  return (
    <>
      <Act size="xs" label={label} whyNot={whyNot} onClick={() => setAsked(true)}>
        {children}
      </Act>
      {isAsked && (
        <Modal
          opened
          onClose={() => setAsked(false)}
          title={title}
          closeButtonProps={{ 'aria-label': t('ui.close') }}
        >
          <div className={styles.stack}>
            <p>{says}</p>
            <Wrong error={error} />
            <div className={styles.acts}>
              <Act isPrimary isBusy={isBusy} onClick={() => void go()}>
                {children}
              </Act>
              <Act onClick={() => setAsked(false)}>{t('ui.cancel')}</Act>
            </div>
          </div>
        </Modal>
      )}
    </>
  )
}
