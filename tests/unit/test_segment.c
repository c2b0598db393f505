#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "pack/open.h"
#include "segment/language.h"
#include "segment/segment.h"

typedef struct fixture {
	oni_arena arena, scratch;
	jmp_buf guard;
	oni_doc doc;
	char out[4096];
	size_t n;
} fixture;

static const oni_facts *facts; /* of the build; opened once by main */

static void put(fixture *f, oni_str s)
{
	for (size_t i = 0; i < s.n && f->n + 1 < sizeof f->out; i++)
		f->out[f->n++] = s.at[i];
	f->out[f->n] = 0;
}

static void segment(fixture *f, const char *text)
{
	*f = (fixture){.n = 0};
	oni_arena_init(&f->arena, 0);
	oni_arena_init(&f->scratch, 0);
	f->arena.guard = f->scratch.guard = &f->guard;
	f->doc = (oni_doc){.arena = &f->arena, .scratch = &f->scratch, .text = oni_str_of(text)};
	oni_segment_text(facts, &f->doc);
}

static void drop(fixture *f)
{
	oni_arena_drop(&f->arena);
	oni_arena_drop(&f->scratch);
}

/* Tokens with a blank between, "|" behind each sentence; the words of one token joined by "+". */
static void check_tokens(const char *text, const char *wanted)
{
	fixture f;
	segment(&f, text);
	for (uint32_t s = 0; s < f.doc.sentences.n; s++) {
		const oni_sentence *sentence = &f.doc.sentences.at[s];
		for (uint32_t w = sentence->first; w < sentence->end; w++) {
			bool same = w > sentence->first && f.doc.words.at[w].token == f.doc.words.at[w - 1].token;
			put(&f, w == sentence->first ? ONI_STR("") : same ? ONI_STR("+") : ONI_STR(" "));
			put(&f, f.doc.words.at[w].form);
		}
		put(&f, s + 1 < f.doc.sentences.n ? ONI_STR(" | ") : ONI_STR(""));
	}
	assert_string_equal(f.out, wanted);
	drop(&f);
}

/* Quotations in order, each in brackets; ">" before one that goes on another, "<" behind one that is not closed. */
static void check_quotes(const char *text, const char *wanted)
{
	fixture f;
	segment(&f, text);
	for (uint32_t i = 0; i < f.doc.quotes.n; i++) {
		const oni_quote *q = &f.doc.quotes.at[i];
		put(&f, q->previous != ONI_NONE ? ONI_STR(">[") : ONI_STR("["));
		put(&f, oni_text_at(&f.doc, q->inside));
		put(&f, q->closed ? ONI_STR("]") : ONI_STR("]<"));
	}
	assert_string_equal(f.out, wanted);
	drop(&f);
}

static void check_kinds(const char *text, const char *wanted)
{
	static const char letters[ONI_SEGMENT_COUNT] = {'.', 'H', 'S', 'B', 'D', 'C', 'R', 'X'};
	fixture f;
	segment(&f, text);
	for (uint32_t i = 0; i < f.doc.segments.n; i++)
		put(&f, (oni_str){&letters[f.doc.segments.at[i].kind], 1});
	assert_string_equal(f.out, wanted);
	drop(&f);
}

static void words_and_their_parts(void **state)
{
	(void)state;
	check_tokens("We don't, can't and won’t go.", "We do+n't , ca+n't and wo+n’t go .");
	check_tokens("He cannot; I'm here.", "He can+not ; I+'m here .");
	check_tokens("the Giants' win, Ruiz’s loss", "the Giants+' win , Ruiz+’s loss");
	check_tokens("It's O'Hara's e-mail.", "It+'s O'Hara+'s e-mail .");
	check_tokens("a short-term anti-war co-op", "a short - term anti-war co-op");
}

static void numbers_dates_and_units(void **state)
{
	(void)state;
	check_tokens("Some 1,200 of 3.5 million", "Some 1,200 of 3.5 million");
	check_tokens("at 9:30 on 9/11 (1/12)", "at 9:30 on 9/11 ( 1/12 )");
	check_tokens("$3.5m, US$5bn, 35mm, 5pm", "$ 3.5 m , US$ 5 bn , 35 mm , 5 pm");
	check_tokens("the 1990s, the 20th, 1998-2002", "the 1990s , the 20th , 1998 - 2002");
	check_tokens("Call 713-555-0199 or +44 20", "Call 713-555-0199 or +44 20");
}

static void addresses_and_tags(void **state)
{
	(void)state;
	check_tokens("See https://a.org/b?c=d, or x@y.co.uk.", "See https://a.org/b?c=d , or x@y.co.uk .");
	check_tokens("(www.a.org) #Peace @ana", "( www.a.org ) #Peace @ana");
	check_tokens("report.pdf on example.com/data", "report.pdf on example.com/data");
}

static void abbreviations_and_sentence_ends(void **state)
{
	(void)state;
	check_tokens("Gen. Ana Ruiz left. He stayed.", "Gen. Ana Ruiz left . | He stayed .");
	check_tokens("She lives in the U.S. He does not.", "She lives in the U.S. | He does not .");
	check_tokens("The U.S. Army left.", "The U.S. Army left .");
	check_tokens("J. K. Ruiz of Hale Inc. said so.", "J. K. Ruiz of Hale Inc. said so .");
	check_tokens("It rose 3.5 percent. Then it fell.", "It rose 3.5 percent . | Then it fell .");
	check_tokens("“Stop!” he said. “Why?” she asked.", "“ Stop ! ” he said . | “ Why ? ” she asked .");
	check_tokens("He said: “We go.” She stayed.", "He said : “ We go . ” | She stayed .");
	check_tokens("Well... maybe not.", "Well ... maybe not .");
	check_tokens("On Dec. 3 it fell.", "On Dec. 3 it fell .");
}

static void odd_text(void **state)
{
	(void)state;
	check_tokens("", "");
	check_tokens(" \n\t \n", "");
	check_tokens("\xC2\xA0word\xE2\x80\x8B", "word");
	check_tokens(".", ".");
	check_tokens("...!!??", "...!!??");
	check_tokens("a\r\nb", "a | b");
}

static void quotes_of_all_shapes(void **state)
{
	(void)state;
	check_quotes("“One” and \"two\" and ‘three’ and 'four'.", "[One][two][three][four]");
	check_quotes("„Eins“, «deux», ‹trois›, ``four''", "[Eins][deux][trois][four]");
	check_quotes("“He cried ‘Stop!’ twice.”", "[He cried ‘Stop!’ twice.][Stop!]");
}

static void apostrophes_are_no_quotes(void **state)
{
	(void)state;
	check_quotes("The workers' union doesn't like the '90s or rock 'n' roll.", "");
	check_quotes("He said 'it's the workers' choice' and left.", "[it's the workers' choice]");
	check_quotes("‘It’s the Ruizes’ house,’ she said.", "[It’s the Ruizes’ house,]");
}

static void quotes_over_paragraphs(void **state)
{
	(void)state;
	check_quotes("“One.\n“Two.\n“Three,” he said.\n“Four.”", "[One.]<>[Two.]<>[Three,][Four.]");
	check_quotes("\"One.\n\n\"Two,\" she said.", "[One.]<>[Two,]");
}

static void unpaired_marks_reach_nowhere(void **state)
{
	(void)state;
	check_quotes("He said “no and left.\nShe stayed.\nThey left.", "");
	check_quotes("A 6\" board.\nShe said \"yes\".", "[yes]");
	check_quotes("No” she said. “Yes.”", "[Yes.]");
}

static void words_know_their_quote(void **state)
{
	(void)state;
	fixture f;
	segment(&f, "He “said ‘no’ once” more.");
	static const int depth[] = {0, 1, 1, 2, 2, 2, 1, 1, 0, 0};
	assert_int_equal(f.doc.words.n, sizeof depth / sizeof *depth);
	for (uint32_t i = 0; i < f.doc.words.n; i++) {
		int n = 0;
		for (uint32_t q = f.doc.words.at[i].quote; q != ONI_NONE; q = f.doc.quotes.at[q].outer)
			n++;
		assert_int_equal(n, depth[i]);
	}
	drop(&f);
}

static void kinds_of_segments(void **state)
{
	(void)state;
	check_kinds("River rises again\nBy Ana Ruiz\nSAN JORGE (AP) — The river rose.\nIt fell.\nRead more: Floods", "HBD..X");
	check_kinds("It rained on Monday in the hills.\nCredit, Ana Ruiz\nA bridge under water\nThe bridge is closed now.", ".RC.");
	check_kinds("The mayor spoke for an hour.\nNo way back\nThen she left the room for good.", ".S.");
	check_kinds("The mayor spoke.", ".");
}

static void wrapped_lines_belong_together(void **state)
{
	(void)state;
	fixture f;
	segment(&f, "The river rose again on Monday after three\ndays of rain in the hills above the town, and\n"
		    "the mayor asked people to leave their homes\nbefore night.\n\nNobody was hurt, but the bridge at the\n"
		    "southern end of the town was closed.\n");
	assert_int_equal(f.doc.segments.n, 2);
	assert_int_equal(f.doc.sentences.n, 2);
	drop(&f);
}

static void check_language(const char *text, const char *wanted, bool foreign)
{
	fixture f;
	segment(&f, text);
	oni_find_language(facts, &f.doc);
	put(&f, f.doc.language);
	assert_string_equal(f.out, wanted);
	assert_int_equal(f.doc.foreign, foreign);
	drop(&f);
}

static void languages(void **state)
{
	(void)state;
	check_language("The minister said on Monday that the bridge would be closed for three weeks, and that the town had asked for help "
		       "from the province. Nobody was hurt.", "en", false);
	check_language("Der Minister sagte am Montag, dass die Brücke für drei Wochen gesperrt wird und die Stadt bei der Provinz um Hilfe "
		       "gebeten hat. Niemand wurde verletzt.", "de", true);
	check_language("Le ministre a dit lundi que le pont serait fermé pendant trois semaines et que la ville avait demandé de l’aide à "
		       "la province. Personne n’est blessé.", "fr", true);
	check_language("El ministro dijo el lunes que el puente estará cerrado durante tres semanas y que la ciudad pidió ayuda a la "
		       "provincia. No hay heridos en el lugar.", "es", true);
	check_language("Il ministro ha detto lunedì che il ponte sarà chiuso per tre settimane e che la città ha chiesto aiuto alla "
		       "provincia. Non ci sono feriti, ma una casa è stata chiusa.", "it", true);
	check_language("A miniszter hétfőn azt mondta, hogy a hidat három hétre lezárják, és a város már segítséget kért a megyétől. "
		       "Nem sérült meg senki, de egy ház is megsérült.", "hu", true);
	check_language("Menteri mengatakan pada hari Senin bahwa jembatan itu akan ditutup selama tiga minggu dan kota telah meminta "
		       "bantuan dari provinsi. Tidak ada korban dalam kejadian ini.", "id", true);
	check_language("Министр сказал в понедельник, что мост будет закрыт на три недели и что город уже попросил о помощи у области. "
		       "Никто не пострадал, но дом был закрыт.", "ru", true);
}

static void no_language_without_doubt(void **state)
{
	(void)state;
	check_language("Ministeren sagde i dag, at broen er lukket og at en by har bedt om hjælp til det. Han var der og så det med en "
		       "bil. Det er en ny sag for dem.", "", true); /* Danish or Norwegian: no English in any case */
	check_language("市长周一表示，大桥将关闭三周。没有人受伤，警方正在调查。居民被要求离开家园，学校停课。"
		       "“我们会修好它”，他说。部长没有回应。水位还在上升，雨已下了三天。", "", true);
	check_language("Ja.", "", false);
	check_language("Ana Ruiz, Tomás de la Vega, Luis Cruz, Pilar de los Ríos, Marta Río, Hugo Vega, Eva Luna, Pía Sol, Inés Mar, "
		       "Leo Paz, Juan Cano, Rita Lobo", "", false); /* names alone are no language */
	check_language("He wrote: „Der Minister sagte am Montag, dass die Brücke für drei Wochen gesperrt wird“. The mayor did not say "
		       "who had written it, and the paper was not able to reach the minister on Monday.", "en", false);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_and_their_parts),
		cmocka_unit_test(numbers_dates_and_units),
		cmocka_unit_test(addresses_and_tags),
		cmocka_unit_test(abbreviations_and_sentence_ends),
		cmocka_unit_test(odd_text),
		cmocka_unit_test(quotes_of_all_shapes),
		cmocka_unit_test(apostrophes_are_no_quotes),
		cmocka_unit_test(quotes_over_paragraphs),
		cmocka_unit_test(unpaired_marks_reach_nowhere),
		cmocka_unit_test(words_know_their_quote),
		cmocka_unit_test(kinds_of_segments),
		cmocka_unit_test(wrapped_lines_belong_together),
		cmocka_unit_test(languages),
		cmocka_unit_test(no_language_without_doubt),
	};
	oni_facts_err err;
	oni_facts *opened = oni_facts_open(getenv("ONRECORD_DATA"), NULL, 0, &err);
	if (!opened) {
		fprintf(stderr, "ONRECORD_DATA must name the build's onrecord.data\n");
		return 1;
	}
	facts = opened;
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	oni_facts_drop(opened);
	return failed;
}
