import { zonesAt } from './map/polygons.ts';

/**
 * A town for each place where the tests have people invented, far from the capital where there is such a one: its
 * clock is that of the polygon around it, which no table of numbers has a part in.
 */
const TOWNS: Readonly<
  Record<string, readonly [name: string, latitude: number, longitude: number]>
> = {
  AE: ['Al Ain', 24.207, 55.745],
  AT: ['Innsbruck', 47.269, 11.404],
  BE: ['Liège', 50.633, 5.567],
  CA: ['Toronto', 43.7, -79.416],
  CH: ['Lugano', 46.01, 8.96],
  CO: ['Leticia', -4.203, -69.936],
  DE: ['Freiburg', 47.996, 7.85],
  DK: ['Rønne', 55.1, 14.7],
  EG: ['Aswan', 24.094, 32.907],
  FI: ['Ivalo', 68.657, 27.549],
  FR: ['Brest', 48.39, -4.486],
  GB: ['Inverness', 57.479, -4.225],
  GR: ['Rhodes', 36.435, 28.217],
  IE: ['Galway', 53.273, -9.051],
  IL: ['Eilat', 29.557, 34.952],
  IN: ['Kohima', 25.675, 94.108],
  IT: ['Palermo', 38.116, 13.361],
  KE: ['Mombasa', -4.055, 39.664],
  MA: ['Oujda', 34.681, -1.908],
  NG: ['Maiduguri', 11.846, 13.16],
  NL: ['Groningen', 53.219, 6.567],
  NO: ['Tromsø', 69.649, 18.955],
  PK: ['Quetta', 30.184, 67.001],
  PL: ['Białystok', 53.133, 23.164],
  RO: ['Timișoara', 45.754, 21.226],
  SA: ['Dammam', 26.434, 50.103],
  SE: ['Kiruna', 67.856, 20.225],
  TR: ['Van', 38.489, 43.408],
  ZA: ['Durban', -29.858, 31.029],
  'US-AL': ['Birmingham', 33.521, -86.802],
  'US-AZ': ['Phoenix', 33.448, -112.074],
  'US-CA': ['San Francisco', 37.775, -122.419],
  'US-CO': ['Denver', 39.739, -104.985],
  'US-CT': ['New Haven', 41.308, -72.928],
  'US-FL': ['Miami', 25.774, -80.194],
  'US-GA': ['Atlanta', 33.749, -84.388],
  'US-HI': ['Hilo', 19.73, -155.09],
  'US-IL': ['Chicago', 41.85, -87.65],
  'US-LA': ['New Orleans', 29.955, -90.075],
  'US-MA': ['Boston', 42.358, -71.06],
  'US-MD': ['Baltimore', 39.29, -76.612],
  'US-ME': ['Caribou', 46.861, -68.012],
  'US-MS': ['Jackson', 32.299, -90.185],
  'US-NV': ['Las Vegas', 36.175, -115.137],
  'US-NY': ['New York', 40.714, -74.006],
  'US-OK': ['Oklahoma City', 35.468, -97.516],
  'US-PA': ['Philadelphia', 39.952, -75.164],
  'US-RI': ['Providence', 41.824, -71.413],
  'US-UT': ['Salt Lake City', 40.761, -111.891],
  'US-WA': ['Seattle', 47.606, -122.332],
};

/** Each town with the zone of its polygon: `data/audit/towns.json`. */
export function townData(): Record<string, { town: string; zone: string }> {
  return Object.fromEntries(
    Object.entries(TOWNS).map(([place, [town, latitude, longitude]]) => {
      const [zone, another] = zonesAt(latitude, longitude);
      if (zone === undefined || another !== undefined)
        throw new Error(`${town} is in no polygon, or in two`);
      return [place, { town, zone }];
    }),
  );
}
