/* statement_who.c - Who says it, to whom, where and by which medium: from words to entities and places.
 *
 * The source's words were labelled; here its head is found and led to an entity: "who" to what it stands for, a
 * spokesperson without a name to himself with the code of whom he speaks for (entity.h does that). A cue without a labelled
 * source ("adding that …") has the source of the clause it hangs on, where that clause is about somebody. */
#include "understand/entity.h"
#include "understand/statement_draft.h"
#include "understand/when.h"

static bool is_nominal(const oni_word *w)
{
	return w->upos == ONI_UPOS_NOUN || w->upos == ONI_UPOS_PROPN || w->upos == ONI_UPOS_PRON || w->upos == ONI_UPOS_NUM;
}

/* The word of the run whose head is outside of it; names and nouns before others. */
static uint32_t head_of_run(const oni_look *look, oni_run run)
{
	uint32_t best = ONI_NONE;
	for (uint32_t i = run.first; i < run.end; i++) {
		const oni_word *w = oni_word_at(look, i);
		bool inner = w->head != ONI_NONE && w->head >= run.first && w->head < run.end;
		if (!inner && (best == ONI_NONE || (is_nominal(w) && !is_nominal(oni_word_at(look, best)))))
			best = i;
	}
	return best;
}

/* "who", "which": the word that the relative clause describes. */
static uint32_t antecedent(const oni_look *look, uint32_t word)
{
	uint32_t verb = word;
	for (int up = 0; up < 6 && verb != ONI_NONE; up++) {
		const oni_word *w = oni_word_at(look, verb);
		if (w->rel == ONI_REL_ACL_RELCL)
			return w->head;
		verb = w->head;
	}
	return ONI_NONE;
}

static bool is_relative(const oni_word *w)
{
	return w->upos == ONI_UPOS_PRON && ((w->morph & ONI_MORPH_RELATIVE) || oni_str_eq_nocase(w->form, ONI_STR("who"))
		|| oni_str_eq_nocase(w->form, ONI_STR("which")));
}

static void add_source(oni_doc *doc, oni_statement *statement, uint32_t entity)
{
	if (entity == ONI_NONE)
		return;
	for (uint32_t i = 0; i < statement->sources.n; i++)
		if (statement->sources.at[i] == entity)
			return;
	statement->sources.at = oni_regrow(doc->arena, statement->sources.at, statement->sources.n * sizeof(uint32_t),
		(statement->sources.n + 1) * sizeof(uint32_t));
	statement->sources.at[statement->sources.n++] = entity;
}

/* The head's entity, and those of the words conjoined with it within the run. */
static void sources_of(const oni_look *look, oni_doc *doc, uint32_t head, oni_run run, oni_statement *statement)
{
	add_source(doc, statement, oni_entity_at(doc, head));
	for (uint32_t c = look->child[head]; c != ONI_NONE; c = look->sibling[c])
		if (oni_word_at(look, c)->rel == ONI_REL_CONJ && c >= run.first && c < run.end)
			add_source(doc, statement, oni_entity_at(doc, c));
	statement->source = statement->sources.n ? statement->sources.at[0] : ONI_NONE;
}

static oni_range bytes_of(const oni_look *look, oni_run run)
{
	return (oni_range){oni_word_at(look, run.first)->at.begin, oni_word_at(look, run.end - 1)->at.end};
}

/* The subject of the clause the cue hangs on; ONI_NONE for a passive's, which is spoken of. */
static uint32_t inherited_subject(const oni_look *look, uint32_t cue)
{
	uint32_t subject = oni_subject(look, cue);
	if (subject != ONI_NONE && oni_word_at(look, subject)->rel == ONI_REL_NSUBJ_PASS)
		return ONI_NONE;
	return subject;
}

static void find_source(const oni_look *look, oni_doc *doc, const oni_draft *draft, oni_statement *statement)
{
	statement->source = ONI_NONE;
	if (draft->source.n == 0) {
		uint32_t subject = inherited_subject(look, draft->word);
		if (subject == ONI_NONE || oni_runs_hold(&draft->content, subject))
			return;
		statement->source_at = oni_word_at(look, subject)->at;
		sources_of(look, doc, is_relative(oni_word_at(look, subject)) && antecedent(look, subject) != ONI_NONE
			? antecedent(look, subject) : subject, (oni_run){subject, subject + 1}, statement);
		return;
	}
	oni_run run = draft->source.at[0];
	uint32_t head = head_of_run(look, run);
	statement->source_at = bytes_of(look, run);
	if (head == ONI_NONE)
		return;
	if (is_relative(oni_word_at(look, head)) && antecedent(look, head) != ONI_NONE)
		head = antecedent(look, head);
	sources_of(look, doc, head, run, statement);
	if (statement->source != ONI_NONE)
		return;
	for (uint32_t c = look->child[head]; c != ONI_NONE && statement->source == ONI_NONE; c = look->sibling[c])
		if (oni_word_at(look, c)->rel == ONI_REL_APPOS && c >= run.first && c < run.end)
			sources_of(look, doc, c, run, statement); /* "the company's chief executive, Ana Ruiz" */
	for (uint32_t i = run.first; i < run.end && statement->source == ONI_NONE; i++)
		if (is_nominal(oni_word_at(look, i)))
			sources_of(look, doc, i, run, statement);
}

/* The words that hang on `word`, itself included, without gaps. */
static oni_run phrase_of(const oni_look *look, uint32_t word)
{
	oni_run run = {word, word + 1};
	const oni_sentence *s = &look->doc->sentences.at[oni_word_at(look, word)->sentence];
	while (run.first > s->first && oni_word_at(look, run.first - 1)->head != ONI_NONE
			&& oni_word_at(look, run.first - 1)->head >= run.first && oni_word_at(look, run.first - 1)->head < run.end
			&& oni_word_at(look, run.first - 1)->rel != ONI_REL_CASE)
		run.first--;
	while (run.end < s->end && oni_word_at(look, run.end)->head != ONI_NONE
			&& oni_word_at(look, run.end)->head >= run.first && oni_word_at(look, run.end)->head < run.end
			&& oni_word_at(look, run.end)->upos != ONI_UPOS_PUNCT)
		run.end++;
	return run;
}

static bool outside(const oni_draft *draft, uint32_t word)
{
	return !oni_runs_hold(&draft->content, word) && !oni_runs_hold(&draft->source, word);
}

static bool has_case(const oni_look *look, uint32_t word, const char *preposition)
{
	uint32_t with = oni_child(look, word, ONI_REL_CASE);
	return with != ONI_NONE && oni_str_is(oni_word_at(look, with)->lemma, preposition);
}

/* Told reporters; said to reporters; speaking to reporters, said. */
static uint32_t addressee_of(const oni_look *look, const oni_draft *draft, uint32_t verb, bool deep)
{
	for (uint32_t c = look->child[verb]; c != ONI_NONE; c = look->sibling[c]) {
		oni_rel rel = oni_plain_rel(look, c);
		if (!outside(draft, c))
			continue;
		if ((rel == ONI_REL_OBJ || rel == ONI_REL_IOBJ) && deep && is_nominal(oni_word_at(look, c)) && oni_is_animate(look, c))
			return c;
		if (rel == ONI_REL_OBL && has_case(look, c, "to"))
			return c;
		if (rel == ONI_REL_ADVCL && deep && (oni_str_is(oni_word_at(look, c)->lemma, "speak") || oni_str_is(oni_word_at(look, c)->lemma, "talk"))) {
			uint32_t found = addressee_of(look, draft, c, false);
			if (found != ONI_NONE)
				return found;
		}
	}
	return ONI_NONE;
}

/* Whether the cue's clause governs the word by obliques and adverbial clauses only. */
static bool hangs_on(const oni_look *look, const oni_draft *draft, uint32_t word)
{
	for (int up = 0; up < 6 && word != ONI_NONE; up++) {
		if (word == draft->word)
			return up > 0;
		if (!outside(draft, word))
			return false;
		oni_rel rel = oni_plain_rel(look, word);
		if (rel != ONI_REL_OBL && rel != ONI_REL_ADVCL && rel != ONI_REL_NMOD)
			return false;
		word = oni_word_at(look, word)->head;
	}
	return false;
}

/* Place mentions are in text order: the first at or behind a word is found by halving. */
static uint32_t place_of(const oni_look *look, const oni_draft *draft)
{
	const oni_doc *doc = look->doc;
	const oni_sentence *s = &doc->sentences.at[oni_word_at(look, draft->word)->sentence];
	uint32_t i;
	oni_halve(i, doc->place_mentions.n, k, doc->place_mentions.at[k].first < s->first);
	for (; i < doc->place_mentions.n && doc->place_mentions.at[i].first < s->end; i++) {
		const oni_place_mention *m = &doc->place_mentions.at[i];
		if (hangs_on(look, draft, m->head) && (has_case(look, m->head, "in") || has_case(look, m->head, "at") || has_case(look, m->head, "from")))
			return m->place;
	}
	return ONI_NONE;
}

static oni_str medium_of(const oni_look *look, const oni_draft *draft)
{
	static const char *const media[] = {"interview", "statement", "tweet", "post", "letter", "speech", "email", "video", "message",
		"telegram", "twitter", "facebook", "report", "conference", "briefing", "television", "tv", "radio", "testimony", "article",
		"editorial", "memo", "book", "call", "debate", "hearing", "release", "address", "podcast", NULL};
	const oni_word *cue = oni_word_at(look, draft->word);
	if (oni_str_is(cue->lemma, "tweet") || oni_str_is(cue->lemma, "retweet"))
		return ONI_STR("tweet");
	if (oni_str_is(cue->lemma, "email"))
		return ONI_STR("email");
	for (uint32_t c = look->child[draft->word]; c != ONI_NONE; c = look->sibling[c]) {
		if (oni_plain_rel(look, c) != ONI_REL_OBL || oni_runs_hold(&draft->content, c))
			continue;
		for (const char *const *m = media; *m; m++)
			if (oni_str_eq_nocase(oni_word_at(look, c)->lemma, oni_str_of(*m)))
				return oni_str_of(*m);
	}
	return ONI_STR("");
}

void oni_statement_who(const oni_facts *facts, const oni_look *look, oni_doc *doc, const oni_draft *draft, oni_statement *statement)
{
	(void)facts;
	find_source(look, doc, draft, statement);
	statement->addressee = ONI_NONE;
	if (oni_word_at(look, draft->word)->upos == ONI_UPOS_VERB) {
		uint32_t to = addressee_of(look, draft, draft->word, true);
		if (to != ONI_NONE) {
			statement->addressee_at = bytes_of(look, phrase_of(look, to));
			statement->addressee = oni_entity_at(doc, to);
		}
	}
	statement->medium = medium_of(look, draft);
	statement->time = oni_time_of_clause(doc, draft->word);
	statement->place = place_of(look, draft);
}
