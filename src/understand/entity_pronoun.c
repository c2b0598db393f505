/* Pronouns.
 *
 * The problem: "he" may be anyone male spoken of before. The method: every earlier mention of the last few sentences that agrees in number,
 * gender and nature is weighed, and the heaviest wins (Lappin and Leass 1994, with the constraints of binding as hard rules): a mention weighs
 * by how near it is, whether it is a subject, a name, in the same place of its clause as the pronoun, and whether it is on the same side of the
 * quotation marks. Hard: a pronoun that is no possessive and no reflexive is not the subject of its own clause ("Ruiz praised him");
 * a reflexive is; a third person inside a quotation is not the one whose words they are.
 *
 * Example: "Ruiz met Berg. She thanked him." - she: Ruiz and Berg both weigh, the given names are unknown; Ruiz was the subject as she
 * is. him: not she (binding), so Berg. */
#include "understand/entity_parts.h"

enum {
	LOOK_BACK = 60,
	ACTOR = 5                  /* for an actor, against a thing */
};

typedef struct pro {
	const oni_cast *cast;
	const oni_candidate *c;
	uint32_t index;
	uint32_t quote;            /* the quotation it is in, or ONI_NONE */
	uint32_t subject;          /* word: subject of its own clause, or ONI_NONE */
	uint32_t speaker;          /* word: subject of the clause around its quotation, or ONI_NONE */
	bool is_subject;
	bool says;                 /* subject of a verb of saying */
	uint32_t words;            /* the quotation whose words these are by the clause ("he said" beside it), or ONI_NONE */
} pro;

/* The subject of the nearest verb above that is outside of the quotation: who says it. */
static uint32_t speaker_above(const oni_doc *doc, uint32_t word)
{
	uint32_t quote = doc->words.at[word].quote, at = word;
	for (int hop = 0; hop < 24 && doc->words.at[at].head != ONI_NONE; hop++) {
		at = doc->words.at[at].head;
		if (doc->words.at[at].quote != quote)
			return oni_subject_of(doc, at);
	}
	/* The verb of saying may hang on what is said: "'...,' he said" as a parenthesis. */
	const oni_sentence *s = &doc->sentences.at[doc->words.at[word].sentence];
	uint32_t from = word > s->first + 80 ? word - 80 : s->first, to = word + 80 < s->end ? word + 80 : s->end;
	for (uint32_t i = from; i < to; i++) {
		const oni_word *w = &doc->words.at[i];
		if (w->quote != quote && w->upos == ONI_UPOS_VERB && oni_rel_universal((oni_rel)w->rel) == ONI_REL_PARATAXIS)
			return oni_subject_of(doc, i);
	}
	return ONI_NONE;
}

static bool same_cluster_at(const oni_cast *cast, uint32_t word, uint32_t cluster)
{
	if (word == ONI_NONE || cast->at_head[word] == ONI_NONE)
		return false;
	return cast->candidates.at[cast->at_head[word]].cluster == cluster;
}

static const char *const saying[] = {"say", "tell", "add", "ask", "announce", "warn", "claim", "insist", "note", "explain", "write", "argue",
	"declare", "reply", "continue", "stress", "admit", "deny", "urge", "complain", "believe", "state", "call", "speak", NULL};

/* The quotation right before the pronoun ("...,\" he said) or right behind its verb (He said: "..."). */
static uint32_t quotation_beside(const oni_doc *doc, uint32_t word)
{
	const oni_sentence *s = &doc->sentences.at[doc->words.at[word].sentence];
	uint32_t own = doc->words.at[word].quote;
	for (uint32_t i = word, n = 0; i-- > s->first && n < 5; n++) {
		if (doc->words.at[i].quote != own)
			return doc->words.at[i].quote;
		if (doc->words.at[i].upos != ONI_UPOS_PUNCT && doc->words.at[i].upos != ONI_UPOS_VERB)
			break;
	}
	for (uint32_t i = word; i < s->end && i < word + 8; i++)
		if (doc->words.at[i].quote != own)
			return doc->words.at[i].quote;
	return ONI_NONE;
}

/* Whether a cluster is spoken of inside a quotation. */
static bool spoken_of(const pro *p, const oni_cluster *k)
{
	const oni_doc *doc = p->cast->doc;
	if (p->words == ONI_NONE)
		return false;
	uint32_t begin = doc->quotes.at[p->words].at.begin;
	for (uint32_t i = k->members.n; i-- > 0; ) {
		const oni_word *w = &doc->words.at[p->cast->candidates.at[k->members.at[i]].head];
		if (w->at.begin < begin)
			return false;
		if (w->at.end <= doc->quotes.at[p->words].at.end)
			return true;
	}
	return false;
}

/* "A student said they had been beaten": somebody of whom nothing tells man or woman, who says it, or said so before. */
static bool is_anyone(const pro *p, const oni_cluster *k, const oni_candidate *m)
{
	const oni_doc *doc = p->cast->doc;
	if (k->gender || k->author || k->name_end > k->name_first)
		return false;
	if (m->form == ONI_MENTION_PRONOUN)
		return m->pronoun == ONI_PRONOUN_THEY;
	return m->form == ONI_MENTION_NOMINAL && m->indefinite && m->sentence == p->c->sentence && oni_is_subject(doc, m->head)
		&& oni_word_is(doc, oni_clause_verb(doc, m->head), saying);
}

static bool nature_fits(const pro *p, const oni_cluster *k, const oni_candidate *m)
{
	switch (p->c->pronoun) {
	case ONI_PRONOUN_HE: case ONI_PRONOUN_SHE:
		return (k->nature & ONI_NATURE_PERSON) && k->number != 2 && !k->author && oni_genders_agree(k->gender, p->c->gender);
	case ONI_PRONOUN_IT:
		return (k->nature & (ONI_NATURE_BODY | ONI_NATURE_COUNTRY)) && !(k->nature & ONI_NATURE_PERSON) && m->number != 2;
	case ONI_PRONOUN_THEY:
		if ((k->nature & ONI_NATURE_PERSON) && k->number == 1)
			return is_anyone(p, k, m);
		return !k->author && ((k->nature & ONI_NATURE_GROUP) || k->number == 2 || ((k->nature & ONI_NATURE_BODY) && !(k->nature & ONI_NATURE_COUNTRY)));
	default:
		return false;
	}
}

/* "his side", when he speaks: those are we, and not they. */
static bool is_speakers(const pro *p, const oni_candidate *m)
{
	const oni_cast *cast = p->cast;
	const oni_candidate *first = &cast->candidates.at[cast->clusters.at[m->cluster].first];
	if (p->c->pronoun != ONI_PRONOUN_THEY || !first->possessed || p->speaker == ONI_NONE || cast->at_head[p->speaker] == ONI_NONE)
		return false;
	uint32_t owner = oni_owner_of(cast, first);
	return owner != ONI_NONE && owner == cast->candidates.at[cast->at_head[p->speaker]].cluster;
}

/* Binding. */
static bool barred(const pro *p, const oni_candidate *m)
{
	const oni_doc *doc = p->cast->doc;
	if (m->cluster == ONI_NONE || m->form == ONI_MENTION_ADJECTIVE)
		return true;
	if (p->c->reflexive)
		return p->subject == ONI_NONE || !same_cluster_at(p->cast, p->subject, m->cluster);
	if (!p->c->possessive && !p->is_subject && same_cluster_at(p->cast, p->subject, m->cluster))
		return true;
	if (m->pair && (p->c->pronoun != ONI_PRONOUN_THEY || (!p->c->possessive && !p->is_subject && p->subject == m->pair_head)))
		return true;
	if (spoken_of(p, &p->cast->clusters.at[m->cluster]))
		return true;
	if (p->quote != ONI_NONE && (same_cluster_at(p->cast, p->speaker, m->cluster) || is_speakers(p, m)))
		return true;
	/* Inside the candidate's own phrase: "his wife", "the mayor and his friends": the phrase is not its own part. */
	if (p->c->head >= m->first && p->c->head < m->end)
		return true;
	/* A conjunct or sister in one phrase: "Ruiz and he". */
	return doc->words.at[m->head].head == p->c->head || doc->words.at[p->c->head].head == m->head;
}

static uint32_t main_word(const oni_candidate *m)
{
	return m->pair ? m->pair_head : m->head;
}

static int place_weight(const oni_doc *doc, const oni_candidate *m)
{
	uint32_t head = main_word(m);
	bool behind_case = m->first > 0 && doc->words.at[m->first - 1].rel == ONI_REL_CASE && !oni_str_is(doc->words.at[m->first - 1].xpos, "POS");
	if (oni_is_subject(doc, head) && !behind_case && !oni_preposition(doc, head).n)
		return 34;
	switch (oni_rel_universal((oni_rel)doc->words.at[head].rel)) {
	case ONI_REL_OBJ: case ONI_REL_IOBJ:
		return 18;
	case ONI_REL_OBL:
		return 12;
	case ONI_REL_ROOT:
		return 24;                     /* mostly a subject whose verb the tree has hung below it */
	case ONI_REL_COMPOUND: case ONI_REL_AMOD: case ONI_REL_FLAT:
		return -20;
	default:
		return doc->words.at[head].rel == ONI_REL_NMOD_POSS ? 14 : 4;
	}
}

static int form_weight(const pro *p, const oni_candidate *m)
{
	const oni_cluster *k = &p->cast->clusters.at[m->cluster];
	int weight = m->form == ONI_MENTION_NAME ? 8 : m->form == ONI_MENTION_PRONOUN ? 12 : 0;
	if (p->c->gender && k->gender == p->c->gender)
		weight += 14;
	if (p->c->pronoun == ONI_PRONOUN_THEY && !(k->nature & ONI_NATURE_GROUP))
		weight -= 30;
	if (p->c->pronoun == ONI_PRONOUN_IT && p->c->pronoun == m->pronoun)
		weight += 6;
	return weight;
}

enum { EMBEDDED = -6 };

/* The word's clause is told, wanted or described in another one ("saying that Ruiz had left"). */
static bool is_embedded(const oni_doc *doc, uint32_t word)
{
	oni_rel rel = oni_rel_universal((oni_rel)doc->words.at[oni_clause_verb(doc, word)].rel);
	return rel == ONI_REL_CCOMP || rel == ONI_REL_ACL || rel == ONI_REL_ADVCL || rel == ONI_REL_XCOMP;
}

static int weigh(const pro *p, const oni_candidate *m, uint32_t distance)
{
	const oni_doc *doc = p->cast->doc;
	uint32_t sentences = p->c->sentence - m->sentence, quote = doc->words.at[m->head].quote;
	int weight = 100 - 32 * (int)sentences - (int)distance + place_weight(doc, m) + form_weight(p, m);
	if (p->is_subject && oni_is_subject(doc, main_word(m))) {
		weight += sentences && is_embedded(doc, main_word(m)) && !is_embedded(doc, p->c->head) ? EMBEDDED : 12;
		if (p->says && oni_word_is(doc, oni_clause_verb(doc, main_word(m)), saying))
			weight += 14;
	}
	if (quote != p->quote)
		weight -= quote == ONI_NONE || p->quote != ONI_NONE ? 6 : 45;
	return weight;
}

/* The object of a verb whose object is mostly an actor: "urged it to leave". */
static bool is_told(const pro *p)
{
	static const char *const verbs[] = {"accuse", "urge", "ask", "tell", "warn", "sue", "help", "criticize", "criticise", "condemn", "blame", "force",
		"invite", "thank", "pressure", "press", "assure", "persuade", "remind", "order", "encourage", NULL};
	const oni_word *w = &p->cast->doc->words.at[p->c->head];
	return oni_rel_universal((oni_rel)w->rel) == ONI_REL_OBJ && w->head != ONI_NONE && oni_word_is(p->cast->doc, w->head, verbs);
}

/* What an antecedent must weigh. "It" is mostly no actor: least as an object, and least in what people say. */
static int enough(const pro *p)
{
	if (p->c->pronoun != ONI_PRONOUN_IT)
		return p->c->pronoun == ONI_PRONOUN_THEY ? 40 : 20;
	if (p->c->possessive || p->c->reflexive)
		return 88;
	uint32_t verb = oni_clause_verb(p->cast->doc, p->c->head);
	bool is_so = p->is_subject && p->cast->doc->words.at[verb].upos != ONI_UPOS_VERB && p->cast->at_head[verb] == ONI_NONE;
	return 88 + (p->is_subject || is_told(p) ? 0 : 40) + (p->quote != ONI_NONE ? 10 : 0) + (is_so ? 15 : 0); /* "it is hard": rather a thing */
}

/* ---- things ---- */

static const char *const purposeful[] = {"plan", "want", "hope", "intend", "seek", "vow", "pledge", "promise", "refuse", "decide", "agree", "demand",
	"accuse", "condemn", "expect", "aim", "try", "urge", "reject", "support", "oppose", "approve", "know", "think", NULL};

/* A thing that "it" may be as well as an actor: a noun in the singular that is nobody. */
static bool is_thing(const pro *p, uint32_t word)
{
	const oni_word *w = &p->cast->doc->words.at[word];
	if (w->upos != ONI_UPOS_NOUN || (w->morph & ONI_MORPH_PLURAL) || p->cast->at_head[word] != ONI_NONE)
		return false;
	switch (oni_rel_universal((oni_rel)w->rel)) {
	case ONI_REL_NSUBJ: case ONI_REL_OBJ: case ONI_REL_OBL: case ONI_REL_NMOD: case ONI_REL_CONJ: case ONI_REL_ROOT: case ONI_REL_IOBJ:
		return w->rel != ONI_REL_OBL_UNMARKED && w->rel != ONI_REL_NMOD_POSS;
	default:
		return false;
	}
}

static int thing_weight(const pro *p, uint32_t word)
{
	const oni_doc *doc = p->cast->doc;
	uint32_t sentences = p->c->sentence - doc->words.at[word].sentence;
	bool subject = oni_is_subject(doc, word) && !oni_preposition(doc, word).n, quoted = doc->words.at[word].quote != p->quote;
	int place = subject ? 34 : oni_rel_universal((oni_rel)doc->words.at[word].rel) == ONI_REL_OBJ ? 18 : 4;
	return 100 - 32 * (int)sentences + place + (p->is_subject && subject ? 12 : 0) - (quoted ? 20 : 0);
}

/* How much speaks for a thing as what "it" is: the heaviest before it in this sentence and the last. Who says, plans or demands is none. */
static int heaviest_thing(const pro *p)
{
	const oni_doc *doc = p->cast->doc;
	uint32_t verb = oni_clause_verb(doc, p->c->head), from = doc->sentences.at[p->c->sentence ? p->c->sentence - 1 : 0].first;
	int most = 0;
	if (p->c->pronoun != ONI_PRONOUN_IT || (p->is_subject && (p->says || oni_word_is(doc, verb, purposeful))))
		return 0;
	for (uint32_t i = p->c->head, n = 0; i-- > from && n < 80; n++)
		if (is_thing(p, i)) {
			int weight = thing_weight(p, i);
			most = weight > most ? weight : most;
		}
	return most;
}

static uint32_t antecedent(const pro *p)
{
	uint32_t reach = p->c->pronoun == ONI_PRONOUN_IT ? 1 : 4;
	int most = enough(p), thing = heaviest_thing(p) - (p->c->possessive ? 2 : 1) * ACTOR;
	most = thing > most ? thing : most;
	uint32_t best = ONI_NONE;
	for (uint32_t i = p->index, n = 0; i-- > 0 && n < LOOK_BACK; n++) {
		const oni_candidate *m = &p->cast->candidates.at[i];
		if (p->c->sentence - m->sentence > reach)
			break;
		if (barred(p, m) || !nature_fits(p, &p->cast->clusters.at[m->cluster], m))
			continue;
		int weight = weigh(p, m, n < 20 ? n : 20);
		if (weight > most)
			most = weight, best = m->cluster;
	}
	return best;
}

static const char *const willing[] = {"ready", "willing", "able", "unable", "prepared", "likely", "unlikely", "open", "sure", "confident", "concerned",
	"aware", "unaware", "afraid", "free", "keen", "set", "determined", "proud", "sorry", NULL};

/* Who I is by the label of a paragraph, as the one interviewed, or by the headline; a cluster or ONI_NONE. */
static uint32_t known_speaker(oni_cast *cast, uint32_t candidate)
{
	const oni_candidate *c = &cast->candidates.at[candidate];
	uint32_t speaker = c->pronoun == ONI_PRONOUN_YOU ? ONI_NONE : cast->speaking;
	if (speaker == ONI_NONE)
		speaker = oni_interviewee(cast, candidate);
	if (speaker == ONI_NONE && c->pronoun == ONI_PRONOUN_I && !cast->interview)
		speaker = oni_orator(cast);
	return speaker != ONI_NONE && cast->clusters.at[speaker].members.n ? speaker : ONI_NONE;
}

/* I, outside of quotation marks, is the author, we are those for whom he speaks, you those to whom, where somebody speaks; one
 * each for the whole article. */
static void link_author(oni_cast *cast, uint32_t candidate)
{
	oni_candidate *c = &cast->candidates.at[candidate];
	bool one = c->pronoun == ONI_PRONOUN_I;
	if (cast->doc->words.at[c->head].quote != ONI_NONE)
		return;
	uint32_t speaker = known_speaker(cast, candidate);
	cast->tells_author |= c->pronoun != ONI_PRONOUN_YOU;
	if (speaker == ONI_NONE && c->pronoun == ONI_PRONOUN_YOU && !cast->tells_author && !cast->interview)
		return;
	uint64_t key = oni_key_of(oni_author_key(cast, candidate), (oni_str){0}, (oni_str){0});
	uint32_t e = speaker == ONI_NONE ? oni_index_first(cast, key) : ONI_NONE;
	if (speaker != ONI_NONE || e != ONI_NONE) {
		oni_cluster_add(cast, speaker != ONI_NONE ? speaker : cast->keys.at[e].cluster, candidate);
		return;
	}
	c->nature = one ? ONI_NATURE_PERSON : ONI_NATURE_GROUP;
	c->actor.kind = one ? ONI_ENTITY_PERSON : ONI_ENTITY_GROUP;
	uint32_t cluster = oni_cluster_new(cast, candidate);
	cast->clusters.at[cluster].author = true;
	oni_index_put(cast, key, cluster);
}

static bool is_to_infinitive(const oni_doc *doc, uint32_t verb)
{
	return verb > 0 && (oni_str_eq_nocase(doc->words.at[verb - 1].form, ONI_STR("to")) || oni_str_is(doc->words.at[verb].xpos, "VB"));
}

/* "a mistake" in "it was a mistake to go": an infinitive hangs on a noun that is not the one, the first or the only. */
static bool asks_for_infinitive(const oni_doc *doc, uint32_t noun, uint32_t child)
{
	oni_rel rel = oni_rel_universal((oni_rel)doc->words.at[child].rel);
	if (doc->words.at[noun].upos != ONI_UPOS_NOUN || !is_to_infinitive(doc, child)
		|| (rel != ONI_REL_ACL && rel != ONI_REL_ADVCL && rel != ONI_REL_XCOMP && rel != ONI_REL_CCOMP))
		return false;
	for (uint32_t i = noun, n = 0; i-- > doc->sentences.at[doc->words.at[noun].sentence].first && n < 6; n++)
		if (doc->words.at[i].head == noun && (oni_str_eq_nocase(doc->words.at[i].form, ONI_STR("the")) || doc->words.at[i].rel == ONI_REL_COP))
			return doc->words.at[i].rel == ONI_REL_COP;
	return true;
}

/* "It is raining", "it seems that", "it is hard to say": nobody. */
static bool pleonastic(const oni_doc *doc, uint32_t word)
{
	static const char *const empty[] = {"rain", "snow", "seem", "appear", "happen", "hail", "thunder", "turn", NULL};
	if (!oni_is_subject(doc, word) || !oni_str_eq_nocase(doc->words.at[word].form, ONI_STR("it")))
		return false;
	uint32_t verb = oni_clause_verb(doc, word), stop = doc->sentences.at[doc->words.at[word].sentence].end;
	if (oni_word_is(doc, verb, empty))
		return true;
	for (uint32_t i = verb + 1; i < stop && i < verb + 24; i++) {
		const oni_word *w = &doc->words.at[i];
		if (w->head != verb)
			continue;
		if (oni_rel_universal((oni_rel)w->rel) == ONI_REL_CSUBJ || asks_for_infinitive(doc, verb, i))
			return true;
		if (doc->words.at[verb].upos == ONI_UPOS_ADJ && (w->rel == ONI_REL_CCOMP || w->rel == ONI_REL_XCOMP))
			return !oni_word_is(doc, verb, willing);
	}
	return false;
}

void oni_link_pronoun(oni_cast *cast, uint32_t candidate)
{
	const oni_doc *doc = cast->doc;
	oni_candidate *c = &cast->candidates.at[candidate];
	if (c->pronoun == ONI_PRONOUN_I || c->pronoun == ONI_PRONOUN_WE || c->pronoun == ONI_PRONOUN_YOU) {
		link_author(cast, candidate);
		return;
	}
	if (c->pronoun == ONI_PRONOUN_IT && pleonastic(doc, c->head))
		return;
	pro p = {.cast = cast, .c = c, .index = candidate, .quote = doc->words.at[c->head].quote, .speaker = ONI_NONE};
	p.is_subject = oni_is_subject(doc, c->head) || doc->words.at[c->head].rel == ONI_REL_EXPL;
	p.subject = oni_subject_of(doc, oni_clause_verb(doc, c->head));
	p.words = ONI_NONE;
	p.says = p.is_subject && oni_word_is(doc, oni_clause_verb(doc, c->head), saying);
	if (p.says)
		p.words = quotation_beside(doc, c->head);
	if (p.quote != ONI_NONE)
		p.speaker = oni_quote_speaker(cast, p.quote);
	if (p.quote != ONI_NONE && p.speaker == ONI_NONE)
		p.speaker = speaker_above(doc, c->head);
	uint32_t cluster = antecedent(&p);
	if (cluster == ONI_NONE && c->reflexive && p.subject != ONI_NONE && cast->at_head[p.subject] != ONI_NONE)
		cluster = cast->candidates.at[cast->at_head[p.subject]].cluster;
	if (cluster == ONI_NONE)
		return;
	uint8_t gender = cast->clusters.at[cluster].gender;
	oni_cluster_add(cast, cluster, candidate);
	if (gender)
		cast->clusters.at[cluster].gender = gender;
}
