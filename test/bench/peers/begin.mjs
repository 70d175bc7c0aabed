/** Waits for the documents to store, starts, and tells the parent the port; ends with the parent. */
export function begin(start) {
  process.once('message', async ({ documents }) => process.send({ port: await start(documents) }))
  process.on('disconnect', () => process.exit(0))
}
