/* grammar.h - Universal Dependencies' closed sets: word classes, relations, and the features we reason with.
 * They hold for every language; a model's labels are mapped to them when it is opened. */
#ifndef ONI_DOC_GRAMMAR_H
#define ONI_DOC_GRAMMAR_H

#include "base/str.h"

#define ONI_UPOS_LIST(X) \
	X(X_, "X") X(ADJ, "ADJ") X(ADP, "ADP") X(ADV, "ADV") X(AUX, "AUX") X(CCONJ, "CCONJ") X(DET, "DET") \
	X(INTJ, "INTJ") X(NOUN, "NOUN") X(NUM, "NUM") X(PART, "PART") X(PRON, "PRON") X(PROPN, "PROPN") \
	X(PUNCT, "PUNCT") X(SCONJ, "SCONJ") X(SYM, "SYM") X(VERB, "VERB")

/* Universal relations, then the subtypes that change what is understood; a model's other subtypes become
 * their universal relation. */
#define ONI_REL_LIST(X) \
	X(DEP, "dep") X(ROOT, "root") X(ACL, "acl") X(ADVCL, "advcl") X(ADVMOD, "advmod") X(AMOD, "amod") \
	X(APPOS, "appos") X(AUX, "aux") X(CASE, "case") X(CC, "cc") X(CCOMP, "ccomp") X(CLF, "clf") \
	X(COMPOUND, "compound") X(CONJ, "conj") X(COP, "cop") X(CSUBJ, "csubj") X(DET, "det") \
	X(DISCOURSE, "discourse") X(DISLOCATED, "dislocated") X(EXPL, "expl") X(FIXED, "fixed") X(FLAT, "flat") \
	X(GOESWITH, "goeswith") X(IOBJ, "iobj") X(LIST, "list") X(MARK, "mark") X(NMOD, "nmod") \
	X(NSUBJ, "nsubj") X(NUMMOD, "nummod") X(OBJ, "obj") X(OBL, "obl") X(ORPHAN, "orphan") \
	X(PARATAXIS, "parataxis") X(PUNCT, "punct") X(REPARANDUM, "reparandum") X(VOCATIVE, "vocative") \
	X(XCOMP, "xcomp") \
	X(ACL_RELCL, "acl:relcl") X(ADVCL_RELCL, "advcl:relcl") X(AUX_PASS, "aux:pass") X(CC_PRECONJ, "cc:preconj") \
	X(COMPOUND_PRT, "compound:prt") X(CSUBJ_OUTER, "csubj:outer") X(CSUBJ_PASS, "csubj:pass") \
	X(DET_PREDET, "det:predet") X(NMOD_POSS, "nmod:poss") X(NMOD_DESC, "nmod:desc") \
	X(NMOD_UNMARKED, "nmod:unmarked") X(NSUBJ_OUTER, "nsubj:outer") X(NSUBJ_PASS, "nsubj:pass") \
	X(OBL_AGENT, "obl:agent") X(OBL_UNMARKED, "obl:unmarked")

#define X(symbol, name) ONI_UPOS_##symbol,
typedef enum oni_upos { ONI_UPOS_LIST(X) ONI_UPOS_COUNT } oni_upos;
#undef X
#define X(symbol, name) ONI_REL_##symbol,
typedef enum oni_rel { ONI_REL_LIST(X) ONI_REL_COUNT } oni_rel;
#undef X

/* Bits of oni_word.morph, read off FEATS. */
enum {
	ONI_MORPH_PAST = 1 << 0,        /* Tense=Past (finite or participle) */
	ONI_MORPH_PRESENT = 1 << 1,
	ONI_MORPH_FUTURE = 1 << 2,
	ONI_MORPH_FINITE = 1 << 3,      /* VerbForm=Fin */
	ONI_MORPH_INFINITIVE = 1 << 4,
	ONI_MORPH_PARTICIPLE = 1 << 5,
	ONI_MORPH_GERUND = 1 << 6,
	ONI_MORPH_PASSIVE = 1 << 7,     /* Voice=Pass */
	ONI_MORPH_IMPERATIVE = 1 << 8,
	ONI_MORPH_SINGULAR = 1 << 9,
	ONI_MORPH_PLURAL = 1 << 10,
	ONI_MORPH_FIRST = 1 << 11,      /* Person=1 */
	ONI_MORPH_SECOND = 1 << 12,
	ONI_MORPH_THIRD = 1 << 13,
	ONI_MORPH_MASCULINE = 1 << 14,
	ONI_MORPH_FEMININE = 1 << 15,
	ONI_MORPH_NEUTER = 1 << 16,
	ONI_MORPH_POSSESSIVE = 1 << 17, /* Poss=Yes */
	ONI_MORPH_REFLEXIVE = 1 << 18,
	ONI_MORPH_PERSONAL = 1 << 19,   /* PronType=Prs */
	ONI_MORPH_RELATIVE = 1 << 20,
	ONI_MORPH_INTERROGATIVE = 1 << 21,
	ONI_MORPH_DEMONSTRATIVE = 1 << 22,
	ONI_MORPH_NEGATIVE = 1 << 23,   /* Polarity=Neg or PronType=Neg */
	ONI_MORPH_DEFINITE = 1 << 24,
	ONI_MORPH_INDEFINITE = 1 << 25,
	ONI_MORPH_COMPARATIVE = 1 << 26,
	ONI_MORPH_SUPERLATIVE = 1 << 27,
	ONI_MORPH_ORDINAL = 1 << 28,    /* NumType=Ord */
	ONI_MORPH_CARDINAL = 1 << 29
};

/* The names that the treebanks write. */
const char *oni_upos_name(oni_upos upos);
const char *oni_rel_name(oni_rel rel);

/* The set's member; ONI_UPOS_X_ and ONI_REL_DEP for unknown names. An unknown subtype gives its relation. */
oni_upos oni_upos_of(oni_str name);
oni_rel oni_rel_of(oni_str name);

/* The universal relation of one with a subtype: nsubj of nsubj:pass. */
oni_rel oni_rel_universal(oni_rel rel);

/* The ONI_MORPH_ bits of a FEATS column. */
uint32_t oni_morph_of(oni_str feats);

#endif
