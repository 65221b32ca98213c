extension AreaTable {
  /// The countries and territories of ISO 3166-1, and Kosovo, one a line:
  /// `alpha-3|alpha-2|numeric|name|in a sentence|aliases`.
  ///
  /// In a sentence: empty when it is the name, `the` when it is the name with the article.
  /// Aliases are separated by `;` and `~` stands for "Republic of" and the name. Names differ from
  /// source to source, so the list has the forms of UN Comtrade, the IMF and the World Bank, codes
  /// that ISO has withdrawn by renaming (`ROM`), and the numbers that Comtrade gives to
  /// customs areas larger than the country (`842`). Spelling, case and order of the words are
  /// dealt with by ``AreaKey``.
  static let countries = """
    ABW|AW|533|Aruba||Aruba, Kingdom of the Netherlands
    AFG|AF|004|Afghanistan||Islamic Republic of Afghanistan
    AGO|AO|024|Angola
    AIA|AI|660|Anguilla
    ALA|AX|248|Åland Islands|the|Aland
    ALB|AL|008|Albania
    AND|AD|020|Andorra||ADO;Principality of Andorra
    ARE|AE|784|United Arab Emirates|the|UAE;Emirates
    ARG|AR|032|Argentina
    ARM|AM|051|Armenia||~
    ASM|AS|016|American Samoa
    ATA|AQ|010|Antarctica
    ATF|TF|260|French Southern Territories|the|French Southern and Antarctic Territories
    ATG|AG|028|Antigua and Barbuda
    AUS|AU|036|Australia
    AUT|AT|040|Austria
    AZE|AZ|031|Azerbaijan||~
    BDI|BI|108|Burundi
    BEL|BE|056|Belgium||Kingdom of Belgium
    BEN|BJ|204|Benin||DHY;Dahomey
    BES|BQ|535|Bonaire, Sint Eustatius and Saba||Bonaire;Caribbean Netherlands
    BFA|BF|854|Burkina Faso||HVO;Upper Volta
    BGD|BD|050|Bangladesh
    BGR|BG|100|Bulgaria||~
    BHR|BH|048|Bahrain||Kingdom of Bahrain
    BHS|BS|044|Bahamas|the
    BIH|BA|070|Bosnia and Herzegovina||Bosnia Herzegovina;Bosnia
    BLM|BL|652|Saint Barthélemy
    BLR|BY|112|Belarus||~
    BLZ|BZ|084|Belize
    BMU|BM|060|Bermuda
    BOL|BO|068|Bolivia||Plurinational State of Bolivia
    BRA|BR|076|Brazil
    BRB|BB|052|Barbados
    BRN|BN|096|Brunei||Brunei Darussalam
    BTN|BT|064|Bhutan
    BVT|BV|074|Bouvet Island
    BWA|BW|072|Botswana
    CAF|CF|140|Central African Republic|the
    CAN|CA|124|Canada
    CCK|CC|166|Cocos (Keeling) Islands|the|Cocos Islands;Keeling Islands
    CHE|CH|756|Switzerland||757;Switzerland, Liechtenstein
    CHL|CL|152|Chile
    CHN|CN|156|China||PRC;PR China;People's Republic of China;Mainland China;\
    China, P.R.: Mainland
    CIV|CI|384|Côte d'Ivoire||Ivory Coast
    CMR|CM|120|Cameroon
    COD|CD|180|Democratic Republic of the Congo|the|ZAR;Zaire;DR Congo;DRC;Congo-Kinshasa
    COG|CG|178|Republic of the Congo|the|Congo;Congo-Brazzaville
    COK|CK|184|Cook Islands|the
    COL|CO|170|Colombia
    COM|KM|174|Comoros|the|Union of the Comoros
    CPV|CV|132|Cabo Verde||Cape Verde
    CRI|CR|188|Costa Rica
    CUB|CU|192|Cuba
    CUW|CW|531|Curaçao||Curaçao, Kingdom of the Netherlands
    CXR|CX|162|Christmas Island
    CYM|KY|136|Cayman Islands|the
    CYP|CY|196|Cyprus||~
    CZE|CZ|203|Czechia||Czech Republic
    DEU|DE|276|Germany||Federal Republic of Germany
    DJI|DJ|262|Djibouti
    DMA|DM|212|Dominica||Commonwealth of Dominica
    DNK|DK|208|Denmark||Kingdom of Denmark
    DOM|DO|214|Dominican Republic|the
    DZA|DZ|012|Algeria
    ECU|EC|218|Ecuador
    EGY|EG|818|Egypt||Arab Republic of Egypt
    ERI|ER|232|Eritrea||State of Eritrea
    ESH|EH|732|Western Sahara
    ESP|ES|724|Spain||Kingdom of Spain
    EST|EE|233|Estonia||~
    ETH|ET|231|Ethiopia||Federal Democratic Republic of Ethiopia
    FIN|FI|246|Finland
    FJI|FJ|242|Fiji||~
    FLK|FK|238|Falkland Islands|the|Falkland Islands (Malvinas);Malvinas
    FRA|FR|250|France||251;France, Monaco;French Republic
    FRO|FO|234|Faroe Islands|the|Faeroe Islands;Faroes
    FSM|FM|583|Micronesia||Federated States of Micronesia;FS Micronesia;Micronesia, Fed. Sts.
    GAB|GA|266|Gabon
    GBR|GB|826|United Kingdom|the|UK;Great Britain;Britain;\
    United Kingdom of Great Britain and Northern Ireland
    GEO|GE|268|Georgia
    GGY|GG|831|Guernsey
    GHA|GH|288|Ghana
    GIB|GI|292|Gibraltar
    GIN|GN|324|Guinea
    GLP|GP|312|Guadeloupe
    GMB|GM|270|Gambia|the
    GNB|GW|624|Guinea-Bissau
    GNQ|GQ|226|Equatorial Guinea||~
    GRC|GR|300|Greece||EL;Hellenic Republic
    GRD|GD|308|Grenada
    GRL|GL|304|Greenland
    GTM|GT|320|Guatemala
    GUF|GF|254|French Guiana
    GUM|GU|316|Guam
    GUY|GY|328|Guyana
    HKG|HK|344|Hong Kong||Hong Kong SAR;Hong Kong, China;Hong Kong SAR, China;\
    China, P.R.: Hong Kong
    HMD|HM|334|Heard Island and McDonald Islands
    HND|HN|340|Honduras
    HRV|HR|191|Croatia||~
    HTI|HT|332|Haiti
    HUN|HU|348|Hungary
    IDN|ID|360|Indonesia||~
    IMN|IM|833|Isle of Man|the|IMY
    IND|IN|356|India||699
    IOT|IO|086|British Indian Ocean Territory|the
    IRL|IE|372|Ireland||~
    IRN|IR|364|Iran||Islamic Republic of Iran
    IRQ|IQ|368|Iraq
    ISL|IS|352|Iceland
    ISR|IL|376|Israel
    ITA|IT|380|Italy||381
    JAM|JM|388|Jamaica
    JEY|JE|832|Jersey
    JOR|JO|400|Jordan
    JPN|JP|392|Japan
    KAZ|KZ|398|Kazakhstan||~
    KEN|KE|404|Kenya
    KGZ|KG|417|Kyrgyzstan||Kyrgyz Republic
    KHM|KH|116|Cambodia
    KIR|KI|296|Kiribati
    KNA|KN|659|Saint Kitts and Nevis
    KOR|KR|410|South Korea||ROK;Korea;Republic of Korea
    KWT|KW|414|Kuwait
    LAO|LA|418|Laos||Lao People's Democratic Republic;Lao PDR
    LBN|LB|422|Lebanon
    LBR|LR|430|Liberia
    LBY|LY|434|Libya
    LCA|LC|662|Saint Lucia
    LIE|LI|438|Liechtenstein
    LKA|LK|144|Sri Lanka
    LSO|LS|426|Lesotho||Kingdom of Lesotho
    LTU|LT|440|Lithuania||~
    LUX|LU|442|Luxembourg||Grand Duchy of Luxembourg
    LVA|LV|428|Latvia||~
    MAC|MO|446|Macao||Macau;Macao SAR;Macao, China;Macao SAR, China;China, P.R.: Macao
    MAF|MF|663|Saint Martin||Saint Martin (French part)
    MAR|MA|504|Morocco
    MCO|MC|492|Monaco
    MDA|MD|498|Moldova||~
    MDG|MG|450|Madagascar||~
    MDV|MV|462|Maldives|the
    MEX|MX|484|Mexico
    MHL|MH|584|Marshall Islands|the|~
    MKD|MK|807|North Macedonia||~;Macedonia;FYROM;The former Yugoslav Republic of Macedonia
    MLI|ML|466|Mali
    MLT|MT|470|Malta
    MMR|MM|104|Myanmar||BUR;Burma
    MNE|ME|499|Montenegro
    MNG|MN|496|Mongolia
    MNP|MP|580|Northern Mariana Islands|the|N. Mariana Isds
    MOZ|MZ|508|Mozambique||~
    MRT|MR|478|Mauritania||Islamic Republic of Mauritania
    MSR|MS|500|Montserrat
    MTQ|MQ|474|Martinique
    MUS|MU|480|Mauritius
    MWI|MW|454|Malawi
    MYS|MY|458|Malaysia
    MYT|YT|175|Mayotte
    NAM|NA|516|Namibia
    NCL|NC|540|New Caledonia
    NER|NE|562|Niger
    NFK|NF|574|Norfolk Island
    NGA|NG|566|Nigeria
    NIC|NI|558|Nicaragua
    NIU|NU|570|Niue
    NLD|NL|528|Netherlands|the|Kingdom of the Netherlands;Holland
    NOR|NO|578|Norway||579;Norway, Svalbard and Jan Mayen
    NPL|NP|524|Nepal
    NRU|NR|520|Nauru||~
    NZL|NZ|554|New Zealand
    OMN|OM|512|Oman
    PAK|PK|586|Pakistan
    PAN|PA|591|Panama
    PCN|PN|612|Pitcairn||Pitcairn Islands
    PER|PE|604|Peru
    PHL|PH|608|Philippines|the
    PLW|PW|585|Palau||~
    PNG|PG|598|Papua New Guinea
    POL|PL|616|Poland||~
    PRI|PR|630|Puerto Rico
    PRK|KP|408|North Korea||DPRK;Democratic People's Republic of Korea;Korea, Dem. People's Rep.
    PRT|PT|620|Portugal
    PRY|PY|600|Paraguay
    PSE|PS|275|Palestine||WBG;State of Palestine;West Bank and Gaza;Palestinian Territory;\
    Occupied Palestinian Territory
    PYF|PF|258|French Polynesia
    QAT|QA|634|Qatar
    REU|RE|638|Réunion
    ROU|RO|642|Romania||ROM
    RUS|RU|643|Russia||Russian Federation
    RWA|RW|646|Rwanda
    SAU|SA|682|Saudi Arabia||Kingdom of Saudi Arabia
    SDN|SD|729|Sudan
    SEN|SN|686|Senegal
    SGP|SG|702|Singapore
    SGS|GS|239|South Georgia and the South Sandwich Islands
    SHN|SH|654|Saint Helena, Ascension and Tristan da Cunha||Saint Helena
    SJM|SJ|744|Svalbard and Jan Mayen
    SLB|SB|090|Solomon Islands|the
    SLE|SL|694|Sierra Leone
    SLV|SV|222|El Salvador
    SMR|SM|674|San Marino||~
    SOM|SO|706|Somalia
    SPM|PM|666|Saint Pierre and Miquelon
    SRB|RS|688|Serbia||~
    SSD|SS|728|South Sudan||~
    STP|ST|678|São Tomé and Príncipe||Democratic Republic of São Tomé and Príncipe
    SUR|SR|740|Suriname
    SVK|SK|703|Slovakia||Slovak Republic
    SVN|SI|705|Slovenia||~
    SWE|SE|752|Sweden
    SWZ|SZ|748|Eswatini||Swaziland;Kingdom of Eswatini
    SXM|SX|534|Sint Maarten||Sint Maarten (Dutch part);Sint Maarten, Kingdom of the Netherlands
    SYC|SC|690|Seychelles||~
    SYR|SY|760|Syria||Syrian Arab Republic
    TCA|TC|796|Turks and Caicos Islands|the
    TCD|TD|148|Chad
    TGO|TG|768|Togo
    THA|TH|764|Thailand
    TJK|TJ|762|Tajikistan||~
    TKL|TK|772|Tokelau
    TKM|TM|795|Turkmenistan
    TLS|TL|626|Timor-Leste||TMP;East Timor;Democratic Republic of Timor-Leste
    TON|TO|776|Tonga
    TTO|TT|780|Trinidad and Tobago
    TUN|TN|788|Tunisia
    TUR|TR|792|Türkiye||~;Turkey
    TUV|TV|798|Tuvalu
    TWN|TW|158|Taiwan||490;Chinese Taipei;Taiwan, China;Taiwan, Province of China;\
    Other Asia, nes;Other Asia, not elsewhere specified
    TZA|TZ|834|Tanzania||United Republic of Tanzania
    UGA|UG|800|Uganda
    UKR|UA|804|Ukraine
    UMI|UM|581|United States Minor Outlying Islands|the
    URY|UY|858|Uruguay
    USA|US|840|United States|the|842;U.S.;U.S.A.;United States of America;America
    UZB|UZ|860|Uzbekistan||~
    VAT|VA|336|Vatican City|the Holy See|Holy See;Vatican;Holy See (Vatican City State)
    VCT|VC|670|Saint Vincent and the Grenadines
    VEN|VE|862|Venezuela||Bolivarian Republic of Venezuela;Venezuela, RB;\
    Venezuela, República Bolivariana de
    VGB|VG|092|British Virgin Islands|the|Br. Virgin Isds
    VIR|VI|850|US Virgin Islands|the|Virgin Islands (U.S.);United States Virgin Islands
    VNM|VN|704|Vietnam
    VUT|VU|548|Vanuatu||NHB;New Hebrides
    WLF|WF|876|Wallis and Futuna||Wallis and Futuna Islands
    WSM|WS|882|Samoa||Western Samoa
    XKX|XK||Kosovo||KSV;XKO;UVK;~
    YEM|YE|887|Yemen||~
    ZAF|ZA|710|South Africa
    ZMB|ZM|894|Zambia
    ZWE|ZW|716|Zimbabwe||RHO;Rhodesia
    """
}
