/* entity_parts.h - What the entity files share: candidates for mentions, clusters of them; all in scratch. */
#ifndef ONI_UNDERSTAND_ENTITY_PARTS_H
#define ONI_UNDERSTAND_ENTITY_PARTS_H

#include "understand/actor_parts.h"

/* What somebody may be; a candidate or a cluster may be several things until the text decides. */
enum {
	ONI_NATURE_PERSON = 1,
	ONI_NATURE_BODY = 2,         /* an organisation, a government */
	ONI_NATURE_COUNTRY = 4,
	ONI_NATURE_GROUP = 8         /* several people */
};

typedef enum oni_pronoun {
	ONI_PRONOUN_NONE, ONI_PRONOUN_HE, ONI_PRONOUN_SHE, ONI_PRONOUN_IT, ONI_PRONOUN_THEY, ONI_PRONOUN_I, ONI_PRONOUN_WE,
	ONI_PRONOUN_YOU
} oni_pronoun;

typedef struct oni_candidate {
	uint32_t first, end, head;   /* words; head is the phrase's syntactic head */
	uint32_t name_first, name_end; /* the words of the bare name; equal when there is none */
	uint32_t sentence;
	oni_mention_form form;
	oni_pronoun pronoun;
	uint8_t nature, gender, number;
	bool definite, indefinite, possessed, counted; /* the X; an X; its X; 100 X */
	bool reflexive, possessive;  /* pronouns */
	bool title;                  /* a name with a title before it */
	bool pair;                   /* several persons joined by "and"; head is the conjunction, pair_head the first one's head */
	bool two;                    /* "the two", "the couple": somebody only together with a pair */
	uint32_t pair_head;
	bool people;                 /* "the Ruritanians": linked as a description, told as a name */
	oni_noun_use use;
	oni_actor actor;
	oni_fact noun;               /* its noun; kind NONE when it has none */
	oni_fact known;              /* the row of the name: country, org, seat, capital, official */
	uint32_t joined;             /* an earlier or later candidate that it is by syntax (apposition), or ONI_NONE */
	uint32_t cluster;
} oni_candidate;

enum { ONI_CALLS = 6 };

typedef struct oni_cluster {
	uint8_t nature, gender, number;
	oni_entity_kind kind;
	uint32_t first, last;        /* candidates */
	uint32_t name_first, name_end; /* the fullest name; equal when there is none */
	const oni_table *table;      /* the table and row that it is, where known */
	uint32_t row;
	char country[4];
	oni_str sector;
	uint32_t speaks_for;         /* cluster */
	uint32_t serves;             /* the cluster whose code a leader takes: named inside what he is called, or ONI_NONE */
	uint32_t described;          /* the candidate whose words gave the code, or ONI_NONE */
	bool supposed;               /* its gender is only that of pronouns linked to it */
	bool author;                 /* I, outside of quotations */
	uint8_t called;              /* how many of these there are */
	uint32_t calls[ONI_CALLS];   /* members with different nouns: what he is called; the first ones and the last */
	ONI_VEC(uint32_t) members;   /* candidates, in text order */
} oni_cluster;

typedef struct oni_key {
	uint64_t hash;
	uint32_t cluster, next;
} oni_key;

/* What speaks for a country's being the article's own. */
typedef struct oni_ballot {
	char country[4];
	uint32_t n, early;           /* early: of them in the headline, the dateline, the first sentences */
} oni_ballot;

typedef struct oni_cast {
	const oni_facts *facts;
	oni_who who;
	oni_doc *doc;
	ONI_VEC(oni_candidate) candidates; /* in text order of their heads */
	ONI_VEC(oni_cluster) clusters;
	uint32_t *at_head;           /* [words] candidate whose head this word is, or ONI_NONE */
	ONI_VEC(oni_key) keys;       /* index of clusters by the words of their names and by what they are */
	uint32_t *buckets;           /* [mask + 1] first key of each, ONI_NONE for none */
	uint32_t mask;
	uint32_t home_votes;
	char home[4];                /* the country that the article is mostly about, or "" */
	ONI_VEC(oni_ballot) votes;
	char elsewhere[4];           /* a country whose name means a part of another country here, or "" */
	uint32_t *speakers;          /* [quotes] the word that is the subject of "said" beside it, or ONI_NONE; NULL without quotations */
	uint32_t answers;            /* the cluster of who is interviewed, or ONI_NONE */
	bool interview;              /* questions and answers, one below the other */
	bool tells_author;           /* I or we have been met outside of quotations */
	uint32_t speaking;           /* the cluster of who speaks by the label before the paragraph ("MAYOR RUIZ: ..."), or ONI_NONE */
	uint32_t labels;             /* how many such labels there have been */
	uint32_t body;               /* the first sentence that is no headline, byline or the like */
} oni_cast;

static inline const oni_candidate *oni_candidate_at(const oni_cast *cast, uint32_t i)
{
	return &cast->candidates.at[i];
}

static inline bool oni_has_name(const oni_candidate *c)
{
	return c->name_end > c->name_first;
}

/* The word's form, where there is such a word. */
static inline bool oni_form_is(const oni_doc *doc, uint32_t word, const char *form)
{
	return word < doc->words.n && oni_str_is(doc->words.at[word].form, form);
}

/* entity_span.c: the noun phrase around a head, by the tree; bounded by the sentence. */
bool oni_is_predicate(const oni_doc *doc, uint32_t word);
uint32_t oni_span_left(const oni_doc *doc, uint32_t head);
uint32_t oni_span_right(const oni_doc *doc, uint32_t head, uint32_t end);
oni_str oni_preposition(const oni_doc *doc, uint32_t word);
bool oni_is_subject(const oni_doc *doc, uint32_t word);
int oni_side_of(const oni_doc *doc, uint32_t head, uint32_t *ret_verb); /* 1 of the subject's side, 2 of what is done to it, 0 neither */
uint32_t oni_clause_verb(const oni_doc *doc, uint32_t word);
uint32_t oni_subject_of(const oni_doc *doc, uint32_t verb);
bool oni_word_is(const oni_doc *doc, uint32_t word, const char *const *list);

/* entity_mention.c: fills cast->candidates. */
void oni_find_candidates(oni_cast *cast);
oni_candidate *oni_candidate_push(oni_cast *cast, uint32_t first, uint32_t end, uint32_t head, oni_mention_form form);
void oni_read_determiner(oni_cast *cast, oni_candidate *c);
uint32_t oni_widen_left(const oni_cast *cast, uint32_t from, uint32_t first);

/* entity_person.c, entity_proper.c: the candidates of a sentence's names. */
bool oni_is_person_noun(const oni_fact *f);
uint32_t oni_head_within(const oni_doc *doc, uint32_t first, uint32_t end);
void oni_mend_name(oni_cast *cast, oni_name *name);
void oni_person_name(oni_cast *cast, uint32_t first, uint32_t end);
void oni_names_of_sentence(oni_cast *cast, uint32_t first, uint32_t end);

/* entity_name.c: whether two names may be one's: of persons, of bodies. Words [first, end) each. */
typedef enum oni_likeness { ONI_LIKE_NOT, ONI_LIKE_GIVEN, ONI_LIKE_PART, ONI_LIKE_SAME } oni_likeness;
oni_likeness oni_person_likeness(const oni_doc *doc, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end);
oni_likeness oni_body_likeness(const oni_who *who, const oni_doc *doc, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end);
uint8_t oni_name_gender(const oni_who *who, const oni_doc *doc, uint32_t first, uint32_t end);

/* entity_office.c: the country of an office whose title leaves it out, by who held it and by titles of one country; false: unknown. */
bool oni_office_country(const oni_cast *cast, const oni_candidate *c, char country[4]);

/* entity_cluster.c: clusters and their index. */
uint32_t oni_cluster_new(oni_cast *cast, uint32_t candidate);
void oni_cluster_add(oni_cast *cast, uint32_t cluster, uint32_t candidate);
uint32_t oni_cluster_merge(oni_cast *cast, uint32_t into, uint32_t from); /* `from` is left without members */
void oni_index_start(oni_cast *cast);
void oni_index_put(oni_cast *cast, uint64_t key, uint32_t cluster);
uint32_t oni_index_first(const oni_cast *cast, uint64_t key);      /* a key's entry, ONI_NONE when there is none */
uint32_t oni_index_next(const oni_cast *cast, uint32_t entry);
uint64_t oni_key_of_word(oni_str word);                            /* in normal form */
uint64_t oni_key_of(const char *kind, oni_str a, oni_str b);
bool oni_genders_agree(uint8_t a, uint8_t b);

/* entity_link.c: puts a name or a nominal into a cluster. */
void oni_link_name(oni_cast *cast, uint32_t candidate);

/* entity_nominal.c */
oni_str oni_noun_of(const oni_candidate *c);                       /* its noun as the table has it, "" when none */
bool oni_same_office(oni_str a, oni_str b);
uint32_t oni_owner_of(const oni_cast *cast, const oni_candidate *c); /* the cluster of its possessive, or ONI_NONE */
uint32_t oni_syntactic_twin(oni_cast *cast, uint32_t candidate);   /* the earlier candidate that it is in apposition to */
bool oni_ends_in_word(oni_str longer, oni_str shorter);            /* "foreign minister", "minister" */
bool oni_is_kind_of(const oni_cast *cast, oni_str general, oni_str other); /* "diplomat" for "ambassador" */
void oni_link_nominal(oni_cast *cast, uint32_t candidate);

/* entity_group.c: the cluster that a description of a body, a group or a country belongs to, or ONI_NONE; the key under which it may be
 * found again, or 0. */
bool oni_is_ours(const oni_doc *doc, const oni_candidate *c);      /* "our country" */
uint32_t oni_find_group(oni_cast *cast, uint32_t candidate, uint64_t *ret_key);
bool oni_precedes_name(const oni_candidate *c);                    /* a bare noun for a body, as stands before its name */
uint64_t oni_bare_key(const oni_candidate *c);

/* entity_pronoun.c: puts a pronoun into a cluster, or leaves it without one. */
void oni_link_pronoun(oni_cast *cast, uint32_t candidate);

/* entity_pair.c: people named together; who is called "the two". */
void oni_find_pairs(oni_cast *cast, uint32_t from);                /* of a sentence's candidates [from, n) in order of their heads */
void oni_two(oni_cast *cast, uint32_t first, uint32_t word);
uint32_t oni_pair_described(const oni_cast *cast, uint32_t candidate); /* the cluster of a pair, or ONI_NONE */

/* entity_interview.c: who is asked and answers. */
void oni_find_interview(oni_cast *cast);                           /* sets cast->interview */
uint32_t oni_interviewee(oni_cast *cast, uint32_t candidate); /* the cluster of who is meant by I or you, or ONI_NONE */
const char *oni_author_key(const oni_cast *cast, uint32_t candidate);

/* entity_quote.c: who speaks a quotation, a word or ONI_NONE. */
void oni_find_quote_speakers(oni_cast *cast);
void oni_hear_label(oni_cast *cast, uint32_t from, uint32_t to);   /* at a paragraph's first candidates, their names linked */
uint32_t oni_orator(const oni_cast *cast);
uint32_t oni_quote_speaker(const oni_cast *cast, uint32_t quote);

/* entity_home.c: the article's own country, and who belongs to whom. */
const oni_ballot *oni_ballot_of(const oni_cast *cast, oni_str iso); /* NULL: the article does not speak of the country */
void oni_vote(oni_cast *cast, const char country[4], uint32_t weight, uint32_t sentence); /* ONI_NONE: the dateline */
void oni_find_homonym(oni_cast *cast);    /* before the candidates */
void oni_guess_home(oni_cast *cast);      /* before anybody is linked, for what the same words mean all over the article */
void oni_find_home(oni_cast *cast);
void oni_settle_party(oni_cast *cast, uint32_t cluster);
void oni_find_principal(oni_cast *cast, uint32_t candidate);

/* entity_code.c: fills doc->entities' roles, codes and countries from the clusters. */
void oni_describe(oni_cast *cast, uint32_t cluster, oni_entity *entity);

#endif
