import type { Furniture } from '../furniture.ts';

export const chineseSimplified: Furniture = {
  minutesRead: {
    other: '阅读约{n}分钟',
  },
  sourceLine: '来源：{source}',
  transcriptFile: '文字稿文件',
  dateline: '【{place}】',
  leaveComment: '发表评论',
  keyPoints: '要点',
  contents: '本文内容',
  corrections: '更正',
  correction: '{date}：{what}。原文：{was}。更正为：{now}',
  watchSource: '观看原视频',
  playFrom: '从 {time} 播放',
  showWords: '显示本句所依据的原话',
  openOnYouTube: '在 YouTube 上打开',
  close: '关闭',
  sourcesAndMethod: '来源与方法',
  howMade: '本文如何写成',
  source: '来源',
  channel: '频道',
  published: '发布日期',
  duration: '时长',
  transcript: '文字稿',
  transcriptKinds: {
    auto: '自动字幕',
    manual: '随视频提供的字幕',
    unknown: '制作方式不明',
  },
  words: {
    other: '{n}词',
  },
  writtenBy: '撰写',
  writers: {
    model: '语言模型',
    extractive: '摘选软件（未使用语言模型）',
  },
  drafted: '起草日期',
  updated: '更新日期',
  speakers: '发言人',
  interpreted: '经口译',
  translated: '译文',
  omissions: '未收入的部分',
  passages: '每句话所依据的原话',
  imageCredit: '图片：{credit}',
  disclosure: {
    modelLabel: '人工智能撰写的草稿，未经编辑审核',
    modelNamed: '本文由语言模型（{model}）根据录像的文字稿写成。',
    modelUnnamed: '本文由语言模型根据录像的文字稿写成。',
    modelDetail:
      '每句话都注明了所依据的段落。引号内的文字由软件从文字稿中复制，并非模型撰写。目前还没有人将本文与录像核对。',
    extractiveLabel: '软件摘选的原话，并非新闻稿',
    extractiveDetail:
      '这是软件在不使用语言模型的情况下，从发言人原话中所作的摘选。它不是新闻稿：没有任何改写，在此相邻的段落在录像中可能相隔很远。目前还没有人将本文与录像核对。',
    autoCaptions: '文字稿由语音识别生成，人名可能写错，字词可能听错。',
  },
};
