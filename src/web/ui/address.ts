import { useLocation, useRouter } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

/**
 * What stands in the query of the address, and a way to change it; undefined takes a word out. With a scope only the
 * words that begin with it are seen and changed: two tables of one page keep apart.
 */
export function useAddress(scope?: string): Readonly<{
  said: Readonly<Record<string, string>>
  say: (change: Readonly<Record<string, string | undefined>>) => void
}> {
  const router = useRouter()
  const { pathname, searchStr } = useLocation()
  const said = useMemo(() => {
    const words = [...new URLSearchParams(searchStr)]
    if (scope === undefined) return Object.fromEntries(words)
    const own = words.filter(([name]) => name.startsWith(`${scope}.`))
    return Object.fromEntries(own.map(([name, value]) => [name.slice(scope.length + 1), value]))
  }, [searchStr, scope])
  const say = useCallback(
    (change: Readonly<Record<string, string | undefined>>) => {
      const query = new URLSearchParams(searchStr)
      for (const [key, value] of Object.entries(change)) {
        const name = scope === undefined ? key : `${scope}.${key}`
        if (value === undefined || value === '') query.delete(name)
        else query.set(name, value)
      }
      const text = query.toString()
      router.history.replace(text ? `${pathname}?${text}` : pathname)
    },
    [router, pathname, searchStr, scope],
  )
  return { said, say }
}
