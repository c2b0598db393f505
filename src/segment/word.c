/* Multiword tokens: the words that one token holds, by UD English. "don't" is do + n't, "Giants'" Giants + ', "it's"
 * it + 's, "cannot" can + not; what is irregular is a row of lexicon/contractions.tsv. Every word is a piece of its token,
 * so that offsets hold. */
#include "segment/chars.h"
#include "segment/parts.h"

enum { MOST_PARTS = 4, LONGEST = 64 };

typedef struct parts {
	size_t length[MOST_PARTS];
	int n;
} parts;

static bool ends_nocase(oni_str s, const char *suffix)
{
	size_t n = strlen(suffix);
	if (s.n < n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (oni_lower(s.at[s.n - n + i]) != suffix[i])
			return false;
	return true;
}

/* The table's second column are the parts with a blank between; their lengths cut the token. */
static bool cut_by_table(const oni_table *table, oni_str plain, parts *ret)
{
	uint32_t row = oni_table_find(table, plain);
	if (row == ONI_NO_ROW)
		return false;
	oni_str rest = oni_table_cell(table, row, 1), part;
	ret->n = 0;
	size_t sum = 0;
	while (ret->n < MOST_PARTS && oni_str_split(&rest, ' ', &part)) {
		ret->length[ret->n++] = part.n;
		sum += part.n;
	}
	return sum == plain.n && ret->n > 1;
}

/* Regular endings; `plain` is lower case with straight apostrophes. */
static bool cut_by_ending(oni_str plain, parts *ret)
{
	static const char *const endings[] = {"n't", "'s", "'re", "'m", "'ve", "'ll", "'d", NULL};
	for (int i = 0; endings[i]; i++) {
		size_t n = strlen(endings[i]);
		if (plain.n > n && ends_nocase(plain, endings[i])) {
			*ret = (parts){{plain.n - n, n}, 2};
			return true;
		}
	}
	if (plain.n > 2 && ends_nocase(plain, "s'")) {
		*ret = (parts){{plain.n - 1, 1}, 2};
		return true;
	}
	return false;
}

/* A copy in lower case with straight apostrophes, and for each of its bytes where it was in s. Returns its length. */
static size_t simplify(oni_str s, char *ret_plain, uint8_t *ret_from)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n;) {
		size_t length = oni_apostrophe_at(s, i);
		ret_from[n] = (uint8_t)i;
		if (length) {
			ret_plain[n++] = '\'';
			i += length;
		} else {
			ret_plain[n++] = oni_lower(s.at[i++]);
		}
	}
	ret_from[n] = (uint8_t)s.n;
	return n;
}

static bool may_be_contraction(const oni_cutter *cut, oni_str s)
{
	if (s.n < 2 || s.n > LONGEST)
		return false;
	/* 've, s’: an apostrophe, or a byte of one, is no ASCII letter */
	unsigned a = oni_byte_at(s, s.n - 1), b = oni_byte_at(s, s.n - 2), c = oni_byte_at(s, s.n > 2 ? s.n - 3 : 0);
	bool other = !(a & ONI_CH_WORD) | !(b & ONI_CH_WORD) | !(c & ONI_CH_WORD);
	return other || oni_sieve_lets(&cut->contracted, s);
}

static void push_word(oni_cutter *cut, oni_range at)
{
	oni_doc *doc = cut->doc;
	oni_word *w = oni_push_bare(doc->arena, &doc->words);
	memset(w, 0, offsetof(oni_word, token)); /* in two pieces: for one so large gcc writes `rep stos`, slow to start */
	memset(&w->token, 0, sizeof *w - offsetof(oni_word, token));
	w->at = at;
	w->form = oni_text_at(doc, at);
	w->token = doc->tokens.n - 1;
	w->sentence = doc->sentences.n - 1;
	w->head = w->name = ONI_NONE;
	w->quote = oni_quote_around(&cut->quotes, doc, at.begin);
}

/* The parts of a contraction, measured in the text; *ret stays as it is where s is none. */
static void cut_contraction(const oni_cutter *cut, oni_str s, parts *ret)
{
	char plain[LONGEST + 1];
	uint8_t from[LONGEST + 1];
	oni_str simple = {plain, simplify(s, plain, from)};
	parts cuts;
	bool found = oni_sieve_lets(&cut->contracted, simple) && cut_by_table(cut->contractions, simple, &cuts);
	if (!found && !cut_by_ending(simple, &cuts))
		return;
	size_t p = 0;
	for (int i = 0; i < cuts.n; i++) {
		size_t begin = from[p];
		p += cuts.length[i];
		cuts.length[i] = from[p] - begin;
	}
	*ret = cuts;
}

void oni_push_token(oni_cutter *cut, oni_range at, bool space_after)
{
	oni_doc *doc = cut->doc;
	oni_str s = oni_text_at(doc, at);
	parts cuts = {{s.n}, 1};
	if (may_be_contraction(cut, s))
		cut_contraction(cut, s, &cuts);
	uint32_t first = doc->words.n, end = first + (uint32_t)cuts.n;
	*oni_push_bare(doc->arena, &doc->tokens) = (oni_token){at, first, end, space_after};
	for (int i = 0; i < cuts.n; i++) {
		uint32_t begin = at.begin;
		at.begin += (uint32_t)cuts.length[i];
		push_word(cut, (oni_range){begin, at.begin});
	}
}
