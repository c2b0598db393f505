/* Who: what two names have in common, and which mention is at a word. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "pack/open.h"
#include "understand/entity.h"
#include "understand/entity_parts.h"

static oni_arena arena;
static jmp_buf guard;
static oni_doc doc;

/* A document of one sentence, a word for each blank-separated piece. */
static void words(const char *text)
{
	memset(&doc, 0, sizeof doc);
	doc.arena = doc.scratch = &arena;
	doc.text = oni_str_of(text);
	*oni_push(&arena, &doc.sentences) = (oni_sentence){.root = ONI_NONE};
	uint32_t at = 0;
	oni_str rest = doc.text, piece;
	while (oni_str_split(&rest, ' ', &piece)) {
		oni_word *w = oni_push(&arena, &doc.words);
		*w = (oni_word){.at = {at, at + (uint32_t)piece.n}, .form = piece, .lemma = piece, .name = ONI_NONE, .quote = ONI_NONE, .head = ONI_NONE};
		at += (uint32_t)piece.n + 1;
	}
	doc.sentences.at[0].end = doc.words.n;
}

static oni_likeness likeness(const char *text, uint32_t split)
{
	words(text);
	return oni_person_likeness(&doc, 0, split, split, doc.words.n);
}

static void persons(void **state)
{
	(void)state;
	assert_int_equal(likeness("Ana Ruiz Ana Ruiz", 2), ONI_LIKE_SAME);
	assert_int_equal(likeness("Ana Ruiz A. Ruiz", 2), ONI_LIKE_SAME);
	assert_int_equal(likeness("Ana Maria Ruiz Ana Ruiz", 3), ONI_LIKE_SAME);
	assert_int_equal(likeness("Ana Ruiz Ruiz", 2), ONI_LIKE_PART);
	assert_int_equal(likeness("Ursula von der Heide Von der Heide", 4), ONI_LIKE_PART);
	assert_int_equal(likeness("Ana Ruiz Ana", 2), ONI_LIKE_GIVEN);
	assert_int_equal(likeness("Ana Ruiz Luis Ruiz", 2), ONI_LIKE_NOT);
	assert_int_equal(likeness("John F. Hall John R. Hall", 3), ONI_LIKE_NOT);
	assert_int_equal(likeness("Carl Brandt Carl Brandt Jr.", 2), ONI_LIKE_NOT);
}

static void bodies(void **state)
{
	(void)state;
	oni_who who;
	oni_facts *facts = oni_facts_open_empty();
	oni_who_open(facts, &who);
	words("African Union AU");
	assert_int_equal(oni_body_likeness(&who, &doc, 0, 2, 2, 3), ONI_LIKE_SAME);
	words("Amnesty International Amnesty");
	assert_int_equal(oni_body_likeness(&who, &doc, 0, 2, 2, 3), ONI_LIKE_PART);
	words("Northern Union Southern Union");
	assert_int_equal(oni_body_likeness(&who, &doc, 0, 2, 2, 4), ONI_LIKE_NOT);
	oni_facts_drop(facts);
}

static void add_mention(uint32_t first, uint32_t end, uint32_t head, uint32_t entity)
{
	*oni_push(&arena, &doc.mentions) = (oni_mention){.first = first, .end = end, .head = head, .entity = entity};
}

static void the_head_comes_before_the_smallest(void **state)
{
	(void)state;
	words("the mayor of the old town said");
	add_mention(0, 6, 1, 0);
	add_mention(3, 6, 5, 1);
	assert_int_equal(oni_entity_at(&doc, 1), 0);
	assert_int_equal(oni_entity_at(&doc, 5), 1);
	assert_int_equal(oni_entity_at(&doc, 4), 1);
	assert_int_equal(oni_entity_at(&doc, 2), 0);
	assert_int_equal(oni_entity_at(&doc, 6), ONI_NONE);
}

static void nothing_in_nothing(void **state)
{
	(void)state;
	oni_facts *facts = oni_facts_open_empty();
	memset(&doc, 0, sizeof doc);
	doc.arena = doc.scratch = &arena;
	oni_find_entities(facts, &doc);
	oni_resolve_speakers(facts, &doc);
	assert_int_equal(doc.mentions.n, 0);
	oni_actor actor;
	assert_false(oni_actor_of(facts, &doc, 0, 0, ONI_NONE, &actor));
	oni_facts_drop(facts);
}

int main(void)
{
	oni_arena_init(&arena, 0);
	arena.guard = &guard;
	if (setjmp(guard))
		return 1;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(persons), cmocka_unit_test(bodies), cmocka_unit_test(the_head_comes_before_the_smallest),
		cmocka_unit_test(nothing_in_nothing)};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	oni_arena_drop(&arena);
	return failed;
}
