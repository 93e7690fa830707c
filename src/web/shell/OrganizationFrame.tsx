import { Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useAsk } from '../data/ask.ts'
import { OrganizationProvider } from '../data/organization.ts'
import { Refused } from '../data/refused.ts'
import { links } from '../links.ts'
import { Page } from '../ui/Page.tsx'
import { Failed, Lines } from '../ui/States.tsx'
import { Frame } from './Frame.tsx'
import { keepOrganization } from './last-organization.ts'
import { NotFound } from './NotFound.tsx'

/** The frame around every page of an organization: who asks, where, and what he may. */
export function OrganizationFrame() {
  const { organization: id = '' } = useParams({ strict: false })
  const navigate = useNavigate()
  const query = useAsk('GET /api/organizations', {})
  const isStranger = query.error instanceof Refused && query.error.status === 401

  useEffect(() => {
    if (isStranger) void navigate({ href: links.signIn(location.pathname + location.search), replace: true })
  }, [isStranger, navigate])

  if (query.data === undefined) {
    if (query.error && !isStranger) return <Failed error={query.error} retry={() => void query.refetch()} />
    return (
      <Frame organization={undefined} organizations={[]}>
        <Page title=" ">
          <Lines />
        </Page>
      </Frame>
    )
  }
  const organization = query.data.items.find((one) => one.id === id)
  if (!organization) return <NotFound />
  keepOrganization(organization.id)

  return (
    <OrganizationProvider value={organization}>
      <Frame organization={organization} organizations={query.data.items}>
        <Outlet />
      </Frame>
    </OrganizationProvider>
  )
}
