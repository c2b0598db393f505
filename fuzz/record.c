/* Records as they come into a store, and the query text behind the first NUL as it comes to one. */
#include <stdlib.h>
#include <string.h>

#include "onrecord.h"

static int take(void *user, const char *bytes, size_t n)
{
	(void)user;
	(void)bytes;
	(void)n;
	return 0;
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t n);
int LLVMFuzzerTestOneInput(const unsigned char *data, size_t n)
{
	onr_store *store = NULL;
	onr_outcome outcome;
	const unsigned char *zero = n ? memchr(data, 0, n) : NULL;
	size_t record_n = zero ? (size_t)(zero - data) : n;
	if (onr_store_open(":memory:", ONR_STORE_WRITE, &store, NULL))
		abort();
	onr_store_add(store, (const char *)data, record_n, &outcome, NULL);
	onr_store_commit(store, NULL);
	char *text = zero ? strndup((const char *)zero + 1, n - record_n - 1) : NULL;
	onr_query query = {.what = "statements", .text = text, .layout = ONR_LAYOUT_JSON};
	onr_store_query(store, &query, take, NULL, NULL);
	query = (onr_query){.what = "events", .actor = text, .near = text, .since = text};
	onr_store_query(store, &query, take, NULL, NULL);
	free(text);
	onr_store_drop(store);
	return 0;
}
