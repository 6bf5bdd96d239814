#include "CAnnotatorModel.h"

// `#embed` is C23, which the compilers that we build with know in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char model[] = {
#embed "annotator.model"
};

const unsigned char *whosaid_annotator_model(size_t *count) {
    *count = sizeof model;
    return model;
}
