/** Words that say that somebody says something. A transcript holds what was said, not these. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(
  [
    'said say says saying told tells asked asks answered added argued argues according replied explained explains noted described called',
    'acknowledged asserted stated reported warned admitted recalled remarked announced insisted suggested estimated urged pointed',
    'reminded conceded confirmed thanked wondered concluded maintained observed predicted stressed responded reporter reporters reporter’s',
    'put puts calls describes answers adds replies notes acknowledges asserts asserting states warns admits insists suggests urges urging arguing reminds concedes confirms',
    'concludes maintains predicts stresses emphasized emphasised emphasizes emphasises cautioned cautions contended contends claimed claims posited posits opined',
    'opines boasted testified wrote writes joked complained criticized criticised praised blamed accused mentioned likened countered reiterated repeated denied denies',
    'pledged vowed vows promised questioned questions telling calling quipped lamented declared declares recounted spoke voiced agreed disagreed',

    'sagte sagten sagt erklärte erklärt antwortete fragte fügte betonte räumte meinte erwiderte entgegnete zufolge laut berichtete schilderte warnte nannte kritisierte verwies bezeichnete',
    'sagen erklärten betont betonten meint meinten räumt fragt fragten antwortet antworteten ergänzte ergänzt unterstrich forderte forderten fordert verlangte mahnte mahnt appellierte behauptete',
    'behauptet beschrieb beschreibt berichtet berichteten schildert warnt warnten nennt nannten kritisiert kritisierten lobte lobt beklagte beklagt argumentierte argumentiert bezeichnet urteilte',
    'schrieb schreibt sprach spricht erinnerte erinnert verweist kündigte versicherte versichert bekräftigte bekräftigt bestätigte bestätigt erzählte erzählt gefragt ansicht meinung einschätzung',
    'angaben plädierte plädiert wandte entgegnet erwidert bestritt bestreitet warf wirft',

    'dijo dice afirmó afirma explicó explica señaló agregó añadió preguntó respondió según aseguró indicó sostuvo advirtió anunció informó detalló recordó comentó',
    'dijeron dicen afirmaron sostiene sostienen argumentó argumenta describió describe llamó calificó califica preguntaron responde contestó advierte instó pidió exigió reclamó anuncia',
    'informaron reconoció reconoce admitió admite insistió insiste subrayó subraya destacó destaca precisó precisa aclaró aclara declaró declara manifestó expresó expuso relató relata contó',
    'recuerda mencionó menciona criticó critica elogió acusó acusa denunció denuncia prometió negó opinó opina consideró considera juicio opinión palabras planteó reiteró señala agrega añade',
    'asegura preguntado preguntada consultado consultada respondieron explicaron cuestionó',

    'dit déclare déclaré affirme affirmé explique expliqué selon ajoute ajouté répond répondu demande demandé estime estimé indique précise souligne rappelle assure propose',
    "disent affirment soutient soutenu argumente argumenté qualifie qualifié décrit appelle appelé averti avertit prévient interrogé interrogée exhorté annonce annoncé rapporté rapporte d'après",
    'raconte raconté reconnaît reconnu admet admis insiste insisté souligné rappelé précisé assuré critique critiqué dénonce dénoncé accuse accusé promet promis plaide plaidé juge jugé considère',
    'considéré avis remarque conclut réclame réclamé évoque évoqué réplique rétorque reproche reproché indiqué proposé affirmait expliquait déclarait lance nie note noté',

    'disse diz afirmou afirma explicou acrescentou perguntou respondeu segundo declarou apontou alertou contou observou defende considera lembra',
    'disseram dizem afirmaram explica acrescenta pergunta responde argumentou argumenta descreveu descreve chamou classificou avisou advertiu anunciou informou relatou relata reconheceu',
    'reconhece admitiu admite insistiu insiste sublinhou destacou destaca ressaltou lembrou criticou critica elogiou acusou acusa denunciou prometeu negou opinou considerou opinião palavras',
    'defendeu pediu exigiu questionado questionada questionou indagado comentou reiterou garantiu assegurou declara sustenta sustentou',

    'сказал сказала говорит заявил заявила объяснил объясняет отметил подчеркнул добавил ответил спросил считает словам мнению автор автора оценке',
    'говорил говорила говорят сказали заявляет заявили объяснила поясняет пояснил пояснила отмечает отметила подчеркивает подчёркивает подчеркнула добавила добавляет ответила отвечает',
    'спросила спрашивает считают рассказал рассказала рассказывает сообщил сообщила сообщает предупредил предупредила предупреждает призвал призвала призывает утверждает утверждал утверждала',
    'назвал назвала называет описал описала описывает признал признала признаёт признает полагает уверен уверена возразил возразила напомнил напомнила раскритиковал раскритиковала похвалил',
    'обвинил обвинила пообещал пообещала опроверг опровергла отрицает заметил заметила вспомнил вспомнила подытожил настаивает уточнил уточнила',

    'сказав сказала каже заявив заявила пояснив пояснила зазначив зазначила підкреслила додала відповіла запитав запитала вважає твердить словами зауважила промовиці промовиця',
    'казав казала кажуть сказали заявляє заявили пояснює зазначає підкреслив підкреслює додав додає відповів відповідає питає вважають розповів розповіла розповідає повідомив повідомила',
    'повідомляє попередив попередила попереджає закликав закликала закликає стверджує стверджував стверджувала назвав назвала називає описав описала описує визнав визнала визнає переконаний',
    'переконана заперечив заперечила заперечує нагадав нагадала нагадує розкритикував розкритикувала похвалив звинуватив звинуватила пообіцяв пообіцяла зауважив зауважує згадав згадала',
    'підсумував підсумувала наполягає уточнив уточнила оцінкою думку',
  ]
    .join(' ')
    .split(' '),
);
