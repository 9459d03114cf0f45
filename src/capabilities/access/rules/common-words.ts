/**
 * What people fall back on when a password is asked for. Written for this project from what the yearly lists of leaked
 * passwords have in common, and what is at hand in a British council. Spelled plainly: rules/password.ts undoes
 * capitals, digits in place of letters, and what is put before and after.
 */
const LISTS = [
  // keys and words of signing in
  `password passwort passwd pass word passcode passphrase secret letmein login logon signin welcome hello default change
   changeme changeit admin administrator root user guest test testing tester temp temporary demo example sample access
   master superuser system server computer laptop internet google facebook twitter instagram youtube microsoft windows
   office outlook teams apple iphone samsung amazon linkedin minecraft pokemon fortnite nintendo playstation xbox gamer
   security private secure unlock open please enter keyboard mouse monitor`,
  // what is loved
  `iloveyou iloveu loveyou love lover loving lovely loveme forever baby babygirl honey sweet sweetie sweetheart darling
   princess prince queen king angel heart happy smile sunshine rainbow flower flowers butterfly beautiful pretty cutie
   friend friends family mother father mummy daddy mum dad sister brother son daughter wife husband home house garden
   freedom peace hope faith jesus christ heaven blessed lucky money dollar pound rich diamond silver gold golden`,
  // animals, food, things
  `monkey dragon tiger lion eagle falcon wolf bear horse pony dog doggy puppy cat kitty kitten rabbit bunny chicken
   dolphin turtle snoopy scooby spider panda penguin chocolate cookie cupcake coffee pepper ginger banana orange apple
   cherry peach cheese pizza burger biscuit muffin pumpkin summer winter spring autumn snow rain storm thunder star
   stars moon sunny ocean river mountain purple yellow green black white blue red pink orange silver shadow ninja
   samurai pirate wizard magic merlin matrix phoenix hunter ranger soldier trooper killer hacker legend hero superman
   batman spiderman starwars harrypotter guitar music rocker metallica nirvana blink eminem whatever nothing something
   anything everything trustnoone iamtheone theone number one two three mustang ferrari porsche mercedes corvette harley
   yamaha suzuki honda toyota peugeot vauxhall`,
  // sport
  `football soccer rugby cricket tennis golf hockey baseball basketball snooker darts liverpool arsenal chelsea everton
   tottenham spurs manchester mancity manunited united city rangers celtic hibs hearts aberdeen villa astonvilla leeds
   newcastle sunderland westham wolves leicester southampton fulham burnley derby forest blackburn barnsley bolton
   millwall charlton palace brighton norwich ipswich portsmouth cardiff swansea wrexham lakers yankees cowboys steelers`,
  // months, days
  `january february march april may june july august september october november december monday tuesday wednesday thursday
   friday saturday sunday weekend holiday christmas easter birthday today tomorrow`,
  // given names
  `aaron abigail adam alan alex alexander alexandra alice amanda amber amelia amy andrea andrew andy angela ann anna anne
   anthony ashley austin barbara barney ben benjamin beth bethany brandon brian buster callum cameron carl carol caroline
   catherine charles charlie charlotte chelsea chloe chris christian christine christopher claire connor craig daisy dan
   daniel danielle dave david dean debbie denise dennis diane donna dylan edward eleanor elizabeth ella ellie emily emma
   eric ethan eve fiona frank freddie gary gareth gemma geoff george georgia gerald grace graham hannah harriet harry
   heather helen henry holly ian isabella isla jack jackie jackson jacob jade jake james jamie jane janet jasmine jason
   jean jeff jennifer jenny jess jessica jessie jim joanna joanne joe john jonathan jordan joseph joshua julia julian
   julie justin karen kate katherine kathleen katie keith kelly kenneth kevin kieran kim kirsty kyle laura lauren leah
   lee leo lewis liam linda lisa louise lucy luke lynn maggie marcus margaret maria marie mark martin mary mason matt
   matthew max megan melissa mia michael michelle mike millie mohammed molly morgan muhammad natalie nathan neil nicholas
   nick nicola nicole noah oliver olivia oscar owen pamela patricia patrick paul paula peter phil philip poppy rachel
   rebecca richard rob robert robin roger ronald rosie ross ruby russell ruth ryan sally sam samantha samuel sandra sara
   sarah scott sean sharon shaun sheila shirley simon sophia sophie stacey stephanie stephen steve steven stuart sue
   susan suzanne sylvia tara taylor teresa terry theo thomas tim timothy tina toby tom tony tracey tracy trevor tyler
   vanessa victoria wayne wendy will william yvonne zoe`,
  // the workplace
  `council borough county district parish town townhall cityhall civic mayor councillor officer manager director comms
   communications press media news newsroom website email service services team work working worker staff public sector
   government england scotland wales ireland britain london birmingham bristol sheffield bradford edinburgh glasgow
   plymouth nottingham coventry`,
];

export const COMMON_WORDS: ReadonlySet<string> = new Set(LISTS.join(' ').split(/\s+/).filter(Boolean));

/** Ways of the fingers over a keyboard, and of counting; read forwards or backwards, any stretch of three is a run. */
export const RUNS: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '!"£$%^&*()_+',
  '!@#$%^&*()_+',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qazwsxedcrfvtgbyhnujmikolp',
  'zaqxswcdevfrbgtnhymjukilop',
  'zaq12wsxcde34rfvbgt56yhn',
  'a1b2c3d4e5f6g7h8',
  '1a2b3c4d5e6f7g8h',
];
