/* What a paragraph is about, where it is not about public affairs.
 *
 * Problem: in a match report Germany attacks, Spain meets Italy and a keeper surrenders. Method: count the different words
 * of sport, business and culture (lexicon/events_domains.tsv) in a paragraph; three of one kind make it a paragraph of
 * that kind, and its events then need a public actor: a government, an army, police, a court, rebels; in business and
 * culture a country will do, in sport it is a team.
 *
 * Example: "Spain meet Italy in the other semi-final; the coach rested his captain": semi-final, coach, captain: sport. */
#include "understand/event_parts.h"

enum { WORDS_OF_A_KIND = 3, SEEN_MAX = 16 };

typedef struct tally {
	oni_str seen[SEEN_MAX];
	uint32_t n;
} tally;

static void count(tally *t, oni_str lemma)
{
	for (uint32_t i = 0; i < t->n; i++)
		if (oni_str_eq_nocase(t->seen[i], lemma))
			return;
	if (t->n < SEEN_MAX)
		t->seen[t->n++] = lemma;
}

static oni_event_domain kind_of(oni_str name)
{
	return oni_str_is(name, "sport") ? ONI_DOMAIN_SPORT : oni_str_is(name, "business") ? ONI_DOMAIN_BUSINESS : ONI_DOMAIN_CULTURE;
}

/* Sentences [first, end) are one paragraph. */
static oni_event_domain domain_of(const oni_doc *doc, const oni_table *domains, uint32_t first, uint32_t end)
{
	tally tallies[ONI_DOMAIN_COUNT] = {0};
	for (uint32_t w = doc->sentences.at[first].first; w < doc->sentences.at[end - 1].end; w++) {
		const oni_word *word = &doc->words.at[w];
		if (word->upos != ONI_UPOS_NOUN && word->upos != ONI_UPOS_PROPN && word->upos != ONI_UPOS_ADJ)
			continue;
		oni_phrase p = oni_phrase_find(domains, word->lemma);
		for (uint32_t k = 0; k < p.n; k++)
			count(&tallies[kind_of(oni_table_cell(domains, oni_phrase_row(domains, p, k), 0))], word->lemma);
	}
	oni_event_domain best = ONI_DOMAIN_PUBLIC;
	for (int d = ONI_DOMAIN_PUBLIC + 1; d < ONI_DOMAIN_COUNT; d++)
		if (tallies[d].n >= WORDS_OF_A_KIND && (best == ONI_DOMAIN_PUBLIC || tallies[d].n > tallies[best].n))
			best = (oni_event_domain)d;
	return best;
}

static uint32_t paragraph_of(const oni_doc *doc, uint32_t sentence)
{
	return doc->segments.at[doc->sentences.at[sentence].segment].paragraph;
}

void oni_find_domains(const oni_doc *doc, const oni_facts *facts, uint8_t *ret)
{
	const oni_table *domains = oni_facts_table(facts, "events_domains");
	for (uint32_t s = 0; s < doc->sentences.n;) {
		uint32_t end = s + 1;
		while (end < doc->sentences.n && paragraph_of(doc, end) == paragraph_of(doc, s))
			end++;
		uint8_t domain = (uint8_t)domain_of(doc, domains, s, end);
		while (s < end)
			ret[s++] = domain;
	}
}

/* ---- who counts ---- */

oni_str oni_role_of_code(oni_str code)
{
	static const char *const ROLES = "GOV MIL REB OPP PTY COP JUD CVL EDU LAB MED ELI REF AGR BUS CRM LEG SPY HLH REL UAF SEP INS DEV SOC ENV HRI MNC NGO NGM IGO IMG INT AFR";
	if (oni_word_in_list(oni_str_cut(code, 0, 3), ROLES))
		return oni_str_cut(code, 0, 3);
	return oni_str_cut(code, 3, 6);
}

bool oni_is_private_code(oni_str code)
{
	return code.n && oni_word_in_list(oni_role_of_code(code), "CVL BUS MNC HLH");
}

bool oni_is_public_code(oni_str code, oni_event_domain domain)
{
	oni_str role = oni_role_of_code(code);
	if (!code.n)
		return false;
	if (!role.n)
		return domain != ONI_DOMAIN_SPORT;
	if (oni_str_is(role, "LAB"))       /* unions act in public affairs and in news of business */
		return domain == ONI_DOMAIN_PUBLIC || domain == ONI_DOMAIN_BUSINESS;
	bool private = oni_word_in_list(role, "CVL BUS EDU MED ELI HLH REL MNC AGR SOC DEV ENV");
	if (domain == ONI_DOMAIN_PUBLIC)
		return !private || code.n > 3;
	return !private;
}
