/* The second look, when it is known who says what: I and my inside a quotation are its speaker, you and your its addressee, we and
 * our the speaker too (the side he speaks for). A he or she inside that was taken for the speaker is no longer anyone's.
 *
 * Example: "I will not resign," Ruiz said. - "I" becomes a mention of Ruiz. */
#include "understand/entity.h"
#include "understand/tree.h"

typedef enum person { NOBODY, FIRST, SECOND, THIRD } person;

static person person_of(oni_str form)
{
	static const char *const first[] = {"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", NULL};
	static const char *const second[] = {"you", "your", "yours", "yourself", NULL};
	static const char *const third[] = {"he", "him", "his", "himself", "she", "her", "hers", "herself", NULL};
	for (const char *const *p = first; *p; p++)
		if (oni_str_eq_nocase(form, oni_str_of(*p)))
			return FIRST;
	for (const char *const *p = second; *p; p++)
		if (oni_str_eq_nocase(form, oni_str_of(*p)))
			return SECOND;
	for (const char *const *p = third; *p; p++)
		if (oni_str_eq_nocase(form, oni_str_of(*p)))
			return THIRD;
	return NOBODY;
}

/* Mentions that come with the second look, and the fates of those there were. */
typedef struct look {
	oni_doc *doc;
	uint32_t *said_by;      /* [words] statement + 1 whose quoted words these are; 0 for none; the innermost wins */
	ONI_VEC(oni_mention) fresh;
} look;

static void mark_quoted(look *l, uint32_t statement, oni_range at)
{
	const oni_doc *doc = l->doc;
	for (uint32_t i = oni_word_from(doc, at.begin); i < doc->words.n && doc->words.at[i].at.end <= at.end; i++) {
		uint32_t old = l->said_by[i];
		bool inner = !old || doc->statements.at[statement].within == old - 1;
		if (inner)
			l->said_by[i] = statement + 1;
	}
}

static void look_at(look *l, uint32_t word)
{
	oni_doc *doc = l->doc;
	const oni_statement *s = &doc->statements.at[l->said_by[word] - 1];
	person p = person_of(doc->words.at[word].form);
	uint32_t who = p == FIRST ? s->source : p == SECOND ? s->addressee : ONI_NONE;
	if (who == ONI_NONE || doc->words.at[word].upos == ONI_UPOS_PROPN)
		return;
	oni_mention *m = oni_push(doc->scratch, &l->fresh);
	*m = (oni_mention){.at = doc->words.at[word].at, .first = word, .end = word + 1, .head = word, .entity = who, .form = ONI_MENTION_PRONOUN};
}

/* Whether a mention stays: a third person inside a quotation is not who says it. */
static bool stays(const look *l, const oni_mention *m)
{
	uint32_t statement = l->said_by[m->head];
	if (!statement || m->form != ONI_MENTION_PRONOUN)
		return true;
	const oni_statement *s = &l->doc->statements.at[statement - 1];
	person p = person_of(l->doc->words.at[m->head].form);
	return !(p == THIRD && m->entity == s->source) && p != FIRST && p != SECOND;
}

/* The old mentions that stay and the fresh ones, in the order of their heads. Entities keep their numbers. */
static void merge(look *l)
{
	oni_doc *doc = l->doc;
	oni_mention *all = ONI_NEW_N(doc->arena, oni_mention, doc->mentions.n + l->fresh.n);
	uint32_t n = 0, k = 0;
	for (uint32_t i = 0; i < doc->mentions.n; i++) {
		const oni_mention *m = &doc->mentions.at[i];
		while (k < l->fresh.n && l->fresh.at[k].head < m->head)
			all[n++] = l->fresh.at[k++];
		uint32_t first = doc->entities.at[m->entity].first_mention;
		if (stays(l, m) || first == i)
			all[n++] = *m;
	}
	while (k < l->fresh.n)
		all[n++] = l->fresh.at[k++];
	doc->mentions.at = all;
	doc->mentions.n = n;
	doc->mentions.room = n;
	for (uint32_t e = 0; e < doc->entities.n; e++)
		doc->entities.at[e].first_mention = ONI_NONE;
	for (uint32_t i = n; i-- > 0; )
		doc->entities.at[all[i].entity].first_mention = i;
}

void oni_resolve_speakers(const oni_facts *facts, oni_doc *doc)
{
	(void)facts;
	if (!doc->statements.n || !doc->words.n)
		return;
	oni_mark mark = oni_arena_mark(doc->scratch);
	look l = {.doc = doc};
	l.said_by = ONI_NEW_N(doc->scratch, uint32_t, doc->words.n);
	for (uint32_t s = 0; s < doc->statements.n; s++)
		for (uint32_t i = 0; i < doc->statements.at[s].quoted.n; i++)
			mark_quoted(&l, s, doc->statements.at[s].quoted.at[i]);
	for (uint32_t w = 0; w < doc->words.n; w++)
		if (l.said_by[w])
			look_at(&l, w);
	merge(&l);
	oni_arena_rewind(doc->scratch, mark);
}
