import type { Furniture } from '../furniture.ts';

export const german: Furniture = {
  minutesRead: {
    other: '{n} Min. Lesezeit',
  },
  sourceLine: 'Quelle: {source}',
  transcriptFile: 'Transkriptdatei',
  dateline: '{place} – ',
  leaveComment: 'Kommentar schreiben',
  keyPoints: 'Das Wichtigste',
  contents: 'In diesem Artikel',
  corrections: 'Korrekturen',
  correction: '{date}: {what}. Vorher: {was}. Jetzt: {now}',
  watchSource: 'Zur Aufzeichnung',
  playFrom: 'Ab {time} abspielen',
  showWords: 'Die Worte zeigen, auf denen der Satz beruht',
  openOnYouTube: 'Auf YouTube öffnen',
  close: 'Schließen',
  sourcesAndMethod: 'Quellen und Methode',
  howMade: 'Wie dieser Text entstanden ist',
  source: 'Quelle',
  channel: 'Kanal',
  published: 'Veröffentlicht',
  duration: 'Länge',
  transcript: 'Transkript',
  transcriptKinds: {
    auto: 'automatische Untertitel',
    manual: 'mit dem Video gelieferte Untertitel',
    unknown: 'Entstehung unbekannt',
  },
  words: {
    one: '{n} Wort',
    other: '{n} Wörter',
  },
  writtenBy: 'Geschrieben von',
  writers: {
    model: 'einem Sprachmodell',
    extractive: 'Auswahl durch Software, ohne Sprachmodell',
  },
  drafted: 'Entworfen',
  updated: 'Aktualisiert',
  speakers: 'Personen',
  interpreted: 'gedolmetscht',
  translated: 'übersetzt',
  omissions: 'Nicht aufgenommen',
  passages: 'Die Worte, auf denen jeder Satz beruht',
  imageCredit: 'Bild: {credit}',
  disclosure: {
    modelLabel: 'Von KI geschriebener Entwurf, redaktionell nicht geprüft',
    modelNamed:
      'Ein Sprachmodell ({model}) hat diesen Text nach dem Transkript der Aufzeichnung geschrieben.',
    modelUnnamed: 'Ein Sprachmodell hat diesen Text nach dem Transkript der Aufzeichnung geschrieben.',
    modelDetail:
      'Jeder Satz nennt die Stellen, auf denen er beruht. Was in Anführungszeichen steht, hat Software aus dem Transkript übernommen und nicht das Modell formuliert.',
    extractiveLabel: 'Von Software ausgewählte Stellen, kein Nachrichtentext',
    extractiveDetail:
      'Dies ist eine Auswahl aus den eigenen Worten der Sprechenden, getroffen von Software ohne Sprachmodell. Es ist kein Nachrichtentext: Nichts wurde umformuliert, und was hier beieinandersteht, kann in der Aufzeichnung weit auseinanderliegen.',
    notReviewed: 'Noch hat niemand den Text mit der Aufzeichnung verglichen.',
    modelReviewedLabel: 'Von KI geschrieben, redaktionell geprüft',
    extractiveReviewedLabel: 'Von Software ausgewählte Stellen, redaktionell geprüft',
    reviewedBy: '{editor} hat den Text mit der Aufzeichnung verglichen und verantwortet ihn.',
    reviewed: 'Ein Mitglied der Redaktion hat den Text mit der Aufzeichnung verglichen und verantwortet ihn.',
    autoCaptions:
      'Das Transkript stammt aus einer Spracherkennung und kann Namen falsch schreiben und Wörter falsch verstehen.',
  },
};
