/* train.c - Learns what statement_cue.c and statement_span.c weigh, from PolNeAR's annotations and our own analysis.
 *
 * usage: train DATA POLNEAR-SPLIT OUT [DEV-SPLIT]
 *   DATA            the packed facts with the language model (onrecord.data)
 *   POLNEAR-SPLIT   a folder with text/NAME.txt and attributions/NAME_ANNOTATOR.ann
 *   OUT             where the weights go (model/statement.bin)
 *   DEV-SPLIT       reported on when given; nothing is learned or chosen from it here
 * With FRAMES=file in the environment, writes lemma, class, frame and whether it was a cue for every word weighed.
 *
 * Cues: logistic regression. PolNeAR leaves out attributions inside attributions, so words inside a gold content are
 * neither good nor bad examples. Spans: a linear-chain conditional random field. Both with AdaGrad over hashed features,
 * then rounded to whole numbers. The order of examples comes from a fixed seed: the same data gives the same bytes. */
#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "engine/engine.h"
#include "segment/segment.h"
#include "understand/entity.h"
#include "understand/place.h"
#include "understand/statement_model.h"
#include "understand/time.h"

enum { CUE_BITS = 19, SPAN_BITS = 19, CUE_EPOCHS = 6, SPAN_EPOCHS = 10, RUNS = 4, MOST_ATTRIBUTIONS = 4096 };
static const double SCALE = 24.0;      /* whole numbers to a unit of weight */
static const double CUE_RATE = 0.03, SPAN_RATE = 0.03, CUE_DECAY = 1e-4, SPAN_DECAY = 2e-5;

typedef struct span_set { oni_range at[64]; uint32_t n; } span_set;

typedef struct attribution { span_set source, cue, content; } attribution;

typedef struct example { uint32_t *features; uint32_t n; bool cue; } example;

typedef struct chain {
	uint32_t n, cue;               /* words, the cue's place */
	uint32_t **features;           /* [n][counts[n]] */
	uint8_t *counts, *gold, *step;
} chain;

typedef struct collection {
	ONI_VEC(example) examples;
	ONI_VEC(chain) chains;
	uint32_t cues, reached;        /* gold attributions; those whose cue is a word that can be one */
	oni_arena arena;
} collection;

static void *must(void *at)
{
	if (!at) {
		fputs("train: no memory left, or a file is missing\n", stderr);
		exit(1);
	}
	return at;
}

static char *read_file(const char *path, size_t *ret_n)
{
	FILE *f = must(fopen(path, "rb"));
	fseek(f, 0, SEEK_END);
	long n = ftell(f);
	rewind(f);
	char *at = must(malloc((size_t)n + 1));
	*ret_n = fread(at, 1, (size_t)n, f);
	at[*ret_n] = 0;
	fclose(f);
	return at;
}

/* ---- PolNeAR's stand-off: T lines give spans in code points, E lines put them together ---- */

typedef struct named_span { char name[16]; span_set span; } named_span;

static void parse_offsets(char *at, const uint32_t *byte_of, uint32_t points, span_set *ret)
{
	ret->n = 0;
	for (char *piece = strtok(at, ";"); piece && ret->n < 64; piece = strtok(NULL, ";")) {
		unsigned begin, end;
		if (sscanf(piece, "%u %u", &begin, &end) == 2 && begin < end && end <= points)
			ret->at[ret->n++] = (oni_range){byte_of[begin], byte_of[end]};
	}
}

static void append(span_set *to, const span_set *from)
{
	for (uint32_t i = 0; i < from->n && to->n < 64; i++)
		to->at[to->n++] = from->at[i];
}

static uint32_t read_attributions(char *ann, const uint32_t *byte_of, uint32_t points, attribution *ret)
{
	static named_span spans[MOST_ATTRIBUTIONS * 4];
	static char *events[MOST_ATTRIBUTIONS];
	uint32_t n_spans = 0, n_events = 0, n = 0;
	for (char *line = ann, *next; line && *line; line = next) {
		next = strchr(line, '\n');
		if (next)
			*next++ = 0;
		char *tab = strchr(line, '\t');
		if (!tab)
			continue;
		*tab = 0;
		if (line[0] == 'E' && n_events < MOST_ATTRIBUTIONS)
			events[n_events++] = tab + 1;
		if (line[0] != 'T' || n_spans == MOST_ATTRIBUTIONS * 4)
			continue;
		char *end = strchr(tab + 1, '\t'), *blank = strchr(tab + 1, ' ');
		if (end)
			*end = 0;
		if (!blank)
			continue;
		snprintf(spans[n_spans].name, sizeof spans[n_spans].name, "%s", line);
		parse_offsets(blank + 1, byte_of, points, &spans[n_spans++].span);
	}
	for (uint32_t e = 0; e < n_events; e++) {
		attribution a = {0};
		for (char *arg = strtok(events[e], " "); arg; arg = strtok(NULL, " ")) {
			char *colon = strchr(arg, ':');
			span_set *to = !colon ? NULL : arg[0] == 'S' ? &a.source : !strncmp(arg, "Cue", 3) ? &a.cue
				: !strncmp(arg, "Content", 7) ? &a.content : NULL;
			for (uint32_t s = 0; to && s < n_spans; s++)
				if (!strcmp(spans[s].name, colon + 1))
					append(to, &spans[s].span);
		}
		if (a.cue.n && a.content.n && n < MOST_ATTRIBUTIONS)
			ret[n++] = a;
	}
	return n;
}

static bool covers(const span_set *set, oni_range at)
{
	for (uint32_t i = 0; i < set->n; i++)
		if (oni_range_touch(set->at[i], at))
			return true;
	return false;
}

/* ---- examples ---- */

/* The head of a gold cue: a word that can be one, whose own head is outside; verbs before nouns before the rest. */
static uint32_t head_of(const oni_look *look, const span_set *cue)
{
	uint32_t best = ONI_NONE;
	int rank = -1;
	for (uint32_t i = 0; i < look->doc->words.n; i++) {
		const oni_word *w = oni_word_at(look, i);
		if (!covers(cue, w->at) || !oni_cue_possible(look, i))
			continue;
		bool inner = w->head != ONI_NONE && covers(cue, oni_word_at(look, w->head)->at);
		int now = (inner ? 0 : 4) + (w->upos == ONI_UPOS_VERB ? 3 : w->upos == ONI_UPOS_NOUN ? 2 : w->upos == ONI_UPOS_PUNCT ? 0 : 1);
		if (now > rank) {
			rank = now;
			best = i;
		}
	}
	return best;
}

static void add_chain(const oni_look *look, uint32_t cue, const attribution *a, oni_arena *scratch, collection *c)
{
	oni_mark mark = oni_arena_mark(scratch);
	oni_window window;
	const oni_sentence *s = &look->doc->sentences.at[oni_word_at(look, cue)->sentence];
	oni_window_about(look, cue, s->first, s->end, scratch, &window);
	chain *ch = oni_push(&c->arena, &c->chains);
	ch->n = window.end - window.first;
	ch->cue = cue - window.first;
	ch->features = ONI_NEW_N(&c->arena, uint32_t *, ch->n);
	ch->counts = ONI_NEW_N(&c->arena, uint8_t, ch->n);
	ch->gold = ONI_NEW_N(&c->arena, uint8_t, ch->n);
	ch->step = ONI_NEW_N(&c->arena, uint8_t, ch->n);
	for (uint32_t i = 0; i < ch->n; i++) {
		oni_features f;
		oni_range at = oni_word_at(look, window.first + i)->at;
		oni_span_features(look, &window, window.first + i, &f);
		ch->features[i] = ONI_NEW_N(&c->arena, uint32_t, f.n);
		memcpy(ch->features[i], f.at, f.n * sizeof *f.at);
		ch->counts[i] = (uint8_t)f.n;
		ch->step[i] = (uint8_t)oni_span_step(look, &window, window.first + i);
		ch->gold[i] = covers(&a->cue, at) ? ONI_PART_CUE : covers(&a->content, at) ? ONI_PART_CONTENT
			: covers(&a->source, at) ? ONI_PART_SOURCE : ONI_PART_NONE;
	}
	oni_arena_rewind(scratch, mark);
}

/* The frame a word stands in, as lexicon/cues.tsv names it: which kind of content it governs. */
static const char *frame_name(const oni_look *look, uint32_t word)
{
	static char name[64];
	uint32_t child;
	if ((child = oni_child(look, word, ONI_REL_CCOMP)) != ONI_NONE || (child = oni_child(look, word, ONI_REL_PARATAXIS)) != ONI_NONE
			|| (child = oni_child(look, word, ONI_REL_ACL)) != ONI_NONE) {
		uint32_t mark = oni_child(look, child, ONI_REL_MARK);
		if (look->quote[child] != ONI_NONE && look->quote[word] == ONI_NONE)
			return "quotation";
		return mark != ONI_NONE && oni_str_is(oni_word_at(look, mark)->lemma, "that") ? "that" :
			mark != ONI_NONE && oni_str_is(oni_word_at(look, mark)->lemma, "to") ? "to" : "clause";
	}
	if ((child = oni_child(look, word, ONI_REL_XCOMP)) != ONI_NONE)
		return oni_child(look, child, ONI_REL_MARK) != ONI_NONE ? "to" : "complement";
	if (oni_child(look, word, ONI_REL_OBJ) != ONI_NONE)
		return "object";
	if ((child = oni_child(look, word, ONI_REL_OBL)) != ONI_NONE || (child = oni_child(look, word, ONI_REL_NMOD)) != ONI_NONE) {
		uint32_t with = oni_child(look, child, ONI_REL_CASE);
		if (with != ONI_NONE) {
			snprintf(name, sizeof name, "%.*s", ONI_FMT(oni_word_at(look, with)->lemma));
			return name;
		}
	}
	return "alone";
}

static FILE *frames_out;               /* where each weighed word's lemma and frame go, or NULL */

static void tell_frame(const oni_look *look, uint32_t word, bool cue)
{
	const oni_word *w = oni_word_at(look, word);
	if (frames_out && (w->upos == ONI_UPOS_VERB || w->upos == ONI_UPOS_NOUN || w->upos == ONI_UPOS_ADJ || w->upos == ONI_UPOS_ADV))
		fprintf(frames_out, "%.*s\t%s\t%s\t%d\n", ONI_FMT(w->lemma), w->upos == ONI_UPOS_VERB ? "verb" : w->upos == ONI_UPOS_NOUN ? "noun"
			: w->upos == ONI_UPOS_ADJ ? "adj" : "adv", frame_name(look, word), cue);
}

static void collect(const oni_doc *doc, const oni_look *look, const attribution *gold, uint32_t n, oni_arena *scratch,
	collection *c)
{
	uint8_t *what = ONI_NEW_N(scratch, uint8_t, doc->words.n + 1); /* 1: head of a cue, 2: left out */
	uint32_t *heads = ONI_NEW_N(scratch, uint32_t, n + 1);
	for (uint32_t g = 0; g < n; g++) {
		for (uint32_t i = 0; i < doc->words.n; i++)
			if (what[i] != 1 && (covers(&gold[g].content, doc->words.at[i].at) || covers(&gold[g].cue, doc->words.at[i].at)))
				what[i] = 2;
		heads[g] = head_of(look, &gold[g].cue);
		c->cues++;
		if (heads[g] == ONI_NONE)
			continue;
		c->reached++;
		what[heads[g]] = 1;
		add_chain(look, heads[g], &gold[g], scratch, c);
	}
	for (uint32_t i = 0; i < doc->words.n; i++) {
		if (what[i] == 2 || !oni_cue_possible(look, i))
			continue;
		oni_features f;
		example *e = oni_push(&c->arena, &c->examples);
		oni_cue_features(look, i, &f);
		e->features = ONI_NEW_N(&c->arena, uint32_t, f.n);
		memcpy(e->features, f.at, f.n * sizeof *f.at);
		e->n = f.n;
		e->cue = what[i] == 1;
		tell_frame(look, i, e->cue);
	}
}

static void read_article(const onr_engine *engine, const char *folder, const char *text_name, const char *ann, collection *c)
{
	static attribution gold[MOST_ATTRIBUTIONS];
	char path[4096];
	size_t n, ann_n;
	jmp_buf guard;
	oni_arena article, scratch;
	snprintf(path, sizeof path, "%s/text/%s", folder, text_name);
	char *text = read_file(path, &n);
	snprintf(path, sizeof path, "%s/attributions/%s", folder, ann);
	char *stand_off = read_file(path, &ann_n);
	uint32_t *byte_of = must(calloc(n + 2, sizeof *byte_of)), points = 0;
	for (size_t at = 0, length; at < n; at += length) {
		oni_rune_at((oni_str){text, n}, at, &length);
		byte_of[points++] = (uint32_t)at;
	}
	byte_of[points] = (uint32_t)n;
	oni_arena_init(&article, 0);
	oni_arena_init(&scratch, 0);
	article.guard = scratch.guard = c->arena.guard = &guard;
	if (setjmp(guard))
		must(NULL);
	oni_doc *doc = ONI_NEW(&article, oni_doc);
	doc->arena = &article;
	doc->scratch = &scratch;
	doc->text = (oni_str){text, n};
	oni_segment_text(engine->facts, doc);
	oni_analyse(engine->model, engine->facts, doc);
	oni_find_times(engine->facts, doc);
	oni_find_entities(engine->facts, doc);
	oni_find_places(engine->facts, doc);
	oni_look look;
	oni_look_at(engine->facts, doc, &scratch, &look);
	collect(doc, &look, gold, read_attributions(stand_off, byte_of, points, gold), &scratch, c);
	oni_arena_drop(&article);
	oni_arena_drop(&scratch);
	free(byte_of);
	free(stand_off);
	free(text);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The first annotator of each article, as the measure takes it. */
static void read_split(const onr_engine *engine, const char *folder, collection *c)
{
	char path[4096], before[512] = "", **names = NULL;
	uint32_t n = 0;
	snprintf(path, sizeof path, "%s/attributions", folder);
	DIR *dir = must(opendir(path));
	for (struct dirent *entry; (entry = readdir(dir));)
		if (strstr(entry->d_name, ".ann")) {
			names = must(realloc(names, (n + 1) * sizeof *names));
			names[n++] = must(strdup(entry->d_name));
		}
	closedir(dir);
	qsort(names, n, sizeof *names, by_name);
	for (uint32_t i = 0; i < n; i++) {
		char name[512];
		snprintf(name, sizeof name, "%s", names[i]);
		*(char *)must(strrchr(name, '_')) = 0;
		if (strcmp(name, before)) {
			strcpy(before, name);
			strcat(name, ".txt");
			read_article(engine, folder, name, names[i], c);
		}
		free(names[i]);
	}
	free(names);
	fprintf(stderr, "%s: %u attributions, %u with a cue that can be one, %u words weighed\n", folder, c->cues, c->reached,
		c->examples.n);
}

/* ---- learning ---- */

static uint64_t seed = 88172645463325252u;

static uint32_t random_below(uint32_t n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (uint32_t)(seed % n);
}

static uint32_t *shuffled(uint32_t n)
{
	uint32_t *order = must(malloc((n + 1) * sizeof *order));
	for (uint32_t i = 0; i < n; i++)
		order[i] = i;
	for (uint32_t i = n; i > 1; i--) {
		uint32_t j = random_below(i), t = order[i - 1];
		order[i - 1] = order[j];
		order[j] = t;
	}
	return order;
}

typedef struct weights { float *w, *g; size_t n; double bias, bias_g; } weights;

static weights weights_new(size_t n)
{
	return (weights){must(calloc(n, sizeof(float))), must(calloc(n, sizeof(float))), n, 0, 0};
}

static void step(weights *m, size_t at, double gradient, double rate)
{
	m->g[at] += (float)(gradient * gradient);
	m->w[at] -= (float)(rate * gradient / (1e-2 + sqrt(m->g[at])));
}

/* Feature hashes that occur at least this often are kept; the rest are dropped from the examples. */
static uint32_t keep_common(uint32_t *at, uint32_t n, const uint8_t *seen, uint8_t least)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < n; i++)
		if (seen[at[i] & 0xFFFFFF] >= least)
			at[kept++] = at[i];
	return kept;
}

static void count(const uint32_t *at, uint32_t n, uint8_t *seen)
{
	for (uint32_t i = 0; i < n; i++)
		if (seen[at[i] & 0xFFFFFF] < 255)
			seen[at[i] & 0xFFFFFF]++;
}

static void prune(collection *c)
{
	uint8_t *seen = must(calloc(1 << 24, 1));
	for (uint32_t i = 0; i < c->examples.n; i++)
		count(c->examples.at[i].features, c->examples.at[i].n, seen);
	for (uint32_t i = 0; i < c->examples.n; i++)
		c->examples.at[i].n = keep_common(c->examples.at[i].features, c->examples.at[i].n, seen, 3);
	memset(seen, 0, 1 << 24);
	for (uint32_t i = 0; i < c->chains.n; i++)
		for (uint32_t k = 0; k < c->chains.at[i].n; k++)
			count(c->chains.at[i].features[k], c->chains.at[i].counts[k], seen);
	for (uint32_t i = 0; i < c->chains.n; i++)
		for (uint32_t k = 0; k < c->chains.at[i].n; k++)
			c->chains.at[i].counts[k] = (uint8_t)keep_common(c->chains.at[i].features[k], c->chains.at[i].counts[k], seen, 5);
	free(seen);
}

static double cue_sum(const weights *m, const example *e)
{
	double sum = m->bias;
	for (uint32_t i = 0; i < e->n; i++)
		sum += m->w[e->features[i] & (m->n - 1)];
	return sum;
}

static weights learn_cues(const collection *c)
{
	weights m = weights_new(1u << CUE_BITS);
	for (int epoch = 0; epoch < CUE_EPOCHS; epoch++) {
		uint32_t *order = shuffled(c->examples.n);
		double loss = 0;
		for (uint32_t i = 0; i < c->examples.n; i++) {
			const example *e = &c->examples.at[order[i]];
			double p = 1 / (1 + exp(-cue_sum(&m, e))), error = p - e->cue;
			loss -= log(1e-9 + (e->cue ? p : 1 - p));
			for (uint32_t k = 0; k < e->n; k++) {
				size_t at = e->features[k] & (m.n - 1);
				step(&m, at, error + CUE_DECAY * m.w[at], CUE_RATE);
			}
			m.bias_g += error * error;
			m.bias -= CUE_RATE * error / (1e-2 + sqrt(m.bias_g));
		}
		fprintf(stderr, "cues, epoch %d: loss %.4f\n", epoch + 1, loss / (c->examples.n + 1));
		free(order);
	}
	return m;
}

typedef struct steps { double w[ONI_STEPS][ONI_PARTS + 1][ONI_PARTS], g[ONI_STEPS][ONI_PARTS + 1][ONI_PARTS]; } steps;

static void chain_scores(const weights *m, const chain *ch, double (*ret)[ONI_PARTS])
{
	for (uint32_t i = 0; i < ch->n; i++)
		for (int p = 0; p < ONI_PARTS; p++) {
			ret[i][p] = i == ch->cue && p != ONI_PART_CUE ? -1e4 : 0;
			for (uint32_t k = 0; k < ch->counts[i]; k++)
				ret[i][p] += m->w[(ch->features[i][k] & (m->n / ONI_PARTS - 1)) * ONI_PARTS + (size_t)p];
		}
}

static double sum_log(const double *x, int n)
{
	double most = x[0], sum = 0;
	for (int i = 1; i < n; i++)
		if (x[i] > most)
			most = x[i];
	for (int i = 0; i < n; i++)
		sum += exp(x[i] - most);
	return most + log(sum);
}

/* One step on one chain: forward, backward, expected less seen. Returns the loss. */
static double learn_chain(weights *m, steps *s, const chain *ch, double rate)
{
	static double score[512][ONI_PARTS], fore[512][ONI_PARTS], back[512][ONI_PARTS];
	uint32_t n = ch->n;
	if (n == 0 || n > 512)
		return 0;
	chain_scores(m, ch, score);
	for (uint32_t i = 0; i < n; i++)
		for (int p = 0; p < ONI_PARTS; p++) {
			double x[ONI_PARTS];
			for (int q = 0; q < ONI_PARTS; q++)
				x[q] = i ? fore[i - 1][q] + s->w[ch->step[i]][q][p] : 0;
			fore[i][p] = score[i][p] + (i ? sum_log(x, ONI_PARTS) : s->w[ch->step[0]][ONI_PARTS][p]);
		}
	for (uint32_t i = n; i-- > 0;)
		for (int p = 0; p < ONI_PARTS; p++) {
			double x[ONI_PARTS];
			for (int q = 0; q < ONI_PARTS; q++)
				x[q] = i + 1 < n ? back[i + 1][q] + score[i + 1][q] + s->w[ch->step[i + 1]][p][q] : 0;
			back[i][p] = i + 1 < n ? sum_log(x, ONI_PARTS) : 0;
		}
	double all = sum_log(fore[n - 1], ONI_PARTS), gold = 0;
	for (uint32_t i = 0; i < n; i++) {
		int was = i ? ch->gold[i - 1] : ONI_PARTS;
		gold += score[i][ch->gold[i]] + s->w[ch->step[i]][was][ch->gold[i]];
		for (int p = 0; p < ONI_PARTS; p++) {
			double error = exp(fore[i][p] + back[i][p] - all) - (ch->gold[i] == p);
			for (uint32_t k = 0; fabs(error) > 1e-4 && k < ch->counts[i]; k++) {
				size_t at = (ch->features[i][k] & (m->n / ONI_PARTS - 1)) * ONI_PARTS + (size_t)p;
				step(m, at, error + SPAN_DECAY * m->w[at], rate);
			}
			for (int q = 0; q < ONI_PARTS; q++) {
				int from = i ? q : ONI_PARTS;
				double pair = i ? exp(fore[i - 1][q] + s->w[ch->step[i]][q][p] + score[i][p] + back[i][p] - all)
					: exp(fore[0][p] + back[0][p] - all);
				double e2 = pair - (was == from && ch->gold[i] == p);
				s->g[ch->step[i]][from][p] += e2 * e2;
				s->w[ch->step[i]][from][p] -= rate * e2 / (1e-2 + sqrt(s->g[ch->step[i]][from][p]));
				if (!i)
					break;
			}
		}
	}
	return all - gold;
}

static weights learn_spans(const collection *c, steps *s)
{
	weights m = weights_new((size_t)ONI_PARTS << SPAN_BITS);
	for (int epoch = 0; epoch < SPAN_EPOCHS; epoch++) {
		uint32_t *order = shuffled(c->chains.n);
		double loss = 0;
		for (uint32_t i = 0; i < c->chains.n; i++)
			loss += learn_chain(&m, s, &c->chains.at[order[i]], SPAN_RATE);
		fprintf(stderr, "spans, epoch %d: loss %.3f\n", epoch + 1, loss / (c->chains.n + 1));
		free(order);
	}
	return m;
}

/* The mean of several runs over the examples in different orders is steadier than any of them. */
static void add_weights(weights *sum, const weights *m)
{
	for (size_t i = 0; i < m->n; i++)
		sum->w[i] += m->w[i] / RUNS;
	sum->bias += m->bias / RUNS;
	free(m->w);
	free(m->g);
}

static weights mean_of_cues(const collection *c)
{
	weights sum = weights_new(1u << CUE_BITS);
	for (int run = 0; run < RUNS; run++) {
		weights m = learn_cues(c);
		add_weights(&sum, &m);
	}
	return sum;
}

static weights mean_of_spans(const collection *c, steps *ret)
{
	weights sum = weights_new((size_t)ONI_PARTS << SPAN_BITS);
	for (int run = 0; run < RUNS; run++) {
		static steps s;
		memset(&s, 0, sizeof s);
		weights m = learn_spans(c, &s);
		add_weights(&sum, &m);
		for (int k = 0; k < ONI_STEPS; k++)
			for (int p = 0; p <= ONI_PARTS; p++)
				for (int q = 0; q < ONI_PARTS; q++)
					ret->w[k][p][q] += s.w[k][p][q] / RUNS;
	}
	return sum;
}

/* ---- reports ---- */

static double best_threshold(const weights *m, const collection *c, bool tell)
{
	double best = 0, best_f1 = 0;
	for (double t = -2; t <= 1; t += 0.25) {
		double right = 0, given = 0, wanted = 0;
		for (uint32_t i = 0; i < c->examples.n; i++) {
			bool said = cue_sum(m, &c->examples.at[i]) > t;
			given += said;
			wanted += c->examples.at[i].cue;
			right += said && c->examples.at[i].cue;
		}
		double f1 = given + wanted ? 200 * right / (given + wanted) : 0;
		if (tell)
			fprintf(stderr, "  cues above %5.2f: P %.1f R %.1f F1 %.1f\n", t, 100 * right / (given + 1e-9), 100 * right / wanted, f1);
		if (f1 > best_f1) {
			best_f1 = f1;
			best = t;
		}
	}
	return best;
}

/* ---- writing ---- */

static void put_word(FILE *f, int32_t value)
{
	uint32_t v = (uint32_t)value;
	unsigned char b[4] = {(unsigned char)v, (unsigned char)(v >> 8), (unsigned char)(v >> 16), (unsigned char)(v >> 24)};
	fwrite(b, 1, 4, f);
}

static void put_weights(FILE *f, const weights *m)
{
	for (size_t i = 0; i < m->n; i++) {
		double w = round(m->w[i] * SCALE);
		signed char b = (signed char)(w > 127 ? 127 : w < -127 ? -127 : w);
		fwrite(&b, 1, 1, f);
	}
}

static void write_model(const char *path, const weights *cue, double threshold, const weights *span, const steps *s)
{
	FILE *f = must(fopen(path, "wb"));
	fwrite("ONST", 1, 4, f);
	put_word(f, ONI_STATEMENT_VERSION);
	put_word(f, CUE_BITS);
	put_word(f, SPAN_BITS);
	put_word(f, (int32_t)lround(cue->bias * SCALE));
	put_word(f, (int32_t)lround(threshold * SCALE));
	for (int k = 0; k < ONI_STEPS; k++)
		for (int p = 0; p <= ONI_PARTS; p++)
			for (int q = 0; q < ONI_PARTS; q++)
				put_word(f, (int32_t)lround(s->w[k][p][q] * SCALE));
	put_weights(f, cue);
	put_weights(f, span);
	if (fclose(f))
		must(NULL);
}

int main(int argc, char **argv)
{
	static collection train, dev;
	static steps s;
	onr_engine *engine;
	onr_err err = {0};
	if (argc < 4) {
		fputs("usage: train DATA POLNEAR-SPLIT OUT [DEV-SPLIT]\n", stderr);
		return 2;
	}
	if (onr_engine_open(argv[1], NULL, &engine, &err)) {
		fprintf(stderr, "train: %s\n", err.text);
		return 1;
	}
	const char *frames = getenv("FRAMES");
	frames_out = frames ? must(fopen(frames, "w")) : NULL;
	oni_arena_init(&train.arena, 0);
	oni_arena_init(&dev.arena, 0);
	read_split(engine, argv[2], &train);
	if (frames_out)
		fclose(frames_out);
	frames_out = NULL;
	if (argc > 4)
		read_split(engine, argv[4], &dev);
	prune(&train);
	weights cue = mean_of_cues(&train);
	if (argc > 4)
		best_threshold(&cue, &dev, true);
	weights span = mean_of_spans(&train, &s);
	write_model(argv[3], &cue, -0.3, &span, &s);
	return 0;
}
