import { Button, PasswordInput, Radio, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { links } from '../../links.ts'
import { useCodeOfLink } from '../../ui/code-of-link.ts'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './Door.module.css'
import { Door } from './Door.tsx'

const blank = { name: '', email: '', password: '', organization: '' }

/** The first person of an installation: an account, and the demo or an organization of one's own. */
export function FirstStart() {
  const { t } = useTranslation()
  const said = useCodeOfLink()
  const [code, setCode] = useState(said)
  const [given, setGiven] = useState(blank)
  const [first, setFirst] = useState<'demo' | 'empty'>('demo')
  const begin = useChange('POST /api/start')
  const set = (name: keyof typeof blank) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    setGiven((old) => ({ ...old, [name]: value }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const organization = first === 'demo' ? t('door.demoName') : given.organization
    begin.mutate(
      { body: { ...given, code, organization, demo: first === 'demo' } },
      // Either way the first thing to see is the files: being read, or to be uploaded.
      { onSuccess: ({ id }) => location.assign(links.of(id).sources) },
    )
  }

  return (
    <Door title={t('door.start')} says={t('door.startSays')}>
      <form onSubmit={submit}>
        {said === '' && (
          <Field
            label={t('door.startCode')}
            hint={t('door.startCodeHint')}
            value={code}
            set={(event) => setCode(event.currentTarget.value)}
          />
        )}
        <Field label={t('door.name')} kind="name" value={given.name} set={set('name')} />
        <Field label={t('door.email')} kind="email" value={given.email} set={set('email')} />
        <PasswordInput
          label={t('door.password')}
          description={t('door.passwordHint')}
          autoComplete="new-password"
          required
          withAsterisk={false}
          value={given.password}
          onChange={set('password')}
        />
        <Radio.Group
          label={t('door.chooseSays')}
          value={first}
          onChange={(value) => setFirst(value === 'empty' ? 'empty' : 'demo')}
        >
          <div className={styles.choices}>
            <Radio value="demo" label={t('door.demo')} description={t('door.demoSays')} />
            <Radio value="empty" label={t('door.empty')} description={t('door.emptySays')} />
          </div>
        </Radio.Group>
        {first === 'empty' && (
          <Field
            label={t('door.organizationName')}
            kind="organization"
            value={given.organization}
            set={set('organization')}
          />
        )}
        <Trouble error={begin.error} />
        {begin.isPending && first === 'demo' && <p role="status">{t('door.demoLoading')}</p>}
        <Button type="submit" loading={begin.isPending}>
          {first === 'demo' ? t('door.demoDo') : t('door.emptyDo')}
        </Button>
      </form>
    </Door>
  )
}

type FieldProps = Readonly<{
  label: string
  hint?: string
  kind?: 'name' | 'email' | 'organization'
  value: string
  set: (event: { currentTarget: { value: string } }) => void
}>

function Field({ label, hint, kind, value, set }: FieldProps) {
  return (
    <TextInput
      label={label}
      description={hint}
      required
      withAsterisk={false}
      maxLength={200}
      type={kind === 'email' ? 'email' : 'text'}
      autoComplete={kind ?? 'off'}
      value={value}
      onChange={set}
    />
  )
}
