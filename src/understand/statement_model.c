/* statement_model.c - opening the weights. */
#include "understand/statement_model.h"

static uint32_t word_of(const char *at)
{
	const unsigned char *b = (const unsigned char *)at;
	return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

bool oni_statement_model_open(oni_str section, oni_statement_model *ret_model)
{
	const size_t head = 24, steps = sizeof ret_model->step;
	oni_statement_model *m = ret_model;
	*m = (oni_statement_model){0};
	if (section.n < head + steps || memcmp(section.at, "ONST", 4) != 0 || word_of(section.at + 4) != ONI_STATEMENT_VERSION)
		return false;
	m->cue_bits = word_of(section.at + 8);
	m->span_bits = word_of(section.at + 12);
	m->bias = (int32_t)word_of(section.at + 16);
	m->threshold = (int32_t)word_of(section.at + 20);
	if (m->cue_bits > 24 || m->span_bits > 24
			|| section.n != head + steps + ((size_t)1 << m->cue_bits) + ((size_t)ONI_PARTS << m->span_bits))
		return false;
	const char *at = section.at + head;
	for (int k = 0; k < ONI_STEPS; k++)
		for (int p = 0; p <= ONI_PARTS; p++)
			for (int q = 0; q < ONI_PARTS; q++, at += 4)
				m->step[k][p][q] = (int32_t)word_of(at);
	m->cue = (const int8_t *)at;
	m->span = (const int8_t (*)[ONI_PARTS])(at + ((size_t)1 << m->cue_bits));
	return true;
}
