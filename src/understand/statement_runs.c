/* statement_runs.c - ordered runs of words. */
#include "understand/statement_draft.h"

bool oni_runs_hold(const oni_runs *runs, uint32_t word)
{
	for (uint32_t i = 0; i < runs->n; i++)
		if (word >= runs->at[i].first && word < runs->at[i].end)
			return true;
	return false;
}

void oni_runs_add(oni_arena *arena, oni_runs *runs, uint32_t first, uint32_t end)
{
	uint32_t kept = 0, at;
	if (first >= end)
		return;
	for (uint32_t i = 0; i < runs->n; i++) {
		oni_run r = runs->at[i];
		if (r.end < first || r.first > end) {
			runs->at[kept++] = r;
			continue;
		}
		first = r.first < first ? r.first : first;
		end = r.end > end ? r.end : end;
	}
	runs->n = kept;
	oni_push(arena, runs);
	for (at = kept; at > 0 && runs->at[at - 1].first > first; at--)
		runs->at[at] = runs->at[at - 1];
	runs->at[at] = (oni_run){first, end};
}

void oni_runs_remove(oni_arena *arena, oni_runs *runs, uint32_t first, uint32_t end)
{
	oni_runs old = *runs;
	*runs = (oni_runs){0};
	for (uint32_t i = 0; i < old.n; i++) {
		oni_run r = old.at[i];
		oni_runs_add(arena, runs, r.first, r.end < first ? r.end : first);
		oni_runs_add(arena, runs, r.first > end ? r.first : end, r.end);
	}
}
