#include "segment/segment.h"

#include "segment/chars.h"
#include "segment/parts.h"

bool oni_cut_word_is(const oni_table *table, oni_str word, const char *kind)
{
	char lower[32];
	if (word.n == 0 || word.n > sizeof lower)
		return false;
	for (size_t i = 0; i < word.n; i++)
		lower[i] = word.at[i] >= 'A' && word.at[i] <= 'Z' ? (char)(word.at[i] + 32) : word.at[i];
	oni_str key = {lower, word.n};
	for (uint32_t r = oni_table_find(table, key); r < oni_table_rows(table) && oni_str_eq(oni_table_cell(table, r, 0), key);
	     r++)
		if (oni_str_is(oni_table_cell(table, r, 1), kind))
			return true;
	return false;
}

/* With the first `most` bytes of the table's keys. */
static void fill_sieve(oni_sieve *sieve, const oni_table *table, size_t most)
{
	for (uint32_t r = 0; r < oni_table_rows(table); r++) {
		oni_str word = oni_str_cut(oni_table_cell(table, r, 0), 0, most);
		if (word.n)
			sieve->bits[oni_sieve_hole(word) / 64] |= UINT64_C(1) << oni_sieve_hole(word) % 64;
	}
}

/* "etc." at a sentence's end is "etc" and "." as EWT has it; names keep theirs ("U.S.", "J."). */
static bool gives_period_back(const oni_raw *raw)
{
	return raw->period == ONI_PERIOD_OTHER || raw->period == ONI_PERIOD_TITLE || raw->period == ONI_PERIOD_NUMBER;
}

static void begin_sentence(oni_doc *doc, uint32_t segment, uint32_t begin)
{
	oni_sentence *s = oni_push(doc->arena, &doc->sentences);
	s->at = (oni_range){begin, begin};
	s->segment = segment;
	s->first = s->end = doc->words.n;
	s->root = ONI_NONE;
}

static void end_sentence(oni_doc *doc, uint32_t end)
{
	oni_sentence *s = &doc->sentences.at[doc->sentences.n - 1];
	s->at.end = end;
	s->end = doc->words.n;
}

static void push_segment_tokens(oni_cutter *cut, uint32_t segment, const oni_raws *raws, const bool *ends)
{
	oni_doc *doc = cut->doc;
	bool open = false;
	for (uint32_t i = 0; i < raws->n; i++) {
		const oni_raw *raw = &raws->at[i];
		bool space = i + 1 == raws->n || raws->at[i + 1].space_before;
		if (!open)
			begin_sentence(doc, segment, raw->at.begin);
		if (ends[i] && gives_period_back(raw)) {
			uint32_t dot = raw->at.end - 1;
			oni_push_token(cut, (oni_range){raw->at.begin, dot}, false);
			oni_push_token(cut, (oni_range){dot, raw->at.end}, space);
		} else {
			oni_push_token(cut, raw->at, space);
		}
		open = !ends[i];
		if (!open)
			end_sentence(doc, raw->at.end);
	}
}

static void cut_segment(oni_cutter *cut, uint32_t segment)
{
	oni_doc *doc = cut->doc;
	oni_mark mark = oni_arena_mark(doc->scratch);
	oni_raws raws = {0};
	oni_cut_tokens(cut, doc->segments.at[segment].at, &raws);
	bool *ends = ONI_NEW_N(doc->scratch, bool, raws.n);
	oni_find_sentence_ends(cut, &raws, ends);
	doc->segments.at[segment].first_sentence = doc->sentences.n;
	push_segment_tokens(cut, segment, &raws, ends);
	doc->segments.at[segment].end_sentence = doc->sentences.n;
	oni_arena_rewind(doc->scratch, mark);
}

static void open_tables(oni_cutter *cut, const oni_facts *facts, oni_doc *doc)
{
	*cut = (oni_cutter){
		.doc = doc,
		.abbreviations = oni_facts_table(facts, "abbreviations"),
		.contractions = oni_facts_table(facts, "contractions"),
		.cut_words = oni_facts_table(facts, "cut-words"),
		.furniture = oni_facts_table(facts, "furniture"),
		.inside = oni_facts_table(facts, "furniture-inside"),
		.sentence_model = oni_facts_section(facts, "sentence"),
		.quotes = {.around = ONI_NONE},
	};
	fill_sieve(&cut->contracted, cut->contractions, SIZE_MAX);
	fill_sieve(&cut->cue_inside, cut->inside, SIZE_MAX);
	fill_sieve(&cut->cue_begins, cut->inside, 2);
}

void oni_begin_cutting(oni_cutter *cut, const oni_facts *facts, oni_doc *doc)
{
	open_tables(cut, facts, doc);
	oni_find_segments(cut);
	oni_find_quotes(cut);
}

/* Room for the words of an ordinary article at once: growing copies. A long one grows as it needs. */
static void reserve(oni_doc *doc)
{
	enum { BYTES_PER_WORD = 5, MOST = 2048 };
	uint32_t room = (uint32_t)(doc->text.n / BYTES_PER_WORD < MOST ? doc->text.n / BYTES_PER_WORD + 8 : MOST);
	oni_reserve(doc->arena, &doc->words, room);
	oni_reserve(doc->arena, &doc->tokens, room);
}

void oni_segment_text(const oni_facts *facts, oni_doc *doc)
{
	reserve(doc);
	oni_mark mark = oni_arena_mark(doc->scratch);
	oni_cutter cut;
	oni_begin_cutting(&cut, facts, doc);
	for (uint32_t i = 0; i < doc->segments.n; i++)
		cut_segment(&cut, i);
	oni_arena_rewind(doc->scratch, mark);
}

void oni_segment_quotes(const oni_facts *facts, oni_doc *doc)
{
	oni_mark mark = oni_arena_mark(doc->scratch);
	oni_cutter cut;
	open_tables(&cut, facts, doc);
	oni_find_quotes(&cut);
	oni_set_word_quotes(doc);
	oni_arena_rewind(doc->scratch, mark);
}
