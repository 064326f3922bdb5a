import type { Language } from './language';
import { listed, meanings, Phrasebook, phrases } from './phrasebook';
import { spellOut, stem } from './spanish-words';

/** Spanish as spoken at home in the United States, with "tú" and without accents, for people type without them. */
export const SPANISH: Language = {
  spellOut,
  stem,
  fillers: phrases(
    'me gustaria | quiero que | quisiera que | quiero | quisiera | me puedes | me podrias | puedes | podrias | podemos | podriamos | ' +
      'vamos a | voy a | por favor | creo que | me parece que | o sea | a ver | tu sabes | el | la | los | las | un | una | unos | unas | ' +
      'eh | ehh | este pues | em | mmm | pues | bueno | okay | oye | ahora | ahorita | ya | gracias | alexa | perdon | si | entonces | ' +
      'mejor | la verdad | yo | como que',
  ),
  // "Quiero hacerme daño" is not "me hace daño", nor "no quiero estar aquí" "no está aquí".
  withoutFillers: phrases(
    'quiero estar aqui | quisiera no estar aqui | mejor sin mi | quiero hacerme | me quiero hacer dano | quiero hacer dano | quiero hacerle dano | quiero lastimar | quiero lastimarme | me quiero lastimar | ' +
      'quiero matar | quiero matarme | me quiero matar | voy a matarme | me voy a matar | voy a hacerme | me voy a hacer dano | voy a hacerle dano | ' +
      'voy a lastimar | voy a lastimarme | me voy a lastimar',
  ),
  leading: phrases('alexa | por favor | okay | eh | ehh | em | mmm | pues | bueno | oye | a ver | este'),
  trailing: phrases('alexa | por favor | gracias'),
  asidesBefore: phrases(
    'no espera | espera no | no no | ay | ay no | ay dios | dios mio | uy | perdon | disculpa | mira | oye | la verdad | digo | quise decir | ' +
      'y | pero | tambien | ay perdon | ya te dije que',
  ),
  asidesAfter: phrases(
    'si puedes | si se puede | si no te molesta | eso es todo | nada mas eso | creo | muchas gracias | gracias | okay | si',
  ),
  denials: new Set(['no', 'nunca', 'nada', 'ninguno', 'ninguna', 'tampoco', 'sin'].map(stem)),
  everyday: new Set(
    (
      'a al algo algun alguna ante antes aqui asi aun bien cada casi como con cosa cual cuando cuanto cuanta cuantos cuantas dar de ' +
      'dame decir desde despues dia donde dos durante e el ella ellos en era eran es esa ese eso esta estan estar estas este esto estos ' +
      'estoy fue ha haber habia han hacer hacia hasta hay he hoy ir la las le les lo los mas me mi mis mucho mucha muy nada no nos poner ' +
      'nosotros nuestro o otra otro para pero poco poder por porque pueda puede que quien querer saber se ser si sin sobre su sus ' +
      'tal tambien tan tanto te tener tengo ti tiene todo toda tu tus un una uno va vamos ver vez y ya yo'
    )
      .split(' ')
      .map(stem),
  ),
  // Made after the English frames from what the Spanish console offers ("abre", "pide a", "dile a"); sure L.
  addressing: {
    courtesies: phrases(
      'me gustaria | quiero que | quiero | quisiera | me puedes | me podrias | puedes | podrias | podemos | vamos a | por favor | ' +
        'alexa | okay | oye | eh | pues | bueno | a ver',
    ),
    farewells: phrases('por favor | ahora | ya | gracias | alexa'),
    openings: new Set(
      listed(
        'abre | abreme | abrir | inicia | iniciar | iniciemos | empieza | empezar | empecemos | comienza | comenzar | comencemos | lanza | ' +
          'lanzar | ejecuta | ejecutar | pon | ponme | poner | usa | usar | carga | cargar | reanuda | reanudar | hacer | haz | hagamos | ' +
          'habla con | hablar con | empieza con | empezar con | comienza con | comenzar con | continua con | continuar con | entra a | ' +
          've a | ir a',
      ),
    ),
    asking: new Set(
      listed(
        'pide a | pidele a | pedir a | pedirle a | dile a | di a | decir a | decirle a | pregunta a | preguntale a | preguntar a | preguntarle a',
      ),
    ),
    connectors: new Set('que si para por sobre de a y con'.split(' ')),
    reporting: new Set(),
    wishes: new Map(
      Object.entries({
        pare: 'para',
        ayude: 'ayuda',
        cancele: 'cancela',
        comience: 'comienza',
        continue: 'continua',
        cuente: 'cuenta',
        diga: 'di',
        empiece: 'empieza',
        espere: 'espera',
        explique: 'explica',
        pause: 'pausa',
        repita: 'repite',
        salte: 'salta',
        siga: 'sigue',
        vaya: 've',
      }),
    ),
    links: new Set('a en de con desde usando'.split(' ')),
    labels: new Set(['la', 'el', 'skill', 'habilidad']),
  },
  // The Spanish pages list phrases too; these are the plain words for the English ones, sure L.
  builtInPhrases: {
    'AMAZON.CancelIntent': ['cancela', 'cancelar', 'olvidalo', 'dejalo'],
    'AMAZON.HelpIntent': ['ayuda', 'ayudame', 'puedes ayudarme'],
    'AMAZON.MoreIntent': ['mas'],
    'AMAZON.NavigateHomeIntent': ['inicio', 'ir a inicio', 've a inicio'],
    'AMAZON.NavigateSettingsIntent': ['configuracion'],
    'AMAZON.NextIntent': ['siguiente', 'proximo', 'saltar'],
    'AMAZON.NoIntent': ['no', 'no gracias'],
    'AMAZON.PauseIntent': ['pausa', 'pausar'],
    'AMAZON.PreviousIntent': ['anterior', 'atras', 'regresa', 'vuelve atras'],
    'AMAZON.RepeatIntent': ['repite', 'repetir', 'repitelo', 'dilo otra vez'],
    'AMAZON.ResumeIntent': ['continua', 'continuar', 'sigue', 'reanuda', 'reanudar'],
    'AMAZON.ScrollDownIntent': ['desplazate hacia abajo'],
    'AMAZON.ScrollUpIntent': ['desplazate hacia arriba'],
    'AMAZON.StartOverIntent': [
      'empieza de nuevo',
      'empezar de nuevo',
      'comienza de nuevo',
      'volver a empezar',
      'reinicia',
    ],
    'AMAZON.StopIntent': ['para', 'parar', 'detente', 'alto', 'callate'],
    'AMAZON.YesIntent': ['si', 'si por favor', 'claro', 'por supuesto'],
  },
  numbers: {
    values: new Phrasebook(
      new Map([
        ...(
          'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve ' +
          'veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve'
        )
          .split(' ')
          .map((word, value) => [word, value] as const),
        ...'treinta cuarenta cincuenta sesenta setenta ochenta noventa'
          .split(' ')
          .map((word, place) => [word, 30 + 10 * place] as const),
        ...'cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'
          .split(' ')
          .map((word, place) => [word, 100 + 100 * place] as const),
        ...Object.entries({
          un: 1,
          una: 1,
          veintiun: 21,
          veintiuna: 21,
          ciento: 100,
          'un par de': 2,
          'par de': 2,
          docena: 12,
        }),
      ]),
    ),
    multipliers: new Phrasebook(
      new Map([
        ['mil', 1_000],
        ['millon', 1_000_000],
        ['millones', 1_000_000],
      ]),
    ),
    and: { word: 'y', afterRoomFor: [10] },
    minus: phrases('menos'),
    andAHalf: phrases('y medio | y media'),
    vague: phrases(
      'unos cuantos | unas cuantas | varios | varias | algunos | algunas | muchos | muchas | medio | media | punto | coma',
    ),
  },
  durations: {
    units: meanings({
      second: 'segundo | segundos',
      minute: 'minuto | minutos | minutito | minutitos',
      hour: 'hora | horas',
      day: 'dia | dias',
      week: 'semana | semanas',
      fortnight: 'quincena | quincenas',
      month: 'mes | meses',
      year: 'ano | anos',
    }),
    one: phrases('un | una'),
    half: phrases('medio | media'),
    leads: phrases('por | durante'),
    and: 'y',
  },
  clock: {
    patterns: [
      ['{hour}', 0],
      ['{hour} en punto', 0],
      ['{hour} {two-digits}', 'past'],
      ['{hour} y {minutes}', 'past'],
      ['{hour} y media', 30],
      ['{hour} y cuarto', 15],
      ['{hour} menos cuarto', -15],
      ['{hour} menos {minutes}', 'to'],
      ['cuarto para las {hour}', -15],
      ['cuarto para la {hour}', -15],
      ['{minutes} para las {hour}', 'to'],
      ['{minutes} para la {hour}', 'to'],
    ],
    named: meanings({ noon: 'mediodia | medio dia', midnight: 'medianoche | media noche' }),
    parts: meanings({ MO: 'manana | mananas', AF: 'tarde | tardes', NI: 'noche | noches' }),
    halves: meanings({ am: 'am | de la madrugada', pm: 'pm' }),
    leads: phrases(
      'a | a el | a la | a las | las | la | como a las | por la | en la | de la | esta | este | cada | por las | en las | todas las',
    ),
  },
  // The English rules with the Spanish words for the same; the Spanish list itself was not seen, sure L.
  invocationName: {
    forbidden: [
      {
        what: 'a launch word',
        words:
          'abre abrir inicia iniciar empieza empezar comienza comenzar lanza ejecuta usa carga pide pidele di dile pregunta'.split(
            ' ',
          ),
      },
      { what: 'a connecting word', words: 'que si para por sobre desde usando con y'.split(' ') },
      { what: 'a reserved word', words: ['skill', 'habilidad', 'app', 'aplicacion'] },
    ],
    smallWords: 'el la los las un una a de en por con para'.split(' '),
  },
};
