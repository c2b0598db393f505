/* train - makes the language model.
 *
 *   train OUT.bin [--clusters FILE] [--dictionary FOLDER] [--dev FILE] TRAIN.conllu…
 *
 * Deterministic: integers, one thread, fixed order. Progress goes to standard error. */
#include <stdio.h>
#include <stdlib.h>

#include "train/lemmas.h"
#include "train/parsing.h"
#include "train/words.h"

enum { FOLDS = 5, TAG_ROUNDS = 8, MOVE_ROUNDS = 12, TAG_PRUNE = 40, MOVE_PRUNE = 60 };

typedef struct part {
	const char *name;
	oni_str bytes;
} part;

static void write_model(const char *path, const part *parts, uint32_t n)
{
	size_t size = ONI_MODEL_HEAD + n * ONI_MODEL_ENTRY;
	for (uint32_t i = 0; i < n; i++)
		size += (parts[i].bytes.n + 7) / 8 * 8;
	char *bytes = need(calloc(size, 1));
	uint32_t head[2] = {ONI_MODEL_VERSION, n};
	uint64_t at = ONI_MODEL_HEAD + n * ONI_MODEL_ENTRY;
	for (uint32_t i = 0; i < n; i++) {
		char *entry = bytes + ONI_MODEL_HEAD + i * ONI_MODEL_ENTRY;
		uint64_t place[2] = {at, parts[i].bytes.n};
		memcpy(entry, parts[i].name, strlen(parts[i].name));
		memcpy(entry + 16, place, sizeof place);
		memcpy(bytes + at, parts[i].bytes.at, parts[i].bytes.n);
		at += (parts[i].bytes.n + 7) / 8 * 8;
	}
	uint64_t sizes[2] = {size, oni_model_checksum((oni_str){bytes + ONI_MODEL_HEAD, size - ONI_MODEL_HEAD})};
	memcpy(bytes, ONI_MODEL_MAGIC, 8);
	memcpy(bytes + 8, head, sizeof head);
	memcpy(bytes + 16, sizes, sizeof sizes);
	FILE *f = fopen(path, "wb");
	if (!f || fwrite(bytes, 1, size, f) != size || fclose(f) != 0)
		die("%s: cannot be written", path);
	fprintf(stderr, "%s: %.2f MB\n", path, (double)size / 1e6);
}

typedef struct job {
	const char *out, *clusters, *dictionary;
	corpus train, dev;
} job;

static job read_arguments(int argc, char **argv)
{
	job j = {0};
	for (int i = 1; i < argc; i++) {
		bool more = i + 1 < argc;
		if (strcmp(argv[i], "--clusters") == 0 && more)
			j.clusters = argv[++i];
		else if (strcmp(argv[i], "--dictionary") == 0 && more)
			j.dictionary = argv[++i];
		else if (strcmp(argv[i], "--dev") == 0 && more)
			read_conllu(argv[++i], &j.dev);
		else if (!j.out)
			j.out = argv[i];
		else
			read_conllu(argv[i], &j.train);
	}
	if (!j.out || j.train.n == 0)
		die("usage: %s OUT.bin [--clusters FILE] [--dictionary FOLDER] [--dev FILE] TRAIN.conllu…", argv[0]);
	return j;
}

int main(int argc, char **argv)
{
	static tagset tags;
	static moveset moves;
	job j = read_arguments(argc, argv);
	fprintf(stderr, "%u sentences, %u documents\n", j.train.n, j.train.docs);
	wordlist list = {0};
	add_seen(&list, &j.train, 3);
	if (j.dictionary)
		add_dictionary(&list, j.dictionary);
	if (j.clusters)
		add_clusters(&list, j.clusters);
	oni_str words = pack_words(&list), rules, lemmas;
	oni_words opened;
	oni_words_open(words, &opened);
	look_at_all(&j.train, &opened);
	look_at_all(&j.dev, &opened);
	number_tags(&tags, &j.train, 3);
	apply_tags(&tags, &j.dev);
	learn_lemmas(&j.train, &tags, j.dictionary, &rules, &lemmas);
	for (uint32_t fold = 0; fold < FOLDS; fold++) {
		learner l;
		learn_tags(&l, &tags, &j.train, TAG_ROUNDS - 2, fold, FOLDS);
		guess_tags(&l, &tags, &j.train, fold, FOLDS);
		learn_drop(&l);
	}
	learner tagger, parser;
	learn_tags(&tagger, &tags, &j.train, TAG_ROUNDS, 0, 0);
	if (j.dev.n)
		guess_tags(&tagger, &tags, &j.dev, 0, 0);
	make_projective(&j.train);
	number_moves(&moves, &j.train);
	learn_moves(&parser, &moves, &tags, &j.train, MOVE_ROUNDS, j.dev.n ? &j.dev : NULL);
	if (j.dev.n)
		measure_parser(&parser, &moves, &tags, &j.dev, "dev");
	part parts[] = {
		{"words", words}, {"tags", pack_strings(&tags.names)}, {"tagger", learn_pack(&tagger, TAG_PRUNE)},
		{"moves", pack_strings(&moves.names)}, {"parser", learn_pack(&parser, MOVE_PRUNE)},
		{"rules", rules}, {"lemmas", lemmas},
	};
	write_model(j.out, parts, sizeof parts / sizeof *parts);
	return 0;
}
