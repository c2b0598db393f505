/* Opening checks everything that is read without care later: the header, the checksum of all bytes, the sections' sizes,
 * the tables' heads. Rows and strings are bounded again where they are used, so even a forged model cannot make the
 * program read outside its bytes. */
#include "analyse/model.h"

#include <stdlib.h>

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "models are mapped as little-endian numbers");

/* Four lanes, so that the processor's multiplications overlap; about the speed of memory. */
uint64_t oni_model_checksum(oni_str bytes)
{
	const uint64_t prime = 0x9E3779B97F4A7C15u;
	uint64_t lane[4] = {1, 2, 3, 4}, word[4];
	size_t at = 0;
	for (; at + sizeof word <= bytes.n; at += sizeof word) {
		memcpy(word, bytes.at + at, sizeof word);
		for (int i = 0; i < 4; i++) {
			lane[i] = (lane[i] ^ word[i]) * prime;
			lane[i] ^= lane[i] >> 29;
		}
	}
	memset(word, 0, sizeof word);
	memcpy(word, bytes.at + at, bytes.n - at);
	uint64_t sum = bytes.n;
	for (int i = 0; i < 4; i++) {
		sum = (sum ^ lane[i] ^ word[i]) * prime;
		sum ^= sum >> 31;
	}
	return sum;
}

bool oni_strings_open(oni_str bytes, oni_strings *ret)
{
	uint32_t count;
	if (bytes.n < 8 || (uintptr_t)bytes.at % sizeof(uint64_t))
		return false;
	memcpy(&count, bytes.at, sizeof count);
	uint64_t head = 8 + ((uint64_t)count + 1) * sizeof(uint32_t);
	if (head > bytes.n)
		return false;
	const void *offsets = bytes.at + 8;
	*ret = (oni_strings){offsets, bytes.at + head, count, (uint32_t)(bytes.n - head)};
	return true;
}

oni_str oni_strings_at(const oni_strings *s, uint32_t i)
{
	if (i >= s->count)
		return ONI_STR("");
	uint32_t from = s->offsets[i], to = s->offsets[i + 1];
	if (from > to || to > s->size)
		return ONI_STR("");
	return (oni_str){s->bytes + from, to - from};
}

void oni_model_score(const void *weights, const uint64_t *keys, uint32_t n, int32_t scores[ONI_CLASSES])
{
	oni_weights_score(weights, keys, n, scores);
}

static oni_str section(oni_str bytes, const char *name)
{
	uint32_t count;
	memcpy(&count, bytes.at + 12, sizeof count);
	for (uint32_t i = 0; i < count; i++) {
		const char *entry = bytes.at + ONI_MODEL_HEAD + (size_t)i * ONI_MODEL_ENTRY;
		uint64_t place[2];
		memcpy(place, entry + 16, sizeof place);
		if (strncmp(entry, name, 16) == 0 && place[0] <= bytes.n && place[1] <= bytes.n - place[0])
			return oni_str_cut(bytes, place[0], place[0] + place[1]);
	}
	return (oni_str){0};
}

static const char *check_header(oni_str bytes)
{
	uint32_t head[2];
	uint64_t sizes[2];
	if (bytes.n < ONI_MODEL_HEAD || memcmp(bytes.at, ONI_MODEL_MAGIC, 8) != 0 || (uintptr_t)bytes.at % 8)
		return "not a language model";
	memcpy(head, bytes.at + 8, sizeof head);
	memcpy(sizes, bytes.at + 16, sizeof sizes);
	if (head[0] != ONI_MODEL_VERSION)
		return "a language model of another version";
	if (sizes[0] != bytes.n)
		return "a language model cut short";
	if (head[1] > ONI_MODEL_SECTIONS || ONI_MODEL_HEAD + (uint64_t)head[1] * ONI_MODEL_ENTRY > bytes.n ||
		oni_model_checksum(oni_str_cut(bytes, ONI_MODEL_HEAD, bytes.n)) != sizes[1])
		return "a damaged language model";
	return NULL;
}

/* "NOUN<tab>NN<tab>Number=Sing"; tags of one word class and own tag share a pair number. */
static bool open_tags(oni_model *m, oni_str bytes)
{
	oni_strings list;
	if (!oni_strings_open(bytes, &list) || list.count == 0 || list.count > ONI_CLASSES)
		return false;
	m->tag_count = list.count;
	for (uint32_t i = 0; i < list.count; i++) {
		oni_str rest = oni_strings_at(&list, i);
		oni_tag *t = &m->tags[i];
		if (!oni_str_split(&rest, '\t', &t->upos) || !oni_str_split(&rest, '\t', &t->xpos) ||
			!oni_str_split(&rest, '\t', &t->feats))
			return false;
		t->class_ = (uint8_t)oni_upos_of(t->upos);
		t->pair = (uint16_t)i;
		for (uint32_t j = 0; j < i && t->pair == i; j++)
			if (oni_str_eq(m->tags[j].upos, t->upos) && oni_str_eq(m->tags[j].xpos, t->xpos))
				t->pair = m->tags[j].pair;
		m->tag_morph[i] = oni_morph_of(t->feats);
	}
	return true;
}

/* "S", "L<tab>nsubj", "R<tab>obj": each kind must be there, or a parse could not go on. */
static bool open_moves(oni_model *m, oni_str bytes)
{
	oni_strings list;
	bool there[3] = {false, false, false};
	if (!oni_strings_open(bytes, &list) || list.count > ONI_CLASSES)
		return false;
	m->move_count = list.count;
	for (uint32_t i = 0; i < list.count; i++) {
		oni_str s = oni_strings_at(&list, i);
		oni_move *move = &m->moves[i];
		move->kind = oni_str_starts(s, "L") ? ONI_LEFT : oni_str_starts(s, "R") ? ONI_RIGHT : ONI_SHIFT;
		oni_rel rel = oni_rel_of(oni_str_cut(s, 2, s.n));
		move->label = (uint8_t)rel;
		there[move->kind] = true;
	}
	return there[0] && there[1] && there[2];
}

static bool open_sections(oni_model *m, oni_str bytes)
{
	return oni_words_open(section(bytes, "words"), &m->words) && open_tags(m, section(bytes, "tags")) &&
		oni_weights_open(section(bytes, "tagger"), &m->tagger) && open_moves(m, section(bytes, "moves")) &&
		oni_weights_open(section(bytes, "parser"), &m->parser) &&
		oni_strings_open(section(bytes, "rules"), &m->rules) &&
		oni_weights_open(section(bytes, "lemmas"), &m->lemmas);
}

oni_model *oni_model_open(oni_str bytes, const char **ret_why)
{
	const char *why = check_header(bytes);
	oni_model *m = why ? NULL : calloc(1, sizeof *m);
	if (!why && !m)
		why = "no memory";
	if (m && !open_sections(m, bytes)) {
		why = "a language model that lacks a part";
		free(m);
		m = NULL;
	}
	if (why && ret_why)
		*ret_why = why;
	return m;
}

void oni_model_drop(oni_model *model)
{
	free(model);
}
