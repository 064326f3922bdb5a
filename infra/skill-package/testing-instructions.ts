/**
 * How a reviewer of Amazon's can walk through the whole skill: at most 4,000 characters. What it says she shall say is played against the skill by
 * test/certification/testing-instructions.test.ts.
 */
export const TESTING_INSTRUCTIONS = `No account, no linking, no purchase and no special device is needed: any Echo will do. Please say the lines below in this order; "next" saves you from listening to whole sets.

1. First time
- "Alexa, start my back routine" (or "open"): a welcome, the note that this is general exercise guidance and not medical advice, when to stop, and an invitation to say "I'm ready".
- "I'm ready": how to do the first exercise. It ends with an invitation to say "ready".
- "ready": two sets of ten are counted aloud with timed silences, about two minutes. Silences of one to eight seconds between the counts are holds and rests, and are meant. After the wake word you can interrupt at any moment.
- "Alexa, help" in the middle of a set: help that fits the moment, then a question.
- "yes": goes on in the set that was interrupted.
- "Alexa, next": the next part.
- "Alexa, pause": your place is kept. Say nothing, and the session closes quietly.

2. Coming back
- "Alexa, start my back routine": says where you were and offers to go on. Say "yes".
- "Alexa, slower", then "Alexa, how do I do a donkey kick", then "Alexa, how many days in a row": each is answered and leads back.
- "Alexa, my wrist hurts": stops the exercise and offers an easier form or to skip it. The answer is not stored. Say "easier".
- "Alexa, I feel dizzy": advises to stop and get medical care, and closes. Nothing of it is stored.
- "Alexa, start my back routine", then "Alexa, stop": closes without a question, as it does at any moment.

3. Reminder (permission alexa::alerts:reminders:skill:readwrite)
- "Alexa, ask my back routine to remind me every day": asks for the time. Say "seven in the morning". Alexa asks for the permission by voice unless it is granted. Say "yes". Then the skill reads back time and recurrence ("every day at seven in the morning") and asks for an explicit yes before it creates the reminder. Say "yes". One reminder exists at most; a new time replaces it. Its text is "Time for your ten minutes".
- "Alexa, ask my back routine to cancel my reminder": removes it.
If you deny the permission, the skill accepts that, says how to allow it later, and everything else works.

4. Several people (permission alexa::person_id:read)
If your voice is recognised, your progress is kept apart from that of others in the household. Nothing is asked for; without a recognised voice the account's progress is used.

5. Your data
- "Alexa, ask my back routine to delete my data": asks once. Say "yes": everything stored is removed, with the reminder. Disabling the skill removes it as well (event SKILL_DISABLED).
What is stored: settings, which sets were done on which day, the time zone, the place in today's routine, and the reminder's token, under a one-way digest of the account or person id. Nothing about health, and no name, e-mail or address.

6. Said out of place
"Alexa, yes", "Alexa, no" or anything unknown is answered with what you can say next. The skill shows no cards and no pictures; every step is spoken.

In es-US: "Alexa, abre mi rutina de espalda", "estoy lista", "lista", "ayuda", "pausa", "más despacio", "cuántos días llevo", "recuérdame todos los días", "borra mis datos", "alto".`;
