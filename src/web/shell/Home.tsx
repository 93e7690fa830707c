import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useAsk } from '../data/ask.ts'
import type { Answered } from '../data/call.ts'
import { links } from '../links.ts'
import { Failed, Lines } from '../ui/States.tsx'
import { lastOrganization } from './last-organization.ts'
import { homeOf } from './navigation.ts'

/** The address without a page: leads to where one was, to the sign-in, or to the first choice. */
export function Home() {
  const navigate = useNavigate()
  const { data, error, refetch } = useAsk('GET /api/session', {})

  useEffect(() => {
    if (data) void navigate({ href: firstPage(data), replace: true })
  }, [data, navigate])

  if (error && !data) return <Failed error={error} retry={() => void refetch()} />
  return <Lines />
}

function firstPage({ isNew, person, organizations }: Answered<'GET /api/session'>): string {
  if (isNew) return links.start
  if (!person) return links.signIn()
  const last = lastOrganization()
  const one = organizations.find(({ id }) => id === last) ?? organizations[0]
  return one ? homeOf(one) : links.start
}
