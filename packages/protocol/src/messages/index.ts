export * from './message.js';
export {
  MESSAGE_ANSWERS,
  type Message,
  type MessageAnswer,
  type MessageContent,
  type MessageKind,
  message as messageShape,
  messageContent,
  messageId,
} from './shapes.js';
