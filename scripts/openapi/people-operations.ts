/** The people's routes: what a browser, the desk and the owner may call. */

import { listing, profile, shape } from '@covisa/protocol';
import * as schemas from '#node/http/schemas/index.js';
import * as access from './answers/access.js';
import * as desk from './answers/desk.js';
import * as home from './answers/home.js';
import * as messages from './answers/messages.js';
import * as node from './answers/node.js';
import { anyText, many, nothing } from './answers/parts.js';
import * as programmes from './answers/programmes.js';
import { BODY, CALLER, CHECK, type Code, PEER, VISA } from './codes.js';
import { type Content, json, type Operation, type Security } from './operation.js';

type Shape = shape.Shape<object>;
/** What is not the usual. */
interface More {
  readonly query?: Shape;
  readonly body?: Shape;
  readonly status?: number;
  readonly codes?: readonly Code[];
}

function routes(security: Security) {
  return (
    named: `${'GET' | 'POST' | 'PATCH'} ${string}`,
    summary: string,
    answer: shape.Shape<unknown> | Content,
    { query, body, status = 200, codes = [] }: More = {},
  ): Operation => {
    const [method = '', path = ''] = named.split(' ');
    const isGet = method === 'GET';
    const programme = path.startsWith('/api/programmes/');
    return {
      method: method === 'PATCH' ? 'patch' : isGet ? 'get' : 'post',
      path,
      summary,
      security,
      ...(path.includes('{id}') && {
        parameters: programme ? schemas.programmePath : schemas.recordPath,
      }),
      ...(path.includes('{space}') && { parameters: schemas.threadPath }),
      ...(query && { query }),
      ...(!isGet && { body: json(body ?? schemas.nothing) }),
      status,
      answer: 'type' in answer ? answer : json(answer),
      codes: [
        ...CALLER,
        ...(isGet ? [] : BODY),
        ...(path.includes('{id}') ? (['NOT_FOUND'] as const) : []),
        ...codes,
      ],
    };
  };
}

const { closed, nullable } = shape;
const browser = routes('browser');
const forDesk = routes('desk');
const forOwner = routes('owner');

const WRONG = ['CREDENTIALS_WRONG'] as const;
const made = { status: 201 } as const;

const SET_UP: readonly Operation[] = [
  browser(
    'POST /api/set-up/state',
    'How far first set-up is.',
    closed({
      made: shape.bool,
      profile: nullable(profile),
      defaults: closed({ timeZone: anyText }),
    }),
    { body: schemas.setUpQuestion },
  ),
  browser('POST /api/set-up', 'Sets the node up, and signs the owner in.', access.session, {
    body: schemas.setUpRequest,
    codes: ['CONFLICT', 'PASSWORD_TOO_EASY'],
  }),
];

const SESSIONS: readonly Operation[] = [
  browser('GET /api/session', 'Who is signed in here.', access.session),
  browser('POST /api/session', 'Signs in.', access.session, {
    body: schemas.signInRequest,
    codes: WRONG,
  }),
  browser('POST /api/session/end', 'Signs out.', access.session),
  browser('POST /api/devices/claim', 'Pairs this browser.', access.session, {
    body: schemas.deviceClaim,
    codes: [...WRONG, 'CONFLICT'],
  }),
];

const ACCESS: readonly Operation[] = [
  forOwner('GET /api/people', 'The desk people.', many(access.person)),
  forOwner('POST /api/people', 'Adds one.', access.person, {
    ...made,
    body: schemas.newPerson,
    codes: ['CONFLICT', 'PIN_TOO_EASY'],
  }),
  forOwner('POST /api/people/{id}/pin', 'Gives one another PIN.', nothing, {
    body: schemas.pinChange,
    codes: ['PIN_TOO_EASY'],
  }),
  forOwner('POST /api/people/{id}/remove', 'Removes one.', nothing),
  forOwner('GET /api/devices', 'The paired devices.', many(access.device)),
  forOwner('POST /api/devices', 'Lets one be paired.', access.pairingCode, {
    body: schemas.deviceInvitation,
  }),
  forOwner('POST /api/devices/{id}/remove', 'Removes one.', nothing),
  forOwner('GET /api/tokens', 'The API tokens.', many(access.apiToken)),
  forOwner('POST /api/tokens', 'Makes one, and shows it once.', access.newApiToken, {
    ...made,
    body: schemas.newToken,
    codes: ['CONFLICT'],
  }),
  forOwner('POST /api/tokens/{id}/remove', 'Removes one.', nothing),
  forOwner('POST /api/password', 'Sets the owner’s password.', nothing, {
    body: schemas.passwordChange,
    codes: [...WRONG, 'CONFLICT', 'PASSWORD_TOO_EASY'],
  }),
];

const NODE: readonly Operation[] = [
  forDesk('GET /api/status', 'The node at a glance.', node.status),
  forDesk('GET /api/profile', 'What the space says of itself.', profile),
  forOwner('PATCH /api/profile', 'Changes that.', profile, {
    body: schemas.profileChange,
    codes: ['ENTRY_INVALID', 'TERMS_INVALID'],
  }),
  forDesk('GET /api/directory', 'The spaces of its programmes, closed ones too.', many(listing)),
  forOwner('GET /api/peers', 'Other nodes.', many(node.peer)),
  forOwner('POST /api/sync', 'Syncs now.', many(node.syncReport), {
    body: schemas.syncRequest,
    codes: ['NOT_FOUND'],
  }),
  forOwner('GET /api/keys', 'The issuing keys.', many(node.issuingKey)),
  forOwner('POST /api/keys/revoke', 'Ends one, and announces the next.', many(node.issuingKey), {
    body: schemas.keyRevocation,
    codes: ['NOT_FOUND', 'CONFLICT'],
  }),
  forOwner('POST /api/close', 'Closes the space for good.', nothing),
  forOwner('POST /api/test-clock', 'Moves the test clock, where it is on.', node.testClock, {
    body: schemas.testClockRequest,
    codes: ['TEST_CLOCK_OFF'],
  }),
  forOwner('GET /api/log', 'Entries of a log, as they were signed.', many(node.logEntry), {
    query: schemas.logQuery,
    codes: ['NOT_FOUND'],
  }),
  forOwner('GET /api/log/verify', 'Checks a log again.', node.logVerification, {
    query: schemas.logVerifyQuery,
    codes: ['NOT_FOUND'],
  }),
  forOwner('GET /api/log/receipt', 'The receipt of an entry.', node.receipt, {
    query: schemas.receiptQuery,
    codes: ['NOT_FOUND'],
  }),
  forOwner('GET /api/log/audit', 'Compares a log with what its node shows.', node.audit, {
    query: schemas.auditQuery,
    codes: ['NOT_FOUND'],
  }),
];

const PROGRAMMES: readonly Operation[] = [
  forOwner('GET /api/programmes', 'The programmes.', many(programmes.programme)),
  forOwner('POST /api/programmes', 'Founds one.', programmes.programme, {
    ...made,
    body: schemas.founding,
    codes: [...PEER, 'TERMS_INVALID', 'ROSTER_INVALID', 'CONFLICT', 'NOT_FOUND'],
  }),
  forOwner('POST /api/programmes/join', 'Follows an invitation.', programmes.programme, {
    body: schemas.joinRequest,
    codes: [...PEER, 'CONFLICT', 'NOT_FOUND', 'SHAPE_INVALID'],
  }),
  forOwner('GET /api/programmes/{id}', 'One programme.', programmes.programme),
  forOwner('POST /api/programmes/{id}/invite', 'Makes an invitation.', programmes.invitationLink, {
    codes: ['CONFLICT'],
  }),
  forOwner('POST /api/programmes/{id}/endorse', 'Endorses an applicant.', programmes.programme, {
    body: schemas.endorseRequest,
    codes: ['CONFLICT'],
  }),
  forOwner('POST /api/programmes/{id}/amend', 'Writes the next roster.', programmes.programme, {
    body: schemas.amendment,
    codes: ['CONFLICT', 'ROSTER_INVALID', 'TERMS_INVALID'],
  }),
  forOwner('POST /api/programmes/{id}/sign', 'Votes for a roster.', programmes.programme, {
    body: schemas.signRequest,
    codes: ['CONFLICT', 'ROSTER_OLD'],
  }),
  forOwner(
    'POST /api/programmes/{id}/choose',
    'Follows one of two rosters.',
    programmes.programme,
    {
      body: schemas.chooseRequest,
    },
  ),
  forOwner('POST /api/programmes/{id}/leave', 'Leaves it.', nothing, { codes: ['CONFLICT'] }),
];

const named = (name: string, summary: string, codes: readonly Code[] = VISA): Operation =>
  forOwner(`POST /api/members/{id}/${name}`, summary, home.member, { codes });

const MEMBERS: readonly Operation[] = [
  forOwner('GET /api/members', 'The members.', many(home.member)),
  forOwner('POST /api/members', 'Adds one, with the claim code.', home.invitation, {
    ...made,
    body: schemas.newMember,
    codes: [...VISA, 'VISA_INVALID'],
  }),
  forOwner('POST /api/members/import', 'Adds and changes members by a list.', home.importReport, {
    body: schemas.memberImport,
  }),
  forOwner('GET /api/members.csv', 'The members as a list.', {
    type: 'text/csv',
    description: 'As POST /api/members/import takes it.',
  }),
  forOwner('GET /api/members/{id}', 'One member.', home.member),
  forOwner('PATCH /api/members/{id}', 'Changes one.', home.member, {
    body: schemas.memberChange,
    codes: ['CONFLICT', 'VISA_INVALID'],
  }),
  forOwner('GET /api/members/{id}/visits', 'Where the member was.', many(home.visaVisit)),
  forOwner(
    'GET /api/members/{id}/static-token',
    'The token of a printed card.',
    closed({ token: anyText }),
    { codes: VISA },
  ),
  named('pause', 'Pauses a membership.'),
  named('resume', 'Lets it go on.'),
  named('revoke', 'Ends it.'),
  named('renumber', 'Gives a new visa number.'),
  forOwner('POST /api/members/{id}/erase', 'Erases all that is kept of the member.', nothing),
  forOwner('POST /api/members/{id}/reissue', 'Gives a new claim code.', home.invitation, {
    codes: VISA,
  }),
  forOwner('POST /api/members/{id}/send', 'Mails a new claim link.', home.sentInvitation, {
    codes: [...VISA, 'MAIL_OFF', 'MAIL_FAILED'],
  }),
  forOwner('GET /api/mail', 'Whether this node sends mail.', home.mailStatus),
  forOwner('GET /api/requests', 'What members asked for.', many(home.memberRequest)),
  forOwner('POST /api/requests/{id}/done', 'Closes a request.', home.memberRequest),
];

const MESSAGES: readonly Operation[] = [
  forOwner(
    'GET /api/messages',
    'With whom messages passed, latest first.',
    many(messages.messageThread),
  ),
  forOwner(
    'POST /api/messages',
    'Writes to a space, or a notice to all of a programme.',
    many(messages.messageView),
    {
      ...{ ...made, body: schemas.messageRequest },
      codes: ['NOT_FOUND', 'CONFLICT', 'DAY_OVER', 'MESSAGE_INVALID'],
    },
  ),
  forOwner('POST /api/messages/erase', 'Erases what a message says.', nothing, {
    body: schemas.messageErasure,
    codes: ['NOT_FOUND'],
  }),
  forOwner('GET /api/messages/{space}', 'All messages with a space.', many(messages.messageView)),
  forOwner('POST /api/messages/{space}/read', 'Marks them, or those named, as read.', nothing, {
    body: schemas.messagesSeen,
  }),
  forOwner(
    'POST /api/messages/{space}/refuse',
    'Takes no messages of a space any more, or takes them again.',
    nothing,
    { body: schemas.senderRefusal },
  ),
  forDesk(
    'GET /api/introductions',
    'Who is expected on a date, by introductions.',
    many(messages.expectedIntroduction),
    { query: schemas.expectedQuery },
  ),
];

const DESK: readonly Operation[] = [
  forDesk('GET /api/desk', 'What is shown before anybody comes.', desk.deskOverview, {
    query: schemas.deskQuery,
    codes: ['NOT_FOUND'],
  }),
  forOwner('GET /api/desk/settings', 'What is allowed at the desk.', desk.deskSettings),
  forOwner('POST /api/desk/settings', 'Changes that.', desk.deskSettings, {
    body: schemas.deskSettingsRequest,
  }),
  forDesk('GET /api/welcome', 'What members who were taken are shown.', desk.welcome),
  forOwner('POST /api/welcome', 'Changes that.', desk.welcome, { body: schemas.welcomeRequest }),
  forDesk('POST /api/checks', 'Judges a token.', desk.checkResult, {
    body: schemas.checkRequest,
    codes: CHECK,
  }),
  forDesk('POST /api/checks/spoken', 'Judges what a spoken code stands for.', desk.checkResult, {
    body: schemas.spokenCheckRequest,
    codes: [...CHECK, ...PEER],
  }),
  forDesk('POST /api/checks/{id}/grant', 'Asks the home, and judges again.', desk.checkResult, {
    codes: CHECK,
  }),
  forDesk(
    'POST /api/checks/{id}/refuse',
    'Records that a member was not taken.',
    desk.deskRefusal,
    {
      ...made,
      body: schemas.refusalRequest,
      codes: [...CHECK, 'CONFLICT'],
    },
  ),
  forDesk('GET /api/visits', 'Visits at this desk.', many(desk.deskVisit), {
    query: schemas.datesQuery,
  }),
  forDesk('POST /api/visits', 'Records a visit.', desk.deskVisit, {
    ...made,
    body: schemas.visitRequest,
    codes: [...CHECK, 'NOT_FREE', 'CONFLICT'],
  }),
  forDesk('POST /api/visits/{id}/void', 'Cancels one.', desk.deskVisit, { codes: ['CONFLICT'] }),
  forOwner(
    'POST /api/visits/{id}/erase',
    'Erases who came, of this visit and all others under the same visa.',
    desk.erasure,
    { codes: ['CONFLICT'] },
  ),
  forOwner('GET /api/statement', 'The account with another space.', node.statement, {
    query: schemas.statementQuery,
  }),
  forOwner('GET /api/exchange', 'Days given and received.', node.exchange, {
    query: schemas.datesQuery,
  }),
  forOwner('GET /api/double-visits', 'Indices that were used twice.', many(node.doubleVisit)),
];

/** All of them. */
export const PEOPLE_OPERATIONS: readonly Operation[] = [
  ...SET_UP,
  ...SESSIONS,
  ...ACCESS,
  ...NODE,
  ...PROGRAMMES,
  ...MEMBERS,
  ...MESSAGES,
  ...DESK,
];
