/* Clusters of candidates, and the index that finds them: a hash of chains, so that an article with thousands of names stays linear. */
#include "understand/entity_parts.h"

uint64_t oni_key_of_word(oni_str word)
{
	char bytes[64];
	size_t n = oni_phrase_normal(word, bytes, sizeof bytes);
	return oni_hash((oni_str){bytes, n});
}

uint64_t oni_key_of(const char *kind, oni_str a, oni_str b)
{
	return oni_hash_more(oni_hash_more(oni_hash(oni_str_of(kind)), a), b);
}

void oni_index_start(oni_cast *cast)
{
	uint32_t size = 64;
	while (size < cast->candidates.n && size < 1u << 20)
		size *= 2;
	cast->mask = size - 1;
	cast->buckets = ONI_NEW_N(cast->doc->scratch, uint32_t, size);
	memset(cast->buckets, 0xFF, sizeof(uint32_t) * size);
}

void oni_index_put(oni_cast *cast, uint64_t key, uint32_t cluster)
{
	uint32_t *bucket = &cast->buckets[key & cast->mask];
	uint32_t steps = 0;
	for (uint32_t e = *bucket; e != ONI_NONE && steps < 16; e = cast->keys.at[e].next, steps++)
		if (cast->keys.at[e].hash == key && cast->keys.at[e].cluster == cluster)
			return;
	oni_key *k = oni_push(cast->doc->scratch, &cast->keys);
	*k = (oni_key){key, cluster, *bucket};
	*bucket = cast->keys.n - 1;
}

static uint32_t skip(const oni_cast *cast, uint32_t e, uint64_t key)
{
	for (uint32_t steps = 0; e != ONI_NONE; e = cast->keys.at[e].next) {
		if (cast->keys.at[e].hash == key)
			return e;
		if (++steps > 64)
			return ONI_NONE;
	}
	return ONI_NONE;
}

uint32_t oni_index_first(const oni_cast *cast, uint64_t key)
{
	return skip(cast, cast->buckets[key & cast->mask], key);
}

uint32_t oni_index_next(const oni_cast *cast, uint32_t entry)
{
	return skip(cast, cast->keys.at[entry].next, cast->keys.at[entry].hash);
}

bool oni_genders_agree(uint8_t a, uint8_t b)
{
	return !a || !b || a == b;
}

/* The words of a name, and a body's initials, lead to its cluster. */
static void index_name(oni_cast *cast, uint32_t cluster, const oni_candidate *c)
{
	const oni_doc *doc = cast->doc;
	char initials[12];
	size_t n = 0;
	for (uint32_t i = c->name_first; i < c->name_end && i < c->name_first + 10; i++) {
		oni_str form = doc->words.at[i].form;
		oni_index_put(cast, oni_key_of_word(form), cluster);
		if (n < sizeof initials && form.n && form.at[0] >= 'A' && form.at[0] <= 'Z')
			initials[n++] = (char)(form.at[0] | 0x20);
	}
	if (n > 1 && !(c->nature & ONI_NATURE_PERSON))
		oni_index_put(cast, oni_key_of_word((oni_str){initials, n}), cluster);
}

/* Remembers what somebody is called, however long ago it was: "the senator" of who was "Sen. Ana Ruiz" once. */
static void learn_call(oni_cast *cast, oni_cluster *k, uint32_t candidate)
{
	const oni_candidate *c = &cast->candidates.at[candidate];
	for (uint8_t i = 0; i < k->called; i++) {
		const oni_candidate *other = &cast->candidates.at[k->calls[i]];
		if (other->noun.row == c->noun.row && other->actor.standing == c->actor.standing)
			return;
	}
	if (k->called < ONI_CALLS)
		k->called++;
	k->calls[k->called - 1] = candidate;
}

static void learn(oni_cast *cast, oni_cluster *k, const oni_candidate *c)
{
	uint32_t cluster = (uint32_t)(k - cast->clusters.at);
	if (c->name_end > c->name_first && c->form != ONI_MENTION_ADJECTIVE) {
		if (c->name_end - c->name_first > k->name_end - k->name_first) {
			k->name_first = c->name_first;
			k->name_end = c->name_end;
		}
		index_name(cast, cluster, c);
	}
	if (c->known.kind != ONI_FACT_NONE && !k->table) {
		k->table = c->known.table;
		k->row = c->known.row;
	}
	bool pronoun = c->form == ONI_MENTION_PRONOUN;
	if (c->gender && (!k->gender || (k->supposed && !pronoun))) {
		k->supposed = pronoun;
		k->gender = c->gender;
	}
	if (c->form == ONI_MENTION_PRONOUN)
		return;
	if (!k->country[0])
		memcpy(k->country, c->actor.country[0] ? c->actor.country : c->known.country, 4);
	if (!k->sector.n)
		k->sector = c->actor.sector;
}

uint32_t oni_cluster_new(oni_cast *cast, uint32_t candidate)
{
	oni_cluster *k = oni_push(cast->doc->scratch, &cast->clusters);
	const oni_candidate *c = &cast->candidates.at[candidate];
	k->nature = c->nature;
	k->number = c->number;
	k->kind = c->actor.kind;
	k->first = candidate;
	k->speaks_for = k->serves = k->described = ONI_NONE;
	oni_cluster_add(cast, cast->clusters.n - 1, candidate);
	return cast->clusters.n - 1;
}

void oni_cluster_add(oni_cast *cast, uint32_t cluster, uint32_t candidate)
{
	oni_cluster *k = &cast->clusters.at[cluster];
	oni_candidate *c = &cast->candidates.at[candidate];
	*oni_push(cast->doc->scratch, &k->members) = candidate;
	k->last = candidate;
	c->cluster = cluster;
	if (c->nature && (k->nature & c->nature))
		k->nature &= c->nature;
	learn(cast, k, c);
	if (c->noun.kind == ONI_FACT_NOUN)
		learn_call(cast, k, candidate);
}

uint32_t oni_cluster_merge(oni_cast *cast, uint32_t into, uint32_t from)
{
	if (into == from)
		return into;
	oni_cluster *a = &cast->clusters.at[into], *b = &cast->clusters.at[from];
	uint32_t last = a->last > b->last ? a->last : b->last;
	for (uint32_t i = 0; i < b->members.n; i++)
		oni_cluster_add(cast, into, b->members.at[i]);
	a = &cast->clusters.at[into];
	b = &cast->clusters.at[from];
	b->members.n = 0;
	a->last = last;
	if (b->first < a->first)
		a->first = b->first;
	return into;
}
