#include "store/table.h"

#define TEXT(c, m) {.column = c, .member = m, .form = ONI_FORM_TEXT}
#define WORD(c, m) {.column = c, .member = m, .form = ONI_FORM_WORD}
#define NUMBER(c, m) {.column = c, .member = m, .form = ONI_FORM_INT}
#define LENGTH(c, m) {.column = c, .member = m, .form = ONI_FORM_LENGTH}
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

/* In the dictionary of the list. */
#define SHARED(c, m, f) {.column = c, .member = m, .form = f, .shared = true}
#define SHARED_WORD(c) SHARED(c, c, ONI_FORM_WORD)
#define SHARED_MAYBE(c) {.column = c, .member = c, .form = ONI_FORM_WORD, .optional = true, .shared = true}
#define ALSO(c, m, f, l, place) {.column = c, .member = m, .form = f, .letter = l, .also = place}
#define ALSO_IN(o, c, m, f, l, place) {.column = c, .object = o, .member = m, .form = f, .letter = l, .also = place}

const oni_list ONI_LISTS[ONI_TABLE_COUNT] = {
	{"entities", "entities", 'e', false, "actors", "actor", {
		SHARED("name", "name", ONI_FORM_TEXT), SHARED_WORD("kind"), SHARED_WORD("country"), SHARED_WORD("code"),
		{.column = "code_from", .member = "code_from", .form = ONI_FORM_PACKED, .optional = true, .shared = true},
		REF_MAYBE("speaks_for", "speaks_for", 'e'), SHARED("roles", "roles", ONI_FORM_PACKED_JSON),
		MENTIONS("mentions", "mentions", "form"),
	}},
	{"places", "places", 'p', false, "spots", "spot", {
		SHARED("name", "name", ONI_FORM_TEXT), SHARED_WORD("country"), SHARED_WORD("admin1"), SHARED_WORD("kind"),
		SHARED("lat", "lat", ONI_FORM_REAL), SHARED("lon", "lon", ONI_FORM_REAL), SHARED("geonames", "geonames", ONI_FORM_INT),
		SPANS("mentions", "mentions"),
	}},
	{"times", "times", 't', false, "dates", "date", {
		NUMBER("begin", "begin"), LENGTH("length", "end"), SHARED_WORD("type"), SHARED_WORD("value"), SHARED_WORD("mod"),
		SHARED_MAYBE("quant"), SHARED_MAYBE("freq"), SHARED("from_date", "from", ONI_FORM_WORD), SHARED("to_date", "to", ONI_FORM_WORD),
		SHARED_WORD("resolved"),
	}},
	{"statements", "statements", 's', true, "statement_kinds", "kind", {
		IN("source", "source_begin", "begin", ONI_FORM_INT, 0), IN("source", "source_length", "end", ONI_FORM_LENGTH, 0),
		IN("source", "source", "entity", ONI_FORM_REF, 'e'),
		{.column = "sources", .member = "sources", .form = ONI_FORM_REFS, .letter = 'e', .optional = true},
		IN("cue", "cue_begin", "begin", ONI_FORM_INT, 0), IN("cue", "cue_length", "end", ONI_FORM_LENGTH, 0),
		{.column = "cue", .object = "cue", .member = "lemma", .form = ONI_FORM_WORD, .shared = true},
		SPANS("content", "content"), SPANS("quoted", "quoted"),
		ALSO_IN("addressee", "addressee", "entity", ONI_FORM_REF, 'e', 1), ALSO_IN("addressee", "addressee_begin", "begin", ONI_FORM_INT, 0, 2),
		ALSO_IN("addressee", "addressee_length", "end", ONI_FORM_LENGTH, 0, 3), SHARED_WORD("manner"), SHARED_WORD("act"),
		SHARED_WORD("class"), SHARED_MAYBE("medium"), ALSO("time", "time", ONI_FORM_REF, 't', 4), ALSO("place", "place", ONI_FORM_REF, 'p', 5),
		ALSO("within", "within", ONI_FORM_REF, 's', 6), SHARED_WORD("polarity"), SHARED_WORD("certainty"),
	}},
	{"events", "events", 'v', true, "event_kinds", "kind", {
		SHARED_WORD("cameo"), SHARED_WORD("plover"), SHARED_MAYBE("mode"), SHARED_MAYBE("context"),
		SHARED("goldstein", "goldstein", ONI_FORM_REAL), REFS("source", "source", 'e'), REFS("target", "target", 'e'),
		WORD("source_code", "source_code"), WORD("target_code", "target_code"),
		IN("trigger", "trigger_begin", "begin", ONI_FORM_INT, 0), IN("trigger", "trigger_length", "end", ONI_FORM_LENGTH, 0),
		NUMBER("sentence", "sentence"), REF("time", "time", 't'), REF("place", "place", 'p'), SHARED_WORD("polarity"),
		SHARED_WORD("modality"), REF("said_by", "said_by", 's'), SHARED_MAYBE("pattern"),
	}},
	{"figures", "figures", 'f', true, "figure_kinds", "kind", {
		NUMBER("begin", "begin"), LENGTH("length", "end"), {.member = "text", .form = ONI_FORM_SLICE}, SHARED_WORD("measure"),
		SHARED_WORD("unit"), REAL("low", "low"), REAL("high", "high"),
		SHARED("approximate", "approximate", ONI_FORM_BOOL), WORD("population", "population"),
		WORD("population_code", "population_code"), REF_MAYBE("population_entity", "population_entity", 'e'),
		WORD("since", "since"), WORD("until", "until"), REF("place", "place", 'p'), REF("said_by", "said_by", 's'),
		REF_MAYBE("part_of", "part_of", 'f'), SHARED_WORD("status"),
	}},
	{"links", "links", 0, false, NULL, NULL, {
		WORD("kind", "kind"),
		{.column = "from_id", .member = "from", .form = ONI_FORM_ANYREF, .optional = true},
		{.column = "to_id", .member = "to", .form = ONI_FORM_ANYREF, .optional = true},
		REF_MAYBE("said_by", "said_by", 's'), REF_MAYBE("by", "by", 'e'),
	}},
};
