"""Files up to 400 lines, functions up to 40; the exceptions stand in exceptions.tsv with their reasons.

C++ is not parsed: comments and literals are blanked, then braces are counted. Outside of functions a brace opens a namespace,
a type, an initialiser (no space before it, or `=`), or, when a parameter list stands before it, a function.
"""
import re

import check

FILE_LINES, FUNCTION_LINES = 400, 40
LITERALS = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<tag>[^(\s]*)\(.*?\)(?P=tag)"|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Za-z_])\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)
DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.MULTILINE)
NAME = re.compile(r"([~\w:]+|operator\s*[^\s(]+|operator\(\))\s*\(")


def blank(text):
    """The text with comments, literals and directives blanked, line ends kept."""
    only_lines = lambda found: re.sub(r"[^\n]", " ", found.group())
    return DIRECTIVE.sub(only_lines, LITERALS.sub(only_lines, text))


def without_template(head):
    """The head of a declaration without `template <...>` and attributes in front."""
    head = re.sub(r"\[\[.*?\]\]", " ", head).strip()
    while head.startswith("template"):
        depth, at = 0, head.find("<")
        while at >= 0 and at < len(head):
            depth += {"<": 1, ">": -1}.get(head[at], 0)
            at += 1
            if depth == 0:
                break
        head = head[at:].strip()
    return head


def kind_of(head, before):
    """What a brace outside of functions opens: space, type, data or function."""
    head = without_template(head)
    if re.match(r'(inline\s+)?namespace\b|extern\s*$', head):
        return "space"
    if "(" not in head and re.match(r"(typedef\s+|static\s+|const\s+|constexpr\s+)*(class|struct|union|enum)\b", head):
        return "type"
    if head.endswith("=") or not before.isspace() or "(" not in head:
        return "data"
    if re.match(r"(class|struct|union)\b", head) and not re.search(r"\)\s*(const|noexcept|override|final|->.*|&+|:.*)?\s*$", head):
        return "type"  # a base class or an alignment with parentheses
    return "function"


def functions(text):
    """(name, first line, lines) of each function body outside of other functions."""
    text = blank(text)
    stack, start, function = [], 0, None
    for found in re.finditer(r"[{};]", text):
        at, sign = found.start(), found.group()
        inside_body = bool(stack) and stack[-1] in ("function", "data")
        if sign == "{":
            head = text[start:at]
            kind = "data" if inside_body else kind_of(head, text[at - 1] if at else " ")
            stack.append(kind)
            if kind == "data":
                continue  # the head goes on behind an initialiser
            if kind == "function":
                begin = start + len(head) - len(head.lstrip())
                name = NAME.search(without_template(head))
                function = (name.group(1) if name else "?", text.count("\n", 0, begin) + 1, begin)
        elif sign == "}":
            kind = stack.pop() if stack else "data"
            if kind == "data":
                continue
            if kind == "function":
                name, line, begin = function
                yield name, line, text.count("\n", begin, at) + 1
        elif inside_body:
            continue
        start = at + 1


def exceptions(root):
    """{(check, name): limit} and the faults of the list itself."""
    limits, faults = {}, []
    path = root / "tests/architecture/exceptions.tsv"
    rows = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    for number, row in enumerate(rows, 1):
        cells = row.split("\t")
        if not row or row.startswith("#") or cells[0] == "check":
            continue
        if len(cells) != 4 or cells[0] not in ("file", "function") or not cells[2].isdigit() or not cells[3].strip():
            faults.append(f"exceptions.tsv:{number}: must be check, name, limit, reason")
        else:
            limits[cells[0], cells[1]] = int(cells[2])
    return limits, faults


def faults_of(root):
    limits, faults = exceptions(root)
    needed = set()

    def measure(what, name, place, lines, usual):
        if lines <= usual:
            return
        needed.add((what, name))
        limit = limits.get((what, name), usual)
        if lines > limit:
            faults.append(f"{place}: {what} of {lines} lines, at most {limit}")

    for name, path in check.sources(root, "*.cpp", "*.h", "*.py", "*.cmake", "*.sh"):
        text = path.read_text(encoding="utf-8", errors="replace")
        measure("file", name, name, text.count("\n"), FILE_LINES)
        if name.endswith((".cpp", ".h")):
            for function, line, lines in functions(text):
                measure("function", f"{name}:{function}", f"{name}:{line}: {function}", lines, FUNCTION_LINES)
    faults += [f"exceptions.tsv: {what} {name} needs no exception" for what, name in sorted(set(limits) - needed)]
    return faults


LONG = "    a();\n" * 45
CASES = [
    ("short things", {"src/a/a.cpp": "namespace a {\nint f() {\n    return 1;\n}\n}\n"}, None),
    ("a long file", {"src/a/a.h": "\n" * 401}, "src/a/a.h: file of 401 lines"),
    ("a long function", {"src/a/a.cpp": "namespace a {\nvoid f(int a) {\n" + LONG + "}\n}\n"}, "src/a/a.cpp:2: f: function of 47 lines"),
    ("a long member", {"src/a/a.cpp": "class A : B<int> {\n  public:\n    A() : a_{1}, b_(2) {}\n    int g() const {\n" + LONG + "    }\n};\n"}, "src/a/a.cpp:4: g"),
    ("a long constructor", {"src/a/a.cpp": "A::A(int b) : a_{1},\n    b_{{b}} {\n" + LONG + "}\n"}, "src/a/a.cpp:1: A::A"),
    ("a long template", {"src/a/a.cpp": "template <class T, class U = B<T>>\nauto f(T t) -> U {\n" + LONG + "}\n"}, "src/a/a.cpp:1: f"),
    ("a long operator", {"src/a/a.cpp": "bool operator==(A a, A b) {\n" + LONG + "}\n"}, "function of 47"),
    ("a long table is no function", {"src/a/a.cpp": "const int a[] = {\n" + "    {1, f(2)},\n" * 60 + "};\nint f() { return 1; }\n"}, None),
    ("a long class is no function", {"src/a/a.h": "struct A {\n" + "    int f();\n" * 60 + "};\n"}, None),
    ("braces in literals", {"src/a/a.cpp": "int f() {\n    return '{' + g(\"{\", R\"x({{)x\");  // {\n}\n" + "int g();\n" * 60}, None),
    ("digit separators", {"src/a/a.cpp": "constexpr int a = 200'000;\nvoid f() {\n" + LONG + "}\nconstexpr int b = 1'000;\n"}, "src/a/a.cpp:2: f"),
    ("functions in a row", {"src/a/a.cpp": "int f() { return 1; }\n\nint g() {\n    return 1;\n}\n" * 30}, None),
    ("a long function with lambdas and loops", {"src/a/a.cpp": "void f() {\n    auto g = [&](int a) {\n        b();\n    };\n    for (;;) {\n        c();\n    }\n" + LONG + "}\n"}, "src/a/a.cpp:1: f"),
    ("an exception", {"src/a/a.cpp": "void f() {\n" + LONG + "}\n", "tests/architecture/exceptions.tsv": "function\tsrc/a/a.cpp:f\t50\ta table of steps\n"}, None),
    ("an exception outgrown", {"src/a/a.cpp": "void f() {\n" + LONG * 2 + "}\n", "tests/architecture/exceptions.tsv": "function\tsrc/a/a.cpp:f\t50\ta table of steps\n"}, "at most 50"),
    ("an exception without reason", {"tests/architecture/exceptions.tsv": "file\tsrc/a/a.cpp\t500\t\n"}, "exceptions.tsv:1"),
    ("an exception not needed", {"src/a/a.cpp": "", "tests/architecture/exceptions.tsv": "file\tsrc/a/a.cpp\t500\twhy\n"}, "needs no exception"),
]

if __name__ == "__main__":
    check.main(faults_of, CASES)
