/* The network reads a sentence; a name's kind is often clear only in another one. So its evidence is not decided on at
 * once but kept for the whole article and weighed again:
 *
 *   article  what the same word got elsewhere is added, in part. "Ruiz resigned" could be a town; "Interior Minister Ana
 *            Ruiz" further up is a person, and pulls the bare surname after it, the more so as the end of a full name
 *            (Krishnan and Manning 2006 do this with two models; pooling the scores needs no second one).
 *   initials "the Civic Reform League (CRL)": the letters in brackets are the name before them, and so is every CRL.
 *   tables   nationalities, organisations and leaders of the lexicon, large towns: what is written there in capitals is
 *            that, unless the sentence speaks clearly against it. A country's name is nobody's and no adjective; whether it
 *            is a place or part of an organisation's name stays open.
 *   writing  capitals throughout lean to an organisation; "Mr" goes before a person; a hyphen inside a name does not end it
 *            ("Kim Ha-neul"). Here the kinds are also balanced against what the network says too often.
 *
 * Then the best sequence of labels is taken in which nothing goes on that has not begun (Viterbi); it heeds the tree where that
 * calls two words one flat name, and ends no name with a preposition or a conjunction.
 *
 * The amounts are in logits of the network, about a dozen round numbers set by hand with an eye on the dev parts of EWT, CrossNER
 * and the worldwide newswire; nothing here was learned from them. */
#include "analyse/settle_parts.h"

#include "analyse/form.h"
#include "pack/phrases.h"

enum {
	PIECE = 4096,
	OPEN_END = 4 * ONI_ONE,        /* against a name that ends with a word that only links others */
	FLAT_BEGIN = 3 * ONI_ONE / 2   /* against a name that begins inside one, by the tree */
};

/* ---- words ---- */

struct oni_pool {
	uint64_t key;                  /* of the word in small letters; 0: free */
	int32_t sum[ONI_CLASSES];
	uint32_t n, surnames;          /* how often it came with a capital; how often as the last word of a person's longer name */
	uint32_t small;                /* how often this form or lemma came in small letters */
	uint32_t body;                 /* how often beside a word that says it is an organisation's */
	uint32_t shared;               /* how often it was part of a person's longer name, or had a title before it */
	uint32_t capitals;             /* how often it was written in capitals throughout */
	bool letters;                  /* they stand for an organisation named before them */
};

typedef struct oni_pool pool;

static uint64_t key_of(oni_str form)
{
	char bytes[64];
	return oni_hash(oni_small_letters(form, bytes)) | 1;
}

/* ---- the article ---- */

static pool *pool_of(const oni_settling *s, uint64_t key)
{
	uint32_t i = (uint32_t)(key >> 32) & (s->pool_count - 1);
	while (s->pools[i].key && s->pools[i].key != key)
		i = (i + 1) & (s->pool_count - 1);
	return &s->pools[i];       /* the free one at the end where there is none */
}

/* A word that the article as a whole may have something to say of. */
static bool pooled(const oni_word *w)
{
	return oni_has_capital(w->form) && w->upos != ONI_UPOS_PUNCT && w->upos != ONI_UPOS_PRON && w->upos != ONI_UPOS_DET &&
		w->upos != ONI_UPOS_ADP;
}

/* The sentence's own choice for a word, by itself. */
static const oni_name_label *choice(const oni_settling *s, uint32_t word)
{
	const int16_t *score = oni_scores_of(s, word);
	uint32_t best = 0;
	for (uint32_t i = 1; i < s->evidence->labels; i++)
		if (score[i] > score[best])
			best = i;
	return &s->model->names[best];
}

static bool goes_on_person(const oni_settling *s, uint32_t word)
{
	const oni_name_label *l = choice(s, word);
	return l->inside && l->kind == ONI_NAME_PERSON;
}

/* The last word of a person's name of several. */
static bool is_surname(const oni_settling *s, uint32_t word)
{
	return goes_on_person(s, word) && (word + 1 == s->doc->words.n || !goes_on_person(s, word + 1));
}

/* Part of a person's name of several words, or behind a title. */
static bool is_called(const oni_settling *s, uint32_t word)
{
	if (goes_on_person(s, word) || (word + 1 < s->doc->words.n && goes_on_person(s, word + 1)))
		return true;
	return word > 0 && s->doc->words.at[word - 1].sentence == s->doc->words.at[word].sentence && oni_calls_person(s, s->doc->words.at[word - 1].form);
}

/* The pool of a key, a new one where there is room; NULL in a book, whose later words stand for themselves. */
static pool *join_pool(oni_settling *s, uint64_t key)
{
	pool *p = pool_of(s, key);
	if (!p->key && s->pool_used * 4 >= s->pool_count * 3)
		return NULL;
	s->pool_used += !p->key;
	p->key = key;
	return p;
}

static void join_small(oni_settling *s, const oni_word *w)
{
	bool common = w->upos == ONI_UPOS_NOUN || w->upos == ONI_UPOS_VERB || w->upos == ONI_UPOS_ADJ || w->upos == ONI_UPOS_ADV;
	if (!common || oni_has_capital(w->form))
		return;
	uint64_t keys[] = {key_of(w->form), key_of(w->lemma)};
	for (int i = 0; i < 2; i++) {
		pool *p = join_pool(s, keys[i]);
		if (p)
			p->small++;
	}
}

static void fill_pools(oni_settling *s)
{
	enum { MOST = 1 << 15 };
	s->pool_count = 64;
	while (s->pool_count < MOST && s->pool_count < s->doc->words.n)
		s->pool_count *= 2;
	s->pools = ONI_NEW_N(s->doc->scratch, pool, s->pool_count);
	for (uint32_t w = 0; w < s->doc->words.n; w++) {
		int32_t classes[ONI_CLASSES];
		const oni_word *word = &s->doc->words.at[w];
		join_small(s, word);
		pool *p = pooled(word) ? join_pool(s, key_of(word->form)) : NULL;
		if (!p)
			continue;
		oni_classes_of(s, w, classes);
		for (int c = 0; c < ONI_CLASSES; c++)
			p->sum[c] = p->sum[c] < INT32_MIN / 2 ? p->sum[c] : p->sum[c] + classes[c];
		p->n++;
		p->capitals += oni_in_capitals(word->form);
		p->surnames += is_surname(s, w);
		p->shared += is_called(s, w);
		p->body += oni_beside_body(s, w);
	}
}

/* News names people in full before it calls them by one name. A lone word that no list has as anybody's name, and that is nowhere part
 * of a longer one or behind a title, is rather a firm: "Petrosen". Not so in a text too short to have named anybody. */
static bool is_nobody(const oni_settling *s, const pool *p, uint32_t word)
{
	enum { SHORT = 100, GIVEN = 1, SURNAME = 2, LEADER = 128 };
	const oni_word *w = &s->doc->words.at[word];
	if (p->shared || s->doc->words.n < SHORT || w->upos != ONI_UPOS_PROPN)
		return false;
	if (oni_form_rows_of(&s->model->net, w->form).known & (GIVEN | SURNAME | LEADER))
		return false;
	const oni_name_label *l = choice(s, word);
	bool named = l->begins || l->inside;
	if (p->body)
		return !named || l->kind == ONI_NAME_PERSON;
	char bytes[64];
	if (s->words && oni_table_find(s->words, oni_small_letters(w->form, bytes)) != ONI_NO_ROW)
		return false;
	return named && l->kind == ONI_NAME_PERSON;
}

/* The sentence takes the word for the later part of a name that has begun. */
static bool goes_on(const oni_settling *s, uint32_t word)
{
	if (!choice(s, word)->inside || !word || s->doc->words.at[word - 1].sentence != s->doc->words.at[word].sentence)
		return false;
	const oni_name_label *before = choice(s, word - 1);
	return before->begins || before->inside;
}

static void hear_article(const oni_settling *s)
{
	enum { SURNAME = 5 * ONI_ONE };        /* for the bare surname of somebody who is named in full elsewhere */
	enum { ONCE = 2 * ONI_ONE, NOBODY = 6 * ONI_ONE, BODY = 6 * ONI_ONE }; /* against a person who is not named in full; the more if spoken of again */
	enum { SHARE = 12, MOST = 4 };     /* of the others' mean: 5 SHARE / 64 from one of them, 8 SHARE / 64 from MOST */
	for (uint32_t w = 0; w < s->doc->words.n; w++) {
		int32_t own[ONI_CLASSES];
		if (!pooled(&s->doc->words.at[w]))
			continue;
		const pool *p = pool_of(s, key_of(s->doc->words.at[w].form));
		if (p->letters)
			oni_add_phrase(s, w, 1, ONI_NAME_ORGANIZATION, 5 * ONI_ONE);
		if (is_nobody(s, p, w)) {
			int32_t amount = p->body ? BODY : p->n > 1 ? NOBODY : ONCE;
			oni_add_class(s, w, 1 + ONI_NAME_PERSON, -amount);
			oni_add_class(s, w, 1 + ONI_NAME_ORGANIZATION, p->body ? amount : amount / 2);
			if (p->body)
				continue;
		}
		if (p->letters || p->n < 2)
			continue;
		if (p->surnames && !goes_on(s, w)) {
			oni_add_class(s, w, 1 + ONI_NAME_PERSON, SURNAME);
			oni_add_class(s, w, 0, -2 * ONI_ONE);
		}
		int32_t others = (int32_t)(p->n - 1), weight = SHARE * (MOST + (others < MOST ? others : MOST));
		oni_classes_of(s, w, own);
		for (int c = 0; c < ONI_CLASSES; c++)
			oni_add_class(s, w, c, (p->sum[c] - own[c]) / others * weight / 64);
	}
}

/* What a headline writes with a capital, and the article without one, is no name: "Ruiz Resigns". */
static void hear_small(const oni_settling *s)
{
	for (uint32_t i = 0; i < s->doc->sentences.n; i++) {
		const oni_sentence *sentence = &s->doc->sentences.at[i];
		if (!oni_mostly_capitals(s->doc, sentence))
			continue;
		for (uint32_t w = sentence->first; w < sentence->end; w++) {
			const oni_word *word = &s->doc->words.at[w];
			if (pooled(word) && (pool_of(s, key_of(word->lemma))->small || pool_of(s, key_of(word->form))->small))
				oni_add_class(s, w, 0, 4 * ONI_ONE);
		}
	}
}

/* ---- initials in brackets ---- */

/* The letters are the first ones of the capitalised words before the bracket, in order; returns where the name begins. */
static uint32_t spelled_by(const oni_doc *doc, oni_str letters, uint32_t bracket, uint32_t first)
{
	size_t left = letters.n;
	uint32_t w = bracket, begin = ONI_NONE;
	while (left > 0 && w > first && bracket - w < 12) {
		oni_str form = doc->words.at[--w].form;
		if (!oni_has_capital(form))
			continue;
		if (form.at[0] != letters.at[left - 1])
			return ONI_NONE;
		left--;
		begin = w;
	}
	return left == 0 ? begin : ONI_NONE;
}

static void hear_initials(const oni_settling *s)
{
	for (uint32_t i = 0; i < s->doc->sentences.n; i++) {
		const oni_sentence *sentence = &s->doc->sentences.at[i];
		for (uint32_t w = sentence->first + 3; w + 1 < sentence->end; w++) {
			const oni_word *word = &s->doc->words.at[w];
			bool round = oni_str_is(word[-1].form, "(") && oni_str_is(word[1].form, ")");
			bool square = oni_str_is(word[-1].form, "[") && oni_str_is(word[1].form, "]");
			if (!(round || square) || !oni_in_capitals(word->form))
				continue;
			uint32_t begin = spelled_by(s->doc, word->form, w - 1, sentence->first);
			if (begin == ONI_NONE || word->form.n < 2)
				continue;
			oni_add_phrase(s, begin, w - 1 - begin, ONI_NAME_ORGANIZATION, 2 * ONI_ONE);
			pool *p = pool_of(s, key_of(word->form));
			p->letters = p->key != 0;
		}
	}
}

/* The letters of a name that was put together from its words are that body too, though no bracket says so: "USI" of the University of
 * Southern Indiana. */
static void hear_built(const oni_settling *s)
{
	for (uint32_t i = 0; i < s->built.n; i++) {
		char letters[12];
		size_t n = 0;
		for (uint32_t w = s->built.at[i].begin; w < s->built.at[i].end && n < sizeof letters; w++) {
			oni_str form = s->doc->words.at[w].form;
			if (form.n && form.at[0] >= 'A' && form.at[0] <= 'Z')
				letters[n++] = form.at[0];
		}
		pool *p = pool_of(s, key_of((oni_str){letters, n}));
		p->letters |= n > 2 && n < sizeof letters && p->key && p->capitals == p->n;
	}
}

/* ---- tables ---- */

typedef enum table_kind { COUNTRIES, NATIONALITIES, ADHERENTS, ORGANIZATIONS, LEADERS, PLACES, TABLES } table_kind;

static const struct {
	const char *name;
	oni_name_kind kind;
	int32_t one, more;             /* what a phrase of one word, of several, adds */
} TABLE[TABLES] = {
	[COUNTRIES] = {"countries", ONI_NAME_LOCATION, 0, 0},
	[NATIONALITIES] = {"nationalities", ONI_NAME_NORP, 3 * ONI_ONE, 3 * ONI_ONE},
	[ADHERENTS] = {"adherents", ONI_NAME_NORP, 3 * ONI_ONE, 3 * ONI_ONE},
	[ORGANIZATIONS] = {"orgs", ONI_NAME_ORGANIZATION, ONI_ONE, 2 * ONI_ONE},
	[LEADERS] = {"leaders", ONI_NAME_PERSON, 0, 3 * ONI_ONE},
	[PLACES] = {"places", ONI_NAME_LOCATION, ONI_ONE / 2, ONI_ONE},
};

/* "us" is in the tables, as the United States; only a word that is written as a name is looked up. */
static bool written_as_name(const oni_doc *doc, uint32_t first, uint32_t n)
{
	for (uint32_t w = first; w < first + n; w++)
		if (!oni_has_capital(doc->words.at[w].form) && doc->words.at[w].form.n > 3)
			return false;
	return oni_has_capital(doc->words.at[first].form);
}

static bool has_city(const oni_table *t, oni_phrase p)
{
	enum { LARGE = 6 };            /* digits of its population */
	int kind = oni_table_column(t, "kind"), people = oni_table_column(t, "population");
	for (uint32_t k = 0; k < p.n && k < 8; k++) {
		uint32_t row = oni_phrase_row(t, p, k);
		if (!oni_str_is(oni_table_cell(t, row, kind), "city") || oni_table_cell(t, row, people).n >= LARGE)
			return true;
	}
	return false;
}

static void hear_country(const oni_settling *s, uint32_t first, uint32_t n)
{
	for (uint32_t w = first; w < first + n; w++) {
		oni_add_class(s, w, 0, -5 * ONI_ONE / 2);
		oni_add_class(s, w, 1 + ONI_NAME_PERSON, -5 * ONI_ONE);
		oni_add_class(s, w, 1 + ONI_NAME_NORP, -5 * ONI_ONE);
	}
}

static void hear_table(const oni_settling *s, const oni_table *t, table_kind kind, const oni_sentence *sentence)
{
	enum { LONGEST = 8, KNOWN = 5 * ONI_ONE }; /* the treebanks name no nationalities, so the network is unsure of them */
	uint32_t ends[LONGEST];
	for (uint32_t w = sentence->first; w < sentence->end; w++) {
		const oni_word *word = &s->doc->words.at[w];
		if (!oni_has_capital(word->form))
			continue;
		uint32_t n = sentence->end - w < LONGEST ? sentence->end - w : LONGEST;
		for (uint32_t i = 0; i < n; i++)
			ends[i] = word[i].at.end;
		oni_phrase p = oni_phrase_longest(t, s->doc->text, word->at.begin, ends, n);
		if (!p.n || !p.words || p.words > n || !written_as_name(s->doc, w, p.words))
			continue;
		if (kind == COUNTRIES)
			hear_country(s, w, p.words);
		else if (kind != PLACES || has_city(t, p))
			oni_add_phrase(s, w, p.words, TABLE[kind].kind, p.words > 1 ? TABLE[kind].more : TABLE[kind].one);
		if (TABLE[kind].kind == ONI_NAME_NORP)
			oni_add_class(s, w, 0, -KNOWN);
		w += p.words - 1;
	}
}

static void hear_tables(const oni_settling *s, const oni_facts *facts)
{
	for (int k = 0; facts && k < TABLES; k++) {
		const oni_table *t = oni_facts_table(facts, TABLE[k].name);
		for (uint32_t i = 0; oni_table_rows(t) && i < s->doc->sentences.n; i++)
			hear_table(s, t, (table_kind)k, &s->doc->sentences.at[i]);
	}
}

/* ---- how it is written ---- */

static bool is_title(const oni_table *titles, oni_str form)
{
	if (form.n && form.at[form.n - 1] == '.')
		form.n--;
	return oni_table_find(titles, form) != ONI_NO_ROW;
}

/* Whether a hyphen at `w` is inside a name: its parts are written together, or the second goes on in small letters as parts of
 * Asian given names do; but not between two places or nations ("Paris-Lima"). */
static bool hyphen_inside(const oni_settling *s, uint32_t w)
{
	const oni_word *x = &s->doc->words.at[w];
	bool together = x[-1].at.end == x->at.begin && x->at.end == x[1].at.begin, small = !oni_has_capital(x[1].form);
	int32_t left[ONI_CLASSES], right[ONI_CLASSES];
	if (!oni_has_capital(x[-1].form) || (small && x[1].upos != ONI_UPOS_PROPN))
		return false;
	oni_classes_of(s, w - 1, left);
	oni_classes_of(s, w + 1, right);
	if (!together && !(small && left[1 + ONI_NAME_PERSON] == 0))
		return false;
	return left[1 + ONI_NAME_NORP] != 0 && right[1 + ONI_NAME_NORP] != 0 &&
		!(left[1 + ONI_NAME_LOCATION] == 0 && right[1 + ONI_NAME_LOCATION] == 0);
}

/* The sets that the network learned from draw the lines in different places (a restaurant is a place in one, a firm in
 * another; products are names in none), and some of its names were exchanged for listed ones: so it says "place", and "name" of what
 * is in capitals, more often than is right in running text. */
static void balance(const oni_settling *s, uint32_t word, bool proper)
{
	oni_add_class(s, word, 1 + ONI_NAME_ORGANIZATION, 2 * ONI_ONE / 5);
	oni_add_class(s, word, 1 + ONI_NAME_LOCATION, -ONI_ONE / 2);
	if (proper)
		oni_add_class(s, word, 0, 2 * ONI_ONE / 3);
}

static void hear_word(const oni_settling *s, const oni_table *titles, const oni_sentence *sentence, uint32_t w, bool plain)
{
	const oni_word *x = &s->doc->words.at[w];
	bool more = w + 1 < sentence->end, capital = oni_has_capital(x->form);
	bool proper = plain && capital && x->upos == ONI_UPOS_PROPN;
	balance(s, w, proper);
	if (proper && oni_in_capitals(x->form))
		oni_add_class(s, w, 1 + ONI_NAME_ORGANIZATION, ONI_ONE / 2);
	if (capital && more && oni_has_capital(x[1].form) && titles && is_title(titles, x->form))
		oni_add_phrase(s, w + 1, 1, ONI_NAME_PERSON, 4 * ONI_ONE);
	if (w > sentence->first && more && oni_str_is(x->form, "-") && hyphen_inside(s, w)) {
		oni_go_on(s, w, 4 * ONI_ONE);
		oni_go_on(s, w + 1, 4 * ONI_ONE);
	}
}

static void hear_writing(const oni_settling *s, const oni_facts *facts)
{
	const oni_table *titles = facts ? oni_facts_table(facts, "person_titles") : NULL;
	for (uint32_t i = 0; i < s->doc->sentences.n; i++) {
		const oni_sentence *sentence = &s->doc->sentences.at[i];
		bool plain = !oni_mostly_capitals(s->doc, sentence);
		for (uint32_t w = sentence->first; w < sentence->end; w++)
			hear_word(s, titles, sentence, w, plain);
	}
}

/* ---- the best sequence ---- */

static bool may_follow(const oni_name_label *before, const oni_name_label *after)
{
	return !after->inside || ((before->begins || before->inside) && before->kind == after->kind);
}

/* A word that only links others: no name ends with one. */
static bool links(const oni_word *w)
{
	return w->upos == ONI_UPOS_ADP || w->upos == ONI_UPOS_CCONJ || w->upos == ONI_UPOS_SCONJ;
}

/* What label j gets from the best label before it; INT64_MIN when none may be there. */
static int64_t best_before(const oni_settling *s, const int64_t *sum, uint32_t j, bool linked, uint8_t *ret_from)
{
	const oni_name_label *names = s->model->names;
	int64_t best = INT64_MIN;
	for (uint32_t i = 0; i < s->evidence->labels; i++) {
		if (!may_follow(&names[i], &names[j]))
			continue;
		bool ends = (names[i].begins || names[i].inside) && !names[j].inside;
		int64_t here = sum[i] - (ends && linked ? OPEN_END : 0);
		if (here > best) {
			best = here;
			*ret_from = (uint8_t)i;
		}
	}
	return best;
}

/* The labels of words [first, first + n). */
static void best_labels(const oni_settling *s, uint32_t first, uint32_t n, uint8_t *ret_label)
{
	const oni_name_label *names = s->model->names;
	uint32_t L = s->evidence->labels, best = 0;
	int64_t *sum = ONI_NEW_N(s->doc->scratch, int64_t, 2 * L), *next = sum + L;
	uint8_t *from = oni_alloc(s->doc->scratch, (size_t)n * L);
	for (uint32_t i = 0; i < L; i++)
		sum[i] = names[i].inside ? INT32_MIN : oni_scores_of(s, first)[i];
	for (uint32_t t = 1; t < n; t++) {
		const int16_t *score = oni_scores_of(s, first + t);
		const oni_word *w = &s->doc->words.at[first + t];
		bool linked = links(&w[-1]), flat = w->rel == ONI_REL_FLAT && w->upos == ONI_UPOS_PROPN && oni_has_capital(w[-1].form);
		for (uint32_t j = 0; j < L; j++)
			next[j] = best_before(s, sum, j, linked, &from[(size_t)t * L + j]) + score[j] - (names[j].begins && flat ? FLAT_BEGIN : 0);
		int64_t *swap = sum;
		sum = next;
		next = swap;
	}
	for (uint32_t i = 1; i < L; i++)
		if (sum[i] > sum[best])
			best = i;
	for (uint32_t t = n; t-- > 0; best = from[(size_t)t * L + best])
		ret_label[t] = (uint8_t)best;
}

/* How far the name's labels are ahead of "no name", at its weakest word. */
static uint8_t sureness(const oni_settling *s, uint32_t first, const uint8_t *label, uint32_t n)
{
	int32_t least = INT32_MAX;
	for (uint32_t i = 0; i < n; i++) {
		const int16_t *score = oni_scores_of(s, first + i);
		int32_t ahead = score[label[i]] - score[0];
		least = ahead < least ? ahead : least;
	}
	least = 128 + least / 32;
	return (uint8_t)(least < 0 ? 0 : least > 255 ? 255 : least);
}

static void add_names(const oni_settling *s, uint32_t first, uint32_t n, const uint8_t *label)
{
	const oni_name_label *names = s->model->names;
	for (uint32_t i = 0, end; i < n; i = end) {
		end = i + 1;
		if (!names[label[i]].begins)
			continue;
		while (end < n && names[label[end]].inside)
			end++;
		oni_name *name = oni_push(s->doc->arena, &s->doc->names);
		*name = (oni_name){first + i, first + end, (oni_name_kind)names[label[i]].kind, sureness(s, first + i, label + i, end - i)};
		for (uint32_t w = first + i; w < first + end; w++)
			s->doc->words.at[w].name = s->doc->names.n - 1;
	}
}

void oni_settle_names(const oni_model *model, const oni_facts *facts, oni_doc *doc, oni_evidence *evidence)
{
	oni_mark mark = oni_arena_mark(doc->scratch);
	oni_settling s = {.model = model, .doc = doc, .evidence = evidence};
	oni_open_callings(&s, facts);
	hear_tables(&s, facts);
	if (facts)
		oni_hear_bodies(&s, facts);
	hear_writing(&s, facts);
	fill_pools(&s);
	hear_initials(&s);
	hear_built(&s);
	hear_small(&s);
	hear_article(&s);
	uint8_t *label = oni_alloc(doc->scratch, PIECE);
	for (uint32_t i = 0; i < doc->sentences.n; i++)
		for (uint32_t first = doc->sentences.at[i].first, end = doc->sentences.at[i].end; first < end; first += PIECE) {
			uint32_t n = end - first < PIECE ? end - first : PIECE;
			oni_mark before = oni_arena_mark(doc->scratch);
			best_labels(&s, first, n, label);
			add_names(&s, first, n, label);
			oni_arena_rewind(doc->scratch, before);
		}
	oni_arena_rewind(doc->scratch, mark);
}
