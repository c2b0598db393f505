/* The pattern table: which row of lexicon/events.tsv a word's use fits.
 *
 * Problem: thousands of triggers, many of them with several senses that their arguments tell apart. Method: the pack's
 * phrase index is the hash over trigger lemmas, so a word sees only the rows that list its lemma; of those of its word
 * class the one whose fulfilled conditions say most wins, the later code on a tie. Nothing is tried for other words.
 *
 * Example: "fired rockets at Haifa": rows of `fire`: plain (dismiss, obj=actor), 193 (obj=shot|bullet), 194
 * (obj=$heavy): rockets are in $heavy, so 194. The notation is in lexicon/README.md, "events.tsv". */
#include "understand/event_parts.h"

void oni_event_tables_open(const oni_facts *facts, oni_event_tables *ret)
{
	oni_event_tables t = {.facts = facts};
	t.patterns = oni_facts_table(facts, "events");
	t.words = oni_facts_table(facts, "events_words");
	t.compose = oni_facts_table(facts, "events_compose");
	t.cameo = oni_facts_table(facts, "cameo");
	t.nationalities = oni_facts_table(facts, "nationalities");
	t.countries = oni_facts_table(facts, "countries");
	t.duty = oni_table_find(t.patterns, ONI_STR("demand v demand"));
	t.name = oni_table_column(t.patterns, "name");
	t.class_ = oni_table_column(t.patterns, "class");
	t.code = oni_table_column(t.patterns, "code");
	t.plover = oni_table_column(t.patterns, "plover");
	t.pattern = oni_table_column(t.patterns, "pattern");
	t.word_set = oni_table_column(t.words, "set");
	t.inner = oni_table_column(t.compose, "inner");
	t.outer = oni_table_column(t.compose, "outer");
	t.goldstein = oni_table_column(t.cameo, "goldstein");
	t.cameo_plover = oni_table_column(t.cameo, "plover");
	t.mode = oni_table_column(t.cameo, "plover_mode");
	t.context = oni_table_column(t.cameo, "plover_context");
	t.nation_cameo = oni_table_column(t.nationalities, "cameo");
	t.country_cameo = oni_table_column(t.countries, "cameo");
	*ret = t;
}

static bool in_set(const oni_event_scene *scene, oni_str lemma, oni_str set)
{
	const oni_table *words = scene->tables->words;
	oni_phrase p = oni_phrase_find(words, lemma);
	for (uint32_t k = 0; k < p.n; k++)
		if (oni_str_eq(oni_table_cell(words, oni_phrase_row(words, p, k), scene->tables->word_set), set))
			return true;
	return false;
}

/* "insisted that India stop": one does it, in the form of many. */
static bool is_subjunctive(const oni_event_scene *scene, uint32_t w)
{
	if (!oni_str_is(oni_scene_word(scene, w)->xpos, "VBP"))
		return false;
	ONI_EACH_CHILD(c, scene, w) {
		const oni_word *k = oni_scene_word(scene, c);
		if (k->rel != ONI_REL_NSUBJ || !(k->morph & ONI_MORPH_SINGULAR) || (k->upos != ONI_UPOS_NOUN && k->upos != ONI_UPOS_PROPN))
			continue;
		ONI_EACH_CHILD(d, scene, c)
			if (oni_scene_word(scene, d)->rel == ONI_REL_CONJ)
				return false;
		return true;
	}
	return false;
}

static bool word_fits(const oni_event_scene *scene, uint32_t w, oni_str wanted)
{
	const oni_word *word = oni_scene_word(scene, w);
	if (oni_str_is(wanted, "actor"))
		return oni_is_party(scene, w, true);
	if (oni_str_is(wanted, "whose"))
		return oni_is_party(scene, w, false);
	if (oni_str_is(wanted, "number"))
		return word->upos == ONI_UPOS_NUM;
	if (oni_str_is(wanted, "placename"))
		return oni_is_place(scene, w);
	if (oni_str_is(wanted, "clause"))
		return oni_is_clause(word) || word->rel == ONI_REL_CCOMP || word->rel == ONI_REL_XCOMP;
	if (oni_str_is(wanted, "infinitive"))
		return (word->morph & ONI_MORPH_INFINITIVE) && oni_str_is(oni_case_of(scene, w), "to");
	if (oni_str_is(wanted, "other")) { /* a clause with a subject of its own */
		ONI_EACH_CHILD(c, scene, w)
			if (oni_rel_universal(oni_scene_word(scene, c)->rel) == ONI_REL_NSUBJ && oni_scene_word(scene, c)->upos != ONI_UPOS_PRON)
				return oni_is_clause(word) || word->rel == ONI_REL_CCOMP;
		return false;
	}
	if (oni_str_is(wanted, "finite")) {
		if (is_subjunctive(scene, w))
			return false;
		bool finite = (word->morph & ONI_MORPH_FINITE) && (word->morph & (ONI_MORPH_PAST | ONI_MORPH_THIRD));
		ONI_EACH_CHILD(c, scene, w)
			finite |= oni_scene_word(scene, c)->upos == ONI_UPOS_AUX && !oni_word_in_list(oni_scene_word(scene, c)->lemma, "should must");
		return finite;
	}
	if (wanted.n && wanted.at[0] == '$') {
		oni_str set = oni_str_cut(wanted, 1, wanted.n);
		return in_set(scene, word->lemma, set) || in_set(scene, word->form, set);
	}
	return oni_str_eq_nocase(word->lemma, wanted) || oni_str_eq_nocase(word->form, wanted);
}

bool oni_word_in(const oni_event_scene *scene, uint32_t w, oni_str list)
{
	oni_str wanted;
	while (oni_str_split(&list, '|', &wanted))
		if (word_fits(scene, w, wanted))
			return true;
	return false;
}

static bool has_below(const oni_event_scene *scene, uint32_t w, oni_str list, int depth)
{
	ONI_EACH_CHILD(c, scene, w)
		if (oni_word_in(scene, c, list) || (depth < 5 && oni_scene_word(scene, c)->rel != ONI_REL_PARATAXIS && has_below(scene, c, list, depth + 1)))
			return true;
	return false;
}

/* "hundreds of troops": what is counted. */
static bool is_counted(const oni_event_scene *scene, uint32_t w, uint32_t c)
{
	return oni_scene_word(scene, c)->rel == ONI_REL_NMOD && oni_str_is(oni_case_of(scene, c), "of")
		&& oni_word_in_list(oni_scene_word(scene, w)->lemma, "hundred hundreds thousand thousands dozen dozens score scores group number most half majority part handful couple member ten tens million series wave round some all one two batch patch ton tonne quantity barrage salvo volley hail burst shipment load");
}

/* "the newspaper La Prensa": what a name is said to be. */
static bool is_called(const oni_event_scene *scene, uint32_t w, uint32_t c)
{
	oni_rel rel = oni_scene_word(scene, c)->rel;
	if (oni_scene_word(scene, c)->upos != ONI_UPOS_NOUN)
		return false;
	return rel == ONI_REL_APPOS ? c > w : oni_scene_word(scene, w)->upos == ONI_UPOS_PROPN
		&& (rel == ONI_REL_NMOD_DESC || rel == ONI_REL_COMPOUND || rel == ONI_REL_FLAT);
}

static bool condition_holds(const oni_event_scene *scene, uint32_t w, oni_str slot, oni_str list)
{
	if (oni_str_is(slot, "has")) {
		const oni_word *word = oni_scene_word(scene, w);
		return has_below(scene, w, list, 0) || (word->rel == ONI_REL_OBJ && word->head != ONI_NONE && has_below(scene, word->head, list, 0));
	}
	oni_fill fill = {0};
	oni_fill_slot(scene, w, slot, &fill);
	if (!list.n)
		return fill.n > 0;
	for (uint32_t i = 0; i < fill.n; i++) {
		if (oni_word_in(scene, fill.at[i], list))
			return true;
		ONI_EACH_CHILD(c, scene, fill.at[i])
			if ((is_called(scene, fill.at[i], c) || oni_scene_word(scene, c)->rel == ONI_REL_CONJ || is_counted(scene, fill.at[i], c)) && oni_word_in(scene, c, list))
				return true;
	}
	return false;
}

static oni_str cell(const oni_event_scene *scene, uint32_t row, int column)
{
	return oni_table_cell(scene->tables->patterns, row, column);
}

/* What a fulfilled condition is worth: words say more than a class of words, and that more than nothing ("!…"). */
static int worth(oni_str list)
{
	oni_str wanted;
	if (!list.n)
		return 1;
	while (oni_str_split(&list, '|', &wanted))
		if (oni_str_is(wanted, "actor") || oni_str_is(wanted, "placename") || oni_str_is(wanted, "finite") || oni_str_is(wanted, "other") || oni_str_is(wanted, "whose") || oni_str_is(wanted, "clause"))
			return 1;
	return 2;
}

/* How much the row's conditions say of this use; -1 when one does not hold. */
static int fit(const oni_event_scene *scene, uint32_t w, uint32_t row)
{
	oni_str rest = cell(scene, row, scene->tables->pattern), part;
	int held = 0;
	while (oni_str_split(&rest, ' ', &part)) {
		bool wanted = true;
		if (!part.n || memchr(part.at, ':', part.n) || oni_str_is(part, "both") || oni_str_is(part, "bare"))
			continue;
		if (oni_str_is(part, "active")) {
			if (oni_is_passive(scene, w))
				return -1;
			continue;
		}
		if (part.at[0] == '!') {
			wanted = false;
			part = oni_str_cut(part, 1, part.n);
		}
		const char *equals = memchr(part.at, '=', part.n);
		size_t n = equals ? (size_t)(equals - part.at) : part.n;
		if (condition_holds(scene, w, oni_str_cut(part, 0, n), oni_str_cut(part, n + 1, part.n)) != wanted)
			return -1;
		held += wanted ? worth(oni_str_cut(part, n + 1, part.n)) : 0;
	}
	return held;
}

/* "Fighting went on": a gerund with nothing of its own is as good as a noun. */
static bool is_gerund(const oni_event_scene *scene, uint32_t w)
{
	const oni_word *word = oni_scene_word(scene, w);
	if (!oni_str_is(word->xpos, "VBG") || word->rel == ONI_REL_XCOMP || word->rel == ONI_REL_ROOT || word->rel == ONI_REL_ACL)
		return false;
	ONI_EACH_CHILD(c, scene, w) {
		oni_rel rel = oni_rel_universal(oni_scene_word(scene, c)->rel);
		if (rel == ONI_REL_AUX || rel == ONI_REL_NSUBJ || rel == ONI_REL_OBJ || rel == ONI_REL_XCOMP || rel == ONI_REL_MARK)
			return false;
	}
	return true;
}

static bool class_fits(const oni_event_scene *scene, uint32_t w, oni_str class_)
{
	const oni_word *word = oni_scene_word(scene, w);
	if (oni_str_is(class_, "v"))
		return word->upos == ONI_UPOS_VERB && word->rel != ONI_REL_AMOD;
	if (oni_str_is(class_, "n"))
		return word->upos == ONI_UPOS_NOUN || is_gerund(scene, w);
	return word->upos == ONI_UPOS_ADJ || (word->rel != ONI_REL_ACL && oni_is_passive(scene, w) && word->rel != ONI_REL_AMOD);
}

oni_row_pair oni_patterns_of(const oni_event_scene *scene, uint32_t w)
{
	const oni_word *word = oni_scene_word(scene, w);
	const oni_table *patterns = scene->tables->patterns;
	oni_row_pair best = {ONI_NO_ROW, ONI_NO_ROW, false};
	if (word->upos != ONI_UPOS_VERB && word->upos != ONI_UPOS_NOUN && word->upos != ONI_UPOS_ADJ)
		return best;
	bool gerund = is_gerund(scene, w);
	oni_phrase p = oni_phrase_find(patterns, gerund ? word->form : word->lemma);
	if (!p.n && gerund)
		p = oni_phrase_find(patterns, word->lemma);
	if (!p.n && word->upos != ONI_UPOS_VERB)
		p = oni_phrase_find(patterns, word->form);
	int plain = -1, governor = -1;
	for (uint32_t k = 0; k < p.n; k++) {
		uint32_t row = oni_phrase_row(patterns, p, k);
		if (!class_fits(scene, w, cell(scene, row, scene->tables->class_)))
			continue;
		bool governs = oni_str_starts(cell(scene, row, scene->tables->code), "+");
		int here = fit(scene, w, row), *top = governs ? &governor : &plain;
		if (here >= 0 && word->upos == ONI_UPOS_VERB && oni_str_is(cell(scene, row, scene->tables->class_), "a"))
			here += 2; /* "is prepared to": a state, not an act */
		if (here > *top || (here == *top && here >= 0)) { /* the later, more special code on a tie */
			*top = here;
			*(governs ? &best.governor : &best.plain) = row;
		}
	}
	best.governor_first = governor + 1 >= plain;
	return best;
}

oni_str oni_pattern_roles(const oni_event_scene *scene, uint32_t row, const char *key)
{
	oni_str rest = cell(scene, row, scene->tables->pattern), part;
	size_t n = strlen(key);
	while (oni_str_split(&rest, ' ', &part))
		if (oni_str_starts(part, key) && part.n > n && part.at[n] == ':')
			return oni_str_cut(part, n + 1, part.n);
	return (oni_str){0};
}

bool oni_pattern_flag(const oni_event_scene *scene, uint32_t row, const char *flag)
{
	oni_str rest = cell(scene, row, scene->tables->pattern), part;
	while (oni_str_split(&rest, ' ', &part))
		if (oni_str_is(part, flag))
			return true;
	return false;
}
