import { type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Answered, call, type Input, type Key } from './call.ts'

type Paged = { readonly items: readonly unknown[]; readonly next?: string | undefined }
/** The addresses that answer page by page. */
export type PagedKey = { [K in Key]: Answered<K> extends Paged ? K : never }[Key]
type ItemOf<K extends PagedKey> = Answered<K> extends { readonly items: readonly (infer I)[] } ? I : never

/** A list that is read page by page, as far as it is looked at. */
export function usePages<K extends PagedKey>(
  key: K,
  input: Input<K>,
): Readonly<{
  query: UseInfiniteQueryResult<unknown, Error>
  items: readonly ItemOf<K>[]
  readMore: (() => void) | undefined
}> {
  const query = useInfiniteQuery({
    queryKey: ['pages', key, input],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const { query: said = {} } = input as { query?: object }
      return call(key, { ...input, query: { ...said, cursor: pageParam }, signal } as Input<K>)
    },
    getNextPageParam: (page: Answered<K>) => (page as Paged).next,
    placeholderData: (before) => before,
  })
  const items = useMemo(
    () => (query.data?.pages ?? []).flatMap((page) => (page as Paged).items as readonly ItemOf<K>[]),
    [query.data],
  )
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const readMore = useMemo(
    () => (hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined),
    [hasNextPage, isFetchingNextPage, fetchNextPage],
  )
  return { query, items, readMore }
}
