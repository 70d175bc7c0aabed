/** Whether the transaction only shows what changed in the sheet, rather than changing it. */
export const isFromSheet = (transaction: { getMeta(key: string): unknown }): boolean => {
  const meta = transaction.getMeta('y-sync$')
  return typeof meta === 'object' && meta !== null && 'isChangeOrigin' in meta && meta.isChangeOrigin === true
}
