import { createContext, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Allows } from '#api/endpoint.ts'
import { links, type OrganizationLinks } from '../links.ts'
import type { Answered } from './call.ts'

/** Who is signed in, and where he belongs. */
export type Session = Answered<'GET /api/session'>
/** The organization whose pages are open, with what the person may do in it. */
export type Organization = Session['organizations'][number]

/** What can be allowed in an organization. */
export type Permission = Exclude<Extract<Allows, string>, 'anyone' | 'signed in'>

const Context = createContext<Organization | undefined>(undefined)
export const OrganizationProvider = Context

/** The organization that the address names; the params of nearly every call; its links. */
export function useOrganization(): Readonly<{
  organization: Organization
  params: Readonly<{ organization: string }>
  to: OrganizationLinks
  /** Why the person may not; undefined when he may. */
  whyNot: (permission: Permission) => string | undefined
}> {
  const organization = useContext(Context)
  const { t } = useTranslation()
  if (!organization) throw new Error('This page is shown inside an organization only.')
  return useMemo(
    () => ({
      organization,
      params: { organization: organization.id },
      to: links.of(organization.id),
      whyNot: (permission) =>
        organization.permissions.includes(permission)
          ? undefined
          : t('ui.notAllowed', {
              role: t(`scales.role.${organization.role}`),
              permission: t(`scales.permission.${permission}`),
            }),
    }),
    [organization, t],
  )
}
