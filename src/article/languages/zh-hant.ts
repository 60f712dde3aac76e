import type { Furniture } from '../furniture.ts';

export const chineseTraditional: Furniture = {
  minutesRead: {
    other: '閱讀約{n}分鐘',
  },
  sourceLine: '來源：{source}',
  transcriptFile: '逐字稿檔案',
  dateline: '【{place}】',
  leaveComment: '發表留言',
  keyPoints: '重點',
  contents: '本文內容',
  corrections: '更正',
  correction: '{date}：{what}。原文：{was}。更正為：{now}',
  watchSource: '觀看原影片',
  playFrom: '從 {time} 播放',
  showWords: '顯示本句所依據的原話',
  openOnYouTube: '在 YouTube 上開啟',
  close: '關閉',
  sourcesAndMethod: '來源與方法',
  howMade: '本文如何寫成',
  source: '來源',
  channel: '頻道',
  published: '發布日期',
  duration: '長度',
  transcript: '逐字稿',
  transcriptKinds: {
    auto: '自動字幕',
    manual: '隨影片提供的字幕',
    unknown: '製作方式不明',
  },
  words: {
    other: '{n}詞',
  },
  writtenBy: '撰寫',
  writers: {
    model: '語言模型',
    extractive: '摘選軟體（未使用語言模型）',
  },
  drafted: '起草日期',
  updated: '更新日期',
  speakers: '發言人',
  interpreted: '經口譯',
  translated: '譯文',
  omissions: '未收入的部分',
  passages: '每句話所依據的原話',
  imageCredit: '圖片：{credit}',
  disclosure: {
    modelLabel: '人工智慧撰寫的草稿，未經編輯審核',
    modelNamed: '本文由語言模型（{model}）根據錄影的逐字稿寫成。',
    modelUnnamed: '本文由語言模型根據錄影的逐字稿寫成。',
    modelDetail:
      '每句話都註明了所依據的段落。引號內的文字由軟體從逐字稿中複製，並非模型撰寫。目前還沒有人將本文與錄影核對。',
    extractiveLabel: '軟體摘選的原話，並非新聞稿',
    extractiveDetail:
      '這是軟體在不使用語言模型的情況下，從發言人原話中所作的摘選。它不是新聞稿：沒有任何改寫，在此相鄰的段落在錄影中可能相隔很遠。目前還沒有人將本文與錄影核對。',
    autoCaptions: '逐字稿由語音辨識產生，人名可能寫錯，字詞可能聽錯。',
  },
};
