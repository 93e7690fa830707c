import { useLocation, useRouter } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

/** What stands in the query of the address, and a way to change it; undefined takes a word out. */
export function useAddress(): Readonly<{
  said: Readonly<Record<string, string>>
  say: (change: Readonly<Record<string, string | undefined>>) => void
}> {
  const router = useRouter()
  const { pathname, searchStr } = useLocation()
  const said = useMemo(() => Object.fromEntries(new URLSearchParams(searchStr)), [searchStr])
  const say = useCallback(
    (change: Readonly<Record<string, string | undefined>>) => {
      const query = new URLSearchParams(searchStr)
      for (const [name, value] of Object.entries(change)) {
        if (value === undefined || value === '') query.delete(name)
        else query.set(name, value)
      }
      const text = query.toString()
      router.history.replace(text ? `${pathname}?${text}` : pathname)
    },
    [router, pathname, searchStr],
  )
  return { said, say }
}
