/**
 * Names of larger towns in other languages, because no package contains the alternate names of GeoNames. Each
 * row is: name in the package = names in messages. Umlauts and accents need no row.
 */
const otherNames: Readonly<Record<string, string>> = {
  AT: 'Vienna=Wien,Vienne,Wenen',
  BE: 'Brussels=Bruxelles,Brussel,Brüssel;Antwerpen=Antwerp,Anvers;Gent=Ghent,Gand;Brugge=Bruges;Liège=Luik,Lüttich;Leuven=Louvain;Mechelen=Malines;Kortrijk=Courtrai;Namur=Namen;Mons=Bergen;Oostende=Ostend',
  BG: 'Sofia=Sofija',
  CH: 'Geneva=Genève,Genf,Genf-Cornavin;Basel=Bâle,Basle;Bern=Berne;Luzern=Lucerne;Zürich=Zurich;Sankt Gallen=St. Gallen',
  CN: 'Beijing=Peking;Guangzhou=Canton',
  CZ: 'Prague=Praha,Prag;Pilsen=Plzeň',
  DE: 'Munich=München;Köln=Cologne,Keulen;Nürnberg=Nuremberg;Hannover=Hanover;Frankfurt am Main=Frankfurt;Aachen=Aix-la-Chapelle;Braunschweig=Brunswick',
  DK: 'Copenhagen=København,Kobenhavn,Kopenhagen;Aarhus=Århus',
  EG: 'Cairo=Al Qahirah,Kairo',
  ES: 'Sevilla=Seville;Zaragoza=Saragossa;A Coruña=La Coruña;San Sebastián=Donostia;Donostia / San Sebastián=San Sebastián,Donostia;Vitoria-Gasteiz=Vitoria,Gasteiz;Pamplona=Iruña;Palma=Palma de Mallorca;Alicante=Alacant;Las Palmas de Gran Canaria=Las Palmas;Santa Cruz de Tenerife=Tenerife',
  FR: 'Strasbourg=Straßburg;Lille=Rijsel;Marseille=Marseilles;Lyon=Lyons',
  GB: 'London=Londen,Londres',
  GR: 'Athens=Athina,Athinai;Thessaloníki=Saloniki;Piraeus=Pireas',
  IE: 'Dublin=Baile Atha Cliath',
  IN: 'Bengaluru=Bangalore;Mumbai=Bombay;Kolkata=Calcutta;Chennai=Madras;Gurugram=Gurgaon;Pune=Poona;Mysuru=Mysore',
  IT: 'Rome=Roma,Rom;Milan=Milano,Mailand;Turin=Torino;Naples=Napoli,Neapel;Florence=Firenze,Florenz;Venice=Venezia,Venedig;Genoa=Genova,Genua;Padova=Padua;Mantova=Mantua;Bolzano=Bozen;Livorno=Leghorn;Siracusa=Syracuse',
  LU: 'Luxembourg=Luxemburg,Lëtzebuerg,Luxembourg-Ville',
  MX: 'Mexico City=Ciudad de México,México D.F.,CDMX',
  NL: "The Hague='s-Gravenhage,Den Haag,Haag,La Haye;'s-Hertogenbosch=Den Bosch",
  PL: 'Warsaw=Warszawa,Warschau,Varsovie;Kraków=Cracow,Krakau;Wrocław=Breslau;Gdańsk=Danzig;Poznań=Posen;Łódź=Lodz;Szczecin=Stettin',
  PT: 'Lisbon=Lisboa,Lissabon;Porto=Oporto',
  RO: 'Bucharest=București,Bukarest;Iaşi=Iasi,Jassy',
  RS: 'Belgrade=Beograd;Niš=Nis',
  RU: 'Moscow=Moskva,Moskau;Saint Petersburg=Sankt-Peterburg',
  SE: 'Göteborg=Gothenburg',
  TR: 'Istanbul=İstanbul',
  UA: 'Kyiv=Kiev,Kyjiw;Odesa=Odessa;Lviv=Lvov;Kharkiv=Kharkov',
  US: 'New York City=New York,NYC;Washington=Washington D.C.,Washington DC;St. Louis=Saint Louis',
  VN: 'Ho Chi Minh City=Saigon,Hồ Chí Minh;Hanoi=Hà Nội',
};

/** For each country the other names by the name in the packages. */
export function otherNamesOf(country: string): ReadonlyMap<string, string[]> {
  const rows = (otherNames[country] ?? '').split(';').filter((row) => row !== '');
  return new Map(
    rows.map((row): [string, string[]] => {
      const [name = '', others = ''] = row.split('=');
      return [name, others.split(',')];
    }),
  );
}
