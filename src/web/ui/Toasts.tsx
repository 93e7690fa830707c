import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Toasts.module.css'

type Toast = Readonly<{ id: number; text: string; undo?: (() => Promise<unknown>) | undefined }>
type Say = (text: string, undo?: () => Promise<unknown>) => void

const Context = createContext<Say>(() => undefined)
const staysFor = 10_000

/** Says in a corner what was done; what can be taken back has a button for it. */
export function useToast(): Say {
  return useContext(Context)
}

/** Where toasts are shown. */
export function Toasts({ children }: Readonly<{ children: ReactNode }>) {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const drop = useCallback((id: number) => setToasts((old) => old.filter((one) => one.id !== id)), [])
  const say = useCallback<Say>((text, undo) => {
    setToasts((old) => [...old.slice(-2), { id: (old.at(-1)?.id ?? 0) + 1, text, undo }])
  }, [])
  const value = useMemo(() => say, [say])

  return (
    <Context value={value}>
      {children}
      <div className={styles.corner} aria-live="polite">
        {toasts.map((toast) => (
          <OneToast key={toast.id} toast={toast} drop={drop} />
        ))}
      </div>
    </Context>
  )
}

function OneToast({ toast, drop }: Readonly<{ toast: Toast; drop: (id: number) => void }>) {
  const { t } = useTranslation()
  const say = useToast()
  const [isHeld, setHeld] = useState(false)

  useEffect(() => {
    if (isHeld) return undefined
    const timer = setTimeout(() => drop(toast.id), staysFor)
    return () => clearTimeout(timer)
  }, [isHeld, drop, toast.id])

  const undo = async () => {
    drop(toast.id)
    await toast.undo?.().then(
      () => say(t('ui.undone')),
      (error: unknown) => say(String(error instanceof Error ? error.message : error)),
    )
  }

  return (
    <output
      className={styles.toast}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.undo && (
        <button type="button" onClick={undo}>
          {t('ui.undo')}
        </button>
      )}
      <button type="button" aria-label={t('ui.close')} onClick={() => drop(toast.id)}>
        ×
      </button>
    </output>
  )
}
