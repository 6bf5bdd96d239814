#pragma once
#include <stddef.h>

/// The bytes of the shipped model and, in `count`, how many there are.
///
/// The compiler reads them from `annotator.model` beside this file: no file is looked for when the program runs.
const unsigned char *whosaid_annotator_model(size_t *count);
