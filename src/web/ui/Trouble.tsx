import { useReason } from './States.tsx'

/** Why what was asked for was not done, below the fields. */
export function Trouble({ error }: Readonly<{ error: Error | null | undefined }>) {
  return error ? <Said error={error} /> : null
}

function Said({ error }: Readonly<{ error: Error }>) {
  return (
    <p role="alert" style={{ color: 'var(--tone-major)' }}>
      {useReason(error)}
    </p>
  )
}
