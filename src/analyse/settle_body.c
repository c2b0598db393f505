/* The extent of names of organisations.
 *
 * The network sees one word after the other and often ends such a name too early ("the University" of Lima, "the Nuclear" Regulation
 * Authority). But these names are built: on a word for what the body is (lexicon/body_words.tsv), with capitalised words before it,
 * and behind it a preposition and more of them. So where such a word stands with a capital, what belongs to it by its writing is given
 * evidence to be one name. What the network and the tables already know for sure stays what it is: a nation, a person's name or a
 * title ends the run.
 *
 *   the | Nuclear Regulation Authority | of | Japan      Ministry of | Housing and Urban Development | Governor | Ana Ruiz */
#include "analyse/settle_parts.h"

enum {
	MOST = 8,                          /* words on either side */
	BEFORE = 2 * ONI_ONE,
	BEHIND = 5 * ONI_ONE,
	FIRM = 8 * ONI_ONE                 /* "Upjohn Co.": no person is called so */
};

typedef struct bodies {
	oni_settling *s;
	const oni_table *words;
	int behind, end;                   /* columns */
} bodies;

static bool is_best(const bodies *b, uint32_t word, oni_name_kind kind)
{
	int32_t classes[ONI_CLASSES];
	oni_classes_of(b->s, word, classes);
	return classes[1 + kind] == 0;
}

/* Days and months begin with a capital and belong to no name: "the Board on Tuesday". */
static bool is_date(const oni_word *w)
{
	static const char *const names[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
		"april", "may", "june", "july", "august", "september", "october", "november", "december", NULL};
	for (const char *const *n = names; *n; n++)
		if (oni_str_eq_nocase(w->form, oni_str_of(*n)))
			return true;
	return false;
}

static bool is_part(const bodies *b, uint32_t word)
{
	const oni_word *w = &b->s->doc->words.at[word];
	if (!oni_has_capital(w->form) || is_date(w))
		return false;
	return w->upos == ONI_UPOS_PROPN || w->upos == ONI_UPOS_NOUN || w->upos == ONI_UPOS_ADJ || w->upos == ONI_UPOS_VERB || w->upos == ONI_UPOS_X_;
}

/* "Hartman & Tyner Inc.", "Lind and Ruiz Ltd.": all before the legal form. */
static uint32_t firm_begin(const bodies *b, uint32_t word, uint32_t first)
{
	const oni_word *words = b->s->doc->words.at;
	uint32_t begin = word;
	while (begin > first && word - begin < MOST) {
		bool sign = begin > first && oni_str_is(words[begin - 1].form, "&"), both = begin > first && oni_str_is(words[begin - 1].form, "and");
		bool joined = (sign || both) && begin < word && begin > first + 1 && is_part(b, begin - 2)
			&& (sign || !is_best(b, begin - 2, ONI_NAME_LOCATION));
		if (!joined && (!is_part(b, begin - 1) || (begin - 1 == first && words[first].upos != ONI_UPOS_PROPN)))
			break;
		begin -= joined ? 2 : 1;
	}
	return begin;
}

/* Where the name begins whose last word is `word`. */
static uint32_t run_begin(const bodies *b, uint32_t word, uint32_t first)
{
	const oni_doc *doc = b->s->doc;
	uint32_t begin = word;
	while (begin > first && word - begin < MOST && is_part(b, begin - 1) && !is_best(b, begin - 1, ONI_NAME_NORP)
		&& !oni_calls_person(b->s, doc->words.at[begin - 1].form)) {
		const oni_word *w = &doc->words.at[begin - 1];
		if ((begin - 1 == first && w->upos != ONI_UPOS_PROPN) || is_best(b, begin - 1, ONI_NAME_PERSON))
			break;
		begin--;
	}
	return begin;
}

static bool is_small_link(const oni_word *w)
{
	static const char *const links[] = {"of", "for", "the", "and", "&", "de", "la", "del", "do", "da", "des", "du", "di", NULL};
	for (const char *const *l = links; *l; l++)
		if (oni_str_is(w->form, *l))
			return true;
	return false;
}

/* "and" goes on among common words ("Housing and Urban Development"), not between a place and what comes next. */
static bool may_join(const bodies *b, uint32_t link)
{
	const oni_word *w = &b->s->doc->words.at[link];
	if (!oni_str_is(w->form, "and") && !oni_str_is(w->form, "&"))
		return true;
	return !is_best(b, link - 1, ONI_NAME_LOCATION) && !is_best(b, link - 1, ONI_NAME_PERSON) && !is_best(b, link + 1, ONI_NAME_LOCATION)
		&& !is_best(b, link + 1, ONI_NAME_PERSON) && !is_best(b, link + 1, ONI_NAME_NORP) && !oni_in_capitals(w[1].form);
}

/* The end of the words behind the preposition at `at`; `at` itself when there are none. */
static uint32_t run_end(const bodies *b, uint32_t at, uint32_t stop)
{
	const oni_doc *doc = b->s->doc;
	uint32_t i = at + 1, end = at;
	while (i < stop && i - at < MOST) {
		const oni_word *w = &doc->words.at[i];
		if (is_part(b, i) && !oni_calls_person(b->s, w->form)) {
			end = ++i;
			continue;
		}
		bool linked = is_small_link(w) && i + 1 < stop && (is_part(b, i + 1) || (is_small_link(&w[1]) && i + 2 < stop && is_part(b, i + 2)));
		if (!linked || (i > at + 1 && !may_join(b, i)))
			break;
		i++;
	}
	return end;
}

/* The preposition behind a body's word is one that such a name goes on with. */
static bool goes_on(const bodies *b, uint32_t row, oni_str preposition)
{
	oni_str list = oni_table_cell(b->words, row, b->behind), item;
	while (list.n && oni_str_split(&list, '|', &item))
		if (oni_str_eq(item, preposition))
			return true;
	return false;
}

/* Returns where the name ends; `until`: where the last one did. A body inside what another is of begins no name of its own. */
static uint32_t hear_word(const bodies *b, uint32_t row, uint32_t w, const oni_sentence *sentence, uint32_t until)
{
	const oni_doc *doc = b->s->doc;
	uint32_t begin = w, end = w + 1;
	bool firm = oni_str_is(oni_table_cell(b->words, row, b->end), "firm");
	if (firm)
		begin = firm_begin(b, w, sentence->first);
	else if (oni_str_is(oni_table_cell(b->words, row, b->end), "yes"))
		begin = run_begin(b, w, sentence->first);
	if (begin < w && w >= until)
		oni_add_phrase(b->s, begin, w + 1 - begin, ONI_NAME_ORGANIZATION, firm ? FIRM : BEFORE);
	if (end + 1 < sentence->end && goes_on(b, row, doc->words.at[end].form))
		end = run_end(b, end, sentence->end);
	if (end - begin > 2)
		*oni_push(doc->scratch, &b->s->built) = (oni_range){begin, end};
	if (end <= w + 1)
		return until;
	if (w >= until)
		oni_add_phrase(b->s, begin, 1, ONI_NAME_ORGANIZATION, BEFORE);
	for (uint32_t i = w + 1; i < end; i++)
		oni_go_on(b->s, i, BEHIND);
	return end;
}

void oni_hear_bodies(oni_settling *s, const oni_facts *facts)
{
	bodies b = {.s = s, .words = oni_facts_table(facts, "body_words")};
	b.behind = oni_table_column(b.words, "behind");
	b.end = oni_table_column(b.words, "end");
	for (uint32_t i = 0; oni_table_rows(b.words) && i < s->doc->sentences.n; i++) {
		const oni_sentence *sentence = &s->doc->sentences.at[i];
		if (oni_mostly_capitals(s->doc, sentence))
			continue;
		for (uint32_t w = sentence->first, until = w; w < sentence->end; w++) {
			char bytes[64];
			const oni_word *word = &s->doc->words.at[w];
			if (!oni_has_capital(word->form))
				continue;
			uint32_t row = oni_table_find(b.words, oni_small_letters(word->form, bytes));
			if (row != ONI_NO_ROW)
				until = hear_word(&b, row, w, sentence, until);
		}
	}
}
