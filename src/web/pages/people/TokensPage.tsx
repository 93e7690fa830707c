import { MultiSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { type Permission, useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { AskFirst } from '../../ui/AskFirst.tsx'
import { Copy } from '../../ui/Copy.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './People.module.css'
import { PeopleFrame } from './PeopleFrame.tsx'
import { endOf } from './roles.ts'

/** Access for programs: each token with what it may do and until when. */
export function TokensPage() {
  const { t } = useTranslation()
  return (
    <PeopleFrame sentence={t('people.tokensSay')}>
      <NewToken />
      <TokenList />
    </PeopleFrame>
  )
}

function NewToken() {
  const { t } = useTranslation()
  const { organization, params } = useOrganization()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<string[]>([])
  const [until, setUntil] = useState('')
  const make = useChange('POST /api/organizations/:organization/tokens')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Only words of the list can be chosen.
    const chosen = scopes as Permission[]
    make.mutate({ params, body: { name, scopes: chosen, expiresAt: endOf(until) } })
  }
  return (
    <Section title={t('people.newToken')}>
      <form className={styles.stack} onSubmit={submit}>
        <TextInput
          label={t('people.tokenName')}
          required
          withAsterisk={false}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <MultiSelect
          label={t('people.scopes')}
          data={organization.permissions.map((value) => ({
            value,
            label: t(`scales.permission.${value as Permission}`),
          }))}
          searchable
          value={scopes}
          onChange={setScopes}
        />
        <TextInput
          label={t('people.until')}
          type="date"
          required
          withAsterisk={false}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        <Trouble error={make.error} />
        <div>
          <Act
            type="submit"
            isPrimary
            isBusy={make.isPending}
            whyNot={scopes.length === 0 ? t('people.chooseScopes') : undefined}
          >
            {t('people.makeToken')}
          </Act>
        </div>
      </form>
      {make.data && (
        <p role="status">
          {t('people.tokenOnce')} <code className={styles.code}>{make.data.token}</code>{' '}
          <Copy text={make.data.token} />
        </p>
      )}
    </Section>
  )
}

function TokenList() {
  const { t } = useTranslation()
  const format = useFormat()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/tokens', { params })
  const revoke = useChange('DELETE /api/organizations/:organization/tokens/:token')
  return (
    <Section title={t('people.tokens')}>
      <Shown query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="second">{t('people.noToken')}</p>
          ) : (
            <ul className={styles.mails}>
              {items.map((token) => (
                <li key={token.id} className={styles.token}>
                  <div>
                    <strong>{token.name}</strong> <code>{token.beginsWith}…</code>
                    <div className="second">
                      {token.scopes.map((scope) => t(`scales.permission.${scope}`)).join(', ')} ·{' '}
                      {t('people.validUntil', { day: format.day(token.expiresAt) })}
                    </div>
                  </div>
                  <AskFirst
                    whyNot={token.revokedAt ? t('people.isRevoked') : undefined}
                    label={`${t('people.revoke')}: ${token.name}`}
                    title={t('people.revokeAsk', { name: token.name })}
                    says={t('people.revokeTokenSays')}
                    act={() => revoke.mutateAsync({ params: { ...params, token: token.id } })}
                  >
                    {t('people.revoke')}
                  </AskFirst>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Section>
  )
}
