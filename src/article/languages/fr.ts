import type { Furniture } from '../furniture.ts';

export const french: Furniture = {
  minutesRead: {
    other: '{n} min de lecture',
  },
  sourceLine: 'Source : {source}',
  transcriptFile: 'fichier de transcription',
  dateline: '{place} – ',
  leaveComment: 'Laisser un commentaire',
  keyPoints: 'L’essentiel',
  contents: 'Dans cet article',
  corrections: 'Rectificatifs',
  correction: '{date} : {what}. Avant : {was}. Désormais : {now}',
  watchSource: 'Voir la source',
  playFrom: 'Lire à partir de {time}',
  showWords: 'Afficher les paroles sur lesquelles repose la phrase',
  openOnYouTube: 'Ouvrir sur YouTube',
  close: 'Fermer',
  sourcesAndMethod: 'Sources et méthode',
  howMade: 'Comment ce texte a été produit',
  source: 'Source',
  channel: 'Chaîne',
  published: 'Publié',
  duration: 'Durée',
  transcript: 'Transcription',
  transcriptKinds: {
    auto: 'sous-titres automatiques',
    manual: 'sous-titres fournis avec la vidéo',
    unknown: 'd’origine inconnue',
  },
  words: {
    one: '{n} mot',
    other: '{n} mots',
  },
  writtenBy: 'Écrit par',
  writers: {
    model: 'un modèle de langue',
    extractive: 'logiciel de sélection, sans modèle de langue',
  },
  drafted: 'Rédigé',
  updated: 'Mis à jour',
  speakers: 'Intervenants',
  interpreted: 'par l’intermédiaire d’un interprète',
  translated: 'traduit',
  omissions: 'Parties écartées',
  passages: 'Les paroles sur lesquelles repose chaque phrase',
  imageCredit: 'Image : {credit}',
  disclosure: {
    modelLabel: 'Brouillon écrit par une IA, non relu par un rédacteur',
    modelNamed:
      'Un modèle de langue ({model}) a écrit ce texte à partir de la transcription de l’enregistrement.',
    modelUnnamed: 'Un modèle de langue a écrit ce texte à partir de la transcription de l’enregistrement.',
    modelDetail:
      'Chaque phrase indique les passages sur lesquels elle repose. Les mots entre guillemets ont été copiés de la transcription par un logiciel, et non écrits par le modèle.',
    extractiveLabel: 'Passages choisis par un logiciel, et non article rédigé',
    extractiveDetail:
      'Ceci est une sélection des propres paroles des intervenants, faite par un logiciel sans modèle de langue. Ce n’est pas un article rédigé : rien n’a été réécrit, et des passages voisins ici peuvent être éloignés dans l’enregistrement.',
    notReviewed: 'Personne n’a encore comparé le texte à l’enregistrement.',
    modelReviewedLabel: 'Écrit par une IA, relu par un rédacteur',
    extractiveReviewedLabel: 'Passages choisis par un logiciel, relus par un rédacteur',
    reviewedBy: '{editor} a comparé le texte à l’enregistrement et en répond.',
    reviewed: 'Un rédacteur a comparé le texte à l’enregistrement et en répond.',
    autoCaptions:
      'La transcription provient d’une reconnaissance vocale et peut mal orthographier des noms ou mal entendre des mots.',
  },
};
