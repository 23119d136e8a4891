#include "model/document.h"

#include "base/hash.h"

namespace isnad {

DocumentPtr Document::create(PagePtr page, std::size_t ordinal, Article article) {
    return DocumentPtr(new Document(std::move(page), ordinal, std::move(article)));
}

Document::Document(PagePtr page, std::size_t ordinal, Article article)
    : page_(std::move(page)), ordinal_(ordinal), article_(std::move(article)) {
    std::uint64_t hash = ordinal_;
    for (const Block& block : article_.blocks) hash = hash_join(hash, hash_bytes(text(block.span)));
    id_.text = "d-" + hex16(hash);
}

}  // namespace isnad
