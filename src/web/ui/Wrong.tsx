import { useReason } from './States.tsx'

/** Why something that was tried did not work, beside where it was tried. */
export function Wrong({ error }: Readonly<{ error: Error | null | undefined }>) {
  return error ? <Reason error={error} /> : null
}

function Reason({ error }: Readonly<{ error: Error }>) {
  return (
    <p role="alert" style={{ color: 'var(--tone-major)' }}>
      {useReason(error)}
    </p>
  )
}
