import { randomUUID } from 'node:crypto'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#shared/api/contract.ts'
import { type DocumentId, documentIdSchema } from '#shared/ids.ts'

/** The first person of a server, signed in, in the one space there is. */
export interface FirstPerson {
  readonly cookie: string
  readonly api: ContractRouterClient<Contract>
  createDocument(): Promise<DocumentId>
}

/** Sets an empty server up through the link that it has printed, as its first person does. */
export async function setUpServer(url: string, token: string): Promise<FirstPerson> {
  const response = await fetch(`${url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, federation: 'Brückenschlag', space: 'Lindental', displayName: 'Marlies' }),
  })
  if (!response.ok) throw new Error(`The set-up was answered with ${response.status}`)
  const cookie = response.headers
    .getSetCookie()
    .map(line => line.split(';', 1)[0])
    .join('; ')
  const link = new RPCLink({ url: `${url}/api/rpc`, headers: { cookie } })
  const api = createORPCClient<ContractRouterClient<Contract>>(link)
  const [space] = await api.spaces.list()
  if (!space) throw new Error('There is no space')
  return {
    cookie,
    api,
    async createDocument() {
      const id = documentIdSchema.parse(randomUUID())
      await api.documents.create({ id, kind: 'minutes', spaceId: space.id, title: 'Minutes' })
      return id
    },
  }
}
