/* The act of speaking itself, where nothing more is told by it.
 *
 * Problem: CAMEO has 010, "make statement", for what somebody says in public; it is a residue, "coded only when no more can
 * be told", and who counts events may not want it at all: an article has twenty statements, and they are all in the record as
 * what they are. Method: a statement of speech makes one where its source is an actor of public affairs (by his code: all who speak
 * for a government are one) of whom the article tells nothing more: no event is his or laid to him, nothing is counted by him; and
 * no event was read in the statement's sentences. What is told inside another statement, as a question, or by a bare colon, makes none; nor does the actor's next one.
 *
 * Example: "NATO would need to remain strong, General Ruiz said": 010, source Ruiz. "NATO will send troops, General Ruiz said":
 * the sending is told, and laid to him by said_by.
 * Source: the usage notes of CAMEO 1.1b3, 010. */
#include "understand/event_parts.h"
#include "understand/tree.h"

/* A set of actor codes. */
typedef struct codes {
	oni_str *at;                   /* [mask + 1], "" where free */
	uint32_t mask;
} codes;

/* False when it was there, or is none. */
static bool add_code(codes *set, oni_str code)
{
	uint32_t i = (uint32_t)oni_hash(code) & set->mask;
	for (; set->at[i].n; i = (i + 1) & set->mask)
		if (oni_str_eq(set->at[i], code))
			return false;
	if (code.n)
		set->at[i] = code;
	return code.n > 0;
}

/* The actors of whom more is told than that they spoke: an event is theirs, or laid to them. */
static codes known_codes(const oni_doc *doc)
{
	codes set = {.mask = 15};
	while (set.mask / 4 < doc->events.n + doc->statements.n) /* never half full */
		set.mask = set.mask * 2 + 1;
	set.at = ONI_NEW_N(doc->scratch, oni_str, set.mask + 1);
	for (uint32_t i = 0; i < doc->events.n; i++) {
		const oni_event *e = &doc->events.at[i];
		uint32_t speaker = e->said_by == ONI_NONE ? ONI_NONE : doc->statements.at[e->said_by].source;
		add_code(&set, e->source_code);
		if (speaker != ONI_NONE)
			add_code(&set, doc->entities.at[speaker].code);
	}
	return set;
}

/* "Look at the river": no statement. */
static bool commands(const oni_doc *doc, const oni_statement *s)
{
	for (uint32_t w = oni_word_from(doc, s->content.at[0].begin), i = 0; w < doc->words.n && i < 3; w++, i++)
		if (doc->words.at[w].morph & ONI_MORPH_IMPERATIVE)
			return true;
	return false;
}

/* "said 40 had died": figures tell it. */
static bool counts(const oni_doc *doc, const oni_statement *s)
{
	for (uint32_t i = 0; i < s->content.n; i++)
		for (uint32_t w = oni_word_from(doc, s->content.at[i].begin); w < doc->words.n && doc->words.at[w].at.begin < s->content.at[i].end; w++)
			if (doc->words.at[w].upos == ONI_UPOS_NUM)
				return true;
	return false;
}

/* busy: the sentences that tell an event. */
static bool is_busy(const uint8_t *busy, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i <= last; i++)
		if (busy[i])
			return true;
	return false;
}

/* The last sentence that the content reaches into. */
static uint32_t last_sentence(const oni_doc *doc, const oni_statement *s)
{
	uint32_t at = doc->words.at[s->cue_word].sentence;
	for (uint32_t i = 0; i < s->content.n; i++)
		while (at + 1 < doc->sentences.n && doc->words.at[doc->sentences.at[at + 1].first].at.begin < s->content.at[i].end)
			at++;
	return at;
}

/* Those who speak for a state, a party, an army, a body of states; a firm or a neighbour makes no event by speaking. */
static bool speaks_in_public(const oni_doc *doc, const oni_statement *s, oni_event_domain domain)
{
	oni_str code = doc->entities.at[s->source].code;
	if (code.n < 6 || !oni_is_public_code(code, domain))
		return false;
	oni_str role = oni_str_cut(code, 3, 6), body = oni_str_cut(code, 0, 3);
	return oni_word_in_list(role, "GOV MIL LEG OPP REB SEP SPY PTY JUD INS") || oni_word_in_list(body, "IGO IMG");
}

static bool is_plain(const oni_statement *s)
{
	return s->cue_word != ONI_NONE && s->source != ONI_NONE && s->within == ONI_NONE && s->class_ == ONI_CLASS_SPEECH && s->act == ONI_ACT_STATE
		&& s->polarity == ONI_POLARITY_AFFIRMED && s->content.n > 0 && oni_word_in_list(s->cue_lemma, "say tell state add note remark comment speak declare observe");
}

static void write(const oni_event_tables *t, oni_doc *doc, const oni_statement *s)
{
	uint32_t row = oni_table_find(t->cameo, ONI_STR("010"));
	oni_event *e = oni_push(doc->arena, &doc->events);
	e->cameo = ONI_STR("010");
	e->plover = oni_table_cell(t->cameo, row, t->cameo_plover);
	e->mode = oni_table_cell(t->cameo, row, t->mode);
	e->context = oni_table_cell(t->cameo, row, t->context);
	e->pattern = ONI_STR("010 statement");
	e->source.at = ONI_NEW(doc->arena, uint32_t);
	e->source.at[0] = s->source;
	e->source.n = 1;
	e->source_code = doc->entities.at[s->source].code;
	if (s->addressee != ONI_NONE && s->addressee != s->source && doc->entities.at[s->addressee].code.n) {
		e->target.at = ONI_NEW(doc->arena, uint32_t);
		e->target.at[0] = s->addressee;
		e->target.n = 1;
		e->target_code = doc->entities.at[s->addressee].code;
	}
	e->trigger = s->cue;
	e->trigger_word = s->cue_word;
	e->sentence = doc->words.at[s->cue_word].sentence;
	e->time = s->time;
	e->place = s->place;
	e->said_by = s->within;
}

/* Both halves are in order of their sentences; so is the whole. */
static void merge(oni_doc *doc, uint32_t told)
{
	uint32_t n = doc->events.n, a = 0, b = told;
	if (told == n)
		return;
	oni_mark mark = oni_arena_mark(doc->scratch);
	oni_event *all = ONI_NEW_N(doc->scratch, oni_event, n);
	for (uint32_t i = 0; i < n; i++)
		all[i] = b == n || (a < told && doc->events.at[a].sentence <= doc->events.at[b].sentence) ? doc->events.at[a++] : doc->events.at[b++];
	memcpy(doc->events.at, all, n * sizeof *all);
	oni_arena_rewind(doc->scratch, mark);
}

void oni_tell_plain_statements(const oni_event_tables *tables, oni_doc *doc, const uint8_t *domain)
{
	oni_mark mark = oni_arena_mark(doc->scratch);
	uint8_t *busy = ONI_NEW_N(doc->scratch, uint8_t, doc->sentences.n + 1);
	uint32_t told = doc->events.n;
	for (uint32_t i = 0; i < told; i++)
		busy[doc->events.at[i].sentence] = 1;
	codes known = known_codes(doc);
	for (uint32_t i = 0; i < doc->statements.n; i++) {
		const oni_statement *s = &doc->statements.at[i];
		if (!is_plain(s) || counts(doc, s) || commands(doc, s))
			continue;
		uint32_t first = doc->words.at[s->cue_word].sentence;
		if (oni_is_prose(doc, first) && speaks_in_public(doc, s, (oni_event_domain)domain[first]) && !is_busy(busy, first, last_sentence(doc, s))
			&& add_code(&known, doc->entities.at[s->source].code)) {
			write(tables, doc, s);
			busy[first] = 1;
		}
	}
	oni_arena_rewind(doc->scratch, mark);
	merge(doc, told);
}
