import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useAsk } from '../data/ask.ts'
import { Refused } from '../data/refused.ts'
import { links } from '../links.ts'
import { Failed, Lines } from '../ui/States.tsx'
import { lastOrganization } from './last-organization.ts'

/** The address without a page: leads to where one was, to the sign-in, or to the first choice. */
export function Home() {
  const navigate = useNavigate()
  const { data, error, refetch } = useAsk('GET /api/organizations', {})
  const isStranger = error instanceof Refused && error.status === 401

  useEffect(() => {
    if (isStranger) void navigate({ href: links.signIn(), replace: true })
    if (!data) return
    const last = lastOrganization()
    const one = data.items.find(({ id }) => id === last) ?? data.items[0]
    void navigate({ href: one ? links.of(one.id).today : links.start, replace: true })
  }, [data, isStranger, navigate])

  if (error && !isStranger) return <Failed error={error} retry={() => void refetch()} />
  return <Lines />
}
