import { primarySubtag } from './primary-subtag.ts';
import { splitWords } from './words.ts';

/** The words by which spoken language steers itself. All normalised (see normalizeWord); a phrase is words joined by single spaces. */
export interface Discourse {
  /** Said before a sentence begins; leaving them out changes nothing. A trailing comma means: only when a comma follows. */
  readonly starters: ReadonlySet<string>;
  /** First words that point at an earlier sentence, so that this one cannot be understood alone. */
  readonly leaning: ReadonlySet<string>;
  /** First words that point back only when no topic word follows: "this is", but not "this war". */
  readonly pointing: ReadonlySet<string>;
  /** First words that often begin a clause where nobody wrote a full stop. */
  readonly openers: ReadonlySet<string>;
  /** Words that stand for who or what a clause is about; one behind an opener makes a new clause likely. */
  readonly subjects: ReadonlySet<string>;
  /** First words that speak to the other person in the room rather than to the reader. */
  readonly addressing: ReadonlySet<string>;
  /** Words that no sentence ends on: articles, prepositions, conjunctions. */
  readonly clinging: ReadonlySet<string>;
  /** Articles and the like: what follows them is the name of a thing. */
  readonly determiners: ReadonlySet<string>;
  /** Small words a name of a thing may hold inside: "rule of law". */
  readonly links: ReadonlySet<string>;
  /** "And" with the spaces around it, to join two names in a heading. */
  readonly conjunction: string | undefined;
  /** First words of questions, where nobody wrote a question mark. */
  readonly asking: ReadonlySet<string>;
  /** Greetings, thanks, appeals to subscribe, sponsor reads: phrases that mark talk about the programme rather than its subject. */
  readonly housekeeping: readonly string[];
  /** Titles of chapters that say nothing: "Intro", "Closing". */
  readonly genericTitles: ReadonlySet<string>;
}

type Lists = Readonly<Record<keyof Discourse, string>>;

/** Entries are parted by " | " or, in lists of single words, by spaces. */
const LISTS: Readonly<Record<string, Lists>> = {
  en: {
    starters:
      'and | but | so | well, | now, | okay, | ok, | yeah, | yes, | no, | right, | look, | listen, | you know | i mean | anyway | again, | actually, | basically, | of course, | like, | you see, | oh, | and so | so then | all right, | alright, | sure, | exactly, | i think, | then, | also, | in fact, | obviously, | absolutely, | and then | but then | first of all, | finally, | that said, | therefore, | meaning | hey, | hi, | um | uh | sorry,',
    leaning:
      "it it's it'll it'd he he's he'd he'll him she she's she'd they they're they've they'd them theirs that's that'll which who whom whose then because cause than too either neither nor also here's otherwise therefore however meanwhile instead or yes no yeah exactly correct right absolutely sure thanks thank so and but not let's let as anyway even including such like is are",
    pointing: "this that these those such his her their its both another other others one here there's same",
    openers: 'and but so because now well then if when although however plus',
    subjects:
      "i i'm i've i'd i'll we we're we've we'll you you're you've they they're they've he he's she she's it it's there there's this that's these those the my our what's let's if when",
    addressing: "you you're you've you'd you'll your",
    clinging:
      "a an the of to in on at by for from with into onto about and or but if because that which who whose when while than as is are was were be been am my your our their his her its this these those very really so not don't can will would could should may might must have has had do does did no every each between under over toward towards before after where how what whether unless until since though although i we he she they you i'm we're they're you're it's like just also even to",
    determiners: 'a an the my our your their his her its this these those some any no every each',
    links: 'of',
    conjunction: ' and ',
    asking:
      "what why how who when where which do does did is are was were can could would will should have has had aren't isn't don't didn't",
    housekeeping:
      'subscribe | like button | link in the description | links in the description | in the description | show notes | promo code | discount code | use code | percent off | our sponsor | our sponsors | the sponsors | sponsored by | sponsor of this | sponsoring this | brought to you by | check them out | patreon | free trial | sign up at | my newsletter | our newsletter | comment section | in the comments | leave a comment | notification bell | hit the bell | welcome to the | welcome back | welcome to another | thank you | want to thank | thanks for | good morning | good evening | good afternoon | hello everyone | hey everyone | hi everyone | hello everybody | see you next time | see you in the next | this episode | this video | this podcast | my channel | our channel | this channel | buy me a coffee | merch | next question | the floor is yours | have the floor | has the floor | yield the floor | point of order | can you hear me | you are muted | unmute | great to see you | great to have you | ladies and gentlemen | unanimous consent',
    genericTitles:
      'intro introduction outro conclusion closing start opening welcome summary q&a sponsor sponsors ad ads end recap | episode highlight | podcast introduction | closing thoughts | final thoughts | episode highlights | preview | highlights',
  },
  de: {
    starters:
      'und | aber | also | ja, | nein, | na ja | naja | genau, | genau | so, | nun, | gut, | okay, | ok, | jetzt, | und dann | ich meine, | wissen sie, | weißt du, | natürlich, | übrigens | hm, | äh | ähm | doch, | klar,',
    leaning:
      'es er sie ihn ihm da dann dort damit dafür dagegen daran darauf daraus darum darüber deshalb deswegen trotzdem denn weil dass ob auch sonst ja nein genau doch so und aber oder sondern also welche welches welcher nicht wobei außerdem',
    pointing:
      'der die das den dem deren dessen dies dieses diese dieser diesem ihr ihre ihrem ihren sein seine seinem seinen solche beide andere',
    openers: 'und aber also weil denn dann wenn jetzt da obwohl deshalb',
    subjects: 'ich wir sie er es das man du ihr die der diese wenn',
    addressing: 'du dir dich dein deine',
    clinging:
      'der die das den dem des ein eine einen einem einer eines und oder aber weil dass ob wenn als wie in im an am auf aus bei beim mit nach von vom vor zu zum zur für durch gegen ohne um über unter zwischen sehr nicht kein keine ich wir er sie ihr du mein dein sein unser ist sind war waren hat haben kann will wird auch nur noch so',
    determiners:
      'der die das den dem des ein eine einen einem einer eines kein keine keinen mein meine unser unsere ihr ihre sein seine diese dieser dieses zum zur im am vom beim',
    links: '',
    conjunction: ' und ',
    asking:
      'was warum wieso wer wann wo welche wie ist sind war hat haben kann können wird würde glauben meinen',
    housekeeping:
      'abonnieren | abonniert | glocke | daumen hoch | kommentare | beschreibung | sponsor | supporter | paypal | überweisung | unterstützt uns | werbung | rabattcode | newsletter | willkommen | herzlich willkommen | guten tag | guten abend | guten morgen | hallo | vielen dank | danke | tschüss | bis zum nächsten mal | diese sendung | dieser sendung | neue folge | dieses video | diesem video | schön dass',
    genericTitles:
      'intro einleitung einführung outro schluss fazit ende begrüßung werbung start abschluss zusammenfassung',
  },
  es: {
    starters:
      'y | pero | pues | bueno | bueno, | entonces | entonces, | o sea | a ver, | mira, | mire, | sí, | no, | claro, | es decir, | y entonces | bien, | ahora, | la verdad, | por supuesto, | además, | y luego | eh | ahora bien,',
    leaning:
      'él ella ellos ellas lo le les esto eso aquello cual quien cuyo entonces porque también tampoco así ahí allí mismo pues sí no y pero o sino además luego claro igual tal que aunque',
    pointing: 'este esta estos estas ese esa esos esas aquel aquella su sus otro otra otros otras ambos',
    openers: 'y pero porque entonces pues cuando si ahora también aunque mientras',
    subjects: 'yo nosotros ellos él ella eso esto el la los las hay no usted ustedes me nos se',
    addressing: 'tú usted ustedes te tu',
    clinging:
      'el la los las un una unos unas de del a al en con por para sin sobre entre hasta desde y e o u pero que si porque cuando como más muy mi tu su sus nuestro nuestra es son era fue ha han hay se me te le les nos lo no este esta ese esa',
    determiners:
      'el la los las un una unos unas del al mi su sus nuestro nuestra este esta estos estas ese esa cada',
    links: 'de del',
    conjunction: ' y ',
    asking: 'qué cómo quién cuándo dónde cuál cuáles cuánto por qué',
    housekeeping:
      'suscríbete | suscríbanse | suscribirse | campanita | like | comentarios | descripción | patrocinador | patrocinado | código | bienvenidos | bienvenidas | bienvenido | buenos días | buenas tardes | buenas noches | hola | muchas gracias | gracias | hasta luego | hasta la próxima | este video | este vídeo | este canal | mi canal | adelante por favor | cómo están',
    genericTitles:
      'introducción intro presentación cierre conclusión final bienvenida despedida resumen patrocinador',
  },
  fr: {
    starters:
      "et | mais | donc | alors | alors, | bon | bon, | ben | bah | eh bien | eh bien, | oui, | non, | voilà, | voilà | en fait | en fait, | enfin, | écoutez, | vous savez, | tu sais, | bref, | d'accord, | et puis | et donc | et alors | c'est-à-dire | euh | bien sûr, | ensuite, | maintenant,",
    leaning:
      "il elle ils elles c'est cela ça celui celle ceux celles ci ceci lui y en qui que dont lequel laquelle alors donc car parce puis aussi ainsi non oui voilà et mais ou ni or même là c'était qu'il qu'elle qu'on",
    pointing: "ce cet cette ces son sa ses leur leurs le la les autre autres d'autres tel telle",
    openers: 'et mais donc parce alors quand si puis car maintenant',
    subjects: "je j'ai j'étais on nous ils il elle elles ça c'est cela le la les vous tu",
    addressing: 'tu vous te votre vos ton',
    clinging:
      "le la les un une des du de à au aux en dans par pour sur sous avec sans chez entre et ou mais que qui si car parce quand comme très plus ne pas se je tu il elle on nous vous ils elles mon ma mes ton son sa ses notre nos votre leur ce cet cette ces est sont a ont était c'est",
    determiners:
      'le la les un une des du au aux mon ma mes notre nos votre leur leurs son sa ses ce cet cette ces chaque',
    links: 'de du des',
    conjunction: ' et ',
    asking: "qu'est-ce pourquoi comment qui quand où quel quelle quels quelles est-ce combien",
    housekeeping:
      'abonnez-vous | abonnez | abonner | cloche | pouce bleu | commentaires | description | sponsor | sponsorisé | partenaire | code promo | bienvenue | bonjour | bonsoir | salut | merci | au revoir | à bientôt | cette vidéo | cette chaîne | ma chaîne | cet épisode',
    genericTitles: 'introduction intro conclusion outro fin générique sponsor bienvenue résumé présentation',
  },
  pt: {
    starters:
      'e | mas | então | então, | bom | bom, | bem, | pois | olha, | olhe, | sim, | não, | claro, | quer dizer | ou seja | ou seja, | tipo | aí | e aí | e então | né | assim, | agora, | é claro,',
    leaning:
      'ele ela eles elas isso isto aquilo lhe qual quem cujo então porque pois também assim aí lá ali mesmo sim não e mas ou nem além tal que embora',
    pointing: 'este esta estes estas esse essa esses essas seu sua seus suas outro outra outros outras ambos',
    openers: 'e mas porque então quando se agora também embora enquanto',
    subjects: 'eu nós eles ele ela isso a o os as você vocês não',
    addressing: 'você vocês tu te',
    clinging:
      'o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela para com sem sobre entre até e ou mas que se porque quando como mais muito meu minha seu sua nosso nossa é são era foi tem têm há se me te lhe não este esta esse essa',
    determiners:
      'o a os as um uma uns umas do da dos das no na nos nas ao à meu minha seu sua nosso nossa este esta esse essa cada',
    links: 'de do da dos das',
    conjunction: ' e ',
    asking: 'o que como quem quando onde qual quais quanto por que',
    housekeeping:
      'inscreva-se | se inscreva | inscrevam-se | sininho | like | comentários | descrição | patrocinador | patrocinado | cupom | bem-vindos | bem-vindo | bom dia | boa tarde | boa noite | olá | muito obrigado | obrigado | obrigada | até a próxima | até logo | este vídeo | esse vídeo | este canal | meu canal | apoiadores',
    genericTitles: 'introdução intro abertura encerramento conclusão final resumo patrocinador apresentação',
  },
  it: {
    starters:
      'e | ma | allora | allora, | quindi | quindi, | dunque | dunque, | beh | beh, | bene, | sì, | no, | ecco, | ecco | cioè | insomma | insomma, | guardi, | guarda, | diciamo | certo, | appunto | e poi | poi, | ora, | adesso,',
    leaning:
      'egli lui lei essa esso essi loro ciò cui che chi quale quindi allora perché anche così lì là poi stesso sì no e ma o né infatti inoltre invece tale',
    pointing:
      'questo questa questi queste quello quella quelli quelle suo sua suoi sue lo la li le gli altro altra altri altre entrambi',
    openers: 'e ma perché quindi allora quando se ora anche mentre poi',
    subjects: 'io noi loro lui lei questo il la i le non si è',
    addressing: 'tu voi lei ti vi',
    clinging:
      "il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla in nel nella nei con su sul sulla per tra fra e o ma che se perché quando come più molto mio tuo suo sua nostro è sono era ha hanno c'è si mi ti ci vi non questo questa",
    determiners:
      'il lo la i gli le un uno una del dello della dei degli delle al alla nel nella sul mio sua nostro questo questa ogni',
    links: 'di del della dei',
    conjunction: ' e ',
    asking: "che cosa cosa come chi quando dove quale quali quanto perché cos'è",
    housekeeping:
      'iscrivetevi | iscriviti | campanella | mi piace | commenti | descrizione | sponsor | sponsorizzato | codice sconto | benvenuti | benvenuto | buongiorno | buonasera | ciao | salve | grazie | arrivederci | alla prossima | questo video | questo canale | il mio canale',
    genericTitles: 'introduzione intro chiusura conclusione finale saluti riassunto sponsor presentazione',
  },
  nl: {
    starters:
      'en | maar | dus | nou | nou, | ja, | nee, | oké, | ok, | kijk, | goed, | en dan | en toen | weet je, | ik bedoel | eigenlijk, | precies, | inderdaad, | nu, | trouwens, | eh',
    leaning:
      'hij zij ze hem er daar dan toen daarom daardoor daarmee want omdat ook zo ja nee precies dus en maar of welke wie niet bovendien anders toch',
    pointing: 'het dit dat deze die zijn haar hun zulke beide andere',
    openers: 'en maar dus want dan als wanneer nu toen omdat terwijl',
    subjects: 'ik we wij ze hij het dat de je jij u',
    addressing: 'je jij u jullie jouw uw',
    clinging:
      'de het een van in op aan bij met voor naar uit over onder tegen door zonder tussen en of maar dat die als omdat want om te heel erg niet geen mijn jouw zijn haar ons onze hun is zijn was waren heeft hebben kan wil zal ik we wij hij zij ze je jij ook nog',
    determiners: 'de het een mijn jouw zijn haar ons onze hun dit deze elke geen',
    links: 'van',
    conjunction: ' en ',
    asking: 'wat waarom hoe wie wanneer waar welke is zijn was heeft kan kun zou',
    housekeeping:
      'abonneer | abonneren | belletje | duimpje | reacties | beschrijving | sponsor | gesponsord | kortingscode | welkom | goedemorgen | goedenavond | goedemiddag | hallo | bedankt | dank je wel | dank u wel | tot ziens | tot de volgende | deze video | dit kanaal | mijn kanaal',
    genericTitles: 'introductie intro inleiding outro slot conclusie afsluiting einde samenvatting sponsor',
  },
  ru: {
    starters:
      'и | а | но | ну | ну, | вот | вот, | так, | да, | нет, | то есть | значит | значит, | в общем | в общем, | соответственно | соответственно, | конечно, | понятно, | хорошо, | и вот | ну вот | а вот | знаете, | смотрите, | собственно | так вот, | кстати, | поэтому | при этом',
    leaning:
      'он она оно они ему ей им это то там тут тогда потом затем потому поэтому который которая которое которые что чтобы если-то также тоже да нет и а но или либо же ведь кто чей так',
    pointing: 'этот эта эти этого этой этих тот та те такой такая такие его её ее их оба другой другие',
    openers: 'и но а потому поэтому если когда вот соответственно так',
    subjects: 'мы я они он она это то вы у не мне нам',
    addressing: 'ты вы вам вас тебе ваш ваша ваши',
    clinging:
      'в во на с со к ко о об от до из у за по под над при про для без через между и а но или что чтобы если когда как который которая которые не ни мы я вы ты он она они мой моя наш наша ваш их его её это этот эта очень более самый то же ли бы',
    determiners: 'в во на о об от из у за для без при этот эта эти этого этой этих наш наша наши каждый',
    links: '',
    conjunction: ' и ',
    asking: 'что почему зачем как кто когда где какой какая какие сколько ли',
    housekeeping:
      'подписывайтесь | подпишитесь | подписаться | колокольчик | лайк | лайки | в комментариях | комментарии | в описании | спонсор | промокод | реклама | добро пожаловать | добрый день | добрый вечер | доброе утро | здравствуйте | привет | спасибо | до свидания | до встречи | это видео | этом видео | на канале | канал | меня слышно | слышно',
    genericTitles: 'введение вступление интро заключение конец итоги финал реклама приветствие',
  },
  uk: {
    starters:
      'і | й | а | але | ну | ну, | от | от, | так, | ні, | тобто | значить | значить, | взагалі, | звичайно, | добре, | і от | знаєте, | дивіться, | отже | отже, | до речі,',
    leaning:
      'він вона воно вони йому їй їм це то там тут тоді потім тому який яка яке які що щоб також теж так ні і й а але або чи же адже хто чий',
    pointing: 'цей ця ці цього цієї цих той та ті такий така такі його її їх обидва інший інші',
    openers: 'і але а тому якщо коли от отже так бо',
    subjects: 'ми я вони він вона це то ви у не мені нам',
    addressing: 'ти ви вам вас тобі ваш ваша ваші',
    clinging:
      'в у на з із зі до о об від за по під над при про для без через між і й та а але або що щоб якщо коли як який яка які не ні ми я ви ти він вона вони мій моя наш наша ваш їх його її це цей ця дуже більш то ж чи би б',
    determiners: 'в у на про від із за для без при цей ця ці цього цієї наш наша наші кожен',
    links: '',
    conjunction: ' і ',
    asking: 'що чому навіщо як хто коли де який яка які скільки чи',
    housekeeping:
      'підписуйтесь | підпишіться | підписатися | дзвіночок | лайк | вподобайк | коментарі | в описі | спонсор | промокод | реклама | ласкаво просимо | вітаю | добрий день | добрий вечір | доброго ранку | доброго дня | привіт | дякую | до побачення | це відео | цьому відео | на каналі',
    genericTitles: 'вступ інтро висновок висновки кінець підсумки фінал реклама привітання',
  },
  ar: {
    starters:
      'و | لكن | ولكن | طيب | طيب، | نعم، | لا، | يعني | إذن | اذن | حسنا | حسنا، | ثم | أيضا | طبعا | طبعا، | الحقيقة | واخا | ايوا | المهم',
    leaning:
      'هو هي هم هن الذي التي الذين لأن لان لأنه لذلك ثم أيضا كذلك هناك هنا فيه فيها منه منها وهو وهي وهذا وهذه وهم نعم لا هادي هادشي هداك هوا هيا',
    pointing: 'هذا هذه ذلك تلك هؤلاء هاد داك ديك',
    openers: 'و لكن ولكن لأن ثم إذا عندما حيت ولا فاش منين',
    subjects: 'أنا انا نحن هم هو هي هذا هذه أنت حنا',
    addressing: 'أنت انت أنتم نتا نتي',
    clinging:
      'في من على إلى الى عن مع و أو او أن ان إن لأن الذي التي الذين هذا هذه كل بين بعد قبل لا لم لن ما غير حتى ديال د ف ب ل',
    determiners: 'في من على هذا هذه كل عن بعض',
    links: '',
    conjunction: ' و',
    asking: 'ماذا لماذا كيف من متى أين اين هل ما كم واش شنو علاش كيفاش',
    housekeeping:
      'اشتركوا | اشترك | الاشتراك | زر الإعجاب | لايك | التعليقات | في الوصف | صندوق الوصف | برعاية | السلام عليكم | مرحبا | أهلا | اهلا وسهلا | صباح الخير | مساء الخير | شكرا | شكرا جزيلا | إلى اللقاء | هذا الفيديو | القناة | قناتي',
    genericTitles: 'مقدمة المقدمة خاتمة الخاتمة البداية النهاية تمهيد',
  },
  hi: {
    starters: 'और | तो | लेकिन | मगर | अब | हाँ | हां | अच्छा | अच्छा, | देखिए | देखिये | मतलब | फिर | जी',
    leaning:
      'वे इसलिए क्योंकि तब फिर भी ही जो जिस वहाँ यहाँ ऐसा ऐसे ऐसी वैसे हाँ नहीं और लेकिन या इसको उसको इनको उनको इससे उससे',
    pointing: 'यह ये वह वो इस उस इन उन इसका इसकी इसके उसका उसकी उसके उनका उनकी उनके',
    openers: 'और तो लेकिन क्योंकि अगर जब अब फिर इसलिए',
    subjects: 'मैं हम आप वो वह यह ये तुम वे',
    addressing: 'आप तुम आपको आपके आपकी',
    clinging: 'का के की को में से पर ने और या कि जो एक बहुत मैं हम यह वह ये वो इस उस अगर जब लेकिन तो',
    determiners: 'का के की एक हर कोई इस उस यह वह',
    links: 'का के की',
    conjunction: ' और ',
    asking: 'क्या क्यों कैसे कौन कब कहाँ कहां किस कितना कितने',
    housekeeping:
      'सब्सक्राइब | लाइक | कमेंट | घंटी | डिस्क्रिप्शन | प्रायोजक | स्वागत | नमस्कार | नमस्ते | धन्यवाद | शुक्रिया | इस वीडियो | चैनल',
    genericTitles: 'परिचय प्रस्तावना निष्कर्ष समापन आरंभ अंत',
  },
  ja: {
    starters:
      'そして | で | でも | しかし | だから | それで | じゃあ | では | さて | まあ | はい | ええ | えっと | あの | また | ところが',
    leaning:
      'これ それ あれ ここ そこ あそこ 彼 彼女 彼ら こう そう そんな こんな だから しかし でも それで つまり また そして ので から',
    pointing: 'この その あの',
    openers: 'そして でも しかし だから それで では また もし',
    subjects: '私 我々 彼 これ それ',
    addressing: 'あなた',
    clinging: 'の に は を が と で も や へ から まで より な',
    determiners: 'の この その',
    links: 'の',
    conjunction: 'と',
    asking: 'なぜ どう 何 誰 どこ いつ どんな',
    housekeeping:
      'チャンネル登録 | 高評価 | コメント 欄 | 概要 欄 | 提供 | スポンサー | こんにちは | こんばんは | おはよう | ありがとう | また 次回 | この 動画 | ご 視聴 | 登録',
    genericTitles: '導入 はじめに イントロ 紹介 終わりに まとめ エンディング オープニング',
  },
  zh: {
    starters:
      '那 | 那么 | 那麼 | 但是 | 但 | 所以 | 然后 | 然後 | 而且 | 好 | 对 | 對 | 嗯 | 其实 | 其實 | 就是 | 因此 | 当然 | 當然',
    leaning:
      '它 他 她 他们 她们 它们 他們 她們 它們 所以 因为 因為 因此 但 但是 而 而且 然后 然後 也 还 還 就 则 并 对 對 是 不 没错 沒錯 这样 這樣 那样 那樣 同样 同樣',
    pointing: '这 这个 这些 這 這個 這些 那 那个 那个 那些 那個 其 此',
    openers: '但是 所以 因为 因為 然后 然後 如果 而且 现在 現在',
    subjects: '我 我们 我們 他 她 它 他们 他們 这 這 你',
    addressing: '你 您 你们 你們',
    clinging: '的 在 和 与 與 或 把 被 让 讓 给 給 对 對 从 從 到 为 為 以 于 於 是 有 个 個 一 很 不',
    determiners: '的 这个 这 一个 个 這 這個 一個 個 种 種',
    links: '',
    conjunction: '与',
    asking: '什么 什麼 为什么 為什麼 怎么 怎麼 谁 誰 哪里 哪裡 如何 是否',
    housekeeping:
      '订阅 | 訂閱 | 点赞 | 點讚 | 评论 区 | 留言 | 说明 栏 | 赞助 | 贊助 | 大家 好 | 欢迎 | 歡迎 | 你好 | 早上好 | 晚上好 | 谢谢 | 謝謝 | 感谢 收看 | 再见 | 再見 | 这个 视频 | 本 视频 | 频道 | 頻道 | 收看',
    genericTitles: '引言 介绍 介紹 开场 開場 结语 結語 总结 總結 结尾 結尾 简介',
  },
};

const NOTHING: Discourse = {
  starters: new Set(),
  leaning: new Set(),
  pointing: new Set(),
  openers: new Set(),
  subjects: new Set(),
  addressing: new Set(),
  clinging: new Set(),
  determiners: new Set(),
  links: new Set(),
  conjunction: undefined,
  asking: new Set(),
  housekeeping: [],
  genericTitles: new Set(),
};

const known = new Map<string, Discourse>();

/** The steering words of a language (BCP 47); empty lists where we have none, so that every rule built on them stays silent. */
export function discourse(language: string): Discourse {
  const key = primarySubtag(language);
  const lists = LISTS[key];
  if (!lists) return NOTHING;
  let result = known.get(key);
  if (!result) {
    result = read(lists, key);
    known.set(key, result);
  }
  return result;
}

/** A phrase as the words of a transcript are cut, which in Chinese and Japanese is not ours to say. */
function cutWords(phrase: string, language: string): string {
  const words = splitWords(phrase, language).map(({ text }) => text);
  return words.join(' ');
}

function read(lists: Lists, language: string): Discourse {
  return {
    starters: phrases(lists.starters),
    leaning: words(lists.leaning),
    pointing: words(lists.pointing),
    openers: words(lists.openers),
    subjects: words(lists.subjects),
    addressing: words(lists.addressing),
    clinging: words(lists.clinging),
    determiners: words(lists.determiners),
    links: words(lists.links),
    conjunction: lists.conjunction,
    asking: words(lists.asking),
    housekeeping: [...phrases(lists.housekeeping)].map((phrase) => cutWords(phrase, language)),
    genericTitles: new Set([...phrases(lists.genericTitles), ...words(lists.genericTitles)]),
  };
}

function phrases(list: string): Set<string> {
  return new Set(list.split('|').map((phrase) => phrase.trim()));
}

function words(list: string): Set<string> {
  return new Set(list.split(/[\s|]+/u).filter((word) => word !== ''));
}
