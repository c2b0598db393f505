#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cli.h"

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* The bytes of all the files, 0 when one of them has no known size (a pipe, a folder). */
static size_t total_size(const onr_batch *batch)
{
	size_t total = 0;
	for (size_t i = 0; i < batch->paths_n; i++) {
		struct stat info;
		bool standard = strcmp(batch->paths[i], "-") == 0;
		if (standard ? fstat(STDIN_FILENO, &info) : stat(batch->paths[i], &info))
			continue; /* it will be told as missing */
		if (!S_ISREG(info.st_mode))
			return 0;
		total += (size_t)info.st_size;
	}
	return total;
}

void progress_begin(progress *p, const read_options *options)
{
	*p = (progress){.on = !options->quiet && isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO)};
	if (!p->on)
		return;
	p->began = now();
	p->told = p->began + 0.8; /* nothing in the first second */
	p->total = total_size(&options->batch);
}

static void tell(progress *p, double time)
{
	double seconds = time - p->began, rate = (double)p->bytes / seconds;
	fprintf(stderr, "\r\033[K%zu articles  %.1f MB/s", p->articles, rate / 1e6);
	if (p->total > p->bytes && rate > 0) {
		unsigned long left = (unsigned long)((double)(p->total - p->bytes) / rate);
		fprintf(stderr, "  %lu:%02lu left", left / 60, left % 60);
	}
	fflush(stderr);
	p->told = time;
	p->shown = true;
}

void progress_step(progress *p, size_t bytes)
{
	p->articles++;
	p->bytes += bytes;
	if (!p->on)
		return;
	double time = now();
	if (time - p->told >= 0.2)
		tell(p, time);
}

void progress_clear(progress *p)
{
	if (p->shown)
		fputs("\r\033[K", stderr);
	p->shown = false;
}
