import type { Furniture } from '../furniture.ts';

export const hindi: Furniture = {
  minutesRead: {
    other: '{n} मिनट में पढ़ें',
  },
  sourceLine: 'स्रोत: {source}',
  transcriptFile: 'प्रतिलेख फ़ाइल',
  dateline: '{place} – ',
  leaveComment: 'टिप्पणी करें',
  keyPoints: 'मुख्य बातें',
  contents: 'इस लेख में',
  corrections: 'सुधार',
  correction: '{date}: {what}। पहले: {was}। अब: {now}',
  watchSource: 'स्रोत देखें',
  playFrom: '{time} से चलाएँ',
  showWords: 'वे शब्द दिखाएँ जिन पर यह वाक्य आधारित है',
  openOnYouTube: 'YouTube पर खोलें',
  close: 'बंद करें',
  sourcesAndMethod: 'स्रोत और विधि',
  howMade: 'यह पाठ कैसे बना',
  source: 'स्रोत',
  channel: 'चैनल',
  published: 'प्रकाशित',
  duration: 'अवधि',
  transcript: 'प्रतिलेख',
  transcriptKinds: {
    auto: 'स्वचालित कैप्शन',
    manual: 'वीडियो के साथ दिए गए कैप्शन',
    unknown: 'बनाने का तरीका अज्ञात',
  },
  words: {
    other: '{n} शब्द',
  },
  writtenBy: 'लेखन',
  writers: {
    model: 'भाषा मॉडल',
    extractive: 'चयन करने वाला सॉफ़्टवेयर, बिना भाषा मॉडल के',
  },
  drafted: 'मसौदा',
  updated: 'अद्यतन',
  speakers: 'वक्ता',
  interpreted: 'दुभाषिए के माध्यम से',
  translated: 'अनूदित',
  omissions: 'जो शामिल नहीं है',
  passages: 'वे शब्द जिन पर हर वाक्य आधारित है',
  imageCredit: 'चित्र: {credit}',
  disclosure: {
    modelLabel: 'एआई का लिखा मसौदा, किसी संपादक ने जाँचा नहीं',
    modelNamed: 'यह पाठ एक भाषा मॉडल ({model}) ने रिकॉर्डिंग के प्रतिलेख से लिखा है।',
    modelUnnamed: 'यह पाठ एक भाषा मॉडल ने रिकॉर्डिंग के प्रतिलेख से लिखा है।',
    modelDetail:
      'हर वाक्य उन अंशों को बताता है जिन पर वह आधारित है। उद्धरण चिह्नों के शब्द सॉफ़्टवेयर ने प्रतिलेख से लिए हैं, मॉडल ने नहीं लिखे। अब तक किसी ने इस पाठ को रिकॉर्डिंग से नहीं मिलाया है।',
    extractiveLabel: 'सॉफ़्टवेयर के चुने अंश, समाचार लेखन नहीं',
    extractiveDetail:
      'यह वक्ताओं के अपने शब्दों का चयन है, जिसे सॉफ़्टवेयर ने बिना किसी भाषा मॉडल के किया है। यह समाचार लेखन नहीं है: कुछ भी दोबारा नहीं लिखा गया, और यहाँ साथ दिखने वाले अंश रिकॉर्डिंग में दूर-दूर हो सकते हैं। अब तक किसी ने इस पाठ को रिकॉर्डिंग से नहीं मिलाया है।',
    autoCaptions: 'प्रतिलेख वाक् पहचान से बना है; इसमें नामों की वर्तनी और सुने गए शब्द ग़लत हो सकते हैं।',
  },
};
