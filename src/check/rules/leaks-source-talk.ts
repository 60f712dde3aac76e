import type { PhraseTable } from '../phrases.ts';

/** Talk of the recording that no news text has a use for. */
export const SOURCE_TALK: PhraseTable = {
  en: [
    "(?:in|throughout|during|from|watching|by the end of) (?:this|today's|the present|the provided) (?:video|clip|podcast|vlog|tutorial|livestream|transcript|transcription|recording)",
    "(?:in|throughout|during) (?:this|today's) episode(?! of (?!the (?:show|podcast|series|program)))",
    'in the episode(?=,)',
    "(?:this|today's) (?:video|episode|podcast|clip|transcript|vlog) (?:also |then |further )?(?:suggests|highlights|concludes|mentions|notes|discusses|emphasi[sz]es|explains|explores|covers|delves|states|features|examines|focuses|looks|argues|underscores|provides)",
    '(?:the|this|your) (?:provided|supplied|given|above|attached|source|video|youtube|auto-generated) (?:transcript|transcription|captions|subtitles)',
    'as (?:mentioned|stated|noted|discussed|described|shown|explained|highlighted|outlined) (?:earlier |above )?in (?:the|this) (?:video|transcript|episode|clip|recording|captions)',
    'transcript of (?:the|this) (?:video|episode|podcast|clip)',
    '(?:this|the) (?:article|text|summary|report|story) (?:is|was) (?:based on|generated from|written from|drawn from) (?:a|the|this) (?:video|(?:video |youtube )?(?:transcript|captions)|recording)',
  ],
  de: [
    '(?:in|aus) diesem (?:video|clip|videoclip|podcast|vlog|livestream|transkript|mitschnitt)',
    'in dieser (?:podcast-?)?(?:folge|episode)(?! (?:der|des|von))',
    'dieses (?:video|transkript) (?:zeigt|erklärt|behandelt|thematisiert|erläutert|betont|beleuchtet|diskutiert|legt nahe)',
    '(?:das|dem|des|im) (?:vorliegende[ns]?|bereitgestellte[ns]?|gegebene[ns]?) (?:transkripts?|videos?|untertiteln?)',
    'wie (?:im|in diesem) (?:video|transkript|clip) (?:erwähnt|erläutert|beschrieben|gezeigt|erklärt|gesagt)',
    'transkripts? (?:des|dieses) (?:videos|podcasts|clips)',
  ],
  es: [
    '(?:en|a lo largo de|durante) (?:este|el presente) (?:v[ií]deo|clip|p[oó]dcast|directo)',
    'en este episodio(?! de (?!nuestro|la serie|este p[oó]dcast))',
    'este (?:v[ií]deo|episodio|p[oó]dcast) (?:también |además )?(?:sugiere|destaca|concluye|menciona|señala|aborda|analiza|explora|explica|enfatiza|trata|examina)',
    '(?:la|esta) transcripción (?:proporcionada|facilitada|del v[ií]deo|del episodio|del p[oó]dcast|del clip)',
    'como se (?:menciona|indica|señala|explica|ve|muestra) en (?:el|este) (?:v[ií]deo|episodio|clip)',
    'como se (?:menciona|indica|señala|explica) en la transcripción',
  ],
  fr: [
    '(?:dans|au cours de|tout au long de) (?:cette|la présente) (?:vidéo|transcription)',
    "(?:dans|au cours de) cet (?:épisode(?! (?:de|du|des|d')(?! ?(?:notre|podcast)))|extrait vidéo)",
    'dans ce (?:podcast|clip|vlog|direct)',
    '(?:cette vidéo|cet épisode|ce podcast) (?:suggère|souligne|conclut|mentionne|note|aborde|explore|explique|évoque|traite|analyse|examine|insiste)',
    "la transcription (?:fournie|ci-dessus|de la vidéo|de cette vidéo|de l'épisode|du podcast)",
    'comme (?:mentionné|indiqué|expliqué|évoqué|le montre|le souligne) (?:dans )?(?:la|cette) (?:vidéo|transcription)',
  ],
  pt: [
    '(?:neste|nesse|durante este|ao longo deste|no presente) (?:v[ií]deo|clipe|podcast|vlog)',
    'neste episódio(?! d[aeo](?! nosso| podcast| série))',
    'este (?:v[ií]deo|episódio|podcast) (?:também )?(?:sugere|destaca|conclui|menciona|aponta|aborda|analisa|explora|explica|enfatiza|discute|trata|examina)',
    '(?:a|esta|da|na) transcrição (?:fornecida|disponibilizada|do v[ií]deo|do episódio|do podcast)',
    'como (?:mencionado|indicado|explicado|dito|mostrado|visto) n(?:o|este) (?:v[ií]deo|episódio|clipe)',
    'como (?:mencionado|indicado|dito) na transcrição',
  ],
  ru: [
    'в (?:этом|данном|настоящем) (?:видео|видеоролике|ролике|выпуске|подкасте|эпизоде подкаста|видеосюжете|стриме)',
    '(?:это|данное) видео (?:показывает|рассказывает|объясняет|посвящено|подч[её]ркивает|рассматривает|затрагивает)',
    '(?:предоставленн|привед[её]нн)\\p{L}{2,3} (?:расшифровк\\p{L}{1,2}|транскрипт\\p{L}{0,2}|субтитр\\p{L}{1,3})',
    '(?:расшифровк\\p{L}{1,2}|транскрипт\\p{L}{0,2}) (?:видео|ролика|выпуска|подкаста)',
    'как (?:упоминается|говорится|отмечается|сказано|показано) в (?:этом )?(?:видео|ролике|расшифровке|транскрипте|выпуске)',
  ],
  uk: [
    '(?:у|в) (?:цьому|даному) (?:відео|відеоролику|ролику|випуску|подкасті|епізоді подкасту|стримі)',
    '(?:це|дане) відео (?:показує|розповідає|пояснює|присвячене|підкреслює|розглядає)',
    '(?:надан|наведен)\\p{L}{1,3} (?:розшифровк\\p{L}{1,2}|розшифровці|транскрипт\\p{L}{0,2}|субтитр\\p{L}{1,3})',
    '(?:розшифровк\\p{L}{1,2}|розшифровці|транскрипт\\p{L}{0,2}) (?:відео|ролика|випуску|подкасту)',
    'як (?:згадується|йдеться|зазначено|зазначається|сказано|показано) (?:у|в) (?:цьому )?(?:відео|ролику|розшифровці|транскрипті|випуску)',
  ],
  ar: [
    '(?:في|خلال|من خلال) (?:هذا (?:الفيديو|المقطع المصور|البودكاست)|هذه الحلقة)',
    'هذا الفيديو (?:يشير|يوضح|يناقش|يتناول|يستعرض|يشرح|يؤكد)',
    '(?:يناقش|يتناول|يستعرض|يشرح) (?:هذا )?الفيديو',
    '(?:ال)?(?:نص|تفريغ) (?:هذا )?(?:الفيديو|الحلقة|المقطع)',
    '(?:بحسب|وفق|وفقا|وفقًا|حسب) ?(?:ل)?(?:النص المفرغ|لنص المفرغ|التفريغ النصي|لتفريغ النصي|الترجمة المصاحبة|لترجمة المصاحبة)',
    '(?:النص المفرغ|التفريغ النصي)',
    '(?:المتحدث|المتكلم|مقدم البرنامج) في (?:هذا )?(?:الفيديو|المقطع)',
    'كما (?:ورد|ذكر|جاء) في (?:هذا )?(?:الفيديو|المقطع|التفريغ)',
  ],
  hi: [
    'इस (?:वीडियो|एपिसोड|क्लिप|पॉडकास्ट|ट्रांसक्रिप्ट|प्रतिलेख) (?:में|के अनुसार|से)',
    '(?:यह|ये) वीडियो (?:बताता|दर्शाता|समझाता|चर्चा|सुझाव)',
    '(?:ट्रांसक्रिप्ट|प्रतिलेख|प्रतिलिपि|उपशीर्षकों|सबटाइटल|सबटाइटल्स|कैप्शन) के (?:अनुसार|मुताबिक)',
    '(?:ट्रांसक्रिप्ट|प्रतिलेख) (?:में|से|बताता|दर्शाता|बताती|दर्शाती)',
    '(?:दिए गए|प्रदान किए गए|उपलब्ध कराए गए) (?:ट्रांसक्रिप्ट|प्रतिलेख|वीडियो)',
    'जैसा कि (?:वीडियो|ट्रांसक्रिप्ट|प्रतिलेख) में',
  ],
  ja: [
    '(?:この|本|今回の)(?:動画|ビデオ|クリップ|ポッドキャスト|エピソード|文字起こし)(?:で|の中で|では|によると|によれば|は、)',
    '(?:文字起こし|書き起こし|トランスクリプト|字幕|キャプション)(?:によると|によれば|では、)',
    '(?:文字起こし|書き起こし|トランスクリプト)(?:は|が|に)(?:示|述べ|記|書|強調)',
    '(?:提供された|上記の)(?:文字起こし|書き起こし|トランスクリプト|字幕|動画)',
    '動画(?:内|の中)で(?:は|、)',
  ],
  zh: [
    '在?(?:本|本期|这个|這個|这支|這支|本段|本集)(?:视频|視頻|影片|播客|节目|節目)(?:中|里|裡|裏)',
    '(?:根据|根據|据|按照|依据|依據)(?:所提供的|提供的|上述|该|該|视频|影片)?(?:字幕|文字稿|转录|轉錄|转写|逐字稿|文稿)',
    '(?:字幕|文字稿|转录稿|转录文本|轉錄稿|逐字稿|转写文本)(?:中|里)?(?:显示|顯示|表明|指出|提到|强调|強調|写道|称)',
    '(?:正如|如)(?:视频|视频中|影片|影片中|字幕|文字稿|转录)(?:中|里)?所(?:述|说|說|示|提)',
    '(?:本|该|該|这段|這段)(?:视频|視頻|影片)(?:强调|強調|讨论|討論|探讨|探討|总结|總結|介绍了|提到)',
  ],
};

/** Talk that a story about a video, a transcript or a speaker of parliament may have. */
interface SubjectTalk {
  readonly phrases: PhraseTable;
  /** Words in the text or in its source that make the thing the story's own. */
  readonly introductions: Readonly<Record<string, RegExp>>;
}

const TELLS = {
  en: '(?:also |then |further |repeatedly |clearly )?(?:suggests|highlights|concludes|mentions|notes|discusses|emphasi[sz]es|underscores|delves|touches on|goes on to|walks through|dives into|explores|elaborates|points out)',
  de: '(?:auch |zudem |ferner )?(?:legt nahe|hebt hervor|betont|erwähnt|thematisiert|behandelt|erläutert|diskutiert|beleuchtet|deutet an|geht auf|kommt zu dem schluss|schließt mit|unterstreicht|verweist)',
  es: '(?:también |además |luego )?(?:sugiere|destaca|concluye|menciona|señala|aborda|analiza|discute|enfatiza|subraya|resalta|profundiza|recalca)',
  fr: "(?:également |aussi |ensuite )?(?:suggère|souligne|conclut|mentionne|note|aborde|évoque|discute|insiste|met en avant|met en lumière|met l'accent)",
  pt: '(?:também |ainda |então )?(?:sugere|destaca|conclui|menciona|aponta|aborda|discute|enfatiza|ressalta|salienta|aprofunda)',
  ru: '(?:также |далее )?(?:предполагает|подч[её]ркивает|отмечает|упоминает|обсуждает|затрагивает|акцентирует|заключает|приходит к выводу|резюмирует|рассказывает)',
  uk: '(?:також |далі )?(?:припускає|підкреслює|зазначає|згадує|обговорює|наголошує|акцентує|підсумовує|доходить висновку|розповідає)',
};

const TRANSCRIPT: SubjectTalk = {
  phrases: {
    en: [
      '(?:as |from |per )?(?:the )(?:transcript|transcription)(?! (?:of|from|released|published|service|software))',
    ],
    de: [
      '(?:das|dem|des|im|laut|aus dem|nach dem) transkripts?(?! (?:des|der|von|eines|einer))',
      '(?:laut|nach|gemäß|aus|in) (?:den )?untertiteln(?! (?:des|der|von|eines|einer))',
      'die untertitel (?:zeigen|legen nahe|geben an|besagen|lauten)',
    ],
    es: [
      '(?:la|esta|de la) transcripción(?! (?:de|del|publicada|judicial|genética))',
      '(?:según|de acuerdo con|en|como indican) los subtítulos(?! de)',
      'los subtítulos (?:indican|muestran|señalan|sugieren|dicen)',
    ],
    fr: [
      "(?:la|cette) transcription(?! (?:de|du|des|d'|publiée|musicale|génétique))",
      "(?:selon|d'après|dans|comme l'indiquent) les sous-titres(?! (?:de|du|des|d'))",
      'les sous-titres (?:indiquent|montrent|précisent|suggèrent|disent)',
    ],
    pt: [
      '(?:a|esta|na|da|à|pela) transcrição(?! (?:de|do|da|dos|das|divulgada|publicada|genética))',
      '(?:segundo|conforme|de acordo com|nas|pelas) (?:as )?legendas(?! (?:de|do|da|dos|das))',
      'as legendas (?:indicam|mostram|apontam|sugerem|dizem)',
    ],
    ru: [
      '(?:согласно|судя по|в|из|исходя из) (?:этой |данной )?расшифровк[еи](?=[,:;.]| (?:говорится|сказано|указано|отмечается|упоминается|следует))',
      'расшифровка (?:показывает|говорит|указывает|свидетельствует|предполагает|подтверждает)',
      '(?:согласно|судя по|в|из) (?:этому |этом |данному |данном )?транскрипт[ауе](?! (?:разговора|беседы|переговоров|заседания|слушани|звонка))',
      'транскрипт (?:показывает|указывает|свидетельствует|предполагает|подтверждает)',
      '(?:согласно|судя по|по|в|из) субтитра(?:м|х)(?! (?:к|фильма))',
      'субтитры (?:показывают|указывают|говорят|сообщают)',
    ],
    uk: [
      '(?:згідно з|за|судячи з|у|в|зі|з|відповідно до) (?:цією |цій |цієї )?розшифровк(?:ою|и)(?=[,:;.]| (?:йдеться|сказано|зазначено|згадано|випливає))',
      '(?:у|в) (?:цій )?розшифровці(?=[,:;.]| (?:йдеться|сказано|зазначено|згадано|зазначається))',
      'розшифровка (?:показує|вказує|свідчить|припускає|підтверджує)',
      '(?:згідно з|за|у|в|із|з) (?:цьому |цим )?транскрипт(?:ом|і|у|а)(?! (?:розмови|бесіди|переговорів|засідання|слухань|дзвінка))',
      'транскрипт (?:показує|вказує|свідчить|припускає|підтверджує)',
      '(?:згідно з|за|у|в|із|судячи з) субтитр(?:ами|ах|ів)(?! (?:до|фільму))',
      'субтитри (?:показують|вказують|свідчать)',
    ],
  },
  introductions: {
    en: /\ba (?:\p{L}+ ){0,2}transcript\b|\btranscripts\b|\btranscript (?:of|from|released|published)\b|\b(?:court|trial|call|hearing|interview|grand jury) transcript\b/iu,
    de: /\bein(?:e[ms]?)? (?:\p{L}+ ){0,2}Transkript|\bTranskripte\b|\bTranskripts? (?:des|der|von|eines)\b|\bSpielfilm/u,
    es: /\buna transcripción|\btranscripciones|\btranscripción (?:de|del|publicada)\b|\bpelícula/iu,
    fr: /\bune transcription|\btranscriptions\b|\btranscription (?:de|du|des|d['’])|\bfilms?\b/iu,
    pt: /\buma transcrição|\btranscrições|\btranscrição (?:de|do|da)\b|\bfilmes?\b/iu,
    ru: /расшифровк\p{L}+ (?:переговоров|самописц|запис|разговор|телефон|ч[её]рн|геном|днк|бесед)|транскрипт\p{L}* (?:разговора|беседы|переговоров|заседания|слушани|звонка)|фильм|сериал/iu,
    uk: /розшифров\p{L}+ (?:переговорів|самописц|запис|розмов|телефон|чорн|геном|днк|бесід)|транскрипт\p{L}* (?:розмови|бесіди|переговорів|засідання|слухань|дзвінка)|фільм|серіал/iu,
  },
};

const CAPTIONS: SubjectTalk = {
  phrases: { en: ['the (?:captions|subtitles)(?! (?:of|on|under|below|to|for))'] },
  introductions: {
    en: /\ba caption\b|\bcaptions (?:of|on|under|below|to|for)\b|\bcaption(?:ing|ed)\b|\b(?:films?|movies?|subtitled|photographs?|cartoons?)\b/iu,
  },
};

const VIDEO: SubjectTalk = {
  phrases: {
    en: [
      `the (?:video|episode|podcast|clip) ${TELLS.en}`,
      'according to the (?:video|episode|clip)',
      'in the (?:video|clip),? (?:the (?:speaker|host|narrator|presenter|creator|author)|he|she|they|we) (?:also |then )?(?:explains?|discuss(?:es)?|talks?|argues?|notes?|highlights?|mentions?|emphasi[sz]es?|says|suggests?)',
    ],
    de: [
      `(?:das video|der clip|die folge|der podcast) ${TELLS.de}`,
      'laut (?:dem )?video',
      'im video (?:erklärt|spricht|betont|erläutert|diskutiert|erwähnt|geht es um)',
    ],
    es: [
      `(?:el v[ií]deo|el episodio|el p[oó]dcast) ${TELLS.es}`,
      'según el (?:v[ií]deo|episodio)',
      'en el v[ií]deo se (?:explica|menciona|analiza|destaca|discute|habla)',
    ],
    fr: [
      `(?:la vidéo|l'épisode|le podcast) ${TELLS.fr}`,
      "(?:selon|d'après) (?:la vidéo|l'épisode)",
      "dans la vidéo,? (?:il|elle|on|nous|l'auteur|l'orateur) (?:explique|évoque|mentionne|souligne|parle|aborde)",
    ],
    pt: [
      `(?:o v[ií]deo|o episódio|o podcast) ${TELLS.pt}`,
      '(?:segundo|conforme|de acordo com) o (?:v[ií]deo|episódio)',
      'no v[ií]deo,? (?:ele|ela|o autor|o orador|o apresentador|é|são) (?:também )?(?:explica|menciona|destaca|fala|discute|aborda|explicad|mencionad|discutid|abordad)[oa]?s?',
    ],
    ru: [
      `(?:видео|ролик|автор (?:этого |данного )?(?:видео|ролика)) ${TELLS.ru}`,
      '(?:согласно|судя по) (?:видео|ролику)',
      'в (?:видео|ролике) (?:рассказывается|говорится|объясняется|обсуждается|рассматривается|подч[её]ркивается|отмечается)',
    ],
    uk: [
      `(?:відео|ролик|автор (?:цього )?(?:відео|ролика)) ${TELLS.uk}`,
      '(?:згідно з|судячи з) (?:відео|роликом)',
      '(?:у|в) (?:відео|ролику) (?:розповідається|йдеться|пояснюється|обговорюється|розглядається|підкреслюється|зазначається)',
    ],
    ar: ['(?:يشير|يوضح|يؤكد|يلمح|يخلص|يبرز) (?:مقطع )?الفيديو', 'الفيديو (?:يشير إلى|يؤكد|يبرز|يخلص إلى)'],
    hi: [
      'वीडियो (?:बताता|दर्शाता|सुझाता|सुझाव देता|रेखांकित करता|उल्लेख करता|पर प्रकाश डालता) है',
      'वीडियो के (?:अनुसार|मुताबिक)',
    ],
    ja: ['(?:動画|映像|ビデオ)は(?=[^。]{0,40}(?:示唆し|強調し|指摘し|述べ|論じ|結論))'],
    zh: [
      '(?:视频|視頻|影片)(?:中)?(?:强调|強調|讨论|討論|探讨|探討|总结|總結|指出|建议|建議)',
      '在?(?:这段|這段|该|該|这条|這條)(?:视频|視頻|影片)(?:中|里|裡)',
    ],
  },
  introductions: {
    en: /\ban? (?:\p{L}+ ){0,3}(?:video|clip)\b|\b(?:videos|clips|footage|bodycam)\b|\b(?:video|clip) (?:of|posted|released|published|shared|showing|shows|taken|filmed|shot)\b/iu,
    de: /\bein(?:e[ms])? (?:\p{L}+ ){0,2}(?:Video|Clip)|\bVideos\b|Videoaufnahme|Videomaterial|\bVideo (?:der|des|von|aus|zeigt)\b/iu,
    es: /\bun v[ií]deo|\bv[ií]deos\b|\bv[ií]deo (?:de|del|publicado|difundido|grabado|muestra)\b|imágenes/iu,
    fr: /\bune vidéo|\bvidéos\b|\bvidéo (?:de|du|des|d['’]|publiée|diffusée|filmée|montre)/iu,
    pt: /\bum v[ií]deo|\bv[ií]deos\b|\bv[ií]deo (?:de|do|da|publicado|divulgado|gravado|mostra)\b|imagens/iu,
    ru: /видео (?:с|из|от|опубликован|появил|снят)|(?:опубликовал|распространил|снял|выложил)\p{L}* (?:\p{L}+ ){0,2}(?:видео|ролик)|видеозапис|роликов|видеороликов|рекламн/iu,
    uk: /відео (?:з|із|від|опублікован|з['’]явил|знят)|(?:опублікува|поширил|зняв|зняла|виклал)\p{L}* (?:\p{L}+ ){0,2}(?:відео|ролик)|відеозапис|роликів|рекламн/iu,
    ar: /مقاطع|مقطعا|فيديو (?:نشر|متداول|يظهر|مصور)|لقطات/u,
    hi: /(?:एक|वायरल) वीडियो|वीडियो (?:वायरल|जारी|सामने)/u,
    ja: /動画が|動画を(?:公開|投稿|拡散)|防犯カメラ|監視カメラ/u,
    zh: /一[段条個个支则則](?:\p{L}{0,6})(?:视频|視頻|影片)|(?:视频|視頻|影片)(?:显示|顯示|流出|曝光|在网上)|网传|網傳|流传|監視器|监控/u,
  },
};

const SPEAKER: SubjectTalk = {
  phrases: {
    en: [`the (?:speaker|narrator|host|presenter|vlogger|youtuber|content creator) ${TELLS.en}`],
    de: [
      `(?:der|die) (?:sprecher(?:in)?|moderator(?:in)?|erzähler(?:in)?|gastgeber(?:in)?|vortragende|redner(?:in)?) ${TELLS.de}`,
    ],
    es: [
      `(?:el|la) (?:orador|oradora|narrador|narradora|presentador|presentadora|locutor|locutora|anfitrión|anfitriona|hablante) ${TELLS.es}`,
    ],
    fr: [
      `(?:l'oratrice|l'orateur|le narrateur|la narratrice|l'intervenante|l'intervenant|le présentateur|la présentatrice|l'animateur|l'animatrice|le locuteur|la locutrice|l'hôte) ${TELLS.fr}`,
    ],
    pt: [
      `(?:o|a) (?:orador|oradora|palestrante|narrador|narradora|apresentador|apresentadora|locutor|locutora|anfitrião|anfitriã|falante) ${TELLS.pt}`,
    ],
    ru: [`(?:спикер|рассказчик|ведущий|ведущая|докладчик|оратор|диктор|говорящий) ${TELLS.ru}`],
    uk: [`(?:спікер|оповідач|ведучий|ведуча|доповідач|промовець|промовиця|оратор|диктор) ${TELLS.uk}`],
    ar: [
      '(?:يشير|يوضح|يؤكد|يذكر|يناقش|يختتم) (?:المتكلم|الراوي|مقدم (?:الفيديو|الحلقة|البودكاست)|صاحب الفيديو)',
    ],
    hi: [
      '(?:वक्ता|होस्ट|मेज़बान|मेजबान|कथावाचक|प्रस्तुतकर्ता) (?:सुझाव देत|बतात|बताते|ज़ोर देत|जोर देत|उल्लेख करत|चर्चा करत|निष्कर्ष)[ाेी]?',
    ],
    ja: [
      '(?<!語)(?:話者|話し手|スピーカー|ナレーター|語り手|ホスト)は(?=[^。]{0,60}(?:ている|ました|ます|た)(?:。|$))',
    ],
    zh: [
      '(?:说话者|說話者|讲者|講者|旁白|博主|视频作者|影片作者|视频创作者|叙述者)(?:还|還|也|进一步|進一步)?(?:强调|強調|指出|提到|认为|認為|总结|總結|讨论|討論|建议|建議|表示|解释|解釋)',
    ],
  },
  introductions: {
    en: /\b[Ss]peaker (?:of|\p{Lu})|\b(?:[Hh]ouse|[Pp]arliament(?:ary|['’]s)?|[Aa]ssembly|[Ss]enate|[Kk]nesset|[Dd]uma|[Rr]ada|[Dd]eputy|[Ff]ormer) [Ss]peaker\b/u,
    de: /\p{Ll}sprecher|\b(?:[Ee]ine?|[Dd]eren|[Ss]ein|[Ii]hr) (?:\p{L}+ )?(?:Sprecher|Redner|Moderator)|\bSprecher(?:in)? (?:der|des|von|\p{Lu})/u,
    es: /\bun(?:a)? (?:orador|presentador|locutor)|\b(?:presentador|locutor)a? (?:de|del)\b/iu,
    fr: /\bun(?:e)? (?:orat|présentat|animat|intervenant|hôte)|\b(?:présentat|animat)(?:eur|rice) (?:de|du)\b|\bpays hôte/iu,
    pt: /\bum(?:a)? (?:orador|palestrante|apresentador|locutor)|\b(?:apresentador|locutor)a? (?:de|do|da)\b/iu,
    ru: /[Сс]пикер\p{L}* (?:[Гг]осдум|[Сс]овет|[Пп]арламент|[Рр]ад|[Пп]алат|\p{Lu})|(?:телеведущ|радиоведущ)|ведущ\p{L}{2,3} (?:шоу|программ|специалист|эксперт)/u,
    uk: /[Сс]пікер\p{L}* (?:[Рр]ад|[Пп]арламент|[Пп]алат|\p{Lu})|(?:телеведуч|радіоведуч)|ведуч\p{L}{1,3} (?:шоу|програм)/u,
  },
};

export const SUBJECT_TALK: readonly SubjectTalk[] = [TRANSCRIPT, CAPTIONS, VIDEO, SPEAKER];
