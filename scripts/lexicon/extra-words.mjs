/**
 * Words of policy and news prose that WordNet lacks but the embeddings have: newer things, pronouns, compounds.
 * Those without a vector are skipped.
 */
export const EXTRA_WORDS = (
  "everyone everybody anyone anybody ceasefire bailout eurozone roadmap payout rollout frontrunner smartphone bluetooth broadband wifi wi-fi " +
  "online offline website webpage email e-mail app blog blogger hacker malware ransomware spyware phishing cybersecurity cyberattack cyberspace cybercrime " +
  "bitcoin cryptocurrency blockchain fintech startup start-up crowdfunding microfinance outsourcing offshoring biofuel bioenergy ethanol decarbonization " +
  "photovoltaic solar-powered wastewater groundwater rainwater stormwater landfill e-waste biodiversity ecosystem reforestation afforestation " +
  "healthcare childcare caregiver eldercare telemedicine vaccine biotech biotechnology genomics genome retroviral antiviral antibiotic pandemic lockdown " +
  "quarantine coronavirus booster outpatient inpatient hospitalization co-founder co-operation re-election vice-president vice-chairman governorate " +
  "secretary-general director-general decision-making state-owned state-run non-profit nonprofit nongovernmental non-governmental intergovernmental interagency " +
  "stakeholder policymaker policymaking lawmaking rulemaking policymakers whistleblower watchdog ombudsman eurosceptic euroskeptic bipartisan bipartisanship statehood " +
  "supranational subregion sectoral cross-border transboundary socio-economic socioeconomic low-income high-income high-quality high-profile third-party " +
  "peacekeeper peacekeeping landmine airstrike air-strike airbase gunship warhead frontline taskforce drone uav counterterrorism counter-terrorism hostage-taker " +
  "caseload workload timeframe timetable timeline midyear year-end overcapacity affordability sustainability competitiveness interoperability traceability " +
  "infrastructural reinvestment underpaid overpaid treatable searchable downloadable keyword toolkit webcast podcast livestream chipmaker drugmaker carmaker " +
  "automaker lawmaker airliner supermarket hypermarket sharemarket stockpile foodstuff dairy aquaculture fishery livestock pesticide herbicide heatwave wildfire flooding " +
  "infill upzoning brownfield greenfield commuter intercity railcar tramway cycleway carsharing carpool e-bike scooter motorway airfare " +
  "undersecretary subcommittee plenary rapporteur interpreter delegation attaché non-binding nonbinding co-sponsor co-host apprenticeship internship traineeship vocational " +
  "jobseeker joblessness homelessness pensioner breadwinner single-parent same-sex migrant asylum-seeker deportation resettlement refugee trafficker " +
  "deepfake chatbot algorithm algorithmic encryption semiconductor supercomputer quantum nanotechnology robotics telecom telecoms spectrum handset 5g 4g 3g " +
  "geopolitical geopolitics multilateral multilateralism unilateral plurilateral trilateral tariff dumping anti-dumping antidumping countervailing " +
  "gluten allergen salmonella listeria norovirus mislabel traceable undeclared"
)
  .split(" ")
  .filter((word, i, all) => /^[a-z]+(-[a-z]+)*$/.test(word) && all.indexOf(word) === i);
