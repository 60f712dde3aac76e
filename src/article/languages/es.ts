import type { Furniture } from '../furniture.ts';

export const spanish: Furniture = {
  minutesRead: {
    other: '{n} min de lectura',
  },
  sourceLine: 'Fuente: {source}',
  transcriptFile: 'archivo de transcripción',
  dateline: '{place} – ',
  leaveComment: 'Deja un comentario',
  keyPoints: 'Puntos clave',
  contents: 'En este artículo',
  corrections: 'Correcciones',
  correction: '{date}: {what}. Antes: {was}. Ahora: {now}',
  watchSource: 'Ver la fuente',
  playFrom: 'Reproducir desde {time}',
  showWords: 'Mostrar las palabras en que se basa',
  openOnYouTube: 'Abrir en YouTube',
  close: 'Cerrar',
  sourcesAndMethod: 'Fuentes y método',
  howMade: 'Cómo se hizo este texto',
  source: 'Fuente',
  channel: 'Canal',
  published: 'Publicado',
  duration: 'Duración',
  transcript: 'Transcripción',
  transcriptKinds: {
    auto: 'subtítulos automáticos',
    manual: 'subtítulos aportados con el vídeo',
    unknown: 'de origen desconocido',
  },
  words: {
    one: '{n} palabra',
    other: '{n} palabras',
  },
  writtenBy: 'Escrito por',
  writers: {
    model: 'un modelo de lenguaje',
    extractive: 'software de selección, sin modelo de lenguaje',
  },
  drafted: 'Redactado',
  updated: 'Actualizado',
  speakers: 'Participantes',
  interpreted: 'a través de intérprete',
  translated: 'traducido',
  omissions: 'Partes omitidas',
  passages: 'Las palabras en que se basa cada frase',
  imageCredit: 'Imagen: {credit}',
  disclosure: {
    modelLabel: 'Borrador escrito por IA, sin revisión de un editor',
    modelNamed:
      'Un modelo de lenguaje ({model}) escribió este texto a partir de la transcripción de la grabación.',
    modelUnnamed: 'Un modelo de lenguaje escribió este texto a partir de la transcripción de la grabación.',
    modelDetail:
      'Cada frase indica los pasajes en que se basa. Las palabras entre comillas las copió un programa de la transcripción; no las escribió el modelo.',
    extractiveLabel: 'Pasajes elegidos por software, no es una noticia redactada',
    extractiveDetail:
      'Esta es una selección de las propias palabras de quienes hablan, hecha por software sin ningún modelo de lenguaje. No es una noticia redactada: nada se ha reescrito, y pasajes que aquí están juntos pueden estar lejos en la grabación.',
    notReviewed: 'Nadie ha comparado aún el texto con la grabación.',
    modelReviewedLabel: 'Escrito por IA, revisado por un editor',
    extractiveReviewedLabel: 'Pasajes elegidos por software, revisados por un editor',
    reviewedBy: '{editor} comparó el texto con la grabación y responde por él.',
    reviewed: 'Un editor comparó el texto con la grabación y responde por él.',
    autoCaptions:
      'La transcripción procede del reconocimiento de voz y puede contener nombres mal escritos y palabras mal entendidas.',
  },
};
