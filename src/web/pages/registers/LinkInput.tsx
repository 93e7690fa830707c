import { MultiSelect, Select } from '@mantine/core'
import { useState } from 'react'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import type { Neighbour, Shared } from './record.ts'
import type { Field } from './register-columns.tsx'

type LinkInputProps = Readonly<{
  shared: Shared
  field: Field
  value: unknown
  links: readonly Neighbour[]
  set: (value: unknown) => void
}>

/** Chooses records of another register, found by their words. */
export function LinkInput({ shared, field, value, links, set }: LinkInputProps) {
  const { params } = useOrganization()
  const [words, setWords] = useState('')
  const [isOpen, setOpen] = useState(false)
  const { data } = useAsk(
    'GET /api/organizations/:organization/registers/:register/records',
    isOpen
      ? {
          params: { ...params, register: field.into ?? '' },
          query: { limit: 50, search: wordsOnly(words, links) },
        }
      : undefined,
  )
  const options = [...new Map([...links, ...(data?.items ?? [])].map((one) => [one.id, one])).values()].map(
    ({ id, number, label }) => ({ value: id, label: `${number} ${label}` }),
  )
  const some = {
    ...shared,
    data: options,
    searchable: true,
    onSearchChange: setWords,
    onDropdownOpen: () => setOpen(true),
  }
  if (field.many)
    return (
      <MultiSelect
        {...some}
        value={Array.isArray(value) ? value.map(String) : []}
        onChange={(ids) => set(ids.length === 0 ? null : ids)}
      />
    )
  return (
    <Select {...some} clearable value={typeof value === 'string' ? value : null} onChange={(id) => set(id)} />
  )
}

/** The input shows the chosen record's name, which is nothing to search for. */
function wordsOnly(words: string, links: readonly Neighbour[]): string | undefined {
  const isChosen = links.some(({ number, label }) => words === `${number} ${label}`)
  return isChosen || words === '' ? undefined : words
}
