"""Misuse must not compile. Each file of must_not_compile/ holds a right use, compiled with -DCONTROL, and a wrong one that the
compiler must refuse for the reason that the file announces (so that it is not refused for a missing header).

    misuse.py COMPILER SOURCE_DIR
"""
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
# What g++ and clang++ say for each reason.
REASONS = {
    "conversion": "could not convert|cannot convert|no viable conversion|invalid initialization of reference|no matching (member )?function",
    "operator": "no match for 'operator|no viable overloaded '='|invalid operands|no matching function",
    "private": "is private within|calling a private constructor|private member",
    "deleted": "use of deleted function|call to deleted constructor",
    "nodiscard": "nodiscard",
    "constant": "in read-only object|returns a const value",
}


def compile_file(compiler, source, path, *options):
    return subprocess.run([compiler, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", f"-I{source}/src", *options, str(path)],
                          capture_output=True, text=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin:/usr/local/bin"})


def faults_of(compiler, source, path):
    announced = re.search(r"^// refused for: (\w+)$", path.read_text(encoding="ascii"), re.MULTILINE)
    if not announced or announced.group(1) not in REASONS:
        return ["announces no reason to refuse it"]
    control = compile_file(compiler, source, path, "-DCONTROL")
    if control.returncode != 0:
        return ["its control does not compile:\n" + control.stderr[:2000]]
    wrong = compile_file(compiler, source, path)
    if wrong.returncode == 0:
        return ["compiles"]
    errors = [line for line in wrong.stderr.splitlines() if "error:" in line]
    if not any(path.name in line and re.search(REASONS[announced.group(1)], line) for line in errors):
        return ["is refused, but not for the reason it announces:\n" + "\n".join(errors)]
    return []


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    files = sorted((HERE / "must_not_compile").glob("*.cpp"))
    wrong = 0
    for path in files:
        for fault in faults_of(sys.argv[1], sys.argv[2], path):
            wrong += 1
            print(f"{path.name}: {fault}")
    print(f"{len(files)} files, {wrong} wrong")
    sys.exit(1 if wrong or not files else 0)


if __name__ == "__main__":
    main()
