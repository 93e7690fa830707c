import { useState } from 'react'

/** Does something that may be refused, and keeps why. */
export function useAttempt(): Readonly<{
  attempt: (what: () => Promise<unknown>) => Promise<void>
  error: Error | undefined
  isBusy: boolean
}> {
  const [error, setError] = useState<Error>()
  const [isBusy, setBusy] = useState(false)
  const attempt = async (what: () => Promise<unknown>) => {
    setBusy(true)
    setError(undefined)
    try {
      await what()
    } catch (cause) {
      setError(cause instanceof Error ? cause : new Error(String(cause)))
    } finally {
      setBusy(false)
    }
  }
  return { attempt, error, isBusy }
}
