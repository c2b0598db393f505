/* The second look at names, over evidence of our own: no network, no tables. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "analyse/settle.h"

enum { LABELS = 1 + 2 * ONI_NAME_COUNT, ONE = 1024 };

static oni_name_label labels[LABELS];
static const oni_model *model_of_labels(void)
{
	static oni_model model;
	for (uint32_t k = 0; k < ONI_NAME_COUNT; k++) {
		labels[1 + 2 * k] = (oni_name_label){.kind = (uint8_t)k, .begins = true};
		labels[2 + 2 * k] = (oni_name_label){.kind = (uint8_t)k, .inside = true};
	}
	model.names = labels;
	model.name_count = LABELS;
	return &model;
}

typedef struct article {
	oni_arena arena, scratch;
	jmp_buf guard;
	oni_doc doc;
	oni_evidence evidence;
} article;

/* Words split by blanks, sentences by "|"; a word is a PROPN where it has a capital, else a NOUN. Nothing is known of any. */
static void begin(article *a, const char *text)
{
	*a = (article){0};
	oni_arena_init(&a->arena, 0);
	oni_arena_init(&a->scratch, 0);
	a->arena.guard = a->scratch.guard = &a->guard;
	a->doc = (oni_doc){.arena = &a->arena, .scratch = &a->scratch, .text = oni_str_of(text)};
	oni_str rest = a->doc.text, form;
	oni_sentence *s = oni_push(&a->arena, &a->doc.sentences);
	while (oni_str_split(&rest, ' ', &form)) {
		if (oni_str_is(form, "|")) {
			s = oni_push(&a->arena, &a->doc.sentences);
			s->first = s->end = a->doc.words.n;
			continue;
		}
		oni_word *w = oni_push(&a->arena, &a->doc.words);
		w->form = w->lemma = form;
		w->at.begin = (uint32_t)(form.at - text);
		w->at.end = w->at.begin + (uint32_t)form.n;
		w->upos = form.at[0] >= 'A' && form.at[0] <= 'Z' ? ONI_UPOS_PROPN : ONI_UPOS_NOUN;
		w->name = ONI_NONE;
		s->end = a->doc.words.n;
	}
	a->evidence = (oni_evidence){ONI_NEW_N(&a->arena, int16_t, (size_t)a->doc.words.n * LABELS), LABELS};
	for (uint32_t i = 0; i < a->doc.words.n; i++)
		a->evidence.score[(size_t)i * LABELS] = 4 * ONE;
}

static void drop(article *a)
{
	oni_arena_drop(&a->arena);
	oni_arena_drop(&a->scratch);
}

/* How strongly a word begins (or, inside, goes on) a name; 4 is as strongly as it is none. */
static void say(article *a, uint32_t word, oni_name_kind kind, bool inside, int strength)
{
	a->evidence.score[(size_t)word * LABELS + 1 + 2 * (size_t)kind + inside] = (int16_t)(strength * ONE);
}

static void settle(article *a)
{
	oni_settle_names(model_of_labels(), NULL, &a->doc, &a->evidence);
}

static void assert_name(const article *a, uint32_t i, uint32_t first, uint32_t end, oni_name_kind kind)
{
	assert_true(i < a->doc.names.n);
	const oni_name *n = &a->doc.names.at[i];
	assert_int_equal(n->first, first);
	assert_int_equal(n->end, end);
	assert_int_equal(n->kind, kind);
	for (uint32_t w = first; w < end; w++)
		assert_int_equal(a->doc.words.at[w].name, i);
}

static void what_is_clear_stays(void **state)
{
	(void)state;
	article a;
	begin(&a, "yesterday Ana Ruiz left");
	say(&a, 1, ONI_NAME_PERSON, false, 10);
	say(&a, 2, ONI_NAME_PERSON, true, 10);
	settle(&a);
	assert_int_equal(a.doc.names.n, 1);
	assert_name(&a, 0, 1, 3, ONI_NAME_PERSON);
	assert_int_equal(a.doc.words.at[0].name, ONI_NONE);
	drop(&a);
}

static void nothing_goes_on_that_has_not_begun(void **state)
{
	(void)state;
	article a;
	begin(&a, "yesterday Ruiz left");
	say(&a, 1, ONI_NAME_PERSON, true, 6); /* more than none, but not with the word before it */
	settle(&a);
	assert_int_equal(a.doc.names.n, 0);
	drop(&a);
}

static void the_full_name_tells_of_the_surname(void **state)
{
	(void)state;
	article a;
	begin(&a, "yesterday Carlos Lima spoke | then Lima left");
	say(&a, 1, ONI_NAME_PERSON, false, 12);
	say(&a, 2, ONI_NAME_PERSON, true, 12);
	say(&a, 5, ONI_NAME_LOCATION, false, 7);
	say(&a, 5, ONI_NAME_PERSON, false, 5);
	settle(&a);
	assert_name(&a, 1, 5, 6, ONI_NAME_PERSON);
	drop(&a);
	begin(&a, "then Lima left");
	say(&a, 1, ONI_NAME_LOCATION, false, 7);
	say(&a, 1, ONI_NAME_PERSON, false, 5);
	settle(&a);
	assert_name(&a, 0, 1, 2, ONI_NAME_LOCATION);
	drop(&a);
}

static void letters_in_brackets_are_the_name_before_them(void **state)
{
	(void)state;
	article a;
	begin(&a, "the Civic Reform League ( CRL ) won | now CRL rules");
	say(&a, 1, ONI_NAME_ORGANIZATION, false, 5);
	say(&a, 2, ONI_NAME_ORGANIZATION, true, 5);
	say(&a, 3, ONI_NAME_ORGANIZATION, true, 5);
	settle(&a);
	assert_name(&a, 0, 1, 4, ONI_NAME_ORGANIZATION);
	assert_name(&a, 1, 5, 6, ONI_NAME_ORGANIZATION);
	drop(&a);
	begin(&a, "the Civic Reform League ( XYZ ) won");
	settle(&a);
	assert_int_equal(a.doc.names.n, 0);
	drop(&a);
}

static void a_headline_common_word_is_no_name(void **state)
{
	(void)state;
	article a;
	begin(&a, "Ruiz Floods Town | floods hit the town");
	say(&a, 1, ONI_NAME_LOCATION, false, 6);
	settle(&a);
	assert_int_equal(a.doc.names.n, 0);
	drop(&a);
	begin(&a, "Ruiz Floods Town | rain hit the place");
	say(&a, 1, ONI_NAME_LOCATION, false, 6);
	settle(&a);
	assert_name(&a, 0, 1, 2, ONI_NAME_LOCATION);
	drop(&a);
}

static void no_words_no_names(void **state)
{
	(void)state;
	article a = {0};
	oni_arena_init(&a.arena, 0);
	oni_arena_init(&a.scratch, 0);
	a.doc = (oni_doc){.arena = &a.arena, .scratch = &a.scratch};
	settle(&a);
	assert_int_equal(a.doc.names.n, 0);
	drop(&a);
}

/* More different words than there are pools: the later ones stand for themselves, and nothing hangs. */
static void a_book_fills_the_pools(void **state)
{
	enum { WORDS = 60000 };
	(void)state;
	article a;
	char *text = malloc(WORDS * 10), *to = text;
	assert_non_null(text);
	for (int i = 0; i < WORDS; i++)
		to += sprintf(to, "%sWord%05d", i ? " " : "", i);
	begin(&a, text);
	assert_int_equal(a.doc.words.n, WORDS);
	say(&a, WORDS - 1, ONI_NAME_PERSON, false, 12);
	settle(&a);
	assert_int_equal(a.doc.names.n, 1);
	assert_name(&a, 0, WORDS - 1, WORDS, ONI_NAME_PERSON);
	drop(&a);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_clear_stays),
		cmocka_unit_test(nothing_goes_on_that_has_not_begun),
		cmocka_unit_test(the_full_name_tells_of_the_surname),
		cmocka_unit_test(letters_in_brackets_are_the_name_before_them),
		cmocka_unit_test(a_headline_common_word_is_no_name),
		cmocka_unit_test(no_words_no_names),
		cmocka_unit_test(a_book_fills_the_pools),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
