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

/* A copy in lower case with straight apostrophes, and for each of its bytes where it was in s. */
static bool simplify(oni_str s, char *ret_plain, uint8_t *ret_from, size_t *ret_n)
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
	*ret_n = n;
	return true;
}

static bool may_be_contraction(const oni_cutter *cut, oni_str s)
{
	if (s.n < 2 || s.n > LONGEST)
		return false;
	for (size_t i = s.n < 3 ? 0 : s.n - 3; i < s.n; i++) /* 've, s’: an apostrophe, or a byte of one */
		if (s.at[i] == '\'' || s.at[i] == '`' || (unsigned char)s.at[i] >= 0x80)
			return true;
	return oni_sieve_lets(&cut->contracted, s);
}

static void push_word(oni_doc *doc, oni_range at)
{
	oni_word *w = oni_push(doc->arena, &doc->words);
	w->at = at;
	w->form = oni_text_at(doc, at);
	w->token = doc->tokens.n - 1;
	w->sentence = doc->sentences.n - 1;
	w->head = w->name = w->quote = ONI_NONE;
}

void oni_push_token(oni_cutter *cut, oni_range at, bool space_after)
{
	oni_doc *doc = cut->doc;
	oni_token *token = oni_push(doc->arena, &doc->tokens);
	uint32_t first = doc->words.n;
	token->at = at;
	token->space_after = space_after;
	oni_str s = oni_text_at(doc, at);
	char plain[LONGEST + 1];
	uint8_t from[LONGEST + 1];
	size_t n;
	parts cuts;
	if (may_be_contraction(cut, s) && simplify(s, plain, from, &n) &&
	    (cut_by_table(cut->contractions, (oni_str){plain, n}, &cuts) || cut_by_ending((oni_str){plain, n}, &cuts))) {
		size_t p = 0;
		for (int i = 0; i < cuts.n; i++) {
			uint32_t begin = at.begin + from[p];
			p += cuts.length[i];
			push_word(doc, (oni_range){begin, at.begin + from[p]});
		}
	} else {
		push_word(doc, at);
	}
	token = &doc->tokens.at[doc->tokens.n - 1];
	token->first = first;
	token->end = doc->words.n;
}
