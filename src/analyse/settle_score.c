/* What is read and added when names are settled: letters of words, the classes of a word, amounts for and against. */
#include "analyse/form.h"
#include "analyse/settle_parts.h"
#include "base/utf8.h"

enum { DEPTH = 6 * ONI_ONE }; /* a class further behind the best one is as good as out */

bool oni_has_capital(oni_str form)
{
	size_t n;
	int32_t c = form.n ? oni_rune_at(form, 0, &n) : ONI_BAD_RUNE;
	return c != ONI_BAD_RUNE && oni_form_lower(c) != c;
}

bool oni_in_capitals(oni_str form)
{
	size_t n, capitals = 0;
	for (size_t at = 0; at < form.n; at += n) {
		int32_t c = oni_rune_at(form, at, &n);
		if (c == ONI_BAD_RUNE || oni_form_lower(c) == c)
			return false;
		capitals++;
	}
	return capitals >= 2;
}

int16_t *oni_scores_of(const oni_settling *s, uint32_t word)
{
	return s->evidence->score + (size_t)word * s->evidence->labels;
}

static int16_t narrow(int32_t v)
{
	return (int16_t)(v > INT16_MAX ? INT16_MAX : v < INT16_MIN ? INT16_MIN : v);
}

/* How far each class is behind the best one. */
void oni_classes_of(const oni_settling *s, uint32_t word, int32_t ret[ONI_CLASSES])
{
	const int16_t *score = oni_scores_of(s, word);
	int32_t best = INT32_MIN;
	for (int c = 0; c < ONI_CLASSES; c++)
		ret[c] = INT32_MIN / 2;
	for (uint32_t i = 0; i < s->evidence->labels; i++) {
		const oni_name_label *l = &s->model->names[i];
		int32_t *to = &ret[l->begins || l->inside ? 1 + l->kind : 0];
		*to = score[i] > *to ? score[i] : *to;
		best = score[i] > best ? score[i] : best;
	}
	for (int c = 0; c < ONI_CLASSES; c++)
		ret[c] = ret[c] - best < -DEPTH ? -DEPTH : ret[c] - best;
}

void oni_add_class(const oni_settling *s, uint32_t word, int class_, int32_t amount)
{
	int16_t *score = oni_scores_of(s, word);
	for (uint32_t i = 0; i < s->evidence->labels; i++) {
		const oni_name_label *l = &s->model->names[i];
		if ((l->begins || l->inside ? 1 + l->kind : 0) == class_)
			score[i] = narrow(score[i] + amount);
	}
}

/* For a phrase that is one name: its first word begins it, the others go on. */
void oni_add_phrase(const oni_settling *s, uint32_t first, uint32_t n, oni_name_kind kind, int32_t amount)
{
	for (uint32_t w = first; w < first + n; w++) {
		int16_t *score = oni_scores_of(s, w);
		for (uint32_t i = 0; i < s->evidence->labels; i++) {
			const oni_name_label *l = &s->model->names[i];
			if (l->kind == kind && (w == first ? l->begins : l->inside))
				score[i] = narrow(score[i] + amount);
		}
	}
}

/* In a sentence that is mostly capitals (a title, a table) they say nothing. */
bool oni_mostly_capitals(const oni_doc *doc, const oni_sentence *sentence)
{
	uint32_t capitals = 0;
	for (uint32_t w = sentence->first; w < sentence->end; w++)
		capitals += oni_has_capital(doc->words.at[w].form);
	return capitals * 3 > (sentence->end - sentence->first) * 2;
}

void oni_go_on(const oni_settling *s, uint32_t word, int32_t amount)
{
	int16_t *score = oni_scores_of(s, word);
	for (uint32_t i = 0; i < s->evidence->labels; i++)
		if (!s->model->names[i].inside)
			score[i] = narrow(score[i] - amount);
}

/* ---- words ---- */

oni_str oni_small_letters(oni_str form, char bytes[64])
{
	size_t to = 0, n;
	for (size_t at = 0; at < form.n && to + 4 < 64; at += n) {
		int32_t c = oni_rune_at(form, at, &n);
		to += oni_rune_put(oni_form_lower(c), bytes + to);
	}
	return (oni_str){bytes, to};
}

void oni_open_callings(oni_settling *s, const oni_facts *facts)
{
	if (!facts)
		return;
	s->nouns = oni_facts_table(facts, "actor_nouns");
	s->titles = oni_facts_table(facts, "person_titles");
	s->words = oni_facts_table(facts, "fields");
	s->cues = oni_facts_table(facts, "body_cues");
	s->cue_where = oni_table_column(s->cues, "where");
	s->noun_kind = oni_table_column(s->nouns, "kind");
}

bool oni_calls_person(const oni_settling *s, oni_str form)
{
	char bytes[64];
	if (!s->nouns)
		return false;
	uint32_t row = oni_table_find(s->nouns, oni_small_letters(form, bytes));
	if (row != ONI_NO_ROW && oni_str_is(oni_table_cell(s->nouns, row, s->noun_kind), "person"))
		return true;
	if (form.n && form.at[form.n - 1] == '.')
		form.n--;
	return oni_table_find(s->titles, form) != ONI_NO_ROW;
}

static bool is_cue(const oni_settling *s, uint32_t word, const char *where)
{
	char bytes[64];
	uint32_t row = oni_table_find(s->cues, oni_small_letters(s->doc->words.at[word].form, bytes));
	oni_str list = row == ONI_NO_ROW ? (oni_str){0} : oni_table_cell(s->cues, row, s->cue_where), item;
	while (list.n && oni_str_split(&list, '|', &item))
		if (oni_str_is(item, where))
			return true;
	return false;
}

bool oni_beside_body(const oni_settling *s, uint32_t word)
{
	const oni_sentence *in = &s->doc->sentences.at[s->doc->words.at[word].sentence];
	if (!s->cues)
		return false;
	if (word > in->first && is_cue(s, word - 1, "before"))
		return true;
	if (word + 1 < in->end && is_cue(s, word + 1, "behind"))
		return true;
	if (word < in->first + 2 || !oni_str_is(s->doc->words.at[word - 1].form, "of"))
		return false;
	int32_t classes[ONI_CLASSES];
	oni_classes_of(s, word - 2, classes);
	return is_cue(s, word - 2, "of") || (oni_in_capitals(s->doc->words.at[word].form) && classes[1 + ONI_NAME_PERSON] == 0); /* "Ana Ruiz of ADPL" */
}
