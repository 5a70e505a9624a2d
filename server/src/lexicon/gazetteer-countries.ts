/**
 * Countries as data: code, name, seat of government, what its people and things are called, other names.
 * Knows facts of common reference only; how they are looked up stands in gazetteer.ts.
 *
 * One line a country: `code|name|capitals|adjectives and peoples|other names|other cities`, lists with commas.
 * The first capital is the one that stands for the government.
 */
export const countryLines = `
AF|Afghanistan|Kabul|Afghan,Afghans||Kandahar,Herat
AL|Albania|Tirana|Albanian,Albanians||
DZ|Algeria|Algiers|Algerian,Algerians||Oran
AD|Andorra|Andorra la Vella|Andorran,Andorrans||
AO|Angola|Luanda|Angolan,Angolans||
AG|Antigua and Barbuda|St John's|Antiguan,Antiguans|Antigua|
AR|Argentina|Buenos Aires|Argentine,Argentinian,Argentines,Argentinians||Cordoba,Rosario
AM|Armenia|Yerevan|Armenian,Armenians||
AU|Australia|Canberra|Australian,Australians||Sydney,Melbourne,Brisbane,Perth,Adelaide,Hobart,Darwin
AT|Austria|Vienna|Austrian,Austrians||Graz,Salzburg,Innsbruck,Linz
AZ|Azerbaijan|Baku|Azerbaijani,Azerbaijanis,Azeri||
BS|Bahamas|Nassau|Bahamian,Bahamians|The Bahamas|
BH|Bahrain|Manama|Bahraini,Bahrainis||
BD|Bangladesh|Dhaka|Bangladeshi,Bangladeshis||Chittagong
BB|Barbados|Bridgetown|Barbadian,Barbadians,Bajan||
BY|Belarus|Minsk|Belarusian,Belarusians,Belarussian||
BE|Belgium|Brussels|Belgian,Belgians||Antwerp,Ghent,Bruges,Liège
BZ|Belize|Belmopan|Belizean,Belizeans||
BJ|Benin|Porto-Novo|Beninese||Cotonou
BT|Bhutan|Thimphu|Bhutanese||
BO|Bolivia|La Paz,Sucre|Bolivian,Bolivians||Santa Cruz
BA|Bosnia and Herzegovina|Sarajevo|Bosnian,Bosnians|Bosnia,Bosnia-Herzegovina|
BW|Botswana|Gaborone|Botswanan,Batswana||
BR|Brazil|Brasília|Brazilian,Brazilians||São Paulo,Rio de Janeiro,Belém,Salvador,Manaus
BN|Brunei|Bandar Seri Begawan|Bruneian,Bruneians|Brunei Darussalam|
BG|Bulgaria|Sofia|Bulgarian,Bulgarians||Varna,Plovdiv
BF|Burkina Faso|Ouagadougou|Burkinabe||
BI|Burundi|Gitega|Burundian,Burundians||Bujumbura
CV|Cabo Verde|Praia|Cape Verdean,Cape Verdeans,Cabo Verdean|Cape Verde|
KH|Cambodia|Phnom Penh|Cambodian,Cambodians||
CM|Cameroon|Yaoundé|Cameroonian,Cameroonians||Douala
CA|Canada|Ottawa|Canadian,Canadians||Toronto,Montreal,Vancouver,Calgary,Halifax,Quebec City,Winnipeg
CF|Central African Republic|Bangui|Central African|CAR|
TD|Chad|N'Djamena|Chadian,Chadians||
CL|Chile|Santiago|Chilean,Chileans||Valparaíso
CN|China|Beijing|Chinese|People's Republic of China,PRC|Shanghai,Guangzhou,Shenzhen,Wuhan,Hong Kong,Chengdu
CO|Colombia|Bogotá|Colombian,Colombians||Medellín,Cartagena,Cali
KM|Comoros|Moroni|Comorian,Comorians||
CG|Congo|Brazzaville|Congolese|Republic of the Congo,Republic of Congo|
CD|Democratic Republic of the Congo|Kinshasa||DR Congo,DRC,Democratic Republic of Congo|Goma
CR|Costa Rica|San José|Costa Rican,Costa Ricans||
CI|Côte d'Ivoire|Yamoussoukro|Ivorian,Ivorians|Ivory Coast|Abidjan
HR|Croatia|Zagreb|Croatian,Croatians,Croat,Croats||Split,Dubrovnik
CU|Cuba|Havana|Cuban,Cubans||
CY|Cyprus|Nicosia|Cypriot,Cypriots||Limassol,Larnaca
CZ|Czechia|Prague|Czech,Czechs|Czech Republic|Brno,Ostrava
DK|Denmark|Copenhagen|Danish,Dane,Danes||Aarhus,Odense
DJ|Djibouti|Djibouti City|Djiboutian,Djiboutians||
DM|Dominica|Roseau|||
DO|Dominican Republic|Santo Domingo|Dominican,Dominicans||
EC|Ecuador|Quito|Ecuadorian,Ecuadorians,Ecuadorean||Guayaquil
EG|Egypt|Cairo|Egyptian,Egyptians||Alexandria,Sharm el-Sheikh
SV|El Salvador|San Salvador|Salvadoran,Salvadorans||
GQ|Equatorial Guinea|Malabo|Equatoguinean||
ER|Eritrea|Asmara|Eritrean,Eritreans||
EE|Estonia|Tallinn|Estonian,Estonians||Tartu
SZ|Eswatini|Mbabane|Swazi,Swazis|Swaziland|
ET|Ethiopia|Addis Ababa|Ethiopian,Ethiopians||
FJ|Fiji|Suva|Fijian,Fijians||
FI|Finland|Helsinki|Finnish,Finn,Finns||Tampere,Turku,Espoo
FR|France|Paris|French,Frenchman,Frenchwoman,Frenchmen||Marseille,Lyon,Strasbourg,Nice,Toulouse,Lille,Bordeaux,Nantes
GA|Gabon|Libreville|Gabonese||
GM|Gambia|Banjul|Gambian,Gambians|The Gambia|
GE|Georgia|Tbilisi|Georgian,Georgians||Batumi
DE|Germany|Berlin|German,Germans|Federal Republic of Germany|Hamburg,Munich,Cologne,Frankfurt,Stuttgart,Bonn,Leipzig,Dresden,Bremen
GH|Ghana|Accra|Ghanaian,Ghanaians||
GR|Greece|Athens|Greek,Greeks|Hellenic Republic|Thessaloniki,Piraeus
GD|Grenada|St George's|Grenadian,Grenadians||
GT|Guatemala|Guatemala City|Guatemalan,Guatemalans||
GN|Guinea|Conakry|Guinean,Guineans||
GW|Guinea-Bissau|Bissau|||
GY|Guyana|Georgetown|Guyanese||
HT|Haiti|Port-au-Prince|Haitian,Haitians||
HN|Honduras|Tegucigalpa|Honduran,Hondurans||
HU|Hungary|Budapest|Hungarian,Hungarians||Debrecen
IS|Iceland|Reykjavik|Icelandic,Icelander,Icelanders||
IN|India|New Delhi,Delhi|Indian,Indians||Mumbai,Bangalore,Bengaluru,Kolkata,Chennai,Hyderabad
ID|Indonesia|Jakarta|Indonesian,Indonesians||Bali,Surabaya
IR|Iran|Tehran|Iranian,Iranians|Islamic Republic of Iran|Isfahan
IQ|Iraq|Baghdad|Iraqi,Iraqis||Basra,Mosul,Erbil
IE|Ireland|Dublin|Irish,Irishman,Irishwoman|Republic of Ireland|Cork,Galway,Limerick
IL|Israel|Jerusalem|Israeli,Israelis||Tel Aviv,Haifa
IT|Italy|Rome|Italian,Italians||Milan,Naples,Turin,Florence,Venice,Genoa,Palermo,Bologna,Trieste
JM|Jamaica|Kingston|Jamaican,Jamaicans||
JP|Japan|Tokyo|Japanese||Osaka,Kyoto,Hiroshima,Nagasaki,Yokohama
JO|Jordan|Amman|Jordanian,Jordanians||
KZ|Kazakhstan|Astana|Kazakh,Kazakhs,Kazakhstani||Almaty
KE|Kenya|Nairobi|Kenyan,Kenyans||Mombasa
KI|Kiribati|Tarawa|I-Kiribati||
XK|Kosovo|Pristina|Kosovar,Kosovars||
KW|Kuwait|Kuwait City|Kuwaiti,Kuwaitis||
KG|Kyrgyzstan|Bishkek|Kyrgyz||
LA|Laos|Vientiane|Lao,Laotian,Laotians|Lao People's Democratic Republic|
LV|Latvia|Riga|Latvian,Latvians||
LB|Lebanon|Beirut|Lebanese||
LS|Lesotho|Maseru|Basotho||
LR|Liberia|Monrovia|Liberian,Liberians||
LY|Libya|Tripoli|Libyan,Libyans||Benghazi
LI|Liechtenstein|Vaduz|Liechtensteiner||
LT|Lithuania|Vilnius|Lithuanian,Lithuanians||Kaunas
LU|Luxembourg|Luxembourg City|Luxembourgish,Luxembourger,Luxembourgers||
MG|Madagascar|Antananarivo|Malagasy,Madagascan||Toamasina
MW|Malawi|Lilongwe|Malawian,Malawians||Blantyre
MY|Malaysia|Kuala Lumpur|Malaysian,Malaysians||Penang
MV|Maldives|Malé|Maldivian,Maldivians||
ML|Mali|Bamako|Malian,Malians||Timbuktu
MT|Malta|Valletta|Maltese||
MH|Marshall Islands|Majuro|Marshallese||
MR|Mauritania|Nouakchott|Mauritanian,Mauritanians||
MU|Mauritius|Port Louis|Mauritian,Mauritians||
MX|Mexico|Mexico City|Mexican,Mexicans||Guadalajara,Monterrey,Cancún,Tijuana
FM|Micronesia|Palikir|Micronesian,Micronesians|Federated States of Micronesia|
MD|Moldova|Chisinau|Moldovan,Moldovans|Republic of Moldova|
MC|Monaco|Monaco-Ville|Monegasque||
MN|Mongolia|Ulaanbaatar|Mongolian,Mongolians||
ME|Montenegro|Podgorica|Montenegrin,Montenegrins||
MA|Morocco|Rabat|Moroccan,Moroccans||Casablanca,Marrakesh,Marrakech,Tangier
MZ|Mozambique|Maputo|Mozambican,Mozambicans||Beira
MM|Myanmar|Naypyidaw|Burmese|Burma|Yangon
NA|Namibia|Windhoek|Namibian,Namibians||
NR|Nauru|Yaren|Nauruan,Nauruans||
NP|Nepal|Kathmandu|Nepali,Nepalese,Nepalis||
NL|Netherlands|The Hague,Amsterdam|Dutch,Dutchman,Dutchwoman|The Netherlands,Holland|Rotterdam,Utrecht,Eindhoven
NZ|New Zealand|Wellington|New Zealander,New Zealanders||Auckland,Christchurch
NI|Nicaragua|Managua|Nicaraguan,Nicaraguans||
NE|Niger|Niamey|Nigerien,Nigeriens||
NG|Nigeria|Abuja|Nigerian,Nigerians||Lagos,Kano
KP|North Korea|Pyongyang|North Korean,North Koreans|Democratic People's Republic of Korea,DPRK|
MK|North Macedonia|Skopje|Macedonian,Macedonians|Macedonia|
NO|Norway|Oslo|Norwegian,Norwegians||Bergen,Trondheim,Tromsø,Stavanger
OM|Oman|Muscat|Omani,Omanis||
PK|Pakistan|Islamabad|Pakistani,Pakistanis||Karachi,Lahore
PW|Palau|Ngerulmud|Palauan,Palauans||
PS|Palestine|Ramallah|Palestinian,Palestinians|Palestinian Authority|Gaza City
PA|Panama|Panama City|Panamanian,Panamanians||
PG|Papua New Guinea|Port Moresby|Papua New Guinean||
PY|Paraguay|Asunción|Paraguayan,Paraguayans||
PE|Peru|Lima|Peruvian,Peruvians||
PH|Philippines|Manila|Filipino,Filipinos,Philippine|The Philippines|Davao
PL|Poland|Warsaw|Polish,Pole,Poles||Kraków,Krakow,Gdańsk,Gdansk,Łódź,Wrocław
PT|Portugal|Lisbon|Portuguese||Porto,Coimbra,Faro
QA|Qatar|Doha|Qatari,Qataris||
RO|Romania|Bucharest|Romanian,Romanians||Constanța,Cluj
RU|Russia|Moscow|Russian,Russians|Russian Federation|St Petersburg,Saint Petersburg,Vladivostok,Sochi
RW|Rwanda|Kigali|Rwandan,Rwandans||
KN|Saint Kitts and Nevis|Basseterre||St Kitts and Nevis|
LC|Saint Lucia|Castries|St Lucian|St Lucia|
VC|Saint Vincent and the Grenadines|Kingstown|Vincentian|St Vincent and the Grenadines|
WS|Samoa|Apia|Samoan,Samoans||
SM|San Marino||Sammarinese||
ST|São Tomé and Príncipe|São Tomé||Sao Tome and Principe|
SA|Saudi Arabia|Riyadh|Saudi,Saudis,Saudi Arabian||Jeddah,Mecca,Medina
SN|Senegal|Dakar|Senegalese||
RS|Serbia|Belgrade|Serbian,Serbians,Serb,Serbs||Novi Sad
SC|Seychelles|Victoria|Seychellois||
SL|Sierra Leone|Freetown|Sierra Leonean,Sierra Leoneans||
SG|Singapore||Singaporean,Singaporeans||
SK|Slovakia|Bratislava|Slovak,Slovaks,Slovakian||Košice
SI|Slovenia|Ljubljana|Slovenian,Slovenians,Slovene,Slovenes||
SB|Solomon Islands|Honiara|Solomon Islander||
SO|Somalia|Mogadishu|Somali,Somalis||
ZA|South Africa|Pretoria|South African,South Africans||Cape Town,Johannesburg,Durban
KR|South Korea|Seoul|South Korean,South Koreans,Korean,Koreans|Republic of Korea,ROK|Busan,Incheon
SS|South Sudan|Juba|South Sudanese||
ES|Spain|Madrid|Spanish,Spaniard,Spaniards||Barcelona,Valencia,Seville,Bilbao,Vigo,Málaga
LK|Sri Lanka|Colombo|Sri Lankan,Sri Lankans||Kandy
SD|Sudan|Khartoum|Sudanese||Port Sudan
SR|Suriname|Paramaribo|Surinamese||
SE|Sweden|Stockholm|Swedish,Swede,Swedes||Gothenburg,Malmö,Uppsala
CH|Switzerland|Bern|Swiss|Swiss Confederation|Geneva,Zurich,Zürich,Basel,Lausanne,Davos
SY|Syria|Damascus|Syrian,Syrians|Syrian Arab Republic|Aleppo,Homs
TW|Taiwan|Taipei|Taiwanese||
TJ|Tajikistan|Dushanbe|Tajik,Tajiks||
TZ|Tanzania|Dodoma|Tanzanian,Tanzanians|United Republic of Tanzania|Dar es Salaam,Arusha
TH|Thailand|Bangkok|Thai,Thais||Phuket
TL|Timor-Leste|Dili|Timorese|East Timor|
TG|Togo|Lomé|Togolese||
TO|Tonga|Nuku'alofa|Tongan,Tongans||
TT|Trinidad and Tobago|Port of Spain|Trinidadian,Trinidadians|Trinidad|
TN|Tunisia|Tunis|Tunisian,Tunisians||Sfax
TR|Türkiye|Ankara|Turkish,Turk,Turks|Turkey|Istanbul,Izmir,Antalya
TM|Turkmenistan|Ashgabat|Turkmen||
TV|Tuvalu|Funafuti|Tuvaluan,Tuvaluans||
UG|Uganda|Kampala|Ugandan,Ugandans||Entebbe
UA|Ukraine|Kyiv,Kiev|Ukrainian,Ukrainians||Odesa,Odessa,Kharkiv,Lviv,Mariupol
AE|United Arab Emirates|Abu Dhabi|Emirati,Emiratis|UAE|Dubai
GB|United Kingdom|London|British,Briton,Britons,Brit,Brits|UK,U.K.,Britain,Great Britain|Manchester,Birmingham,Liverpool,Leeds,Bristol,Glasgow,Edinburgh,Cardiff,Belfast,Swansea,Sheffield
US|United States|Washington,Washington DC,Washington D.C.|American,Americans|US,U.S.,USA,U.S.A.,America,United States of America|New York,Los Angeles,Chicago,San Francisco,Boston,Seattle,Houston,Miami,Philadelphia,Atlanta,Detroit,Denver
UY|Uruguay|Montevideo|Uruguayan,Uruguayans||
UZ|Uzbekistan|Tashkent|Uzbek,Uzbeks||Samarkand
VU|Vanuatu|Port Vila|Ni-Vanuatu||
VA|Vatican City||Vatican|Holy See,Vatican|
VE|Venezuela|Caracas|Venezuelan,Venezuelans||
VN|Vietnam|Hanoi|Vietnamese|Viet Nam|Ho Chi Minh City
YE|Yemen|Sanaa,Sana'a|Yemeni,Yemenis||Aden
ZM|Zambia|Lusaka|Zambian,Zambians||
ZW|Zimbabwe|Harare|Zimbabwean,Zimbabweans||
GL|Greenland|Nuuk|Greenlandic,Greenlander,Greenlanders||
FO|Faroe Islands|Tórshavn|Faroese|Faroes|
SCT|Scotland||Scottish,Scot,Scots||
WLS|Wales||Welsh||
NIR|Northern Ireland||Northern Irish||
ENG|England||English,Englishman,Englishmen||
`;
