import type { ErrorComponentProps } from '@tanstack/react-router'
import { Failed } from '../ui/States.tsx'

/** A page that broke: it says so, and the rest of the application stays. */
export function Stumbled({ error, reset }: ErrorComponentProps) {
  return <Failed error={error instanceof Error ? error : new Error(String(error))} retry={reset} />
}
