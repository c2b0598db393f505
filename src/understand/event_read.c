/* What a word means as an event: its own pattern, or a governor over what it governs.
 *
 * Problem: "agreed to hold talks on lifting sanctions" is one event, not four, and its parties hang on several of its
 * words. Method: read from the governor down. A plain trigger gets its code and parties from its row. A governor
 * (code "+class") looks for an event among its complements, in a fixed order of slots, passing through words that
 * mean nothing themselves ("take steps to", "part of"); the pair makes the code (event_compose.c), and the parties
 * come from both. What a governor has used is `told` and writes no event of its own.
 *
 * Example: "Kyiv rejected a Russian proposal for talks": reject(propose(046)) -> 125, source Kyiv, target Russia (whose
 * proposal it is). Every word is read once, so the time is linear. */
#include "understand/event_parts.h"

static const char *const DEEP_SLOTS[] = {"obj", "comp", "for", "on", "to", "of", "against", "with", "in", "into", "from", "over", "about", "by", "at", "mod"};
enum { DEEP_N = sizeof DEEP_SLOTS / sizeof *DEEP_SLOTS };

/* A participle that tells which one is meant: "victims killed in May". */
static bool is_description(const oni_event_scene *scene, uint32_t c)
{
	const oni_word *w = oni_scene_word(scene, c);
	return w->rel == ONI_REL_ACL && !(w->morph & ONI_MORPH_INFINITIVE) && !oni_case_of(scene, c).n;
}

/* The nearest event at or under w, through words that are none; narrow: only through what w consists of ("a series
 * of raids", "a mediation mission"). */
static uint32_t seek(const oni_event_scene *scene, uint32_t w, uint32_t depth, int steps, bool narrow)
{
	if (oni_read_event(scene, w, depth)->state == ONI_DRAFT_FOUND)
		return w;
	ONI_EACH_CHILD(c, scene, w) /* "a mediation mission", be it an actor too */
		if (oni_scene_word(scene, c)->rel == ONI_REL_COMPOUND && oni_scene_word(scene, c)->upos == ONI_UPOS_NOUN && oni_read_event(scene, c, depth)->state == ONI_DRAFT_FOUND
			&& !oni_scene_draft(scene, c)->theme)
			return c;
	if (steps >= 3 || oni_is_party(scene, w, true))
		return ONI_NONE;
	for (size_t i = 0; i < DEEP_N; i++) {
		oni_fill fill = {0};
		if (narrow && !oni_word_in_list(oni_str_of(DEEP_SLOTS[i]), "of mod"))
			continue;
		oni_fill_slot(scene, w, oni_str_of(DEEP_SLOTS[i]), &fill);
		for (uint32_t k = 0; k < fill.n; k++) {
			if (fill.at[k] == w || oni_scene_word(scene, fill.at[k])->head != w || is_description(scene, fill.at[k]))
				continue;
			uint32_t found = seek(scene, fill.at[k], depth + 1, steps + 1, narrow);
			if (found != ONI_NONE)
				return found;
		}
	}
	return ONI_NONE;
}

/* ---- parties ---- */

static void parties_in(const oni_event_scene *scene, uint32_t w, oni_str slots, const oni_parties *not_these, oni_parties *ret)
{
	oni_str slot;
	while (!ret->n && oni_str_split(&slots, ',', &slot)) {
		oni_fill fill = {0};
		oni_fill_slot(scene, w, slot, &fill);
		for (uint32_t i = 0; i < fill.n; i++) {
			oni_parties found = {0};
			oni_parties_of(scene, fill.at[i], &found);
			if (not_these && oni_parties_overlap(not_these, &found))
				continue;
			oni_parties_add(ret, &found);
		}
	}
}

static oni_str roles(const oni_event_scene *scene, uint32_t row, const char *key)
{
	oni_str given = oni_pattern_roles(scene, row, key);
	if (given.n)
		return given;
	bool source = key[0] == 's';
	oni_str class_ = oni_table_cell(scene->tables->patterns, row, scene->tables->class_);
	if (oni_str_is(class_, "a"))
		return source ? ONI_STR("topic") : ONI_STR("to,with,of,at,for,by");
	if (oni_str_is(class_, "v"))
		return source ? ONI_STR("subj") : ONI_STR("obj,iobj,against,on,upon,with,to,at,into,from,for,of,over,toward,towards,between,among");
	return source ? ONI_STR("poss,by,mod,from") : ONI_STR("against,on,with,to,of,at,into,in,for,between,among,from,over");
}

static void own_parties(const oni_event_scene *scene, uint32_t w, oni_draft *d)
{
	parties_in(scene, w, roles(scene, d->row, "src"), NULL, &d->source);
	if (!d->source.n && d->both && oni_is_passive(scene, w)) /* "delegates negotiated", read as a participle */
		parties_in(scene, w, ONI_STR("topic"), NULL, &d->source);
	parties_in(scene, w, roles(scene, d->row, "tgt"), &d->source, &d->target);
	if (!d->source.n && oni_scene_word(scene, w)->upos != ONI_UPOS_VERB) /* "talks between X and Y" */
		parties_in(scene, w, ONI_STR("between,among"), NULL, &d->source);
}

static void without(oni_parties *list, const oni_parties *these)
{
	oni_parties kept = {0};
	for (uint32_t i = 0; i < list->n; i++) {
		oni_parties single = {.n = 1};
		single.at[0] = list->at[i];
		if (!oni_parties_overlap(&single, these))
			oni_parties_add(&kept, &single);
	}
	*list = kept;
}

/* ---- governors ---- */

/* Light verbs, beginnings and gifts: the event is the governed one, the verb brings its parties. */
static void carry(const oni_event_scene *scene, uint32_t w, oni_draft *d, const oni_draft *in)
{
	oni_parties mine = {0}, other = {0};
	bool swap = oni_str_is(d->op, "get");
	parties_in(scene, w, roles(scene, d->row, "src"), NULL, &mine);
	oni_str theirs = in->both ? ONI_STR("iobj,to,against,with,between,among,from") : ONI_STR("iobj,to,on,against,with,upon,into,at,for,between,among,from,in");
	parties_in(scene, w, swap ? ONI_STR("from,by,of,with") : theirs, &mine, &other); /* "resumed talks in Havana": not with Havana */
	d->source = swap ? other : mine;
	d->target = swap ? mine : in->target;
	if (!d->source.n)
		d->source = in->source;
	if (!d->target.n)
		d->target = other;
	if (!d->target.n && in->source.n)
		d->target = in->source;
	without(&d->target, &d->source);
	d->trigger = in->trigger;
	d->theme = in->theme && oni_str_is(d->op, "to"); /* "seek aid" gives none */
	d->both = in->both;
	d->intended |= in->intended;
	d->possible |= in->possible;
}

/* Whom the governor is about, when it names nobody itself: whoever would have to do it, or whom it would befall. */
static void borrow_target(oni_draft *d, const oni_draft *in)
{
	bool doer_first = oni_word_in_list(d->op, "appeal demand accuse criticize reject investigate deny order");
	oni_parties first = doer_first ? in->source : in->target, second = doer_first ? in->target : in->source;
	without(&first, &d->source);
	without(&second, &d->source);
	if ((!doer_first && !d->source.n) /* then they are the doers of both */
		|| (oni_str_is(d->op, "criticize") && in->code.n > 1 && memcmp(in->code.at, "14", 2) >= 0)) /* an outrage is not its victim's fault */
		second.n = 0;
	if (!d->target.n)
		d->target = first.n ? first : second;
}

/* "urged Iran not to attack" asks for an end: the governor over the opposite of what it governs. */
static oni_str code_over(const oni_event_scene *scene, const oni_draft *d, const oni_draft *in)
{
	if (!in->negated || !oni_word_in_list(d->op, "appeal demand intend"))
		return oni_compose(scene->tables, d->op, in->code);
	oni_str opposite = oni_compose(scene->tables, ONI_STR("stop"), in->code);
	oni_str code = opposite.n ? oni_compose(scene->tables, d->op, opposite) : opposite;
	return code.n ? code : oni_compose(scene->tables, d->op, ONI_STR("010"));
}

/* What is asked for, refused, threatened or blamed is told by its governor alone. */
static void tell_below(const oni_event_scene *scene, uint32_t w, int depth)
{
	ONI_EACH_CHILD(c, scene, w) {
		if (oni_scene_word(scene, c)->rel == ONI_REL_ACL_RELCL || oni_scene_word(scene, c)->rel == ONI_REL_PARATAXIS)
			continue;
		oni_read_event(scene, c, 2 * ONI_EVENT_DEPTH)->told = true;
		if (depth < 12)
			tell_below(scene, c, depth + 1);
	}
}

/* "issued an appeal to Mali to free them", "rejected demands for a truce": what the noun governs may hang on its verb. */
static oni_str complete_governor(const oni_event_scene *scene, uint32_t w, oni_draft *in, uint32_t depth)
{
	oni_fill fill = {0};
	if (!in->op.n || in->inner != ONI_NONE || oni_scene_word(scene, in->trigger)->upos != ONI_UPOS_NOUN)
		return in->code;
	oni_fill_slot(scene, w, ONI_STR("comp"), &fill);
	if (!fill.n)
		oni_fill_slot(scene, w, ONI_STR("for"), &fill);
	oni_fill by = {0};
	oni_fill_slot(scene, in->trigger, ONI_STR("by"), &by);
	if (!fill.n && by.n) /* "calls by Mali for aid" */
		oni_fill_slot(scene, by.at[0], ONI_STR("for"), &fill);
	for (uint32_t i = 0; i < fill.n; i++) {
		if (fill.at[i] < in->trigger)
			continue;
		uint32_t found = seek(scene, fill.at[i], depth + 1, 0, false);
		if (found == ONI_NONE || found == in->trigger)
			continue;
		oni_draft *other = oni_read_event(scene, found, depth + 1);
		oni_str code = code_over(scene, in, other);
		if (code.n) {
			other->told = true;
			tell_below(scene, found, 0);
			return code;
		}
	}
	return in->code;
}

/* "is accused of", "is suspected of": nobody is named who says so. */
static bool is_agentless_charge(const oni_event_scene *scene, uint32_t w, uint32_t row)
{
	oni_fill by = {0};
	if (!oni_str_starts(oni_table_cell(scene->tables->patterns, row, scene->tables->code), "+accuse") || !oni_is_passive(scene, w))
		return false;
	oni_doers(scene, w, &by);
	return by.n == 0;
}

static bool govern(const oni_event_scene *scene, uint32_t w, oni_draft *d, uint32_t found, uint32_t depth)
{
	oni_draft *in = oni_read_event(scene, found, depth);
	bool light = oni_word_in_list(d->op, "do give get to");
	bool noun = oni_str_is(oni_table_cell(scene->tables->patterns, d->row, scene->tables->class_), "n");
	if (noun && oni_str_is(d->op, "intend") && in->code.n > 1 && memcmp(in->code.at, "14", 2) >= 0)
		return false;                  /* "its commitment to Mali in the face of attacks" */
	if (!light && w < found)
		in->code = complete_governor(scene, w, in, depth);
	oni_str code = light ? in->code : code_over(scene, d, in);
	if (!code.n)
		return false;
	d->code = code;
	d->inner = found;
	in->told = true;
	if (light) {
		code = complete_governor(scene, w, in, depth);
		d->negated |= in->negated;
		d->code = code;
		d->op = in->op;
		oni_str op = oni_str_cut(oni_table_cell(scene->tables->patterns, d->row, scene->tables->code), 1, SIZE_MAX), name;
		oni_str_split(&op, '=', &name);
		oni_draft whole = *d;
		whole.op = name;
		carry(scene, w, &whole, in);
		whole.op = in->op;
		*d = whole;
		return true;
	}
	tell_below(scene, found, 0);
	bool state = oni_str_is(oni_table_cell(scene->tables->patterns, d->row, scene->tables->class_), "a");
	oni_str given = oni_pattern_roles(scene, d->row, "tgt");
	parties_in(scene, w, roles(scene, d->row, "src"), NULL, &d->source);
	parties_in(scene, w, given.n ? given : state ? ONI_STR("with") : ONI_STR("obj,iobj,on,upon,to,with,from,against,at,of,by,for"), &d->source, &d->target);
	if (d->target.n && oni_word_in_list(d->op, "intend threaten stop reject") && in->target.n && in->trigger == d->target.at[0].word)
		d->target = in->target;
	borrow_target(d, in);
	if (is_agentless_charge(scene, w, d->row) && in->code.n >= 2 && memcmp(in->code.at, "14", 2) >= 0) { /* the deed is told, as alleged; by nobody */
		in->told = false;
		in->alleged = d->told = true;
		if (!in->source.n)
			in->source = d->target;
		without(&in->target, &in->source);
	}
	d->both = (d->both || (in->both && !oni_word_in_list(d->op, "appeal demand accuse threaten investigate deny order"))) && !d->target.n; /* "agreed to a ceasefire": each with each */
	return true;
}

/* The slots of a governor's complement: `arg:` of its row, else all in order. */
static bool read_governor(const oni_event_scene *scene, uint32_t w, oni_draft *d, uint32_t depth)
{
	oni_str given = oni_pattern_roles(scene, d->row, "arg"), slot;
	for (size_t i = 0; given.n ? oni_str_split(&given, ',', &slot) : i < DEEP_N; i++) {
		if (!oni_pattern_roles(scene, d->row, "arg").n)
			slot = oni_str_of(DEEP_SLOTS[i]);
		oni_fill fill = {0};
		oni_fill_slot(scene, w, slot, &fill);
		for (uint32_t k = 0; k < fill.n; k++) {
			if (fill.at[k] == w)
				continue;
			uint32_t found = seek(scene, fill.at[k], depth + 1, 0, oni_word_in_list(d->op, "do give get"));
			if (found != ONI_NONE && found != w && govern(scene, w, d, found, depth + 1))
				return true;
		}
	}
	return false;
}

/* ---- one word ---- */

static void tell_complements(const oni_event_scene *scene, uint32_t w, uint32_t depth)
{
	oni_fill fill = {0};
	oni_fill_slot(scene, w, ONI_STR("comp"), &fill);
	for (uint32_t i = 0; i < fill.n; i++) {
		oni_read_event(scene, fill.at[i], depth + 1)->told = true;
		tell_below(scene, fill.at[i], 0);
	}
}

/* "prevented a march", "lodged a protest": the object is what is kept down, or a paper; none is held. */
static void tell_dissent(const oni_event_scene *scene, uint32_t w, uint32_t depth)
{
	oni_fill fill = {0};
	oni_fill_slot(scene, w, ONI_STR("obj"), &fill);
	for (uint32_t i = 0; i < fill.n; i++) {
		oni_draft *object = fill.at[i] == w ? NULL : oni_read_event(scene, fill.at[i], depth + 1);
		if (!object || object->state != ONI_DRAFT_FOUND || !oni_str_starts(object->code, "14"))
			continue;
		object->told = true;
		ONI_EACH_CHILD(c, scene, fill.at[i]) /* "a march staged by students" */
			if (oni_scene_word(scene, c)->rel == ONI_REL_ACL)
				oni_read_event(scene, c, depth + 1)->told = true;
	}
}

/* "+demand=100": class demand, 100 where it governs no event we know. "~073": no event by itself. `alone`: no other row
 * would tell the governor's use better. */
/* "is scheduled to meet", "was expected to sign": nobody's promise or request, but what is to come of the one so spoken of. */
static bool is_prospect(const oni_event_scene *scene, uint32_t w, oni_str op)
{
	if (!oni_is_passive(scene, w) || oni_scene_word(scene, w)->upos != ONI_UPOS_VERB)
		return false;
	oni_fill by = {0}, comp = {0};
	oni_doers(scene, w, &by);
	oni_fill_slot(scene, w, ONI_STR("comp"), &comp);
	return !by.n && comp.n && (oni_str_is(op, "intend") || (oni_str_is(op, "appeal") && oni_word_in(scene, w, ONI_STR("want|expect|prefer|like|wish"))));
}

static bool read_prospect(const oni_event_scene *scene, uint32_t w, oni_draft *d, uint32_t depth)
{
	d->op = ONI_STR("to");
	if (!read_governor(scene, w, d, depth))
		return false;
	oni_str code = oni_compose(scene->tables, ONI_STR("intend"), d->code);
	bool cooperates = d->code.n && d->code.at[0] == '0' && d->code.at[1] >= '4';
	d->code = code.n && cooperates ? code : d->code;
	d->intended = true;
	return true;
}

static bool read_code(const oni_event_scene *scene, uint32_t w, oni_draft *d, bool alone, uint32_t depth)
{
	oni_str code = oni_table_cell(scene->tables->patterns, d->row, scene->tables->code), op;
	if (oni_str_starts(code, "+")) {
		code = oni_str_cut(code, 1, code.n);
		oni_str_split(&code, '=', &op);
		d->op = op;
		if (is_prospect(scene, w, op))
			return read_prospect(scene, w, d, depth);
		if (read_governor(scene, w, d, depth))
			return true;
		if (!alone)
			return false;
		d->code = code.at ? code : (oni_str){0};
		if (!d->code.n)
			return false;
		if (oni_str_starts(d->code, "~")) {
			d->theme = true;
			d->code = oni_str_cut(d->code, 1, d->code.n);
		}
		own_parties(scene, w, d);
		return true;
	}
	d->theme = oni_str_starts(code, "~");
	d->code = d->theme ? oni_str_cut(code, 1, code.n) : code;
	own_parties(scene, w, d);
	if (oni_str_starts(d->code, "11") || oni_str_starts(d->code, "12") || oni_str_is(d->code, "011") || oni_str_is(d->code, "019")) /* what somebody is blamed for, agrees about */
		tell_complements(scene, w, depth);
	if (oni_str_starts(d->code, "17") || oni_str_starts(d->code, "114"))
		tell_dissent(scene, w, depth);
	return d->code.n > 0;
}

static bool read_row(const oni_event_scene *scene, uint32_t w, uint32_t row, bool alone, uint32_t depth)
{
	oni_draft *d = oni_scene_draft(scene, w);
	*d = (oni_draft){.state = ONI_DRAFT_READING, .row = row, .trigger = w, .subject = w, .inner = ONI_NONE};
	d->both = oni_pattern_flag(scene, row, "both");
	d->bare = oni_pattern_flag(scene, row, "bare");
	d->negated = oni_is_negated(scene, w, false);
	return read_code(scene, w, d, alone, depth);
}

oni_draft *oni_read_event(const oni_event_scene *scene, uint32_t w, uint32_t depth)
{
	oni_draft *d = oni_scene_draft(scene, w);
	if (d->state != ONI_DRAFT_UNREAD || depth > 3 * ONI_EVENT_DEPTH)
		return d;
	oni_row_pair rows = oni_patterns_of(scene, w);
	d->state = ONI_DRAFT_READING;
	bool charge = rows.governor != ONI_NO_ROW && is_agentless_charge(scene, w, rows.governor);
	rows.governor_first |= charge;
	bool found = rows.governor != ONI_NO_ROW && (rows.governor_first || rows.plain == ONI_NO_ROW) && read_row(scene, w, rows.governor, rows.plain == ONI_NO_ROW, depth);
	found &= !charge || d->told || rows.plain == ONI_NO_ROW; /* a plain row says better of what one is accused, but for a deed */
	if (!found && rows.plain != ONI_NO_ROW)
		found = read_row(scene, w, rows.plain, true, depth);
	d->state = found ? ONI_DRAFT_FOUND : ONI_DRAFT_NONE;
	return d;
}

/* "Moscow must give a signal": what somebody must do is demanded, be the act itself coded or not. The draft stands for
 * the act until the mood turns it; without a speaker it is none. */
void oni_read_duty(const oni_event_scene *scene, uint32_t w)
{
	oni_draft *d = oni_scene_draft(scene, w);
	const oni_word *word = oni_scene_word(scene, w);
	bool must = false;
	ONI_EACH_CHILD(c, scene, w)
		must |= oni_str_is(oni_scene_word(scene, c)->lemma, "must");
	if (word->upos != ONI_UPOS_VERB || !must || d->state != ONI_DRAFT_NONE || oni_is_passive(scene, w))
		return;
	oni_parties who = {0};
	oni_fill subject = {0};
	oni_doers(scene, w, &subject);
	if (subject.n && oni_str_eq_nocase(oni_scene_word(scene, subject.at[0])->form, ONI_STR("it")))
		return;
	parties_in(scene, w, ONI_STR("subj"), NULL, &who);
	if (!who.n || !who.at[0].code.n || scene->tables->duty == ONI_NO_ROW)
		return;
	*d = (oni_draft){.state = ONI_DRAFT_FOUND, .row = scene->tables->duty, .trigger = w, .subject = w, .inner = ONI_NONE, .op = ONI_STR("must"), .source = who};
	d->code = ONI_STR("000");
	d->negated = oni_is_negated(scene, w, false);
	for (size_t i = 0; i < DEEP_N && d->inner == ONI_NONE; i++) {
		oni_fill fill = {0};
		oni_fill_slot(scene, w, oni_str_of(DEEP_SLOTS[i]), &fill);
		for (uint32_t k = 0; k < fill.n && d->inner == ONI_NONE; k++)
			if (oni_scene_word(scene, fill.at[k])->head == w)
				d->inner = seek(scene, fill.at[k], 0, 0, false);
	}
	if (d->inner != ONI_NONE) {
		d->code = oni_scene_draft(scene, d->inner)->code;
		oni_scene_draft(scene, d->inner)->told = true;
	}
}
