import { Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { useAsk } from '../data/ask.ts'
import { OrganizationProvider } from '../data/organization.ts'
import { links } from '../links.ts'
import { Page } from '../ui/Page.tsx'
import { Failed, Lines } from '../ui/States.tsx'
import { Frame } from './Frame.tsx'
import { keepOrganization } from './last-organization.ts'
import { NotFound } from './NotFound.tsx'

const TwoFactorsPage = lazy(() =>
  import('../pages/settings/TwoFactorsPage.tsx').then((one) => ({ default: one.TwoFactorsPage })),
)

/** The frame around every page of an organization: who asks, where, and what he may. */
export function OrganizationFrame() {
  const { organization: id = '' } = useParams({ strict: false })
  const navigate = useNavigate()
  const { data: session, error, refetch } = useAsk('GET /api/session', {})
  const isStranger = session !== undefined && session.person === undefined

  useEffect(() => {
    if (isStranger)
      void navigate({
        href: links.signIn(location.pathname + location.search + location.hash),
        replace: true,
      })
  }, [isStranger, navigate])

  if (error && !session) return <Failed error={error} retry={() => void refetch()} />
  if (!session?.person)
    return (
      <Frame session={undefined} organization={undefined}>
        <Page title=" ">
          <Lines />
        </Page>
      </Frame>
    )
  const organization = session.organizations.find((one) => one.id === id)
  if (!organization)
    return (
      <Frame session={session} organization={undefined}>
        <NotFound />
      </Frame>
    )
  keepOrganization(organization.id)
  if (organization.settings.secondFactor === 'demanded' && !session.session?.isStrong)
    return (
      <Frame session={session} organization={undefined}>
        <Suspense fallback={<Lines />}>
          <TwoFactorsPage />
        </Suspense>
      </Frame>
    )

  return (
    <OrganizationProvider value={organization}>
      <Frame session={session} organization={organization}>
        <Outlet />
      </Frame>
    </OrganizationProvider>
  )
}
