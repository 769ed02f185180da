import type { YearArrangement } from './year-arrangement.ts';
import { YEAR_2016 } from './years/2016.ts';
import { YEAR_2017 } from './years/2017.ts';
import { YEAR_2018 } from './years/2018.ts';
import { YEAR_2019 } from './years/2019.ts';
import { YEAR_2020 } from './years/2020.ts';
import { YEAR_2021 } from './years/2021.ts';
import { YEAR_2022 } from './years/2022.ts';
import { YEAR_2023 } from './years/2023.ts';
import { YEAR_2024 } from './years/2024.ts';
import { YEAR_2025 } from './years/2025.ts';
import { YEAR_2026 } from './years/2026.ts';

/** The years whose notices come with the program, oldest first. A new notice is a new file in `years/`. */
export const ANNOUNCED_YEARS: readonly YearArrangement[] = [
  YEAR_2016,
  YEAR_2017,
  YEAR_2018,
  YEAR_2019,
  YEAR_2020,
  YEAR_2021,
  YEAR_2022,
  YEAR_2023,
  YEAR_2024,
  YEAR_2025,
  YEAR_2026,
];
