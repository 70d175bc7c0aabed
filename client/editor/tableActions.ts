/** What can be done in a table, in the order in which it is offered; texts under `editor.table.<name>`. */
export const tableActions = [
  'rowBefore',
  'rowAfter',
  'columnBefore',
  'columnAfter',
  'deleteRow',
  'deleteColumn',
  'deleteTable',
] as const
export type TableAction = (typeof tableActions)[number]
