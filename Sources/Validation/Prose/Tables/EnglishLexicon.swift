/// The words of English claims about trade and investment.
///
/// One line a class: `tag a b: phrase; phrase`. Hyphens and blanks count the same, case does not
/// count. What `a` and `b` mean stands at ``Lexeme/Tag``. Another language is another such file.
enum EnglishLexicon {
  /// Numbers, units and scales.
  static let numbers = """
    numberWord 1: one
    numberWord 2: two
    numberWord 3: three
    numberWord 4: four
    numberWord 5: five
    numberWord 6: six
    numberWord 7: seven
    numberWord 8: eight
    numberWord 9: nine
    numberWord 10: ten
    numberWord 11: eleven
    numberWord 12: twelve
    numberWord 18: eighteen
    numberWord 20: twenty
    ordinal 1: first; 1st
    ordinal 2: second; 2nd
    ordinal 3: third; 3rd
    ordinal 4: fourth; 4th; last; final; closing
    ordinal 5: fifth; 5th
    ordinal 6: sixth; 6th
    ordinal 11: eleventh
    fraction 1 2: a half
    fraction 1 3: a third; one third
    fraction 2 3: two thirds
    fraction 1 5: a fifth; one fifth
    fraction 2 5: two fifths
    fraction 3 5: three fifths
    fraction 4 5: four fifths
    fraction 1 6: a sixth; one sixth
    fraction 1 4: one fourth; a fourth
    fraction 3 4: three fourths
    fraction 1 2: one half
    fraction 1 7: a seventh; one seventh
    fraction 1 9: a ninth; one ninth
    fraction 1 8: an eighth; one eighth
    fraction 1 10: a tenth; one tenth
    scale 3: thousand; thousands; thsd
    scale 6: million; millions; mn; mln; mio; mill
    scale 9: billion; billions; bn; bln; bil; milliard; milliards; mrd; arab
    scale 12: trillion; trillions; tn; trn; trln
    scale 5: lakh; lakhs; lac; lacs
    scale 7: crore; crores; cr
    scale 4: wan
    scale 8: yi
    scale 11: kharab
    shortScale 3 1: k
    shortScale 6: m
    shortScale 9: b
    shortScale 12: t
    percent: %; percent; per cent; pct; p . c; p . c .; pc; percents; per cents
    points 1: points
    points: percentage points; percentage point; percent points; per cent points; pp; ppt; ppts; \
    p . p .; pps; % points; points of a percent; % point; percentage pts
    weight 0: ton; tons; tonne; tonnes; metric ton; metric tons; metric tonnes; mt
    times: times; fold
    per 1: per day; a day; daily; per month; a month; per week; a week; per working day; each month
    per: per ton; per tonne; a ton; a tonne; each ton; each ton of; \
    per kilogram; per kilo; per kg; per barrel; a barrel; per bushel; per capita; per head; \
    per person; per hour; per unit
    """

  /// Words beside a figure.
  static let hedges = """
    hedge 1: about; around; some; roughly; approximately; approx; approx .; close to; circa; near; in the vicinity of; in the neighbourhood of; in the neighborhood of; give or take; \
    ca .; an estimated; or so; in the region of; in the order of; on the order of
    hedge 2: more than; at least; in excess of; upwards of; upward of; no less than; north of; \
    slightly above; slightly over; a little over; a little more than; slightly more than; \
    well over; just over; a shade over; a touch over; a touch above; a touch more than; comfortably above; comfortably over; a minimum of; no fewer than; just above; surpassed; surpassing; surpass; topped; topping; \
    crossed; crossing; cross; passed; upwards; exceeds; not less than
    hedge 2 2: exceeded; exceed; outstripped
    hedge 2: broke; breached; broke through
    hedge 2 1: over; above; exceeding
    hedge 3: less than; nearly; almost; just under; up to; close on; not quite; just below; \
    slightly less than; slightly below; slightly under; just shy of; shy of; no more than; \
    at most; a maximum of; fewer than; just short of
    hedge 3: a little less than; a little under; a shade under; a touch under; a touch below; a whisker under
    hedge 3 1: under; below
    """

  /// Words of change; verbs carry all their forms.
  static let changes = """
    change 1: rose; rise; rises; risen; rising; grew; grow; grows; grown; growing; climb; climbs; \
    climbed; climbing; increase; increased; increases; increasing; jump; jumped; jumps; jumping; \
    surge; surged; surges; surging; soar; soared; soars; soaring; advance; advanced; advances; \
    advancing; gained; gain; gains; gaining; expand; expanded; expands; expanding; recover; \
    recovered; recovering; rebound; rebounded; rebounds; rebounding; add; added; adds; adding; \
    edge up; edged up; edges up; edging up; inch up; inched up; inching up; widen; widened; \
    widens; widening; strengthen; strengthened; strengthening; balloon; ballooned; ballooning; \
    swell; swelled; swollen; swelling; enlarge; enlarged; rally; rallied; escalate; escalated; \
    elevated; raised; raise; raising; picked up; picks up; put on; puts on; mounted; leap; leapt; \
    leaped; leaps; leaping; went up; go up; goes up; going up; gone up; spiked; spike; \
    skyrocketed; skyrocket; boosted; boost; lifted; lift; lifting; stepped up; ticked up; \
    tick up; bounced; bounced back; exceeding that of; shot up; hiked; firmed; \
    deepened; deepen; doubled; doubling; tripled; trebled; quadrupled; came up; moved up; up by; crept up; accelerated; accelerating; quickened; broadened; built up; \
    progressed; progressing; rocketed; rocketing; vaulted; zoomed; burgeoned; mushroomed; multiplied; snowballed; revived; \
    resurged; perked up; intensified; notched up; edged higher; edge higher; edging higher; inched higher; inching higher; \
    crept higher; ticked higher; nudged up; nudged higher; moved higher; moving higher; pushed up; pushed higher; drifted up; \
    drifted higher; trended up; trended higher; ramped up; scaled up; upped; augmented; bulged; galloped; shooting up; shoots up; \
    stepping up; lifts; boosting; boosts; topped up; firmed up; went higher; were lifted; twofold; threefold; fourfold; fivefold; sixfold; tenfold; quintupled
    change 1 1: growth; hike; upturn; uptick; expansion; upswing; enlargement; gains; pickup; \
    annual rise; annual increase; growth rate; rate of growth; positive growth; recovery; widening; increment; uplift; \
    spurt; upsurge; step up; build up; acceleration
    change -1: fell; fall; falls; fallen; falling; declined; decline; declines; declining; \
    decreased; decrease; decreases; decreasing; dropped; drop; drops; dropping; dip; dipped; \
    dips; dipping; slip; slipped; slips; slipping; slide; slid; slides; sliding; shrink; shrank; \
    shrunk; shrinks; shrinking; shrunken; contract; contracted; contracts; contracting; narrow; \
    narrowed; narrows; narrowing; ease; eased; eases; easing; plunge; plunged; plunges; plunging; \
    plummet; plummeted; plummeting; tumble; tumbled; tumbles; tumbling; slump; slumped; slumps; \
    slumping; sink; sank; sunk; sinking; lose; lost; loses; losing; shed; sheds; shedding; \
    reduce; reduced; reduces; reducing; retreat; retreated; weaken; weakened; weakening; \
    diminish; diminished; diminishing; came down; come down; comes down; coming down; went down; \
    go down; goes down; going down; gone down; edged down; edge down; edging down; inched down; \
    cut; cuts; cutting; lowered; lopped; crashed; crumbled; subsided; receded; trimmed; ticked down; \
    dwindled; dwindle; dwindling; collapsed; collapse; fell back; slackened; moved down; \
    halved; stepped back; compressed; eroded; softened; pared; backslid; was down by; fell away; collapsing; shaved; \
    nosedived; nose dived; sagged; waned; ebbed; dived; dove; tanked; cratered; skidded; withered; deflated; slashed; curtailed; \
    edged lower; edge lower; edging lower; inched lower; crept lower; crept down; ticked lower; nudged down; nudged lower; \
    moved lower; moving lower; drifted down; drifted lower; trended down; trended lower; slipped back; slid back; pulled back; \
    backed off; scaled back; cut back; dropped back; dropped off; dropping off; fell off; slimmed; gave up; gives up; giving up; gave way; gives way; abated; cooled; moderated; \
    regressed; tailed off; went backwards; pushed down; brought down; knocked off; chopped; dented; clipped
    change -1 1: reduction; contraction; downturn; shrinkage; loss; losses; negative growth; \
    slowdown; degrowth; de-growth; annual decline; annual decrease; annual fall; annual drop; \
    minus growth; downtick; shortening; setback; decrement; fall off; falloff; drop off; dropoff; lowering; pullback; \
    squeeze; erosion
    change 1 2: more; higher; larger; bigger; greater; wider; stronger; heavier; costlier; ahead of
    change -1 2: less; lower; fewer; smaller; narrower; weaker; short of; down on; lighter; shy of that of; behind; off the; off its; off their; off last
    change 1 3: up; upward
    change -1 3: down; downward
    change 1 4: better; improved; improve; improves; improving; improvement
    change -1 4: less favourable; less favorable; worse; worsened; worsen; worsening; deteriorated; deteriorate; deteriorating; \
    deterioration
    same: unchanged; the same as; same as; flat; little changed; stable; steady; stagnated; \
    virtually flat; almost unchanged; virtually unchanged; broadly unchanged; barely moved; barely changed; \
    remained stable; on a par with; constant
    level 1: went; goes; go; came; comes; come
    level 2: left; leaves; leave
    level: put up; puts up
    level: reached; reach; reaches; reaching; totalled; totaled; totalling; totaling; totals; \
    stood; stands; standing; amounted; amounting; amounts; hit; hits; hitting; came; came in; comes; \
    coming; was; were; is; are; be; been; being; registered; recorded; posted; worth; valued; \
    put; puts; settled; ended; ending; ran; runs; running; run; showed; shows; saw; sees; \
    estimated; reported; had; has; have; having; achieved; attained; clocked; printed; touched; \
    generated; made; making; brought; limited; left; leaving; leaves; gave; \
    giving; gives; producing; produced; yielded; yields; resulted; resulting in; measured; \
    averaged; average; averages; averaging; equalled; equaled; equals; tallied; summed; summed up; \
    remained; remains; remaining; stayed; finished; closed; set; sets; standing at; swung; swing; swinging; \
    turned; turning; moved; moving; went; goes; going; passes; swings; reverted; flipped; booked; fetched; netted; notched; chalked up; racked up; rang up; clocked up; clocked in; weighed in; \
    came out; worked out; landed; culminated; aggregated; aggregating; pegged; arrived at
    """

  /// What is traded, owed and invested; `a` as in ``ProseMeasure``.
  static let measures = """
    measure 1: exports; export; shipments; shipment; outbound goods; outgoing goods; goods sold abroad; outflow of goods; deliveries; foreign deliveries; deliveries abroad; outbound shipments; goods leaving; goods shipped abroad; goods sent abroad; goods shipped out; outward deliveries; exports abroad; foreign shipments; overseas deliveries; goods delivered abroad; export proceeds; export receipts; export income; outbound trade; outward trade; overseas orders shipped; dispatches; credits; \
    exports dispatches; nodx; export earnings; export value; export revenue; export revenues; \
    value of exports; exported goods; export sales; \
    outward shipments; sales abroad; foreign sales; overseas sales; \
    export turnover; export volume; re exports; re export; reexports; reexport; outgoing shipments; exportation; exportations; sales; export deliveries; export flows; export trade; export volumes; export shipments; overseas shipments; exporter; exporters; everything sold; everything exported; \
    all that was sold; all that was exported; everything it sold; outbound cargo; outbound cargoes; outgoing cargo; outbound consignments; \
    outbound sales; outbound deliveries; external sales; sales to foreign buyers; sales to foreign markets; consignments abroad; goods dispatched abroad; goods despatched abroad; despatches; \
    export takings; export shipments of goods; outgoing trade; goods sold to foreigners; goods going out; overseas shipment
    measure 2: importer; importers; everything bought; everything imported; all that was bought; \
    all that was imported; imports; inbound goods; incoming goods; goods bought abroad; inflow of goods; goods entering; goods arriving; goods coming in; goods brought in; goods shipped in; goods bought from abroad; goods purchased abroad; foreign goods bought; inbound trade; inward trade; import payments; import expenditure; import costs; import outlays; overseas purchases; purchases from abroad; inward deliveries; import; arrivals; purchases; inbound shipments; debits; \
    imports arrivals; import bill; import value; value of imports; imported goods; \
    import turnover; import volume; foreign purchases; import spending; \
    importation; importations; inbound cargo; inbound cargoes; incoming cargo; incoming shipments; inbound consignments; import shipments; import purchases; import deliveries; import arrivals; import flows; importing bill; import trade; purchases abroad; inward shipments; imports bill; \
    inbound deliveries; inbound purchases; incoming trade; external purchases; purchases of foreign goods; overseas buying; import spend; goods coming into the country; goods bought in; \
    goods received from abroad; deliveries from abroad; shipments from abroad; supplies from abroad
    measure 3: trade; total trade; trade volume; trade turnover; turnover; commerce; trade flows; \
    foreign trade; external trade; bilateral trade; two way trade; \
    goods traded; goods exchanged; exchange of goods; trade transactions; cross border commerce; external commerce; merchandise turnover; reciprocal trade; exports plus imports; imports plus exports; two way flows; two way goods trade; exports and imports together; commercial exchange; commercial exchanges; goods exchange; trade exchange; trade exchanges; \
    import export turnover; export import turnover; trade value; foreign trade turnover; \
    bilateral trade volume; volume of trade; value of trade; commodity turnover; \
    exports and imports combined; exports plus imports; foreign trade volume; total trade volume; \
    goods turnover; trading volume; trade transaction; mutual trade; trade relations worth; two way commerce; \
    total foreign trade; cross border trade; intra trade; foreign commerce; import and export volume; \
    total import and export volume; import and export value; total imports and exports; total exports and imports; \
    import and export; imports exports; export import; mutual turnover; trade ties worth; overall trade; commercial movement; business worth; worth of business with; \
    import export value; export import value; import export volume; export import volume; \
    export and import value; goods crossing; goods that crossed; goods which crossed; goods that cross; \
    total value of imports and exports; total goods imports and exports; total goods exports and imports; \
    total imports and exports of goods; total exports and imports of goods; goods imports and exports; goods exports and imports; total import and export value; trade in both directions; combined trade; \
    commodity trade; commodity exchange; commercial turnover; trade exchange volume; exchange of commodities; gross trade; trade throughput; two way turnover; bilateral turnover; \
    bilateral commerce; bilateral exchanges; combined exports and imports; exports and imports taken together; sum of exports and imports; sum of imports and exports
    measure 4: net :; trade balance; balance of trade; net exports; net trade; balance; \
    external balance; net balance; foreign trade balance; trading balance; trade account; \
    difference between exports and imports; difference between imports and exports; \
    difference between the two; difference between the two flows; exports less imports; exports minus imports
    balance 1: on the plus side; on the credit side; on the positive side; a plus; surplus; trade surplus; surpluses; in the black; positive balance; foreign trade surplus; \
    positive trade balance; active balance; in surplus; trading surplus; \
    external surplus; favourable balance; favorable balance; favourable trade balance; favorable trade balance; credit balance; excess of exports; excess of exports over imports; export excess; positive foreign trade balance; net surplus; trade surpluses; net services receipts; net services income; net receipts; net service income; net income from services; net services earnings; net receipts from services; net export surplus; \
    export surplus
    balance -1: on the minus side; on the debit side; on the negative side; a minus; deficit; trade deficit; deficits; gap; trade gap; shortfall; in the red; \
    negative balance; foreign trade deficit; trade shortfall; \
    negative trade balance; liability; in deficit; imbalance; trade imbalance; passive balance; \
    foreign trade gap; trading deficit; external deficit; negative foreign trade balance; net deficit; \
    trade deficits; foreign trade shortfall; import surplus; of red ink; red ink; hole; trade hole; gaps; shortfalls; adverse balance; unfavourable balance; unfavorable balance; adverse trade balance; unfavourable trade balance; unfavorable trade balance; debit balance; excess of imports; excess of imports over exports; import excess; excess imports
    measure 11: tourism receipts; tourism revenue; tourism revenues; tourism earnings; travel receipts; tourist spending; visitor spending; earnings from tourism; revenue from tourism; canal tolls; suez canal tolls; suez canal revenues; suez canal receipts; transit fees; services exports; service exports; exports of services; services credits; \
    export of services; service sector exports; services export; service export
    measure 12: travel spending abroad; tourism imports; spending on travel abroad; services imports; service imports; imports of services; services debits; \
    import of services; services import; service import
    measure 13: services trade; service trade; trade in services; services turnover; \
    trade of services; services imports and exports; service imports and exports; total services trade; \
    import and export of services; imports and exports of services
    measure 5: fdi; foreign direct investment; direct investment; foreign investment; fdi inflow; \
    fdi inflows; fdi outflows; fdi flows; investment inflows; odi; outbound investment; \
    outbound direct investment; outward direct investment; outward investment; inward investment; \
    foreign capital; foreign capital inflow; foreign capital inflows; capital inflows; \
    investment flows; inflows; outflows; inflow; outflow; actual use of foreign capital; \
    actual use of foreign investment; actually used foreign capital; utilized foreign capital; \
    inward direct investment; fdi inflow into; registered capital; disbursement; fdi disbursement; \
    fdi realisation; fdi realization; fdi equity inflow; fdi equity inflows; foreign direct investments; overseas investment; \
    overseas direct investment; investment abroad; registered fdi; disbursed fdi; disbursed capital; foreign direct investment inflows; \
    direct investment flows; outward fdi flows; inward fdi flows; paid in capital; utilised foreign investment; fdi disbursements; \
    foreign direct investment flows; flows; realised fdi; committed capital; pledged capital; investment pledges; in pledges; fdi pledges; pledged investment; pledged fdi; approved fdi; approved investment; fdi commitments; investment commitments; investment approvals; fdi approvals; share purchases; capital contributions; greenfield investment; greenfield fdi; utilised fdi; utilized fdi; realised foreign investment; realized foreign investment; realized fdi; contracted fdi; contractual foreign investment; foreign funds; fdi inward flows; fdi outward flows; capital inflow; capital outflow; capital outflows; direct investments; inward flows; outward flows; foreign direct inflows; fdi capital; investment capital
    measure 6: fdi stock; fdi stocks; stock of fdi; stock of foreign direct investment; \
    stock of direct investment; direct investment stock; direct investment stocks; \
    stocks of direct investment; inward stock; inward stocks; outward stock; outward stocks; \
    direct investment position; direct investment positions; investment stock; investment stocks; \
    stock of inward direct investment; stock of outward direct investment; inward fdi stock; \
    outward fdi stock; inward positions; outward positions; inward position; outward position; \
    stocks; stock; foreign direct investment stock; fdi position; fdi positions; stock of us direct investment; stock of inward fdi; \
    stock of outward fdi; accumulated fdi; cumulative fdi; accumulated investment; cumulative investment; direct investment assets; \
    direct investment liabilities; investment position
    measure 7: net position; net fdi position; net asset position; net investor; net direct investment position; \
    net liability position; net investment position; net international investment position
    measure 20: world economy; global economy; economy to expand; economy to grow; economy will grow; economy will expand; economy grew; economy expanded; gdp; gross domestic product; economic growth; investment realisation; investment realization; \
    ddi; domestic direct investment; domestic investment; earnings; investment; investments; realised investment; \
    remittances; current account; reserves; \
    foreign exchange reserves; revenue; revenues; contracted turnover; contract value; completed turnover; new contracts; \
    government debt; national income; greenfield announcements; greenfield project announcements; announcements of greenfield projects; \
    project finance deals; international project finance deals; cross border mergers; completed cross border mergers; \
    cross border m & a; cross border m & a sales; mergers and acquisitions; turnover of contracted projects; turnover of contracted overseas projects; \
    newly signed contracts; newly signed overseas project contracts; value of newly signed contracts; \
    current account surplus; current account deficit; current account balance; budget deficit; fiscal deficit; budget surplus; \
    budget gap
    measure 22: inflation; consumer prices; prices; price; wages; unemployment; jobless rate; tariffs; tariff; \
    interest rate; interest rates; profit; profits; retail sales; industrial output; industrial production; output; production; production forecast; manufacturing output; car production; oil production; \
    oil price; oil prices; exchange rate; cargo turnover; cargo throughput; throughput; container throughput; freight turnover; port turnover; car registrations; registrations; car sales; vehicle sales; house prices; hourly earnings; consumer spending; household spending; payrolls; orders; new orders; market capitalisation; market capitalization; turnout; interest; bank rate; key rate; core inflation; producer prices; share price; unemployment rate; policy rate; population
    coverage: coverage; coverage rate; coverage ratio; export import ratio; export / import ratio; \
    exports covered; exports met; import coverage; covered; cover ratio; export coverage; ratio of exports to imports; export to import ratio; \
    exports to imports ratio; export import coverage ratio; export import coverage; export coverage of imports; covering; proportion of imports covered by exports; \
    share of imports covered by exports; rate of exports meeting imports; ratio of exports meeting imports; exports meeting imports; \
    rate of imports covered by exports; ratio of imports covered by exports; exports' coverage of imports; ratio of exports covering imports
    flow 1: earned; earns; exported; exporting; shipped; ships; shipping; dispatched; left the country; \
    were sold abroad; went abroad; shipped out; sold abroad; left through; left by way of; \
    provided services; rendered services; supplied services; \
    took in; takes in; taking in; took home; takes home; raked in; pocketed; grossed; railed; trucked
    flow 1 1: sold; sells; selling; sell; \
    supplied; supplies; furnished; furnishes; delivered; delivers; sent; exported goods; goods went
    flow 2: received services; procured services; imported; importing; arrived; arrives; entered the country; came into the country; bought abroad; took in goods; takes in goods; that came in; which came in; that come in; were brought in; was brought in; were brought into the country
    flow 2 1: spent; spends; paid; pays; paying; bought; buys; buying; buy; purchased; received; receives; took; takes; \
    absorbed; absorbs; sourced
    flow 3: exchanged; traded; exchanging
    flow 5: foreign investors spent; direct investors spent; foreign direct investors spent; foreign firms spent; foreign companies spent; foreigners spent; foreign firms put; foreign firms brought; foreign firms invested; foreign companies put; \
    foreign companies brought; foreign companies invested; foreigners put; foreigners brought; foreigners invested; \
    foreign businesses put; foreign businesses brought; foreign investors registered; foreign investors pledged; foreign investors committed; \
    foreign investors put; foreign investors brought; foreign investors invested; foreign investors spent; foreign investors paid; foreign investors poured; foreign investors sank; foreign investors channelled; foreign firms registered; foreign companies registered; attracted; drew; drew in; invested; hosted; attracting; drawing; absorbed fdi; attracts; hosts; lured; pulled in; \
    channelled; investing
    """

  /// Shares, parts and groups.
  static let parts = """
    share 1: accounted for; accounts for; accounting for; account for; made up; makes up; \
    make up; making up; represented; represents; representing; represent; constituted; constitutes; constituting; \
    comprised; comprises; comprising; contributed; contributing; contributes; equal to; equivalent to; \
    equivalent of; corresponding to; corresponds to; corresponded to; equating to; amounts to just; \
    absorbing; responsible for; occupied; occupying; taking up; took up; amounting to some; making for; captured; captures; capturing; commanded; commands; claimed; claims; cornered; took a share of; held a share of; had a share of; with a share of; gave a share of
    share: share; shares; proportion; a share of; weight of; weight in; market share; portion; as a share of; part of; parts of
    ofWhich: of which; of these; of this; of that; among them; among these; among this; including; \
    out of which; of them; thereof; of whom; among which
    ofWhich 1: consisting of; made up of; comprised of; composed of; break down into; breaks down into; \
    broke down into; broken down into; split into; divided into; consisted of; consists of; consist of
    whole: total; overall; whole; full; all; entire; combined; aggregate; overall total; grand total; headline; worldwide; global; world; nationwide
    respectively: respectively; in that order; in turn
    former 1: former
    former 2: latter
    reverse 1: the other way; in the other direction; the opposite direction; in the opposite direction; \
    the opposite way; in return; the reverse flow; the other direction; on the other side of the ledger; in the reverse direction; the reverse direction; in the opposite sense; the opposite flow; in exchange; in the contrary direction; from there came; from there flowed
    reverse 2: the rest; the remainder; the balance being
    pronoun: it; they; its; their; them; these; both; the figure; the figures; the changes; the value; the figure for; the number; the numbers; this; those; that; one; ones
    sector 1: goods; merchandise; visible trade; visibles; commodities
    sector 2: services; service; invisibles
    sector 3: merchandise and services; goods plus services; goods as well as services; both goods and services; services and merchandise; goods and services together; goods and services combined; goods and services; goods and service; services and goods
    basis 1: seasonally adjusted; seasonally adjusted basis; adjusted; season adjusted; calendar adjusted; \
    calendar and seasonally adjusted; in seasonally adjusted terms; calendar and season adjusted
    basis 2: unadjusted; not seasonally adjusted; non seasonally adjusted; original
    basis 3: trend; trend series; trend terms; trend basis
    basis 4: in real terms; real terms; in volume terms; volume terms; chain volume; at constant prices; \
    in constant prices; constant prices; real; price adjusted; in volume; by volume; in terms of volume; inflation adjusted; chained volume
    basis 5: in terms of weight; in weight; by weight; weight; in tonnage; in quantity; in terms of quantity; quantity; in tonnes terms; tonnage
    basis 0: in terms of value; in value; by value; in value terms; in nominal terms; nominal; \
    in terms of value and weight; at current prices; in current prices; in actual prices; current prices; by current prices; value terms
    basis 6: daily average; average daily; a working day; daily average basis; per business day; \
    per calendar day; averaged per day; a daily average
    basis 7: monthly average; average monthly; on average; averaged; average; monthly mean; three month average; \
    moving average; three month moving average
    basis 8: revised; revision; a later revision; later revision; as revised; upwardly revised; downwardly revised; revised data
    basis 9: at cif prices; in cif prices; cif prices; at cif values; cif values; cif; on a cif basis; cif basis; c . i . f; c . i . f .
    basis 0 1: at fob prices; in fob prices; fob prices; at fob values; fob values; fob; on a fob basis; fob basis; customs basis; census basis; balance of payments basis; f . o . b; f . o . b .
    projection: estimate; forecast; target; projection; projected; expected; expectation; expectations; \
    market expectations; consensus; annual target; forecasts; estimates of; predicted; will reach; will hit; \
    will total; by 2030; by 2035; plans on; plans for; hopes for; aims for; aim for; wants to see; want to see; wants to draw; aims; aiming; goal; forecasting; could reach; may reach; would reach; polled; economists; analysts; \
    set to reach; can reach; could hit; hope to reach; hopes to reach; want to reach; wants to reach; aim to reach; aims to reach; plan to reach; plans to reach; expects to reach; should reach; could rise to; could climb to; could grow to; might reach; will grow to; will rise to; to be reached; aspiration; ambition; is expected; are expected; pledged to; anticipates; is forecast; are forecast; on that trend; mark; threshold; targets; targeted
    unknown 1: buyer; buyers; market; markets; destination; destinations; recipient; recipients; purchaser; purchasers
    unknown 2: supplier; suppliers; source; sources; origin; seller; sellers; vendor; vendors
    counted 1: customer; customers
    counted 0 1: km
    counted: countries; country; companies; firms; enterprises; projects; cities; people; visits; \
    visitors; passengers; trips; exhibitors; employees; workers; jobs; soldiers; students; tourists; \
    members; partners; queries; events; treaties; vehicles; units; containers; teu; teus; barrels; \
    labors; labourers; pairs; flights; ships; vessels; households; hectares; kilometres; \
    kilometers; miles; metres; meters; kilograms; kg; litres; liters; mw; gw; kwh; degrees; hours; minutes; inhabitants; residents; \
    participants; respondents; delegates; staff; agreements; items; articles; pages; seats; votes; population; users; subscribers; \
    degree; square; cubic; homes; farmers; babies; persons; passenger; head; birds; cars sold; investors; stations; shops; stores; outlets; patents
    """

  /// Times and comparisons.
  static let times = """
    month 1: january; jan; jan .
    month 2: february; feb; feb .
    month 3: march; mar; mar .
    month 4: april; apr; apr .
    month 5: may
    month 6: june; jun; jun .
    month 7: july; jul; jul .
    month 8: august; aug; aug .
    month 9: september; sep; sept; sep .; sept .
    month 10: october; oct; oct .
    month 11: november; nov; nov .
    month 12: december; dec; dec .
    timeUnit 1: month; months
    timeUnit 3: quarter; quarters; trimester
    timeUnit 6: half; half year; halves; half years; semester
    timeUnit 12: year; years; calendar year; calendar years
    timeUnit 0: day; days; week; weeks; business days; business day; working days; working day; decade; decades
    fiscal: fiscal year; financial year; fiscal; fy; marketing year; fiscal years; budget year; iranian year; \
    current fiscal year; current financial year; iranian calendar year; solar year
    calendarPart 1 3: q1; 1q
    calendarPart 4 3: q2; 2q
    calendarPart 7 3: q3; 3q
    calendarPart 10 3: q4; 4q
    calendarPart 1 6: h1; 1h
    calendarPart 7 6: h2; 2h
    calendarPart 1 9: 9m
    calendarPart 1 6: 6m
    calendarPart 1 11: 11m
    calendarPart 1 10: 10m
    calendarPart 1 8: 8m
    calendarPart 1 7: 7m
    calendarPart 1 5: 5m
    calendarPart 1 4: 4m
    calendarPart 1 2: 2m
    relative 1: a year earlier; a year ago; a year before; year earlier; one year earlier; year ago; \
    twelve months before; twelve months earlier; 12 months before; 12 months earlier; the previous year; \
    previous year; the year before; the preceding year; preceding year; prior year; a year previously; \
    same time last year; the same time last year; at the same time last year; at the same time a year earlier; at the same time a year ago; at the same time of last year; one year previously; one year prior; a year back; one year back; a year since; one year before; one year ago; the prior year; twelve months ago; 12 months ago; \
    the year previously; the previous corresponding period; a year prior; the year prior; the year earlier; \
    the year earlier period; the year ago period; year ago period; comparable year ago period; \
    the comparable year ago period; a year ago period; the year ago month; the same point last year; same stage last year
    relative 2: the same period last year; same period last year; the same period of last year; \
    same period of last year; the same period in the previous year; the same period of the previous year; \
    same period of the previous year; same period of previous year; the corresponding period of the previous year; \
    the corresponding period last year; the corresponding period of last year; corresponding period last year; \
    the same month last year; same month last year; the same month of last year; the same month of the previous year; \
    the same quarter last year; same quarter last year; the same quarter of last year; the same quarter of the previous year; \
    the same month a year earlier; the same period a year earlier; the same period a year ago; same period a year earlier; \
    the same month a year ago; the same month the previous year; the same period the previous year; \
    the same period the year before; the same month the year before; the corresponding month of the previous year; \
    the corresponding month last year; the corresponding quarter last year; the corresponding quarter of the previous year; \
    the same period of the preceding year; the equivalent period last year; the equivalent period of last year; \
    the same period a year before; the same month of the preceding year; the same quarter a year earlier; \
    the same three months a year earlier; same period previous year; the same period previous year; the like period last year; \
    same period of the year before; the same period of the year before; the same period in last year; the same period one year earlier; \
    the equivalent month last year; the same three months last year; the comparable period last year; the comparable period a year earlier
    relative 3: the same period of; the same period in; same period of; same period in; \
    the corresponding period of; the corresponding period in; corresponding period of; corresponding period in; \
    the corresponding quarter of; the corresponding month of; the like quarter of; the like month of; the like period in; the like quarter in; the like month in; the like half of; the same month of; the same month in; \
    the same quarter of; the same quarter in; the reporting interval of; the like period of; \
    the corresponding month in; the corresponding quarter in; the equivalent period of; the equivalent period in; \
    the same half of; the comparable period of; the comparable period in; comparable period of; the same timeframe in; \
    the same time in; the same months of; the same time frame of; the same nine months of; the same span of; the same months in; the similar period of; the similar period in; \
    the similar interval of; similar period of; similar interval of; the same interval of
    relative 3: the same period; same period; the corresponding period; corresponding period; the comparable period
    relative 4: the previous period; previous period; the preceding period; the prior period; \
    the previous three months; the preceding three months; the three months before; the previous three month period; \
    the prior three months; previous three months; the preceding three month period; the earlier period; \
    the previous twelve months; the preceding twelve months; the prior twelve months; the twelve months before; \
    the previous 12 months; the preceding 12 months; the prior 12 months; the previous twelve month period; \
    the preceding twelve month period; the previous nine months; the preceding nine months
    relative 5: the previous month; previous month; the month before; a month earlier; a month ago; \
    a month before; the preceding month; preceding month; the prior month; prior month; one month earlier; month earlier; the month previously; \
    the month prior; the month earlier
    relative 6: the previous quarter; previous quarter; the quarter before; a quarter earlier; \
    the preceding quarter; preceding quarter; the prior quarter; prior quarter; the quarter earlier; a quarter ago; one quarter earlier; \
    the quarter prior
    relative 7: the half year before; the previous half year; the preceding half year; the previous half; the preceding half; \
    the second half of the previous year; a half year earlier; the prior half year; the half year earlier; six months earlier; six months before; \
    the six months before; the preceding six months; the previous six months
    relative 8: the equivalent period; equivalent pre; the equivalent pre; equivalent period
    relative 9: last year; last year's
    relative 10: this year; the current year; this year's
    relative 11: last month
    relative 12: last quarter
    relative 13: since the beginning of the year; since the start of the year; since the year began; from the beginning of the year; from the start of the year; so far this year; year to date; to date; in the year to date; the year to date; so far
    relative 19: month to date; the month to date; so far this month; this month so far
    relative 14: two years earlier; two years before; two years ago
    relative 15: three months earlier; three months before; three months ago
    relative 16: a decade earlier; ten years earlier; a decade ago; ten years ago; 10 years ago
    relative 17: five years earlier; five years ago; five years before
    relative 18: three years earlier; three years ago; three years before
    matching: same; similar; corresponding; comparable; equivalent; identical; matching
    endOf: end of; the end of; end; close of; the close of; as of; as at; at end
    comparison 1: year on year; year over year; y / y; y o y; yoy; on the year; on year; on an annual basis; \
    in annual terms; year to year; on a yearly basis; annually; over the year; yr / yr; \
    year on year basis; y on y; on an annualised comparison; year on year terms; on a yearly comparison; \
    on a year on year basis; on a year over year basis; compared to the year; over a year; over one year; from the year; in annual comparison; \
    in year on year terms; yearly; at an annual pace; over twelve months; over 12 months
    comparison 1 1: annual; yearly
    comparison 2: month on month; month over month; m / m; m o m; mom; mtm; on the month; on month; \
    over the month; on a monthly basis; in monthly terms; month to month; monthly basis; m on m; in the month; over one month; \
    on a month on month basis; on a month over month basis; in month on month terms; month by month
    comparison 2 1: monthly
    comparison 3: quarter on quarter; quarter over quarter; q / q; q o q; qoq; on the quarter; \
    over the quarter; on a quarterly basis; quarter to quarter; in quarterly terms; on quarter; \
    on a quarter on quarter basis; annualized; annualised; annualized rate; annualised rate; over one quarter; q on q
    comparison 3 1: quarterly
    """

  /// Grammar words.
  static let grammar = """
    preposition 1: by
    preposition 2: to
    preposition 3: from
    preposition 4: at
    preposition 5: of
    preposition 6: in the month of; for the month of; during the month of; in the course of; in the year of; in; during; within; throughout; inside
    preposition 7: vis a vis; relative to that of; against; as against; versus; vs; vs .; compared with; compared to; \
    in comparison with; in comparison to; relative to; as compared to; as compared with; \
    by comparison with; set against; over against; compare with; compares with; compared against; \
    in comparison; as opposed to; contrasted with; in contrast to; in contrast with; compared; when compared with; \
    when compared to; comparing with; compare to; compares to; by contrast with; in relation to; up against; measured against; \
    if compared to; if compared with
    preposition 8: after; following; in the wake of
    preposition 9: than
    preposition 10: with; alongside; together with; followed by
    preposition 11: on; upon
    preposition 12: over; above; below
    preposition 13: for
    preposition 14: into
    preposition 15: between
    preposition 16: through; until; till; thru
    preposition 17: since; since then; since when
    preposition 18: as; via; per; towards; toward; across; among; under; beside; besides; beyond; despite
    conjunction 1: and; as well as; plus; &
    conjunction 2: or; i . e; i . e .; that is; namely; ie; i e
    conjunction 3: but; however; yet; although; though; instead; nevertheless
    conjunction 4: at the same time; on the other hand; by contrast; while; whereas; whilst; when; where; because; so; so that; thus; hence; thereby; therefore; which; who; since; whose; meanwhile; then; making
    negation: non; extra; outside; ex; excluding; excl; excl .; except; stripping; net of; leaving out; without
    polarity -1: minus; negative
    polarity 1: plus; positive
    filler: monday; tuesday; wednesday; thursday; friday; saturday; sunday; today; yesterday; abroad; overseas
    filler: to the tune of; the; a; an; just; only; record; slightly; sharply; very; further; another; additional; \
    modest; mere; whopping; huge; massive; new; nominal value of; value; values; worth of; amount; amount of; \
    level; levels; figure; volume; volumes; value of; sum; sum of; merely; still; also; even; already; now; \
    itself; themselves; alone; altogether; together; taken together; significantly; considerably; substantially; \
    markedly; strongly; steeply; marginally; moderately; strong; sharp; steep; slight; significant; \
    substantial; considerable; robust; solid; healthy; cumulative; cumulatively; rate; rate of; level of; \
    high; low; fresh; historic; historical; similar; mainly; chiefly; mostly; largely; relatively; \
    likewise; too; respectively the; exactly; precisely; even more; much; far; preliminary; provisional; \
    each; every; steady rate; resulting; latest; official; positive rate; all time; much more; somewhat; the equivalent of; respective; \
    previously; initially; initial; roughly speaking; customs; registered level; equally; year's; month's; in total; in all; actual; to the tune of; \
    double digit; single digit; massive rate; fast; faster; slow; slower; hefty; notable; small; big; large; sizeable; sizable; tiny; dramatic; drastic
    """
}
