/* Who did what to whom.
 *
 * Problem: from the tree of a sentence to CAMEO and PLOVER events with parties, mood and who says so. Method: for each
 * sentence of prose, read every word that may trigger an event (event_read.c: patterns and governors), then settle
 * what is not inside another event: its mood may change the code (a cooperative act to come is an intention, a
 * hostile one a threat, an act refused is a rejection), and each pair of parties makes one record.
 *
 * Example: "Minister Ruiz said Kyiv would not release the prisoners": 0841 + future + not -> 1243, said by Ruiz.
 * Source: the definitions of CAMEO 1.1b3 and PLOVER. */
#include "understand/event.h"

#include "base/decimal.h"
#include "doc/names.h"
#include "understand/event_parts.h"
#include "understand/statement.h"
#include "understand/when.h"

static int root_of(oni_str code)
{
	return code.n >= 2 ? (code.at[0] - '0') * 10 + (code.at[1] - '0') : 0;
}

static void compose_mood(const oni_event_scene *scene, oni_draft *d, const char *op)
{
	oni_str code = oni_compose(scene->tables, oni_str_of(op), d->code);
	if (code.n)
		d->code = code;
}

static bool refuse(const oni_event_scene *scene, oni_draft *d)
{
	oni_str code = oni_compose(scene->tables, ONI_STR("refuse"), d->code);
	if (code.n) {
		d->code = code;
		d->negated = false;
	}
	return code.n > 0;
}

/* Who says what the word is told in, as a party. */
static bool speaker(const oni_event_scene *scene, uint32_t w, oni_parties *ret)
{
	const oni_doc *doc = scene->doc;
	uint32_t s = oni_statement_at(doc, w);
	if (s == ONI_NONE || doc->statements.at[s].source == ONI_NONE)
		return false;
	const oni_statement *st = &doc->statements.at[s];
	ret->n = 0;
	for (uint32_t i = 0; i < (st->sources.n > 1 ? st->sources.n : 1) && ret->n < ONI_EVENT_FILL; i++) {
		uint32_t e = st->sources.n > 1 ? st->sources.at[i] : st->source;
		ret->at[ret->n++] = (oni_party){.entity = e, .code = doc->entities.at[e].code, .word = w};
	}
	return true;
}

/* The code of asking for it, or for its end: "you must not attack". */
static oni_str asked_code(const oni_event_scene *scene, const oni_draft *d, const char *op)
{
	oni_str inner = d->negated ? oni_compose(scene->tables, ONI_STR("stop"), d->code) : d->code;
	return inner.n ? oni_compose(scene->tables, oni_str_of(op), inner) : inner;
}

/* "Moscow must leave", says Ruiz: Ruiz demands it of Moscow. */
static void duty(const oni_event_scene *scene, oni_draft *d, const char *op)
{
	oni_parties who = {0};
	d->demanded = true;
	if (d->theme && oni_scene_word(scene, d->subject)->upos != ONI_UPOS_VERB) /* "it must come through independence" */
		return;
	if (!speaker(scene, d->subject, &who) || !who.at[0].code.n || oni_parties_overlap(&who, &d->source))
		return;
	oni_str code = asked_code(scene, d, op);
	if (!code.n)
		return;
	d->code = code;
	d->demanded = d->negated = d->theme = false;
	if (d->source.n)
		d->target = d->source;
	d->source = who;
	if (oni_str_is(d->op, "must"))
		d->op = ONI_STR("demand");
}

/* "Stop the bombing": a bare verb that begins what is quoted, or stands beside one that does. */
static bool is_imperative(const oni_event_scene *scene, uint32_t w)
{
	const oni_word *word = oni_scene_word(scene, w);
	if (word->quote == ONI_NONE || word->upos != ONI_UPOS_VERB || !oni_str_is(word->xpos, "VB") || oni_is_passive(scene, w))
		return false;
	for (uint32_t i = w; i > scene->first && oni_scene_word(scene, i - 1)->quote == word->quote;) {
		i--;
		const oni_word *before = oni_scene_word(scene, i);
		bool light = before->upos == ONI_UPOS_PUNCT || before->upos == ONI_UPOS_INTJ || before->upos == ONI_UPOS_ADV || oni_word_in_list(before->lemma, "do not n't n’t please");
		if (!light)
			return word->rel == ONI_REL_CONJ && word->head != ONI_NONE && word->head < w && is_imperative(scene, word->head);
	}
	return true;
}

/* "Send us weapons," Ruiz told NATO: Ruiz asks it of NATO; demands what would be yielding. */
static void command(const oni_event_scene *scene, oni_draft *d)
{
	oni_parties who = {0}, to = {0};
	uint32_t s = oni_statement_at(scene->doc, d->trigger);
	if (!speaker(scene, d->trigger, &who) || !who.at[0].code.n) {
		d->demanded = true;
		return;
	}
	bool yielding = d->negated || root_of(d->code) == 8 || root_of(d->code) >= 14;
	oni_str code = asked_code(scene, d, yielding ? "demand" : "appeal");
	uint32_t addressee = scene->doc->statements.at[s].addressee;
	if (!code.n) {
		d->demanded = true;
		return;
	}
	if (addressee != ONI_NONE)
		to.at[to.n++] = (oni_party){.entity = addressee, .code = scene->doc->entities.at[addressee].code, .word = d->trigger};
	else if (!oni_parties_overlap(&d->source, &who))
		to = d->source;
	else if (!oni_parties_overlap(&d->target, &who) && root_of(d->code) < 14)
		to = d->target;
	d->code = code;
	d->negated = d->both = false;
	d->op = yielding ? ONI_STR("demand") : ONI_STR("appeal");
	d->source = who;
	d->target = to;
}

/* "fears of unrest": none yet. */
static bool is_feared(const oni_event_scene *scene, uint32_t w)
{
	const oni_word *word = oni_scene_word(scene, w);
	return word->rel == ONI_REL_NMOD && word->head != ONI_NONE && oni_str_is(oni_case_of(scene, w), "of")
		&& oni_word_in(scene, word->head, ONI_STR("fear|risk|prospect|possibility|danger|chance|hope|concern|specter|spectre|likelihood|event|case|possibilities|worry"));
}

static bool is_potential(const oni_event_scene *scene, uint32_t w)
{
	ONI_EACH_CHILD(c, scene, w)
		if (oni_scene_word(scene, c)->rel == ONI_REL_AMOD && oni_word_in(scene, c, ONI_STR("potential|possible|future|proposed|planned|eventual|hypothetical|any|further")))
			return true;
	return false;
}

/* "does not recognize": a standing refusal, other than "did not". */
static bool does_not(const oni_event_scene *scene, uint32_t verb)
{
	ONI_EACH_CHILD(c, scene, verb)
		if (oni_scene_word(scene, c)->rel == ONI_REL_AUX && oni_word_in_list(oni_scene_word(scene, c)->form, "does do"))
			return true;
	return false;
}

/* "allegedly", "is said to have": told as what others say. */
static bool is_alleged(const oni_event_scene *scene, uint32_t w)
{
	const oni_word *word = oni_scene_word(scene, w);
	if (oni_is_charge(scene, w))
		return true;
	ONI_EACH_CHILD(c, scene, w)
		if (oni_word_in(scene, c, ONI_STR("allegedly|reportedly|purportedly|supposedly|alleged|suspected|reported|purported")))
			return true;
	if (word->head == ONI_NONE || !oni_is_passive(scene, word->head))
		return false;
	if (word->rel == ONI_REL_XCOMP)
		return oni_word_in(scene, word->head, ONI_STR("say|believe|think|report|allege|suspect|rumor|rumour|know|accuse"));
	return word->rel == ONI_REL_ADVCL && oni_word_in_list(oni_case_of(scene, w), "of with for") && oni_word_in(scene, word->head, ONI_STR("accuse|suspect|charge|indict|blame|try|question"));
}

/* "may halt the talks if they refuse"; wherever the parser hangs the condition. */
static bool has_condition(const oni_event_scene *scene, uint32_t verb)
{
	for (uint32_t w = verb + 1; w < scene->end; w++)
		if (oni_scene_word(scene, w)->rel == ONI_REL_MARK && oni_word_in_list(oni_scene_word(scene, w)->lemma, "if unless"))
			return true;
	return false;
}

/* Forces sent nowhere, or about one's own country, threaten nobody. */
static bool is_at_home(const oni_draft *d)
{
	oni_str from = d->source.n ? d->source.at[0].code : (oni_str){0}, to = d->target.n ? d->target.at[0].code : (oni_str){0};
	return !to.n || oni_str_eq(oni_str_cut(from, 0, 3), oni_str_cut(to, 0, 3));
}

/* What the verb's auxiliaries make of the code. */
static void settle_will(const oni_event_scene *scene, oni_draft *d, oni_will will, int root)
{
	if (will == ONI_WILL_FUTURE) {
		d->intended = true;
		if (!d->negated && root >= 4 && root <= 8)
			compose_mood(scene, d, "intend");
		else if (!d->negated && root >= 14 && !(root == 15 && is_at_home(d)))
			compose_mood(scene, d, "threaten");
	} else if (will == ONI_WILL_POSSIBLE && root == 16 && !d->negated && has_condition(scene, d->subject)) {
		d->intended = true;            /* a reduction held out on a condition */
		compose_mood(scene, d, "threaten");
	} else if (will == ONI_WILL_MUST)
		duty(scene, d, "demand");
	else if (will == ONI_WILL_SHOULD)
		duty(scene, d, "appeal");
}

static void settle_mood(const oni_event_scene *scene, oni_draft *d)
{
	int root = root_of(d->code);
	oni_will will = oni_will_of(scene, d->subject);
	d->conditional = oni_is_conditional(scene, d->subject);
	if (is_imperative(scene, d->subject)) {
		command(scene, d);
		return;
	}
	d->alleged |= is_alleged(scene, d->subject) || is_alleged(scene, d->trigger);
	bool withheld = root == 5 && does_not(scene, d->subject);
	bool no_plan = oni_str_is(oni_scene_word(scene, d->trigger)->lemma, "plan"); /* to have none is no refusal */
	if (d->negated && !no_plan && oni_is_negated(scene, d->subject, true) && (withheld || oni_str_is(d->op, "intend") || oni_str_is(d->op, "accept") || will == ONI_WILL_FUTURE) && refuse(scene, d))
		return;
	if (will == ONI_WILL_POSSIBLE || is_potential(scene, d->trigger))
		d->possible = true;
	if (oni_str_is(d->op, "intend") || oni_str_is(d->op, "threaten") || root == 3)
		d->intended = true;
	settle_will(scene, d, will, root);
}

/* ---- what may be written ---- */

static bool coded(const oni_parties *list)
{
	for (uint32_t i = 0; i < list->n; i++)
		if (list->at[i].code.n)
			return true;
	return false;
}

static bool is_public(const oni_event_scene *scene, const oni_parties *list)
{
	for (uint32_t i = 0; i < list->n; i++)
		if (oni_is_public_code(list->at[i].code, scene->domain))
			return true;
	return false;
}

static bool is_private(const oni_parties *list)
{
	for (uint32_t i = 0; i < list->n; i++)
		if (list->at[i].code.n && !oni_is_private_code(list->at[i].code))
			return false;
	return true;
}

/* Somebody of public weight takes part; strikes, arrests and killings may be among private people, words, deals and visits not. */
static bool concerns_public(const oni_event_scene *scene, const oni_draft *d)
{
	int root = root_of(d->code);
	if (root < 14 && is_private(&d->source) && is_private(&d->target) && coded(&d->source) && (root < 9 || coded(&d->target)))
		return false;
	bool offer = root == 3 && d->inner == ONI_NONE, journey = oni_str_is(d->code, "042") && !oni_str_is(oni_scene_word(scene, d->trigger)->lemma, "visit");
	offer = offer && (coded(&d->source) || !is_public(scene, &d->target));
	if ((offer || journey) && is_private(&d->source)) /* fares offered, a writer's travels */
		return false;
	if (is_public(scene, &d->source) || is_public(scene, &d->target))
		return true;
	if (scene->domain != ONI_DOMAIN_PUBLIC)
		return false;
	return d->bare || root == 14 || (root >= 17 && coded(&d->source) && coded(&d->target));
}

/* "10,000 had been killed since May": a count over a time, which figures tell, no event. */
static bool is_toll(const oni_event_scene *scene, const oni_draft *d)
{
	bool perfect = false, past = false, counted = false;
	if (d->source.n || root_of(d->code) == 17 || !oni_is_passive(scene, d->subject)) /* who was arrested is told by no toll */
		return false;
	uint32_t verb = d->subject;
	const oni_word *w = oni_scene_word(scene, verb);
	if (w->rel == ONI_REL_CONJ && w->head != ONI_NONE && oni_is_clause(oni_scene_word(scene, w->head)))
		verb = w->head;
	ONI_EACH_CHILD(c, scene, verb) {
		const oni_word *k = oni_scene_word(scene, c);
		perfect |= k->rel == ONI_REL_AUX && oni_str_is(k->lemma, "have");
		past |= oni_str_is(k->form, "had") || oni_str_is(oni_case_of(scene, c), "since");
		if (k->rel == ONI_REL_NSUBJ_PASS)
			ONI_EACH_CHILD(m, scene, c)
				counted |= oni_scene_word(scene, m)->rel == ONI_REL_NUMMOD;
	}
	return perfect && past && counted;
}

/* "when a bridge collapsed", "in a flood", "after a bus overturned": what befell them was nobody's deed. */
static bool tells_mishap(const oni_event_scene *scene, uint32_t verb)
{
	oni_str mishap = ONI_STR("$mishap");
	ONI_EACH_CHILD(c, scene, verb) {
		const oni_word *k = oni_scene_word(scene, c);
		if (k->rel != ONI_REL_ADVCL && k->rel != ONI_REL_OBL)
			continue;
		if (oni_word_in(scene, c, mishap))
			return true;
		if (k->rel == ONI_REL_ADVCL)
			ONI_EACH_CHILD(m, scene, c)
				if (oni_rel_universal((oni_rel)oni_scene_word(scene, m)->rel) == ONI_REL_NSUBJ && oni_word_in(scene, m, mishap))
					return true;
	}
	return false;
}

/* Killed or hurt by a mishap: figures tell it. */
static bool is_accident(const oni_event_scene *scene, const oni_draft *d)
{
	if (root_of(d->code) < 18 || coded(&d->source) || !oni_is_passive(scene, d->subject))
		return false;
	const oni_word *w = oni_scene_word(scene, d->subject);
	bool joined = w->rel == ONI_REL_CONJ && w->head != ONI_NONE;
	return tells_mishap(scene, d->subject) || (joined && tells_mishap(scene, w->head));
}

/* "35 people were killed": by nobody, of nobody's; figures tell it. */
static bool is_nobodys(const oni_event_scene *scene, const oni_draft *d)
{
	int root = root_of(d->code);
	bool participle = oni_str_is(oni_scene_word(scene, d->subject)->xpos, "VBG") && oni_scene_word(scene, d->subject)->upos == ONI_UPOS_VERB;
	return root >= 18 && !coded(&d->source) && !coded(&d->target) && (participle || oni_is_passive(scene, d->subject));
}

/* A clause that describes or attends; not "there were two men killed". */
static bool is_background(const oni_event_scene *scene, const oni_word *word)
{
	bool participle = word->rel == ONI_REL_XCOMP && oni_str_is(word->xpos, "VBN"); /* "land seized in May", hung on its verb */
	if (word->rel == ONI_REL_ADVCL || participle)
		return true;
	if (oni_rel_universal(word->rel) != ONI_REL_ACL)
		return false;
	ONI_EACH_CHILD(c, scene, word->head)
		if (oni_scene_word(scene, c)->rel == ONI_REL_EXPL)
			return false;
	const oni_word *head = oni_scene_word(scene, word->head);
	return head->head != ONI_NONE && !oni_str_is(oni_scene_word(scene, head->head)->lemma, "be");
}

/* A clause that only attends or describes: an event where both its parties are told. */
static bool background_counts(const oni_event_scene *scene, const oni_draft *d, const oni_word *word)
{
	if (!coded(&d->source)) /* "a bomb that killed 19" */
		return d->bare && oni_str_starts(d->code, "183") && (word->morph & ONI_MORPH_FINITE);
	bool purpose = word->rel == ONI_REL_ADVCL && (word->morph & ONI_MORPH_INFINITIVE) && word->head != ONI_NONE;
	if (purpose && oni_scene_draft(scene, word->head)->state == ONI_DRAFT_FOUND) /* "marched to demand": the march is told */
		return false;
	if (coded(&d->target))
		return true;
	oni_str mark = oni_case_of(scene, d->subject); /* force counts without its target: "while launching attacks" */
	return word->rel == ONI_REL_ADVCL && root_of(d->code) >= 18 && (!mark.n || oni_word_in_list(mark, "while when as"));
}

/* "Colombia's conflict", "the war in Sudan": named, with nobody told to fight. */
static bool is_background_war(const oni_event_scene *scene, const oni_draft *d)
{
	const oni_word *word = oni_scene_word(scene, d->trigger);
	bool named = word->upos == ONI_UPOS_NOUN && oni_word_in_list(word->lemma, "war conflict hostility") && d->trigger == d->subject;
	bool one = d->source.n < 2 && (!d->target.n || (d->source.n && oni_str_eq(d->source.at[0].code, d->target.at[0].code)));
	return named && d->both && one;
}

/* What is feared, not planned, not said, told of by its name alone, or done instead of is not told as done. */
static bool is_nothing(const oni_event_scene *scene, const oni_draft *d)
{
	bool no_plan = d->negated && oni_str_is(oni_scene_word(scene, d->trigger)->lemma, "plan");
	bool unsaid = d->negated && oni_str_is(d->code, "010");
	return no_plan || unsaid || is_feared(scene, d->trigger) || is_background_war(scene, d) || oni_str_is(oni_case_of(scene, d->subject), "instead");
}

/* A noun that is no governor's complement tells an event by itself when it is told as one, with a party. */
static bool stands_alone(const oni_event_scene *scene, const oni_draft *d)
{
	const oni_word *word = oni_scene_word(scene, d->subject);
	if (d->theme || d->told || oni_str_is(d->op, "must") || d->code.n < 2 || !concerns_public(scene, d) || is_nothing(scene, d) || is_toll(scene, d) || is_nobodys(scene, d) || is_accident(scene, d))
		return false;
	if (is_background(scene, word))
		return background_counts(scene, d, word);
	if (d->bare)
		return true;
	if (oni_scene_word(scene, d->subject)->upos == ONI_UPOS_NOUN || oni_scene_word(scene, d->subject)->upos == ONI_UPOS_PROPN)
		return !d->possible && (root_of(d->code) == 14 ? is_public(scene, &d->source) || is_public(scene, &d->target) : coded(&d->source) && (coded(&d->target) || d->both));
	return coded(&d->source) || coded(&d->target);
}

static oni_modality modality_of(const oni_draft *d)
{
	return d->alleged ? ONI_MODALITY_ALLEGED : d->demanded ? ONI_MODALITY_DEMANDED : d->conditional ? ONI_MODALITY_CONDITIONAL : d->possible ? ONI_MODALITY_POSSIBLE : d->intended ? ONI_MODALITY_INTENDED : ONI_MODALITY_ACTUAL;
}

static uint32_t place_of(const oni_event_scene *scene, uint32_t w)
{
	const oni_doc *doc = scene->doc;
	for (int up = 0; up < 3 && w != ONI_NONE; up++, w = oni_scene_word(scene, w)->head) {
		ONI_EACH_CHILD(c, scene, w) {
			oni_str mark = oni_case_of(scene, c);
			if (!oni_str_is(mark, "in") && !oni_str_is(mark, "at") && !oni_str_is(mark, "near") && !oni_str_is(mark, "outside"))
				continue;
			for (uint32_t m = 0; m < doc->place_mentions.n; m++)
				if (doc->place_mentions.at[m].head == c)
					return doc->place_mentions.at[m].place;
		}
		if (oni_is_clause(oni_scene_word(scene, w)))
			break;
	}
	return ONI_NONE;
}

/* The code is still the row's: neither a governor nor the mood has changed it. */
static bool is_own_code(const oni_event_tables *t, const oni_draft *d)
{
	oni_str code = oni_table_cell(t->patterns, d->row, t->code);
	return oni_str_eq(code, d->code) || (oni_str_starts(code, "~") && oni_str_eq(oni_str_cut(code, 1, code.n), d->code));
}

static void write_types(const oni_event_scene *scene, const oni_draft *d, oni_event *e)
{
	const oni_event_tables *t = scene->tables;
	uint32_t row = oni_table_find(t->cameo, d->code);
	oni_str goldstein = oni_table_cell(t->cameo, row, t->goldstein), own = oni_table_cell(t->patterns, d->row, t->plover);
	e->cameo = d->code;
	e->plover = own.n && is_own_code(t, d) ? own : oni_table_cell(t->cameo, row, t->cameo_plover);
	e->mode = oni_table_cell(t->cameo, row, t->mode);
	e->context = oni_table_cell(t->cameo, row, t->context);
	e->goldstein = (float)oni_decimal_of(goldstein);
	e->pattern = oni_table_cell(t->patterns, d->row, t->name);
}

static void write_party(oni_doc *doc, const oni_party *party, oni_ids *ids, oni_str *code)
{
	if (!party)
		return;
	if (party->entity != ONI_NONE) {
		ids->at = ONI_NEW(doc->arena, uint32_t);
		ids->at[0] = party->entity;
		ids->n = 1;
	}
	*code = party->code;
}

static void write_event(const oni_event_scene *scene, const oni_draft *d, const oni_party *source, const oni_party *target)
{
	oni_doc *doc = scene->doc;
	oni_event *e = oni_push(doc->arena, &doc->events);
	write_types(scene, d, e);
	write_party(doc, source, &e->source, &e->source_code);
	write_party(doc, target, &e->target, &e->target_code);
	e->trigger = doc->words.at[d->trigger].at;
	e->trigger_word = d->trigger;
	e->sentence = doc->words.at[d->trigger].sentence;
	e->time = oni_time_of_clause(doc, d->trigger);
	e->place = place_of(scene, d->trigger);
	e->polarity = d->negated ? ONI_POLARITY_NEGATED : ONI_POLARITY_AFFIRMED;
	e->modality = modality_of(d);
	e->said_by = oni_statement_at(doc, d->trigger);
	if (e->modality == ONI_MODALITY_ACTUAL && e->said_by != ONI_NONE && doc->statements.at[e->said_by].act == ONI_ACT_ACCUSE)
		e->modality = ONI_MODALITY_ALLEGED; /* what an accusation tells */
}

static void write_pair(const oni_event_scene *scene, const oni_draft *d, const oni_party *source, const oni_party *target)
{
	oni_party from = source ? *source : (oni_party){.entity = ONI_NONE}, to = target ? *target : (oni_party){.entity = ONI_NONE};
	oni_complete_party(scene, d, &from, &to, true);
	oni_complete_party(scene, d, &to, &from, false);
	if (source)
		oni_make_civilians(scene, d, &from, true);
	if (target)
		oni_make_civilians(scene, d, &to, false);
	write_event(scene, d, source ? &from : NULL, target ? &to : NULL);
	if (d->both && source && target && d->target.n) /* "A met B": an event of each */
		write_event(scene, d, &to, &from);
}

/* "Russia's war on the Russian border", "since Iraq's invasion": one country under two words, or under one. */
static bool is_oneself(const oni_draft *d, const oni_party *a, const oni_party *b)
{
	bool one = a->entity == b->entity && a->entity != ONI_NONE, unsure = a->entity == ONI_NONE || b->entity == ONI_NONE;
	return one || ((d->both || root_of(d->code) >= 15) && unsure && oni_str_eq(a->code, b->code));
}

/* Each source with each target; what is done together by several, with no other party, each with each. */
static void write_pairs(const oni_event_scene *scene, const oni_draft *d)
{
	const oni_parties *to = d->both && !d->target.n && d->source.n > 1 ? &d->source : &d->target;
	for (uint32_t i = 0; i < (d->source.n ? d->source.n : 1); i++)
		for (uint32_t k = 0; k < (to->n ? to->n : 1); k++) {
			const oni_party *source = d->source.n ? &d->source.at[i] : NULL, *target = to->n ? &to->at[k] : NULL;
			if (to == &d->source && i == k)
				continue;
			if (source && target && is_oneself(d, source, target))
				target = NULL;
			write_pair(scene, d, source, target);
		}
}

/* Acts that are done to nobody, be they governed or not: a resignation. */
static bool is_alone(const oni_event_scene *scene, const oni_draft *d)
{
	for (uint32_t w = d->inner; w != ONI_NONE; w = oni_scene_draft(scene, w)->inner)
		if (oni_str_starts(oni_pattern_roles(scene, oni_scene_draft(scene, w)->row, "tgt"), "-"))
			return true;
	return false;
}

static bool is_politician(const oni_event_scene *scene, const oni_parties *list)
{
	const oni_doc *doc = scene->doc;
	for (uint32_t i = 0; i < list->n; i++) {
		bool person = list->at[i].entity != ONI_NONE && doc->entities.at[list->at[i].entity].kind == ONI_ENTITY_PERSON;
		bool politics = oni_word_in_list(oni_role_of_code(list->at[i].code), "GOV PTY LEG ELI OPP MED");
		if (!person || !politics)
			return false;
	}
	return list->n > 0;
}

/* "attacked his rival", "her attacks on the press": of politicians among themselves the word means words. */
static bool is_war_of_words(const oni_event_scene *scene, const oni_draft *d)
{
	if (!oni_str_is(d->code, "190") || !oni_str_is(oni_scene_word(scene, d->trigger)->lemma, "attack") || !is_politician(scene, &d->source))
		return false;
	return !d->target.n || is_politician(scene, &d->target);
}

static void finish(const oni_event_scene *scene, oni_draft *d)
{
	if (is_war_of_words(scene, d))
		d->code = ONI_STR("111");
	int root = root_of(d->code);
	settle_mood(scene, d);
	bool none = oni_str_starts(oni_pattern_roles(scene, d->row, "tgt"), "-") || is_alone(scene, d);
	if (!d->target.n && !none && !(d->both && d->source.n > 1)) {
		if (!d->both && root != 15 && !oni_str_is(d->op, "criticize"))
			oni_parties_under(scene, d->subject, &d->source, root >= 14 || oni_str_is(d->code, "042"), 0, &d->target);
		if (!d->target.n && root >= 14)
			oni_parties_of_place(scene, d->subject, &d->target);
	}
	/* "src:speaker": a judgement told as a fact is its speaker's ("The blockade is illegal, Ruiz said"); where nobody known says it, it is none. */
	bool judged = oni_str_is(oni_pattern_roles(scene, d->row, "src"), "speaker");
	if (judged)
		speaker(scene, d->subject, &d->source);
	if (!d->source.n) { /* "we will leave": who speaks */
		oni_fill fill = {0};
		oni_doers(scene, d->subject, &fill);
		bool they = fill.n && oni_word_in_list(oni_scene_word(scene, fill.at[0])->form, "they");
		if (fill.n && (they || oni_word_in_list(oni_scene_word(scene, fill.at[0])->form, "I we us")))
			speaker(scene, d->subject, &d->source);
		if (they && d->source.n < 2) /* "they" are several speakers, or others */
			d->source.n = 0;
	}
	if (judged && (!coded(&d->source) || oni_parties_overlap(&d->source, &d->target)))
		return;
	if (stands_alone(scene, d))
		write_pairs(scene, d);
}

bool oni_is_prose(const oni_doc *doc, uint32_t sentence)
{
	oni_segment_kind kind = doc->segments.at[doc->sentences.at[sentence].segment].kind;
	return kind == ONI_SEGMENT_BODY || kind == ONI_SEGMENT_HEADLINE || kind == ONI_SEGMENT_SUBHEAD || kind == ONI_SEGMENT_CAPTION;
}

static void read_sentence(oni_doc *doc, const oni_event_tables *tables, const oni_sentence *sentence, oni_event_domain domain)
{
	oni_mark mark = oni_arena_mark(doc->scratch);
	oni_event_scene scene;
	oni_scene_open(&scene, doc, tables, sentence);
	scene.domain = domain;
	for (uint32_t w = scene.first; w < scene.end; w++)
		oni_read_event(&scene, w, 0);
	for (uint32_t w = scene.first; w < scene.end; w++)
		if (oni_scene_draft(&scene, w)->state == ONI_DRAFT_NONE && oni_will_of(&scene, w) == ONI_WILL_MUST)
			oni_read_duty(&scene, w);
	for (uint32_t w = scene.first; w < scene.end; w++)
		if (oni_scene_draft(&scene, w)->state == ONI_DRAFT_FOUND && !oni_scene_draft(&scene, w)->told)
			finish(&scene, oni_scene_draft(&scene, w));
	oni_arena_rewind(doc->scratch, mark);
}

void oni_find_events(const oni_facts *facts, oni_doc *doc)
{
	oni_event_tables tables;
	oni_mark mark = oni_arena_mark(doc->scratch);
	uint8_t *domain = ONI_NEW_N(doc->scratch, uint8_t, doc->sentences.n + 1);
	oni_event_tables_open(facts, &tables);
	oni_find_domains(doc, facts, domain);
	for (uint32_t s = 0; s < doc->sentences.n; s++)
		if (doc->sentences.at[s].root != ONI_NONE && oni_is_prose(doc, s))
			read_sentence(doc, &tables, &doc->sentences.at[s], (oni_event_domain)domain[s]);
	oni_share_countries(&tables, doc);
	if (!doc->leave_out_plain_statements)
		oni_tell_plain_statements(&tables, doc, domain);
	oni_arena_rewind(doc->scratch, mark);
}
