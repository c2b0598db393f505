#include "store/table.h"

#define TEXT(c, m) {.column = c, .member = m, .form = ONI_FORM_TEXT}
#define WORD(c, m) {.column = c, .member = m, .form = ONI_FORM_WORD}
#define WORD_MAYBE(c, m) {.column = c, .member = m, .form = ONI_FORM_WORD, .optional = true}
#define NUMBER(c, m) {.column = c, .member = m, .form = ONI_FORM_INT}
#define REAL(c, m) {.column = c, .member = m, .form = ONI_FORM_REAL}
#define REF(c, m, l) {.column = c, .member = m, .form = ONI_FORM_REF, .letter = l}
#define REF_MAYBE(c, m, l) {.column = c, .member = m, .form = ONI_FORM_REF, .letter = l, .optional = true}
#define REFS(c, m, l) {.column = c, .member = m, .form = ONI_FORM_REFS, .letter = l}
#define SPANS(c, m) {.column = c, .member = m, .form = ONI_FORM_SPANS}
#define MENTIONS(c, m, t) {.column = c, .member = m, .form = ONI_FORM_MENTIONS, .third = t}
#define APART(m) {.member = m, .form = ONI_FORM_APART}
#define IN(o, c, m, f, l) {.column = c, .object = o, .member = m, .form = f, .letter = l}

const oni_column ONI_ARTICLE_COLUMNS[] = {
	TEXT("id", "id"),
	TEXT("source", "source"),
	TEXT("title", "title"),
	WORD("publisher", "publisher"),
	{.column = "url", .member = "url", .form = ONI_FORM_TEXT, .optional = true},
	{.column = "authors", .member = "authors", .form = ONI_FORM_JSON},
	TEXT("published", "published"),
	WORD("published_from", "published_from"),
	WORD("language", "language"),
	TEXT("text", "text"),
	MENTIONS("segments", "segments", "kind"),
	SPANS("sentences", "sentences"),
	APART("onrecord"), APART("entities"), APART("places"), APART("times"), APART("statements"), APART("events"), APART("figures"),
	APART("links"),
	{0},
};

const oni_list ONI_LISTS[ONI_TABLE_COUNT] = {
	{"entities", "entities", 'e', false, {
		WORD("name", "name"), WORD("kind", "kind"), WORD("country", "country"), WORD("code", "code"),
		WORD_MAYBE("code_from", "code_from"), REF_MAYBE("speaks_for", "speaks_for", 'e'),
		{.column = "roles", .member = "roles", .form = ONI_FORM_JSON}, MENTIONS("mentions", "mentions", "form"),
	}},
	{"places", "places", 'p', false, {
		WORD("name", "name"), WORD("country", "country"), WORD("admin1", "admin1"), WORD("kind", "kind"),
		REAL("lat", "lat"), REAL("lon", "lon"), NUMBER("geonames", "geonames"), SPANS("mentions", "mentions"),
	}},
	{"times", "times", 't', false, {
		NUMBER("begin", "begin"), NUMBER("end", "end"), WORD("type", "type"), WORD("value", "value"), WORD("mod", "mod"),
		WORD_MAYBE("quant", "quant"), WORD_MAYBE("freq", "freq"), WORD("from_date", "from"), WORD("to_date", "to"),
		WORD("resolved", "resolved"),
	}},
	{"statements", "statements", 's', true, {
		IN("source", "source_begin", "begin", ONI_FORM_INT, 0), IN("source", "source_end", "end", ONI_FORM_INT, 0),
		IN("source", "source", "entity", ONI_FORM_REF, 'e'),
		{.column = "sources", .member = "sources", .form = ONI_FORM_REFS, .letter = 'e', .optional = true},
		IN("cue", "cue_begin", "begin", ONI_FORM_INT, 0), IN("cue", "cue_end", "end", ONI_FORM_INT, 0),
		IN("cue", "cue", "lemma", ONI_FORM_WORD, 0), SPANS("content", "content"), SPANS("quoted", "quoted"),
		IN("addressee", "addressee", "entity", ONI_FORM_REF, 'e'), IN("addressee", "addressee_begin", "begin", ONI_FORM_INT, 0),
		IN("addressee", "addressee_end", "end", ONI_FORM_INT, 0), WORD("manner", "manner"), WORD("act", "act"),
		WORD("class", "class"), WORD_MAYBE("medium", "medium"), REF("time", "time", 't'), REF("place", "place", 'p'),
		REF("within", "within", 's'), WORD("polarity", "polarity"), WORD("certainty", "certainty"),
	}},
	{"events", "events", 'v', true, {
		WORD("cameo", "cameo"), WORD("plover", "plover"), WORD_MAYBE("mode", "mode"), WORD_MAYBE("context", "context"),
		REAL("goldstein", "goldstein"), REFS("source", "source", 'e'), REFS("target", "target", 'e'),
		WORD("source_code", "source_code"), WORD("target_code", "target_code"),
		IN("trigger", "trigger_begin", "begin", ONI_FORM_INT, 0), IN("trigger", "trigger_end", "end", ONI_FORM_INT, 0),
		NUMBER("sentence", "sentence"), REF("time", "time", 't'), REF("place", "place", 'p'), WORD("polarity", "polarity"),
		WORD("modality", "modality"), REF("said_by", "said_by", 's'), WORD_MAYBE("pattern", "pattern"),
	}},
	{"figures", "figures", 'f', true, {
		NUMBER("begin", "begin"), NUMBER("end", "end"), {.member = "text", .form = ONI_FORM_SLICE}, WORD("measure", "measure"),
		WORD("unit", "unit"), REAL("low", "low"), REAL("high", "high"),
		{.column = "approximate", .member = "approximate", .form = ONI_FORM_BOOL}, WORD("population", "population"),
		WORD("population_code", "population_code"), REF_MAYBE("population_entity", "population_entity", 'e'),
		WORD("since", "since"), WORD("until", "until"), REF("place", "place", 'p'), REF("said_by", "said_by", 's'),
		REF_MAYBE("part_of", "part_of", 'f'), WORD("status", "status"),
	}},
	{"links", "links", 0, false, {
		WORD("kind", "kind"),
		{.column = "from_id", .member = "from", .form = ONI_FORM_ANYREF, .optional = true},
		{.column = "to_id", .member = "to", .form = ONI_FORM_ANYREF, .optional = true},
		REF_MAYBE("said_by", "said_by", 's'), REF_MAYBE("by", "by", 'e'),
	}},
};
