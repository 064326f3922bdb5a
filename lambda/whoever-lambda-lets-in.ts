/** What the function is told in place of its skill's id, where it is older than the skill: whom Lambda lets in is the right one (decision 0013). */
export const WHOEVER_LAMBDA_LETS_IN = 'whoever-lambda-lets-in';
