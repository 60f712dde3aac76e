const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
/** Mean lengths, chosen so that twelve months are exactly a year. */
const YEAR = 365.25 * DAY;

/** What is measured, and how much of the dimension's base unit one of it is. */
const UNITS = {
  percent: ['share', 0.01],
  permille: ['share', 0.001],
  'percentage-point': ['point', 1],
  'basis-point': ['point', 0.01],
  millisecond: ['time', 0.001],
  second: ['time', 1],
  minute: ['time', MINUTE],
  hour: ['time', HOUR],
  day: ['time', DAY],
  week: ['time', 7 * DAY],
  month: ['time', YEAR / 12],
  quarter: ['time', YEAR / 4],
  year: ['time', YEAR],
  decade: ['time', 10 * YEAR],
  century: ['time', 100 * YEAR],
  clock: ['clock', 1],
  millimeter: ['length', 0.001],
  centimeter: ['length', 0.01],
  meter: ['length', 1],
  kilometer: ['length', 1_000],
  inch: ['length', 0.0254],
  foot: ['length', 0.3048],
  yard: ['length', 0.9144],
  mile: ['length', 1_609.344],
  acre: ['area', 0.404_686],
  hectare: ['area', 1],
  gram: ['mass', 0.001],
  kilogram: ['mass', 1],
  ton: ['mass', 1_000],
  ounce: ['mass', 0.028_35],
  liter: ['volume', 1],
  gallon: ['volume', 3.785],
  barrel: ['volume', 158.987],
  degree: ['degree', 1],
  celsius: ['celsius', 1],
  fahrenheit: ['fahrenheit', 1],
  byte: ['byte', 1],
  kilobyte: ['byte', 1e3],
  megabyte: ['byte', 1e6],
  gigabyte: ['byte', 1e9],
  terabyte: ['byte', 1e12],
  watt: ['power', 1],
  kilowatt: ['power', 1e3],
  megawatt: ['power', 1e6],
  gigawatt: ['power', 1e9],
  'kilowatt-hour': ['energy', 1e3],
  'megawatt-hour': ['energy', 1e6],
  'terawatt-hour': ['energy', 1e12],
  hertz: ['frequency', 1],
  megahertz: ['frequency', 1e6],
  gigahertz: ['frequency', 1e9],
  /** The word says weight or money. */
  pound: ['pound', 1],
  /** A sign that several currencies use. */
  money: ['money', 1],
  USD: ['USD', 1],
  EUR: ['EUR', 1],
  GBP: ['GBP', 1],
  JPY: ['JPY', 1],
  CNY: ['CNY', 1],
  INR: ['INR', 1],
  RUB: ['RUB', 1],
  UAH: ['UAH', 1],
  MXN: ['MXN', 1],
  BRL: ['BRL', 1],
  CHF: ['CHF', 1],
  PLN: ['PLN', 1],
  KRW: ['KRW', 1],
} as const satisfies Readonly<Record<string, readonly [dimension: string, factor: number]>>;

export type UnitName = keyof typeof UNITS;

const CURRENCIES: ReadonlySet<string> = new Set(
  'USD EUR GBP JPY CNY INR RUB UAH MXN BRL CHF PLN KRW money pound'.split(' '),
);

export function dimensionOf(unit: UnitName): string {
  return UNITS[unit][0];
}

/** How many of its dimension's base unit one of these is; seconds for time. */
export function factorOf(unit: UnitName): number {
  return UNITS[unit][1];
}

export function isTimeSpan(unit: UnitName | undefined): boolean {
  return unit !== undefined && UNITS[unit][0] === 'time';
}

export function isMoney(unit: UnitName | undefined): boolean {
  return unit !== undefined && CURRENCIES.has(unit);
}

/** Signs and codes of every language. The case counts: "m" is a metre, "M" a million. */
export const UNIT_SIGNS: Readonly<Record<string, UnitName>> = {
  '%': 'percent',
  '٪': 'percent',
  '％': 'percent',
  '‰': 'permille',
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
  '￥': 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  '₴': 'UAH',
  '₩': 'KRW',
  '°': 'degree',
  円: 'JPY',
  元: 'CNY',
  ...Object.fromEntries(
    ['USD', 'EUR', 'GBP', 'JPY', 'CNY', 'INR', 'RUB', 'UAH', 'MXN', 'BRL', 'CHF', 'PLN'].map((code) => [
      code,
      code as UnitName,
    ]),
  ),
  ms: 'millisecond',
  mm: 'millimeter',
  cm: 'centimeter',
  m: 'meter',
  km: 'kilometer',
  ft: 'foot',
  mi: 'mile',
  ha: 'hectare',
  kg: 'kilogram',
  g: 'gram',
  KB: 'kilobyte',
  kB: 'kilobyte',
  KiB: 'kilobyte',
  MB: 'megabyte',
  MiB: 'megabyte',
  GB: 'gigabyte',
  GiB: 'gigabyte',
  TB: 'terabyte',
  kW: 'kilowatt',
  MW: 'megawatt',
  GW: 'gigawatt',
  kWh: 'kilowatt-hour',
  MWh: 'megawatt-hour',
  TWh: 'terawatt-hour',
  Hz: 'hertz',
  MHz: 'megahertz',
  GHz: 'gigahertz',
  bps: 'basis-point',
  bp: 'basis-point',
  км: 'kilometer',
  м: 'meter',
  см: 'centimeter',
  мм: 'millimeter',
  кг: 'kilogram',
  га: 'hectare',
  МБ: 'megabyte',
  ГБ: 'gigabyte',
  кВт: 'kilowatt',
  МВт: 'megawatt',
};
