/** What she may ask about her back. The ids stand in the interaction model. Source: design section 10. */
export const TOPICS = ['causes', 'relief', 'recovery-time', 'professional-help', 'safety'] as const;

export type Topic = (typeof TOPICS)[number];
