import type { PhraseTable } from '../phrases.ts';

/** Marks by which models are told who speaks. */
export const MODEL_MARKS: readonly RegExp[] = [
  /<\|?(?:im_start|im_end|endoftext|system|user|assistant|begin_of_text|eot_id)\|?>|\[\/?INST\]|<\/?(?:system|instructions?|prompt|transcript)>|<<\/?SYS>>/giu,
  /(?<![\p{L}\p{N}])#{2,4}\s?(?:instructions?|system|assistant|response)(?![\p{L}\p{N}])|^\s{0,4}(?:system|assistant|user)\s?:\s/giu,
];

/** Orders to a model that captions may hold and no article should repeat. */
export const INJECTION: PhraseTable = {
  en: [
    '(?:ignore|disregard|forget|override|bypass)(?: all| any| every| everything){0,2}(?: of)?(?: the| your| my| these| those| their)? (?:previous|prior|preceding|above|earlier|existing|foregoing|original|system)(?: \\p{L}{1,12})? (?:instructions?|prompts?|messages?|directions?|directives?|commands?|rules?|text|guidelines?|context)',
    '(?:ignore|disregard|forget) (?:everything|all(?: of)?|anything)?(?: (?:the|that(?: is| was)?))? ?(?:above|(?:said|written|that came) (?:above|before this))',
    'disregard (?:the|all|everything) above|ignore (?:the|all|your) instructions|forget (?:all |everything about )?your (?:instructions?|training|rules|guidelines)',
    '(?<!if )(?<!when )(?<!as )you are now (?:an? |the |in |acting |operating |no longer |free )?(?:ai|dan|assistant|chatbot|language model|model|developer mode|jailbroken|unrestricted|bound|to act|pirate|bot)',
    'you are (?:chatgpt|gpt-?\\d?|claude|gemini|an? (?:helpful |ai )(?:ai )?(?:assistant|language model|chatbot))',
    '(?:your|my|reveal the|print the|show the|repeat the|output the|leak the|new) (?:system|initial|hidden) (?:prompt|instructions)|system prompt ?:|(?:reveal|print|repeat|output) your (?:instructions|prompt)',
    '(?:^|(?<=[.!?] ))as the (?:ai |writing |language )?(?:assistant|model),?(?! (?:secretary|coach|director|manager|editor|professor|attorney|train|aircraft|city|for))',
    'as (?:the|an|your) (?:ai )?(?:assistant|language model),? (?:you|i|we)(?! (?:trained|worked|served))',
    '(?:new|updated|real|actual|special) instructions?(?: follow| for (?:the )?(?:ai|model|assistant|writer|llm))|(?:end|start|begin(?:ning)?) of (?:the )?(?:system )?(?:prompt|instructions|transcript)|end of json',
    '(?:reply|respond|answer|output)(?: only)? (?:only )?with (?:the|only the|exactly the|nothing but the)(?: single)? (?:word|words|phrase|text|json|following)',
    '(?:instructions?|note|message|attention) (?:to|for) (?:the )?(?:ai(?: model| writer| assistant)?|language model|llm|assistant|summari[sz]er)|attention,? (?:ai|language model|llm)',
    "(?:do not|don't|never) (?:mention|reveal|disclose) (?:this|these|the|your) (?:instructions?|prompts?|system prompt)|(?:enter|enable|activate) (?:developer|dan|jailbreak|god) mode",
  ],
  de: [
    '(?:ignoriere?t?|ignorieren sie|missachte|vergiss|vergessen sie)(?: alle| alles| sämtliche)?(?: die| deine| ihre| der)? ?(?:vorherigen|vorigen|bisherigen|obigen|früheren|vorangegangenen|vorangehenden)(?: \\p{L}{1,12})? ?(?:anweisungen?|instruktionen|befehle|prompts?|regeln|nachrichten|vorgaben)?',
    '(?:ignoriere?|vergiss) (?:alles )?(?:obige|das obige|alles oben|deine anweisungen|deine regeln|alle anweisungen)',
    'du bist (?:jetzt|nun|ab sofort) (?:ein |eine |der |die |im )?(?:ki|dan|assistent|chatbot|sprachmodell|modell|entwicklermodus|bot)',
    '(?:dein|deinen|mein|meinen|neuer|deine|deines) (?:system-?prompt|systemanweisung(?:en)?|systemnachricht)|system-?prompt ?:',
    '(?:als (?:der |dein )?(?:ki-)?assistent|als sprachmodell),? (?:musst|sollst|wirst|solltest) du|antworte (?:nur|ausschließlich) mit|neue anweisungen(?: folgen|:)|(?:anweisung|hinweis|nachricht)(?:en)? an (?:die ki|das (?:sprach)?modell|den assistenten)|ende (?:des prompts|der anweisungen|des transkripts)',
  ],
  es: [
    '(?:ignor[ae]n?|ignorad|olvid[ae]n?|desestim[ae]|desatiend[ae]|omit[ae])(?: todas| todo| todos)?(?: las| los| tus| sus| mis)? (?:instrucciones|indicaciones|órdenes|reglas|mensajes|prompts?) (?:anteriores|previas|previos|precedentes|de arriba)',
    '(?:ignor[ae]|olvid[ae]) (?:todo )?lo anterior|(?:ignor[ae]|olvid[ae]) (?:todas )?tus (?:instrucciones|reglas)',
    'ahora eres (?:un |una |el |la )?(?:ia|asistente|chatbot|modelo|dan|bot)|(?:tu|mi|nuevo) (?:prompt|mensaje|instrucción) (?:de|del) sistema|prompt (?:de|del) sistema ?:',
    'como (?:el )?(?:asistente|modelo),? (?:debes|tienes que|responde)|responde (?:solo|sólo|únicamente) con|nuevas instrucciones ?:|(?:instrucción|instrucciones|nota|mensaje) para (?:la ia|el modelo|el asistente)|fin (?:del prompt|de las instrucciones|de la transcripción)',
  ],
  fr: [
    '(?:ignore[zr]?|oublie[zr]?|négligez|ne (?:tiens|tenez) pas compte de)(?: toutes| tous)?(?: les| tes| vos| mes| des)? (?:instructions|consignes|directives|ordres|règles|messages) (?:précédente?s|antérieure?s|ci-dessus|préalables)',
    '(?:ignore[zr]?|oublie[zr]?) (?:tout )?ce qui précède|(?:ignore|oublie)[zr]? (?:toutes )?(?:tes|vos) (?:instructions|consignes|règles)',
    "tu es (?:maintenant|désormais) (?:une? |l'|le )?(?:ia|assistant|chatbot|modèle|dan|bot)|vous êtes (?:maintenant|désormais) (?:une? |l'|le )?(?:ia|assistant|chatbot|modèle)|(?:ton|votre|mon|nouveau) (?:prompt système|message système|invite système)|prompt système ?:",
    "en tant qu'(?:assistant|ia|modèle),? (?:tu dois|vous devez|réponds|répondez)|répond(?:s|ez) (?:uniquement|seulement) (?:par|avec)|nouvelles instructions ?:|(?:instructions?|note|message) (?:pour|à) (?:l'ia|le modèle|l'assistant)|fin (?:du prompt|des instructions|de la transcription)",
  ],
  pt: [
    '(?:ignor[ae]m?|esqueç[ao]m?|esquece|desconsidere[m]?)(?: todas| todos| tudo)?(?: as| os| suas| tuas| minhas)? (?:instruções|orientações|ordens|regras|mensagens|comandos) (?:anteriores|prévias|acima|precedentes)',
    '(?:ignor[ae]|esqueça|desconsidere) (?:tudo )?(?:o que (?:foi dito|está|veio) (?:acima|antes)|o acima|o anterior)|(?:ignor[ae]|esqueça) (?:todas )?(?:as )?suas (?:instruções|regras)',
    '(?:agora você é|você agora é|você é agora) (?:um |uma |o |a )?(?:ia|assistente|chatbot|modelo|dan|bot)|(?:seu|meu|novo|teu) (?:prompt|comando|mensagem) (?:de|do) sistema|prompt (?:de|do) sistema ?:',
    'como (?:o )?(?:assistente|modelo),? (?:você deve|deves|responda)|responda (?:apenas|somente) com|novas instruções ?:|(?:instrução|instruções|nota|mensagem) para (?:a ia|o modelo|o assistente)|fim (?:do prompt|das instruções|da transcrição)',
  ],
  ru: [
    '(?:игнорируй(?:те)?|проигнорируй(?:те)?|забудь(?:те)?|отбрось(?:те)?|не учитывай(?:те)?)(?: все| всё)?(?: свои| твои| ваши)? ?(?:предыдущие|прежние|прошлые|вышеуказанные|предшествующие|ранее данные)(?: \\p{L}{1,15})? (?:инструкци[ийю]|указания|команды|правила|сообщения|промпты)',
    '(?:игнорируй(?:те)?|забудь(?:те)?) (?:всё|все),? (?:что )?(?:выше|было (?:выше|сказано|написано))|(?:игнорируй(?:те)?|забудь(?:те)?) (?:все )?(?:свои|твои) (?:инструкции|правила)',
    '(?:теперь ты|ты теперь|отныне ты)(?: —| -)? (?:ии|ассистент|помощник|чат-бот|чатбот|модель|языковая|бот|dan)|(?:твой|свой|мой|новый) (?:системный (?:промпт|запрос)|системное сообщение)|системный промпт ?:',
    '(?:как|будучи) (?:ии-)?(?:ассистент|ассистентом|помощник),? ты|отвечай(?:те)? только|ответь(?:те)? только|новые инструкции ?:|(?:инструкци[яи]|сообщение|указание) для (?:ии|модели|ассистента|нейросети)|конец (?:промпта|инструкци[ий]|расшифровки)',
  ],
  uk: [
    '(?:ігноруй(?:те)?|проігноруй(?:те)?|забудь(?:те)?|відкинь(?:те)?|не зважай(?:те)? на)(?: всі| усі| все)?(?: свої| твої| ваші)? ?(?:попередні|колишні|минулі|вищенаведені|вищезазначені|раніше надані)(?: \\p{L}{1,15})? (?:інструкції|вказівки|команди|правила|повідомлення|промпти)',
    '(?:ігноруй(?:те)?|забудь(?:те)?) (?:все|усе),? (?:що )?(?:вище|було (?:вище|сказано|написано))|(?:ігноруй(?:те)?|забудь(?:те)?) (?:всі |усі )?(?:свої|твої) (?:інструкції|правила)',
    '(?:тепер ти|ти тепер|віднині ти)(?: —| -)? (?:ші|асистент|помічник|чат-бот|чатбот|модель|мовна|бот|dan)|(?:твій|свій|мій|новий) (?:системний (?:промпт|запит)|системне повідомлення)|системний промпт ?:',
    '(?:як|будучи) (?:ші-)?(?:асистент|асистентом|помічник),? ти|відповідай(?:те)? (?:лише|тільки)|нові інструкції ?:|(?:інструкці[яї]|повідомлення|вказівка) для (?:ші|моделі|асистента|нейромережі)|кінець (?:промпту|інструкцій|розшифровки)',
  ],
  ar: [
    '(?:تجاهل|تجاهلوا|تجاهلي|انس|انسَ|انسى) (?:جميع |كل |كافة )?(?:ال)?(?:تعليمات|أوامر|توجيهات|رسائل|قواعد)(?:ك)? (?:السابقة|أعلاه|الواردة أعلاه)|تجاهل (?:كل )?ما (?:سبق|ورد أعلاه)|(?:تجاهل|انس) تعليماتك',
    'أنت الآن (?:ال)?(?:مساعد|نموذج|روبوت|ذكاء)|(?:موجه|تعليمات) النظام (?:الخاصة بك|الخاص بك|:)|تعليمات جديدة ?:|(?:تعليمات|رسالة|ملاحظة) (?:إلى|للذكاء|لنموذج|للمساعد)(?: الذكاء الاصطناعي| المساعد| الاصطناعي)|بصفتك (?:المساعد|مساعد|نموذج)|أجب فقط ب',
  ],
  hi: [
    '(?:पिछले|पहले के|पूर्व|उपरोक्त|ऊपर के|पिछली)(?: सभी)? (?:निर्देशों|आदेशों|नियमों|संदेशों|हिदायतों)(?: को)? (?:अनदेखा|नज़रअंदाज़|नजरअंदाज|भूल|अनदेखी|इग्नोर)(?: कर(?:ें|ो)| जाओ| जाएं)?|ऊपर (?:लिखी|दी गई) (?:सभी )?(?:बातों|बातें) (?:को )?(?:अनदेखा|भूल)',
    '(?:अब (?:तुम|आप)|(?:तुम|आप) अब) (?:एक )?(?:एआई|ai|सहायक|चैटबॉट|मॉडल|असिस्टेंट)|(?:तुम्हारा|आपका|अपना|तुम्हारे|अपने) सिस्टम (?:प्रॉम्प्ट|संदेश)|सिस्टम प्रॉम्प्ट ?:|नए निर्देश ?:|(?:एआई|मॉडल|सहायक) के लिए (?:निर्देश|संदेश)|सहायक के रूप में,? (?:तुम|आप)|केवल .{1,20} शब्द (?:से|में) (?:उत्तर|जवाब) (?:दें|दो)',
  ],
  ja: [
    '(?:これまで|以前|上記|前|先|以上|すべて|全て)(?:の|まで)(?:すべての|全ての)?(?:指示|命令|プロンプト|ルール|指令)(?:を|は)(?:すべて|全て)?(?:無視|忘れ|破棄)(?:して|し|せよ|しろ|て|する(?:こと|ように))|上記(?:の内容)?を無視(?:して|せよ|しろ)',
    'あなたは(?:今から|これから|今や)(?:、)?.{0,10}(?:AI|アシスタント|モデル|チャットボット|DAN)|(?:あなたの|新しい)システムプロンプト|システムプロンプト[:：]|新しい指示[:：]|(?:AI|モデル|アシスタント)(?:への|に対する)(?:指示|メッセージ|命令)|アシスタントとして、?(?:あなた|以下|次)|.{1,12}という(?:単語|言葉)だけ(?:で|を)(?:答え|返答|出力|返信)',
  ],
  zh: [
    '(?:忽略|无视|無視|忘记|忘記|忘掉)(?:掉)?(?:你|您)?(?:之前|以上|上面|先前|前面|此前|上述)(?:的)?(?:所有|全部|一切)?(?:的)?(?:指令|指示|命令|提示词|提示詞|提示|规则|規則|内容|內容)|(?:忽略|无视|無視|忘记|忘記)(?:你的)?(?:所有|全部|一切)(?:之前|先前|以上|此前)?(?:的)?(?:指令|指示|命令|规则|規則|提示词)',
    '(?:你|您)(?:现在|現在)(?:是|就是)(?:一个|一個|一名)?(?:AI|人工智能|助手|助理|模型|聊天机器人|DAN)|(?:你的|您的|新的)(?:系统|系統)(?:提示词|提示詞|提示|指令)|(?:系统|系統)(?:提示词|提示詞|提示)[:：]|新(?:的)?指令[:：]|(?:给|給|致)(?:AI|模型|助手|人工智能)的(?:指令|指示|消息|提示)|作为(?:AI)?助手，?你|作為(?:AI)?助理，?你|(?:只|仅|僅)(?:用|以|回复|回覆|输出|輸出)(?:单词|单字|单個詞|一个词|“)',
  ],
};
