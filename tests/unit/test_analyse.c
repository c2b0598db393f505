/* The language core: every set of kernels gives the same analysis; a batch's make-up does not matter; every sentence is a tree with one
 * root, whatever is in it; damaged model files are not opened. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>

#include "analyse/language.h"
#include "analyse/tree.h"
#include "pack/open.h"
#include "segment/segment.h"

static const oni_facts *facts; /* of the build; opened once by main */

typedef struct article {
	oni_arena arena, scratch;
	jmp_buf guard;
	oni_doc doc;
} article;

static oni_str model_bytes(void)
{
	return oni_facts_section(facts, "english");
}

static oni_model *open_model(void)
{
	const char *why = "";
	oni_model *model = oni_model_open(model_bytes(), &why);
	assert_non_null(model);
	return model;
}

static void analyse(article *a, const oni_model *model, oni_str text)
{
	*a = (article){0};
	oni_arena_init(&a->arena, 0);
	oni_arena_init(&a->scratch, 0);
	a->arena.guard = a->scratch.guard = &a->guard;
	a->doc = (oni_doc){.arena = &a->arena, .scratch = &a->scratch, .text = text};
	oni_segment_text(facts, &a->doc);
	oni_analyse(model, facts, &a->doc);
}

static void drop(article *a)
{
	oni_arena_drop(&a->arena);
	oni_arena_drop(&a->scratch);
}

static const char NEWS[] =
	"RIVERTON MAYOR RESIGNS AFTER FLOOD INQUIRY\n\n"
	"Mayor Ilse Okonkwo-Brandt of Riverton resigned on Monday, hours after an inquiry found that warnings had been ignored. "
	"\u201cI take responsibility,\u201d she told reporters outside the town hall, \u201cand I won\u2019t stand again.\u201d\n\n"
	"At least 14 people died in March when the Tarn burst its banks; the Norland Red Cross had put the toll at nine. "
	"The opposition Harbour Party, whose leader Jonas Vey demanded an election, called the report \u201clong overdue\u201d.\n\n"
	"Contact: desk@example.org, +00 555 0100 \U0001F4DE \u041F\u0440\u0438\u0432\u0435\u0442 \u0645\u0631\u062D\u0628\u0627\n";

static void assert_same_words(const oni_doc *a, const oni_doc *b)
{
	assert_int_equal(a->words.n, b->words.n);
	assert_int_equal(a->names.n, b->names.n);
	for (uint32_t i = 0; i < a->words.n; i++) {
		const oni_word *v = &a->words.at[i], *w = &b->words.at[i];
		assert_int_equal(v->head, w->head);
		assert_int_equal(v->rel, w->rel);
		assert_int_equal(v->upos, w->upos);
		assert_int_equal(v->name, w->name);
		assert_true(oni_str_eq(v->xpos, w->xpos) && oni_str_eq(v->feats, w->feats) && oni_str_eq(v->lemma, w->lemma));
	}
	for (uint32_t i = 0; i < a->names.n; i++)
		assert_int_equal(a->names.at[i].score, b->names.at[i].score);
}

static void all_kernels_give_the_same(void **state)
{
	(void)state;
	oni_model *model = open_model();
	article first, other;
	assert_non_null(oni_kernels_at(0));
	analyse(&first, model, oni_str_of(NEWS));
	assert_true(first.doc.words.n > 80);
	for (uint32_t i = 1; oni_kernels_at(i); i++) {
		model->kernels = oni_kernels_at(i);
		analyse(&other, model, oni_str_of(NEWS));
		assert_same_words(&first.doc, &other.doc);
		drop(&other);
	}
	drop(&first);
	oni_model_drop(model);
}

/* Random numbers of the whole range, and row counts that leave every kind of remainder. */
static void sums_are_exact(void **state)
{
	enum { IN = 192, OUT = 96, ROWS = 71 };
	(void)state;
	static int8_t w[IN * OUT];
	static uint8_t x[IN * ROWS];
	static int32_t bias[OUT], scale[OUT], sums[ROWS * OUT];
	uint32_t seed = 1;
	for (uint32_t i = 0; i < IN * OUT; i++)
		w[i] = (int8_t)((seed = seed * 1664525 + 1013904223) >> 24);
	for (uint32_t i = 0; i < IN * ROWS; i++)
		x[i] = (uint8_t)((seed = seed * 1664525 + 1013904223) >> 24);
	for (uint32_t i = 0; i < OUT; i++)
		bias[i] = (int32_t)i * 1000 - 7;
	oni_linear map = {.w = w, .bias = bias, .scale = scale, .in = IN, .out = OUT};
	for (uint32_t k = 0; oni_kernels_at(k); k++) {
		memset(sums, 0x55, sizeof sums);
		oni_kernels_at(k)->sums(&map, x, IN, ROWS, sums);
		for (uint32_t r = 0; r < ROWS; r++)
			for (uint32_t o = 0; o < OUT; o++) {
				int32_t sum = bias[o];
				for (uint32_t i = 0; i < IN; i++)
					sum += x[r * IN + i] * w[((o / 16) * (IN / 4) + i / 4) * 64 + o % 16 * 4 + i % 4];
				assert_int_equal(sums[r * OUT + o], sum);
			}
	}
}

static void assert_trees(const oni_doc *doc)
{
	for (uint32_t s = 0; s < doc->sentences.n; s++) {
		const oni_sentence *sentence = &doc->sentences.at[s];
		uint32_t roots = 0;
		for (uint32_t i = sentence->first; i < sentence->end; i++) {
			uint32_t steps = 0, at = i;
			roots += doc->words.at[i].head == ONI_NONE;
			assert_true(doc->words.at[i].lemma.n > 0 || doc->words.at[i].form.n == 0);
			for (; doc->words.at[at].head != ONI_NONE && steps <= sentence->end - sentence->first; steps++) {
				at = doc->words.at[at].head;
				assert_true(at >= sentence->first && at < sentence->end);
			}
			assert_int_equal(doc->words.at[at].head, ONI_NONE);
		}
		assert_int_equal(roots, sentence->end > sentence->first);
		assert_true(sentence->end == sentence->first || doc->words.at[sentence->root].head == ONI_NONE);
	}
}

static void check_trees_of(const oni_model *model, const char *unit, uint32_t times)
{
	size_t n = strlen(unit);
	char *text = malloc(n * times + 1);
	article a;
	for (uint32_t i = 0; i < times; i++)
		memcpy(text + n * i, unit, n);
	analyse(&a, model, (oni_str){text, n * times});
	assert_true(a.doc.words.n > 0);
	assert_trees(&a.doc);
	drop(&a);
	free(text);
}

static void any_text_gives_trees(void **state)
{
	(void)state;
	oni_model *model = open_model();
	check_trees_of(model, NEWS, 1);
	check_trees_of(model, "word", 1);
	check_trees_of(model, ". ", 1);
	check_trees_of(model, "12, Main Street ", 2500);
	check_trees_of(model, "never a stop ", 2000);
	check_trees_of(model, "\U0001F600 ", 300);
	check_trees_of(model, "\u043C\u0438\u0440 \u0633\u0644\u0627\u0645 \u548C\u5E73 ", 200);
	check_trees_of(model, "x", 20000);
	oni_model_drop(model);
}

/* Words far before a sentence share its batch or not; its analysis stays. */
static void batches_do_not_matter(void **state)
{
	static const char SENTENCE[] = "The committee that the minister had appointed rejected both plans.\n\n";
	(void)state;
	oni_model *model = open_model();
	char text[20 * sizeof SENTENCE];
	article one, many;
	size_t n = 0;
	for (int i = 0; i < 20; i++, n += sizeof SENTENCE - 1)
		memcpy(text + n, SENTENCE, sizeof SENTENCE - 1);
	analyse(&one, model, oni_str_of(SENTENCE));
	analyse(&many, model, (oni_str){text, n});
	assert_int_equal(many.doc.sentences.n, 20);
	for (uint32_t s = 0; s < 20; s++)
		for (uint32_t i = 0; i < one.doc.words.n; i++) {
			const oni_word *a = &one.doc.words.at[i], *b = &many.doc.words.at[many.doc.sentences.at[s].first + i];
			assert_int_equal(a->rel, b->rel);
			assert_int_equal(a->head, b->head == ONI_NONE ? ONI_NONE : b->head - many.doc.sentences.at[s].first);
			assert_int_equal(a->upos, b->upos);
		}
	drop(&one);
	drop(&many);
	oni_model_drop(model);
}

/* All trees of three words by hand: the best projective one with one root. */
static void eisner_finds_the_best_tree(void **state)
{
	(void)state;
	oni_arena scratch;
	jmp_buf guard;
	oni_arena_init(&scratch, 0);
	scratch.guard = &guard;
	uint32_t head[4];
	const int32_t chain[16] = {[4] = 5, [4 + 2] = 1, [8 + 1] = 9, [8 + 3] = 2, [12 + 2] = 9, [12 + 1] = 3};
	oni_eisner(&scratch, oni_kernels_at(0), 3, chain, head);
	assert_int_equal(head[1], 0);
	assert_int_equal(head[2], 1);
	assert_int_equal(head[3], 2);
	/* The two best arcs of words 1 and 2 make a ring; the tree must break it where that costs least. */
	const int32_t ring[16] = {[4] = 1, [4 + 2] = 9, [8] = 4, [8 + 1] = 9, [12] = 0, [12 + 2] = 5};
	oni_eisner(&scratch, oni_kernels_at(0), 3, ring, head);
	assert_int_equal(head[1], 2);
	assert_int_equal(head[2], 0);
	assert_int_equal(head[3], 2);
	/* Two roots would score higher. */
	const int32_t roots[9] = {[3] = 9, [3 + 2] = 1, [6] = 9, [6 + 1] = 2};
	oni_eisner(&scratch, oni_kernels_at(0), 2, roots, head);
	assert_int_equal(head[1], 0);
	assert_int_equal(head[2], 1);
	oni_arena_drop(&scratch);
}

static void damaged_models_stay_shut(void **state)
{
	(void)state;
	oni_str good = model_bytes();
	char *bytes = aligned_alloc(64, (good.n + 63) / 64 * 64);
	const char *why = NULL;
	memcpy(bytes, good.at, good.n);
	assert_null(oni_model_open((oni_str){bytes, 0}, &why));
	assert_null(oni_model_open((oni_str){bytes, 31}, &why));
	assert_null(oni_model_open((oni_str){bytes, good.n - 64}, &why));
	assert_string_equal(why, "is a language model cut short");
	bytes[good.n / 2] ^= 1;
	assert_null(oni_model_open((oni_str){bytes, good.n}, &why));
	assert_string_equal(why, "is a damaged language model");
	bytes[good.n / 2] ^= 1;
	bytes[8] ^= 1;
	assert_null(oni_model_open((oni_str){bytes, good.n}, &why));
	assert_string_equal(why, "is a language model of another version");
	bytes[0] ^= 1;
	assert_null(oni_model_open((oni_str){bytes, good.n}, &why));
	assert_string_equal(why, "is no language model");
	free(bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_kernels_give_the_same),
		cmocka_unit_test(sums_are_exact),
		cmocka_unit_test(any_text_gives_trees),
		cmocka_unit_test(batches_do_not_matter),
		cmocka_unit_test(eisner_finds_the_best_tree),
		cmocka_unit_test(damaged_models_stay_shut),
	};
	oni_facts_err err;
	const char *path = getenv("ONRECORD_DATA");
	oni_facts *opened = path ? oni_facts_open(path, NULL, 0, &err) : NULL;
	if (!opened)
		return 99;
	facts = opened;
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	oni_facts_drop(opened);
	return failed;
}
