#include "train/data.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void die(const char *format, ...)
{
	va_list list;
	va_start(list, format);
	vfprintf(stderr, format, list);
	va_end(list);
	fputc('\n', stderr);
	exit(1);
}

void *need(void *at)
{
	if (!at)
		die("no memory");
	return at;
}

oni_str read_whole(const char *path)
{
	FILE *f = fopen(path, "rb");
	if (!f)
		die("%s: cannot be read", path);
	size_t n = 0, room = 1 << 20;
	char *at = need(malloc(room));
	for (size_t got; (got = fread(at + n, 1, room - n, f)) > 0;) {
		n += got;
		if (n == room)
			at = need(realloc(at, room *= 2));
	}
	fclose(f);
	return (oni_str){at, n};
}

static oni_str name_of(oni_str misc)
{
	for (oni_str field; oni_str_split(&misc, '|', &field);)
		if (oni_str_starts(field, "NER="))
			return oni_str_cut(field, 4, field.n);
	return ONI_STR("");
}

static uint32_t number(oni_str s)
{
	uint32_t v = 0;
	for (size_t i = 0; i < s.n && s.at[i] >= '0' && s.at[i] <= '9'; i++)
		v = v * 10 + (uint32_t)(s.at[i] - '0');
	return v;
}

static oni_str or_nothing(oni_str s)
{
	return oni_str_is(s, "_") ? ONI_STR("") : s;
}

static bool read_word(oni_str line, example *ret)
{
	oni_str c[10] = {{0}};
	for (int i = 0; i < 10; i++)
		oni_str_split(&line, '\t', &c[i]);
	if (memchr(c[0].at, '-', c[0].n) || memchr(c[0].at, '.', c[0].n))
		return false;
	*ret = (example){.form = c[1], .lemma = c[2], .upos = c[3], .xpos = or_nothing(c[4]), .feats = or_nothing(c[5]),
		.name = name_of(c[9]), .rel = oni_rel_of(c[7]), .head = number(c[6])};
	return true;
}

static sentence *add_sentence(corpus *to, const example *words, uint32_t n)
{
	if (to->n == to->room) {
		to->room = to->room ? to->room * 2 : 1024;
		to->at = need(realloc(to->at, to->room * sizeof *to->at));
	}
	sentence *s = &to->at[to->n++];
	*s = (sentence){need(calloc(n, sizeof *words)), NULL, n, to->docs};
	memcpy(s->words, words, n * sizeof *words);
	return s;
}

void read_conllu(const char *path, corpus *to)
{
	enum { MOST = 4096 };
	static example words[MOST];
	uint32_t n = 0;
	oni_str rest = read_whole(path);
	for (oni_str line; oni_str_split(&rest, '\n', &line);) {
		if (line.n == 0 && n) {
			add_sentence(to, words, n);
			n = 0;
		} else if (oni_str_starts(line, "# newdoc")) {
			to->docs++;
		} else if (line.n && line.at[0] != '#' && n < MOST) {
			n += read_word(line, &words[n]);
		}
	}
	if (n)
		add_sentence(to, words, n);
	to->docs++;
}

void look_at_all(corpus *c, const oni_words *words)
{
	oni_str forms[4096];
	for (uint32_t i = 0; i < c->n; i++) {
		sentence *s = &c->at[i];
		if (!s->lex)
			s->lex = need(calloc(s->n, sizeof *s->lex));
		for (uint32_t j = 0; j < s->n; j++)
			forms[j] = s->words[j].form;
		bool shouted = oni_shouted(forms, s->n);
		for (uint32_t j = 0; j < s->n; j++)
			oni_lexeme_of(forms[j], shouted, words, &s->lex[j]);
	}
}

uint32_t random_next(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return (uint32_t)(*state >> 32);
}

void shuffle(uint32_t *order, uint32_t n, uint64_t *state)
{
	for (uint32_t i = n; i > 1; i--) {
		uint32_t j = random_next(state) % i, t = order[i - 1];
		order[i - 1] = order[j];
		order[j] = t;
	}
}

static uint32_t *slot_of(strings *set, oni_str s)
{
	uint32_t i = (uint32_t)(oni_mix(oni_hash(s), 7) >> 20) & (set->slot_count - 1);
	while (set->slots[i] && !oni_str_eq(set->at[set->slots[i] - 1], s))
		i = (i + 1) & (set->slot_count - 1);
	return &set->slots[i];
}

static void grow(strings *set)
{
	set->slot_count = set->slot_count ? set->slot_count * 2 : 1024;
	free(set->slots);
	set->slots = need(calloc(set->slot_count, sizeof *set->slots));
	for (uint32_t i = 0; i < set->n; i++)
		*slot_of(set, set->at[i]) = i + 1;
}

uint32_t number_of(strings *set, oni_str s, bool add)
{
	if (set->n * 2 >= set->slot_count)
		grow(set);
	uint32_t *slot = slot_of(set, s);
	if (*slot)
		return *slot - 1;
	if (!add)
		return UINT32_MAX;
	if (set->n == set->room) {
		set->room = set->room ? set->room * 2 : 256;
		set->at = need(realloc(set->at, set->room * sizeof *set->at));
	}
	set->at[set->n++] = s;
	*slot = set->n;
	return set->n - 1;
}
