import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FieldKind, FieldPath } from './programme-fields.ts'

type FactInputProps = Readonly<{
  path: FieldPath
  kind: FieldKind
  value: unknown
  set: (value: unknown) => void
}>

/** The input that fits a fact; left empty, it is not known. */
export function FactInput({ path, kind, value, set }: FactInputProps) {
  const { t } = useTranslation()
  const label = t(`programme.facts.${nameOf(path)}`)
  const text = value === undefined || value === null ? '' : String(value)

  switch (kind) {
    case 'yes or no':
      return <YesOrNo label={label} value={value} set={set} />
    case 'listed':
      return <Listed label={label} value={value} set={set} />
    case 'requirements':
      return (
        <TextInput
          label={label}
          description={t('programme.requirementsHint')}
          value={Array.isArray(value) ? value.join(', ') : text}
          onChange={(event) => set(words(event.currentTarget.value, ','))}
        />
      )
    case 'count':
      return (
        <TextInput
          label={label}
          type="number"
          min={0}
          step={1}
          value={text}
          onChange={({ currentTarget: { value: typed } }) => set(typed === '' ? undefined : Number(typed))}
        />
      )
    default:
      return (
        <TextInput
          label={label}
          type={kind === 'day' ? 'date' : 'text'}
          value={text}
          onChange={(event) => set(event.currentTarget.value || undefined)}
        />
      )
  }
}

type Answer = Readonly<{ label: string; value: unknown; set: (value: unknown) => void }>

function YesOrNo({ label, value, set }: Answer) {
  const { t } = useTranslation()
  return (
    <NativeSelect
      label={label}
      data={[
        { value: '', label: t('programme.unknown') },
        { value: 'true', label: t('ui.yes') },
        { value: 'false', label: t('ui.no') },
      ]}
      value={typeof value === 'boolean' ? String(value) : ''}
      onChange={({ currentTarget: { value: said } }) => set(said === '' ? undefined : said === 'true')}
    />
  )
}

/** Yes or no, or the names themselves. */
function Listed({ label, value, set }: Answer) {
  const { t } = useTranslation()
  const isNamed = Array.isArray(value)
  return (
    <>
      <NativeSelect
        label={label}
        data={[
          { value: '', label: t('programme.unknown') },
          { value: 'true', label: t('ui.yes') },
          { value: 'false', label: t('ui.no') },
          { value: 'names', label: t('programme.byName') },
        ]}
        value={isNamed ? 'names' : String(value ?? '')}
        onChange={({ currentTarget: { value: said } }) => set(readListed(said))}
      />
      {isNamed && (
        <Textarea
          aria-label={`${label} ${t('programme.byName')}`}
          description={t('programme.namesHint')}
          autosize
          minRows={2}
          value={value.join('\n')}
          onChange={(event) => set(event.currentTarget.value.split('\n'))}
          onBlur={() => set(value.map((name) => String(name).trim()).filter(Boolean))}
        />
      )}
    </>
  )
}

function words(text: string, between: string): readonly string[] | undefined {
  return text === '' ? undefined : text.split(between).map((word) => word.trimStart())
}

/** The last part of a path, by which the catalogue calls the fact. */
function nameOf<P extends FieldPath>(path: P): LastOf<P> {
  return path.replace('.', '_') as LastOf<P>
}

type LastOf<P extends string> = P extends `${infer Group}.${infer Name}` ? `${Group}_${Name}` : P

function readListed(said: string): unknown {
  if (said === 'names') return []
  return said === '' ? undefined : said === 'true'
}
