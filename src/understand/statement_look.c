/* statement_look.c - one pass over the words for what all statement readers ask again and again. */
#include "understand/statement_look.h"
#include "understand/when.h"

uint32_t oni_hash_nocase(oni_str s)
{
	uint32_t hash = 2166136261u;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.at[i];
		if (c >= 'A' && c <= 'Z')
			c = (unsigned char)(c + 32);
		hash = (hash ^ c) * 16777619u;
	}
	return hash;
}

static const char *const FIELDS[] = {
	"act", "body", "change", "cognition", "communication", "competition", "consumption", "contact", "creation",
	"emotion", "feeling", "group", "motion", "perception", "person", "possession", "social", "stative", "time",
	"weather"
};

static uint8_t field_number(oni_str name)
{
	for (uint8_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++)
		if (oni_str_is(name, FIELDS[i]))
			return (uint8_t)(i + 1);
	return 0;
}

/* The first row of the lemma and class, ONI_NO_ROW when there is none. */
static uint32_t row_of(const oni_table *table, oni_str lemma, const char *word_class)
{
	int column = oni_table_column(table, "class");
	uint32_t rows = oni_table_rows(table);
	for (uint32_t r = oni_table_find(table, lemma); r < rows && oni_str_eq(oni_table_cell(table, r, 0), lemma); r++)
		if (oni_str_is(oni_table_cell(table, r, column), word_class))
			return r;
	return ONI_NO_ROW;
}

static const char *class_of(const oni_word *w)
{
	switch (w->upos) {
	case ONI_UPOS_VERB:
	case ONI_UPOS_AUX:
		return "verb";
	case ONI_UPOS_NOUN:
		return "noun";
	case ONI_UPOS_ADJ:
		return "adj";
	case ONI_UPOS_ADV:
		return "adv";
	case ONI_UPOS_PROPN:
	case ONI_UPOS_PRON:
	case ONI_UPOS_DET:
	case ONI_UPOS_NUM:
		return NULL;
	default:
		return "other";
	}
}

static oni_sense sense_of(const oni_table *fields, const oni_table *cues, const oni_word *w)
{
	oni_sense sense = {.row = ONI_NO_ROW};
	const char *word_class = class_of(w);
	if (!word_class)
		return sense;
	uint32_t row = row_of(fields, w->lemma, word_class);
	if (row != ONI_NO_ROW) {
		sense.field = field_number(oni_table_cell(fields, row, oni_table_column(fields, "field")));
		sense.also = oni_table_cell(fields, row, oni_table_column(fields, "also")).n > 0;
	}
	sense.row = row_of(cues, w->lemma, word_class);
	sense.cue = sense.row != ONI_NO_ROW;
	sense.never = sense.cue && oni_str_is(oni_table_cell(cues, sense.row, oni_table_column(cues, "kind")), "none");
	sense.evidential = sense.cue && w->upos == ONI_UPOS_ADV
		&& oni_str_is(oni_table_cell(cues, sense.row, oni_table_column(cues, "kind")), "speech");
	return sense;
}

static void link_children(const oni_doc *doc, oni_look *look)
{
	for (uint32_t i = 0; i < doc->words.n; i++)
		look->child[i] = look->sibling[i] = ONI_NONE;
	for (uint32_t i = doc->words.n; i-- > 0;) {
		uint32_t head = doc->words.at[i].head;
		if (head == ONI_NONE || head >= doc->words.n)
			continue;
		look->sibling[i] = look->child[head];
		look->child[head] = i;
	}
}

/* Quotations are in the order of their opening marks and nest: from one word to the next, those that ended are left for the
 * one around them, those that begin are entered. */
static void find_quotes(const oni_doc *doc, oni_look *look)
{
	uint32_t next = 0, now = ONI_NONE;
	for (uint32_t i = 0; i < doc->words.n; i++) {
		oni_range at = doc->words.at[i].at;
		while (next < doc->quotes.n && doc->quotes.at[next].at.begin < at.end)
			now = next++;
		while (now != ONI_NONE && doc->quotes.at[now].at.end <= at.begin)
			now = doc->quotes.at[now].outer;
		look->quote[i] = now;
	}
}

uint32_t oni_quote_for(const oni_look *look, uint32_t cue, uint32_t word)
{
	const oni_quote *quotes = look->doc->quotes.at;
	uint32_t found = ONI_NONE, at = look->doc->words.at[cue].at.begin;
	for (uint32_t q = look->quote[word]; q != ONI_NONE; q = quotes[q].outer) {
		if (at >= quotes[q].at.begin && at < quotes[q].at.end)
			break;
		found = q;
	}
	return found;
}

oni_quoting oni_quoting_for(const oni_look *look, uint32_t cue, uint32_t word)
{
	uint32_t q = oni_quote_for(look, cue, word);
	if (q == ONI_NONE)
		return ONI_QUOTING_NONE;
	const oni_quote *quote = &look->doc->quotes.at[q];
	oni_range at = look->doc->words.at[word].at;
	if (at.begin < quote->inside.begin && quote->inside.begin > quote->at.begin)
		return ONI_QUOTING_OPENS;
	return at.end > quote->inside.end && quote->closed ? ONI_QUOTING_CLOSES : ONI_QUOTING_INSIDE;
}

/* "criticise" is "criticize", where there is such a verb: the weights were learned from American news. */
static uint32_t lemma_hash(const oni_look *look, const oni_word *w)
{
	oni_str lemma = w->lemma.n ? w->lemma : w->form;
	char american[32];
	if (w->upos != ONI_UPOS_VERB || !oni_str_ends(lemma, "ise") || lemma.n > sizeof american)
		return oni_hash_nocase(lemma);
	memcpy(american, lemma.at, lemma.n);
	american[lemma.n - 2] = 'z';
	oni_str other = {american, lemma.n};
	return oni_hash_nocase(row_of(look->cues, other, "verb") != ONI_NO_ROW ? other : lemma);
}

static bool is_time(const oni_doc *doc, uint32_t word)
{
	uint32_t low = oni_first_time_behind(doc, word);
	return low < doc->times.n && doc->times.at[low].first <= word;
}

/* "call for": a row of the verb with its next word, but not "called on Monday". */
static bool is_phrase(const oni_look *look, uint32_t word)
{
	const oni_word *w = oni_word_at(look, word);
	char key[64];
	if (w->upos != ONI_UPOS_VERB || word + 1 >= look->doc->words.n)
		return false;
	const oni_word *next = oni_word_at(look, word + 1);
	if (is_time(look->doc, word + 1) || is_time(look->doc, word + 2) || (next->upos != ONI_UPOS_ADP && next->upos != ONI_UPOS_ADV) || w->lemma.n + next->form.n + 2 > sizeof key)
		return false;
	memcpy(key, w->lemma.at, w->lemma.n);
	key[w->lemma.n] = ' ';
	memcpy(key + w->lemma.n + 1, next->form.at, next->form.n);
	return row_of(look->cues, (oni_str){key, w->lemma.n + 1 + next->form.n}, "verb") != ONI_NO_ROW;
}

void oni_look_at(const oni_facts *facts, const oni_doc *doc, oni_arena *scratch, oni_look *ret_look)
{
	uint32_t n = doc->words.n;
	const oni_table *fields = oni_facts_table(facts, "fields");
	oni_look *look = ret_look;
	*look = (oni_look){.doc = doc, .cues = oni_facts_table(facts, "cues")};
	look->child = ONI_NEW_N(scratch, uint32_t, n);
	look->sibling = ONI_NEW_N(scratch, uint32_t, n);
	look->lemma = ONI_NEW_N(scratch, uint32_t, n);
	look->form = ONI_NEW_N(scratch, uint32_t, n);
	look->sense = ONI_NEW_N(scratch, oni_sense, n);
	look->actor = ONI_NEW_N(scratch, uint8_t, n);
	look->quote = ONI_NEW_N(scratch, uint32_t, n);
	look->verbs = ONI_NEW_N(scratch, uint32_t, n + 1);
	look->commas = ONI_NEW_N(scratch, uint32_t, n + 1);
	for (uint32_t i = 0; i < doc->mentions.n; i++)
		if (doc->mentions.at[i].head < n && doc->mentions.at[i].entity < doc->entities.n)
			look->actor[doc->mentions.at[i].head] = (uint8_t)(1 + doc->entities.at[doc->mentions.at[i].entity].kind);
	link_children(doc, look);
	find_quotes(doc, look);
	for (uint32_t i = 0; i < n; i++) {
		const oni_word *w = &doc->words.at[i];
		look->lemma[i] = lemma_hash(look, w);
		look->form[i] = oni_hash_nocase(w->form);
		look->sense[i] = sense_of(fields, look->cues, w);
		look->sense[i].phrase = is_phrase(look, i);
		look->verbs[i + 1] = look->verbs[i] + (w->upos == ONI_UPOS_VERB);
		look->commas[i + 1] = look->commas[i] + (w->upos == ONI_UPOS_PUNCT && oni_str_is(w->form, ","));
	}
}

uint32_t oni_child(const oni_look *look, uint32_t word, oni_rel rel)
{
	for (uint32_t c = look->child[word]; c != ONI_NONE; c = look->sibling[c]) {
		oni_rel has = (oni_rel)look->doc->words.at[c].rel;
		if (has == rel || oni_rel_universal(has) == rel)
			return c;
	}
	return ONI_NONE;
}

uint32_t oni_subject(const oni_look *look, uint32_t word)
{
	for (int up = 0; up < 4; up++) {
		uint32_t subject = oni_child(look, word, ONI_REL_NSUBJ);
		if (subject != ONI_NONE)
			return subject;
		oni_rel rel = oni_plain_rel(look, word);
		uint32_t head = look->doc->words.at[word].head;
		if (head == ONI_NONE || !(rel == ONI_REL_CONJ || rel == ONI_REL_XCOMP || rel == ONI_REL_ADVCL))
			return ONI_NONE;
		word = head;
	}
	return ONI_NONE;
}
