import { primarySubtag } from './primary-subtag.ts';

/**
 * Words that say nothing about a topic: grammar, and the small change of spoken language ("yeah", "kind of", "going to").
 * Normalised (see normalizeWord), by primary language subtag.
 */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en: `a about above across actually after again against ago ah all almost along already also although always am among an and another any anybody
    anyone anything anyway are aren't around as at away back basically be became because become been before began behind being below between both but by
    call called came can can't cannot certain certainly come comes coming could couldn't course did didn't different do does doesn't doing don't done
    down during each either else end enough especially etc even ever every everybody everyone everything exactly far few first for four from gave get
    gets getting give given gives giving go goes going gone gonna good got gotta great guess had hadn't happen happened happening happens has hasn't
    have haven't having he he'd he'll he's her here here's hers herself hey hi him himself his how however i i'd i'll i'm i've if in indeed instead into
    is isn't it it'd it'll it's its itself just keep kept kind kinda knew know knows known last least less let let's like likely little long look looked
    looking looks lot lots made make makes making many may maybe me mean means meant might mine more most much must my myself need needs neither never
    new next nice no nobody none nor not nothing now obviously of off oh ok okay old on once one ones only onto or other others otherwise our ours
    ourselves out over own part people per perhaps point pretty probably put quite rather really right said same saw say saying says second see seeing
    seem seemed seems seen several shall she she'd she'll she's should shouldn't show since so some somebody somehow someone something sometimes
    somewhere somewhat sort start started still stuff such sure take taken takes taking talk talked talking tell tends than thank thanks that that'll
    that's the their theirs them themselves then there there'd there's therefore these they they'd they'll they're they've thing things think thinking
    thinks this those though thought three through thus till time times to today together told anywhere elsewhere rapidly according quickly slowly fundamentally whatsoever too took toward towards trying tried try two uh
    ultimately um under until up upon us use used using usually various very wanna want wanted wants was wasn't way ways we we'd we'll we're we've well
    went were weren't what what's whatever when whenever where where's whereas whether which whichever while who who's whoever whole whom whose why
    will with within without won't word words work would wouldn't wow yeah yes yet you you'd you'll you're you've your yours yourself yourselves
    true bad big small better best cool fine hello welcome please sorry gentleman gentlemen honorable honourable sir madam mr mrs ms
    hundred thousand million billion trillion five six seven eight nine ten half couple bit fact feel felt idea question questions answer reason
    year years week weeks month months day days hour hours minute minutes moment side current dollars hundreds thousands millions billions percent number numbers example examples literally totally absolutely currently easily mostly entirely immediately eventually specifically essentially extremely particularly generally usually typically constantly clearly directly recently finally suddenly easiest hardest main important interesting amazing incredible definitely simply able guy guys cetera`,
  de: `aber ab alle allem allen aller alles als also am an ander andere anderen anderer anderes auch auf aus bei beim bin bis bist bisschen bitte bloß da
    dabei dadurch dafür dagegen daher damit danach dann daran darauf daraus darin darf darüber darum das dass davon davor dazu dein deine dem den denen
    denn der deren des deshalb desto dessen dich die dies diese diesem diesen dieser dieses dir doch dort du durch dürfen eben ein eine einem einen einer
    eines einfach einige einmal eigentlich er es etwa etwas euch euer eure finde findet ganz gar geben geht gegeben gegen gehen gemacht genau genug gerade
    gern gesagt gibt ging glaube gleich gut gute guten habe haben halt hast hat hatte hätte hatten hätten her hier hin hinter ich ihm ihn ihnen ihr ihre
    ihrem ihren ihrer im immer in ins irgendwie ist ja jede jedem jeden jeder jedes jetzt kam kann kannst kein keine keinem keinen keiner klar komme
    kommen kommt können könnte lange lassen leider letzte letzten leute machen macht mal man manchmal mehr mein meine meinem meinen meiner mich mir mit
    möchte muss müssen musste na nach natürlich ne neben nee nein nicht nichts nie noch nun nur ob oder ohne okay sage sagen sagt schon sehe sehen sehr
    sein seine seinem seinen seiner seit selber selbst sich sicher sie siehe sieht sind so sogar solche sollen sollte sondern sonst soll sowie stimmt
    super tag tun über überhaupt um und uns unser unsere unserem unseren unserer unter viel viele vielen vielleicht vom von vor war wäre waren warum was
    weg weil weiß weiter welche welchem welchen welcher wenig wenn wer werde werden wie wieder wieso will wir wird wirklich wissen wo wollen wollte worden
    wurde wurden würde würden zu zum zur zwar zwei zwischen drei ding dinge frage jahr jahre jahren mann neu neue neuen ersten erste zweite genauso äh ähm`,
  es: `a ante al algo alguien algún alguna algunas alguno algunos ahí ahora allá allí antes aquel aquella aquellas aquello aquellos aquí así aun aún aunque
    bajo bastante bien bueno buena buenas buenos cada casi claro como cómo con contra cosa cosas cual cuál cuales cualquier cuando cuándo cuanto cuánto da
    dado dan de debe decía decir del demás dentro desde después dice dicen dicho digo día días donde dónde dos durante e el él ella ellas ellos embargo en
    entonces entre era eran eres es esa esas ese eso esos esta está estaba estaban estamos están estar estas este esto estos estoy fin fue fueron gente
    gracias gran ha haber había habían hace hacen hacer hacia hago han hasta hay haya he hemos hizo hola incluso ir igual jamás la las le les lo los luego
    más mal manera me mejor menos mi mientras mil mis misma mismas mismo mismos momento muchas mucha mucho muchos muy nada nadie ni ningún ninguna no nos
    nosotros nuestra nuestras nuestro nuestros nunca o os otra otras otro otros para parece parte pero poco podemos poder por porque pues puede pueden que
    qué quién quien quienes quiere quiero realmente sabe saber se sé sea sean según señor señora ser será si sí sido siempre sin sino sobre sólo solo son
    soy su sus suya suyo tal también tampoco tan tanto te tener tenemos tengo tenía ti tiene tienen tipo toda todas todavía todo todos tres tu tú tus un
    una unas uno unos usted ustedes va vamos van vale varias varios ve veces ver verdad vez vi vida voy y ya yo año años pregunta ejemplo primer primera`,
  fr: `a à afin ai ainsi alors après as assez au aucun aucune aujourd'hui aura aussi autre autres aux avait avaient avant avec avez avoir avons beaucoup
    bien bon bonne bonjour bonsoir c'est c'était ça car ce ceci cela celle celles celui ceux cependant certains ces cet cette chaque chez chose choses ci
    comme comment contre d'abord d'accord d'un d'une dans de début déjà depuis des deux devant dire dis disait dit doit donc dont du elle elles en encore
    enfin entre es est est-ce et étaient était étant été être eu euh eux faire fais fait faites faudrait faut fois font gens grand grande hein ici il ils
    j'ai j'avais je jamais jour jusqu'à l'on la là laquelle le lequel les leur leurs lui ma maintenant mais mal même mêmes merci mes mettre mieux moi moins
    moment mon n'a n'ai n'est ne ni nos notre nous on ont ou où oui par parce parler pas pendant peu peut peut-être peuvent peux plus plusieurs point
    pour pourquoi pourtant près premier première pris puis puisque qu'il qu'elle qu'on qu'est-ce quand que quel quelle quelles quelque quelques quels qui
    quoi rien s'est s'il sa sais sait sans se sera serait ses seul seulement si sinon soi soit son sont sous souvent suis suite sur ta tant te tel telle
    temps tes toi ton toujours tous tout toute toutes très trois trop tu un une va vais vers veut veux vient voilà voir vois vont vos votre vous vraiment y
    c n'y l d j m n s t qu ans an année années question madame monsieur petit petite exemple vite truc trucs coup niveau façon gros cetera franchement clairement`,
  pt: `a à agora aí ainda algo alguém algum alguma algumas alguns ali ano anos antes ao aos apenas aquela aquelas aquele aqueles aqui aquilo as às assim até
    bastante bem boa bom cada casa caso certo coisa coisas com como contra cada cá da dá daquele das de dela dele deles demais depois desde dessa desse
    desta deste deve dia dias disso disse diz dizer do dois dos duas durante e é ela elas ele eles em enquanto então entre era eram és essa essas esse
    esses está estamos estão estar estava este esta estas estes estou eu exemplo falar faz fazer fez ficar foi foram for gente grande há hoje ir isso isto
    já lá lhe lhes lo logo lugar maior mais mas me melhor menos mesma mesmo mesmos meu meus minha minhas muita muitas muito muitos na nada não nas nem
    nenhum nenhuma nessa nesse nesta neste ninguém no nos nós nossa nossas nosso nossos num numa nunca o obrigado olha onde os ou outra outras outro outros
    para parece parte pela pelas pelo pelos pessoas pode podem poder pois por porque porquê pouco pra precisa primeira primeiro próprio qual quais qualquer
    quando quanto que quê quem quer quero realmente saber sabe são se seja sem sempre ser será seu seus si sido sim sobre só sua suas também tal talvez tão
    tem têm temos tempo tenho ter teve tinha tipo toda todas todo todos três tu tudo um uma umas uns vai vamos vão ver vez vezes você vocês vou`,
  it: `a abbiamo adesso ai al alcuni alcune alla alle allo allora altra altre altri altro anche ancora anni anno appunto avere aveva avete avevano ha hanno
    ho bene buon buona buonasera c'è c'era casa caso che chi ci ciò cioè come comunque con contro cosa cose così cui da dai dal dalla dalle dallo davvero
    degli dei del dell dell'altro della delle dello dentro detto deve di dice dire diciamo dico dopo dove due dunque e è ecco ed era erano esempio essere
    fa fare fatto fino forse fra fu già giorno gli grande grazie i il in infatti insomma invece io l la là le lei li lo loro lui ma magari mai me meglio
    meno mentre mi mia mie miei mio modo molta molte molti molto momento ne negli nei nel nella nelle nello nessun nessuno niente no noi non nostra nostre
    nostri nostro nulla o ogni oggi oltre ora oppure parte per perché perciò però persone più poco poi possiamo possono prima primo proprio può punto qua
    quale quali qualche qualcosa qualcuno quando quanto quasi quella quelle quelli quello questa queste questi questo qui quindi sa sarà se sé secondo sei
    sempre senza si sì sia siamo siete solo sono sopra sta stata state stati stato stesso sto su sua sue sui sul sulla suo suoi tanto te tempo ti tra tre
    tu tua tuo tutta tutte tutti tutto un un'altra una uno va vabbè vai vede vediamo vero verso vi viene voi volta vuol vuole`,
  nl: `aan af al alle alleen allemaal als altijd ander andere anders beetje ben bent best beter bij bijna bijvoorbeeld daar daarom dan dat de deze die dit
    doe doen doet door dus echt een eén eens eerst eerste eigenlijk elk elke en er even ga gaan gaat geen gewoon ging gezegd goed goede had hadden heb
    hebben heeft heel hele hem hen het hier hij hoe hun iedereen iemand iets ik in is ja jaar je jij jou jouw jullie kan keer kijk kijken klopt komen komt
    kon kunnen kunt laat laten lang leuk maak maakt maar maken man me mee meer meest men mensen met mij mijn misschien moet moeten mogen na naar natuurlijk
    nee net niemand niet niets nog nooit nou nu of om omdat onder ons onze ook op over paar precies soort soms staan staat steeds straks te tegen terug
    toch toe toen tot twee uit uw van vanaf veel verder voor vraag vragen waar waarom wanneer want waren was wat we weer weet weg wel welke werd wie wij
    wil willen word worden wordt zal ze zeer zeg zeggen zegt zei zelf zich zie zien ziet zij zijn zit zo zoals zoiets zonder zou zouden dag ding dingen`,
  ru: `а без более больше будем будет будете будто будут бы был была были было быть в вам вами вас ваш ваша ваше вдруг ведь весь во вообще вот впрочем все
    всё всегда всего всей всем всех вы говорит говорить говорят говорю год года году да даже два две для до довольно должен должна должны других другие
    другой его ее её если есть ещё еще ж же за зачем здесь здравствуйте знаем знаете знает знать знаю и из или им именно ими иногда их к каждый кажется
    как какая какие какой какое когда конечно которая которого которое которой которые который которых кроме кстати кто куда лет ли либо лишь лучше люди
    между меня мне много может можем может можно мой моя мы на над надо например нас наш наша наше наши не него нее неё ней некоторые нельзя нет ни нибудь
    никогда ним них ничего но ну нужно о об образом один одна одно однако около он она они оно опять от ответ очень первый перед по под пока понимаю понятно
    после потом потому почему почти при про просто пусть раз разве результат с сам сама сами само самый свой свои своей своих сегодня сейчас скажем сказал
    сказать слишком собственно совершенно совсем со спасибо сразу стал стоит сюда так такая также такие такой таким там твой те тебе тебя тем теперь то
    тогда того тоже той только том тот три ту тут ты у уж уже хорошо хотя хочет хочу чего чего-то человек чем через что чтоб чтобы что-то чуть эта эти
    этим этих это этого этой этом этот эту я является делать время вопрос дело`,
  uk: `а або адже аж але б багато без би більш більше був буде будемо будете будуть була були було бути в вам вами вас ваш ваша ваше вже ви від він вона
    вони воно все всі всього всіх втім де деякі для до дуже є ж за завжди зараз звичайно знаєте знати знаю з зі і із інколи інша інше інший інші їй її їм
    їх й його йому каже кажуть коли кожен крім куди ласка ледь лише люди людина має мають мене мені ми може можемо можете можна можуть мої мій моя на навіть
    над нам нами наприклад нас наш наша наше наші не неї немає ні ній ніколи ним них нічого ну о об один одна одне однак ось от отже первинний перед по під
    після поки потім потрібно при про просто раз рік роки років сам сама саме самі свій свої своїх своєю сказав сказати собі собою справді стає так така
    такий такі також там твій те тебе тепер ти тих тільки тим то тобі тобто того тоді той тому тощо треба три тут у усе усі усього хіба хоча хто хоче хочу
    це цей ці цим цих цього цьому ця цю час чи чим чого чому ще що щоб щось я як яка яке який якщо які якій яку питання речі дуже дякую`,
  ar: `في من على إلى الى عن مع هذا هذه ذلك تلك هو هي هم هن نحن أنا انا أنت انت أنتم التي الذي الذين اللي كان كانت كانوا يكون تكون أن ان إن أنه انه أنها
    انها لأن لان لكن ولكن لم لن لا ما ماذا متى كيف أين اين كل بعض غير بين بعد قبل عند عندما حيث حتى إذا اذا لو قد لقد ثم أو او أم و ف ب ل ك وهو وهي وهذا
    وهذه فيها فيه منها منه عليها عليه إليه اليه به بها له لها لهم لنا لي لك كما مثل أيضا ايضا أي اي هناك هنا الآن الان اليوم نعم يعني جدا فقط أكثر اكثر
    أول اول واحد شيء شي حاجة الناس يجب يمكن ممكن سوف ليس ليست هل قال قالت يقول تقول نقول شكرا السلام عليكم طيب خلال منذ ضد حول دون سنة عام يوم
    هاد هادي هادشي هاذ ديال ديالي ديالك ديالو ديالها ديالنا ديالهم اللي لي غادي باش واش شنو علاش كيفاش فين كاين كاينة كان راه راني راك حنا نتا نتي هما
    بزاف شوية دابا ماشي حيت ولا والا واحد وحد شي حتى غير داك ديك دوك هداك هديك عندي عندو عندك عندها عندهم كنت كانو كي منين ايه اه لا يلا دار دير
    ليا ليه ليك ليها ليهم لينا عليا عليك عليها عليهم علينا فيا فيك فيهم فينا معايا معاك معاه معاها معاهم معانا منو منهم منا تا بلي را وما يا بلا فاش فهاد
    بهاد لهاد داكشي بحال بحالي كاع قاع كامل كاملة جوج وانا وأنا وهو وهي مور والو هاكا وحدة حد كيفما غادا غاديا ولى عاود بدا وبدا بقيت باغي بغيت قلت قالي قاليه
    قاليها قاليهم وقال وقالي معندي معندو ود شنا مكاين ماكاين حتال فواحد بواحد شكون وشكون لقيت ديك وما بعدتي وبعدتي`,
  hi: `का के की को में से है हैं था थे थी और या कि यह ये वह वो इस उस इन उन ने पर भी तो ही नहीं न मत हम हमारे हमारी हमारा हमें मैं मेरा मेरी मेरे मुझे आप आपका आपके
    आपकी आपको तुम तुम्हारा वे उनके उनकी उनका उसके उसकी उसका इसके इसकी इसका इसको उसको उनको इनको जो जिस जिसे जिनके जब तब अब कब क्या क्यों कैसे कैसा कौन
    कहाँ कहां यहाँ यहां वहाँ वहां कुछ सब सभी कोई किसी एक दो तीन बहुत सा सी से लिए साथ बाद पहले तक कर करके करना करने करता करते करती किया किए की करें करो
    होता होते होती होना होने हो हुआ हुई हुए हूँ हूं रहा रहे रही गया गए गई जा जाता जाते जाती जाना जाए दिया दे देते देना ले लेते कहा कहते कहना बात बातें बारे अगर
    मगर लेकिन परन्तु परंतु किन्तु इसलिए क्योंकि फिर जैसे ऐसे ऐसा ऐसी वैसे अपना अपने अपनी आज बस हां हाँ जी चाहिए सकता सकते सकती लोग समय चीज अंदर ऊपर नीचे पे करी गर`,
  ja: `の に は を が と で も や か から まで より へ ね よ な わ さ ぞ だ です ます でした ました ません ない なく なかっ なかった れる られ られる せる させ た て し する した して
    いる い ある あり あっ あった なる なり なっ なった なら いう いっ いった 言う 言っ 言い こと もの ところ とき 時 ため よう そう こう ああ どう この その あの どの これ それ
    あれ どれ ここ そこ あそこ どこ 私 僕 俺 あなた 彼 彼女 我々 私たち 皆さん 何 なん 誰 いつ なぜ どんな そんな こんな また まだ もう とても すごく 本当 本当に ちょっと
    そして それで それから だから でも しかし ただ では じゃ じゃあ けど けれど けれども ので のに ば たら ながら たり くらい ぐらい ほど だけ しか ばかり など まあ なんか
    はい いいえ ええ うん えー あの えっと 的 さん 方 人 中 上 下 今 前 後 一 二 三 つ 個 年 月 日 できる でき 思う 思い 思っ 見る 見 来る 来 行く 行っ くる くれ もらう いただき
    ください ござい おり という って んです ん ら たち ご お 同じ 場合 必要 つまり 例えば たとえ 実際 ずっと みたい くん ちゃん 以上 以下`,
  zh: `的 了 是 在 我 你 您 他 她 它 我们 你们 他们 她们 它们 我們 你們 他們 這 这 那 這個 这个 那个 那個 這些 这些 那些 這樣 这样 那样 那樣 這裡 这里 那里 那裡 和 与 與 或 及
    但 但是 而 而且 因为 因為 所以 如果 虽然 雖然 就 就是 都 也 也是 还 還 还是 還是 又 再 很 非常 最 更 太 不 不是 没 没有 沒有 有 会 會 能 能够 可以 可能 要 应该 應該 想 说
    說 讲 講 看 去 来 來 到 从 從 对 對 向 把 被 让 讓 给 給 为 為 以 于 於 之 其 其实 其實 什么 什麼 怎么 怎麼 怎么样 为什么 為什麼 谁 誰 哪 哪里 几 幾 多 多少 少 一 一个 一個
    一些 一种 一種 一样 一樣 一下 一点 一點 一直 一起 两 兩 个 個 只 只是 种 種 次 年 月 日 天 时候 時候 时 時 现在 現在 今天 然后 然後 那么 那麼 当 當 当然 當然 已经 已經 自己
    大家 人 事 事情 东西 東西 问题 問題 觉得 覺得 知道 认为 認為 比如 比较 比較 里 裡 上 下 中 大 小 好 吗 嗎 吧 呢 啊 哦 嗯 呀 啦 嘛 哈 得 地 着 著 过 過 等 做 用 叫 使 则 并 並 很多
    出 起来 起來 进行 通过 通過 这种 第一 第二 不会 不會 不能 所有 每 每个 每個 之后 之後 之前 以后 以前 真的 有點 有点 像 跟 才 讓我 即 某 此 该 各 由 至 如 如何 无 無`,
};

const sets = new Map<string, ReadonlySet<string>>();

/** The stop words of a language (BCP 47), or undefined where we have no list for it. */
export function stopWords(language: string): ReadonlySet<string> | undefined {
  const key = primarySubtag(language);
  const known = sets.get(key);
  if (known) return known;
  const words = STOP_WORDS[key];
  if (words === undefined) return undefined;
  const set = new Set(words.split(/\s+/u));
  sets.set(key, set);
  return set;
}
