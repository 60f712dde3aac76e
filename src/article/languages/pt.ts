import type { Furniture } from '../furniture.ts';

export const portuguese: Furniture = {
  minutesRead: {
    other: '{n} min de leitura',
  },
  sourceLine: 'Fonte: {source}',
  transcriptFile: 'arquivo de transcrição',
  dateline: '{place} – ',
  leaveComment: 'Deixe um comentário',
  keyPoints: 'Pontos principais',
  contents: 'Neste artigo',
  corrections: 'Correções',
  correction: '{date}: {what}. Antes: {was}. Agora: {now}',
  watchSource: 'Ver a fonte',
  playFrom: 'Reproduzir a partir de {time}',
  showWords: 'Mostrar as palavras em que a frase se baseia',
  openOnYouTube: 'Abrir no YouTube',
  close: 'Fechar',
  sourcesAndMethod: 'Fontes e método',
  howMade: 'Como este texto foi feito',
  source: 'Fonte',
  channel: 'Canal',
  published: 'Publicado',
  duration: 'Duração',
  transcript: 'Transcrição',
  transcriptKinds: {
    auto: 'legendas automáticas',
    manual: 'legendas fornecidas com o vídeo',
    unknown: 'de origem desconhecida',
  },
  words: {
    one: '{n} palavra',
    other: '{n} palavras',
  },
  writtenBy: 'Escrito por',
  writers: {
    model: 'um modelo de linguagem',
    extractive: 'software de seleção, sem modelo de linguagem',
  },
  drafted: 'Redigido',
  updated: 'Atualizado',
  speakers: 'Participantes',
  interpreted: 'por meio de intérprete',
  translated: 'traduzido',
  omissions: 'Partes omitidas',
  passages: 'As palavras em que cada frase se baseia',
  imageCredit: 'Imagem: {credit}',
  disclosure: {
    modelLabel: 'Rascunho escrito por IA, não revisto por um editor',
    modelNamed: 'Um modelo de linguagem ({model}) escreveu este texto a partir da transcrição da gravação.',
    modelUnnamed: 'Um modelo de linguagem escreveu este texto a partir da transcrição da gravação.',
    modelDetail:
      'Cada frase indica as passagens em que se baseia. As palavras entre aspas foram copiadas da transcrição por um programa, não escritas pelo modelo. Ninguém comparou ainda o texto com a gravação.',
    extractiveLabel: 'Passagens escolhidas por software, não é notícia redigida',
    extractiveDetail:
      'Esta é uma seleção das próprias palavras de quem fala, feita por software sem nenhum modelo de linguagem. Não é uma notícia redigida: nada foi reescrito, e passagens vizinhas aqui podem estar distantes na gravação. Ninguém comparou ainda o texto com a gravação.',
    autoCaptions:
      'A transcrição foi feita por reconhecimento de voz e pode conter nomes mal escritos e palavras mal entendidas.',
  },
};
