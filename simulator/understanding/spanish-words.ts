/** Write a Spanish word as typed in the words it stands for: what is run together or shortened in messages and in speech. */
export function spellOut(word: string): readonly string[] {
  return (SHORTENED.get(word) ?? word.replaceAll("'", '')).split(' ');
}

/**
 * The stem of a Spanish word without accents: pronouns hung onto a command, plural and gender, and the commonest endings of verbs
 * come off; at least three letters remain. Verbs whose stem changes are brought back to that of their infinitive.
 */
export function stem(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  const bare = word.replace(
    /(?<=...(?:[aeiou]|[aei]r|ndo))(?:me|te|se|nos)?(?:lo|la|le|los|las|les)$|(?<=...(?:[aeo]|[aei]r|ndo))(?:me|te|nos)$/,
    '',
  );
  const ending =
    /^(.{3,}?)(?:ando|iendo|aste|iste|ado|ada|ido|ida|amos|emos|imos|ar|er|ir|ces|es|an|en|as|os|a|e|o|i)?s?$/.exec(
      bare,
    )?.[1] ?? bare;
  return CHANGING_STEMS.get(ending) ?? ending;
}

const SHORTENED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    al: 'a el',
    del: 'de el',
    pa: 'para',
    pal: 'para el',
    q: 'que',
    xq: 'por que',
    porque: 'por que',
    porfa: 'por favor',
    porfavor: 'por favor',
    porfis: 'por favor',
    ok: 'okay',
    okey: 'okay',
    oquei: 'okay',
    toy: 'estoy',
    ta: 'esta',
  }),
);

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    hago: 'hac',
    haz: 'hac',
    hace: 'hac',
    hacer: 'hac',
    haces: 'hac',
    haga: 'hac',
    hagas: 'hac',
    hagamos: 'hac',
    hacemos: 'hac',
    hice: 'hac',
    hicimos: 'hac',
    hecho: 'hac',
    haciendo: 'hac',
    hazlo: 'hac',
    hacerlo: 'hac',
    voy: 'ir',
    va: 'ir',
    vas: 'ir',
    vamos: 'ir',
    vamonos: 'ir',
    es: 'ser',
    son: 'ser',
    soy: 'ser',
    eres: 'ser',
    era: 'ser',
    dime: 'dec',
    di: 'dec',
    digas: 'dec',
    dijiste: 'dec',
    dijo: 'dec',
    decir: 'dec',
    puse: 'pon',
    poner: 'pon',
    ponme: 'pon',
    pies: 'pie',
    dias: 'dia',
    veces: 'vez',
  }),
);

const CHANGING_STEMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    empiez: 'empez',
    empiec: 'empez',
    empec: 'empez',
    comienz: 'comenz',
    comienc: 'comenz',
    comenc: 'comenz',
    quier: 'quer',
    quis: 'quer',
    pued: 'pod',
    podri: 'pod',
    muestr: 'mostr',
    recuerd: 'record',
    duel: 'dol',
    duela: 'dol',
    repit: 'repet',
    pid: 'ped',
    sig: 'segu',
    tien: 'ten',
    teng: 'ten',
    cuent: 'cont',
    sient: 'sent',
    vuelv: 'volv',
    cambi: 'cambi',
  }),
);
