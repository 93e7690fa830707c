import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Word } from '../../data/register-words.ts'
import { choicesIn } from './choices-in.ts'
import { LinkInput } from './LinkInput.tsx'
import { RowsInput } from './RowsInput.tsx'
import type { Neighbour, Shared } from './record.ts'
import type { Field } from './register-columns.tsx'

type FieldInputProps = Readonly<{
  field: Field
  /** Says a phrase of the register to the reader. */
  word: Word
  value: unknown
  links: readonly Neighbour[]
  fault: string | undefined
  set: (value: unknown) => void
}>

/** The input that fits a field; nothing typed in is null, which empties it. */
export function FieldInput({ field, word, value, links, fault, set }: FieldInputProps) {
  const shared = {
    label: word(field.label),
    description: describe(field, word),
    required: field.required,
    error: fault,
    disabled: field.computed,
  }
  const text = value === undefined || value === null ? '' : String(value)
  const setText = (event: { currentTarget: { value: string } }) => set(event.currentTarget.value || null)

  switch (field.kind) {
    case 'long text':
      return <Textarea {...shared} autosize minRows={3} maxRows={14} value={text} onChange={setText} />
    case 'list':
      return (
        <Textarea
          {...shared}
          autosize
          minRows={2}
          value={Array.isArray(value) ? value.join('\n') : ''}
          onChange={(event) => set(linesOf(event.currentTarget.value))}
        />
      )
    case 'choice':
      return <NativeSelect {...shared} data={choicesIn(field, word)} value={text} onChange={setText} />
    case 'yes or no':
      return <YesOrNo shared={shared} value={value} set={set} />
    case 'number':
    case 'money':
      return (
        <TextInput
          {...shared}
          type="number"
          step="any"
          min={field.least}
          max={field.most}
          value={text}
          onChange={({ currentTarget: { value: typed } }) => set(typed === '' ? null : Number(typed))}
        />
      )
    case 'day':
      return <TextInput {...shared} type="date" value={text} onChange={setText} />
    case 'link':
      return <LinkInput shared={shared} field={field} value={value} links={links} set={set} />
    case 'rows':
      return <RowsInput shared={shared} field={field} word={word} value={value} set={set} />
    default:
      return <TextInput {...shared} value={text} onChange={setText} />
  }
}

type YesOrNoProps = Readonly<{ shared: Shared; value: unknown; set: (value: unknown) => void }>

const words = new Map<string, boolean | null>([
  ['', null],
  ['yes', true],
  ['no', false],
])

function YesOrNo({ shared, value, set }: YesOrNoProps) {
  const { t } = useTranslation()
  const data = [
    { value: '', label: '' },
    { value: 'yes', label: t('ui.yes') },
    { value: 'no', label: t('ui.no') },
  ]
  const now = [...words].find(([, meant]) => meant === value)?.[0] ?? ''
  return (
    <NativeSelect
      {...shared}
      data={data}
      value={now}
      onChange={(event) => set(words.get(event.currentTarget.value) ?? null)}
    />
  )
}

function describe({ help, unit }: Field, word: Word): string | undefined {
  const said = [help, unit].flatMap((phrase) => (phrase ? [word(phrase)] : []))
  return said.join(' · ') || undefined
}

function linesOf(text: string): readonly string[] | null {
  const lines = text.split('\n')
  return lines.some((line) => line.trim() !== '')
    ? lines.filter((line, at) => line !== '' || at === lines.length - 1)
    : null
}
