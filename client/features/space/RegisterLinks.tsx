import { Link } from 'wouter'
import { registerNames, registerPath } from '#client/lib/registers.ts'
import s from './Counters.module.css'
import { useWords } from './words.ts'

/** The registers of the room. */
export function RegisterLinks({ spaceId }: { readonly spaceId: string }) {
  const t = useWords()
  return (
    <section className={s.counters} aria-labelledby="room-registers">
      <h2 id="room-registers">{t('registers')}</h2>
      <ul className={s.registers}>
        {registerNames.map(name => (
          <li key={name}>
            <Link href={registerPath(spaceId, name)} className="do">
              {t(name)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
