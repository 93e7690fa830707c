import { Outlet } from '@tanstack/react-router'
import { useAsk } from '../data/ask.ts'
import { Frame } from './Frame.tsx'
import { lastOrganization } from './last-organization.ts'

/** Help needs no organization; whoever has one keeps its navigation. */
export function HelpFrame() {
  const { data: session } = useAsk('GET /api/session', {})
  const last = lastOrganization()
  return (
    <Frame
      session={session}
      organization={session?.organizations.find(({ id }) => id === last) ?? session?.organizations[0]}
    >
      <Outlet />
    </Frame>
  )
}
