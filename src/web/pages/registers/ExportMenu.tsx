import { addressOf } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { FileMenu } from '../../ui/FileMenu.tsx'

type ExportMenuProps = Readonly<{
  register: string
  /** What the list shows just now: the same rows, in the same order. */
  shown: Readonly<{ sort?: string | undefined; where: string[]; search?: string | undefined }>
}>

/** Hands out what the list shows as a file. */
export function ExportMenu({ register, shown }: ExportMenuProps) {
  const { params } = useOrganization()
  return (
    <FileMenu
      address={(format) =>
        addressOf('GET /api/organizations/:organization/registers/:register/export', {
          params: { ...params, register },
          query: { format, ...shown },
        })
      }
    />
  )
}
