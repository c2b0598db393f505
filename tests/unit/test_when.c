/* The time of a clause, the date of an event, the period of a figure; over articles set up by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "pack/open.h"
#include "understand/when.h"

static oni_arena arena;
static jmp_buf guard;
static oni_facts *facts;

/* A sentence of words, unparsed: every word is its own root. */
static void add_sentence(oni_doc *doc, const char *words)
{
	oni_str rest = oni_str_of(words), form;
	uint32_t sentence = doc->sentences.n;
	oni_sentence *s = oni_push(&arena, &doc->sentences);
	s->first = doc->words.n;
	s->root = ONI_NONE;
	while (oni_str_split(&rest, ' ', &form)) {
		oni_word *w = oni_push(&arena, &doc->words);
		w->form = w->lemma = form;
		w->sentence = sentence;
		w->head = w->name = w->quote = ONI_NONE;
	}
	s->end = doc->words.n;
}

static void add_time(oni_doc *doc, uint32_t first, uint32_t end, oni_time_type type, oni_date from, oni_date to)
{
	oni_time *t = oni_push(&arena, &doc->times);
	t->first = first;
	t->end = end;
	t->type = type;
	t->from = from;
	t->to = to;
}

static void hang(oni_doc *doc, uint32_t word, uint32_t head, oni_upos upos, oni_rel rel)
{
	doc->words.at[word].head = head;
	doc->words.at[word].upos = (uint8_t)upos;
	doc->words.at[word].rel = (uint8_t)rel;
	if (head == ONI_NONE)
		doc->sentences.at[doc->words.at[word].sentence].root = word;
}

static const oni_date february_24 = {2022, 2, 24};

static void expect_date(oni_date date, int year, int month, int day)
{
	assert_int_equal(date.year, year);
	assert_int_equal(date.month, month);
	assert_int_equal(date.day, day);
}

static void an_event_has_the_date_beside_it(void **state)
{
	(void)state;
	oni_doc doc = {.arena = &arena};
	add_sentence(&doc, "Hundreds died after the invasion on February 24 .");
	add_sentence(&doc, "Ten soldiers fell since the invasion .");
	add_time(&doc, 6, 8, ONI_TIME_DATE, february_24, february_24);
	expect_date(oni_date_of_event(facts, &doc, 13, 15), 2022, 2, 24);
	expect_date(oni_period_of_clause(facts, &doc, 11).since, 2022, 2, 24);
	expect_date(oni_period_of_clause(facts, &doc, 11).until, 0, 0, 0);
	expect_date(oni_date_of_event(facts, &doc, 9, 11), 0, 0, 0); /* nobody dates the soldiers */
}

static void a_month_gives_no_day(void **state)
{
	(void)state;
	oni_doc doc = {.arena = &arena};
	add_sentence(&doc, "The strike of September 2021 ended .");
	add_time(&doc, 3, 5, ONI_TIME_DATE, (oni_date){2021, 9, 1}, (oni_date){2021, 9, 30});
	expect_date(oni_date_of_event(facts, &doc, 0, 2), 2021, 9, 0);
}

static void two_ends_make_a_period(void **state)
{
	(void)state;
	oni_doc doc = {.arena = &arena};
	add_sentence(&doc, "Forty people vanished between May and July .");
	add_time(&doc, 4, 5, ONI_TIME_DATE, (oni_date){2022, 5, 1}, (oni_date){2022, 5, 31});
	add_time(&doc, 6, 7, ONI_TIME_DATE, (oni_date){2022, 7, 1}, (oni_date){2022, 7, 31});
	oni_period period = oni_period_of_clause(facts, &doc, 2);
	expect_date(period.since, 2022, 5, 1);
	expect_date(period.until, 2022, 7, 31);
}

/* Each verb its own day, and a verb joined to another that one's. */
static void a_clause_has_the_time_on_its_own_verb(void **state)
{
	(void)state;
	oni_doc doc = {.arena = &arena};
	add_sentence(&doc, "She resigned on Friday after he was arrested on Monday and charged .");
	hang(&doc, 0, 1, ONI_UPOS_PRON, ONI_REL_NSUBJ);
	hang(&doc, 1, ONI_NONE, ONI_UPOS_VERB, ONI_REL_ROOT);
	hang(&doc, 2, 3, ONI_UPOS_ADP, ONI_REL_CASE);
	hang(&doc, 3, 1, ONI_UPOS_PROPN, ONI_REL_OBL);
	hang(&doc, 4, 7, ONI_UPOS_SCONJ, ONI_REL_MARK);
	hang(&doc, 5, 7, ONI_UPOS_PRON, ONI_REL_NSUBJ_PASS);
	hang(&doc, 6, 7, ONI_UPOS_AUX, ONI_REL_AUX_PASS);
	hang(&doc, 7, 1, ONI_UPOS_VERB, ONI_REL_ADVCL);
	hang(&doc, 8, 9, ONI_UPOS_ADP, ONI_REL_CASE);
	hang(&doc, 9, 7, ONI_UPOS_PROPN, ONI_REL_OBL);
	hang(&doc, 10, 11, ONI_UPOS_CCONJ, ONI_REL_CC);
	hang(&doc, 11, 7, ONI_UPOS_VERB, ONI_REL_CONJ);
	hang(&doc, 12, 1, ONI_UPOS_PUNCT, ONI_REL_PUNCT);
	add_time(&doc, 3, 4, ONI_TIME_DATE, (oni_date){2022, 12, 2}, (oni_date){2022, 12, 2});
	add_time(&doc, 9, 10, ONI_TIME_DATE, (oni_date){2022, 11, 28}, (oni_date){2022, 11, 28});
	assert_int_equal(oni_time_of_clause(&doc, 1), 0);
	assert_int_equal(oni_time_of_clause(&doc, 0), 0);
	assert_int_equal(oni_time_of_clause(&doc, 7), 1);
	assert_int_equal(oni_time_of_clause(&doc, 11), 1); /* charged goes with arrested */
	doc.times.at[1].type = ONI_TIME_SET;
	assert_int_equal(oni_time_of_clause(&doc, 7), ONI_NONE);
	assert_int_equal(oni_time_of_clause(&doc, 99), ONI_NONE);
}

static void expect_text(oni_date date, const char *wanted)
{
	oni_str text = oni_date_text(&arena, date);
	assert_true(oni_str_is(text, wanted));
}

static void dates_are_written_as_far_as_known(void **state)
{
	(void)state;
	expect_text(february_24, "2022-02-24");
	expect_text((oni_date){2022, 2, 0}, "2022-02");
	expect_text((oni_date){2022, 0, 0}, "2022");
	expect_text((oni_date){0, 0, 0}, "");
}

int main(void)
{
	oni_arena_init(&arena, 0);
	arena.guard = &guard;
	facts = oni_facts_open_empty();
	if (!facts || setjmp(guard))
		return 1;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_event_has_the_date_beside_it),
		cmocka_unit_test(a_month_gives_no_day),
		cmocka_unit_test(two_ends_make_a_period),
		cmocka_unit_test(a_clause_has_the_time_on_its_own_verb),
		cmocka_unit_test(dates_are_written_as_far_as_known),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	oni_facts_drop(facts);
	oni_arena_drop(&arena);
	return failed;
}
