const PAIRS =
  '⺁厂⺄乙⺅亻⺇几⺈刀⺉刂⺊卜⺋㔾⺍小⺎兀⺏尢⺐尣⺑尤⺒巳⺓幺⺔彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺠民⺡氵⺢水⺣灬⺤爫⺥爪⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱网⺲罒⺶羊⺷羊⺸羊⺹老⺺聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

/**
 * Radicals of U+2E80 that fonts of PDF files give for whole characters and that have no compatibility mapping, each with the
 * character that it looks like.
 */
export const RADICALS: readonly (readonly [string, string])[] = Array.from(
  PAIRS.matchAll(/(.)(.)/gu),
  ([, radical, char]) => [radical ?? '', char ?? ''],
);
