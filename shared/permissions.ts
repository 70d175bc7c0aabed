import { z } from 'zod'

/** Roles of a member in a space (ARCHITECTURE 8). Guests and functions inside a document come later. */
export const roleSchema = z.enum(['coordinator', 'editor', 'reviewer', 'reader'])
export type Role = z.infer<typeof roleSchema>

export const actionSchema = z.enum(['read', 'write', 'create', 'addPerson', 'newLink', 'appoint', 'rebuild'])
export type Action = z.infer<typeof actionSchema>

const table: Readonly<Record<Role, readonly Action[]>> = {
  coordinator: ['read', 'write', 'create', 'addPerson', 'newLink', 'appoint', 'rebuild'],
  editor: ['read', 'write', 'create'],
  reviewer: ['read'],
  reader: ['read'],
}

/** Whether a role allows an action. No role, no access: default deny. */
export const may = (role: Role | null, action: Action): boolean =>
  role !== null && table[role].includes(action)
