export const en = {
  from: 'Facts from',
  chooseNone: 'no group chosen',
  asInKit: 'as in the kit',
  none: 'There is nothing about the group yet.',
  noneReader: 'There is nothing about the group in this space yet.',
  begin: 'Add the group',
  beginning: 'Being added …',
  unchosen: 'Choose the group that the facts come from.',
  away: 'What is known about the group cannot be reached now. Open places fill as soon as it is there.',
  open: 'See the facts',
} as const
