/* Whose office a title is, where the text leaves out the country.
 *
 * "President Bush" in news about Iraq is not Iraq's. Two things know better than the article's own country: the holders of offices (a
 * row of leaders or officials with this surname, whose office is the title and whose time the article is in; all such rows must name one
 * country), and titles that one country alone has ("Secretary of State", "Taoiseach": column `of` of actor_nouns), where the article
 * speaks of that country. */
#include "understand/entity_parts.h"

/* "Foreign Minister" is the office of a foreign minister and of a minister; "Vice President" is not a president's. */
static bool office_is(oni_str office, oni_str title)
{
	if (!title.n || office.n < title.n || !oni_str_eq_nocase(oni_str_cut(office, office.n - title.n, office.n), title))
		return false;
	return office.n == title.n || (office.at[office.n - title.n - 1] == ' ' && !oni_str_starts(office, "Vice") && !oni_str_starts(office, "Deputy"));
}

/* Whether the article is from the time between two cells; an article without a date is from any. */
static bool in_time(const oni_doc *doc, oni_str since, oni_str until)
{
	oni_date from = oni_date_of_cell(since), end = oni_date_of_cell(until);
	if (!doc->published.year)
		return true;
	return (!from.year || oni_date_order(doc->published, from) >= 0) && (!end.year || oni_date_order(doc->published, end) <= 0);
}

static bool named(oni_str name, oni_str surname)
{
	return name.n > surname.n && name.at[name.n - surname.n - 1] == ' '
		&& oni_str_eq(oni_str_cut(name, name.n - surname.n, name.n), surname);
}

/* One country of all that fit, or none: false once a second comes. */
static bool agree(char country[4], oni_str iso)
{
	if (iso.n != 3 || (country[0] && memcmp(country, iso.at, 3) != 0))
		return false;
	memcpy(country, iso.at, 3);
	return true;
}

static bool holder(const oni_cast *cast, oni_str surname, oni_str title, char country[4])
{
	const oni_who *who = &cast->who;
	for (uint32_t r = 0; r < oni_table_rows(who->officials); r++)
		if (named(oni_table_cell(who->officials, r, 0), surname) && office_is(oni_table_cell(who->officials, r, who->official_office), title)
			&& in_time(cast->doc, oni_table_cell(who->officials, r, who->official_from), oni_table_cell(who->officials, r, who->official_until))
			&& !agree(country, oni_table_cell(who->officials, r, who->official_iso)))
			return false;
	for (uint32_t r = 0; r < oni_table_rows(who->leaders); r++)
		if (oni_str_eq(oni_table_cell(who->leaders, r, who->leader_surname), surname)
			&& office_is(oni_table_cell(who->leaders, r, who->leader_title), title)
			&& in_time(cast->doc, oni_table_cell(who->leaders, r, who->leader_since), (oni_str){0})
			&& !agree(country, oni_table_cell(who->leaders, r, who->leader_iso)))
			return false;
	return country[0];
}

bool oni_office_country(const oni_cast *cast, const oni_candidate *c, char country[4])
{
	memset(country, 0, 4);
	oni_str title = oni_noun_of(c);
	if (!title.n)
		return false;
	if (c->form == ONI_MENTION_NAME && c->title && c->name_end > c->name_first
		&& holder(cast, cast->doc->words.at[c->name_end - 1].form, title, country))
		return true;
	memset(country, 0, 4);
	oni_str of = oni_table_cell(c->noun.table, c->noun.row, cast->who.noun_of);
	return of.n == 3 && oni_ballot_of(cast, of) && agree(country, of);
}
