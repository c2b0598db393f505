/* fuzz.h - what the targets share. */
#ifndef FUZZ_H
#define FUZZ_H

#include "engine/engine.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t n);

/* Codes the bytes as a unit of this kind and writes it in all layouts; aborts where the record is no good. */
void fuzz_unit(oni_unit_kind kind, const unsigned char *data, size_t n);

#endif
