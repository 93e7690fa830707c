import styles from './Adoption.module.css'

/** A share from 0 to 1 as a bar; the figure beside it says the same. */
export function Bar({ share }: Readonly<{ share: number }>) {
  return (
    <span className={styles.bar} aria-hidden="true">
      <span style={{ width: `${Math.round(share * 100)}%` }} />
    </span>
  )
}
