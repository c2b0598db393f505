/* parse.h - dependencies by transitions: a stack, the words to come, and a linear model that chooses what to do next.
 *
 * Words are numbered from 1 here, as in CoNLL-U; 0 is the root above the sentence. 2n steps for n words. */
#ifndef ONI_ANALYSE_PARSE_H
#define ONI_ANALYSE_PARSE_H

#include "analyse/tag.h"
#include "base/arena.h"

typedef enum oni_move_kind { ONI_SHIFT, ONI_LEFT, ONI_RIGHT } oni_move_kind;

/* What a class of the model does: SHIFT; LEFT: the stack's top depends on the next word; RIGHT: on the one below it. */
typedef struct oni_move {
	uint8_t kind;                  /* oni_move_kind */
	uint8_t label;                 /* the model's number of the relation */
} oni_move;

/* A word in the state of parsing: what features ask for. */
typedef struct oni_node {
	uint64_t word;
	uint32_t cluster;
	uint16_t pair, tag;
	uint32_t head;
	uint32_t left, left2, right, right2; /* its outermost and second outermost children on each side; 0 none */
	uint16_t left_n, right_n;
	uint8_t label;
	uint64_t left_labels, right_labels; /* bits of the labels of its children */
} oni_node;

typedef struct oni_parse {
	oni_node *nodes;               /* [n + 1] */
	uint32_t *stack;               /* [n + 1]; stack[0] is the root */
	uint32_t n, depth, next;       /* words, height of the stack, the next word; next == n + 1: none left */
} oni_parse;

/* A state before the first step; its arrays live in `arena`. `chosen`: the words' tags. */
void oni_parse_begin(oni_parse *state, oni_arena *arena, const oni_lexeme *lex, const oni_tag *tags, const uint16_t *chosen,
	uint32_t n);

bool oni_parse_done(const oni_parse *state);
bool oni_parse_can(const oni_parse *state, oni_move_kind kind);
void oni_parse_do(oni_parse *state, oni_move move);
uint32_t oni_parse_keys(const oni_parse *state, uint64_t *ret_keys);

/* Runs to the end; afterwards nodes[i].head and .label hold for each word. */
void oni_parse_run(const oni_scorer *scorer, const oni_move *moves, oni_parse *state);

#endif
