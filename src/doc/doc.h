/* doc.h - the article as it flows through the house: types only, no logic.
 *
 * One oni_doc for each article, all of it in the article's arena. Objects refer to each other by index
 * (uint32_t, ONI_NONE for nothing), never by pointer; to the text by byte range. Each array has one room
 * that fills it, named in its comment; rooms to the right read it. Writers turn bytes into code points. */
#ifndef ONI_DOC_DOC_H
#define ONI_DOC_DOC_H

#include "base/vec.h"
#include "doc/grammar.h"

#define ONI_NONE UINT32_MAX

/* Bytes [begin, end) of doc->text; always on code point boundaries. */
typedef struct oni_range {
	uint32_t begin, end;
} oni_range;

/* A span in pieces, in text order. */
typedef struct oni_ranges {
	oni_range *at; /* [n] */
	uint32_t n;
} oni_ranges;

/* A list of indexes. */
typedef struct oni_ids {
	uint32_t *at; /* [n] */
	uint32_t n;
} oni_ids;

/* A civil date; month or day 0 where unknown; year 0: no date at all. */
typedef struct oni_date {
	int16_t year;
	uint8_t month, day;
} oni_date;

/* Enumerations with their names in the record: X(symbol, "name"). oni_NAME_name() is in doc/names.h. */
#define ONI_SEGMENT_KINDS(X) \
	X(BODY, "body") X(HEADLINE, "headline") X(SUBHEAD, "subhead") X(BYLINE, "byline") X(DATELINE, "dateline") \
	X(CAPTION, "caption") X(CREDIT, "credit") X(BOILERPLATE, "boilerplate")
#define ONI_NAME_KINDS(X) X(PERSON, "PER") X(ORGANIZATION, "ORG") X(LOCATION, "LOC") X(NORP, "NORP")
#define ONI_ENTITY_KINDS(X) X(PERSON, "person") X(ORGANIZATION, "organization") X(COUNTRY, "country") X(GROUP, "group")
#define ONI_MENTION_FORMS(X) \
	X(NAME, "name") X(NOMINAL, "nominal") X(PRONOUN, "pronoun") X(METONYM, "metonym") X(ADJECTIVE, "adjective")
#define ONI_STANDINGS(X) \
	X(CURRENT, "current") X(FORMER, "former") X(ACTING, "acting") X(ELECT, "elect") X(DEPUTY, "deputy")
#define ONI_TIME_TYPES(X) X(DATE, "DATE") X(TIME, "TIME") X(DURATION, "DURATION") X(SET, "SET")
#define ONI_MANNERS(X) X(INDIRECT, "indirect") X(DIRECT, "direct") X(MIXED, "mixed")
#define ONI_ACTS(X) \
	X(STATE, "state") X(ASK, "ask") X(URGE, "urge") X(DEMAND, "demand") X(PROMISE, "promise") \
	X(THREATEN, "threaten") X(ACCUSE, "accuse") X(DENY, "deny") X(ADMIT, "admit") X(PRAISE, "praise") \
	X(CRITICIZE, "criticize") X(DECLARE, "declare")
#define ONI_STATEMENT_CLASSES(X) \
	X(SPEECH, "speech") X(BELIEF, "belief") X(INTENTION, "intention") X(DECISION, "decision") X(DECREE, "decree")
#define ONI_POLARITIES(X) X(AFFIRMED, "affirmed") X(NEGATED, "negated")
#define ONI_CERTAINTIES(X) X(CERTAIN, "certain") X(PROBABLE, "probable") X(POSSIBLE, "possible") X(UNKNOWN, "unknown")
#define ONI_MODALITIES(X) \
	X(ACTUAL, "actual") X(INTENDED, "intended") X(POSSIBLE, "possible") X(CONDITIONAL, "conditional") \
	X(DEMANDED, "demanded") X(ALLEGED, "alleged")
#define ONI_STATUSES(X) \
	X(NARRATED, "narrated") X(CLAIMED, "claimed") X(ALLEGED, "alleged") X(UNCONFIRMED, "unconfirmed") \
	X(CONFIRMED, "confirmed") X(DENIED, "denied") X(CORRECTED, "corrected")
#define ONI_LINK_KINDS(X) \
	X(CORRECTS, "corrects") X(DENIES, "denies") X(CONFIRMS, "confirms") X(UNCONFIRMED_BY, "unconfirmed_by") \
	X(DISPUTES, "disputes") X(SUPERSEDES, "supersedes")
#define ONI_DATE_ORIGINS(X) \
	X(NONE, "none") X(GIVEN, "given") X(METADATA, "metadata") X(TEXT, "text") X(INFERRED, "inferred")

#define X(s, n) ONI_SEGMENT_##s,
typedef enum oni_segment_kind { ONI_SEGMENT_KINDS(X) ONI_SEGMENT_COUNT } oni_segment_kind;
#undef X
#define X(s, n) ONI_NAME_##s,
typedef enum oni_name_kind { ONI_NAME_KINDS(X) ONI_NAME_COUNT } oni_name_kind;
#undef X
#define X(s, n) ONI_ENTITY_##s,
typedef enum oni_entity_kind { ONI_ENTITY_KINDS(X) ONI_ENTITY_COUNT } oni_entity_kind;
#undef X
#define X(s, n) ONI_MENTION_##s,
typedef enum oni_mention_form { ONI_MENTION_FORMS(X) ONI_MENTION_COUNT } oni_mention_form;
#undef X
#define X(s, n) ONI_STANDING_##s,
typedef enum oni_standing { ONI_STANDINGS(X) ONI_STANDING_COUNT } oni_standing;
#undef X
#define X(s, n) ONI_TIME_##s,
typedef enum oni_time_type { ONI_TIME_TYPES(X) ONI_TIME_COUNT } oni_time_type;
#undef X
#define X(s, n) ONI_MANNER_##s,
typedef enum oni_manner { ONI_MANNERS(X) ONI_MANNER_COUNT } oni_manner;
#undef X
#define X(s, n) ONI_ACT_##s,
typedef enum oni_act { ONI_ACTS(X) ONI_ACT_COUNT } oni_act;
#undef X
#define X(s, n) ONI_CLASS_##s,
typedef enum oni_statement_class { ONI_STATEMENT_CLASSES(X) ONI_CLASS_COUNT } oni_statement_class;
#undef X
#define X(s, n) ONI_POLARITY_##s,
typedef enum oni_polarity { ONI_POLARITIES(X) ONI_POLARITY_COUNT } oni_polarity;
#undef X
#define X(s, n) ONI_CERTAINTY_##s,
typedef enum oni_certainty { ONI_CERTAINTIES(X) ONI_CERTAINTY_COUNT } oni_certainty;
#undef X
#define X(s, n) ONI_MODALITY_##s,
typedef enum oni_modality { ONI_MODALITIES(X) ONI_MODALITY_COUNT } oni_modality;
#undef X
#define X(s, n) ONI_STATUS_##s,
typedef enum oni_status { ONI_STATUSES(X) ONI_STATUS_COUNT } oni_status;
#undef X
#define X(s, n) ONI_LINK_##s,
typedef enum oni_link_kind { ONI_LINK_KINDS(X) ONI_LINK_COUNT } oni_link_kind;
#undef X
#define X(s, n) ONI_ORIGIN_##s,
typedef enum oni_date_origin { ONI_DATE_ORIGINS(X) ONI_ORIGIN_COUNT } oni_date_origin;
#undef X

/* ---- what segment/ finds ---- */

typedef struct oni_segment {
	oni_range at;
	oni_segment_kind kind;
	uint32_t paragraph;            /* number of the paragraph it is in; segments of one line never share one */
	uint32_t first_sentence, end_sentence;
} oni_segment;

typedef struct oni_sentence {
	oni_range at;
	uint32_t segment;
	uint32_t first, end;           /* words [first, end) of doc->words */
	uint32_t root;                 /* analyse/: the word without a head; ONI_NONE when not parsed */
} oni_sentence;

/* A surface token: what white space and punctuation rules give; one word, or several ("don't": do, n't). */
typedef struct oni_token {
	oni_range at;
	uint32_t first, end;           /* its words */
	bool space_after;
} oni_token;

/* A syntactic word: the unit of everything behind. Words of a sentence are adjacent. */
typedef struct oni_word {
	oni_range at;                  /* its own bytes; the whole token's where a word is no part of it */
	oni_str form;                  /* as UD writes it, mostly a view of the text */
	oni_str lemma;                 /* analyse/ */
	oni_str xpos;                  /* analyse/: the treebank's own tag ("VBD") */
	oni_str feats;                 /* analyse/: "Tense=Past|VerbForm=Fin", "" when none */
	uint32_t token, sentence;
	uint32_t head;                 /* analyse/: index of its head word; ONI_NONE for the root */
	uint32_t name;                 /* analyse/: the name it is in, or ONI_NONE */
	uint32_t quote;                /* segment/: the innermost quotation around it, or ONI_NONE */
	uint32_t morph;                /* analyse/: ONI_MORPH_ bits, from feats */
	uint8_t upos;                  /* analyse/: oni_upos */
	uint8_t rel;                   /* analyse/: oni_rel */
} oni_word;

/* A pair of quotation marks and what is between. A quotation over several paragraphs, each reopened and only
 * the last closed, is a chain of pieces by `next`. */
typedef struct oni_quote {
	oni_range at;                  /* with its marks; to the paragraph's end where it continues */
	oni_range inside;              /* without them */
	uint32_t outer;                /* the quotation around this one, or ONI_NONE */
	uint32_t next, previous;       /* pieces of a quotation over paragraphs */
	bool closed;
} oni_quote;

/* ---- what analyse/ finds beside the word's own fields ---- */

typedef struct oni_name {
	uint32_t first, end;           /* words */
	oni_name_kind kind;
	uint8_t score;                 /* 0..255, how sure */
} oni_name;

/* ---- what understand/ finds ---- */

typedef struct oni_role {
	oni_range at;                  /* the words of the title; empty when from a table */
	oni_str text;
	oni_str sector;                /* CAMEO role: "GOV", "MIL"; "" unknown */
	char country[4];               /* ISO 3166-1 alpha-3 or "" */
	oni_standing standing;
} oni_role;

typedef struct oni_mention {       /* doc->mentions, in text order */
	oni_range at;
	uint32_t first, end, head;     /* words, and the head word of the phrase */
	uint32_t entity;
	oni_mention_form form;
} oni_mention;

typedef struct oni_entity {
	oni_str name;                  /* the fullest form of it */
	oni_entity_kind kind;
	char country[4];               /* ISO 3166-1 alpha-3 or "" */
	oni_str code;                  /* CAMEO actor code or "" */
	oni_str why;                   /* what gave the code: words and table row; for --explain */
	uint32_t speaks_for;           /* the principal of a spokesperson, or ONI_NONE */
	uint32_t first_mention;
	oni_str homes;                 /* of a people without a country: the countries where it lives, split by '|' */
	uint32_t land_first, land_end; /* words of a town that gave the country ("Laredo police"); equal when none did */
	uint8_t gender, number;        /* ONI_MORPH-like: 0 unknown, 1 masculine/singular, 2 feminine/plural */
	ONI_VEC(oni_role) roles;
} oni_entity;

typedef struct oni_place {
	oni_str name, admin1, kind;    /* kind: country region city … as in lexicon/ */
	char country[4];
	bool located;                  /* lat and lon hold */
	double lat, lon;               /* degrees, WGS84 */
	uint32_t geonames;             /* 0: none */
} oni_place;

typedef struct oni_place_mention { /* doc->place_mentions, in text order */
	oni_range at;
	uint32_t first, end, head;     /* words */
	uint32_t place;
} oni_place_mention;

typedef struct oni_time {          /* in text order */
	oni_range at;
	uint32_t first, end;           /* words that it touches */
	oni_time_type type;
	oni_str value, mod, quant, freq;
	oni_date from, to;             /* the interval denoted, both days included; year 0 unknown */
	oni_str resolved;              /* "" or an ISO date */
} oni_time;

typedef struct oni_statement {
	uint32_t source;               /* entity or ONI_NONE */
	oni_range source_at;           /* empty when nobody is named */
	oni_range cue;
	uint32_t cue_word;             /* head word of the cue, ONI_NONE for a bare mark (colon, dash) */
	oni_str cue_lemma;
	oni_ranges content, quoted;
	oni_manner manner;
	oni_act act;
	oni_statement_class class_;
	uint32_t addressee;            /* entity or ONI_NONE */
	oni_range addressee_at;        /* empty when none */
	oni_str medium;                /* "interview", "tweet" …, "" unknown */
	uint32_t time, place;          /* indexes or ONI_NONE */
	uint32_t within;               /* statement or ONI_NONE */
	oni_polarity polarity;
	oni_certainty certainty;
	oni_ids sources;               /* all source entities where there are several */
} oni_statement;

typedef struct oni_event {
	oni_str cameo, plover, mode, context;
	float goldstein;
	oni_ids source, target;        /* entities */
	oni_str source_code, target_code;
	oni_range trigger;
	uint32_t trigger_word, sentence;
	uint32_t time, place;
	oni_polarity polarity;
	oni_modality modality;
	uint32_t said_by;              /* statement or ONI_NONE */
	oni_str pattern;               /* which row of lexicon/ coded it, for --explain */
} oni_event;

typedef struct oni_figure {
	oni_range at;
	oni_str measure, unit;
	double low, high;              /* NAN: not bounded on that side */
	bool approximate;
	oni_str population, population_code;
	uint32_t population_entity;    /* or ONI_NONE */
	oni_date since, until;         /* year 0 unknown */
	uint32_t place, said_by, sentence;
	uint32_t part_of;              /* the figure it is a part of ("including 12 children"), or ONI_NONE */
	oni_status status;
} oni_figure;

typedef struct oni_link {
	oni_link_kind kind;
	uint32_t from, to;             /* figures (ONI_NONE: none) */
	uint32_t from_event, to_event; /* events, for denials of what happened; ONI_NONE for none */
	uint32_t to_statement;         /* the statement that is denied, or ONI_NONE */
	uint32_t said_by;              /* statement or ONI_NONE */
	uint32_t by;                   /* entity or ONI_NONE */
} oni_link;

typedef struct oni_doc {
	oni_arena *arena;              /* lent: everything here lives in it */
	oni_arena *scratch;            /* lent: for a room's own use; a room rewinds to where it found it */

	bool leave_out_plain_statements; /* set by who codes it: no event 010 for what only was said */

	/* read/ */
	oni_str id, origin;            /* id from the input, or "sha256:…"; path, URL or record it was read from */
	oni_str title, publisher, url, language; /* "" unknown; language: segment/ too, where it is sure */
	ONI_VEC(oni_str) authors;
	oni_date published;
	oni_date_origin published_from;
	oni_str text;                  /* valid UTF-8, at most 1 GiB */

	/* segment/ */
	ONI_VEC(oni_segment) segments; /* cover all that is not white space, in text order */
	ONI_VEC(oni_sentence) sentences;
	ONI_VEC(oni_token) tokens;
	ONI_VEC(oni_word) words;
	ONI_VEC(oni_quote) quotes;     /* by their opening mark */
	bool foreign;                  /* surely not English: nothing is read out of it */

	/* analyse/ */
	ONI_VEC(oni_name) names;       /* in text order, not overlapping */

	/* understand/ */
	ONI_VEC(oni_entity) entities;
	ONI_VEC(oni_mention) mentions;
	ONI_VEC(oni_place) places;
	ONI_VEC(oni_place_mention) place_mentions;
	ONI_VEC(oni_time) times;
	ONI_VEC(oni_statement) statements;
	uint32_t *said;                /* [words.n] statement/: the innermost statement whose content holds the word; NULL before */
	ONI_VEC(oni_event) events;
	ONI_VEC(oni_figure) figures;
	ONI_VEC(oni_link) links;
} oni_doc;

static inline oni_str oni_text_at(const oni_doc *doc, oni_range at)
{
	return oni_str_cut(doc->text, at.begin, at.end);
}

static inline bool oni_range_empty(oni_range at)
{
	return at.begin >= at.end;
}

static inline bool oni_range_within(oni_range inner, oni_range outer)
{
	return inner.begin >= outer.begin && inner.end <= outer.end;
}

static inline bool oni_range_touch(oni_range a, oni_range b)
{
	return a.begin < b.end && b.begin < a.end;
}

#endif
