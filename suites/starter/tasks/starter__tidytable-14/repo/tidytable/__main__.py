"""Command line: read a Markdown table and print it again."""

import argparse
import sys

from tidytable.parsing import TableSyntaxError, parse_markdown
from tidytable.rendering import STYLES


def main(argv=None):
    parser = argparse.ArgumentParser(prog="tidytable", description=__doc__)
    parser.add_argument("file", help="a file that holds one Markdown table, or - for standard input")
    parser.add_argument("--style", choices=sorted(STYLES), default="grid")
    parser.add_argument("--max-width", type=int, default=80)
    options = parser.parse_args(argv)

    if options.file == "-":
        text = sys.stdin.read()
    else:
        with open(options.file, encoding="utf-8") as source:
            text = source.read()
    try:
        table = parse_markdown(text)
    except TableSyntaxError as error:
        print(f"tidytable: {error}", file=sys.stderr)
        return 1
    print(table.render(options.style, max_width=options.max_width))
    return 0


if __name__ == "__main__":
    sys.exit(main())
