/** The numbers of Hocuspocus' protocol, as they stand in a frame after its address. */
export const messageType = {
  sync: 0,
  presence: 1,
  auth: 2,
  askPresence: 3,
  syncReply: 4,
  stateless: 5,
  broadcastStateless: 6,
  close: 7,
  syncStatus: 8,
  ping: 9,
  pong: 10,
} as const

/** The steps of y-protocols' sync: what one has, what the other lacks of it, a change. */
export const syncStep = { step1: 0, step2: 1, change: 2 } as const
