import { Outlet } from '@tanstack/react-router'
import { useAsk } from '../data/ask.ts'
import { Frame } from './Frame.tsx'
import { lastOrganization } from './last-organization.ts'

/** Help needs no organization; whoever has one keeps its navigation. */
export function HelpFrame() {
  const { data } = useAsk('GET /api/organizations', {})
  const last = lastOrganization()
  const organizations = data?.items ?? []
  return (
    <Frame organization={organizations.find(({ id }) => id === last)} organizations={organizations}>
      <Outlet />
    </Frame>
  )
}
