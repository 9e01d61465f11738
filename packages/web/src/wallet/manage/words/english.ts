/** What the wallet says where a visa is managed, in English. */

export const MANAGE_ENGLISH = {
  factName: 'Name at the desk',
  factPlan: 'Plan',
  factSince: 'Member since',
  factYear: 'Visa year from',
  factUntil: 'Good until',
  factKey: 'Key',
  keyPlatform: 'in this browser, cannot be read out',
  keySeed: 'in this browser’s storage',
  factAsk: 'Until the visa year ends, a free day needs your home space’s consent at that moment.',
  renewal: 'It is renewed by itself whenever the wallet is open and online.',

  moveTitle: 'New phone',
  moveWhat: 'Carry this visa to another phone in a minute. Your count of free days goes along.',
  moveButton: 'Show a code for the new phone',
  moveLost: 'Your old phone is lost? Ask {name} for a new link: it makes the lost one dead, too.',
  moveStepScan: 'Scan this with the camera of the new phone, or in its wallet under “Add a visa”.',
  moveStepClaim: 'Put the visa on the new phone there.',
  moveStepDead: 'At that moment the visa on this phone is dead.',
  moveLabel: 'Link for your new phone',
  moveUntil: 'Works once, until {time}.',
  moveWaiting: 'Waiting for the new phone …',
  moveGiven:
    '{name} has already given you a code for a new phone. Use that one there, or ask its people for another.',
  movedTitle: 'The visa is on the new phone',
  moved: 'The key on this phone is dead. You can remove the visa here.',

  numberTitle: 'New number',
  numberWhat:
    'Spaces that have seen your visa can find its other visits by its number. A new number ends that.',
  numberButton: 'Get a new number',
  numberMeans:
    'Your used days stay used. Until the visa year ends, a free day then needs your home space’s consent at that moment: without a network at the host, you pay.',
  numberSure: 'Yes, a new number',
  numberTooMany:
    '{name} gives no more new numbers in this visa year. The next one brings one by itself.',
  numberDone: 'Your visa has a new number.',

  dataTitle: 'My data',
  dataWhat:
    'The wallet keeps your visa, your key and what your home space told, on this device only.',
  exportButton: 'Save as a file',
  exportWhat: 'The file has all of it but the key. It has your visa number: keep it to yourself.',
  erasureButton: 'Have my data erased',
  erasureMeans:
    '{name} is asked to erase your name, contact and visa number. Your visa ends with it, and what is left are numbers that lead to nobody.',
  erasureSure: 'Ask for it',
  erasureAsked: 'On {date} you asked your home space to erase your data.',
  removeButton: 'Remove this visa from this device',
  removeMeans: 'The key is gone for good. To have the visa again you need a new link from {name}.',
  removeSure: 'Remove it',
} as const;
