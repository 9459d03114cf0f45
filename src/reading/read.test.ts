import assert from 'node:assert/strict';
import test from 'node:test';
import { readBarred as read } from '../../tests/support/barred-text.ts';
import { told } from '../../tests/support/told.ts';

const lines = (text: string) => read(text).lines.map(told);

test('a theme that is printed once names the rows below it', () => {
  assert.deepEqual(
    lines(`
ASHMERE BOROUGH COUNCIL
Corporate Communications & Engagement Plan 2024/25

Theme | What we plan to do | Anticipated outcomes | By whom | When | Support level
Cleaner streets | Bin day reminders | Fewer missed bins | Waste Manager | From June 2024 | High
 | Volunteers' tea | More volunteers | Parks Officer | September 2024 | Low
Warm homes | Winter grants campaign | Higher take up | Housing Officer | Oct - Dec 2024 | Medium

Key: H = High, M = Medium`),
    [
      'Cleaner streets / what=Bin day reminders / when=From June 2024 / why=Fewer missed bins / owner=Waste Manager / Support level=High',
      "Cleaner streets / what=Volunteers' tea / when=September 2024 / why=More volunteers / owner=Parks Officer / Support level=Low",
      'Warm homes / what=Winter grants campaign / when=Oct - Dec 2024 / why=Higher take up / owner=Housing Officer / Support level=Medium',
    ],
  );
});

test('a tracker with a response, two leads and a colour keeps each in its own place', () => {
  const reading = read(`
Overview and Scrutiny Committee
Review of Resident Engagement: Response and Tracker

Date of meeting: 14 January 2025

Ref | Recommendation | Response | Lead Officer | Lead Member | Target date | RAG | Progress update
R1 | That a forward plan is published. | Accepted | Head of Engagement | Cllr Oduya | 31/03/2025 | Green | Completed. Published 12 March.
R2 | That ward newsletters are sent. | Partly accepted | Democratic Services Manager | Cllr Oduya | 30/09/2025 | Amber | In progress - template drafted
R3 | That printed flyers stop. | Rejected | Head of Press | Cllr Finch | n/a | Red | Not being progressed`);
  assert.deepEqual(reading.document, {
    title: 'Review of Resident Engagement: Response and Tracker',
    kind: 'recommendation-tracker',
    dated: '2025-01-14',
    period: null,
  });
  assert.deepEqual(reading.lines.map(told), [
    'reference=R1 / recommendation=That a forward plan is published. / when=31/03/2025 / owner=Head of Engagement / status=Completed. Published 12 March. / Response=Accepted / Lead Member=Cllr Oduya / RAG=Green / complete',
    'reference=R2 / recommendation=That ward newsletters are sent. / when=30/09/2025 / owner=Democratic Services Manager / status=In progress - template drafted / Response=Partly accepted / Lead Member=Cllr Oduya / RAG=Amber / in-progress',
    'reference=R3 / recommendation=That printed flyers stop. / when=n/a / owner=Head of Press / status=Not being progressed / Response=Rejected / Lead Member=Cllr Finch / RAG=Red / not-progressing',
  ]);
});

test('a campaign plan with eleven columns', () => {
  assert.deepEqual(
    lines(`
Media Campaigns Tracker

No. | Campaign | Objective | Target audience | Tactics | Start date | End date | Lead | Budget | KPI | Notes
1 | Foster with us | Recruit 20 carers | Adults 30-55 | Radio | 1 May 2025 | 31 July 2025 | RB | £4,500 | 20 enquiries | Photos needed
2 | Bonfire safety | Reduce injuries | Families | Posters | w/c 20 October 2025 | 5 November 2025 | KS/RB | £300 | Fewer call-outs | `),
    [
      'reference=1 / what=Foster with us / audience=Adults 30-55 / how=Radio / when=31 July 2025 / why=Recruit 20 carers / owner=RB / budget=£4,500 / measure=20 enquiries / comments=Photos needed / Start date=1 May 2025',
      'reference=2 / what=Bonfire safety / audience=Families / how=Posters / when=5 November 2025 / why=Reduce injuries / owner=KS/RB / budget=£300 / measure=Fewer call-outs / Start date=w/c 20 October 2025',
    ],
  );
});

test('a table without any headings is read by what its cells hold', () => {
  assert.deepEqual(
    lines(`
Action Plan

Publish monthly ward newsletter | Comms Officer | Monthly | Ongoing
Set up a media training day | Head of Communications | June 2025 | Not started
Refresh the website news page | Digital Manager | By 30 April 2025 | Complete`),
    [
      'what=Publish monthly ward newsletter / when=Monthly / owner=Comms Officer / status=Ongoing / ongoing',
      'what=Set up a media training day / when=June 2025 / owner=Head of Communications / status=Not started / not-started',
      'what=Refresh the website news page / when=By 30 April 2025 / owner=Digital Manager / status=Complete / complete',
    ],
  );
});

test('headings over headings: groups, and names of their own over questions', () => {
  assert.deepEqual(
    lines(`
Communications Strategy Action Plan 2026 to 2029

Actions | Resource Implications | | Target Date | Responsible Officer | Required Outcomes
 | Time | Cost | | |
REPUTATION | | | | |
Briefings for editors | ü | | From June 2026 | Irene Tulley, Director of Policy | Better relations
INTERNAL | | | | |
Annual staff survey | | ü | July 2026 | Sam Birch, PR Manager | Staff feel heard`),
    [
      'REPUTATION / what=Briefings for editors / when=From June 2026 / why=Better relations / owner=Irene Tulley, Director of Policy / budget=ü',
      'INTERNAL / what=Annual staff survey / when=July 2026 / why=Staff feel heard / owner=Sam Birch, PR Manager / Cost=ü',
    ],
  );
  assert.deepEqual(
    lines(`
Who we talk to

Stakeholder | Responsible | Subject | Delivery | Timing | Comments
Who to | Who from | Message | How | When | Why
Traders | Town Centre Manager | Road closures | Letter | Two weeks before | They lose trade`),
    [
      'what=Road closures / audience=Traders / messenger=Town Centre Manager / how=Letter / when=Two weeks before / why=They lose trade',
    ],
  );
});

test('“Outcome” is a status where its cells are states, and a reason elsewhere', () => {
  assert.deepEqual(
    lines(`
 | Select Committee | Meeting Date | Recommendation Made | Recommendation made to: | Action taken | Outcome
SC18 | Environment | 2 September 2024 | That bin calendars are posted | The Portfolio Holder for Waste | List circulated | Actioned.
SC19 | Environment | 2 September 2024 | That notices name the contractor | The Portfolio Holder for Highways | To be renegotiated | Pending`),
    [
      'reference=SC18 / recommendation=That bin calendars are posted / owner=The Portfolio Holder for Waste / status=Actioned. / comments=List circulated / Select Committee=Environment / Meeting Date=2 September 2024 / complete',
      'reference=SC19 / recommendation=That notices name the contractor / owner=The Portfolio Holder for Highways / status=Pending / comments=To be renegotiated / Select Committee=Environment / Meeting Date=2 September 2024 / not-started',
    ],
  );
  assert.deepEqual(
    lines(
      'Plan\n\nAction | Outcome | Lead\nOpen day | More visitors | Events Team\nGuided walks | Healthier residents | Rangers',
    ),
    [
      'what=Open day / why=More visitors / owner=Events Team',
      'what=Guided walks / why=Healthier residents / owner=Rangers',
    ],
  );
});

test('“Who” is the audience in a plan of messages, and the owner in a plan of actions', () => {
  assert.deepEqual(
    lines(
      'Plan\n\nWHO | WHAT | HOW | WHEN\nParents | Term dates | Text message | Termly\nAll staff | Round-up | Email | Every Friday',
    ),
    [
      'what=Term dates / audience=Parents / how=Text message / when=Termly',
      'what=Round-up / audience=All staff / how=Email / when=Every Friday',
    ],
  );
  assert.deepEqual(
    lines(
      'Plan\n\nWhat | Who | When\nTerm dates | School Office | Termly\nRound-up | Press Officer | Weekly',
    ),
    [
      'what=Term dates / when=Termly / owner=School Office',
      'what=Round-up / when=Weekly / owner=Press Officer',
    ],
  );
});

test('numbers at the head of recommendations become references; lists inside cells do not', () => {
  assert.deepEqual(
    lines(`
Our response

Recommendation | Action | Timescale
Recommendation 1: Tell a clearer story | 1. Appoint a lead 2. Agree a story | July 2025
Recommendation 2: Strengthen briefings | 1. Ask members | As above`),
    [
      'reference=Recommendation 1 / recommendation=Tell a clearer story / what=1. Appoint a lead 2. Agree a story / when=July 2025',
      'reference=Recommendation 2 / recommendation=Strengthen briefings / what=1. Ask members / when=As above',
    ],
  );
});
