/**
 * International bodies and offices as data. Knows facts of common reference only.
 *
 * One line a body: `name|acronyms|other names`, lists with commas; `@` before another name marks a metonym,
 * the town or house whose name stands for it.
 */
export const bodyLines = `
European Union|EU,E.U.|the Union,the bloc,the Twenty-Seven,@Brussels
European Commission|EC|the Commission,the EU executive,@Brussels,@the Berlaymont
European Parliament|EP|@Strasbourg
European Council|EUCO|
Council of the European Union||the EU Council
European Central Bank|ECB|@Frankfurt
European Court of Justice|ECJ,CJEU|Court of Justice of the European Union,@Luxembourg
European Court of Human Rights|ECHR,ECtHR|@Strasbourg
European Investment Bank|EIB|
Council of Europe|CoE|
United Nations|UN,U.N.|the UN Organization,@New York
UN General Assembly|UNGA|General Assembly,United Nations General Assembly
UN Security Council|UNSC|Security Council,United Nations Security Council
UN Refugee Agency|UNHCR|Office of the United Nations High Commissioner for Refugees,United Nations High Commissioner for Refugees,UN High Commissioner for Refugees
UN Human Rights Office|OHCHR|
UN Children's Fund|UNICEF|United Nations Children's Fund
UN Development Programme|UNDP|United Nations Development Programme
UN Environment Programme|UNEP|United Nations Environment Programme
UN Office for the Coordination of Humanitarian Affairs|OCHA,UNOCHA|Office for the Coordination of Humanitarian Affairs
UN Framework Convention on Climate Change|UNFCCC|United Nations Framework Convention on Climate Change
UN Educational, Scientific and Cultural Organization|UNESCO|
UN Office on Drugs and Crime|UNODC|
UN Conference on Trade and Development|UNCTAD|
World Health Organization|WHO|World Health Organisation
World Food Programme|WFP|
World Trade Organization|WTO|World Trade Organisation
World Bank|IBRD|World Bank Group
World Meteorological Organization|WMO|World Meteorological Organisation
International Monetary Fund|IMF|
International Labour Organization|ILO|International Labor Organization,International Labour Organisation
International Organization for Migration|IOM|UN Migration Agency,International Organisation for Migration
International Telecommunication Union|ITU|International Telecommunications Union
International Maritime Organization|IMO|International Maritime Organisation
International Civil Aviation Organization|ICAO|
International Atomic Energy Agency|IAEA|
International Energy Agency|IEA|
International Renewable Energy Agency|IRENA|
International Criminal Court|ICC|
International Court of Justice|ICJ|
International Committee of the Red Cross|ICRC|the Red Cross
International Cable Protection Committee|ICPC|
Intergovernmental Panel on Climate Change|IPCC|
Food and Agriculture Organization|FAO|Food and Agriculture Organisation,Food and Agriculture Organization of the United Nations
North Atlantic Treaty Organization|NATO|Atlantic alliance,the Atlantic Alliance,the Alliance,North Atlantic Alliance,North Atlantic Treaty Organisation
Organization for Security and Co-operation in Europe|OSCE|Organisation for Security and Co-operation in Europe,Organization for Security and Cooperation in Europe
Organisation for Economic Co-operation and Development|OECD|Organization for Economic Cooperation and Development,Organisation for Economic Cooperation and Development
Organization of the Petroleum Exporting Countries|OPEC|
Organization of American States|OAS|
Organisation of Islamic Cooperation|OIC|
Association of Southeast Asian Nations|ASEAN|
African Union|AU|
African Development Bank|AfDB|
Asian Development Bank|ADB|
European Bank for Reconstruction and Development|EBRD|
Caribbean Community|CARICOM|
Economic Community of West African States|ECOWAS|
Southern African Development Community|SADC|
Pacific Islands Forum|PIF|
Gulf Cooperation Council|GCC|
Arab League|LAS|League of Arab States
Commonwealth of Nations||the Commonwealth
Group of Seven|G7,G-7|
Group of Twenty|G20,G-20|
Group of 77|G77,G-77|
Médecins Sans Frontières|MSF|Doctors Without Borders
Bank for International Settlements|BIS|
Financial Stability Board|FSB|
International Olympic Committee|IOC|
Europol||European Union Agency for Law Enforcement Cooperation
Frontex||European Border and Coast Guard Agency
European Union Agency for Cybersecurity|ENISA|
European Medicines Agency|EMA|
European Food Safety Authority|EFSA|
European Free Trade Association|EFTA|
Green Climate Fund|GCF|
White House||
US Congress||Congress,U.S. Congress,@Capitol Hill
US State Department||State Department,U.S. State Department,Department of State,@Foggy Bottom
US Department of Defense|DoD|Pentagon,the Pentagon,Department of Defense,Defense Department
Federal Reserve|Fed|the Fed
Food and Drug Administration|FDA|
Environmental Protection Agency|EPA|
Federal Communications Commission|FCC|
Centers for Disease Control and Prevention|CDC|
HM Treasury||@Whitehall
Bank of England|BoE|@Threadneedle Street
UK Foreign Office|FCDO|Foreign Office
UK Parliament||@Westminster
UK Prime Minister's Office||Downing Street,Number 10,No 10
Kremlin||
Elysée Palace||Elysée,Élysée,Élysée Palace
`;
