/* Pieces and their meanings.
 *
 * Every word of an article passes here, so it must cost next to nothing: one table of character kinds, one hash, and
 * a small direct-mapped cache of what the table said ("not there" too). News repeats itself: nine of ten words are
 * answered from the cache. A slot is trusted only when the letters agree. */
#include "understand/time_word.h"

enum { CACHE = 1024, LONGEST = 15 };

typedef struct slot {
	uint64_t hash;
	uint32_t length;               /* 0: empty */
	char letters[LONGEST + 1];
	const oni_time_entry *entry;
} slot;

struct oni_time_words {
	const oni_table *table;
	oni_arena *arena;
	int class_column, value_column, flag_column;
	slot cache[CACHE];
};

oni_time_words *oni_time_words_new(const oni_facts *facts, oni_doc *doc)
{
	oni_time_words *words = ONI_NEW(doc->scratch, oni_time_words);
	words->table = oni_facts_table(facts, "time_words");
	words->arena = doc->scratch;
	words->class_column = oni_table_column(words->table, "class");
	words->value_column = oni_table_column(words->table, "value");
	words->flag_column = oni_table_column(words->table, "flag");
	return words;
}

static int class_of(oni_str name)
{
#define X(symbol, text) text,
	static const char *const names[] = {ONI_TIME_CLASSES(X)};
#undef X
	for (int i = 0; i < ONI_TW_COUNT; i++)
		if (oni_str_is(name, names[i]))
			return i;
	return -1;
}

static int16_t unit_of(oni_str cell)
{
	static const struct { const char *code; oni_unit unit; } units[] = {
		{"s", ONI_UNIT_SECOND}, {"m", ONI_UNIT_MINUTE}, {"h", ONI_UNIT_HOUR}, {"D", ONI_UNIT_DAY},
		{"WE", ONI_UNIT_WEEKEND}, {"W", ONI_UNIT_WEEK}, {"FN", ONI_UNIT_FORTNIGHT}, {"M", ONI_UNIT_MONTH},
		{"Q", ONI_UNIT_QUARTER}, {"SE", ONI_UNIT_SEASON}, {"H", ONI_UNIT_HALF}, {"Y", ONI_UNIT_YEAR},
		{"E", ONI_UNIT_DECADE}, {"C", ONI_UNIT_CENTURY}, {"L", ONI_UNIT_MILLENNIUM}
	};
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (oni_str_is(cell, units[i].code))
			return (int16_t)units[i].unit;
	return ONI_UNIT_NONE;
}

static int16_t value_of(int class, oni_str cell)
{
	int value = 0;
	size_t i = cell.n > 0 && cell.at[0] == '-';
	if (class == ONI_TW_UNIT || class == ONI_TW_PERIODIC)
		return unit_of(cell);
	if (cell.n == 2 && cell.at[0] >= 'A')
		return (int16_t)ONI_PAIR(cell.at[0], cell.at[1]);
	for (; i < cell.n && cell.at[i] >= '0' && cell.at[i] <= '9' && value < 3000; i++)
		value = 10 * value + (cell.at[i] - '0');
	return (int16_t)(cell.n > 0 && cell.at[0] == '-' ? -value : value);
}

static const oni_time_entry *look_up(oni_time_words *words, oni_str key)
{
	uint32_t row = oni_table_find(words->table, key);
	if (row == ONI_NO_ROW)
		return NULL;
	oni_time_entry *entry = ONI_NEW(words->arena, oni_time_entry);
	for (; row < oni_table_rows(words->table) && oni_str_eq(oni_table_cell(words->table, row, 0), key); row++) {
		int class = class_of(oni_table_cell(words->table, row, words->class_column));
		if (class < 0 || entry->n == ONI_TIME_SENSES)
			continue;
		entry->classes |= UINT64_C(1) << class;
		entry->sense[entry->n].class = (uint8_t)class;
		entry->sense[entry->n].value = value_of(class, oni_table_cell(words->table, row, words->value_column));
		entry->sense[entry->n++].flag = oni_table_cell(words->table, row, words->flag_column);
	}
	return entry->n ? entry : NULL;
}

static const oni_time_entry *entry_of(oni_time_words *words, const char *letters, uint32_t n)
{
	oni_str key = {letters, n};
	uint64_t hash = oni_hash(key);
	slot *s = &words->cache[(hash ^ hash >> 32) % CACHE];
	if (s->length == n && s->hash == hash && memcmp(s->letters, letters, n) == 0)
		return s->entry;
	s->entry = look_up(words, key);
	s->hash = hash;
	s->length = n;
	memcpy(s->letters, letters, n);
	return s->entry;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return ((unsigned char)c | 0x20) >= 'a' && ((unsigned char)c | 0x20) <= 'z';
}

/* Signs of several bytes are letters to us, but for the punctuation block U+2000 … U+203F (dashes, quotation marks)
 * and U+00A0 to U+00BF (no-break space, guillemets, fractions). */
static size_t sign_bytes(oni_str text, uint32_t at, uint32_t end)
{
	unsigned char c = (unsigned char)text.at[at];
	if (c < 0x80)
		return is_letter(text.at[at]) || is_digit(text.at[at]) ? 0 : 1;
	if (c == 0xE2 && at + 2 < end && (unsigned char)text.at[at + 1] == 0x80)
		return 3;
	if (c == 0xC2 && at + 1 < end)
		return 2;
	return 0;
}

/* "p.m." and the like: letters each behind a dot; 0 when it is none. */
static uint32_t dotted_end(oni_str text, uint32_t at, uint32_t end)
{
	uint32_t i = at, letters = 0;
	while (letters <= 4 && i + 1 < end && is_letter(text.at[i]) && text.at[i + 1] == '.') {
		i += 2;
		letters++;
	}
	if (letters == 1 && i < end && is_letter(text.at[i]) && (i + 1 == end || !is_letter(text.at[i + 1]))) {
		i++;            /* "p.m" */
		letters++;
	}
	return letters >= 2 && letters <= 4 ? i : 0;
}

static void word_piece(oni_time_words *words, oni_str text, uint32_t end, oni_piece *p)
{
	char letters[LONGEST + 1];
	uint32_t n = 0, at = p->begin, stop = dotted_end(text, at, end);
	p->kind = ONI_PIECE_WORD;
	p->capital = text.at[at] >= 'A' && text.at[at] <= 'Z';
	if (stop == 0)
		for (stop = at; stop < end && !is_digit(text.at[stop]) && sign_bytes(text, stop, end) == 0;)
			stop++;
	for (uint32_t i = at; i < stop && n <= LONGEST; i++)
		if (text.at[i] != '.')
			letters[n++] = (char)(is_letter(text.at[i]) ? text.at[i] | 0x20 : text.at[i]);
	p->end = stop;
	p->entry = n <= LONGEST ? entry_of(words, letters, n) : NULL;
}

static void number_piece(oni_str text, uint32_t end, oni_piece *p)
{
	uint32_t i = p->begin;
	p->kind = ONI_PIECE_NUMBER;
	for (; i < end && is_digit(text.at[i]); i++)
		p->number = i - p->begin < 9 ? p->number * 10 + (text.at[i] - '0') : -1;
	p->end = i;
	p->digits = (uint8_t)(i - p->begin > 99 ? 99 : i - p->begin);
}

void oni_cut_pieces(oni_time_words *words, oni_doc *doc, oni_range range, oni_pieces *pieces)
{
	oni_str text = doc->text;
	uint32_t last_end = range.begin;
	pieces->text = &doc->text;
	pieces->n = 0;
	pieces->classes = 0;
	pieces->numbers = false;
	for (uint32_t at = range.begin; at < range.end;) {
		char c = text.at[at];
		size_t sign = sign_bytes(text, at, range.end);
		bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r'
			|| (sign == 2 && (unsigned char)text.at[at + 1] == 0xA0);
		if (space) {
			at += (uint32_t)sign;
			continue;
		}
		oni_piece *p = oni_push(doc->scratch, pieces);
		p->begin = at;
		p->glued = at == last_end && pieces->n > 1;
		if (sign)
			p->end = at + (uint32_t)sign;
		else if (is_digit(c))
			number_piece(text, range.end, p);
		else
			word_piece(words, text, range.end, p);
		pieces->classes |= p->entry ? p->entry->classes : 0;
		pieces->numbers |= p->kind == ONI_PIECE_NUMBER;
		at = last_end = p->end;
	}
}

int oni_piece_value(const oni_piece *p, oni_time_class class)
{
	for (int i = 0; p->entry && i < p->entry->n; i++)
		if (p->entry->sense[i].class == class)
			return p->entry->sense[i].value;
	return 0;
}

oni_str oni_piece_flag(const oni_piece *p, oni_time_class class)
{
	for (int i = 0; p->entry && i < p->entry->n; i++)
		if (p->entry->sense[i].class == class)
			return p->entry->sense[i].flag;
	return ONI_STR("");
}

bool oni_piece_is(const oni_pieces *pieces, uint32_t i, const char *word)
{
	if (i >= pieces->n)
		return false;
	const char *text = pieces->text->at + pieces->at[i].begin;
	size_t n = pieces->at[i].end - pieces->at[i].begin, k = 0;
	while (k < n && word[k] && (text[k] == word[k] || (is_letter(text[k]) && (text[k] | 0x20) == (word[k] | 0x20))))
		k++;
	return k == n && word[k] == '\0';
}
