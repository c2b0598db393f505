/* Codes one article and prints its record: code ARTICLE [DATE].   cc code.c $(pkg-config --cflags --libs onrecord) */
#include <onrecord.h>
#include <stdio.h>

int main(int argc, char **argv)
{
	static char text[1 << 20];
	onr_engine *engine = NULL;
	onr_coder *coder = NULL;
	onr_record record;
	onr_err err = {0};
	FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
	onr_article article = {.text = text, .source = argv[1], .published = argc > 2 ? argv[2] : NULL};
	if (file)
		article.text_n = fread(text, 1, sizeof text, file);
	if (onr_engine_open(NULL, NULL, &engine, &err) || onr_coder_new(engine, 0, &coder, &err)
			|| onr_coder_code(coder, &article, ONR_JSON, &record, &err))
		fprintf(stderr, "%s: %s\n", err.where, err.text);
	else
		fwrite(record.at, 1, record.n, stdout);
	onr_coder_drop(coder);
	onr_engine_drop(engine);
	return err.status != ONR_OK;
}
