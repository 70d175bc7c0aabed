import { useId, useState } from 'react'
import { plainDay } from '#client/i18n/format.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useRecord } from '#client/kinds/minutes/useRecord.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { signatureMethodSchema } from '#shared/kinds/minutes/record.ts'
import s from './Decided.module.css'
import { Step } from './Step.tsx'
import { useContentHash } from './useContentHash.ts'
import { useFunctions } from './useFunctions.ts'
import { useWords } from './words.ts'

type Method = (typeof signatureMethodSchema.options)[number]

/** Who has signed and who has not; whether the signatures fit what stands here (V16); and signing itself. */
export function SignatureList() {
  const w = useWords()
  const id = useId()
  const { session, nameOf } = useMinutes()
  const { closing, signatures } = useRecord()
  const { isChair, isMinuteTaker } = useFunctions()
  const [method, setMethod] = useState<Method>('freigabe_im_system')
  const here = useContentHash()
  if (!closing) return null
  const isOpen = (role: (typeof closing.signers)[number]) => !signatures.some(own => own.role === role)
  const own = closing.signers.find(
    role => isOpen(role) && (role === 'sitzungsleitung' ? isChair : isMinuteTaker),
  )
  const hasSigned = signatures.some(({ person }) => person === session.self)
  const isBroken = (hash: string) => here.state === 'ready' && hash !== here.hash
  return (
    <section className={s.part} aria-labelledby={`${id}-head`} data-path="signatures">
      <h3 id={`${id}-head`}>{w('sign.title')}</h3>
      <ul>
        {closing.signers.map(role => {
          const signature = signatures.find(one => one.role === role)
          const word = w(`sign.role.${role}`)
          return (
            <li key={role} data-path={`signatures/${role}`} data-signed={signature !== undefined}>
              {signature
                ? w('sign.done', {
                    role: word,
                    name: nameOf(signature.person),
                    day: plainDay(signature.on),
                    time: signature.at,
                    method: w(`sign.method.${signature.method}`),
                  })
                : w('sign.open', { role: word })}
              {signature && isBroken(signature.contentHash) ? (
                <p className={s.refused}>{w('sign.broken')}</p>
              ) : null}
              <Gloss path={`signatures/${role}`} />
            </li>
          )
        })}
      </ul>
      {signatures.length > 0 && here.state !== 'making' ? (
        here.state === 'unsent' ? (
          <p className={s.soft}>{w('sign.unsent')}</p>
        ) : signatures.some(one => isBroken(one.contentHash)) ? null : (
          <p className={s.soft}>{w('sign.holds')}</p>
        )
      ) : null}
      <Step
        command="sign"
        opens={w('sign.do')}
        does={w('sign.do')}
        done={w('sign.ended')}
        isOffered={own !== undefined && !hasSigned && here.state === 'ready'}
        onSubmit={run => (here.state === 'ready' ? run('sign', { method, contentHash: here.hash }) : null)}
      >
        <p className={s.soft}>{own ? w('sign.what', { role: w(`sign.role.${own}`) }) : null}</p>
        <div>
          <label htmlFor={`${id}-method`}>{w('sign.method')}</label>
          <select
            id={`${id}-method`}
            value={method}
            autoFocus
            onChange={event => setMethod(signatureMethodSchema.parse(event.currentTarget.value))}
          >
            {signatureMethodSchema.options.toReversed().map(one => (
              <option key={one} value={one}>
                {w(`sign.method.${one}`)}
              </option>
            ))}
          </select>
        </div>
      </Step>
    </section>
  )
}
