// biome-ignore-all lint/style/noExcessiveLinesPerFile: word table

/** How many reports were counted. */
export const REPORTS = 1897;

/**
 * Stems of English and in about how many of those reports they stand, so that a word which every report has weighs little.
 * Counted over news reports of 2010 to 2020 (docs/decisions/0017); stems in fewer than 16 reports are left out, and so are names.
 */
export const CLASSES: readonly (readonly [count: number, stems: string])[] = [
  [1897, `and for in of on that the to`],
  [1448, `an are as at be but by from has have he is it not said this was who with`],
  [
    1024,
    `about after all also been had his http more one or other out over peopl say than their ther they time up we were
what when which will would year`,
  ],
  [
    724,
    `accord ad against becaus befor call can could country day do dur even first get her him if includ into its just
last like made make many most need no now only our presidential she so some support them thos two week well wher
whil work you`,
  ],
  [
    512,
    `among another any ask back becom being between both campaign candidat chang come continu did down election end
follow former going government group help how issu know leader long look member million month much official own
part plac plan point political public report right same see should show sinc still such take then thes thing
think thre through told under very want way world`,
  ],
  [
    362,
    `allow already around attack believ bring business came case clos community company creat decision doe don't
economic effort every expect family far few find forc found four go good here high hold home however important
increas interest interview job later law lead left lot major mak me media meet my never next nomine number off
offer offic open past percent policy power primary provid put question receiv recent remain result run second
security servic set several social speak start statement system talk today too took top try turn use vote voter
whether why win without`,
  ],
  [
    256,
    `able across action address again agency ago agre almost along am announc appear area articl authority away bas
behind best better big build care caus challeng charg chief claim clear comment concern consider control current
deal debat decad despit different doing done each earlier early enough especially event ever executiv experienc
explain fac face fact feel fight five focus foreign full fund further futur give given got great grow hand
happen hav head health held history hope hour information keep kind known larg least leav led less level life
likely line littl live local matter mean might money move must name night nomination often old once opportunity
order organization pay person play polic politic poll position possibl privat problem process project push race
rais reach real really reason recently record releas represent respond return role school seek seem seen serv
shar side sign someth speech stand stop strong suggest supporter tak taken team tell term though together toward
until used using view went whos within women won wrot yet your`,
  ],
  [
    181,
    `access account accus activity actually administration agreement ahead aim although alway answer anyth appeal
approach argu attempt attention becam began begin benefit billion board break cannot capital chanc children
citizen civil com compar conduct conferenc conservativ contest convention cost cours cover cut death decid
deliver demand describ develop didn't discuss district doesn't due economy either elect email ensur enter
everyon everyth exampl express fail fall federal field figur final financial form forward free friend gave
global governor ground half hard hear himself hit host human i'm idea impact industry instead investigation
involv join key kill lack land late latest launch leadership learn legal let limit list liv lost main majority
man manag mark market measur men mention messag met military moment morn mov movement near nearly noth operation
outsid particularly pass personal pledg politician potential present pric program promis protect rally rather
read refer regard region remark reporter request requir respons risk rival rule sector senior sent significant
similar situation six small soon sourc special spend staff stag stay step story strategy struggl student target
themselv third thought threat total trad tweet understand valu victory visit voic vot warn watch we'r word
worker young`,
  ],
  [
    128,
    `ability accept achiev acknowledg activist addition admit advanc advantag adviser advocat affect age aide air
alleg ally amount anyon arm attend averag avoid bad ban base battl beyond bid biggest billionair black body book
border brought built buy can't candidacy carry caucus certain choic cit class commit commitment common complet
conclud condition confirm conflict contribut crim criminal crisis critical criticism criticiz crowd cultur
currently data de declar declin defeat defend defens delegat detail determin differenc difficult direct document
dollar draw driv drop earn effect eight else emerg endors energy engag entir establish establishment estimat
evidenc exchang exist expand expert father favor fear fil financ firm food freedom front gain game gather giv
goal grant greater growth handl heard higher highlight hop huge hundr husband illegal imag immediately immigrant
immigration improv incident incom increasingly independent indicat individual influenc initiativ insist
institution investment isn't itself judg largely largest liberal link longer loss love low lower maintain
manager mass meanwhil mind nam necessary network note officer onlin operat opinion opponent oppos opposition
paid participat partner path per perhap period pick platform poor popular population practic prepar presidency
pressur prevent previous previously priority probably produc professor promot propos proposal protest prov
publish quickly quit rate ready reality reduc reflect reform refus register relat relation relationship resident
resourc respect rest reveal review rise road room rul saw schedul secur sell send sens serious sery seven shift
short shot simply singl sit site society someon son sought spent spok spokesman standard star status study
subject success summer sure surpris survey tax television terrorist test thank they'r thousand throughout tie
town traditional trail train travel tri true trust urg various victim video violenc wait walk water whol whom
wife woman writ wrong you'r`,
  ],
  [
    91,
    `abov abroad abstract additional agenda allegation alon amid analyst announcement annual appearanc approv
argument arrest arriv asset attract audienc author availabl ballot basic beat below bit blam block boost born
brother budget camp capacity captur car career carri cast celebrat certainly chair check child choos clearly
climat closer communication compet connect construction contact contrast contribution conversation cooperation
count coupl credit critic cross cultural damag date daughter dead deep degre democracy demonstrat deni depend
design died directly discussion divid domestic don donor doubl doubt dozen drug easy effectiv embrac employe
encourag endorsement enjoy environment estat eventually extend eye facility factor fair featur fellow felt fill
finally finish founder fuel fully generat generation goe gone gun guy heart herself highest highly i've identifi
ignor implement importanc infrastructur insid instanc intelligenc intend introduc invest investigat invit kept
kid labor languag lawmaker lawyer letter light listen lose margin massiv material mayb meant medical minority
minut miss model mostly mother multipl n't natur natural newspaper nine nominat non none nor obtain occur
organiz overall page pandemic parent particular partnership peac percentag perform performanc phon plant positiv
possibility powerful prais presenc presumptiv principl product production professional progress progressiv
property provinc publicly pull pursu quality radio rang rank re recall recogniz regional regulation reject
remember remov repeat repeatedly responsibility responsibl rich ris roll root round safe sale season seat
separat session shoot shown solution sometim sort sound spac specific spot spread stak station strategic
strength strengthen stress strik successful suffer supply suspect ten territory terrorism threaten titl tough
track treat trial trip troubl truth twic ultimately upon via wasn't we'v websit weekend welcom winner witness
won't worth written youth`,
  ],
  [
    64,
    `absolutely abus accusation achievement activ adopt advis afternoon agent aggressiv aid allianc alternativ
analysis anger anti apparently application apply appoint approval aren't assault assum assur awar balanc bar
basis bear behalf behavior belong bigger boy brand bridg brief businessman card cash caught cent century
ceremony chain champion cheer chosen circumstanc clean closely coalition code colleagu collect combat combin
command commander commercial competition complaint completely complex complicat connection consequenc
constitutional contain content contract controversial controversy convinc core corporat corruption counter
coverag crucial cycl danger dangerous debt defin denounc deserv destroy digital direction dismiss display disput
division dominat donation door dream driver duty easily echo editor effectively electoral electorat eliminat
emergency emphasiz enabl enemy enforcement engineer enhanc entity environmental era everybody exactly exercis
expectation export extrem extremely failur fals familiar famous fan fast favorit fell femal fifth file fir fire
fit fix floor fourth function gap gas generally giant girl greatest grew grown guard guid happy hasn't hate
headquarter heat heavily heavy hir historic honor hotel household hurt identify identity imagin import impos
impossibl inde industrial inform initial initially inspir insult internal investor joint journalist jump knew
knowledg larger lawsuit legacy legislation lie lift locat location longtim match minimum mission mistak mix
moderat modern monitor murder negativ negotiat neighbor neither newly nobody normal notic nuclear oil ongo
option organisation otherwis outcom oversea owner panel paper participation personally phas photo pictur piec
player pm politically potentially poverty predict prefer pretty prison procedur prominent prompt prosecutor
prospect proud provision purchas purpos quarter quot radical ran rat realiz referenc refuge regim regular
regularly relatively relief religion religious rely remind replac reputation requirement resolv retir revenu
rhetoric roughly rout safety sav save scal scandal scen search section seiz select self sentenc server sever
shap shock shop simpl skill slow smaller smart sold somebody split sport spr stability stanc stood strategist
strongly structur styl submit suit suppos surg surround surviv suspend sustainabl swing tabl task teach teacher
technical therefor thus tone tool topic touch tour tourist transfer treatment truly type undermin uniqu unless
unlikely updat usually variety vast ve vehicl version veteran villag violat violation vision vow vulnerabl wage
wake wave wealth wealthy weapon wear whatever wide widely wish wonder worri worry wors worst wouldn't wwwscmpcom
yes yesterday younger zero`,
  ],
  [
    45,
    `abandon academic accelerat accomplish actor add ads advic afford allegedly alongsid angry anniversary annually
anybody apart apparent appointment appropriat arrival artist asid aspect assert assessment assistanc background
barely barrier begun belief besid bin birth blast blood blow blue boast bomb bottom box broad broadcast broader
brok camera category character chos circl civilian clash classifi client cloth collaps competitiv complain
comprehensiv compromis computer conclusion condemn confidenc confident confront constant consult consumer
contender context continent coordinat corner correct couldn't crack creation customer danc dedicat deem deeply
delay delegation deny deploy desir devot difficulty diplomatic disaster disclos discover diseas distanc
distribut divers doctor donat draft drawn drew driven easier eat economist edge educational elder element elit
elsewher employ employment engagement enthusiasm entirely equal equipment error essential except exception excit
exit expansion expensiv expos factory faith farm fee feet fewer film fine flag flight flood flow fly folk
follower formally fought framework fraud fresh friendly frustrat frustration fundamental fundrais gay gender
gift gold gotten govern graduat guarante guest guilty hail harder harm haven't he'd he'll headlin hell heritag
hopeful id immediat implementation improvement inequality inflation inquiry insider insuranc intens intention
involvement jail journey judgment km laid latter lay lean legislativ lesson liar loan lock lov machin mainly
mainstream male mandat manner manufactur map marriag mate memory method mile min mock modul mogul momentum
moreover music myself narrow nationwid nativ necessarily negotiation net notion numerous objectiv obviously
occasion officially older onto original outlet outsider overse overwhelm pack paint payment peak perfect
permanent permit personnel perspectiv persuad pgtyp physical pleas plenty plus pollster popularity populist pos
possibly preserv prior proc proceed profil profit programm prosecution protester qualifi racial racist rare
reaction recognition recommend recover recovery registration reiterat relativ relevant repli reportedly
researcher resign resolution restaurant restriction revers rose rural rush sanction scar scientist scor screen
scrutiny sentiment seriously settl sexual sharp ship shortly shut signal significantly sister size slam slightly
socialist soldier solid solv song specifically spirit spoken spokeswoman sponsor stabl stock stor stream stretch
stronger struck stuff successfully suggestion sum superdelegat sustain tackl tactic talent tap tech temporary
tend tension terribl terror theory throw ticket tied tradition traffic transform transition transport trend
trigger troop truck turnout typically unabl unclear underscor unfortunately unity unlik unprecedent unusual
upcom user violent virtually visitor volunteer wast weak widespread wind wing worldwid writer zone`,
  ],
  [
    32,
    `abortion absenc absolut accident accompani accordanc acquir actual adapt administrativ adult advertis advocacy
affiliat affirm afraid aggressively align aliv amaz ambitious animal anonymity anxiety anymor anywher apologiz
applaud appli appreciat approximately archiv arrangement assertion assess assign assist attitud attribut
authoriz await awareness baby backer badly bag basically beautiful bet bilateral bipartisan birther boat bold
bond boo boom boss bought bound branch breach briefly broken broker burden bus busy cabl calendar cancel cap
capability capabl carbon careful carefully catch celebration celebrity challenger chant chao chapter circulat
citizenship clinch closur coach coastal collaboration collection collectiv color column comfortabl communicat
comparison compell comply concept confus congratulat consecutiv consensus considerabl consideration consistent
consistently consolidat constituency constitut consultant consumption contrary contributor controll convert
convict cook cooperat copy corrupt counsel counterpart coup crash credential credibility credibl cris crush curb
currency dark deadly decisiv declaration decreas deficit definitely delivery demographic demonstration deport
deportation destination detain determination devastat developer dialogu didn die dig dinner diplomacy disagre
disappear disappoint disclosur discrimination distinguish diversity divisiv dog drag dramatic dress drink drov
dynamic eager ease ecosystem editorial educat elaborat electricity eligibl emission emotional emphasis employer
empower empty en encounter endur enforc enormous enterpris entertainment enthusiastic entrepreneur entry episod
equally erupt escalat escap essentially ethnic everywher ex exact examin excellent exclusiv execut expens
explanation exploit explor expression extension extensiv extent extra extraordinary facilitat fairly fallen
farmer faster fate fault favorabl feed festival fierc fighter fiscal fish fled flee foot football forget formal
forth fortun fram frequently fulfill fun fundraiser glob globally grab grad gross guess hack halt handful hang
hardly harsh hatr healthcar hero hide highway historical historically homepag honest honour hot hub hunt i'd
i'll ice ideology illegally imply impress incentiv incit incumbent influential injur injury innovation innovativ
inspector install instruct instruction integrat integrity intent intervention invasion investigator item joke
kick knock label landscap laugh leak legally legislator legislatur legitimat leverag licens lifetim literally ll
lobby loom lowest magazin maintenanc maker marri master math mechanism medicin medium mental migrant migration
mine minor monthly motivat mount mountain movi municipal narrativ nationally nearby neighborhood neighbour
notabl nurs obligation observ observer obstacl obvious od oldest openly operativ operator opposit opt optimistic
organis organizer originally ourselv outlin outstand overcom overhaul overwhelmingly pace packag pain pair
parliamentary participant partisan partly passion patient pattern peaceful peer pend perceiv perception
personality petition photograph phras pitch pivot planet plead plot pois portray pose prayer pre premium
preparation presentation prevail primarily principal privately pro prob producer prohibit proof proper properly
prosecut prosperity punish qualify quick racism rail rain rampant rapid rapidly react reader reasonabl recession
recommendation recruit reduction refrain refusal regardless regret regulat regulatory reliabl remarkabl renew
rescu residenc resignation resist resistanc resort respectively restor restrict resum retain revelation rig row
sacrific salary sat scenario schem scrambl seal seemingly segment selection sensitiv serial settlement sex sham
shor shortag shouldn't shout showcas sidelin sight signatur silenc similarly sixth skeptical skin sleep slip
slowly smil soil solidarity somehow somewhat spark spe spokesperson spotlight staffer steer stem stick stir
straight strict strongest stuck stump subsequent subsequently substantial succ succeed successor sudden suddenly
surfac surpass surrogat suspension sweep switch tank taught tear telephon temperatur temporarily tenur testimony
they'v tight tip tomorrow tonight totally tout translat transparency transportation tree trillion uncertainty
understood undocument unemployment unfair unify universal unknown unveil upset urban usual valuabl ventur vet
viewer visa vital volum warm we'll weakness weather weekly weigh weight welfar whoever wider wild winter wound
wwwiolcoza yield you'v yourself`,
  ],
  [
    23,
    `absent acceptanc accomplishment accountability accurat actively administrator advisory afterward aged alarm
alert alienat allafricacom allegianc allocat ambition amend anchor ancient anticipat apartment applaus
appreciation array articulat aspiration atmospher attende attraction audit backlash bail ball band banker
battleground beaten beauty bed bench beneficiary bless bloc bolster borrow boycot brain breakfast breath bright
broadly bully calculat calm campus cancer capitaliz carv caution ceil charity charter chas childhood chip cite
clarifi classic climb clip clock closest coal combination comeback comfort commodity competitor compil complianc
component compound compris conced concession concret confrontation congressman consist conspiracy constantly
consultation consum contentious continuous contradict conven conventional conviction cool coordination
coronavirus crackdown crazy creativ crew critiqu crop cry dat databas deadlin decent deeper default defender
definition del departur dependent depriv depth description desert designat desperat destruction devic dictator
differ differently digit diminish diplomat disagreement disciplin discount discovery disrupt distribution
disturb doesn dominanc dominant downtown drama dry dump ear efficient elderly elevat embarrass enact entitl
equality equity equivalent etc ethic evaluat evangelical evil evolv exce exceed exclud exclusively existenc
expertis exposur external extremist fake famously finger firearm flat flaw flip flower footag forecast forest
forg foster frankly freely frequent fruit furthermor gang garner gear genuin glad glass golf governanc gradually
grassroot grateful greatly greet grip guidelin hadn't harassment haven heal healthy hectar hedg height hidden
hike hint hire historian hole holiday hors hostil humanitarian humanity hurdl icon ideal ideological ill
implication importantly impression impressiv inaugurat inclusiv incredibl incredibly inevitabl initiat inner
innocent institutional insurgent integration intellectual interaction interfer interim interrupt interven
investigativ invitation invok isolat jet jok justify kilometer kilometr landmark launder lend length liability
lifestyl lik livelihood lobbyist lockdown logistic longest loophol loser loud lunch luxury lying magic mail
mainland manufacturer massacr matchup maximum meaningful meantim memo meter mid midst militant mirror mislead
misogynist missil mobil mobiliz moderator modest mood motion mouth muscl mutual namely narrowly nationalist
navigat necessity neglect neurosurgeon neutral nevertheless newsghanacomgh nightclub nonetheless norm normally
notably novel occupi occupy offens offensiv okay ordinary origin outbreak outrag outreach overlook overnight
oversight overturn owe ownership pact parallel passag passenger paus penalty pivotal pocket polariz pop portion
possession postpon pour practical pray precinct predecessor preferenc preliminary premis presid prestigious
print prisoner privileg prolong promotion proven provider provincial publication punch punishment qualification
quiet quo raid rape rarely rational raw realistic rebuild recognis reconciliation recount rein reinforc
rejection reli relocat reluctant reminder remot renewabl renown rent reopen repair repeal replacement
residential resonat respondent retail reviv revolutionary reward rid ride rip risen sad safeguard sampl satisfi
scholar scientific scop script seller severely shadow shareholder shed shelter shield shrink significanc silent
silver sing slat slogan slot soft solar somewher sooner sophisticat sorry soul spar specialist specializ
speculation spur stakeholder stall stark steady steal steel stolen storm strain strip striv studi stun sub sue
sufficient supportiv surveillanc survivor suspicion sustainability sway swim symbol tast taxpayer techniqu
technological teenager temperament territorial they'll threshold thrown ticotimesnet tide tighten till tiny tir
toleranc toll ton tortur tougher tournament trac traditionally traffick tragedy transaction transcript
transformation transparent trap travell treaty tremendous tribut turmoil typical ultimat unacceptabl uncertain
undecid undergo underway unfit unfold unleash unrest urge urgent vacation vary venu viabl viral virus vocal
vulnerability warrant weaken weren't willingness window withdraw wonderful workforc wrap wwwaptnnewsca
wwwtaipeitimescom xenophob`,
  ],
  [
    16,
    `abolish abruptly accommodat accompany accountabl actress additionally adequat adjustment administer admir
admission adversary aircraft airlin alli alter analyz anonymous anytim anyway apology app applicant arrang
artificial aspir assumption athlet attach attacker attendanc attractiv authoritarian auto bargain batch bathroom
behaviour beneficial bia bind bitter bother brac brag broaden bruis brush brutal bullet bump buri buyer cancell
cartel cautious centrist chairwoman characteristic characteriz chat cheap cheaper civic clarity clinic cloud
coffe colour columnist commenc concentrat concert confidential conscienc construct contend contention contractor
coordinator correspondent corridor costly courag craft criticis cultivat custody dam dealt debut deepen delight
demonstrator denial depart descend detect detention deter dignity din disabl disappointment disciplinary
discours disgrac disgust dish dislik dispatch displac disruption distant distinction divert divorc documentary
domain doom dron drown dub duo eas economically edition educator efficiency elsalvadorinenglishcom
englishlematinalmedia enmercopresscom entranc equip eventual everyday exacerbat examination exceptional excess
excessiv excus exhibit exhibition exil expir faction fame fare fashion favour feud fin financially firmly
forgotten formidabl fractur friendship frontrunner fundamentally garden generous gestur governmental grandfather
grandmother grappl grasp grass gratitud grav guarant hair harvest hat haul heel heighten helpful henc hey
hopefully horribl hostility humbl ignorant illness illustrat imprison inability inauguration inclusion
indication indict infect infection inject insecurity insert instrument insufficient intensify intensity interact
internationally introduction isn jam joy justifi keen kidnap killer kitchen lag lament landslid lectur leftist
legaliz lender lengthy lesser library livestock load locally lodg loyal loyalty mandatory manipulat mask meal
membership mere merely merit mess mexicodailypostcom midnight minus mishandl mitigat mom mortgag multi naturally
nervous nicknam nonprofit nowher object occasionally offenc offset operational optimism originat ought
outrageous outright painful panafricanvisionscom panic parad partial passionat pension permanently permission
philosophy pil pillar pioneer plea plung pool pound precedent prediction productiv profound propaganda
proportion protocol provocativ provok psychological publisher quantity quietly ralli rapist rattl readiness
reaffirm realis recipient reclaim reelection referendum reflection refug regain relentless render reply
representation resembl reservation resid resilienc respectiv retirement revolt richest risky robust rough routin
rumor seed setback seventh shall sharply she'd she'll sheet shoulder shy simultaneously sink sizabl skepticism
skip snap soar sole sovereign sovereignty specy spin stamp statewid steep str strictly strid stronghold studio
stumbl stupid subsidiary substanc substantiv sued suicid suitabl summon superior surprisingly survival swept
tariff teen televis tendency they'd threw thriv thwart tick todaynicaraguacom tonn transgender tripl triumph
tropical tuition tune underestimat underlin underly uniform upgrad urgency useful vaccin vegetabl vendor versus
virtu virtual visibl watchdog wav wed whenever whip widen wisdom withdrawal woe workshop worsen wwwbatimescomar
wwwcbcca wwwhindustantimescom wwwipsnewsnet wwwnewsroompanamacom wwwrnzconz wwwthedailystarnet
wwwthestandardcomhk yell yellow you'll`,
  ],
];
