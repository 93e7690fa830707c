import { useQuery } from '@tanstack/react-query'
import type { GuidePage } from '../../ui/text-part.ts'

const files = import.meta.glob<{ page: GuidePage }>('../../../../docs/guide/*.md')
const order = ['start', 'demo', 'your-data', 'evidence', 'assessment', 'report', 'problems']

/** The pages of the guide by name, in the order in which they are read. */
export const guideNames = Object.keys(files)
  .map((path) => path.split('/').at(-1)?.replace(/\.md$/, '') ?? '')
  .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))

/** Reads the guide once; it does not change while the program runs. */
export function useGuide() {
  return useQuery({ queryKey: ['guide'], queryFn: readGuide, staleTime: Number.POSITIVE_INFINITY })
}

async function readGuide(): Promise<ReadonlyMap<string, GuidePage>> {
  const read = await Promise.all(
    guideNames.map(
      async (name) => [name, (await files[`../../../../docs/guide/${name}.md`]?.())?.page] as const,
    ),
  )
  return new Map(read.flatMap(([name, page]) => (page ? [[name, page] as const] : [])))
}

function rank(name: string): number {
  const at = order.indexOf(name)
  return at < 0 ? order.length : at
}
