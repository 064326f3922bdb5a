import { converse } from '../../support/converse';

it.each([
  { said: 'remind:2:morning', hour: 2 },
  { said: 'remind:3:morning', hour: 3 },
  { said: 'remind:3:evening', hour: 3 },
  { said: 'remind:4:evening', hour: 16 },
  { said: 'remind:11:evening', hour: 23 },
  { said: 'remind:12:evening', hour: 12 },
  { said: 'remind:5:night', hour: 5 },
  { said: 'remind:6:night', hour: 18 },
  { said: 'remind:17:night', hour: 5 },
] as const)(
  'is the half of the clock that lies in the part of the day she names, if one does: "$said"',
  ({ said, hour }) => {
    const her = converse();
    her.says(said);
    expect(her.lines('ask-confirm-reminder')[0]?.time).toEqual({ hour, minute: 0 });
  },
);
