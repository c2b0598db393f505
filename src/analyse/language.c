#include "analyse/language.h"

#include <stdlib.h>

static uint32_t count_lines(oni_str s)
{
	uint32_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += s.at[i] == '\n';
	return n;
}

static oni_str field(oni_str *line)
{
	oni_str cell = ONI_STR("");
	oni_str_split(line, '\t', &cell);
	return cell;
}

static void read_tags(oni_model *m)
{
	oni_str rest = m->net.tags, line;
	for (uint32_t i = 0; i < m->tag_count && oni_str_split(&rest, '\n', &line); i++) {
		oni_tag_label *t = &m->tags[i];
		t->upos = (uint8_t)oni_upos_of(field(&line));
		t->xpos = field(&line);
		t->feats = field(&line);
		if (oni_str_is(t->feats, "_"))
			t->feats = ONI_STR("");
		t->morph = oni_morph_of(t->feats);
	}
}

static void read_rules(oni_model *m)
{
	oni_str rest = m->net.rules, line;
	for (uint32_t i = 0; i < m->rule_count && oni_str_split(&rest, '\n', &line); i++) {
		oni_str as = field(&line);
		m->rules[i].case_ = as.n ? as.at[0] : 'k';
		m->rules[i].cut = field(&line);
		m->rules[i].put = field(&line);
	}
}

static void read_names(oni_model *m)
{
#define X(symbol, name) name,
	static const char *const KINDS[] = {ONI_NAME_KINDS(X)};
#undef X
	oni_str rest = m->net.names, line;
	for (uint32_t i = 0; i < m->name_count && oni_str_split(&rest, '\n', &line); i++)
		for (uint8_t k = 0; k < ONI_NAME_COUNT; k++)
			if (oni_str_is(oni_str_cut(line, 2, line.n), KINDS[k]))
				m->names[i] = (oni_name_label){k, line.at[0] == 'B', line.at[0] == 'I'};
}

static void read_rels(oni_model *m)
{
	oni_str rest = m->net.rels, line;
	for (uint32_t i = 0; i < m->rel_count && oni_str_split(&rest, '\n', &line); i++) {
		m->rels[i] = (uint8_t)oni_rel_of(line);
		if (oni_str_is(line, "root"))
			m->root_rel = i;
	}
}

static void read_irregular(oni_model *m)
{
	oni_str all = m->net.irregular;
	for (uint32_t i = 0, at = 0; i < m->irregular_count; i++) {
		m->irregular[i] = at;
		const char *end = memchr(all.at + at, '\n', all.n - at);
		at = end ? (uint32_t)(end - all.at) + 1 : at;
	}
}

oni_model *oni_model_open(oni_str bytes, const char **ret_why)
{
	oni_model *m = calloc(1, sizeof *m);
	*ret_why = "does not fit into memory";
	if (!m || !oni_net_open(bytes, &m->net, ret_why)) {
		free(m);
		return NULL;
	}
	m->kernels = oni_kernels_at(0);
	m->tag_count = count_lines(m->net.tags);
	m->rule_count = count_lines(m->net.rules);
	m->name_count = count_lines(m->net.names);
	m->rel_count = count_lines(m->net.rels);
	m->tags = calloc(m->tag_count + 1, sizeof *m->tags);
	m->rules = calloc(m->rule_count + 1, sizeof *m->rules);
	m->names = calloc(m->name_count + 1, sizeof *m->names);
	m->rels = calloc(m->rel_count + 1, sizeof *m->rels);
	m->irregular_count = count_lines(m->net.irregular);
	m->irregular = calloc(m->irregular_count + 1, sizeof *m->irregular);
	if (!m->irregular || !m->tags || !m->rules || !m->names || !m->rels) {
		*ret_why = "does not fit into memory";
		oni_model_drop(m);
		return NULL;
	}
	read_tags(m);
	read_rules(m);
	read_names(m);
	read_rels(m);
	read_irregular(m);
	return m;
}

void oni_model_drop(oni_model *m)
{
	if (!m)
		return;
	free(m->tags);
	free(m->rules);
	free(m->names);
	free(m->rels);
	free(m->irregular);
	free(m);
}
