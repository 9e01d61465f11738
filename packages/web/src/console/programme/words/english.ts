/** What the section Programme says, in English. The other languages have the same names. */

export const ENGLISH = {
  title: 'Programmes',
  startTitle: 'Join or start a programme',
  startAnother: 'Join or start another',
  join: 'Join by a link',
  create: 'Start one',
  joinHint:
    'A space of the programme gives you its link. Your space applies, or signs if it is among the founders.',
  joinLink: 'Link of the programme',
  joinLinkWrong:
    'This is no invitation link. Copy it once more, whole, as the other space gave it to you: it has /join# in it.',
  joinNow: 'Join',
  createHint:
    'You and other spaces agree on terms. It begins as soon as all founders have signed; others join by your link.',
  programmeName: 'Name of the programme',
  purpose: 'Purpose',
  purposeHint: 'One sentence for members and other spaces.',
  founders: 'Other founders',
  foundersHint:
    'One a line: the address of the space’s node, or its id. Empty: you start alone and invite others.',
  foundersWrong:
    '“{text}” is neither an address, as https://covisa.example.org, nor the id of a space, which has 43 characters.',
  foundingNumbers: 'Votes and endorsements',
  terms: 'Terms',
  termsFrom:
    'These terms are agreed on and hold from {date} on. Until then the earlier ones hold: that notice was promised.',
  defaultTerms: {
    one: '{count} free day for each member at each space in a visa year, then the regular rate: these terms suit most. You can change them now or, by vote, later.',
    other:
      '{count} free days for each member at each space in a visa year, then the regular rate: these terms suit most. You can change them now or, by vote, later.',
  },
  changeTerms: 'Change the terms',
  createNow: 'Start the programme',
  invite: 'Show the invitation link',
  inviteHint: 'Give this link to the owner of another space.',
  inviteQr: 'Invitation to {name}',
  nameless: 'A programme',
  'standing-founder-pending': 'Not founded yet',
  'standing-applicant': 'Applied',
  'standing-admitted': 'Admitted',
  'standing-member': 'Member',
  'standing-left': 'Left',
  'standing-removed': 'Removed',
  'standing-closed': 'Closed',
  'hint-founder-pending': 'It begins as soon as all founders have signed.',
  'hint-applicant':
    'Your space has applied. Spaces of the programme endorse it; then it takes part at once.',
  'hint-admitted': 'Your space takes part already. It votes as soon as the next roster seats it.',
  'hint-left': 'Your space has left. Its members are no longer welcomed by this programme.',
  'hint-removed': 'The spaces of the programme have removed yours.',
  'hint-closed': 'The space is closed.',
  counts:
    'Spaces with a vote: {members}. Admitted, without a vote yet: {admitted}. Roster number {version}.',
  numbers:
    'Votes that the next roster needs: {votes}. Endorsements that admit a space: {endorsements}.',
  drafts: 'Changes to vote on',
  draftFounding: 'The founding of the programme',
  draftVersion: 'Roster number {version}',
  draftAdds: 'Adds {names}.',
  draftRemoves: 'Removes {names}.',
  draftTerms: 'Changes the terms.',
  draftName: 'New name: {name}.',
  draftPurpose: 'New purpose: {text}.',
  draftThreshold: 'Later rosters need {votes} votes.',
  draftRule: 'Later rosters need as many votes as the default rule says.',
  draftEndorsements: {
    one: '{count} endorsement admits a space.',
    other: '{count} endorsements admit a space.',
  },
  votes: '{votes} of {needed} votes',
  sign: 'Sign',
  signed: 'Signed by us',
  signTitle: 'Vote for this roster?',
  signText:
    'A vote can move to another roster until one of them has enough votes; then it is final.',
  applicants: 'Spaces that apply',
  endorsements: '{have} of {needed} endorsements',
  again: 'left once, asks to come back',
  endorse: 'Endorse',
  endorsed: 'Endorsed by us',
  endorseTitle: 'Endorse {name}?',
  endorseText:
    'You vouch that this is a real coworking space that will honour the visas of the others. Have you spoken with its owner?',
  roster: 'Spaces',
  ours: 'Your space',
  refuse: 'Refuse its members',
  refuseTitle: 'Refuse members of {name}?',
  refuseText:
    'Your desk then says no to them, with this reason. It holds for your space only, and you can take it back at any time.',
  refuseReason: 'Reason, as your desk shows it',
  refuseNoMore: 'Welcome again',
  refuseNoMoreTitle: 'Welcome members of {name} again?',
  refusedBecause: 'Refused here: {reason}',
  propose: 'Propose a change',
  proposeTitle: 'Propose a change of {name}',
  proposeHint: 'Your proposal is a new roster with your signature; the others vote on it.',
  seatAdmitted: {
    one: 'Seat the {count} space that is admitted',
    other: 'Seat the {count} spaces that are admitted',
  },
  addSpaces: 'Add spaces that apply',
  removeSpaces: 'Remove spaces',
  threshold: 'Votes that later rosters need',
  thresholdHint:
    'From a majority to all members. Empty: a majority of up to five members, more than two thirds of more.',
  thresholdWrong: 'A whole number, or nothing.',
  endorsementsNeeded: 'Endorsements that admit a space',
  endorsementsWrong: 'A whole number from 1 to 100.',
  proposeVotes: 'It holds as soon as enough spaces have signed it.',
  proposeNow: 'Propose',
  draftSilent: 'Does not count {names}: not heard of for 60 days.',
  rivals: 'To which your vote can still move',
  rivalsHint:
    'The roster that holds is not final yet. A vote for one of these leaves the one that holds.',
  resting: 'Hold only while spaces stay silent',
  restingHint:
    'These rosters hold, but with few votes: if the silent spaces come back, they can fall. Each further signature helps.',
  restingText:
    'The roster holds already. With your signature it needs the silence of fewer spaces, or of none.',
  silent: 'Silent',
  leaveOutSilent: {
    one: 'Do not count the {count} space that was not heard of for 60 days',
    other: 'Do not count the {count} spaces that were not heard of for 60 days',
  },
  siblings: 'Several rosters hold: choose one',
  siblingsHint:
    'There were votes for more than one, and no vote can decide between them any more. Each space chooses for itself, and can choose anew at any time. Talk with the others: you take part together with those who choose alike.',
  siblingOf: 'Roster number {version} of {date}',
  siblingMembers: {
    one: '{count} space',
    other: '{count} spaces',
  },
  onlyHere: 'Only in this one: {names}.',
  siblingVoters: 'Signed by {names}.',
  siblingTerms: 'Its terms',
  followed: 'Followed by us',
  follow: 'Follow this one',
  followTitle: 'Follow the roster {name}?',
  followText:
    'From now on your desk goes by its spaces and its terms. Nothing is told to the others, and you can choose anew.',
  leave: 'Leave the programme',
  leaveTitle: 'Leave {name}?',
  leaveText:
    'Your members are no longer welcomed by its spaces, nor theirs by you, at once. To come back you have to apply anew.',
} as const;
