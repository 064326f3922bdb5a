/** What Alexa says on her own account, and what she takes for an answer to it. */
interface OwnWords {
  /** Her question for a permission, by scope; `other` for any scope that is not named. */
  readonly askPermission: (skillName: string, wish: string) => string;
  readonly wishes: Readonly<Record<string, string>>;
  readonly otherWish: string;
  readonly yes: RegExp;
  readonly no: RegExp;
  readonly reminder: (text: string) => string;
  /** What makes the last sentence of an open microphone an invitation, besides a question mark. */
  readonly invitation: RegExp;
}

/** How she answered Alexa's own question; null when it was no answer. */
export type Answer = 'yes' | 'no' | null;

/**
 * Alexa's question for permissions. Source: the example in "Use Voice-Forward Consent in Your Alexa Skill" for the English form;
 * what comes after "permission to", and the Spanish, are our own.
 */
export function permissionQuestion(scopes: readonly string[], skillName: string, locale: string): string {
  const { askPermission, wishes, otherWish } = ownWords(locale);
  return askPermission(skillName, [...new Set(scopes.map((scope) => wishes[scope] ?? otherWish))].join(', '));
}

/** Understand an answer to Alexa's own question, to the letter, as for built-ins. */
export function readAnswer(utterance: string, locale: string): Answer {
  const words = utterance
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[.,;:!?¡¿\s]+/g, ' ')
    .trim()
    .replace(/^alexa /, '');
  const { yes, no } = ownWords(locale);
  if (yes.test(words)) return 'yes';
  return no.test(words) ? 'no' : null;
}

/** What Alexa says when a reminder rings. Source: "Alexa Reminders Overview": a lead, and the text twice. */
export function reminderSpeech(text: string, locale: string): string {
  return ownWords(locale).reminder(/[.!?]$/.test(text) ? text : `${text}.`);
}

/** Tell whether a sentence invites her to speak, without asking. */
export function isInvitation(sentence: string, locale: string): boolean {
  return ownWords(locale).invitation.test(sentence);
}

const ENGLISH: OwnWords = {
  askPermission: (skill, wish) => `Do you give ${skill} permission to ${wish}? You can say "I approve" or "no".`,
  wishes: {
    'alexa::alerts:reminders:skill:readwrite': 'set and change reminders',
    'alexa::alerts:timers:skill:readwrite': 'set and change timers',
  },
  otherWish: 'use your details',
  yes: /^(yes|yeah|yep|yup|sure|ok|okay|i do|i approve|approve)( please| of course| i do| i approve)?$/,
  no: /^(no|nope|nah)( thanks| thank you| i don't)?$|^i don't( approve)?$/,
  reminder: (text) => `Here's your reminder: ${text} ${text}`,
  invitation: /\b(say|tell me)\b/i,
};

const SPANISH: OwnWords = {
  askPermission: (skill, wish) => `¿Le das permiso a ${skill} para ${wish}? Puedes decir «lo apruebo» o «no».`,
  wishes: {
    'alexa::alerts:reminders:skill:readwrite': 'crear y cambiar recordatorios',
    'alexa::alerts:timers:skill:readwrite': 'crear y cambiar temporizadores',
  },
  otherWish: 'usar tus datos',
  yes: /^(sí|si|claro|ok|okay|vale|bueno|lo apruebo|apruebo|de acuerdo)( claro| por favor| lo apruebo)?$/,
  no: /^no( gracias| lo apruebo| quiero)?$/,
  reminder: (text) => `Este es tu recordatorio: ${text} ${text}`,
  invitation: /(?<!\p{L})(di|dime|dígame|diga|puedes decir)(?!\p{L})/iu,
};

function ownWords(locale: string): OwnWords {
  return locale.startsWith('es') ? SPANISH : ENGLISH;
}
