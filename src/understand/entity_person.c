/* Persons' names as candidates, with the titles before them.
 *
 * A title belongs to its name's mention, whether the tree hangs the title on the name ("Foreign Minister" on "Lavrov"), the name on the
 * title, or neither; and though analyse may have taken a part of the title for a name ("Secretary of [State Jane Holt]") or broken the name
 * off at a particle ("Ursula von | der Leyen"). What is set right in doc->names stays so for the stages behind. */
#include "understand/entity_parts.h"

bool oni_is_person_noun(const oni_fact *f)
{
	return f->kind == ONI_FACT_NOUN && f->noun == ONI_NOUN_PERSON;
}

/* The word of [first, end) that hangs on a word outside. */
uint32_t oni_head_within(const oni_doc *doc, uint32_t first, uint32_t end)
{
	for (uint32_t i = end; i-- > first; ) {
		uint32_t head = doc->words.at[i].head;
		if ((head == ONI_NONE || head < first || head >= end) && doc->words.at[i].upos != ONI_UPOS_PUNCT
			&& doc->words.at[i].rel != ONI_REL_CASE)
			return i;
	}
	return end - 1;
}

/* "President" in "President Ruiz" where the name hangs on the title: the title is the phrase's head. */
static uint32_t title_above(const oni_doc *doc, uint32_t head, uint32_t first)
{
	const oni_word *w = &doc->words.at[head];
	if (w->head == ONI_NONE || w->head >= first || first - w->head > 6)
		return head;
	if (w->rel != ONI_REL_FLAT && w->rel != ONI_REL_APPOS && w->rel != ONI_REL_NMOD_DESC && w->rel != ONI_REL_COMPOUND)
		return head;
	for (uint32_t i = w->head + 1; i < first; i++)
		if (doc->words.at[i].upos == ONI_UPOS_PUNCT || doc->words.at[i].upos == ONI_UPOS_VERB)
			return head;
	uint8_t upos = doc->words.at[w->head].upos;
	return upos == ONI_UPOS_NOUN || upos == ONI_UPOS_PROPN ? w->head : head;
}

static bool may_be_title(const oni_doc *doc, uint32_t word)
{
	switch (doc->words.at[word].rel) {
	case ONI_REL_COMPOUND: case ONI_REL_NMOD_DESC: case ONI_REL_FLAT: case ONI_REL_AMOD: case ONI_REL_APPOS: case ONI_REL_DEP:
	case ONI_REL_NMOD_UNMARKED:
		return true;
	default:
		return doc->words.at[word].upos == ONI_UPOS_PROPN;
	}
}

static bool is_capital(const oni_doc *doc, uint32_t word)
{
	oni_str form = doc->words.at[word].form;
	return form.n && ((form.at[0] >= 'A' && form.at[0] <= 'Z') || (unsigned char)form.at[0] >= 0xC3);
}

/* "Archbishop of Canterbury Justin Hale": a title with what it is of, all in capitals, right before the name. */
static uint32_t office_before(oni_cast *cast, uint32_t sentence_first, uint32_t first)
{
	const oni_doc *doc = cast->doc;
	oni_fact noun;
	uint32_t i = first;
	while (i > sentence_first && first - i < 5 && is_capital(doc, i - 1))
		i--;
	if (i == first || i < sentence_first + 2 || !oni_str_is(doc->words.at[i - 1].form, "of") || !is_capital(doc, i - 2))
		return first;
	if (!oni_noun_at(&cast->who, doc, sentence_first, i - 2, &noun) || !oni_is_person_noun(&noun) || noun.plural)
		return first;
	return noun.first;
}

/* Takes in the title before a name where the tree does not: a person noun right before it, and before that what colours it. */
static uint32_t title_before(oni_cast *cast, uint32_t sentence_first, uint32_t first)
{
	oni_fact noun, f;
	bool direct = first > sentence_first && oni_noun_at(&cast->who, cast->doc, sentence_first, first - 1, &noun)
		&& noun.noun == ONI_NOUN_PERSON && !noun.plural && (noun.use != ONI_NOUN_PLAIN || may_be_title(cast->doc, first - 1));
	uint32_t start = direct ? noun.first : office_before(cast, sentence_first, first);
	if (start == first)
		return first;
	first = start;
	for (bool more = true; more; ) {
		more = false;
		for (uint32_t n = 1; n <= 4 && n <= first - sentence_first && !more; n++)
			if (oni_fact_at(&cast->who, cast->doc, first - n, first, &f) && f.end == first && f.kind != ONI_FACT_OFFICIAL
				&& !(f.kind == ONI_FACT_STANDING && oni_is_predicate(cast->doc, first - 1)) && !(oni_is_person_noun(&f) && (f.plural || f.use == ONI_NOUN_PLAIN)))
				first -= n, more = true;
	}
	return first;
}

/* "Archbishop of [Linz Josef Maier]" */
static bool begins_in_title(const oni_cast *cast, uint32_t start, uint32_t first, uint32_t end)
{
	const oni_doc *doc = cast->doc;
	oni_fact noun;
	if (first < start + 2 || end - first < 3 || !oni_str_is(doc->words.at[first - 1].form, "of") || !is_capital(doc, first - 2))
		return false;
	return oni_noun_at(&cast->who, doc, start, first - 2, &noun) && oni_is_person_noun(&noun)
		&& !oni_gender_of_given_name(&cast->who, doc->words.at[first].form) && oni_gender_of_given_name(&cast->who, doc->words.at[first + 1].form);
}

/* A title that analyse took into the name is no part of it: "Deputy Secretary Hall", "Secretary of [State Jane Hall]". */
static uint32_t without_title(oni_cast *cast, uint32_t first, uint32_t end)
{
	oni_doc *doc = cast->doc;
	oni_fact f;
	uint32_t start = doc->sentences.at[doc->words.at[first].sentence].first;
	bool inside = oni_fact_at(&cast->who, doc, first, end, &f) && oni_is_person_noun(&f)
		&& !(f.end == first + 1 && !oni_str_is(f.sector, "GOV") && oni_gender_of_given_name(&cast->who, doc->words.at[first].form)); /* "Christian Roux" */
	if (!inside && begins_in_title(cast, start, first, end))
		f = (oni_fact){.first = first, .end = first + 1}, inside = true;
	bool over = !inside && oni_noun_at(&cast->who, doc, start, first, &f) && oni_is_person_noun(&f) && f.first < first;
	if (!(inside || over) || f.end >= end)
		return first;
	uint32_t name = doc->words.at[first].name;
	if (name != ONI_NONE && doc->names.at[name].first == first)
		doc->names.at[name].first = f.end;
	for (uint32_t i = first; i < f.end; i++)
		doc->words.at[i].name = ONI_NONE;
	return f.end;
}

/* "[Interior] Minister": a body's name that is a part of what somebody is called. */
static bool in_title(const oni_cast *cast, const oni_candidate *c)
{
	oni_fact noun;
	return c->name_end < cast->doc->words.n && oni_fact_at(&cast->who, cast->doc, c->name_first, c->name_end + 2 < cast->doc->words.n ? c->name_end + 2 : c->name_end + 1, &noun)
		&& oni_is_person_noun(&noun) && noun.end > c->name_end;
}

/* A part of a title was taken for a person: "Archbishop of [Linz]" */
static void drop_names_from(oni_cast *cast, uint32_t first)
{
	oni_doc *doc = cast->doc;
	while (cast->candidates.n) {
		const oni_candidate *c = &cast->candidates.at[cast->candidates.n - 1];
		uint32_t name = doc->words.at[c->name_first].name;
		bool person = c->nature == ONI_NATURE_PERSON;
		if (c->first < first || c->form != ONI_MENTION_NAME || !(person || (c->known.kind == ONI_FACT_NONE && in_title(cast, c))))
			return;
		if (name != ONI_NONE && person)
			doc->names.at[name].kind = ONI_NAME_LOCATION;
		cast->candidates.n--;
	}
}

/* Whether a person is named in [from, to): "Sol and Mayor Berg" are two. */
static bool in_other_name(const oni_doc *doc, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (doc->words.at[i].name != ONI_NONE && doc->names.at[doc->words.at[i].name].kind == ONI_NAME_PERSON)
			return true;
	return false;
}

/* "Deputy Secretary Hicks": a surname alone is known by the title before it, where one official of that name had that office. */
static void known_by_title(oni_cast *cast, oni_candidate *c, uint32_t left)
{
	const oni_doc *doc = cast->doc;
	oni_fact f;
	if (oni_str_eq_nocase(doc->words.at[left].form, ONI_STR("the")))
		left++;
	if (left >= c->name_first)
		return;
	oni_str title = oni_str_cut(doc->text, doc->words.at[left].at.begin, doc->words.at[c->name_first - 1].at.end);
	if (oni_official_titled(&cast->who, doc->words.at[c->name_first].form, title, doc->published, &f)) {
		f.first = c->name_first;
		f.end = c->name_end;
		c->known = f;
	}
}

void oni_person_name(oni_cast *cast, uint32_t first, uint32_t end)
{
	oni_doc *doc = cast->doc;
	first = without_title(cast, first, end);
	uint32_t inner = oni_head_within(doc, first, end), head = title_above(doc, inner, first);
	uint32_t left = oni_span_left(doc, inner), other = oni_span_left(doc, head), start = doc->sentences.at[doc->words.at[head].sentence].first;
	left = left < first ? left : first;
	if (head < first && other < left)
		left = other;
	uint32_t title = title_before(cast, start, first);
	left = oni_widen_left(cast, start, title < left ? title : left);
	for (uint32_t i = left; i < first; i++)
		if (doc->words.at[i].upos == ONI_UPOS_CCONJ && i + 1 < first && in_other_name(doc, left, i))
			left = i + 1;
	while (left < first && doc->words.at[left].rel == ONI_REL_CASE && !oni_str_is(doc->words.at[left].xpos, "POS"))
		left++;                        /* where the tree hangs "from" on the title */
	drop_names_from(cast, left);
	oni_candidate *c = oni_candidate_push(cast, left, end, head, ONI_MENTION_NAME);
	c->name_first = first;
	c->name_end = end;
	c->nature = ONI_NATURE_PERSON;
	c->number = 1;
	c->title = left < first;
	oni_read_determiner(cast, c);
	oni_actor_in(&cast->who, doc, left, end, inner, &c->actor);
	c->gender = oni_name_gender(&cast->who, doc, first, end);
	if (!c->gender)
		c->gender = c->actor.gender;
	if (head < first ? oni_noun_at(&cast->who, doc, left, head, &c->noun)
		: left < first && oni_noun_at(&cast->who, doc, left, first - 1, &c->noun))
		c->use = c->noun.use;
	else if (end - first > 1 && oni_noun_at(&cast->who, doc, first, first, &c->noun) && !oni_is_person_noun(&c->noun))
		c->noun = (oni_fact){0};       /* "Pope" in "Pope Leo" is one */
	oni_fact f;
	if (oni_fact_at(&cast->who, doc, first, end, &f) && f.kind == ONI_FACT_OFFICIAL)
		c->known = f;
	else if (end == first + 1 && left < first && !c->actor.country[0])
		known_by_title(cast, c, left);
}

static bool is_particle(const oni_cast *cast, uint32_t word)
{
	const oni_word *w = &cast->doc->words.at[word];
	return w->form.n && w->form.at[0] >= 'a' && w->form.at[0] <= 'z' && oni_phrase_find(cast->who.particles, w->form).n;
}

/* "Ban Ki|-moon": a hyphen without blanks ends no name. */
static uint32_t hyphen_end(const oni_doc *doc, uint32_t end, uint32_t stop)
{
	const oni_word *w = doc->words.at;
	while (end + 1 < stop && oni_str_is(w[end].form, "-") && w[end].name == ONI_NONE && w[end + 1].name == ONI_NONE
		&& w[end].at.begin == w[end - 1].at.end && w[end + 1].at.begin == w[end].at.end && w[end + 1].upos != ONI_UPOS_VERB)
		end += 2;
	return end;
}

/* "Theresa | May", where the tables know her whole: the rest was taken for something else. */
static void end_by_table(oni_cast *cast, oni_name *name, uint32_t stop)
{
	oni_doc *doc = cast->doc;
	oni_fact f;
	uint32_t reach = name->end + 2 < stop ? name->end + 2 : stop;
	if (!oni_fact_at(&cast->who, doc, name->first, reach, &f) || f.kind != ONI_FACT_OFFICIAL || f.end <= name->end)
		return;
	for (uint32_t i = name->end; i < f.end; i++)
		if (doc->words.at[i].name != ONI_NONE)
			return;
	for (uint32_t i = name->end; i < f.end; i++)
		doc->words.at[i].name = doc->words.at[name->first].name;
	name->end = f.end;
}

/* A person's name that analyse broke off at a small word goes on: "Ursula von | der Leyen". */
void oni_mend_name(oni_cast *cast, oni_name *name)
{
	oni_doc *doc = cast->doc;
	uint32_t stop = doc->sentences.at[doc->words.at[name->first].sentence].end, end = hyphen_end(doc, name->end, stop), after = end;
	for (uint32_t i = name->end; i < end; i++)
		doc->words.at[i].name = doc->words.at[name->first].name;
	name->end = end;
	while (after < stop && after < end + 3 && is_particle(cast, after))
		after++;
	end_by_table(cast, name, stop);
	end = name->end;
	bool open = after > end || oni_phrase_find(cast->who.particles, doc->words.at[end - 1].form).n;
	if (!open || after >= stop || !is_capital(doc, after) || doc->words.at[after].upos == ONI_UPOS_PUNCT)
		return;
	uint32_t other = doc->words.at[after].name, number = doc->words.at[name->first].name;
	if (other != ONI_NONE && doc->names.at[other].kind != ONI_NAME_PERSON)
		return;
	uint32_t last = other == ONI_NONE ? after + 1 : doc->names.at[other].end;
	if (other != ONI_NONE)
		doc->names.at[other].end = doc->names.at[other].first = last;
	for (uint32_t i = end; i < last; i++)
		doc->words.at[i].name = number;
	name->end = last;
}
