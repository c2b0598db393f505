#include "doc/grammar.h"

#define X(symbol, name) name,
static const char *const UPOS_NAMES[] = {ONI_UPOS_LIST(X)};
static const char *const REL_NAMES[] = {ONI_REL_LIST(X)};
#undef X

const char *oni_upos_name(oni_upos upos)
{
	return UPOS_NAMES[upos < ONI_UPOS_COUNT ? upos : ONI_UPOS_X_];
}

const char *oni_rel_name(oni_rel rel)
{
	return REL_NAMES[rel < ONI_REL_COUNT ? rel : ONI_REL_DEP];
}

oni_upos oni_upos_of(oni_str name)
{
	for (int i = 0; i < ONI_UPOS_COUNT; i++)
		if (oni_str_is(name, UPOS_NAMES[i]))
			return (oni_upos)i;
	return ONI_UPOS_X_;
}

static oni_str before_colon(oni_str name)
{
	const char *colon = name.n ? memchr(name.at, ':', name.n) : NULL;
	return colon ? oni_str_cut(name, 0, (size_t)(colon - name.at)) : name;
}

oni_rel oni_rel_of(oni_str name)
{
	for (int i = 0; i < ONI_REL_COUNT; i++)
		if (oni_str_is(name, REL_NAMES[i]))
			return (oni_rel)i;
	oni_str plain = before_colon(name);
	return plain.n < name.n ? oni_rel_of(plain) : ONI_REL_DEP;
}

oni_rel oni_rel_universal(oni_rel rel)
{
	return rel <= ONI_REL_XCOMP ? rel : oni_rel_of(before_colon(oni_str_of(oni_rel_name(rel))));
}

uint32_t oni_morph_of(oni_str feats)
{
	static const struct {
		const char *feature;
		uint32_t bits;
	} TABLE[] = {
		{"Tense=Past", ONI_MORPH_PAST}, {"Tense=Pres", ONI_MORPH_PRESENT}, {"Tense=Fut", ONI_MORPH_FUTURE},
		{"VerbForm=Fin", ONI_MORPH_FINITE}, {"VerbForm=Inf", ONI_MORPH_INFINITIVE},
		{"VerbForm=Part", ONI_MORPH_PARTICIPLE}, {"VerbForm=Ger", ONI_MORPH_GERUND},
		{"Voice=Pass", ONI_MORPH_PASSIVE}, {"Mood=Imp", ONI_MORPH_IMPERATIVE},
		{"Number=Sing", ONI_MORPH_SINGULAR}, {"Number=Plur", ONI_MORPH_PLURAL},
		{"Number=Ptan", ONI_MORPH_PLURAL}, {"Person=1", ONI_MORPH_FIRST}, {"Person=2", ONI_MORPH_SECOND},
		{"Person=3", ONI_MORPH_THIRD}, {"Gender=Masc", ONI_MORPH_MASCULINE},
		{"Gender=Fem", ONI_MORPH_FEMININE}, {"Gender=Neut", ONI_MORPH_NEUTER}, {"Poss=Yes", ONI_MORPH_POSSESSIVE},
		{"Reflex=Yes", ONI_MORPH_REFLEXIVE}, {"PronType=Prs", ONI_MORPH_PERSONAL},
		{"PronType=Rel", ONI_MORPH_RELATIVE}, {"PronType=Int", ONI_MORPH_INTERROGATIVE},
		{"PronType=Dem", ONI_MORPH_DEMONSTRATIVE}, {"PronType=Neg", ONI_MORPH_NEGATIVE},
		{"Polarity=Neg", ONI_MORPH_NEGATIVE}, {"Definite=Def", ONI_MORPH_DEFINITE},
		{"Definite=Ind", ONI_MORPH_INDEFINITE}, {"Degree=Cmp", ONI_MORPH_COMPARATIVE},
		{"Degree=Sup", ONI_MORPH_SUPERLATIVE}, {"NumType=Ord", ONI_MORPH_ORDINAL},
		{"NumType=Card", ONI_MORPH_CARDINAL},
	};
	uint32_t bits = 0;
	oni_str rest = feats, one;
	while (oni_str_split(&rest, '|', &one))
		for (size_t i = 0; i < sizeof TABLE / sizeof *TABLE; i++)
			if (oni_str_is(one, TABLE[i].feature))
				bits |= TABLE[i].bits;
	return bits;
}
