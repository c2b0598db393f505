/* statement_fixed.c - Constructions that are said one way only, and headlines, whose grammar no parser trained on sentences
 * knows.
 *
 *   In the words of Ana Ruiz, the city is lost.      cue In the words of
 *   The bridge, as Ruiz put it, was an accident.     cue put it
 *   For Lind, the vote was a farce.                  cue For (a name and a clause with "be" only)
 *   Strike will go on - union                        cue the dash    } a line without a full stop that is
 *   Union: strike will go on                         cue the colon   } a paragraph of its own
 *   'We were lied to,' say flood victims             cue say         }
 * A draft is made where the judge of cues found none. */
#include "understand/statement_draft.h"

enum { SURE = 60, LONGEST_SOURCE = 16, SHORT = 5, LONG_SENTENCE = 400 }; /* words behind that are not looked at */

static bool is_form(const oni_look *look, uint32_t word, const char *form)
{
	return oni_str_eq_nocase(oni_word_at(look, word)->form, oni_str_of(form));
}

static bool is_punct(const oni_look *look, uint32_t word)
{
	return oni_word_at(look, word)->upos == ONI_UPOS_PUNCT;
}

/* A draft at its place among the others, which are in the order of their cues; none where one has this cue. */
static void add(oni_arena *scratch, oni_drafts *drafts, uint32_t word, oni_run cue, oni_run source, const oni_runs *content)
{
	uint32_t at = drafts->n;
	for (uint32_t i = drafts->n; i-- > 0 && drafts->at[i].word >= cue.first;)
		if (drafts->at[i].word < cue.end && drafts->at[i].content.n)
			return;
	if (content->n == 0 || source.first >= source.end)
		return;
	oni_draft draft = {.word = word, .score = SURE, .cue = cue, .content = *content, .fixed = true};
	oni_runs_add(scratch, &draft.source, source.first, source.end);
	oni_push(scratch, drafts);
	for (; at > 0 && drafts->at[at - 1].word > word; at--)
		drafts->at[at] = drafts->at[at - 1];
	drafts->at[at] = draft;
}

static void in_the_words_of(const oni_look *look, const oni_sentence *s, uint32_t i, oni_arena *scratch, oni_drafts *drafts)
{
	oni_runs content = {0};
	uint32_t end = i + 4;
	if (i + 5 >= s->end || !is_form(look, i, "in") || !is_form(look, i + 1, "the") || !is_form(look, i + 2, "words") || !is_form(look, i + 3, "of"))
		return;
	while (end < s->end && end < i + LONGEST_SOURCE && !is_punct(look, end))
		end++;
	if (i == s->first)
		oni_runs_add(scratch, &content, end + 1, s->end);
	else
		oni_runs_add(scratch, &content, s->first, i);
	add(scratch, drafts, i + 2, (oni_run){i, i + 4}, (oni_run){i + 4, end}, &content);
}

static void as_one_put_it(const oni_look *look, const oni_sentence *s, uint32_t i, oni_arena *scratch, oni_drafts *drafts)
{
	oni_runs content = {0};
	uint32_t as = i;
	if (i + 1 >= s->end || !(is_form(look, i, "put") || is_form(look, i, "puts")) || !is_form(look, i + 1, "it"))
		return;
	while (as > s->first && as + LONGEST_SOURCE > i && !is_form(look, as, "as"))
		as--;
	if (!is_form(look, as, "as") || (as > s->first && !is_punct(look, as - 1)))
		return;
	oni_runs_add(scratch, &content, s->first, as);
	oni_runs_add(scratch, &content, i + 2, s->end);
	add(scratch, drafts, i, (oni_run){i, i + 2}, (oni_run){as + 1, i}, &content);
}

static void for_somebody(const oni_look *look, const oni_sentence *s, oni_arena *scratch, oni_drafts *drafts)
{
	oni_runs content = {0};
	uint32_t name = s->first + 1 < s->end ? oni_word_at(look, s->first + 1)->name : ONI_NONE;
	if (!is_form(look, s->first, "for") || name == ONI_NONE || look->doc->names.at[name].kind != ONI_NAME_PERSON || s->root == ONI_NONE)
		return;
	uint32_t end = look->doc->names.at[name].end;
	if (end >= s->end || !is_form(look, end, ",") || s->root < end || oni_child(look, s->root, ONI_REL_COP) == ONI_NONE)
		return;
	oni_runs_add(scratch, &content, end + 1, s->end);
	add(scratch, drafts, s->first, (oni_run){s->first, s->first + 1}, (oni_run){s->first + 1, end}, &content);
}

/* Words [first, end) are a short name or description of somebody. */
static bool names_somebody(const oni_look *look, uint32_t first, uint32_t end)
{
	if (first >= end || end - first > SHORT || look->verbs[end] > look->verbs[first])
		return false;
	for (uint32_t i = first; i < end; i++)
		if (is_punct(look, i))
			return false;
	return oni_is_animate(look, end - 1);
}

/* A line that is a paragraph of its own and has no full stop. */
static void headline(const oni_look *look, const oni_sentence *s, oni_arena *scratch, oni_drafts *drafts)
{
	const oni_segment *segment = &look->doc->segments.at[s->segment];
	oni_runs content = {0};
	if (segment->end_sentence - segment->first_sentence != 1 || s->end - s->first < 4 || s->end - s->first > 40
			|| is_form(look, s->end - 1, "."))
		return;
	for (uint32_t k = s->first + 1; k + 1 < s->end; k++) {
		bool dash = is_form(look, k, "-") || is_form(look, k, "–") || is_form(look, k, "—");
		if (dash && look->verbs[k] > look->verbs[s->first] && names_somebody(look, k + 1, s->end)) {
			oni_runs_add(scratch, &content, s->first, k);
			add(scratch, drafts, k, (oni_run){k, k + 1}, (oni_run){k + 1, s->end}, &content);
			return;
		}
		if (is_form(look, k, ":") && look->verbs[s->end] > look->verbs[k] && names_somebody(look, s->first, k)) {
			oni_runs_add(scratch, &content, k + 1, s->end);
			add(scratch, drafts, k, (oni_run){k, k + 1}, (oni_run){s->first, k}, &content);
			return;
		}
		if (oni_quoting_for(look, k, k - 1) == ONI_QUOTING_CLOSES && (is_form(look, k, "say") || is_form(look, k, "says"))
				&& s->end - k <= SHORT + 1) {
			oni_runs_add(scratch, &content, s->first, k);
			add(scratch, drafts, k, (oni_run){k, k + 1}, (oni_run){k + 1, s->end}, &content);
			return;
		}
	}
}

void oni_draft_fixed(const oni_look *look, const oni_sentence *s, oni_arena *scratch, oni_drafts *drafts)
{
	if (s->first >= s->end)
		return;
	for (uint32_t i = s->first; i < s->end && i < s->first + LONG_SENTENCE; i++) {
		in_the_words_of(look, s, i, scratch, drafts);
		as_one_put_it(look, s, i, scratch, drafts);
	}
	for_somebody(look, s, scratch, drafts);
	headline(look, s, scratch, drafts);
}
