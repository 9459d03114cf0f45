import type { Sense } from './senses.ts';

/**
 * Headings in full, normalised: small letters, singular, without marks. A heading may end a longer one
 * ("communications lead officer" ends with "lead officer"), so each phrase also counts at the end.
 */
export const PHRASES: Record<Sense, string> = {
  reference: `
    ref | reference | reference number | ref no | no | number | id | action no | action number | action
    ref | action id | task id | task no | task number | task ref | plan ref | plan id | recommendation no | recommendation number | rec | rec no | rec number | rec ref |
    recommendation ref | recommendation reference | item no | item number | item ref | minute | minute
    no | minute ref | minute number | line no | row | serial | serial no | code | action code | unique
    id |
    para | paragraph | para no | paragraph number | ticket | ticket no | ser | ser no | index | row id | ap no | ap`,
  recommendation: `
    recommendation | recommendation made | scrutiny recommendation | panel recommendation | committee
    recommendation | review recommendation | agreed recommendation | what was recommended |
    recommendation text | recommendation from the panel | recommendation of the panel | recommendation
    from the review | what the panel recommended | what the committee recommended | we recommended |
    finding | finding and recommendation | recommendation and finding |
    area for improvement | area for priority action | area for development | area for action | afi | recommendation wording | recommendation agreed | cause of concern | learning point | lesson | lesson learned | lesson learnt | lesson identified | must do | should do`,
  action: `
    action | activity | task | deliverable | deliverable output | output | proposed action | planned
    action | key action | agreed action | action required | action needed | action agreed | required
    action | specific action | action item | action point | action planned | action to be taken | action
    activity | activity action | work | work required | what we plan to do | what we will do | what will
    we do | what will be done | what are we going to do | what we are going to do | what needs to be
    done | what needs to happen | what is to be done | we will | what | what task | intervention |
    initiative | step | step to be taken | communication activity | comm activity | comm action |
    activity task | tactical activity | engagement activity | key activity | key task | key deliverable
    | commitment | our commitment | promise | improvement | improvement action | proposal | what and how
    | task action activity | what we want to do | proposed activity | work stream activity | action to
    deliver recommendation | action to implement | implementation action | how recommendation will be
    implemented | how we will do it | how will this be achieved | how we will achieve this |
    task name | task title | action name | action title | activity name | activity title | card name |
    implementation plan | plan for implementation | implementation step | our plan |
    pledge | job | follow up needed | follow up required | follow up action | fix | remedy | solution | remedial action | engagement | action taken or planned | action planned or taken | action taken and planned | next step | work package | post text`,
  subject: `
    project | campaign | campaign activity | event | event activity | milestone | key milestone | story
    | topic | subject | product | communication product | communication |
    title | edition | business | resolution | work item | item name | campaign name | project name | event name`,
  message: `
    message | key message | core message | content | message content | communication need | information
    need | information to be communicated | information | what to say | what we want to say | what we
    will say | message and objective | message theme | theme of message | what they need to know | what
    is communicated | narrative | information to share | copy | post copy | social copy | caption | wording`,
  description: `
    description | description of action | activity description | action description | task description |
    full description | summary`,
  audience: `
    audience | target audience | target audience stakeholder | stakeholder | key stakeholder | key
    audience | target | target group | where to | who to | to whom | to who | for whom | audience group
    | audience stakeholder | stakeholder audience | stakeholder group | group | recipient | receiver |
    reach | public | who do we need to reach | who are we talking to | who are we trying to reach | who
    we want to reach | who we are talking to | who is it for | who for | who is this for | who needs to
    know | intended audience | primary audience | audience segment | segment | customer | customer group
    | consultee | who will we talk to | who we will talk to | aimed at | aimed at whom | communicate
    with | communicating with | affected group | whom |
    reader | readership | participant | who took part | who is taking part | delegate | best for | best for reaching | best for whom | suitable for | good for | reaches | who it reaches | useful for | attendee | viewer | listener | invitee | circulation |
    who we are targeting | who we will engage | who will we engage with | who they are for | stakeholder name | audience name | send to | sent to | communicate to | communicated to | beneficiary | distribution to |
    with whom | who with | audience insight group | insight group`,
  messenger: `
    messenger | communicator | messenger communicator | who from | from | from whom | spokesperson |
    sender | voice | presenter | delivered by | who is speaking | who says it | who tell | who will say
    it | issued by | sent by | who will tell them | comm from |
    communicated by | message from | signatory | lead spokesperson | deliverer | who will communicate | voice of message |
    presented by`,
  channel: `
    channel | communication channel | comm channel | channel tactic | tactic | channel and tactic |
    tactic channel | tool | communication tool | comm tool | method | communication method | method of
    communication | method channel | channel method | delivery method | delivery channel | method of
    delivery | medium | media | media channel | vehicle | how | how will we communicate | how we will
    communicate | how we will tell them | how we will reach them | how will we reach them | how
    communicated | means | means of communication | mechanism | communication mechanism | format |
    channel format | platform | route | mode | approach | engagement method | engagement approach |
    communication approach | communication vehicle | where | outlet | material | technique | strategy |
    engagement tool | communication route | required engagement | how delivered | method of engagement |
    tool and channel | channel tool |
    channel type | type of channel | channel used | channel category | channel mix |
    media type | type of engagement | engagement type | mode of communication | means of engagement | type of contact | contact type | form of contact | method of contact | where published |
    comm needed | comm required | communication needed | communication required | comm support | comm support needed | publicity | publicity needed`,
  // each name of a channel means this only beside others; see channel-columns.ts
  'named-channel': '',
  delivery: `
    delivery | delivery mechanism | delivery plan`,
  timing: `
    when | frequency | timing | timescale | time scale | timeline | time line | timeframe | time frame |
    time | timetable | deadline | target date | due | due date | date due | by when | when by | to be
    done by | to be completed by | completion date | date for completion | target completion date |
    target completion | expected completion | expected completion date | completion target |
    implementation date | date of implementation | target implementation date | delivery date | end date
    | end | finish | finish date | target timescale | timescale target | timescale and target |
    timescale for completion | timescale deadline | deadline frequency | timing frequency | frequency
    timing | frequency deadline | how often | how frequently | schedule | date and frequency | month |
    period | quarter | year | when will it happen | when will we do it | when will it be done | when it
    will be done | when we will do it | key date | date and time | planned date | action by date |
    implement by | complete by | completed by when | milestone date | publication date | launch date |
    go live date | release date | date of event | event date | when to communicate | date | timescales
    for delivery | revised date | revised deadline | revised target date | exec date | regularity |
    cycle | week | week commencing |
    launch | go live | w c | week beginning | week of | week ending | fix by | do by | deliver by | achieve by | needed by | required by | report by | respond by | completion | completion by | completion due | estimated completion | forecast completion | date to be completed | date to be implemented | scheduled for | schedule date | due by | month due | quarter due | finish by | target for completion | proposed completion | anticipated completion`,
  start: `
    start | start date | from date | date started | begin | commencement date | commence`,
  raised: `
    date raised | created date | date created | created on | date opened | opened | modified | modified date | last modified | date added | date of meeting | meeting date | date agreed | date of recommendation |
    date approved | original date | original deadline | original implementation date | original target
    date | original due date | review date | date completed | completed date | actual completion date |
    actual date | date closed | last updated | date of last update | date updated | next review | next
    review date | date reported | committee date | decision date`,
  purpose: `
    why | because | purpose | aim | rationale | reason | benefit | intended result | intended benefit | expected
    benefit | why it matter | why we are doing it | why are we doing this | why this matter | why are we
    communicating | reason for communicating | communication purpose | purpose of communication |
    desired effect | what we want to achieve | what we hope to achieve | intention | impact sought |
    reason for action | justification |
    what we want them to do | what do we want them to do | what we want people to do | what do we want people to do |
    what do we want them to know feel do | know feel do | think feel do | desired behaviour | desired action | desired response |
    behaviour change sought | behaviour sought |
    ask | our ask | the ask | what we want from them | what we need them to do`,
  objective: `
    objective | communication objective | comm objective | strategic objective | key objective | goal |
    communication goal | smart objective | desired objective | corporate objective | specific objective
    | our objective | ambition`,
  outcome: `
    outcome | expected outcome | anticipated outcome | required outcome | desired outcome | intended
    outcome | target outcome | key outcome | result | expected result | desired result | anticipated
    result | impact | desired impact | expected impact | intended impact | difference this will make |
    what difference will it make | what success look like | outcome sought | what will be different |
    benefit outcome | outcome benefit`,
  who: `
    who | who is involved`,
  owner: `
    owner | action owner | task owner | who task owner | lead | lead officer | lead person | lead name |
    action lead | lead responsible | officer lead | responsible | responsible officer | officer
    responsible | officer leading | person responsible | responsible person | responsibility | responsible for delivery |
    responsible for action | responsible party | party responsible | responsible team | team responsible
    | responsible lead | lead responsibility | lead team | lead service | lead department | lead agency
    | lead organisation | lead partner | lead body | lead director | lead manager | lead by | led by |
    service lead | project lead | delivery lead | communication lead | comm lead | by whom | by who |
    whom by | who by | who will do it | who is responsible | who responsible | who will do this | who
    will lead | who is leading | who lead | assigned | assigned to | allocated to | officer | named
    officer | post title | post | post holder | job title | accountable | accountable officer |
    accountable person | accountability | action by | action owner lead | owned by | personnel | staff |
    staff responsible | department | department responsible | directorate | director | service | service
    area | team | delivery owner | officer post | responsible post | who delivers | who will deliver |
    delivery responsibility | head of service | lead officer em | lead officer and portfolio holder |
    co-ordinator | coordinator | contact officer | produced by | author owner | sro | senior responsible
    owner | manager | resp | resp officer | responsible directorate | recommendation owner | service
    responsible | implementing officer | communicator owner | comm officer | responsible owner |
    editor | edited by | compiled by | written by | author and owner | prepared by | owner name | assignee | who owns it | action holder |
    managed by | run by | maintained by | looked after by | undertaken by | carried out by | done by | handled by | coordinated by | organised by | arranged by | actioned by | to be actioned by | action for | action on | contact | contact person | comm contact | lead contact | person | person leading | author | sponsor | project sponsor | task holder | approver owner | staff member | member of staff | staff lead | who leads on this | organisation responsible`,
  support: `
    support | supported by | supporting | supporting officer | support officer | support from | partner
    | key partner | partner involved | backup | deputy | other involved | also involved | contributor |
    support required | helper`,
  member: `
    member | lead member | cabinet member | executive member | portfolio holder | portfolio | elected
    member | lead councillor | councillor | member champion |
    recommendation made to | recommended to | decision maker | responsible member | lead cabinet member`,
  committee: `
    committee | select committee | scrutiny committee | panel | task group | origin | source | review`,
  status: `
    status | current status | action status | state | status indicator | progress status | delivery
    status | implementation status | current position | completed | complete | complete y n | completed
    y n | done | done y n | complete yes no | completed yes no | open closed | position | status of
    action | status of recommendation | current state | overall status | status explanation | status
    comment | progress rating | % complete | percentage complete | percent complete | complete % |
    fixed | resolved | implemented | implemented y n | implemented yes no | closed | closed y n | closed yes no | state of play | current situation | situation | outcome status | action complete | action completed | delivery confidence | performance status`,
  rag: `
    rag | rag status | rag rating | brag | brag status | brag rating | ragb | rag state | status rag |
    traffic light | rating`,
  progress: `
    progress | progress update | progress to date | update | latest update | update on progress |
    progress report | progress made | progress so far | latest position | position statement | current
    progress | status update | action taken | action to date | action taken to date | action taken so
    far | action taken or planned to date | progress against action | progress commentary | progress
    note | what we have done | what has been done | what has happened | work to date | achievement |
    quarterly update | half year update | year end update | monitoring | implementation progress |
    direction of travel | officer update | latest progress | evidence of progress | how it is going |
    where we are now | what has happened since | activity to date |
    six monthly update | 6 month update | annual update | monitoring update | follow up | audit follow up | follow up status | follow up position | progress against target | progress against plan | progress against milestone`,
  response: `
    response | cabinet response | executive response | officer response | management response | council
    response | decision | cabinet decision | executive decision | accepted | accepted rejected | accept
    reject | agreed y n | agreed rejected | agree | agreed | accepted y n | response to recommendation |
    response of the executive`,
  budget: `
    budget | cost | budget cost | cost budget | estimated cost | approximate cost | resource | resource
    implication | resource required | resource needed | resource cost | resourcing | funding | funding
    source | source of funding | finance | financial implication | financial cost | budget implication |
    budget resource | resource budget | price | spend | expenditure | budget code | budget required |
    cost implication | cost and resource | how much | what it will cost | what will it cost | cost
    resource | budget and resource | cost £ | £ | budget £ | resource and budget | resource and cost |
    cost estimate | estimate | budget estimate | estimated budget | allocation | allocated budget | budget allocated | budget allocation | agreed budget | planned spend | forecast cost | quote | actual spend | actual cost | spend to date | cost to date | spent | final cost |
    value | money | money needed | cost £k | cost to council | budget source | source of budget | cost centre | budget holder and cost | time cost`,
  measure: `
    measure | success measure | measure of success | success criteria | success criterion | success
    indicator | indicator | performance indicator | performance measure | key performance indicator |
    kpi | metric | evaluation | evaluation method | method of evaluation | how measured | how will we
    measure success | how we will measure success | how we will measure it | how will success be
    measured | how will it be measured | how will we know | how will we know it has worked | how we will
    know it worked | how will we know it worked | how we will know | how we know | how will we know we
    have succeeded | measurement | measurable | target measure | measure target | outcome measure |
    measure of outcome | monitoring and evaluation | evaluation and monitoring | evaluation measure |
    evidence of success | evidence of completion | evidence | what good look like | target indicator |
    measure indicator | success | measuring success | proof of success | how success is measured | how
    evaluated | evaluated by |
    kpis | measured by | evidence required | output kpis | output measure | success factor | success look like | result and kpi | evidence of impact | kpi target | target kpi | target kpis |
    number attending | number reached | attendance | turnout | feedback mechanism | feedback | feedback method | feedback route | feedback loop | how we will get feedback | evaluation and feedback`,
  target: `
    target outcome date | target and date | milestone target | performance target | target figure |
    target measure`,
  comments: `
    comment | comment update | note | remark | further comment | additional comment | other comment |
    general comment | notes and comment | comment note | additional note | further note | officer
    comment | any comment | observation | commentary | additional information | other information |
    further information | comment and issue |
    issue and comment | issue comment`,
  theme: `
    theme | strategic priority | priority area | strategic theme | key theme | corporate priority |
    corporate theme | council priority | area | area of work | area of focus | focus area | workstream |
    work stream | strand | pillar | category | section | programme | heading | key area | strategic aim
    | corporate plan priority | link to corporate plan | corporate plan link | link to priority | phase
    | stage | topic area | subject area | work area | service theme | campaign theme | type | type of communication | communication type | comm type |
    sector | stakeholder type | type of stakeholder | audience type | type of audience | audience category | stakeholder category | group type`,
  priority: `
    priority | priority level | level of priority | importance | urgency | level | support level |
    engagement level | level of engagement | inform consult engage | high
    medium low`,
  standing: `
    influence | interest | power | interest influence | influence interest | power interest | interest power | influence and impact |
    level of influence | level of interest | level of power | influence level | interest level | attitude | stance |
    current position of stakeholder | current support | level of support | supporter or opponent | for or against | sentiment`,
  item: `
    item | agenda item | issue | issue identified | issue to address | point | question | matter`,
  page: `
    page | page no | page number | pg`,
  'kept-state': 'state in commsgrid',
  version: `
    version | version no | version number | version control | draft | draft number | revision |
    amendment | change made | change | amended by | author | approved by | signature | signed | approver
    | reviewed by | reviewer | document owner | distribution | issue number | document title | document
    name | file name | issue date | date of issue | summary of change | nature of change | reason for
    change | detail of change`,
  term: `
    abbreviation | acronym | term | initial | key | symbol | colour | rag colour | code colour |
    glossary | short form | letter | stands`,
  meaning: `
    meaning | definition | full name | explanation | stand for | description of rating | what it mean |
    in full | full title`,
  risk: `
    risk | risk description | likelihood | mitigation | mitigating action | probability | risk score |
    risk rating | risk owner | mitigation measure | strength | weakness | opportunity | threat |
    inherent risk | residual risk | score | consequence | control | existing control`,
  contact: `
    telephone | phone | tel | email | e-mail | email address | mobile | address | extension | contact
    detail | contact number | telephone number | website | twitter handle | handle | contact name |
    postcode | fax`,
  existing: `
    existing | existing channel | current channel | currently used | current | existing method | already
    in place | in use now | existing tool | business as usual | standard channel | corporate channel`,
  'project-specific': `
    project specific | new | new channel | project channel | additional channel | bespoke | project
    specific channel | proposed channel | planned channel | specific to project | campaign specific |
    programme specific | planned | planned for this programme | planned for this project | for this
    project | for this programme | for this campaign | proposed | potential | to be developed | new for this project`,
  detail: `
    detail | detail number | further detail | number | detail and number | more detail | who they are |
    who this includes | who is included | composition | includes | size | membership | profile | make up`,
  role: `
    role | contribution | contribution role | role contribution | anticipated role | role interest |
    their role | anticipated role interest | role in project | relationship | how they can help |
    interest in project | expectation | part they play | what they contribute | involvement | what we
    need from them |
    need | their need | their interest | interest in programme | interest in us | interest or concern | their stake | stake in project | their interest in project | why they matter`,
  foreign: `
    name | organisation | dependency | barrier | equality impact | legal implication | location | venue
    | duration | ward | time needed | hour | next step | link | hyperlink | document | sign off | signed
    off by | approval | approved | language | photo | design | print | distribution list | tone | call
    to action | hashtag | post text | image |
    predecessor | successor | duration | bucket | bucket name | label | created by | modified by | checklist | checklist item | recurring | is recurring | late | is late | parent | wbs | effort | allocation %`,
};
