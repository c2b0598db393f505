/* Many articles over several threads, told in input order, in bounded memory.
 *
 * A ring of slots goes round between the calling thread and the workers. The calling thread reads the next unit into the
 * slot behind the newest, and hands finished slots to the sink from the oldest on; workers code whatever slot is ready. So
 * the order of the sink is the order of the input whatever the workers do, and no more than the ring is ever held.
 *
 *        oldest                    newest
 *   … | done | busy | done | ready | ready |  empty …
 *
 * The lock guards the states only: a slot's contents belong to whoever the state names. */
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "engine/engine.h"
#include "read/date.h"
#include "read/input.h"

enum { SLOTS_PER_THREAD = 4, MOST_THREADS = 256, KEEP = 1 << 20 };

typedef enum slot_state { EMPTY, READY, BUSY, DONE } slot_state;

typedef struct slot {
	slot_state state;
	oni_unit unit;         /* the reader's, then the worker's */
	oni_buf out;           /* the worker's, then the sink's */
	onr_err err;           /* its status is the article's; with ONR_OK its text a warning */
} slot;

typedef struct ring {
	const onr_engine *engine;
	const onr_batch *batch;
	oni_date published;
	pthread_mutex_t lock;
	pthread_cond_t work, finished;
	slot *slots;           /* [n], owned */
	size_t n;
	size_t oldest, taken, newest; /* counted on, not round: slot i is slots[i % n] */
	bool closed;           /* no more work comes */
	pthread_t *threads;    /* [started], owned */
	unsigned started;
} ring;

static void code_slot(onr_coder *coder, const ring *r, slot *s)
{
	oni_buf_clear(&s->out, KEEP);
	s->err = s->unit.err;
	if (s->err.status)
		return;
	s->err.text[0] = 0;
	onr_status status = coder ? oni_code_unit(coder, &s->unit, r->published, r->batch->format, &s->out, &s->err) : ONR_MEMORY;
	s->err.status = status;
	if (!coder)
		oni_fail(&s->err, ONR_MEMORY, oni_buf_str(&s->unit.source), 0, "no memory left");
}

static void *worker(void *data)
{
	ring *r = data;
	onr_coder *coder = NULL;
	onr_coder_new(r->engine, r->batch->limit, &coder, NULL);
	if (coder)
		onr_coder_leave_out(coder, r->batch->leave_out);
	pthread_mutex_lock(&r->lock);
	for (;;) {
		while (r->taken == r->newest && !r->closed)
			pthread_cond_wait(&r->work, &r->lock);
		if (r->taken == r->newest)
			break;
		slot *s = &r->slots[r->taken++ % r->n];
		s->state = BUSY;
		pthread_mutex_unlock(&r->lock);
		code_slot(coder, r, s);
		pthread_mutex_lock(&r->lock);
		s->state = DONE;
		pthread_cond_signal(&r->finished);
	}
	pthread_mutex_unlock(&r->lock);
	onr_coder_drop(coder);
	return NULL;
}

/* Waits for the oldest slot and tells the sink of it. */
static int tell_oldest(ring *r)
{
	slot *s = &r->slots[r->oldest % r->n];
	pthread_mutex_lock(&r->lock);
	while (s->state != DONE)
		pthread_cond_wait(&r->finished, &r->lock);
	pthread_mutex_unlock(&r->lock);
	bool good = s->err.status == ONR_OK;
	oni_buf_byte(&s->unit.source, 0);
	onr_result result = {
		.status = s->err.status,
		.record = good ? s->out.at : NULL,
		.record_n = good ? s->out.n : 0,
		.source = s->unit.source.failed ? "" : s->unit.source.at,
		.line = s->unit.line,
		.at = s->unit.at,
		.message = s->err.text,
		.input_n = s->unit.size,
		.input = s->unit.bytes.at,
		.bytes_n = s->unit.bytes.n,
	};
	int stop = r->batch->sink(r->batch->user, &result);
	s->state = EMPTY;
	r->oldest++;
	return stop;
}

/* Reads and tells until the input ends or the sink stops it. */
static onr_status turn(ring *r, oni_input *input)
{
	int stop = 0;
	while (!stop) {
		if (r->newest - r->oldest == r->n) {
			stop = tell_oldest(r);
			continue;
		}
		slot *s = &r->slots[r->newest % r->n];
		if (!oni_input_next(input, &s->unit))
			break;
		if (r->batch->take && !s->unit.err.status && r->batch->take(r->batch->user, s->unit.bytes.at, s->unit.bytes.n))
			continue;
		pthread_mutex_lock(&r->lock);
		s->state = READY;
		r->newest++;
		pthread_cond_signal(&r->work);
		pthread_mutex_unlock(&r->lock);
	}
	while (!stop && r->oldest < r->newest)
		stop = tell_oldest(r);
	return stop ? ONR_STOPPED : ONR_OK;
}

static void finish(ring *r)
{
	pthread_mutex_lock(&r->lock);
	r->closed = true;
	r->taken = r->newest; /* what the sink no longer wants is not begun */
	pthread_cond_broadcast(&r->work);
	pthread_mutex_unlock(&r->lock);
	for (unsigned i = 0; i < r->started; i++)
		pthread_join(r->threads[i], NULL);
	for (size_t i = 0; r->slots && i < r->n; i++) {
		oni_buf_drop(&r->slots[i].unit.bytes);
		oni_buf_drop(&r->slots[i].unit.source);
		oni_buf_drop(&r->slots[i].out);
	}
	pthread_cond_destroy(&r->work);
	pthread_cond_destroy(&r->finished);
	pthread_mutex_destroy(&r->lock);
	free(r->slots);
	free(r->threads);
}

static unsigned thread_count(unsigned wanted)
{
	long cores = wanted ? (long)wanted : sysconf(_SC_NPROCESSORS_ONLN);
	return cores < 1 ? 1 : cores > MOST_THREADS ? MOST_THREADS : (unsigned)cores;
}

static bool start(ring *r)
{
	unsigned wanted = thread_count(r->batch->threads);
	r->n = (size_t)wanted * SLOTS_PER_THREAD;
	r->slots = calloc(r->n, sizeof *r->slots);
	r->threads = calloc(wanted, sizeof *r->threads);
	if (!r->slots || !r->threads)
		return false;
	while (r->started < wanted && pthread_create(&r->threads[r->started], NULL, worker, r) == 0)
		r->started++;
	return r->started > 0;
}

onr_status onr_run(const onr_engine *engine, const onr_batch *batch, onr_err *err)
{
	ring r = {
		.engine = engine,
		.batch = batch,
		.lock = PTHREAD_MUTEX_INITIALIZER,
		.work = PTHREAD_COND_INITIALIZER,
		.finished = PTHREAD_COND_INITIALIZER,
	};
	if (batch->published) {
		r.published = oni_date_of(oni_str_of(batch->published));
		if (!r.published.year)
			return oni_fail(err, ONR_ARGUMENT, ONI_STR(""), 0, "\"%s\" is no date (YYYY-MM-DD)", batch->published);
	}
	oni_input *input = oni_input_new(batch->paths, batch->paths_n, batch->input,
		batch->limit ? batch->limit : ONR_DEFAULT_LIMIT);
	onr_status status;
	if (!input || !start(&r))
		status = oni_fail(err, ONR_MEMORY, ONI_STR(""), 0, "no memory or no thread to be had");
	else
		status = turn(&r, input);
	finish(&r);
	oni_input_drop(input);
	return status;
}
