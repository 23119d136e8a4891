#include "source/html_parser.h"

#include <myhtml/api.h>

#include <memory>

namespace isnad::source::html {
namespace {

struct Free {
    void operator()(myhtml_t* library) const { myhtml_destroy(library); }
    void operator()(myhtml_tree_t* tree) const { myhtml_tree_destroy(tree); }
};

std::string_view view(const char* data, std::size_t size) {
    return data == nullptr ? std::string_view{} : std::string_view(data, size);
}

std::string_view name_of(myhtml_tree_t* tree, myhtml_tree_node_t* node) {
    std::size_t size = 0;
    const char* name = myhtml_tag_name_by_id(tree, myhtml_node_tag_id(node), &size);
    return view(name, size);
}

class Walk {
  public:
    Walk(myhtml_tree_t* tree, TreeReader& reader) : tree_(tree), reader_(reader) {}

    // Without recursion: the tree may be deep.
    void run() {
        myhtml_tree_node_t* const root = myhtml_tree_get_document(tree_);
        myhtml_tree_node_t* node = root == nullptr ? nullptr : myhtml_node_child(root);
        while (node != nullptr) {
            enter(node);
            if (myhtml_tree_node_t* child = myhtml_node_child(node)) {
                node = child;
                continue;
            }
            leave(node);
            while (myhtml_node_next(node) == nullptr) {
                node = myhtml_node_parent(node);
                if (node == nullptr || node == root) return;
                leave(node);
            }
            node = myhtml_node_next(node);
        }
    }

  private:
    static bool is_element(myhtml_tree_node_t* node) {
        const myhtml_tag_id_t tag = myhtml_node_tag_id(node);
        return tag != MyHTML_TAG__TEXT && tag != MyHTML_TAG__COMMENT && tag != MyHTML_TAG__DOCTYPE &&
               tag != MyHTML_TAG__UNDEF;
    }

    void enter(myhtml_tree_node_t* node) {
        if (is_element(node)) {
            describe(node);
            reader_.open(element_);
        } else if (myhtml_node_tag_id(node) == MyHTML_TAG__TEXT) {
            std::size_t size = 0;
            const char* text = myhtml_node_text(node, &size);
            const myhtml_position_t place = myhtml_node_raw_position(node);
            if (size > 0) reader_.text(view(text, size), place.begin, place.begin + place.length);
        }
    }

    void leave(myhtml_tree_node_t* node) {
        if (is_element(node)) reader_.close(name_of(tree_, node));
    }

    void describe(myhtml_tree_node_t* node) {
        element_.name = name_of(tree_, node);
        element_.attributes.clear();
        element_.begin = myhtml_node_element_position(node).begin;
        for (myhtml_tree_attr_t* a = myhtml_node_attribute_first(node); a != nullptr;
             a = myhtml_attribute_next(a)) {
            std::size_t name_size = 0, value_size = 0;
            const char* name = myhtml_attribute_key(a, &name_size);
            const char* value = myhtml_attribute_value(a, &value_size);
            const myhtml_position_t place = myhtml_attribute_value_raw_position(a);
            element_.attributes.push_back(
                {view(name, name_size), view(value, value_size), place.begin, place.begin + place.length});
        }
    }

    myhtml_tree_t* tree_;
    TreeReader& reader_;
    Element element_;
};

}  // namespace

bool parse(const std::string& bytes, TreeReader& reader) {
    const std::unique_ptr<myhtml_t, Free> library(myhtml_create());
    if (!library || MYHTML_FAILED(myhtml_init(library.get(), MyHTML_OPTIONS_PARSE_MODE_SINGLE, 1, 0)))
        return false;
    const std::unique_ptr<myhtml_tree_t, Free> tree(myhtml_tree_create());
    if (!tree || MYHTML_FAILED(myhtml_tree_init(tree.get(), library.get()))) return false;
    const mystatus_t status = myhtml_parse(tree.get(), MyENCODING_UTF_8, bytes.data(), bytes.size());
    Walk(tree.get(), reader).run();
    return MYHTML_FAILED(status) == 0;
}

}  // namespace isnad::source::html
