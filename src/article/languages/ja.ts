import type { Furniture } from '../furniture.ts';

export const japanese: Furniture = {
  minutesRead: {
    other: '{n}分で読めます',
  },
  sourceLine: '出典：{source}',
  transcriptFile: '文字起こしファイル',
  dateline: '【{place}】',
  leaveComment: 'コメントを書く',
  keyPoints: '要点',
  contents: 'この記事の内容',
  corrections: '訂正',
  correction: '{date}：{what}。訂正前：{was}。訂正後：{now}',
  watchSource: '元の動画を見る',
  playFrom: '{time}から再生',
  showWords: 'この文の根拠となる発言を表示',
  openOnYouTube: 'YouTubeで開く',
  close: '閉じる',
  sourcesAndMethod: '出典と作成方法',
  howMade: 'この文章の作成方法',
  source: '出典',
  channel: 'チャンネル',
  published: '公開日',
  duration: '長さ',
  transcript: '文字起こし',
  transcriptKinds: {
    auto: '自動字幕',
    manual: '動画に付けられた字幕',
    unknown: '作成方法は不明',
  },
  words: {
    other: '{n}語',
  },
  writtenBy: '執筆',
  writers: {
    model: '言語モデル',
    extractive: '抜粋ソフトウェア（言語モデル不使用）',
  },
  drafted: '作成日',
  updated: '更新日',
  speakers: '発言者',
  interpreted: '通訳を介した発言',
  translated: '翻訳',
  omissions: '記事に含めなかった部分',
  passages: '各文の根拠となる発言',
  imageCredit: '画像：{credit}',
  disclosure: {
    modelLabel: 'AIが書いた下書き（編集者は未確認）',
    modelNamed: 'この文章は、録画の文字起こしをもとに言語モデル（{model}）が書きました。',
    modelUnnamed: 'この文章は、録画の文字起こしをもとに言語モデルが書きました。',
    modelDetail:
      'どの文にも、根拠となる発言の箇所が示されています。かぎかっこの中の言葉はソフトウェアが文字起こしから写したもので、モデルが書いたものではありません。文章と録画を照らし合わせた人はまだいません。',
    extractiveLabel: 'ソフトウェアによる発言の抜粋（報道記事ではありません）',
    extractiveDetail:
      'これは発言者自身の言葉を、言語モデルを使わないソフトウェアが選んだ抜粋です。報道記事ではありません。書き直しは一切なく、ここで隣り合う発言が録画では離れていることもあります。文章と録画を照らし合わせた人はまだいません。',
    autoCaptions: '文字起こしは音声認識によるもので、名前の表記や言葉の聞き取りに誤りがあるかもしれません。',
  },
};
